"""What the search found, told otherwise than as a list of stories: hits in their contexts, counts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.app.desk.orders import Orders
    from tui.app.stories.concordance import Told
    from tui.app.stories.counting import Counted
    from tui.library.asking.contexts import Hit
    from tui.library.library import Library

AT_FIRST, AT_MOST = 60, 960  # stories that are looked through at a time


class Hits:
    """Shows the hits of the search that narrows the list, and counts them."""

    def __init__(self, desk: Orders) -> None:
        self._desk = desk

    def show(self) -> None:
        """Show every hit with what stands around it; Enter goes to it."""
        desk = self._desk
        shown = desk.shelves.shown
        if shown is None or not shown.words or not shown.listing.stories:
            desk.say("v shows hits of a search in context: / looks for words.")
            return
        from tui.app.stories.concordance import Concordance  # noqa: PLC0415  few ask for it

        numbers = desk.stories.listing.numbers()
        library, words = desk.library, shown.words

        def more(looked: int) -> None:
            # As many again as there are, so that hits which are sorted as they come are sorted a few times only.
            batch = numbers[looked : looked + min(max(AT_FIRST, looked), AT_MOST)]
            desk.fetch.ask("contexts", partial(_told, library, batch, words, looked + len(batch)), screen.add)

        def went(hit: Hit | None) -> None:
            desk.fetch.give_up("contexts")
            if hit is not None:
                desk.reading.open(hit.story, at=(hit.block, hit.place.start, hit.place.end))

        screen = Concordance(shown.narrowing.query.strip(), len(numbers), more, desk.stories.story)
        desk.app.push_screen(screen, went)

    def count(self) -> None:
        """Count what the list shows by outlet and month; what is picked narrows the list."""
        desk = self._desk
        shown = desk.shelves.shown
        if shown is None or not shown.listing.stories:
            desk.say("There is no story to count.")
            return
        from tui.app.stories.counting import counted  # noqa: PLC0415  few ask for it

        desk.fetch.ask("counts", partial(counted, desk.library, shown.kept, shown.words), self._counted)

    def _counted(self, counts: Counted) -> None:
        from tui.app.asking.pick import Pick  # noqa: PLC0415

        pick = Pick(counts.title, counts.choices, prompt=counts.prompt)
        self._desk.app.push_screen(pick, self._desk.searching.facet_picked)


def _told(library: Library, numbers: Sequence[int], words: Sequence[str], looked: int) -> Told:
    """The hits in these stories."""
    from tui.app.stories.concordance import BESIDE, Told, context_of  # noqa: PLC0415
    from tui.library.asking.contexts import contexts  # noqa: PLC0415

    entries = {entry.number: entry for entry in library.entries(numbers)}
    hits = contexts(library, [number for number in numbers if number in entries], words, BESIDE)
    return Told(tuple(map(context_of, hits)), entries, looked)
