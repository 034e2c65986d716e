"""Two stories side by side: which two, the comparison made in a thread, the reader's verdict on them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from textual.worker import get_current_worker

from tui.app.asking.pick import Choice, Pick
from tui.app.desk.arrangement import Place
from tui.app.stories.rows import day_of, source_of
from tui.library.asking.comparer import LONG
from tui.library.entries import Entry
from tui.library.library import Library
from tui.model import Comparison, Match, Provenance

if TYPE_CHECKING:
    from tui.app.compare.pane import Compare
    from tui.app.desk.orders import Orders


@dataclass(frozen=True, slots=True)
class Pair:
    """Two stories to compare. `others` are those that can stand on the right, in order, the right one among them."""

    left: int
    right: int
    others: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison with the entries of both sides and what the library knows of the pair."""

    pair: Pair
    comparison: Comparison
    left: Entry
    right: Entry
    match: Match | None
    word: bool | None
    """Whether the reader called them the same copy; None where he said nothing."""
    descent: tuple[str, ...] = ()
    """Which is a version of which, and who cut whom, in sentences."""


class Comparing:
    """What is in the compare pane."""

    def __init__(self, desk: Orders) -> None:
        self._desk = desk
        self.compared: Compared | None = None

    @property
    def _pane(self) -> Compare:
        return cast("Compare", self._desk.panes.pane(Place.COMPARE))

    def enter(self) -> None:
        """Go to the comparison; ask which two when there is none."""
        if self.compared is not None:
            self._desk.panes.go(Place.COMPARE)
        else:
            self.begin(ask=True)

    def begin(self, *, ask: bool = False) -> None:
        """Compare the two marked stories, else this one with its copy or with another report of its event."""
        desk = self._desk
        marked = tuple(desk.stories.marked)
        here = desk.here
        if len(marked) == 2:
            self._compare(Pair(marked[0], marked[1], (marked[1],)))
        elif len(marked) == 1 and here is not None and here != marked[0]:
            self._compare(Pair(marked[0], here, (here,)))
        elif len(marked) > 2:
            self._compare(Pair(marked[0], marked[1], marked[1:]))
        elif here is not None:
            library = desk.library
            desk.fetch.ask("pair", lambda: pair_of(library, here), lambda pair: self._found(here, pair, ask))

    def _found(self, here: int, pair: Pair | None, ask: bool) -> None:
        if pair is not None:
            self._compare(pair)
        elif ask:
            self._ask(here)
        elif self._desk.building.relates:
            self._desk.say("No copy of it is found yet: copies are still being looked for.")
        else:
            self._desk.say("It has no copy and no other report. Mark two stories with Space, or press 3 to pick one.")

    def _ask(self, here: int) -> None:
        library, listing = self._desk.library, self._desk.stories.listing
        numbers = [number for number in listing.line_of if number != here]
        self._desk.fetch.ask("pair", lambda: choices_for(library, here, numbers), lambda found: self._pick(here, found))

    def _pick(self, here: int, choices: Sequence[Choice]) -> None:
        def take(number: str | None) -> None:
            if number:
                self._compare(Pair(here, int(number), (int(number),)))

        self._desk.app.push_screen(Pick("Compare this story with which one?", choices), take)

    def compare(self, left: int, right: int) -> None:
        """Compare these two."""
        self._compare(Pair(left, right, (right,)))

    def _compare(self, pair: Pair) -> None:
        self._desk.panes.go(Place.COMPARE)
        self._ask_for(pair)
        sides = list(self._desk.shelves.entries_of([pair.left, pair.right]))
        if sum(side.words for side in sides) >= LONG:
            self._desk.say(f"Comparing {sum(side.words for side in sides):,} words; Esc gives it up.")

    def _ask_for(self, pair: Pair) -> None:
        library, fetch = self._desk.library, self._desk.fetch

        def question() -> Compared:
            worker = get_current_worker()
            return compared(library, pair, lambda: worker.is_cancelled or not fetch.busy("comparing"))

        fetch.ask("comparing", question, self._came)

    def _came(self, found: Compared) -> None:
        self.compared = found
        pair = found.pair
        place = (pair.others.index(pair.right) + 1, len(pair.others))
        self._pane.show(found.comparison, found.left, found.right, place, found.word, descent=found.descent)
        if found.left.words + found.right.words >= LONG:
            self._desk.say("")

    def show_paragraphs(self) -> None:
        """Give the pane the paragraphs of the two by all their copies."""
        found = self.compared
        if found is None:
            return
        library = self._desk.library

        def came(told: tuple[Provenance, Mapping[str, Entry]]) -> None:
            if self.compared is found:
                self._pane.show_paragraphs(*told)

        self._desk.fetch.ask("paragraphs", lambda: paragraphs_of(library, found.pair), came)

    def again(self, changed: Collection[int] | None) -> None:
        """Compare the two anew if one of these stories is among them; None stands for all."""
        if self.compared is None or not self._desk.panes.in_sight(Place.COMPARE):
            return
        pair = self.compared.pair
        if changed is None or pair.left in changed or pair.right in changed:
            self._ask_for(pair)

    def other_copy(self, step: int) -> None:
        """Put the next copy on the right, or the one before."""
        if self.compared is None:
            return
        pair = self.compared.pair
        if len(pair.others) < 2:
            self._desk.say("There is no other copy to put on the right.")
            return
        at = (pair.others.index(pair.right) + step) % len(pair.others)
        self._compare(Pair(pair.left, pair.others[at], pair.others))

    def swap(self) -> None:
        """Change the sides."""
        if self.compared is not None:
            pair = self.compared.pair
            others = tuple(pair.left if number == pair.right else number for number in pair.others)
            self._compare(Pair(pair.right, pair.left, others))

    def judge(self, same: bool) -> None:
        """Keep the reader's word on the two, and show what becomes of them."""
        if self.compared is not None:
            self._desk.marking.judge(self.compared.left, self.compared.right, same)

    def explain(self) -> None:
        """Say what the match rests on."""
        if self.compared is not None:
            self._desk.explaining.match(self.compared)


def pair_of(library: Library, number: int) -> Pair | None:
    """What to compare a story with: its copies, else the other reports of its event; None when it has neither."""
    copies = library.copies(number)
    if len(copies) > 1:
        left = copies[0]
        right = number if number != left else copies[1]
        return Pair(left, right, copies[1:])
    reports = library.reports(number)
    if len(reports) > 1:
        others = tuple(other for other in reports if other != number)
        left, right = (number, others[0]) if number == reports[0] else (reports[0], number)
        return Pair(left, right, tuple(other for other in reports if other != left))
    return None


def compared(library: Library, pair: Pair, given_up: Callable[[], bool] = lambda: False) -> Compared:
    """The comparison of a pair. Raises UnknownStory, Interrupted when it is given up, LibraryError."""
    from tui.library.asking.comparer import compared as laid_side_by_side  # noqa: PLC0415  needed for comparisons alone

    match = library.match(pair.left, pair.right)
    left, right = library.story(pair.left), library.story(pair.right)
    made = laid_side_by_side(left, right, match.kind if match else None, given_up)
    sides = library.entry(pair.left), library.entry(pair.right)
    word = library.marks.verdict(sides[0].key, sides[1].key)
    return Compared(pair, made, *sides, match, word, descent_of(library, pair, made))


def descent_of(library: Library, pair: Pair, comparison: Comparison) -> tuple[str, ...]:
    """Which of two is a version of which, and which copy came from which, in sentences; nothing for mere reports."""
    from tui.library.asking.descending import versions_of  # noqa: PLC0415
    from tui.views.descent import pair_words  # noqa: PLC0415

    return pair_words(versions_of(library, pair.left, changed=False), comparison)


def paragraphs_of(library: Library, pair: Pair) -> tuple[Provenance, Mapping[str, Entry]]:
    """The paragraphs of a pair by its copies, or by the two alone where they are no copies. Raises UnknownStory."""
    from tui.relate.descent.provenance import provenance  # noqa: PLC0415

    copies = library.copies(pair.left)
    numbers = list(copies[:MOST_COPIES]) if pair.right in copies else [pair.left, pair.right]
    numbers += [number for number in (pair.left, pair.right) if number not in numbers]
    table = provenance([library.story(number) for number in numbers])
    return table, {entry.id: entry for entry in library.entries(numbers)}


MOST_COPIES = 24
"""Copies whose paragraphs are held against each other: more than a screen has columns for."""
MOST_CHOICES = 500


def choices_for(library: Library, number: int, numbers: Sequence[int]) -> list[Choice]:
    """The stories one can be compared with: related ones first, then those of the list nearest to it in time."""
    id = library.entry(number).id
    related: dict[int, str] = {}
    for match in library.matches(number):
        other = match.right if match.left == id else match.left
        related[library.number(other)] = match.kind.value
    rest = [other for other in library.in_order([*numbers, number]) if other not in related]
    at = rest.index(number) if number in rest else 0
    near = sorted(range(len(rest)), key=lambda i: abs(i - at))[: MOST_CHOICES + 1]
    chosen = [*related, *(rest[i] for i in sorted(near) if rest[i] != number)]
    choices = []
    for entry in library.entries(chosen):
        day = day_of(entry)
        group = f"{related[entry.number]}" if entry.number in related else "Other stories of the list"
        choices.append(
            Choice(str(entry.number), entry.headline, day.isoformat() if day else "no date", source_of(entry), group)
        )
    return choices
