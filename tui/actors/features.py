"""What the tagger looks at: a span of a run and its surroundings, and a gap between two words of a run.

Features are short strings. Those that name a word of the span itself begin with "=": for a name that nobody has met,
the models know none of them.
"""

from __future__ import annotations

from functools import lru_cache

from tui.actors import lists, wordcase
from tui.actors.runs import Run
from tui.text.calendar import MONTH_NAMES

_LISTED = (
    ("H", "honorifics"),
    ("T", "titles"),
    ("M", "title modifiers"),
    ("O", "organisation heads"),
    ("P", "place words"),
    ("S", "name suffixes"),
    ("Q", "people"),
)
_MONTHS = frozenset(MONTH_NAMES)


@lru_cache(maxsize=1 << 16)
def categories(word: str) -> str:
    """The lists that a word stands in, one letter each, and how it is written."""
    small = word.lower().rstrip(".")
    found = [letter for letter, title in _LISTED if small in lists.words(title)]
    if word in _MONTHS:
        found.append("K")
    if word in lists.given_names():
        found.append("G")
    found.append(gazetteer(word))
    return "".join(found) + shape(word)


@lru_cache(maxsize=1 << 15)
def gazetteer(phrase: str) -> str:
    """What the lists of places hold a phrase for: c state, r region, y city, d people of a state, or nothing."""
    if phrase in lists.state_names():
        return "c"
    if phrase in lists.regions():
        return "r"
    if phrase in lists.cities():
        return "y"
    return "d" if phrase in lists.demonyms() else ""


@lru_cache(maxsize=1 << 16)
def shape(word: str) -> str:
    """A word's writing in a sign or two: initial, initialism, capitals, hyphen, figures, inner capital, length."""
    bare = word.rstrip(".")
    if len(bare) == 1:
        return "i"
    if "." in bare:
        return "u"
    if bare.isupper():
        return f"A{min(len(bare), 6)}" if bare.isalpha() else "A#"
    if "-" in bare:
        return "h"
    if not bare.isalpha():
        return "#"
    return "x" if bare[1:].islower() else "X"


def span_features(run: Run, first: int, last: int) -> list[str]:
    """The features of words `first` to `last` of a run, both included."""
    words, gaps = run.words, run.gaps
    head, tail = words[first], words[last]
    small_head, small_tail = head.lower(), tail.lower()
    size = last - first + 1
    if first:
        left1 = words[first - 1].lower()
        left2 = words[first - 2].lower() if first > 1 else run.left[0]
        if gaps[first - 1]:
            left1, left2 = gaps[first - 1].rsplit(" ", 1)[-1], left1
        left_cat = categories(words[first - 1])
    else:
        left1, left2 = run.left
        left_cat = left_category(left1)
    if last + 1 < len(words):
        right1 = words[last + 1].lower()
        right2 = words[last + 2].lower() if last + 2 < len(words) else run.right[0]
        if gaps[last]:
            right1, right2 = gaps[last].split(" ", 1)[0], right1
        right_cat = categories(words[last + 1])
    else:
        right1, right2 = run.right[:2]
        right_cat = left_category(right1)
    right3 = run.right[2] if last + 1 == len(words) else ""
    opens = "o" if run.opens and first == 0 else "m"
    n = str(min(size, 5))
    cats_head, cats_tail = categories(head), categories(tail)
    found = [
        "n" + n,
        "no" + n + opens,
        "l" + left1,
        "r" + right1,
        "ln" + n + left1,
        "rn" + n + right1,
        "ll" + left2 + "_" + left1,
        "rr" + right1 + "_" + right2,
        "lc" + left_cat,
        "lcn" + n + left_cat,
        "rc" + right_cat,
        "ch" + n + cats_head,
        "ct" + n + cats_tail,
        "lr" + left1 + "_" + right1,
        "r3" + right2 + "_" + right3,
        "r2" + n + right2,
        "q2" + right1 + left_category(right2) + "_" + left_category(right3),
        "e3" + n + small_tail[-3:],
        "e4" + small_tail[-4:],
        "b3" + n + small_head[:3],
    ]
    found += ["=f" + small_head, "=t" + small_tail]
    if size == 1:
        case = str(wordcase.level(head))
        found += [
            "c1" + case + opens + shape(head),
            "cl" + case + opens + left1,
            "cr" + case + opens + right1,
            "cc" + case + cats_head,
            "e2" + small_tail[-2:],
        ]
        found.append("=1" + head)
        return found
    surface = " ".join(words[first : last + 1])
    found += [
        "k" + n + str(sum(wordcase.level(word) < 3 for word in words[first : last + 1])),
        "e3h" + small_head[-3:],
        "ht" + cats_head + "_" + cats_tail,
    ]
    found += ["g" + gap for gap in gaps[first:last] if gap]
    if size == 2:
        found.append("sh" + shape(head) + shape(tail) + gaps[first])
    else:
        found += ["cm" + categories(word) for word in words[first + 1 : last]]
    found += ["z" + gazetteer(surface) + n, "=s" + surface]
    found += ["=m" + word.lower() for word in words[first + 1 : last]]
    return found


@lru_cache(maxsize=1 << 14)
def left_category(word: str) -> str:
    """The lists that a small word beside a span stands in."""
    found = [letter for letter, title in _LISTED if word in lists.words(title)]
    if word in lists.words("saying"):
        found.append("V")
    return "".join(found) or "-"


def gap_features(run: Run, at: int) -> list[str]:
    """The features of the gap between words `at` and `at + 1` of a run."""
    words, gap = run.words, run.gaps[at]
    left, right = words[at], words[at + 1]
    small_left, small_right = left.lower(), right.lower()
    count = len(words)
    before = words[at - 1].lower() + run.gaps[at - 1] if at else "^" + run.left[0]
    after = words[at + 2].lower() if at + 2 < count else "$" + run.right[0]
    cats_left, cats_right = categories(left), categories(right)
    place = f"{min(at, 2)}{min(count - at - 2, 2)}"
    left_part = gazetteer(" ".join(words[max(0, at - 1) : at + 1])) if at else ""
    right_part = gazetteer(" ".join(words[at + 1 : at + 3])) if at + 2 < count else ""
    found = [
        "G" + gap,
        "Gp" + gap + place,
        "Gc" + gap + cats_left + "_" + cats_right,
        "Gl" + gap + cats_left,
        "Gr" + gap + cats_right,
        "Gv" + gap + str(wordcase.level(left)) + str(wordcase.level(right)) + ("o" if run.opens and not at else ""),
        "Gz" + gap + left_part + "_" + right_part,
        "Gy" + gap + gazetteer(left) + left_part + cats_right,
        "Gb" + gap + before,
        "Ga" + gap + after,
        "Gcb" + (categories(words[at - 1]) if at else left_category(run.left[0])) + gap + cats_left,
        "Gca" + gap + cats_right + (categories(words[at + 2]) if at + 2 < count else left_category(run.right[0])),
        "Gs" + gap + small_left[-3:] + shape(right),
        "Gt" + gap + cats_left + small_right[-3:],
    ]
    found += [
        "=L" + gap + small_left,
        "=R" + gap + small_right,
        "=P" + small_left + gap + "_" + small_right,
        "=B" + before + "_" + small_left,
    ]
    if gap and gap != "-":
        found.append("Gq" + gap + cats_left + place)
        found.append("Gw" + ("T" if at and _titled(words, at) else "") + gap + cats_right)
    return found


def _titled(words: tuple[str, ...], at: int) -> bool:
    titles = lists.words("titles")
    return any(word.lower().rstrip(".") in titles for word in words[: at + 1])
