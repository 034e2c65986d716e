"""Sentences in which a page speaks to its users: consent, accounts, newsletters, blockers, appeals."""

from __future__ import annotations

import re
from itertools import chain

from tui.ingest.labelling.signs import longest_piece

# Each pattern stands behind strings in lower case, one of which is in whatever it matches.
Address = tuple[tuple[str, ...], re.Pattern[str] | None]
_ADDRESSED: tuple[Address, ...] = tuple(
    (tuple(anchors.split("|")), re.compile(pattern, re.IGNORECASE))
    for anchors, pattern in (
        (
            "privacy",
            r"\bterms of (?:use|service)\b.{0,80}\bprivacy (?:policy|notice)\b|\bprivacy (?:policy|notice)\b.{0,80}"
            r"\bterms of (?:use|service)\b",
        ),
        ("mail", r"\bvalid e-?mail\b|\bby (?:entering|providing|submitting) your e-?mail\b"),
        ("you are agreeing|you agree", r"\byou (?:are agreeing|agree) to (?:our|the|receive)\b"),
        (
            "subscribe to |sign up ",
            r"\bsubscribe to (?:our|the|get|receive)\b|\bsign up (?:for|to) (?:our|the|get|receive)\b",
        ),
        ("your inbox", r"\b(?:in|to) your inbox\b"),
        ("block", r"\bad[- ]?block(?:er|ers)?\b|\b(?:contenu|contenido|conteúdo) (?:bloqué|bloqueado)\b"),
        ("javascript|your browser ", r"\benable javascript\b|\byour browser (?:does not|doesn't)\b"),
        (
            " account|unlimited access",
            r"\bunlimited access\b|\bcreate (?:an|a free|your) account\b|\balready have an account\b",
        ),
        ("already ", r"\balready (?:a subscriber|subscribed)\b"),
        (" app", r"\b(?:download|get) (?:the|our) (?:free )?app\b"),
        (
            "cookie",
            r"\bthis (?:site|website) uses cookies\b"
            r"|\bcookies?\b.{0,60}\b(?:akzeptier\w+|accept\w*|zustimm\w+|consent)\b",
        ),
        ("inhalt", r"\bexternen? inhalte?n?\b|\beingebettete(?:n|r)? inhalte?\b"),
        ("einwilligung", r"\beinwilligung\b.{0,60}\b(?:personenbezogen|widerruf|datenschutz)"),
        ("privatsphäre-", r"\bprivatsphäre-einstellungen\b"),
        (
            "newsletter",
            r"\bnewsletter\b.{0,60}\b(?:brings|delivers|gives|sends) you\b"
            r"|\bnewsletter\b.{0,80}\b(?:abonn\w+|anmeld\w+|inbox|postfach|subscribe|sign up|inscri\w+)\b"
            r"|\b(?:abonn\w+|anmeld\w+|subscribe|sign up|inscri\w+)\b.{0,60}\bnewsletter",
        ),
        ("whatsapp", r"\bwhatsapp-kanal\b|\bwhatsapp channel\b"),
        ("exclusivo|riservato", r"\b(?:contenido|conteúdo|contenuto) (?:exclusivo|riservato)\b"),
        ("donation|support our ", r"\bmake a donation\b|\bsupport our (?:work|journalism)\b"),
        (
            "load",
            r"\b(?:video|advertisement|player|content|ad) (?:has|have|could|can|did)(?:\snot|n['’]t)?\s?"
            r"(?:failed to |be )?load(?:ed)?\b",
        ),
        (
            "premium |exclusive ",
            r"\b(?:premium|exclusive) (?:content|articles)\b.{0,60}\b(?:with your account|subscri\w+|members?)\b",
        ),
        ("may not be ", r"\bmay not be (?:published|reproduced|redistributed|copied)\b"),
        ("minutes", r"\bdelayed (?:by )?(?:at least )?(?:\d+|two|fifteen|twenty) minutes\b"),
        ("commission|affiliate", r"\bearn (?:an? )?(?:affiliate )?commissions?\b|\baffiliate[- ]links?\b"),
        (
            "here|hier",
            r"^.{0,160}\b(?:click|tap|browse|subscribe|register|download|sign up|find (?:out|them|it)(?: more)?"
            r"|read (?:more|it|our|the \w+))\s(?:\w+\s){0,3}here\W*$"
            r"|\bklick\w* (?:sie )?hier\b|\bhier (?:klicken|anmelden|abonnieren|bestellen|registrieren)\b",
        ),
        (
            "your data|your personal data|this form|consent",
            r"\byour (?:personal )?data (?:will|may|is|are|can|for)\b|\bby (?:submitting|sending) this form\b"
            r"|\b(?:revoke|withdraw) (?:this|your) consent\b",
        ),
        (
            "privacy|data protection|datenschutz",
            r"\b(?:more|further) (?:information|details)\b.{0,60}\b(?:privacy|data protection)\b"
            r"|\b(?:weitere|mehr|nähere) (?:informationen|infos)\b.{0,80}\bdatenschutz",
        ),
        (
            "clipboard|zwischenablage|portapapeles|presse-papiers",
            r"\b(?:copied|copiad[oa]|copié)\b.{0,40}\b(?:clipboard|portapapeles|presse-papiers)\b"
            r"|\bzwischenablage (?:kopiert|gespeichert)\b",
        ),
        (
            "expressed",
            r"\b(?:opinions?|views?)\b.{0,60}\bexpressed\b.{0,120}"
            r"\b(?:(?:do|does) not|those of|(?:his|her|their|my) own|solely)\b",
        ),
        ("会員", r"有料会員|会員限定|無料会員"),
    )
)
# What consent banners speak of; a sentence with three of them is one.
_CONSENT = re.compile(
    r"cookie|tracking|personali[sz]|einwilligung|zustimmung|zustimmen|consent|datenschutz|privacy|third part"
    r"|drittanbieter|drittl"
    r"|legitimate interest|berechtigte|targeted ad|browsing|personenbezogen|personal data|datenübermittlung"
    r"|publicité ciblée"
    r"|consentement|confidentialité|données personnelles|consentimiento|datos personales|widerruf|werbung und"
    r"|relevante inhalte"
)
_SPEAKS_OF_CONSENT = 3
_CONSENT_ANCHORS = ("cookie", "tracking", "privacy", "consent", "datenschutz", "zustimm", "einwilligung", "personal")
# What a page asks of its readers, and how it speaks of itself and to them; two of the first and both of the second
# (or the salutation) make an appeal.
_APPEAL = re.compile(
    r"subscri|newsletter|donat|contribut|journalism|support (?:us|our|the)\b|our readers|our work|our reporting"
    r"|member|free trial|first month|per month|a month|unlock|at any time|anytime|sign up|premium|special offers"
    r"|our partners|your data|spam|this form|adverts|reader-supported|nonprofit|inbox|webinar"
    r"|abonn|unterstütz|spende|journalismus|kündbar|kündig|jederzeit|leserinnen|registrier|postfach"
    r"|soutenez|soutenir|faites un don|journalisme|vos données|lecteurs|inscri"
    r"|suscri|apoya|periodismo|boletín|lectores|socio|assin|apoie|jornalismo|leitores|giornalismo|sostieni|lettori"
    r"|steun|journalistiek|lezers|destek|abone"
)
_ITSELF = re.compile(
    r"\b(?:we|our|us|wir|unser\w*|uns|nous|notre|nos|nuestr\w+|nosotros|noss\w+|nostr\w+|noi|ons|onze|wij|bizi|bizim)\b"
)
_TO_READERS = re.compile(
    r"\b(?:you|your|readers?|sie|ihr\w*|dich|dein\w*|vous|votre|vos|usted\w*|tu|tus|su|você|seu|sua|tuo|tua|vostr\w+|jij|je"
    r"|jouw|uw|sizin|siz)\b"
)
_SALUTATION = re.compile(r"dear readers?\b|liebe leser|chers? lect|querid[oa]s? lector|car[oi] lettor")
_APPEAL_ANCHORS = (
    *("subscri", "newsletter", "donat", "contribut", "support", "member", "spam", "this form", "offers", "dear reader"),
    *("abonn", "unterstütz", "spende", "liebe leser", "soutenez", "soutenir", "chers lect", "suscri", "apoya", "assin"),
    *("apoie", "sostieni", "steun", "destek", "abone", "lettor", "lector", "sign up", "your data"),
)
_ALL: tuple[Address, ...] = (*_ADDRESSED, (_CONSENT_ANCHORS, None), (_APPEAL_ANCHORS, _APPEAL))


def _by_sign() -> dict[str, tuple[Address, ...]]:
    found: dict[str, list[Address]] = {}
    for way in _ALL:
        for sign in {longest_piece(anchor) for anchor in way[0]}:
            found.setdefault(sign, []).append(way)
    return {sign: tuple(ways) for sign, ways in found.items()}


_BY_SIGN = _by_sign()
SIGNS = frozenset(_BY_SIGN)
_QUOTED = "\"“„«'‘"


def addressed(text: str, low: str, words: int, signs: frozenset[str]) -> bool:
    """Whether a sentence is the page speaking to its users: consent, accounts, newsletters, blockers.

    `low` is the text in lower case, `signs` are those that stand in it.
    """
    asked = SIGNS & signs
    if not asked or words > 110 or words < 3 or low[0] in _QUOTED:
        return False
    for anchors, pattern in chain.from_iterable([_BY_SIGN[sign] for sign in asked]):
        if any(map(low.__contains__, anchors)):
            if pattern is _APPEAL:
                if _appeals(low):
                    return True
            elif pattern.search(text) if pattern else len(set(_CONSENT.findall(low))) >= _SPEAKS_OF_CONSENT:
                return True
    return False


def _appeals(low: str) -> bool:
    """Whether a page asks something of its readers here: of itself it says we, and it speaks to them."""
    if _SALUTATION.match(low):
        return True
    if not (_ITSELF.search(low) and _TO_READERS.search(low)):
        return False
    return len(set(_APPEAL.findall(low))) >= 2
