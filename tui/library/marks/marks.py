"""The reader's marks: read, stars, notes, tags, highlights, verdicts, the place kept, and the word on actors.

They stand in the user's data directory, apart from the library, and are keyed by the digest of a story's text
(`Story.key`), so they outlive the library and the moving of files. Every change is a command on one stack of undo and
redo. Safe for several threads, and for several programs at once.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tui import model
from tui.library.marks import edits as actor_edits
from tui.library.marks.actor_ids import ActorIds
from tui.library.marks.markstore import Change, Highlight, MarkStore, Row, dump_highlight, load_highlight, roots_key
from tui.library.marks.plainfile import one_line
from tui.library.marks.saved import HISTORY, SEARCHES, History, SavedSearches, search_name
from tui.library.marks.undo import Changed, Command, Undo

if TYPE_CHECKING:
    from tui.model import ActorEdit, Verdict

DATABASE = "marks.db"
NOTHING = "Nothing changed."
_ACTORS = Changed(frozenset({"actors"}))
_FRESH_FOR = 0.25  # seconds that a look at what other programs wrote serves, while a list is painted


@dataclass(frozen=True, slots=True)
class Place:
    """Where the reader was: the key of the story, and how far it was scrolled."""

    key: str
    scroll: int


class Marks:
    """The marks of one user; without a folder they are held in memory alone. Raises MarksError."""

    def __init__(self, folder: Path | None) -> None:
        self._store = MarkStore(folder / DATABASE if folder else None)
        self.actor_ids = ActorIds(self._store)
        self._edits = actor_edits.Edits(folder / actor_edits.FILE if folder else None)
        self._searches = SavedSearches(folder / SEARCHES if folder else None)
        self._history = History(folder / HISTORY if folder else None)
        self._lock = threading.RLock()
        self._undo = Undo()
        self._heard: list[Callable[[Changed], None]] = []
        self._known: dict[str, set[str]] = {}
        self._edits_known = self._edits.current()
        self._version = self._store.version()
        self._looked = 0.0

    # ------------------------------------------------------------------------------------------ asking

    def is_read(self, key: str) -> bool:
        return key in self._quick("read")

    def is_starred(self, key: str) -> bool:
        return key in self._quick("star")

    def read_keys(self) -> frozenset[str]:
        """The keys of all stories marked as read."""
        return frozenset(self._store.subjects("read"))

    def starred(self) -> frozenset[str]:
        """The keys of all stories with a star."""
        return frozenset(self._store.subjects("star"))

    def noted(self) -> frozenset[str]:
        """The keys of all stories with a note or a highlight."""
        return frozenset(self._store.subjects("note")) | frozenset(self._store.subjects("highlight"))

    def highlighted(self) -> frozenset[str]:
        """The keys of all stories with a highlighted passage."""
        return frozenset(self._store.subjects("highlight"))

    def notes(self) -> list[tuple[str, str]]:
        """(key, text) of every note, on a story or on a highlighted passage of it."""
        said = [(key, text) for key, _, text in self._store.all_of("note")]
        return said + [(key, own.note) for key, own in self.all_highlights() if own.note]

    def all_highlights(self) -> list[tuple[str, Highlight]]:
        """(key, highlight) of every highlighted passage, in the order in which they were last changed."""
        return [(key, load_highlight(id, value)) for key, id, value in self._store.all_of("highlight")]

    def note(self, key: str) -> str:
        """The note on a story, "" without one."""
        return next((value for _, value in self._store.details("note", key)), "")

    def tags(self, key: str) -> tuple[str, ...]:
        """The tags of a story, in the order of the alphabet."""
        return tuple(tag for tag, _ in self._store.details("tag", key))

    def tag_counts(self) -> dict[str, int]:
        """How many stories (by key) have each tag, in the order of the alphabet."""
        return self._store.detail_counts("tag")

    def tagged(self, tag: str) -> frozenset[str]:
        """The keys of the stories with this tag."""
        return frozenset(self._store.subjects("tag", tag))

    def highlights(self, key: str) -> tuple[Highlight, ...]:
        """The highlighted passages of a story, in the order of the text."""
        found = (load_highlight(id, value) for id, value in self._store.details("highlight", key))
        return tuple(sorted(found, key=lambda one: (one.block, one.start, one.end)))

    def verdicts(self) -> tuple[Verdict, ...]:
        """The reader's word on pairs of stories."""
        return tuple(
            model.Verdict(left, right, value == "same") for left, right, value in self._store.all_of("verdict")
        )

    def verdict(self, left: str, right: str) -> bool | None:
        """Whether the reader called these two the same copy; None where nothing was said."""
        first, second = sorted((left, right))
        return next(
            (value == "same" for other, value in self._store.details("verdict", first) if other == second), None
        )

    def actor_edits(self) -> tuple[ActorEdit, ...]:
        """The reader's word on actors in its order, read again when the file has changed."""
        with self._lock:
            return self._edits.current()

    @property
    def actors_problem(self) -> str:
        """Why actors.toml is not used as it stands, "" where it is."""
        with self._lock:
            self._edits.current()
            return self._edits.problem

    def searches(self) -> dict[str, str]:
        """The saved searches by name."""
        with self._lock:
            return self._searches.all()

    def history(self) -> list[str]:
        """The queries that were kept, the newest first."""
        with self._lock:
            return self._history.all()

    def place(self, roots: Sequence[str]) -> Place | None:
        """Where the reader was in these files and folders, None the first time."""
        kept = self._store.place(roots_key(roots))
        return Place(*kept) if kept else None

    # ------------------------------------------------------------------------------------------ commands

    def set_read(self, keys: Iterable[str], on: bool = True) -> str:
        """Mark stories as read or unread; returns what was done, in words (as every command does)."""
        wanted = set(keys)
        words = f"{_stories(len(wanted))} marked as {'read' if on else 'unread'}"
        return self._mark(words, [(Row("read", key), "" if on else None) for key in wanted])

    def set_star(self, keys: Iterable[str], on: bool = True) -> str:
        """Put a star on stories, or take it off."""
        wanted = set(keys)
        words = f"{_stories(len(wanted))} {'starred' if on else 'without the star'}"
        return self._mark(words, [(Row("star", key), "" if on else None) for key in wanted])

    def set_note(self, key: str, text: str) -> str:
        """Write the note on a story; empty text takes it away."""
        text = text.strip()
        return self._mark("note kept" if text else "note taken away", [(Row("note", key), text or None)])

    def add_tag(self, keys: Iterable[str], tag: str) -> str:
        """Tag stories; a tag that differs from one in use in case alone is that one."""
        wanted, clean = set(keys), one_line(tag)
        if not clean:
            return "A tag needs a name."
        used = {other.casefold(): other for other in self.tag_counts()}
        clean = used.get(clean.casefold(), clean)
        return self._mark(f"{_stories(len(wanted))} tagged “{clean}”", [(Row("tag", key, clean), "") for key in wanted])

    def remove_tag(self, keys: Iterable[str], tag: str) -> str:
        """Take a tag off stories."""
        wanted = set(keys)
        words = f"tag “{tag}” taken off {_stories(len(wanted))}"
        return self._mark(words, [(Row("tag", key, tag), None) for key in wanted])

    def add_highlight(self, key: str, highlight: Highlight) -> str:
        """Keep a highlighted passage; one with the id of another takes its place (a new note or tag on it)."""
        id = highlight.id or os.urandom(6).hex()
        return self._mark("passage highlighted", [(Row("highlight", key, id), dump_highlight(highlight))])

    def remove_highlight(self, key: str, id: str) -> str:
        """Take a highlight away."""
        return self._mark("highlight taken away", [(Row("highlight", key, id), None)])

    def set_verdict(self, left: str, right: str, same: bool | None) -> str:
        """Say that two stories are the same copy or are not; None takes the word back."""
        first, second = sorted((left, right))
        value = None if same is None else "same" if same else "not the same"
        words = "verdict taken back" if value is None else f"called {'the same copy' if same else 'not the same'}"
        return self._mark(words, [(Row("verdict", first, second), value)])

    def edit_actors(self, edit: ActorEdit) -> str:
        """Add the reader's word on actors; the words warn where it goes against an earlier one."""
        edit = actor_edits.checked(edit)
        with self._lock:
            edits = self._edits.current()
            if edits and edits[-1] == edit:
                return NOTHING
            warning = actor_edits.contradiction(edits, edit)
            words = actor_edits.described(edit)
            self._do(words, lambda: self._add_edit(edit), lambda: self._take_edit(edit) is not None, _ACTORS)
        self._tell(_ACTORS)
        return f"{_sentence(words)} {warning}".strip()

    def withdraw(self, edit: ActorEdit) -> str:
        """Take a word on actors back, wherever it stands in the order."""
        place: list[int | None] = [None]

        def take() -> bool:
            place[0] = self._take_edit(edit)
            return place[0] is not None

        words = f"taken back: {actor_edits.described(edit)}"
        with self._lock:
            if edit not in self._edits.current():
                return NOTHING
            self._do(words, take, lambda: self._add_edit(edit, place[0]), _ACTORS)
        self._tell(_ACTORS)
        return _sentence(words)

    def undo_merge(self, names: Iterable[str]) -> str:
        """Take back the last merge that any of these names was part of."""
        wanted = set(names)
        for edit in reversed(self.actor_edits()):
            if edit.op == "merge" and wanted.intersection(edit.names):
                return self.withdraw(edit)
        return "You have merged nothing into this actor."

    def save_search(self, name: str, query: str) -> str:
        """Keep a query under a name."""
        return self._set_search(search_name(name), query, f"search saved as “{search_name(name)}”")

    def forget_search(self, name: str) -> str:
        """Forget a saved search."""
        return self._set_search(name, None, f"saved search “{name}” forgotten")

    def undo(self) -> str:
        """Take back what was done last, whatever it was; returns what was undone, in words."""
        with self._lock:
            words, changed = self._undo.undo()
        self._tell(changed)
        return words

    def redo(self) -> str:
        """Do again what was undone last; returns what it was, in words."""
        with self._lock:
            words, changed = self._undo.redo()
        self._tell(changed)
        return words

    # ------------------------------------------------------------------------------------------ not to be undone

    def remember(self, query: str) -> None:
        """Put a query at the head of the history."""
        with self._lock, self._store.writing():
            self._history.remember(query)

    def keep_place(self, roots: Sequence[str], key: str, scroll: int) -> None:
        """Keep where the reader is in these files and folders."""
        self._store.keep_place(roots_key(roots), key, scroll)

    # ------------------------------------------------------------------------------------------ listening

    def listen(self, heard: Callable[[Changed], None]) -> None:
        """Call this, in the thread that changes something, after every change, those of undo and redo too."""
        self._heard.append(heard)

    def refresh(self) -> bool:
        """Look whether another program or the reader's editor changed the marks, and tell the listeners; True then."""
        kinds: set[str] = set()
        with self._lock:
            if self._look():
                kinds |= {"read", "star", "note", "tag", "highlight", "verdict"}
            if self._edits.current() != self._edits_known:
                self._edits_known = self._edits.current()
                kinds.add("actors")
        self._tell(Changed(frozenset(kinds)) if kinds else None)
        return bool(kinds)

    def close(self) -> None:
        """Close the files."""
        self._store.close()

    # ------------------------------------------------------------------------------------------ inside

    def _quick(self, kind: str) -> set[str]:
        """The keys of a kind, held in memory: a list asks for hundreds at a time."""
        with self._lock:
            if time.monotonic() - self._looked > _FRESH_FOR:
                self._look()
            if kind not in self._known:
                self._known[kind] = set(self._store.subjects(kind))
            return self._known[kind]

    def _look(self) -> bool:
        """Forget what is held in memory if another program has written since; whether it has."""
        version, self._looked = self._store.version(), time.monotonic()
        changed, self._version = version != self._version, version
        if changed:
            self._known.clear()
        return changed

    def _mark(self, words: str, marks: Iterable[tuple[Row, str | None]]) -> str:
        with self._lock, self._store.writing():
            changes = self._store.wanted(marks)
            if not changes:
                return NOTHING
            backwards = [change.reversed for change in changes]
            kinds = frozenset(change.row.kind for change in changes)
            about = Changed(kinds, frozenset(key for change in changes for key in _keys(change.row)))
            self._do(words, lambda: self._carry_out(changes), lambda: self._carry_out(backwards), about)
        self._tell(about)
        return _sentence(words)

    def _do(self, words: str, forward: Callable[[], bool], back: Callable[[], bool], changes: Changed) -> None:
        forward()
        self._undo.did(Command(words, forward, back, changes))

    def _carry_out(self, changes: list[Change]) -> bool:
        whole = self._store.carry_out(changes)
        for change in changes:
            known = self._known.get(change.row.kind)
            if known is None:
                continue
            if not whole:
                del self._known[change.row.kind]
            elif change.after is None:
                known.discard(change.row.subject)
            else:
                known.add(change.row.subject)
        return whole

    def _add_edit(self, edit: ActorEdit, at: int | None = None) -> bool:
        with self._store.writing():
            self._edits.add(edit, at)
        self._edits_known = self._edits.current()
        return True

    def _take_edit(self, edit: ActorEdit) -> int | None:
        with self._store.writing():
            at = self._edits.remove(edit)
        self._edits_known = self._edits.current()
        return at

    def _set_search(self, name: str, query: str | None, words: str) -> str:
        about = Changed(frozenset({"search"}))
        with self._lock:
            before = self._searches.all().get(name)
            after = None if query is None else one_line(query)
            if before == after:
                return NOTHING
            self._do(
                words,
                lambda: self._put_search(name, before, after),
                lambda: self._put_search(name, after, before),
                about,
            )
        self._tell(about)
        return _sentence(words)

    def _put_search(self, name: str, before: str | None, after: str | None) -> bool:
        with self._store.writing():
            if self._searches.all().get(name) != before:
                return False
            self._searches.set(name, after)
        return True

    def _tell(self, changed: Changed | None) -> None:
        if changed is not None:
            for heard in self._heard:
                heard(changed)


def _keys(row: Row) -> tuple[str, ...]:
    return (row.subject, row.detail) if row.kind == "verdict" else (row.subject,)


def _stories(count: int) -> str:
    return "1 story" if count == 1 else f"{count:,} stories"


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."
