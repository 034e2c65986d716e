"""What the tagger looks at: a span of a run and its surroundings, and a gap between two words of a run.

Features are short strings, in groups that each rest on a word or two, so that what one of a gap weighs can be summed
once and kept. Features that name a word of the span itself begin with "=": for a name that nobody has met, the
models know none of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any

from tui.actors import lists, wordcase
from tui.actors.finding.runs import Run
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
# What is set in capitals and longer than this is no short form.
_LONGEST_SHORT = 5
Group = Callable[..., tuple[str, ...]]
Grouped = tuple[Group, tuple[Any, ...]]
"""A group of features and the words, or tuples of words, that it is of."""


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
    if len(phrase) > _LONGEST_SHORT and phrase.isupper():
        phrase = phrase.title()
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


@lru_cache(maxsize=1 << 14)
def left_category(word: str) -> str:
    """The lists that a small word beside a span stands in."""
    found = [letter for letter, title in _LISTED if word in lists.words(title)]
    if word in lists.words("saying"):
        found.append("V")
    return "".join(found) or "-"


def of_words(words: tuple[str, ...], gaps: tuple[str, ...], opens: str) -> tuple[str, ...]:
    """The words of a span by themselves; `opens` is "o" where a sentence begins with it, else "m"."""
    head, tail = words[0], words[-1]
    small_head, small_tail = head.lower(), tail.lower()
    n = size_of(words)
    found = ["n" + n, "no" + n + opens, "ch" + n + categories(head), "b3" + n + small_head[:3], "=f" + small_head]
    found += ["ct" + n + categories(tail), "e3" + n + small_tail[-3:], "e4" + small_tail[-4:], "=t" + small_tail]
    if len(words) == 1:
        case = str(wordcase.level(head))
        found += ["c1" + case + opens + shape(head), "cc" + case + categories(head), "e2" + small_head[-2:]]
        return (*found, "=1" + head)
    surface = " ".join(words)
    ordinary = sum(wordcase.level(word) < 3 for word in words)
    found += ["ht" + categories(head) + "_" + categories(tail), "e3h" + small_head[-3:]]
    found += ["k" + n + str(ordinary), "z" + gazetteer(surface) + n, "=s" + surface]
    found += ["g" + gap for gap in gaps if gap]
    if len(words) == 2:
        found.append("sh" + shape(head) + shape(tail) + gaps[0])
    for word in words[1:-1]:
        found += ["cm" + categories(word), "=m" + word.lower()]
    return tuple(found)


def beside(side: str, n: str, word: str, kind: str, case: str) -> tuple[str, ...]:
    """The word next to a span of `n` words, to its left ("l") or right ("r"), and what lists hold it for.

    `case` says of a lone word how it is usually set and where it stands; it is empty for a longer span.
    """
    found = [side + word, side + "n" + n + word, side + "c" + kind]
    if side == "l":
        found.append("lcn" + n + kind)
    if case:
        found.append("c" + side + case + word)
    return tuple(found)


def around(n: str, left: tuple[str, str], right: tuple[str, str, str]) -> tuple[str, ...]:
    """The two words before a span of `n` words and the three behind it, the nearest first."""
    one, two, three = right
    return (
        "ll" + left[1] + "_" + left[0],
        "lr" + left[0] + "_" + one,
        "rr" + one + "_" + two,
        "r3" + two + "_" + three,
        "r2" + n + two,
        "q2" + one + left_category(two) + "_" + left_category(three),
    )


def size_of(words: tuple[str, ...]) -> str:
    """How many words a span has, 5 for more."""
    return str(min(len(words), 5))


def span_groups(run: Run, first: int, last: int) -> tuple[Grouped, Grouped, Grouped, Grouped]:
    """The groups of features of words `first` to `last` of a run, both included; the last one's seldom come again."""
    words, gaps = run.words, run.gaps
    if first:
        left1 = words[first - 1].lower()
        left2 = words[first - 2].lower() if first > 1 else run.left[0]
        if gaps[first - 1]:
            left1, left2 = gaps[first - 1].rsplit(" ", 1)[-1], left1
        left_kind = categories(words[first - 1])
    else:
        left1, left2 = run.left
        left_kind = left_category(left1)
    if last + 1 < len(words):
        right1 = words[last + 1].lower()
        right2 = words[last + 2].lower() if last + 2 < len(words) else run.right[0]
        if gaps[last]:
            right1, right2 = gaps[last].split(" ", 1)[0], right1
        right_kind, right3 = categories(words[last + 1]), ""
    else:
        right1, right2, right3 = run.right
        right_kind = left_category(right1)
    span = words[first : last + 1]
    n = size_of(span)
    opens = "o" if run.opens and first == 0 else "m"
    case = str(wordcase.level(span[0])) + opens if first == last else ""
    return (
        (of_words, (span, gaps[first:last], opens)),
        (beside, ("l", n, left1, left_kind, case)),
        (beside, ("r", n, right1, right_kind, case)),
        (around, (n, (left1, left2), (right1, right2, right3))),
    )


def span_features(run: Run, first: int, last: int) -> list[str]:
    """The features of words `first` to `last` of a run, both included."""
    return features_of(span_groups(run, first, last))


def features_of(groups: Iterable[Grouped]) -> list[str]:
    """The features of all groups."""
    return [feature for group, words in groups for feature in group(*words)]


def between(gap: str, left: str, right: str, place: str, opens: str) -> tuple[str, ...]:
    """The two words at a gap, where in the run it lies, and whether the run begins a sentence ("o")."""
    small_left, small_right = left.lower(), right.lower()
    cats_left, cats_right = categories(left), categories(right)
    found = (
        "G" + gap,
        "Gp" + gap + place,
        "Gc" + gap + cats_left + "_" + cats_right,
        "Gl" + gap + cats_left,
        "Gr" + gap + cats_right,
        "Gv" + gap + str(wordcase.level(left)) + str(wordcase.level(right)) + opens,
        "Gs" + gap + small_left[-3:] + shape(right),
        "Gt" + gap + cats_left + small_right[-3:],
        "=L" + gap + small_left,
        "=R" + gap + small_right,
        "=P" + small_left + gap + "_" + small_right,
    )
    return (*found, "Gq" + gap + cats_left + place) if gap and gap != "-" else found


def parts_of_places(gap: str, left: str, right: str, left_part: str, right_part: str) -> tuple[str, ...]:
    """Whether words on either side of a gap are the name of a place."""
    return (
        "Gz" + gap + left_part + "_" + right_part,
        "Gy" + gap + gazetteer(left) + left_part + categories(right),
    )


def before_gap(gap: str, before: str, left: str, kind: str) -> tuple[str, ...]:
    """The word before the two at a gap, and what lists hold it for."""
    return "Gb" + gap + before, "Gcb" + kind + gap + categories(left), "=B" + before + "_" + left.lower()


def after_gap(gap: str, after: str, right: str, kind: str) -> tuple[str, ...]:
    """The word behind the two at a gap, and what lists hold it for."""
    return "Ga" + gap + after, "Gca" + gap + categories(right) + kind


def title_before(gap: str, right: str, titled: str) -> tuple[str, ...]:
    """Small words at a gap, and whether a title stands before ("T")."""
    return ("Gw" + titled + gap + categories(right),)


def gap_groups(run: Run, at: int) -> list[Grouped]:
    """The groups of features of the gap between words `at` and `at + 1` of a run."""
    words, gap = run.words, run.gaps[at]
    left, right = words[at], words[at + 1]
    count = len(words)
    before = words[at - 1].lower() + run.gaps[at - 1] if at else "^" + run.left[0]
    after = words[at + 2].lower() if at + 2 < count else "$" + run.right[0]
    place = f"{min(at, 2)}{min(count - at - 2, 2)}"
    left_part = gazetteer(" ".join(words[max(0, at - 1) : at + 1])) if at else ""
    right_part = gazetteer(" ".join(words[at + 1 : at + 3])) if at + 2 < count else ""
    kind_before = categories(words[at - 1]) if at else left_category(run.left[0])
    kind_after = categories(words[at + 2]) if at + 2 < count else left_category(run.right[0])
    found: list[Grouped] = [
        (between, (gap, left, right, place, "o" if run.opens and not at else "")),
        (parts_of_places, (gap, left, right, left_part, right_part)),
        (before_gap, (gap, before, left, kind_before)),
        (after_gap, (gap, after, right, kind_after)),
    ]
    if gap and gap != "-":
        found.append((title_before, (gap, right, "T" if at and _titled(words, at) else "")))
    return found


def gap_features(run: Run, at: int) -> list[str]:
    """The features of the gap between words `at` and `at + 1` of a run."""
    return features_of(gap_groups(run, at))


def _titled(words: tuple[str, ...], at: int) -> bool:
    titles = lists.words("titles")
    return any(word.lower().rstrip(".") in titles for word in words[: at + 1])
