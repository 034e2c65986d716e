"""An actor's page, to be written out: how he is written and called, what he says, his stories, who appears with him."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui.library.entries import ActorCount, Entry
from tui.library.library import Library
from tui.model import Actor, Quotation
from tui.text.fold import fold
from tui.views.export import as_text, joined
from tui.views.forms.page import page, text
from tui.views.json import actor_json, as_json, quotation_json
from tui.views.wording import count, day, when

COMPANIONS = 50


@dataclass(frozen=True, slots=True)
class ActorKept:
    """An actor with his stories in order of time, what he is quoted as saying, and who appears with him."""

    actor: Actor
    stories: tuple[Entry, ...]
    said: tuple[tuple[Entry, Quotation], ...] = ()
    with_whom: tuple[ActorCount, ...] = ()


def actor_named(library: Library, name: str) -> str:
    """The id of the actor who is called so or has this id, or its beginning. Raises UnknownActor."""
    wanted = fold(name)
    called = [found.actor.id for found in library.actors() if fold(found.actor.name) == wanted]
    return called[0] if called else library.actor(name).id


def actor_kept(library: Library, id: str) -> ActorKept:
    """An actor as the library knows him. Raises UnknownActor."""
    entries = {entry.number: entry for entry in library.entries(library.in_order(library.stories_of(id)))}
    said = tuple((entries[number], quotation) for number, quotation in library.said_by(id) if number in entries)
    company = tuple(library.with_whom(id, COMPANIONS))
    return ActorKept(library.actor(id), tuple(entries.values()), said, company)


def actor_markdown(one: ActorKept) -> str:
    """The page as Markdown."""
    parts = [f"# {as_text(one.actor.name)}", f"*{as_text(_about(one))}*"]
    for title, items in _sections(one):
        parts += [f"## {title}", "\n".join(f"- {as_text(item)}" for item in items)]
    return joined(parts)


def actor_html(one: ActorKept) -> Iterator[str]:
    """The page as a web page."""
    body = [f'<main class="compare">\n<h1>{text(one.actor.name)}</h1>\n<p class="origin">{text(_about(one))}</p>\n']
    for title, items in _sections(one):
        rows = "".join(f"<li>{text(item)}</li>\n" for item in items)
        body.append(f"<h2>{text(title)}</h2>\n<ul>\n{rows}</ul>\n")
    yield from page(one.actor.name, [one.actor.kind.value, count(len(one.stories), "story", "stories")], body)


def actor_line(one: ActorKept) -> str:
    """The actor as one JSON object, with what he says and who appears with him."""
    form = actor_json(one.actor)
    form["quotations"] = [{"story": entry.id, **quotation_json(quotation)} for entry, quotation in one.said]
    form["with"] = [
        {"id": found.actor.id, "name": found.actor.name, "stories": found.stories} for found in one.with_whom
    ]
    return as_json(form)


def _about(one: ActorKept) -> str:
    told = [one.actor.kind.value, count(len(one.stories), "story", "stories"), count(one.actor.mentions, "mention")]
    return " · ".join([*told, f"id {one.actor.id}"])


def _sections(one: ActorKept) -> Iterator[tuple[str, Sequence[str]]]:
    actor = one.actor
    others = [f"{alias.text} ({alias.count:,})" for alias in actor.aliases]
    called = [f"{role.role}{f', {day(role.date)}' if role.date else ''}" for role in actor.roles]
    said = [f"{_stamp(entry)}: “{quotation.text}”" for entry, quotation in one.said]
    stories = [f"{_stamp(entry)}: {entry.headline}" for entry in one.stories]
    company = [f"{found.actor.name} ({count(found.stories, 'story', 'stories')})" for found in one.with_whom]
    titled = {"Written as": others, "Called": called, "Says": said, "Stories": stories, "Appears with": company}
    yield from ((title, items) for title, items in titled.items() if items)


def _stamp(entry: Entry) -> str:
    return ", ".join(part for part in (when(entry.placed), entry.outlet or entry.agency) if part)
