"""The panes of the desk: made when they are first in sight, set side by side, gone to and come back from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from textual.containers import Horizontal
from textual.widget import Widget

from tui.app.desk.arrangement import Place, arrange

if TYPE_CHECKING:
    from tui.app.desk.orders import Orders

NUDGE = 4  # cells that a pane becomes wider by at a time
FROM_THE_LEFT = (Place.ACTORS, Place.STORIES, Place.READER, Place.PAGE, Place.COMPARE)


def _reader() -> Widget:
    from tui.app.reader.pane import Reader  # noqa: PLC0415  panes are imported when they are first in sight

    return Reader(id="reader")


def _compare() -> Widget:
    from tui.app.compare.pane import Compare  # noqa: PLC0415

    return Compare(id="compare")


def _actors() -> Widget:
    from tui.app.actors.pane import Actors  # noqa: PLC0415

    return Actors(id="actors")


def _page() -> Widget:
    from tui.app.actors.page import ActorPage  # noqa: PLC0415

    return ActorPage(id="page")


MAKERS: Mapping[Place, Callable[[], Widget]] = {
    Place.READER: _reader,
    Place.COMPARE: _compare,
    Place.ACTORS: _actors,
    Place.PAGE: _page,
}


class Panes:
    """Where the reader is, what is in sight, and the way back."""

    def __init__(self, desk: Orders) -> None:
        self._desk = desk
        self._panes: dict[Place, Widget] = {}
        self._trail: list[Place] = []
        self._nudges: dict[Place, int] = {}
        self._right = Place.READER
        self._zoomed = False
        self._furnished = False
        self._in_sight: dict[Place, int] = {}
        self.place = Place.STORIES

    def pane(self, place: Place) -> Widget:
        """The pane of this place; made now if this is the first time."""
        if place is Place.STORIES:
            return self._desk.stories
        if place not in self._panes:
            made = MAKERS[place]()
            made.display = False
            self._panes[place] = made
            row = self._desk.query_one("#panes", Horizontal)
            rest = FROM_THE_LEFT[FROM_THE_LEFT.index(place) + 1 :]
            right = next((self.pane(other) for other in rest if other is Place.STORIES or other in self._panes), None)
            row.mount(made, before=right)
        return self._panes[place]

    def made(self, place: Place) -> Widget | None:
        """The pane of this place, None if it was never in sight."""
        return self._desk.stories if place is Place.STORIES else self._panes.get(place)

    def in_sight(self, place: Place) -> bool:
        """Whether this pane is on the screen."""
        return place in self._in_sight

    def arrange(self, width: int | None = None) -> None:
        """Set the panes side by side as the width of the screen and the reader's place ask for."""
        width = self._desk.size.width if width is None else width
        before = self._in_sight
        self._in_sight = arrange(width, self.place, self._right, zoomed=self._zoomed, nudges=self._nudges)
        if not self._furnished:
            self._leave_room()
            return
        for place in FROM_THE_LEFT:
            if place not in self._in_sight:
                pane = self.made(place)
                if pane is not None:
                    pane.display = False
        for nth, (place, cells) in enumerate(self._in_sight.items()):
            pane = self.pane(place)
            pane.display = True
            pane.styles.width = cells
            pane.set_class(nth > 0, "-ruled")
        if Place.READER in self._in_sight and Place.READER not in before:
            self._desk.reading.follow()
        if Place.ACTORS in self._in_sight and Place.ACTORS not in before:
            self.refresh_actors()

    def furnish(self) -> None:
        """The list stands on the screen: put the panes in their places."""
        if not self._furnished:
            self._furnished = True
            self._in_sight = {}
            self._desk.stories.styles.margin = 0
            self.arrange()

    def _leave_room(self) -> None:
        """Set the list where it will stand; what is beside it comes when the list has been painted."""
        stories, left = self._desk.stories, 0
        for place, cells in self._in_sight.items():
            if place is Place.STORIES:
                stories.styles.width = cells
                stories.styles.margin = (0, 0, 0, left)
                stories.set_class(left > 0, "-ruled")
            left += cells

    def refresh_actors(self) -> None:
        """Count the actors again, if they are in sight."""
        if self._furnished and Place.ACTORS in self._in_sight and self._desk.shelves.shown is not None:
            self._desk.naming.count()

    def go(self, place: Place) -> None:
        """Go to a pane; the way back is kept."""
        self.furnish()
        if place is not self.place:
            self._trail = [passed for passed in self._trail if passed is not place]
            if place is Place.STORIES:
                self._trail = []
            else:
                self._trail.append(self.place)
        self._enter(place)

    def leave(self) -> bool:
        """Come back from where the reader is; False at the root."""
        if self._zoomed:
            self._zoomed = False
            self.arrange()
            return True
        if self.place is Place.STORIES:
            return False
        self._enter(self._trail.pop() if self._trail else Place.STORIES)
        return True

    def _enter(self, place: Place) -> None:
        if place is not self.place:
            self._zoomed = False
        self.place = place
        if place in (Place.READER, Place.PAGE):
            self._right = place
        elif place is Place.STORIES:
            self._right = Place.READER
        self.arrange()
        self._desk.set_focus(self.pane(place))
        self.teach()

    def focused(self, widget: Widget) -> None:
        """The keys went to this widget, by the mouse or by itself."""
        for place in self._in_sight:
            pane = self.made(place)
            if place is not self.place and pane is not None and pane in widget.ancestors_with_self:
                self.go(place)
        self.teach("query" if widget.id == "query" else "")

    def teach(self, where: str = "") -> None:
        """Show the keys of the pane that has them."""
        self._desk.bottom.teach(where or self.place.value, self._desk.keymap)

    def step(self, step: int) -> None:
        """Go to the next pane in sight; where only one is in sight, to the next that could be."""
        places = list(self._in_sight)
        if len(places) == 1:
            places = [place for place in FROM_THE_LEFT if place in (Place.ACTORS, Place.STORIES, Place.READER)]
            if self.place not in places:
                places.append(self.place)
        self.go(places[(places.index(self.place) + step) % len(places)])

    def zoom(self) -> None:
        """Give the pane the whole screen, or take it back."""
        self._zoomed = not self._zoomed
        self.arrange()

    def nudge(self, step: int) -> None:
        """Make the pane wider or narrower."""
        before = dict(self._nudges)
        self._nudges[self.place] = self._nudges.get(self.place, 0) + step * NUDGE
        shown = dict(self._in_sight)
        self.arrange()
        if self._in_sight == shown:
            self._nudges = before
