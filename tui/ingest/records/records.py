"""Records to stories: what a line of JSON, a row of a table, an item of a feed or a mail says, as blocks and fields."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice

from tui.ingest.errors import ReadError
from tui.ingest.formats import Reading
from tui.ingest.labelling import assemble
from tui.ingest.labelling.bylines import byline
from tui.ingest.labelling.dating import Clues, when
from tui.ingest.naming import Names
from tui.ingest.records.clean import folds_to, labelled
from tui.ingest.records.dates import fielded, month_first
from tui.ingest.records.fields import Fields, date_of, find, has
from tui.model import Basis, Block, BlockKind, Document, Problem, Story, When
from tui.text.clean import printable
from tui.text.fold import fold

LARGEST = 512 * 1024 * 1024  # bytes of a file whose records are read one after the other
_FIRST_PART, _PART = 10, 100  # stories in one Reading: few at first, so that they are seen soon
_SETTLING = 500  # records that are looked at to see in which order day and month stand
_MOST_NAMED = 20
_SAYS_MORE = (Basis.HEADER, Basis.DATELINE, Basis.STAMP)


@dataclass(frozen=True, slots=True)
class Record:
    """One record: its fields by name, its own raw text, and the lines of the document that it stands on."""

    fields: Mapping[str, object]
    raw: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Fault:
    """A place of a document where no record could be read."""

    reason: str
    line: int = 0


def readings(document: Document, records: Iterable[Record | Fault], names: Names = ()) -> Iterator[Reading]:
    """The stories of a document's records, in Readings of a hundred, but the first.

    Raises ReadError where there is nothing at all. `names` are the columns that the reader named; one that no record
    has is a Problem.
    """
    following = iter(records)
    ahead = list(islice(following, _SETTLING))
    american = month_first(date_of(record.fields, names) for record in ahead if isinstance(record, Record))
    stories: list[Story] = []
    problems: list[Problem] = []
    most = _FIRST_PART
    part = faults = empty = last_fault = 0
    first_empty = 0
    unseen = dict(names)
    for record in chain(ahead, following):
        fields = said_by(record, names)
        if isinstance(record, Fault) or isinstance(fields, Fault):
            assert isinstance(fields, Fault)
            faults, last_fault = faults + 1, fields.line
            if faults <= _MOST_NAMED:
                problems.append(Problem(document.path, fields.reason, document.member, fields.line))
            continue
        unseen = {kind: column for kind, column in unseen.items() if not has(record.fields, column)} if unseen else {}
        if not fields.is_story:
            empty, first_empty = empty + 1, first_empty or record.first
            continue
        part += 1
        stories.append(story(document, part, record, fields, american))
        if len(stories) >= most:
            most = _PART
            yield Reading(document, tuple(stories), tuple(problems))
            stories, problems = [], []
    if faults > _MOST_NAMED:
        reason = f"{faults - _MOST_NAMED} more that cannot be read, the last on line {last_fault}"
        problems.append(Problem(document.path, reason, document.member))
    if empty and part:
        reason = f"{empty} records without a headline or a text, the first on line {first_empty}"
        problems.append(Problem(document.path, reason, document.member))
    for column in unseen.values():
        problems.append(Problem(document.path, f"no field is called {column!r}, as was asked for", document.member))
    if not part and not problems:
        raise ReadError("no story in it: no field that is called title, text or body")
    yield Reading(document, tuple(stories), tuple(problems))


def said_by(record: Record | Fault, names: Names = ()) -> Fields | Fault:
    """What a record says; why it says nothing."""
    if isinstance(record, Fault):
        return record
    fields = find(record.fields, names)
    return Fault(fields.fault, record.first) if fields.fault else fields


def story(document: Document, part: int, record: Record, fields: Fields, american: bool | None = None) -> Story:
    """The story that a record tells: what its fields say, and what its text says where they are silent."""
    lines = [printable(line) for line in fields.body.split("\n")]
    found, lang = labelled(lines, fold(fields.title))
    told = assemble.story(document, part, found, (), fields.language or lang)  # its lines would only make its id
    url = fields.url or told.url
    return replace(
        told,
        id=assemble.story_key(record.raw),
        blocks=tuple(_blocks(record, fields, told.blocks)),
        headline=fields.title or told.headline,
        headline_derived=told.headline_derived and not fields.title,
        when=_when(document, fields, told, url, american),
        byline=byline(fields.author, len(fields.author.split())) or fields.author or told.byline,
        outlet=fields.outlet or assemble.host(url),
        url=url,
    )


def _blocks(record: Record, fields: Fields, told: Sequence[Block]) -> Iterator[Block]:
    """A story's blocks: its fields, its text, its other fields; all on the lines of its record."""
    title, teaser = fold(fields.title), fold(fields.teaser)
    head = (
        (BlockKind.HEADLINE, fields.title, bool(title) and not any(folds_to(block.text, title) for block in told)),
        (BlockKind.STANDFIRST, fields.teaser, not _told_already(teaser, title, told)),
        (BlockKind.BYLINE, fields.author, True),
        (BlockKind.STAMP, fields.date, True),
    )
    for kind, text, shown in head:
        if text and shown:
            yield Block(kind, text, record.first, record.last)
    for block in told:
        yield Block(block.kind, block.text, record.first, record.last, block.by)
    for name, text in (("outlet", fields.outlet), ("url", fields.url), *fields.rest):
        if text:
            yield Block(BlockKind.FURNITURE, f"{name}: {text}", record.first, record.last)


def _told_already(teaser: str, title: str, told: Sequence[Block]) -> bool:
    """Whether a teaser is the beginning of the text, or the headline once more."""
    begun = teaser.rstrip(" .…[]")[:200]
    opening = " ".join(fold(block.text) for block in told[:4])
    return not begun or begun == title or begun in opening


def _when(document: Document, fields: Fields, told: Story, url: str, american: bool | None) -> When:
    if told.when.basis is Basis.HEADER:
        return told.when
    said = fielded(fields.date_name, fields.date, document.mtime_ns, american)
    if said is not None and (said.day or told.when.basis not in _SAYS_MORE):
        return said
    if told.when.basis in _SAYS_MORE or not url:
        return told.when
    body = "\n".join(told.paragraphs)
    return when(Clues(None, None, (), url, document.member or document.path, document.mtime_ns, body))
