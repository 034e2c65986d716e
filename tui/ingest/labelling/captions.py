"""Captions: the lines under pictures, known by their credits, their length and their place; and the credits."""

from __future__ import annotations

import re
from functools import lru_cache

from tui.ingest.labelling.signs import longest_piece

_SOURCES = (
    r"AFP|AP|Reuters|REUTERS|Getty(?: Images)?|EPA(?:-EFE)?|EFE|dpa|DPA|APA|Keystone|KEYSTONE|Shutterstock"
    r"|iStock(?:photo)?"
    r"|ANSA|Anadolu|AA|Xinhua|Bloomberg|PA(?: Wire| Media)?|Alamy|Unsplash|Pexels|Pixabay|Wikimedia(?: Commons)?"
    r"|imago(?: images)?"
    r"|IMAGO|picture[- ]alliance|Instagram|Facebook|Twitter|X|YouTube|Handout|File|Courtesy|Supplied|Zuma|ZUMA|SIPA"
    r"|Sipa"
    r"|TASS|Yonhap|Kyodo|ANI|PTI|IANS|UNI|NurPhoto|Adobe ?Stock|Depositphotos|Photo|PHOTO|TT|NTB|Scanpix|Lehtikuva|PAP"
    r"|ČTK|MTI"
)
_CREDIT_LABEL = (
    r"photo(?:s|graph)?s?|photo(?:graph)? ?(?:by|credit|courtesy)|picture|pic|image(?:s)?(?: credit| source)?|credit"
    r"|credits"
    r"|file (?:photo|picture|image|pic)|foto(?:s)?|fotografía|bild(?:er)?|quelle|source|fuente|fonte|imagen|imagem"
    r"|crédit(?:s|o)?"
    r"|crédit photo|kredit|fotoğraf|kuva|zdjęcie|foto: |photo illustration|illustration|graphic|grafik|video|fot"
    r"|autor foto|bildrechte|bildnachweis|bildunterschrift|fotograf|fotografie|photographer|photographe|fotógrafo"
    r"|titelbild|aufmacherbild|beeld|kép|snímek|slika"
    r"|写真|фото|getty|fotocredit|bildquelle|copyright|rights|reproduction|reprodução|divulgação"
)
# A credit alone on its line: begun by its label, its sign or its source; or, behind strings of which one stands in
# whatever the pattern matches, closed by its source.
_CREDIT_FIRST = re.compile(
    rf"\W*(?:(?:{_CREDIT_LABEL})\s*(?:[:|/©]|by\b|courtesy\b|von\b).{{1,90}}|(?:©|\(c\)|&copy;|ⓒ)\s?.{{1,80}}"
    rf"|(?:{_SOURCES})(?:\s?[/|,–-]\s?.{{1,50}})?)$",
    re.IGNORECASE,
)
_CREDIT_LAST: tuple[tuple[tuple[str, ...], re.Pattern[str]], ...] = tuple(
    (anchors, re.compile(pattern, re.IGNORECASE))
    for anchors, pattern in (
        (("/", "|"), rf"\W*.{{2,50}}\s?[/|]\s?(?:{_SOURCES})\W*$"),
        ((" via ", " for "), rf"\W*.{{3,50}}\s(?:via|for)\s(?:{_SOURCES}).{{0,20}}$"),
        (
            ("getty", "ap photo", "afp", "reuters", "epa", "shutterstock", "alliance", "imago", "keystone"),
            r"\W*[^.]{3,60}\b(?:Getty Images|AP Photo|AFP|Reuters|EPA|Shutterstock|picture alliance|imago images"
            r"|Keystone)[^\w.]*$",
        ),
    )
)
# What a caption ends in that ends in a credit.
_CREDIT_END = re.compile(
    rf"(?:[(\[][^()\[\]]{{0,60}}\b(?:{_SOURCES}|[Pp]hoto(?:graph)?(?:s|er)?|[Ff]oto|[Bb]ild|[Ii]mage|[Cc]redit"
    rf"|[Pp]icture|FILE|[Ff]ile|via|Quelle)\b"
    r"[^()\[\]]{0,60}[)\]]\.?"
    rf"|(?:[Pp]hoto(?:graph)?s?|[Ff]oto(?:s)?|[Bb]ild(?:er)?|[Ii]mage(?:s)?(?: [Cc]redit)?|[Pp]icture|[Cc]redit|PHOTO"
    rf"|FOTO|IMAGE|Quelle|Source|Crédit|Fot|Bildquelle|Bildrechte|Bildnachweis|Beeld|Kuva|Фото|©|ⓒ|\(c\))"
    r"\s?(?::|\|| by |©|/|courtesy|\s(?=[A-Z])).{2,70}"
    rf"|(?:©|ⓒ|\(c\)|&copy;).{{2,70}}"
    # (Ann Example/Agency)
    r"|\([A-Z][\w'’.-]+(?: [\w'’.-]+){1,4} ?/ ?[\w '’.-]{2,40}\)"
    rf"|[|/–—-]\s?(?:{_SOURCES})(?:\s?/\s?[\w .'-]{{2,40}})?\W*|(?:REUTERS|AP Photo|AFP|EPA|Getty Images|Keystone"
    rf"|KEYSTONE)(?:/[\w .'-]{{2,50}})?\W*"
    r"|\bvia (?:AP|AFP|Getty Images|REUTERS|Reuters))$"
)
# What agencies write at the two ends of a caption, which may then be as long as a paragraph.
_AGENCY_BEGINS = re.compile(r"[A-Z][A-Z .'’-]{1,40}, [A-Z][A-Z .'’-]{1,40} ?[-–—] ?[A-Z]{3,9}\.? \d{1,2}(?:, \d{4})?: ")
_AGENCY_ENDS = re.compile(
    r"(?:[(\[](?i:photo|picture|image|foto|bild)\w*(?:\s(?:by|credit|courtesy|via)\b|:)[^()\[\]]{2,90}[)\]]"
    rf"|\b(?i:photo|foto|bild|image)s?(?: credit)?: [^:]{{2,60}}[/,]\s?[^:]{{0,40}}\b(?:{_SOURCES})"
    r"|\bvia (?:Getty Images|AP|AFP|Reuters))\.?$"
)
# A sentence, and behind its full stop nothing but who took the picture.
_BEHIND_STOP = re.compile(
    r"(?:\b[^\W\d_A-Z]{3,}|\d\w*|[)”\"»])[.!]\W?\s+(?P<names>(?:[^.!?…:;()]|(?<=\b[^\W\d_a-z])\.){2,60})$"
)
_ONE_NAME = re.compile(rf"{_SOURCES}|Supplied|Contributed|Privat|Archiv")
_MOST_NAMES = 5
_LEAST_SHOWN = 8  # words
_LONGEST = 160
_LONGEST_CREDIT = 120

# What only captions say, each pattern behind strings in lower case, one of which is in whatever it matches.
_SHOWN_FIRST_WORDS = """
file screen still undated aerial satellite handout photo image picture clip symbolbild archivbild archivfoto
"""
_SHOWN_FIRST_SIGNS = frozenset(_SHOWN_FIRST_WORDS.split())
_SHOWN_FIRST = re.compile(
    r"\W*(?:FILE\b|File (?:photo|image|picture|pic)|(?:A |An |This )?(?:file |screen|still|undated|aerial|satellite"
    r"|handout)"
    r"(?:\s?(?:photo|image|picture|view|grab|shot|still))|PHOTO\b|Image\b\s?[:|]|Symbolbild|Archivbild|Archivfoto"
    r"|In this (?:\w+ )?(?:photo|picture|image|clip))",
    re.IGNORECASE,
)
_SHOWN: tuple[tuple[tuple[str, ...], re.Pattern[str]], ...] = tuple(
    (anchors, re.compile(pattern, re.IGNORECASE))
    for anchors, pattern in (
        (
            ("(",),
            r"\((?:L|R|C|left|right|centre|center|li\.|re\.|links|rechts|Mitte|Archiv(?:bild|foto)?|Symbolbild)\)"
            r"|\((?:from )?(?:L-R|left to right)\)"
            r"|\((?:l\.|r\.|m\.|v\.\s?l\.|à gauche|à droite|au centre|izq\.|der\.|a sinistra|a destra)[^)]{0,20}\)",
        ),
        (
            (" left", " right", " cent"),
            r",\s(?:(?:second|third|far|front|back|top|bottom)\s(?:from\s)?)?(?:left|right|cent(?:er|re)),?\s",
        ),
        (
            ("day, ",),
            r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,\s[A-Z][a-z]{2,8}\.?\s\d{1,2},\s(?:19|20)\d\d\b",
        ),
        (
            ("picture", "pose", "seen here", "photo", "image"),
            r"\b(?:pictured|poses? (?:for|with)|seen here|in this (?:file )?(?:photo|picture|image))\b",
        ),
        (
            (" seen ",),
            r"\b(?:is|are) seen (?:in|at|on|during|with|here|near|after|before|outside|inside|from|through)\b",
        ),
    )
)

# A label, an agency or a bracket stands in whatever `_CREDIT_END` matches; most sentences end in none.
_LABELS = ("photo", "fot", "bild", "image", "picture", "credit", "quelle", "source", "crédit", "kuva", "фото")
_MARKS = ("©", "ⓒ", "(c)", "&copy;")
_NAMES = ("reuters", "afp", "epa", "keystone", "getty images", "ap photo", "via ap")
_NAMED = re.compile("REUTERS|AP Photo|AFP|EPA|Getty Images|Keystone|KEYSTONE|via (?:AP|Reut)")
_STROKE = re.compile(rf"[|/–—-]\s?(?:{_SOURCES})")
_CREDIT_SIGNS = frozenset(map(longest_piece, (*_LABELS, *_MARKS, *_NAMES)))
_SHOWN_SIGNS = frozenset(longest_piece(anchor) for anchors, _ in _SHOWN for anchor in anchors if anchor != "(")
SIGNS = _CREDIT_SIGNS | _SHOWN_FIRST_SIGNS | _SHOWN_SIGNS
_TAIL = 90
_LONGEST_NAME = 70
_LONGEST_CREDITED, _LONGEST_SHOWN = 70, 55  # words


@lru_cache(maxsize=4096)
def credit(text: str, words: int) -> bool:
    """Whether a line is a picture's credit alone."""
    if words > 14:
        return False
    if _CREDIT_FIRST.match(text):
        return True
    low = text.lower()
    return any(any(map(low.__contains__, anchors)) and pattern.match(text) for anchors, pattern in _CREDIT_LAST)


def captioned(text: str, low: str, words: int, signs: frozenset[str]) -> bool:
    """Whether a line reads as a caption by itself: a credit at its end, or what only captions say.

    `low` is the line in lower case, `signs` are those that stand in it.
    """
    if words > _LONGEST_CREDITED:
        return words <= _LONGEST and _from_agency(text)
    tail = text[-_TAIL:]
    if _may_credit(tail, low[-_TAIL:], signs) and _CREDIT_END.search(tail):
        return True
    if words > _LONGEST_SHOWN:
        return False
    if words >= _LEAST_SHOWN and text[-1].isalpha() and _names_behind(text[-_LONGEST_NAME:]):
        return True
    if not _SHOWN_FIRST_SIGNS.isdisjoint(signs) and _SHOWN_FIRST.match(text):
        return True
    if _SHOWN_SIGNS.isdisjoint(signs) and "(" not in text:
        return False
    return any(any(map(low.__contains__, anchors)) and pattern.search(text) for anchors, pattern in _SHOWN)


def _from_agency(text: str) -> bool:
    tail = text[-_LONGEST_CREDIT:]
    if ("/" in tail or "via " in tail or tail.rstrip(".").endswith((")", "]"))) and _AGENCY_ENDS.search(tail):
        return True
    return text[1:3].isupper() and _AGENCY_BEGINS.match(text) is not None


def _names_behind(tail: str) -> bool:
    behind = _BEHIND_STOP.search(tail)
    if behind is None:
        return False
    names = behind["names"].replace("/", " ").split()
    if len(names) == 1:
        return _ONE_NAME.fullmatch(names[0]) is not None
    return len(names) <= _MOST_NAMES and all(name[0].isupper() for name in names)


def _may_credit(tail: str, low: str, signs: frozenset[str]) -> bool:
    if tail[-1] in ")]" or tail[-2:] in (").", "]."):
        return True
    labelled = not _CREDIT_SIGNS.isdisjoint(signs)
    if labelled and (any(map(low.__contains__, (*_LABELS, *_MARKS))) or _NAMED.search(tail)):
        return True
    return _STROKE.search(tail) is not None
