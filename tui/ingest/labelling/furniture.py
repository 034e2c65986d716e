"""Which lines are the page's furniture: whole lines only, by table and by pattern."""

from __future__ import annotations

import re
from enum import Enum, auto

from tui.ingest.labelling import furniture_lines as lines
from tui.ingest.labelling.addressed import SIGNS as ADDRESSED
from tui.ingest.labelling.addressed import addressed
from tui.ingest.labelling.signs import longest_piece


class Furniture(Enum):
    """What a line of furniture does on its page."""

    SHARE = auto()
    FOLLOW = auto()
    ADVERTISEMENT = auto()
    SIGN_UP = auto()
    NAVIGATION = auto()
    MEDIA = auto()
    RELATED = auto()
    ELSEWHERE = auto()  # over lists of other stories that stand beside or below one
    TAGS = auto()
    COMMENTS = auto()
    FORM = auto()
    KEY_POINTS = auto()
    ABOUT = auto()
    READING_TIME = auto()
    LEGAL = auto()
    MARK = auto()  # no word in it: rules, bullets, counters


# The later a table stands here, the less it is believed over another that has the same line.
_TABLES = (
    (Furniture.COMMENTS, lines.COMMENTS),
    (Furniture.RELATED, lines.RELATED),
    (Furniture.ELSEWHERE, lines.ELSEWHERE),
    (Furniture.KEY_POINTS, lines.KEY_POINTS),
    (Furniture.ABOUT, lines.ABOUT),
    (Furniture.TAGS, lines.TAGS),
    (Furniture.SHARE, lines.SHARE),
    (Furniture.FOLLOW, lines.FOLLOW),
    (Furniture.ADVERTISEMENT, lines.ADVERTISEMENT),
    (Furniture.LEGAL, lines.ENDS),
    (Furniture.SIGN_UP, lines.SIGN_UP),
    (Furniture.FORM, lines.FORM),
    (Furniture.MEDIA, lines.MEDIA),
    (Furniture.NAVIGATION, lines.NAVIGATION),
)
_LINES: dict[str, Furniture] = {
    entry.strip(): kind
    for kind, table in reversed(_TABLES)
    for row in table.strip().splitlines()
    for entry in row.split("|")
}
FORM_LINES = frozenset(entry.strip() for row in lines.FORM.strip().splitlines() for entry in row.split("|"))

_EDGES = " \t#*•●◦▪■‣·+–—|:;,.!?…-_=~<>«»‹›\"'“”‘’()[]{}/\\&@→←↑↓▶►▼▲✕×+0123456789%№⁄"
_RIGHTS = (
    *("all rights reserved", "alle rechte vorbehalten", "tous droits réservés", "todos los derechos reservados"),
    *("todos os direitos reservados", "tutti i diritti riservati", "we use cookies", "uses cookies", "by recaptcha"),
)
_SIGNS_OF_RIGHTS = frozenset(map(longest_piece, _RIGHTS))
SIGNS = ADDRESSED | _SIGNS_OF_RIGHTS
_HAS_WORD = re.compile(r"[^\W\d_]")
# What text browsers print for buttons and fields.
_BUTTON = re.compile(r"\((?:BUTTON|SUBMIT|IMAGE|LINK|EMBED)_*\)|\[ ?[x*]? ?\](?= )|\[_{3,}\]|\[button\]|\[Submit\]")
_IN_FIGURES = re.compile(r"\d{1,4}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{2,4}")
_BRACKETED = re.compile(r"^!?\[[^\]]*\](?:\([^)]*\))?$|^<[^>]+>$|^\{[^}]*\}$")
_ADDRESS = re.compile(r"^(?:https?://|www\.)\S+$|^\S+@\S+\.\w+$|^[@#]\w+$", re.IGNORECASE)

LONGEST = 18  # words of a line that a table or a pattern may know
_PATTERNS: tuple[tuple[Furniture, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        (
            Furniture.READING_TIME,
            r"^(?:reading time|read time|estimated read(?:ing)? time|lesezeit|lesedauer|temps de lecture"
            r"|tiempo de lectura|tempo de leitura|tempo di lettura|leestijd|okuma süresi|listen)?"
            r"\W*(?:ca\.?\s*)?\d{1,3}\s*[-–]?\s*(?:min(?:ute)?(?:n|s|uten|uter|utos|uti|uut)?|dk|dakika|мин|分)\.?\s*(?:read|lesezeit|lesedauer"
            r"|de lecture|de lectura|de leitura|di lettura|leestijd|lästid|læsetid|lesetid|lukuaika|czytania|to read"
            r"|mins?|listen)?\W*$"
            r"|^(?:reading time|lesezeit|lesedauer|temps de lecture|tiempo de lectura|leestijd)\b.{0,20}$",
        ),
        (
            Furniture.KEY_POINTS,
            r"^\W*(?:key points?|key takeaways|highlights|at a glance|in brief|das wichtigste(?: in kürze)?"
            r"|auf einen blick|l'essentiel"
            r"|points clés|puntos clave|pontos-chave|in sintesi|summary)\s*[:–-]\s.*$",
        ),
        (
            Furniture.LEGAL,
            r"^\W*(?:©|\(c\)|copyright\b|℗).*",
        ),
        (
            Furniture.COMMENTS,
            r"^\W*(?:\(?\d[\d.,]*\)?\s*)?(?:(?:reader|user|leser|facebook)\W?)?(?:comments?|replies|repl(?:y"
            r"|ies) (?:to|on)\b.*"
            r"|responses?(?: to\b.*)?|thoughts? on\b.*|kommentare?|kommentarer|commentaires?|comentarios?|comentários?"
            r"|commenti|reacties?|yorum(?:lar)?|meinung(?:en)?|antworten|réactions?|komentarzy?|komentáře|komentar"
            r"|комментари(?:й|я|ев))\s*(?:\(?\d[\d.,]*\)?|so far|zu:?\s.*|on\s[“\"'‘].*|sur\s.*)?\W*$"
            r"|^\W*(?:\d[\d.,]*|one|two|three|four|five|six|eine?|zwei|drei|vier|fünf|un|une|una|uno|deux"
            r"|dos)\s(?:thoughts?|responses?|repl(?:y|ies)"
            r"|comments?|kommentare?|antwort(?:en)?|gedanken?|reaktion(?:en)?|meinung(?:en)?|commentaires?|réponses?"
            r"|respuestas?|comentarios?)"
            r"(?:\s(?:zu|auf|on|to|sur|à|en|a|für|anzeigen)\b.{0,160})?\W*$|^\W*leserpost\b.{0,10}$"
            r"|^.{0,20}\bhat \d+ kommentare?\W*$"
            r"|^\W*(?:kommentare zu|comments on|leserkommentare zu|diskussion zu|kommentar zu|commentaires sur)\W.*$",
        ),
        (
            Furniture.SHARE,
            r"^\W*(?:share|teilen|partager|compartir|compartilhar|condividi)\s*[:|]?\s*\d*\W*$"
            r"|^\W*(?:share|tweet|post|teilen|partager|compartir)\s(?:this\s)?(?:on|via|with|by|to|it|auf|bei|per|sur"
            r"|par|en|no"
            r"|na|article|story|page|post|this)\b.{0,40}$|^\W*\d[\d.,]*k?\s*(?:shares?|views?|likes?|reads?|reactions?"
            r"|aufrufe|partages|vistas|visualizações)\W*$"
            r"|^\W*(?:click|tap) to (?:share|print|email|copy)\b.*$|^(?:\W*(?:facebook|twitter|x|whatsapp|linkedin"
            r"|e-?mail|mail"
            r"|telegram|pinterest|reddit|print|copy link|share|instagram|youtube|messenger|bluesky|threads|flipboard"
            r"|sms"
            r"|link|copy|pocket|tumblr|teilen|drucken|bookmark|tiktok|tweet|post|pin|save|gift|mix)\W*){2,}$",
        ),
        (
            Furniture.RELATED,
            r"^.*\|\s*(?:mehr|more|video|audio|weiter)\W*$|^\W*(?:more from|more on|more about|more in|read more"
            r"|also read|read also|see also|read next|mehr zum thema|mehr zu"
            r"|mehr aus|mehr von|lesen sie auch|lesen sie mehr|lesen sie hier|lies auch|auch interessant|lire aussi"
            r"|à lire aussi"
            r"|lire la suite|lea también|lee también|te puede interesar|leia também|leia mais|veja também|leggi anche"
            r"|lees ook"
            r"|läs också|läs även|läs mer|les også|læs også|lue myös|czytaj (?:także|też|więcej)|zobacz (?:także|też)"
            r"|čtěte také"
            r"|baca juga|читайте также|related(?: article| story| stories)?|recommended|watch|watch now|must read"
            r"|don['’]t miss"
            r"|関連記事|ilgili haber)\s*[:|>»-].*$"
            r"|^\W*(?:more from|more on|more about|more stories|related to|mehr zum thema|mehr zu|mehr aus|mehr von"
            r"|weitere artikel"
            r"|plus d'articles|más noticias|das könnte|(?:you|vous|sie|te|le) (?:may|might|pourriez|puede"
            r"|könnte)n?)\b.{0,60}$",
        ),
        (
            Furniture.ADVERTISEMENT,
            r"^\W*(?:advertisement|anzeige|werbung|publicité|publicidad|publicidade|pubblicità|advertentie|reklam"
            r"|annons)\W.{0,60}$"
            r"|^.{0,30}\bcontinues? (?:below|after)\b.{0,40}$|^.{0,40}\b(?:scroll to continue"
            r"|continue reading)\b.{0,20}$",
        ),
        (
            Furniture.SIGN_UP,
            r"^\W*(?:sign up|subscribe|log ?in|register|sign in|get (?:the|our|your|all the) (?:latest|newsletter|app"
            r"|free)|download"
            r"|newsletter|join our|follow us|support (?:our|us|independent)|become a|try|unlock|already a|enter your"
            r"|by (?:signing up"
            r"|subscribing|clicking)|send (?:us |your )?(?:letters|tips|e-?mails|comments|feedback|questions) to"
            r"|(?:have|got|know) (?:a|an|any|more)(?: (?:story|news|confidential))? (?:tips?|story idea)|having trouble"
            r"|click (?:for|to) (?:more|get|view|see|read|watch)|this (?:article|story) is (?:more than|over) (?:a|\d+)"
            r"|this article is (?:free|reserved|exclusive|for)|abonnieren|abonnez|suscr[íi]b"
            r"|assine|iscriviti"
            r"|abonati|melden sie sich|jetzt (?:abonnieren|anmelden|registrieren|testen|lesen)|thank you for|thanks for"
            r"|you have reached|to continue reading|want to|click here|tap here|help us|send us|contact us"
            r"|email us)\b.{0,110}$"
            r"|^\W*(?:minimum|maximum|at least)\s+\d+\s+(?:characters|words|zeichen)\b.*$",
        ),
        (
            Furniture.FORM,
            r"^\W*(?:we welcome|please (?:keep|log|sign|read|note|be)|your (?:email|comment|name)|leave a|post a|add a"
            r"|write a"
            r"|log in|be the first|comments? (?:are|is|policy|rules|section)|load(?:ing)?|show|view"
            r"|hide)\b.{0,100}\b(?:comments?"
            r"|repl(?:y|ies)|respectful|on-topic|published|moderat\w+|discussion)\b.{0,60}$",
        ),
        (
            Furniture.TAGS,
            r"^\W*(?:tags?|topics?|schlagw\w+|filed under|keywords?|themen|etiquetas|temas|categories"
            r"|posted in)\s*:.*$",
        ),
        (
            Furniture.MEDIA,
            r"^\W*(?:(?:prev(?:ious)?|next|start)\s+)?(?:image|photo|picture|slide|slideshow|gallery|bild|foto|imagen|galerie"
            r"|fotostrecke|bildergalerie|diaporama)\s*\(?\d+\s*(?:(?:of|/|von|de|sur|di)\s*\d+|images?|photos?|pictures"
            r"|slides|bilder|fotos)?\)?\W*$|^\W*media playback is .{0,40}$"
            r"|^\W*(?:\d{1,2}:)?\d{1,2}:\d{2}(?:\s*/\s*(?:\d{1,2}:)?\d{1,2}:\d{2})?\W*$|^\W*\d{1,3}\s*(?:/|of|von|sur"
            r"|de)\s*\d{1,3}\W*$",
        ),
        (
            Furniture.FOLLOW,
            r"^\W*(?:follow|like|join|find) (?:us |me )?(?:on (?:facebook|twitter|x|instagram|youtube|telegram)\b"
            r".{0,40}|@\w+.{0,60})$|^\W*(?:follow|folgen sie|suivez|síguenos|siga)\b.{0,60}\b(?:on|us|auf|sur|en|no"
            r"|twitter|facebook|instagram|google)\b.{0,30}$",
        ),
    )
)
# How the words of a pattern begin: the first word of a line begins so where it matches (but for strokes and what
# `furniture` asks besides).
_LITERAL = re.compile(r"(?<!\\)[^\W\d_]+")
_NO_BEGINNINGS = ("the", "and")


def _by_beginning() -> dict[str, tuple[tuple[Furniture, re.Pattern[str]], ...]]:
    """The patterns that may match a line, by the first three letters of its first word."""
    found: dict[str, list[tuple[Furniture, re.Pattern[str]]]] = {}
    for kind, pattern in _PATTERNS:
        for beginning in {word[:3] for word in _LITERAL.findall(pattern.pattern.casefold())}.difference(_NO_BEGINNINGS):
            found.setdefault(beginning, []).append((kind, pattern))
    return {beginning: tuple(patterns) for beginning, patterns in found.items()}


_BY_BEGINNING = _by_beginning()


def bare(low: str) -> str:
    """A line in lower case without the marks and digits at its edges: how it stands in the tables."""
    return low.strip(_EDGES)


def furniture(text: str, words: int, plain: str, low: str, signs: frozenset[str]) -> Furniture | None:
    """What furniture a line is as a whole, None where it is none.

    `words` is the number of its words, `plain` and `low` are the line bare and in lower case, `signs` are those that
    stand in it.
    """
    if words > LONGEST:
        return Furniture.SIGN_UP if signs and addressed(text, low, words, signs) else None
    if ("(" in text or "[" in text) and _BUTTON.search(text):
        return Furniture.NAVIGATION
    if not text[0].isalpha() and not _HAS_WORD.search(text):
        return None if _IN_FIGURES.search(text) else Furniture.MARK
    known = _LINES.get(plain)
    if known:
        return known
    if not plain:
        return Furniture.MARK
    if (words == 1 and _ADDRESS.match(text)) or (text[0] in "![<{" and _BRACKETED.match(text)):
        return Furniture.MARK
    anywhere = "|" in text or "contin" in low or "komment" in low
    for kind, pattern in _PATTERNS if anywhere else _BY_BEGINNING.get(plain.partition(" ")[0][:3], ()):
        if pattern.match(text):
            return kind
    if words > 1 and not _SIGNS_OF_RIGHTS.isdisjoint(signs) and any(map(plain.__contains__, _RIGHTS)):
        return Furniture.LEGAL
    return Furniture.SIGN_UP if signs and addressed(text, low, words, signs) else None
