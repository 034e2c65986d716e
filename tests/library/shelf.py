"""A folder of made-up documents and the library over it, built as the command line builds one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from tui.library.building.build import build, passes_after_reading, relate_again
from tui.library.building.reading import read_new
from tui.library.building.store import Store
from tui.library.building.work import Orders, Work
from tui.library.building.workers import Workers
from tui.library.changes import Change, Changed, Done, Stage
from tui.library.file.opening import make_ready
from tui.library.library import Library
from tui.library.marks.marks import Marks
from tui.library.word import Word

STORIES = {
    "flood.txt": "River bursts its banks at Aldmoor\n\n"
    "ALDMOOR, March 3, 2021 - The river Wend burst its banks on Wednesday and flooded more than two hundred houses in"
    " the lower town, the county council said. Nobody was hurt.\n\n"
    "Helen Marsh, who leads the council, said that the water had risen faster than at any time since the records"
    " began.\n\n"
    "Soldiers carried the old and the sick out of a home for the aged, and the schools will stay closed until"
    " Monday.\n",
    "bridge.txt": "Council votes to rebuild the iron bridge\n\n"
    "TARNFORD, May 17, 2022 - The town council voted on Tuesday to rebuild the iron bridge that a barge damaged in"
    " winter, after a debate of six hours. The work is to cost nine million crowns and to last for two years.\n\n"
    "Opponents had asked for a ferry in its place. Piet Lindholm, an engineer, called the plan sound and long"
    " overdue.\n",
    "strike.txt": "Bus drivers end their strike\n\n"
    "PORT SELBY, June 30, 2022 - Bus drivers in Port Selby went back to work on Thursday after eleven days. Their"
    " union accepted a raise of four per cent and an end to split shifts, said its secretary Ines Okoro.\n\n"
    "The company said that the first buses would leave the depot before dawn and that all lines would run by noon.\n",
}
FAIR = "Fair opens in the rain\n\nTARNFORD, April 2, 2022 - The spring fair opened on Saturday in the rain.\n"


@contextmanager
def builds() -> Iterator[Callable[[Path, Sequence[str]], None]]:
    """Builds that share a worker, by path and roots: most of the time of a small one is the start of its own."""
    with Workers(1) as pool:

        def again(path: Path, roots: Sequence[str]) -> None:
            orders = Orders(lambda _change: None, lambda: False, Word(), 1)
            make_ready(path)
            with closing(Store(path)) as store:
                read_new(Work(store, pool, orders), roots)
                passes_after_reading(Work(store, pool, orders))

        yield again


class Shelf:
    """Documents in `folder`; `changes` are what the last build told."""

    def __init__(self, root: Path, stories: dict[str, str] | None = None) -> None:
        self.folder = root / "pile"
        self.folder.mkdir()
        for name, text in (STORIES if stories is None else stories).items():
            self.write(name, text)
        self.path = root / "shelf.library"
        self.changes: list[Change] = []

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")

    def build(self, word: Word | None = None, stop: Callable[[], bool] = lambda: False) -> None:
        self.changes = []
        make_ready(self.path)
        build(self.path, [str(self.folder)], self.changes.append, word=word, stop=stop, workers=1)

    def relate_again(self, word: Word) -> None:
        self.changes = []
        relate_again(self.path, self.changes.append, word=word)

    def open(self) -> closing[Library]:
        return closing(Library(self.path, (str(self.folder),), Marks(None)))

    def names(self) -> list[str]:
        """The file names of the stories, in order of time."""
        with self.open() as library:
            return [Path(entry.path).name for entry in library.entries(library.order())]

    def told(self, kind: type[Change]) -> list[Change]:
        return [change for change in self.changes if isinstance(change, kind)]

    @property
    def changed(self) -> set[int]:
        return {number for change in self.changes if isinstance(change, Changed) for number in change.numbers}

    @property
    def done(self) -> Done:
        assert isinstance(self.changes[-1], Done), self.changes
        return self.changes[-1]

    @property
    def passes(self) -> list[str]:
        """The passes that the last build went through."""
        return list(dict.fromkeys(change.name.value for change in self.changes if isinstance(change, Stage)))
