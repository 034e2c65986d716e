"""A library that is filled file by file tells the same actors as one that is filled at once, and keeps their ids."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

from shelf import builds

from tui.library.library import Library, open_library

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


def told(library: Library) -> list[tuple[object, ...]]:
    """Who is in the stories, without ids, which tell what came first."""
    return sorted(
        (
            (c.actor.name, c.actor.kind, c.actor.aliases, sorted(c.actor.stories), c.stories, c.mentions, c.months)
            for c in library.actors()
        ),
        key=str,
    )


def quoted(library: Library) -> list[list[tuple[str, str]]]:
    return [[(q.text, q.speaker) for q in library.quotations(number)] for number in library.order()]


def test_a_library_that_grows_and_shrinks_tells_what_it_would_tell_at_once(tmp_path: Path) -> None:
    pile = tmp_path / "pile"
    pile.mkdir()
    files = sorted(SEEDS.iterdir())
    with (
        closing(open_library([str(pile)], cache=False, marks=False)) as growing,
        builds() as build,
    ):
        ids: dict[str, str] = {}
        for name in [*files, None]:
            if name is None:
                (pile / files[1].name).unlink()
            else:
                shutil.copy(name, pile)
            build(growing.path, growing.roots)
            now = {count.actor.name: count.actor.id for count in growing.actors()}
            assert all(now[actor] == id for actor, id in ids.items() if actor in now)
            assert all(growing.actor(id) for actor, id in ids.items() if actor in now)
            ids.update(now)
        with closing(open_library([str(pile)], cache=False, marks=False)) as at_once:
            build(at_once.path, at_once.roots)
            assert told(growing) == told(at_once)
            assert quoted(growing) == quoted(at_once)
