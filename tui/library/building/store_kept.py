"""What relating keeps of stories, in the library: read where it is asked for, written where it has changed."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

import numpy as np

from tui.library.file.filenames import original
from tui.library.file.numbersets import IN_JSON
from tui.library.file.packing import pack, unpack
from tui.library.file.records import dump_when, load_when
from tui.model import SAME_TEXT, MatchKind
from tui.relate.finding.features import Features
from tui.relate.finding.kept import Kept, Known, Shared, Ties
from tui.relate.finding.nearness import NO_EDGES, Edges
from tui.relate.finding.ragged import Ragged
from tui.relate.finding.segments import PARTS, Parts, Rows
from tui.relate.finding.tie import Tie

V = TypeVar("V")
_AT_HAND = 2048  # features that are not read again while they are asked for
_ROWS = "rows"
_SIGNED = 1 << 64


class Read(dict[int, V]):
    """A mapping by the numbers of stories that reads what it is asked for the first time; None stands for nothing."""

    def __init__(self, read: Callable[[int], V | None]) -> None:
        super().__init__()
        self._read = read

    def __getitem__(self, number: int) -> V:
        value: V | None = self.get(number)
        if value is None:
            raise KeyError(number)
        return value

    def get(self, number: int, default: Any = None) -> Any:
        """The value of a story, the default where there is none."""
        if number not in self:
            value = self._read(number)
            self[number] = value  # type: ignore[assignment]
        value = super().get(number)
        return default if value is None else value

    def pop(self, number: int, default: Any = None) -> Any:
        """Take the value of a story away."""
        value = self.get(number, default)
        self[number] = None  # type: ignore[assignment]
        return value

    def nothing(self, numbers: Iterable[int]) -> None:
        """Ask no more for these, of which it is known that nothing is kept."""
        self.update(dict.fromkeys(numbers))  # type: ignore[arg-type]


class _Features(Mapping[int, Features]):
    """The features of stories; the last ones that were asked for stay at hand."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._held: dict[int, Features] = {}

    def __getitem__(self, number: int) -> Features:
        held = self._held.get(number)
        if held is None:
            row = self._connection.execute("SELECT features FROM features WHERE number = ?", (number,)).fetchone()
            if row is None:
                raise KeyError(number)
            if len(self._held) >= _AT_HAND:
                self._held.clear()
            held = self._held[number] = unpack(row[0])
        return held

    def __iter__(self) -> Iterator[int]:
        return (row[0] for row in self._connection.execute("SELECT number FROM features"))

    def __len__(self) -> int:
        return int(self._connection.execute("SELECT count(*) FROM features").fetchone()[0])


class KeptInLibrary(Kept):
    """All of it. What is changed is written by `write`; segments are written at once."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        super().__init__(_Features(connection))
        self._connection = connection
        self.known: Read[Known] = Read(self._known)
        self.shared: Read[Shared] = Read(self._shared)
        self.edges: Read[Edges] = Read(self._edges)
        self.groups: Read[tuple[int, ...]] = Read(lambda number: self._together("groups", number))
        self.events: Read[tuple[int, ...]] = Read(lambda number: self._together("events", number))
        self.ties: Read[Ties] = Read(self._ties)
        self.furniture = {row[0] % _SIGNED for row in connection.execute("SELECT paragraph FROM furniture")}
        self._standing = set(self.furniture)
        rows = connection.execute("SELECT segment, data FROM segments WHERE part = ? ORDER BY segment", (_ROWS,))
        self.segments = {segment: unpack(data) for segment, data in rows}
        self._touched: set[int] = set()
        self._at_hand: tuple[int, str, Ragged] | None = None

    def add_known(self, numbers: Iterable[int]) -> None:
        """Take what is said of stories that have come, or have changed, for what is known of them."""
        said = self._said(numbers)
        self.known.update(said)
        rows = self._connection.execute(f"SELECT number FROM standing WHERE number {IN_JSON}", (json.dumps([*said]),))
        new = said.keys() - {row[0] for row in rows}
        for kept in (self.shared, self.edges, self.groups, self.events, self.ties):
            kept.nothing(new)

    def part(self, segment: int, name: str) -> Ragged:
        """One part of a segment; the last one that was asked for stays at hand."""
        if self._at_hand is None or self._at_hand[:2] != (segment, name):
            row = self._connection.execute(
                "SELECT data FROM segments WHERE segment = ? AND part = ?", (segment, name)
            ).fetchone()
            self._at_hand = (segment, name, unpack(row[0]))
        return self._at_hand[2]

    def add(self, rows: Rows, parts: Parts) -> int:
        """Keep a new segment; its number."""
        segment = max(self.segments, default=0) + 1
        self.segments[segment] = rows
        self._touched.add(segment)
        self._connection.executemany(
            "INSERT INTO segments VALUES (?, ?, ?)", [(segment, name, pack(parts[name])) for name in PARTS]
        )
        return segment

    def touched(self, segment: int) -> None:
        """Hear that the rows of a segment are not what they were."""
        self._touched.add(segment)

    def drop(self, segment: int) -> None:
        """Forget a segment."""
        del self.segments[segment]
        self._touched.discard(segment)
        self._at_hand = None
        self._connection.execute("DELETE FROM segments WHERE segment = ?", (segment,))

    def of_key(self, key: str) -> Sequence[int]:
        """The stories of a text, of those that have been related or have come."""
        rows = self._connection.execute("SELECT number FROM stories WHERE key = ? ORDER BY number", (key,)).fetchall()
        return [row[0] for row in rows if self.known.get(row[0]) is not None]

    def write(self, edges: Iterable[int], shared: Iterable[int], stories: Iterable[int], gone: Iterable[int]) -> None:
        """Write down the edges and the pairs of equal words of these stories, and where these stories stand."""
        write = self._connection.executemany
        write(
            "INSERT OR REPLACE INTO segments VALUES (?, ?, ?)",
            [(segment, _ROWS, pack(self.segments[segment])) for segment in sorted(self._touched)],
        )
        self._touched.clear()
        write("DELETE FROM furniture WHERE paragraph = ?", [(_signed(p),) for p in self._standing - self.furniture])
        write("INSERT INTO furniture VALUES (?)", [(_signed(p),) for p in sorted(self.furniture - self._standing)])
        self._standing = set(self.furniture)
        held = sorted({*edges, *shared})
        rows: list[tuple[object, ...]] = []
        empty: list[tuple[int]] = []
        for number in held:
            others, likeness = self.edges.get(number, NO_EDGES)
            ties = self.shared.get(number, {})
            if len(others) or ties:
                told = json.dumps([[getattr(tie, name) for name in _NUMBERS] for tie in ties.values()])
                rows.append((number, others.astype("<i8").tobytes(), likeness.astype("<f4").tobytes(), told))
            else:
                empty.append((number,))
        write("INSERT OR REPLACE INTO likeness VALUES (?, ?, ?, ?)", rows)
        write("DELETE FROM likeness WHERE number = ?", empty)
        write("DELETE FROM standing WHERE number = ?", [(number,) for number in gone])
        write(
            "INSERT OR REPLACE INTO standing SELECT s.number, s.id, d.file, s.part, ? FROM stories s"
            " JOIN documents d ON d.number = s.document WHERE s.number = ?",
            [(dump_when(self.known[number].copied), number) for number in sorted(stories)],
        )

    # ------------------------------------------------------------------------------------------ what is read

    def _said(self, numbers: Iterable[int]) -> dict[int, Known]:
        rows = self._connection.execute(
            "SELECT s.number, s.id, f.path, s.part, x.said FROM stories s JOIN features x ON x.number = s.number"
            f" JOIN documents d ON d.number = s.document JOIN files f ON f.number = d.file WHERE s.number {IN_JSON}",
            (json.dumps(sorted(numbers)),),
        )
        found = {}
        paths: dict[str, str] = {}
        for number, id, path, part, said in rows:
            when = load_when(said)
            found[number] = Known(id, paths.setdefault(path, original(path)), part, when, when, when, number)
        return found

    def _known(self, number: int) -> Known | None:
        row = self._connection.execute(
            "SELECT s.id, f.path, s.part, x.said, y.copied, s.placed, s.first FROM stories s"
            " JOIN features x ON x.number = s.number JOIN standing y ON y.number = s.number"
            " JOIN documents d ON d.number = s.document JOIN files f ON f.number = d.file WHERE s.number = ?",
            (number,),
        ).fetchone()
        if row is None:
            return None
        id, path, part, said, copied, placed, first = row
        when = load_when(said)
        given = when if copied == said else load_when(copied)
        stands = given if placed == copied else load_when(placed)
        return Known(id, original(path), part, when, given, stands, first)

    def _edges(self, number: int) -> Edges | None:
        row = self._connection.execute("SELECT others, alike FROM likeness WHERE number = ?", (number,)).fetchone()
        if row is None or not row[0]:
            return None
        return np.frombuffer(row[0], dtype="<i8").astype(np.int64), np.frombuffer(row[1], dtype="<f4")

    def _shared(self, number: int) -> Shared | None:
        row = self._connection.execute("SELECT shared FROM likeness WHERE number = ?", (number,)).fetchone()
        if row is None:
            return None
        ties = [Tie(left, right, MatchKind(kind), *rest) for left, right, kind, *rest in json.loads(row[0])]
        return {tie.other(number): tie for tie in ties} or None

    def _together(self, table: str, number: int) -> tuple[int, ...] | None:
        rows = self._connection.execute(
            f"SELECT story FROM {table} WHERE first = (SELECT first FROM {table} WHERE story = ?) ORDER BY place",
            (number,),
        )
        return tuple(row[0] for row in rows) or None

    def _ties(self, number: int) -> Ties | None:
        columns = ", ".join(_COLUMNS)
        rows = self._connection.execute(
            f"SELECT {columns} FROM matches WHERE left = ?1 UNION ALL SELECT {columns} FROM matches WHERE right = ?1",
            (number,),
        )
        found: Ties = {}
        for row in rows:
            tie = Tie(**dict(zip(_COLUMNS, row, strict=True)))
            tie = replace(tie, kind=MatchKind(tie.kind), by_reader=bool(tie.by_reader))
            found[tie.other(number), tie.kind in SAME_TEXT] = tie
        return found or None


_NUMBERS = ("left", "right", "kind", "shared_left", "shared_right", "shared_words", "jaccard")
_COLUMNS = (*_NUMBERS, "likeness", "days_apart", "by_reader")


def _signed(paragraph: int) -> int:
    """A hash of 64 bits as SQLite holds integers."""
    return paragraph - _SIGNED if paragraph >> 63 else paragraph
