"""Who is in the news: actors, their mentions, roles and quotations."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class ActorKind(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Mention:
    """A name where it stands: block number, offsets into its text, surface as written, kind, and the actor's id."""

    block: int
    start: int
    end: int
    surface: str
    kind: ActorKind
    actor: str = ""


@dataclass(frozen=True, slots=True)
class Quotation:
    """What somebody is quoted as saying: offsets of the quoted text in its block, and who says so.

    `speaker` is the speaker as resolved ("Jane Mary Doe"), `speaker_as_written` as printed ("she"), both empty
    where the text does not tell; `cue` is the verb of saying; `actor` the id of the speaker where he is an actor.
    """

    block: int
    start: int
    end: int
    text: str
    speaker: str = ""
    speaker_as_written: str = ""
    cue: str = ""
    actor: str = ""


@dataclass(frozen=True, slots=True)
class Role:
    """What an actor is called in front of or behind the name, with the story that says so and that story's date."""

    role: str
    story: str
    date: dt.date | None


@dataclass(frozen=True, slots=True)
class Alias:
    """A way an actor is written, and how often."""

    text: str
    count: int


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, organisation or place over all stories. The id stays over re-scans: a hash of the name first seen."""

    id: str
    name: str
    kind: ActorKind
    aliases: tuple[Alias, ...]
    roles: tuple[Role, ...]
    stories: tuple[str, ...]
    mentions: int


@dataclass(frozen=True, slots=True)
class ActorEdit:
    """The reader's word on actors: `op` is merge, split, rename, kind or hide. Names, not ids: it can be shared.

    merge: `names` are one actor, called by the first. split: the two `names` are not the same. rename: `names[0]` is
    called `names[1]`. kind: `names[0]` is a `kind`. hide: `names[0]` is no actor.
    """

    op: str
    names: tuple[str, ...]
    kind: ActorKind | None = None


@dataclass(frozen=True, slots=True)
class Cast:
    """Who is in the news: the actors, and the mentions and quotations of each story (by its id) resolved to them."""

    actors: tuple[Actor, ...]
    mentions: Mapping[str, tuple[Mention, ...]]
    quotations: Mapping[str, tuple[Quotation, ...]]
