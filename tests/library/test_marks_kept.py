"""What the reader marks is kept, can be undone, and is safe from other programs and from accidents."""

from __future__ import annotations

import multiprocessing
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.library.marks.marks import Changed, Highlight, Marks, Place
from tui.library.marks.markstore import MarksError
from tui.model import ActorEdit, Verdict


@pytest.fixture
def marks(tmp_path: Path) -> Marks:
    return Marks(tmp_path)


def test_marks_are_there_the_next_time(tmp_path: Path) -> None:
    first = Marks(tmp_path)
    first.set_read(["a", "b"])
    first.set_star(["b"])
    first.set_note("a", "  ask the press office\nagain ")
    first.add_tag(["a", "b"], "to  check")
    first.add_highlight("a", Highlight(2, 10, 14, "talk", note="who?", tag="quote"))
    first.set_verdict("b", "a", same=False)
    first.keep_place(["/pile"], "b", 12)
    first.close()

    second = Marks(tmp_path)
    assert second.is_read("a")
    assert second.read_keys() == {"a", "b"}
    assert second.starred() == {"b"}
    assert second.is_starred("b")
    assert not second.is_starred("a")
    assert second.note("a") == "ask the press office\nagain"
    assert second.tags("a") == ("to check",)
    assert second.tag_counts() == {"to check": 2}
    assert second.tagged("to check") == {"a", "b"}
    (highlight,) = second.highlights("a")
    assert (highlight.text, highlight.note, highlight.tag) == ("talk", "who?", "quote")
    assert second.noted() == {"a"}
    assert second.verdicts() == (Verdict("a", "b", same=False),)
    assert second.verdict("a", "b") is second.verdict("b", "a") is False
    assert second.verdict("a", "c") is None
    assert second.place(["/pile"]) == Place("b", 12)
    assert second.place(["/other"]) is None


def test_without_a_folder_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    marks = Marks(None)
    marks.set_read(["a"])
    marks.edit_actors(ActorEdit("hide", ("Read More",)))
    marks.save_search("port", "port fee")
    marks.remember("port")
    assert marks.is_read("a")
    assert marks.actor_edits() == (ActorEdit("hide", ("Read More",)),)
    assert marks.searches() == {"port": "port fee"}
    assert marks.history() == ["port"]
    marks.undo()
    assert marks.searches() == {}
    assert list(tmp_path.iterdir()) == []


def test_every_command_says_what_it_did_and_undo_what_it_took_back(marks: Marks) -> None:
    said = [
        (marks.set_read(["a"]), "1 story marked as read"),
        (marks.set_read(["b", "c"]), "2 stories marked as read"),
        (marks.set_read(["c"], on=False), "1 story marked as unread"),
        (marks.set_star(["a"]), "1 story starred"),
        (marks.set_note("a", "hm"), "note kept"),
        (marks.add_tag(["a"], "check"), "1 story tagged “check”"),
        (marks.remove_tag(["a"], "check"), "tag “check” taken off 1 story"),
        (marks.add_highlight("a", Highlight(1, 0, 2, "ab")), "passage highlighted"),
        (marks.set_verdict("a", "b", same=True), "called the same copy"),
        (marks.set_verdict("a", "b", same=None), "verdict taken back"),
        (marks.edit_actors(ActorEdit("merge", ("Jane Doe", "J. Doe"))), "merged “J. Doe” into “Jane Doe”"),
        (marks.save_search("mine", "port"), "search saved as “mine”"),
    ]
    for words, meant in said:
        assert words.rstrip(".").lower() == meant.lower()
    for _, meant in reversed(said):
        assert marks.undo() == f"Undone: {meant}."
    assert marks.undo() == "Nothing to undo."
    assert marks.read_keys() == marks.starred() == marks.noted() == frozenset()
    assert marks.tag_counts() == marks.searches() == {}
    assert marks.verdicts() == marks.actor_edits() == ()
    for _, meant in said:
        assert marks.redo() == f"Done again: {meant}."
    assert marks.redo() == "Nothing to do again."
    assert marks.read_keys() == {"a", "b"}
    assert marks.searches() == {"mine": "port"}


def test_what_changes_nothing_is_no_command(marks: Marks) -> None:
    marks.set_read(["a"])
    assert marks.set_read(["a"]) == "Nothing changed."
    assert marks.remove_tag(["a"], "none") == "Nothing changed."
    marks.undo()
    assert marks.undo() == "Nothing to undo."


def test_after_something_new_what_was_undone_is_not_done_again(marks: Marks) -> None:
    marks.set_read(["a"])
    marks.undo()
    marks.set_star(["a"])
    assert marks.redo() == "Nothing to do again."


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["read", "unread", "star", "tag", "note"]), st.sets(st.sampled_from("abc"), min_size=1)
        ),
        max_size=12,
    )
)
def test_undoing_all_is_where_it_began_and_redoing_all_where_it_ended(steps: list[tuple[str, set[str]]]) -> None:
    marks = Marks(None)

    def state() -> tuple[object, ...]:
        notes = tuple(marks.note(key) for key in "abc")
        quick = tuple((marks.is_read(key), marks.is_starred(key)) for key in "abc")
        return marks.read_keys(), marks.starred(), marks.tag_counts(), notes, quick

    begun = state()
    for number, (what, keys) in enumerate(steps):
        match what:
            case "read" | "unread":
                marks.set_read(keys, on=what == "read")
            case "star":
                marks.set_star(keys)
            case "tag":
                marks.add_tag(keys, f"tag {number % 2}")
            case "note":
                marks.set_note(min(keys), f"note {number % 3}")
    ended = state()
    while marks.undo() != "Nothing to undo.":
        pass
    assert state() == begun
    while marks.redo() != "Nothing to do again.":
        pass
    assert state() == ended
    marks.close()


def test_tags_that_differ_in_case_alone_are_one(marks: Marks) -> None:
    marks.add_tag(["a"], "Check")
    marks.add_tag(["b"], "check")
    assert marks.tag_counts() == {"Check": 2}
    assert "name" in marks.add_tag(["c"], " \n ")


def test_a_highlight_can_be_given_a_note_later(marks: Marks) -> None:
    marks.add_highlight("a", Highlight(3, 5, 9, "word"))
    marks.add_highlight("a", Highlight(1, 0, 4, "lead"))
    first, second = marks.highlights("a")
    assert (first.text, second.text) == ("lead", "word")
    marks.add_highlight("a", Highlight(3, 5, 9, "word", note="why?", id=second.id))
    assert [one.note for one in marks.highlights("a")] == ["", "why?"]
    marks.undo()
    assert [one.note for one in marks.highlights("a")] == ["", ""]
    marks.remove_highlight("a", first.id)
    assert len(marks.highlights("a")) == 1


def test_listeners_hear_what_changed_also_by_undo(marks: Marks) -> None:
    heard: list[Changed] = []
    marks.listen(heard.append)
    marks.set_star(["a", "b"])
    marks.set_verdict("a", "c", same=True)
    marks.undo()
    assert [(set(changed.kinds), set(changed.keys)) for changed in heard] == [
        ({"star"}, {"a", "b"}),
        ({"verdict"}, {"a", "c"}),
        ({"verdict"}, {"a", "c"}),
    ]


def test_what_another_program_marked_is_seen_and_not_overwritten_by_undo(tmp_path: Path) -> None:
    here, there = Marks(tmp_path), Marks(tmp_path)
    here.set_note("a", "mine")
    there.set_note("a", "theirs")
    there.set_read(["b"])
    heard: list[Changed] = []
    here.listen(heard.append)
    assert here.refresh()
    assert here.is_read("b")
    assert heard[0].kinds >= {"read", "note"}
    assert not here.refresh()
    assert here.note("a") == "theirs"
    assert "changed elsewhere" in here.undo()
    assert here.note("a") == "theirs"


def _tag_many(folder: Path, name: str) -> None:
    marks = Marks(folder)
    for number in range(25):
        marks.add_tag([f"{name}{number}"], "seen")
        marks.edit_actors(ActorEdit("hide", (f"{name} {number}",)))
    marks.close()


def test_two_programs_and_many_threads_lose_nothing(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    programs = [context.Process(target=_tag_many, args=(tmp_path, name)) for name in ("p", "q")]
    for program in programs:
        program.start()
    marks = Marks(tmp_path)

    def read(name: str) -> None:
        for number in range(25):
            marks.set_read([f"{name}{number}"])

    threads = [threading.Thread(target=read, args=(name,)) for name in "tuv"]
    for thread in threads:
        thread.start()
    for waited in (*threads, *programs):
        waited.join(60)
    assert all(program.exitcode == 0 for program in programs)
    assert len(marks.read_keys()) == 75
    assert marks.tag_counts() == {"seen": 50}
    assert len(marks.actor_edits()) == 50


def test_damaged_or_newer_marks_are_not_touched(tmp_path: Path) -> None:
    (tmp_path / "marks.db").write_bytes(b"something else altogether, long enough to be no database" * 40)
    before = (tmp_path / "marks.db").read_bytes()
    with pytest.raises(MarksError, match="damaged"):
        Marks(tmp_path)
    assert (tmp_path / "marks.db").read_bytes() == before
    with pytest.raises(MarksError, match="cannot open"):
        Marks(tmp_path / "nowhere")
