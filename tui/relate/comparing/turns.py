"""Small words that turn a claim between two copies: negations, verbs of saying, who is spoken of, by what title."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain

from tui.model import Edit, Fact, FactKind
from tui.relate.comparing.claim_words import DENIALS, HEDGES, NEGATIONS, QUALIFIERS, ROLES, SAYING
from tui.relate.comparing.places import Span
from tui.text.words import WORD, key, words

# Words of an edit within which a small word still belongs to the claim around it: where one wording takes the place of
# another, and where words only come in or go out.
_TURNED = 8
_TURNED_LETTERS = 160
_NEGATED, _ATTRIBUTED, _QUALIFIED = 4, 6, 2
_AROUND = 2
_ARTICLES = frozenset({"the", "a", "an"})


class Turns:
    """What turned between the texts of one pair of blocks. What only moved inside them has not turned."""

    def __init__(self, number: int, texts: tuple[str, str], language: str) -> None:
        self._number = number
        self._texts = texts
        self._negations = NEGATIONS.get(language, NEGATIONS["en"])

    @cached_property
    def _whole(self) -> tuple[list[str], list[str]]:
        """The words of both texts: few edits ask for them."""
        return words(self._texts[0]), words(self._texts[1])

    def of(self, edit: Edit) -> Iterator[Fact]:
        """The facts of one edit that changes words."""
        if max(edit.left[1] - edit.left[0], edit.right[1] - edit.right[0]) > _TURNED_LETTERS:
            return
        old, new = (words(text[slice(*span)]) for text, span in zip(self._texts, (edit.left, edit.right), strict=True))
        longest = max(len(old), len(new))
        if longest > _TURNED:
            return
        both = bool(old and new)
        if (both or longest <= _NEGATED) and self._negated(old, new):
            yield Fact(FactKind.NEGATION, *self._shown(edit), self._number)
        if (both or longest <= _ATTRIBUTED) and self._attributed(old, new):
            yield Fact(FactKind.ATTRIBUTION, *self._shown(edit), self._number)
        if both:
            yield from self._roles(edit)
        if longest <= _QUALIFIED and self._qualified(edit, old, new):
            yield Fact(FactKind.NAME, *self._shown(edit), self._number)

    def _negated(self, old: Sequence[str], new: Sequence[str]) -> bool:
        """Whether one side negates what the other does not; "refused to" is as good as "did not"."""
        counts = self._count(old), self._count(new)
        if counts[0] == counts[1] or self._count(self._whole[0]) == self._count(self._whole[1]):
            return False
        affirming = old if counts[0] < counts[1] else new
        return not any(word in DENIALS for word in affirming)

    def _count(self, found: Sequence[str]) -> int:
        return sum(word in self._negations or word.endswith("n't") for word in found)

    def _attributed(self, old: Sequence[str], new: Sequence[str]) -> bool:
        """Whether another verb says it, or whether it is nobody's word any more."""
        here = _classes(old, SAYING), _classes(new, SAYING)
        if here[0] == here[1]:
            return False
        whole = _classes(self._whole[0], SAYING), _classes(self._whole[1], SAYING)
        gone, come = here[0] - here[1], here[1] - here[0]
        if whole[0] == whole[1] or not (gone or come):
            return False
        if gone and come:
            return any(whole[0][kind] != whole[1][kind] for kind in chain(gone, come))
        turned = set(gone or come)
        if any(kind in HEDGES and whole[0][kind] != whole[1][kind] for kind in turned):
            return True
        return not whole[1 if gone else 0]

    def _roles(self, edit: Edit) -> Iterator[Fact]:
        """Who did it, where one is put in the place of another: "the army" for "the police"."""
        found = [_roles_in(text, span) for text, span in zip(self._texts, (edit.left, edit.right), strict=True)]
        if not (found[0] and found[1]):
            return
        whole = _classes(self._whole[0], ROLES), _classes(self._whole[1], ROLES)
        gone = [kind for kind in found[0] if kind not in found[1] and whole[0][kind] > whole[1][kind]]
        come = [kind for kind in found[1] if kind not in found[0] and whole[1][kind] > whole[0][kind]]
        if len(gone) == len(come) == 1:
            yield Fact(FactKind.NAME, found[0][gone[0]], found[1][come[0]], self._number)

    def _qualified(self, edit: Edit, old: Sequence[str], new: Sequence[str]) -> bool:
        """Whether a word comes in or goes that makes another of the one it stands before: "former", "acting"."""
        turned = (set(old) ^ set(new)) & QUALIFIERS
        if not turned or len(set(old) ^ set(new)) != len(turned):
            return False
        side = 0 if turned & set(old) else 1
        text, span = self._texts[side], (edit.right if side else edit.left)
        follower = WORD.search(text, span[1])
        return follower is not None and (follower[0][0].isupper() or key(follower[0]) in ROLES)

    def _shown(self, edit: Edit) -> tuple[str, str]:
        return _around(self._texts[0], edit.left), _around(self._texts[1], edit.right)


def _classes(found: Sequence[str], listed: Mapping[str, str]) -> Counter[str]:
    return Counter(listed[word] for word in found if word in listed)


def _roles_in(text: str, span: Span) -> dict[str, str]:
    """The roles of a run by their kinds, each as it is written, with its article."""
    found: dict[str, str] = {}
    before: tuple[str, int] = ("", 0)
    for match in WORD.finditer(text, max(0, span[0] - 4), span[1]):
        word = key(match[0])
        if match.start() >= span[0] and word in ROLES and match[0].islower():
            start = before[1] if before[0] in _ARTICLES else match.start()
            found.setdefault(ROLES[word], text[start : match.end()])
        before = word, match.start()
    return found


def _around(text: str, span: Span) -> str:
    """The span with two words on either side of it, as it is shown."""
    before = [match.start() for match in WORD.finditer(text, max(0, span[0] - 80), span[0])]
    after = [match.end() for match in WORD.finditer(text, span[1], min(len(text), span[1] + 80))]
    start = before[-_AROUND:][0] if before else span[0]
    end = after[:_AROUND][-1] if after else span[1]
    return text[start:end].strip()
