"""Names of people: their parts, and whether two of them can be one person's."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from tui.actors import lists


@lru_cache(maxsize=1 << 16)
def parts(key: str) -> tuple[str, ...]:
    """The words of a person's name by its key, without honorifics before and suffixes (Jr, III) behind."""
    words = key.replace("-", " ").split() if " " not in key else key.split()
    while len(words) > 1 and words[0] in lists.words("honorifics"):
        words = words[1:]
    while len(words) > 1 and words[-1] in lists.words("name suffixes"):
        words = words[:-1]
    return tuple(words)


def surname(key: str) -> str:
    """The last word of a person's name."""
    return parts(key)[-1]


def compatible(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Whether two full names of equal first and last words can be one person's: no middle names that differ."""
    return _middles_agree(one[1:-1], two[1:-1])


def _middles_agree(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    if not one or not two:
        return True
    short, long = sorted((one, two), key=len)
    return all(any(_same_or_initial(a, b) for b in long) for a in short)


def _same_or_initial(one: str, two: str) -> bool:
    return one == two or (min(len(one), len(two)) == 1 and one[0] == two[0])


def includes(full: tuple[str, ...], short: tuple[str, ...]) -> bool:
    """Whether a shorter name is a way to write the fuller one: last words, first and last, or initials and last."""
    if len(short) > len(full) or full == short:
        return False
    if len(short) == 1:
        return full[-1] == short[0]
    if full[-1] != short[-1]:
        return False
    if full[-len(short) :] == short or full[0] == short[0]:
        return True
    return len(short[0]) == 1 and full[0][0] == short[0] and _middles_agree(full[1:-1], short[1:-1])


def spelt_alike(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Whether two full names differ only in how they are spelt: word by word, a letter or two of a long word."""
    if len(one) != len(two) or one == two or len("".join(one)) < 9:
        return False
    off = 0
    for left, right in zip(one, two, strict=True):
        if left == right:
            continue
        if left[0] != right[0] or min(len(left), len(right)) < 5:
            return False
        distance = DamerauLevenshtein.distance(left, right, score_cutoff=2)
        if distance > (1 if min(len(left), len(right)) < 7 else 2):
            return False
        off += distance
    return 0 < off <= 2
