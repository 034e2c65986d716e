"""Which language a text is in, by its script and by a vote of small words; and those words."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import filterfalse

from tui.text.stop_word_lists import STOP_WORD_LISTS

_SAMPLE = 2000
_WORD = re.compile(r"[^\W\d_]+")
_OTHER_SCRIPT = re.compile("[\u0370-\u1fff\u3040-\ud7ff\uf900-\ufaff\ufb1d-\ufefc\uff66-\uffdc]")
_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7a3\u1100-\u11ff]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
    ("hy", re.compile("[\u0530-\u058f]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("ar", re.compile("[\u0600-\u06ff\u0750-\u077f]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("bn", re.compile("[\u0980-\u09ff]")),
    ("pa", re.compile("[\u0a00-\u0a7f]")),
    ("gu", re.compile("[\u0a80-\u0aff]")),
    ("ta", re.compile("[\u0b80-\u0bff]")),
    ("te", re.compile("[\u0c00-\u0c7f]")),
    ("kn", re.compile("[\u0c80-\u0cff]")),
    ("ml", re.compile("[\u0d00-\u0d7f]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
    ("ka", re.compile("[\u10a0-\u10ff]")),
    ("am", re.compile("[\u1200-\u137f]")),
)
# Letters that one language of a shared script has and the other has not.
_URDU, _PERSIAN = re.compile("[ٹڈڑےں]"), re.compile("[پچژگی]")
_UKRAINIAN, _BULGARIAN = re.compile("[іїєґ]"), re.compile("ъ")
_RUSSIAN = re.compile("[ыэ]")


@cache
def stop_words(lang: str) -> frozenset[str]:
    """The small words of a language, lower case; empty for a language without a list."""
    return frozenset(STOP_WORD_LISTS.get(lang, "").split())


@cache
def _voters() -> dict[str, tuple[tuple[str, float], ...]]:
    """Each small word with the languages that have it; a word that many share counts less for each."""
    owners: dict[str, list[str]] = {}
    for lang in STOP_WORD_LISTS:
        for word in stop_words(lang):
            owners.setdefault(word, []).append(lang)
    return {word: tuple((lang, 1 / len(langs)) for lang in langs) for word, langs in owners.items()}


def language(text: str) -> str:
    """The ISO 639-1 code of the language of a text, "" where too little of it tells. Reads at most 2,000 characters."""
    sample = text[:_SAMPLE]
    if not sample.isascii():
        others = len(_OTHER_SCRIPT.findall(sample))
        if others * 3 > len(sample) - sample.count(" "):
            return _by_script(sample)
    words = _words(sample.lower())
    voters = _voters()
    votes: dict[str, float] = {}
    counts = Counter(filter(voters.__contains__, words))
    hits = counts.total()
    if hits < 2 or hits * 12 < len(words):
        return ""
    for word, count in counts.items():
        for lang, share in voters[word]:
            votes[lang] = votes.get(lang, 0.0) + share * count
    return max(votes, key=lambda lang: votes[lang])


def _words(low: str) -> list[str]:
    """The words of a text, of letters alone: most are so as they stand between spaces."""
    parts = low.split()
    return [*filter(str.isalpha, parts), *_WORD.findall(" ".join(filterfalse(str.isalpha, parts)))]


def _by_script(sample: str) -> str:
    counts = {lang: len(letters.findall(sample)) for lang, letters in _SCRIPTS}
    if counts["ja"] * 10 > counts["zh"] and counts["ja"]:
        return "ja"
    best = max(counts, key=lambda lang: counts[lang])
    if best == "ar":
        if _URDU.search(sample):
            return "ur"
        return "fa" if len(_PERSIAN.findall(sample)) * 30 > counts["ar"] else "ar"
    if best == "ru":
        if _UKRAINIAN.search(sample):
            return "uk"
        return "bg" if _BULGARIAN.search(sample) and not _RUSSIAN.search(sample) else "ru"
    return best if counts[best] else ""
