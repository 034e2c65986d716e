"""What a worker does for one document and for one story. Pure but for the reading; its arguments and results travel."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tui.ingest.errors import ReadError
from tui.ingest.files import LONG, file_digest
from tui.ingest.read import read
from tui.library.file.packing import pack
from tui.library.file.records import dump_story, dump_when, load_story
from tui.library.file.texts import searched
from tui.model import Document, Found, Problem, Story, When

if TYPE_CHECKING:
    from tui.ingest.naming import Names
    from tui.ingest.records.pieces import Cut, Piece

NO_DOCUMENT = Document("", "", 0, 0, "", "", "")
"""Stands for the document of a story where nothing is asked of it."""

_FIRST_PART, _PART = 10, 200  # stories of a file that are handed over together: few at first


@dataclass(frozen=True, slots=True)
class ReadFile:
    """Read a file; `known` is the digest that the library has of it, "" where it has none.

    `names` are the columns that the reader named for fields of records.
    """

    found: Found
    known: str = ""
    names: Names = ()

    @property
    def name(self) -> str:
        return self.found.path

    @property
    def weight(self) -> int:
        """Bytes, about."""
        return self.found.size


@dataclass(frozen=True, slots=True)
class ReadPiece:
    """Read a piece of a long file that was cut."""

    found: Found
    document: Document
    american: bool | None
    piece: Piece
    names: Names = ()

    @property
    def name(self) -> str:
        return self.found.path

    @property
    def weight(self) -> int:
        """Bytes."""
        return self.piece.end - self.piece.start


@dataclass(frozen=True, slots=True)
class MeasureStory:
    """Take what a story that the library holds is compared by."""

    number: int
    path: str
    record: bytes

    @property
    def name(self) -> str:
        return self.path

    @property
    def weight(self) -> int:
        """Bytes, about."""
        return len(self.record) * 2


@dataclass(frozen=True, slots=True)
class Finder:
    """What finds the names: a pipeline by its name, its stamp, the file that keeps what it said; else what ships."""

    model: str = ""
    stamp: str = ""
    kept: str = ""


SHIPPED = Finder()
_SLOWER = 20  # how many times as long a pipeline takes


@dataclass(frozen=True, slots=True)
class NameStory:
    """Find the names and quotations of a story that the library holds."""

    number: int
    id: str
    document: Document
    record: bytes
    finder: Finder = SHIPPED

    @property
    def name(self) -> str:
        return self.document.path

    @property
    def weight(self) -> int:
        """Bytes, about."""
        return len(self.record) * 3 * (_SLOWER if self.finder.model else 1)


@dataclass(frozen=True, slots=True)
class Prepare:
    """Load what reading a plain document takes, so that the first one need not wait for it. It gives no result."""

    name = ""
    weight = 0


@dataclass(frozen=True, slots=True)
class StoryRow:
    """A story made ready to be stored: itself without its blocks, and its record and index texts."""

    key: str
    part: int
    headline: str
    headline_derived: bool
    place: str
    agency: str
    byline: str
    outlet: str
    url: str
    language: str
    words: int
    when: When
    record: bytes
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FileRead:
    """What came of a file: its documents with their stories, and what could not be read of it.

    Of a file with many stories it comes in parts, counted from 1; a document may go on from one part into the next,
    and only the last part, which has no `more` behind it, knows the digest.
    """

    found: Found
    digest: str
    documents: tuple[tuple[Document, tuple[StoryRow, ...]], ...]
    problems: tuple[Problem, ...]
    part: int = 1
    more: bool = False


@dataclass(frozen=True, slots=True)
class FileCut:
    """The file is a long one, to be read in pieces."""

    found: Found
    cut: Cut


@dataclass(frozen=True, slots=True)
class PieceRead:
    """What came of a piece of a long file: its stories, each with its line for its part, and its problems."""

    task: ReadPiece
    stories: tuple[StoryRow, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class FileSame:
    """The file was touched, and its bytes are what they were."""

    found: Found


@dataclass(frozen=True, slots=True)
class StoryMeasured:
    """What a story is compared by, packed, and the date that it says."""

    number: int
    said: str
    features: bytes


@dataclass(frozen=True, slots=True)
class StoryNamed:
    """The names of a story, packed, and the stamp of what found them."""

    number: int
    names: bytes
    finder: str = ""


Task = ReadFile | ReadPiece | MeasureStory | NameStory | Prepare
Result = FileRead | FileCut | PieceRead | FileSame | StoryMeasured | StoryNamed


def perform(task: Task) -> Iterator[Result]:
    """Do what a task says: one result, or a long file's in parts."""
    if isinstance(task, ReadFile):
        yield from read_file(task)
    elif isinstance(task, ReadPiece):
        yield _read_piece(task)
    elif isinstance(task, MeasureStory):
        yield measure_story(task)
    elif isinstance(task, Prepare):
        _prepare()
    else:
        yield name_story(task)


def read_file(task: ReadFile) -> Iterator[FileRead | FileCut | FileSame]:
    """A file's stories, ready to be stored; FileSame where its bytes have not changed, FileCut where they are many."""
    if task.found.size >= LONG:
        from tui.ingest.records.pieces import cut  # noqa: PLC0415  few files are long

        try:
            pieces = cut(task.found, task.names)
        except ReadError as error:
            yield FileRead(task.found, "", (), (Problem(task.found.path, error.reason),))
            return
        if pieces is not None:
            same = task.known == pieces.document.digest
            yield FileSame(task.found) if same else FileCut(task.found, pieces)
            return
    if task.known and _digest(task.found.path) == task.known:
        yield FileSame(task.found)
        return
    documents: dict[Document, list[StoryRow]] = {}
    problems: list[Problem] = []
    whole: Document | None = None
    part, most = 1, _FIRST_PART
    for reading in read(task.found, task.names):
        problems += reading.problems
        if reading.document is not None:
            documents.setdefault(reading.document, []).extend(_row(story) for story in reading.stories)
            whole = reading.document if not reading.document.member else None
        if sum(map(len, documents.values())) >= most:
            most = _PART
            yield FileRead(task.found, "", _held(documents), tuple(problems), part, more=True)
            documents, problems, part = {}, [], part + 1
    digest = whole.digest if whole is not None else _digest(task.found.path)
    yield FileRead(task.found, digest, _held(documents), tuple(problems), part)


def _read_piece(task: ReadPiece) -> PieceRead:
    """The stories of a piece, ready to be stored."""
    from tui.ingest.records.pieces import read_piece  # noqa: PLC0415

    try:
        reading = read_piece(task.document, task.american, task.found, task.piece, task.names)
    except ReadError as error:
        return PieceRead(task, (), (Problem(task.found.path, error.reason, "", task.piece.line),))
    return PieceRead(task, tuple(map(_row, reading.stories)), reading.problems)


def _prepare() -> None:
    from tui.ingest.formats import Source  # noqa: PLC0415  only who follows a folder asks for it
    from tui.ingest.plain import FORMAT  # noqa: PLC0415

    for reading in FORMAT.read(
        Source(Found("a.txt", 0, 0), "", b"A headline\n\nA paragraph that ends with a point.\n")
    ):
        for story in reading.stories:
            _row(story)


def _held(documents: dict[Document, list[StoryRow]]) -> tuple[tuple[Document, tuple[StoryRow, ...]], ...]:
    return tuple((document, tuple(rows)) for document, rows in documents.items())


def measure_story(task: MeasureStory, *, blank: bool = False) -> StoryMeasured:
    """What a story is compared by; `blank`: as if it held no text."""
    from tui.relate.finding.features import features  # noqa: PLC0415  a worker that reads documents does without

    story = load_story(task.record, "", NO_DOCUMENT, 1)
    told = replace(story, blocks=(), headline="") if blank else story
    return StoryMeasured(task.number, dump_when(story.when), pack(features(told)))


def name_story(task: NameStory) -> StoryNamed:
    """The name candidates and quotation spans of a story."""
    from tui.actors.recognise import names, running  # noqa: PLC0415
    from tui.actors.telling.heard import rows_of  # noqa: PLC0415  the first pass does without its tables

    story, finder = load_story(task.record, task.id, task.document, 1), task.finder
    if finder.model:
        from tui.library.building.labels import reader  # noqa: PLC0415  few have a pipeline of their own

        found = names(story, reader(finder.model, finder.stamp, finder.kept, running(story)))
    else:
        found = names(story)
    return StoryNamed(task.number, pack(rows_of(found), squeeze=True), finder.stamp)


def _row(story: Story) -> StoryRow:
    """A story made ready. Raises UnicodeEncodeError for text that could not be stored."""
    texts = searched(story)
    for text in (story.headline, story.place, story.agency, story.byline, story.outlet, story.url, *texts):
        text.encode()
    return StoryRow(
        key=story.key,
        part=story.part,
        headline=story.headline,
        headline_derived=story.headline_derived,
        place=story.place,
        agency=story.agency,
        byline=story.byline,
        outlet=story.outlet,
        url=story.url,
        language=story.language,
        words=story.words,
        when=story.when,
        record=dump_story(story),
        texts=texts,
    )


def _digest(path: str) -> str:
    """SHA-256 of a file in hex, empty where it cannot be read."""
    try:
        return file_digest(path)
    except ReadError:
        return ""
