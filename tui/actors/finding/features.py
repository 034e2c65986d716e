"""What the tagger looks at: a span of a run and its surroundings, and a gap between two words of a run.

Features are short strings, in groups that each rest on a word or two, so that what one of a gap weighs can be summed
once and kept. Features that name a word of the span itself begin with "=": for a name that nobody has met, the
models know none of them.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

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
Group = Callable[..., tuple[str, ...]]
Grouped = tuple[Group, tuple[str, ...]]
"""A group of features and the words that it is of."""


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


@lru_cache(maxsize=1 << 14)
def left_category(word: str) -> str:
    """The lists that a small word beside a span stands in."""
    found = [letter for letter, title in _LISTED if word in lists.words(title)]
    if word in lists.words("saying"):
        found.append("V")
    return "".join(found) or "-"


def beside(side: str, n: str, word: str) -> tuple[str, ...]:
    """The word next to a span of `n` words, to its left ("l") or right ("r")."""
    return side + word, side + "n" + n + word


def length(n: str, opens: str) -> tuple[str, ...]:
    """How many words a span has, 5 for more; `opens` is "o" where a sentence begins with it, else "m"."""
    return "n" + n, "no" + n + opens


def two_left(one: str, two: str) -> tuple[str, ...]:
    """The two words before, the nearer one first."""
    return ("ll" + two + "_" + one,)


def right_on(n: str, one: str, two: str, three: str) -> tuple[str, ...]:
    """The three words behind."""
    return (
        "rr" + one + "_" + two,
        "r3" + two + "_" + three,
        "r2" + n + two,
        "q2" + one + left_category(two) + "_" + left_category(three),
    )


def around(left: str, right: str) -> tuple[str, ...]:
    """The words next to a span on both sides."""
    return ("lr" + left + "_" + right,)


def kinds_beside(n: str, left: str, right: str) -> tuple[str, ...]:
    """What lists hold the words next to a span for."""
    return "lc" + left, "lcn" + n + left, "rc" + right


def head_of(n: str, word: str) -> tuple[str, ...]:
    """The first word of a span."""
    small = word.lower()
    return "ch" + n + categories(word), "b3" + n + small[:3], "=f" + small


def tail_of(n: str, word: str) -> tuple[str, ...]:
    """The last word of a span."""
    small = word.lower()
    return "ct" + n + categories(word), "e3" + n + small[-3:], "e4" + small[-4:], "=t" + small


def lone(word: str, opens: str) -> tuple[str, ...]:
    """A span of one word; `opens` is "o" where a sentence begins with it, else "m"."""
    case = str(wordcase.level(word))
    return "c1" + case + opens + shape(word), "cc" + case + categories(word), "e2" + word.lower()[-2:], "=1" + word


def lone_beside(side: str, case: str, word: str) -> tuple[str, ...]:
    """How a lone word is usually set and where it stands, with the word next to it."""
    return ("c" + side + case + word,)


def both_ends(head: str, tail: str) -> tuple[str, ...]:
    """The first and the last word of a longer span."""
    return "ht" + categories(head) + "_" + categories(tail), "e3h" + head.lower()[-3:]


def pair(head: str, tail: str, gap: str) -> tuple[str, ...]:
    """A span of two words."""
    return ("sh" + shape(head) + shape(tail) + gap,)


def inside(word: str) -> tuple[str, ...]:
    """A word inside a span."""
    return "cm" + categories(word), "=m" + word.lower()


def joined_by(gap: str) -> tuple[str, ...]:
    """Small words inside a span."""
    return ("g" + gap,)


def whole(n: str, surface: str) -> tuple[str, ...]:
    """All words of a longer span."""
    ordinary = sum(wordcase.level(word) < 3 for word in surface.split(" "))
    return "k" + n + str(ordinary), "z" + gazetteer(surface) + n, "=s" + surface


def span_groups(run: Run, first: int, last: int) -> list[Grouped]:
    """The groups of features of words `first` to `last` of a run, both included."""
    words, gaps = run.words, run.gaps
    head, tail = words[first], words[last]
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
        right_cat, right3 = categories(words[last + 1]), ""
    else:
        right1, right2, right3 = run.right
        right_cat = left_category(right1)
    n = str(min(last - first + 1, 5))
    opens = "o" if run.opens and first == 0 else "m"
    found: list[Grouped] = [
        (length, (n, opens)),
        (beside, ("l", n, left1)),
        (beside, ("r", n, right1)),
        (two_left, (left1, left2)),
        (right_on, (n, right1, right2, right3)),
        (around, (left1, right1)),
        (kinds_beside, (n, left_cat, right_cat)),
        (head_of, (n, head)),
        (tail_of, (n, tail)),
    ]
    if first == last:
        case = str(wordcase.level(head)) + opens
        found += [(lone, (head, opens)), (lone_beside, ("l", case, left1)), (lone_beside, ("r", case, right1))]
        return found
    found += [(both_ends, (head, tail)), (whole, (n, " ".join(words[first : last + 1])))]
    found += [(joined_by, (gap,)) for gap in gaps[first:last] if gap]
    if last == first + 1:
        found.append((pair, (head, tail, gaps[first])))
    else:
        found += [(inside, (word,)) for word in words[first + 1 : last]]
    return found


def span_features(run: Run, first: int, last: int) -> list[str]:
    """The features of words `first` to `last` of a run, both included."""
    return features_of(span_groups(run, first, last))


def features_of(groups: list[Grouped]) -> list[str]:
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
