"""Sentences of a running text, with their offsets."""

from __future__ import annotations

import re


def _list(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Abbreviations that a name or a number follows: their stop never ends a sentence.
_BEFORE_NAME = _list("""
    mr mrs ms mx dr prof sr jr st ste mt ft rev hon fr sgt cpl pvt capt cmdr lt col maj gen adm brig gov sen rep reps
    sens pres supt insp det messrs mme mlle hr fru sra srta gen-col vs v no nos art op cit fig figs vol pp p ch sec
    approx est ca cf ed eds inc-no dep asst assoc amb atty
""")
# Abbreviations that may also close a sentence: their stop ends it only where a new one plainly begins.
_MID = _list("""
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun inc corp co ltd llc
    bros etc al ave blvd rd dept univ ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss
    mo mont neb nev okla ore pa tenn tex va vt wash wis wyo a.m p.m e.g i.e u.s u.k u.n e.u
    d.c ph.d m.d b.a m.a
""")
# Words that, capitalised after an abbreviation, begin a sentence rather than go on with a name.
_BEGINNERS = _list("""
    the a an he she it they we i you his her its their our my this that these those there here in on at as after
    before but and or if when while where who what why how for from with by to since until despite although though
    however meanwhile no not some many most one two all both each every another such so then now
""")
_SAYING = "said|says|asked|asks|told|added|wrote|replied|shouted|tweeted|wondered|demanded|cried|exclaimed|announced"

_END = re.compile(
    r"(?P<mark>[.!?…]+|[。！？]+)(?P<close>[\"'”’»)\]]*)(?:(?P<space>\s+)(?P<open>[\"'“‘„«»(\[]*)(?=(?P<next>[^\s\"'“‘„«»(\[]))|(?<=[。！？]))"
)
_BREAK = re.compile(r"\n[ \t]*\n\s*")
_WORD_BEFORE = re.compile(r"[\w.'’&-]+$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_SAID_NEXT = re.compile(rf"(?:[\w.'’-]+ ){{1,4}}?(?:{_SAYING})\b")


def _ends(text: str, match: re.Match[str], start: int) -> bool:
    """Whether the mark found closes the sentence that began at `start`."""
    mark, follower = match["mark"], match["next"] or ""
    if not match["space"]:
        return True
    if follower.islower() or follower in ",;:–—-":
        return False
    after = text[match.end() :]
    if match["close"] and mark[-1] in "?!" and _SAID_NEXT.match(after):
        return False  # “Where to?” Mr Smith asked.
    if mark != "." or match["close"][:1] in ("”", '"', "»"):
        return True
    before = _WORD_BEFORE.search(text, start, match.start())
    if before is None:
        return True
    word = before.group().casefold()
    first = _FIRST_WORD.match(after)
    begins = bool(match["open"]) or (first is not None and first.group().casefold() in _BEGINNERS)
    if word in _BEFORE_NAME:
        return word in ("no", "st", "p", "v", "ed") and begins
    if len(word) == 1 and word.isalpha():
        return word != "i" and begins and match.start() - before.start() == 1
    if word in _MID or re.fullmatch(r"(?:[^\W\d_]\.)+[^\W\d_]", word):
        return begins
    return True


def sentences(text: str) -> list[tuple[int, int]]:
    """The sentences of a text as (start, end) offsets in code points, without the white space around them.

    A stop after an abbreviation or an initial ends none, closing quotation marks belong to the sentence before, and a
    quotation that its saying follows (“Why?” he asked.) goes on; sentences within a quotation stand alone. An empty
    line always ends one.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for piece in [*_BREAK.finditer(text), None]:
        stop = piece.start() if piece else len(text)
        while start < stop and text[start].isspace():
            start += 1
        for match in _END.finditer(text, start, stop):
            if match.start() >= start and _ends(text, match, start):
                spans.append((start, match.end("close")))
                start = match.end("space") if match["space"] else match.end("close")
        end = stop
        while end > start and text[end - 1].isspace():
            end -= 1
        if end > start:
            spans.append((start, end))
        start = piece.end() if piece else stop
    return spans
