"""The reader's word on actors in actors.toml: written, read, edited by hand, taken back; and the saved searches."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.library.entries import LibraryError
from tui.library.marks.edits import Edits, EditsError, contradiction, read_edits
from tui.library.marks.marks import Marks
from tui.library.marks.saved import History, SavedSearches
from tui.model import ActorEdit, ActorKind

MERGE = ActorEdit("merge", ("Jane Doe", "J. Doe", "Doe"))
SPLIT = ActorEdit("split", ("Jane Doe", "Doe Ltd"))
RENAME = ActorEdit("rename", ("Doe Ltd", "Doe Limited"))
KIND = ActorEdit("kind", ("Doe Ltd",), ActorKind.ORGANISATION)
HIDE = ActorEdit("hide", ("Read More",))
ALL = (MERGE, SPLIT, RENAME, KIND, HIDE)


def written(folder: Path) -> Path:
    marks = Marks(folder)
    for edit in ALL:
        marks.edit_actors(edit)
    marks.close()
    return folder / "actors.toml"


def test_edits_are_kept_in_their_order_in_a_file_that_can_be_read(tmp_path: Path) -> None:
    text = written(tmp_path).read_text("utf-8")
    assert Marks(tmp_path).actor_edits() == ALL
    assert text.startswith("# Your word on")
    assert 'merge = ["Jane Doe", "J. Doe", "Doe"]' in text
    assert 'organisation = "Doe Ltd"' in text
    assert tomllib.loads(text)["edit"][-1] == {"hide": "Read More"}


def test_what_is_written_by_hand_counts_and_stays(tmp_path: Path) -> None:
    file = written(tmp_path)
    marks = Marks(tmp_path)
    text = file.read_text("utf-8")
    file.write_text(text.replace("[[edit]]\nrename", "# asked her\n[[edit]]\nrename") + "\n# the end\n", "utf-8")
    assert marks.actor_edits() == ALL
    marks.withdraw(SPLIT)
    marks.edit_actors(ActorEdit("hide", ("Subscribe",)))
    after = file.read_text("utf-8")
    assert "# asked her\n[[edit]]\nrename" in after
    assert "# the end" in after
    assert 'split = ["Jane Doe", "Doe Ltd"]\n\n' not in after
    assert marks.actor_edits() == (MERGE, RENAME, KIND, HIDE, ActorEdit("hide", ("Subscribe",)))


def test_an_edit_by_hand_is_seen_while_the_program_runs(tmp_path: Path) -> None:
    marks = Marks(tmp_path)
    assert marks.actor_edits() == ()
    (tmp_path / "actors.toml").write_text('[[edit]]\nperson = "Santa Fe"\n', "utf-8")
    assert marks.refresh()
    assert marks.actor_edits() == (ActorEdit("kind", ("Santa Fe",), ActorKind.PERSON),)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[[edit]]\nmerge = [Doe]", "line 2"),
        ('[[edit]]\nmerge = ["A"]', "entry 1"),
        ('[[edit]]\nhide = "A"\n[[edit]]\nfrobnicate = "B"', "entry 2"),
        ("[[edit]]\nhide = 3", "entry 1"),
        ('[[edit]]\nhide = "A"\nmerge = ["A", "B"]', "one thing"),
        ('names = ["A"]', "names"),
        ('[[edit]]\nrename = ["A", "A"]', "entry 1"),
    ],
)
def test_a_file_that_is_wrong_says_where_and_is_left_as_it_is(tmp_path: Path, text: str, why: str) -> None:
    file = written(tmp_path)
    marks = Marks(tmp_path)
    assert marks.actor_edits() == ALL
    file.write_text(text, "utf-8")
    assert marks.actor_edits() == ALL
    assert why in marks.actors_problem
    with pytest.raises(EditsError, match="put it right"):
        marks.edit_actors(ActorEdit("hide", ("Subscribe",)))
    assert file.read_text("utf-8") == text
    assert marks.undo() == "Nothing to undo."
    file.write_bytes(b"\xff\xfe")
    assert "UTF-8" in marks.actors_problem


def test_edits_can_be_undone_in_any_company(tmp_path: Path) -> None:
    marks = Marks(tmp_path)
    marks.edit_actors(MERGE)
    marks.set_read(["a"])
    marks.edit_actors(HIDE)
    marks.withdraw(MERGE)
    assert marks.actor_edits() == (HIDE,)
    marks.undo()
    assert marks.actor_edits() == (MERGE, HIDE)
    marks.undo()
    marks.undo()
    marks.undo()
    assert marks.actor_edits() == ()
    marks.redo()
    assert marks.actor_edits() == (MERGE,)


def test_the_last_merge_of_an_actor_can_be_taken_back(tmp_path: Path) -> None:
    marks = Marks(tmp_path)
    other = ActorEdit("merge", ("Jane Doe", "Lady D"))
    for edit in (MERGE, other, HIDE):
        marks.edit_actors(edit)
    assert "Lady D" in marks.undo_merge(["Jane Doe"])
    assert marks.actor_edits() == (MERGE, HIDE)
    assert "nothing" in marks.undo_merge(["Somebody"])


def test_a_merge_against_an_earlier_split_is_warned_of(tmp_path: Path) -> None:
    marks = Marks(tmp_path)
    marks.edit_actors(SPLIT)
    assert "apart" not in marks.edit_actors(ActorEdit("merge", ("Doe Ltd", "Doe & Co")))
    assert "You once told “Jane Doe” and “Doe Ltd” apart." in marks.edit_actors(
        ActorEdit("merge", ("jane doe", "Doe & Co"))
    )
    assert "You once merged" in marks.edit_actors(ActorEdit("split", ("Jane Doe", "Doe & Co")))
    assert contradiction((SPLIT,), ActorEdit("merge", ("X", "Y"))) == ""


@pytest.mark.parametrize(
    "edit",
    [
        ActorEdit("merge", ("A",)),
        ActorEdit("merge", ("A", "A")),
        ActorEdit("split", ("A", " ")),
        ActorEdit("kind", ("A",)),
        ActorEdit("swap", ("A", "B")),
        ActorEdit("hide", ()),
    ],
)
def test_what_cannot_be_done_is_refused_in_words(edit: ActorEdit) -> None:
    with pytest.raises(EditsError, match="cannot be done"):
        Marks(None).edit_actors(edit)


NAMES = st.text(min_size=1, max_size=12).filter(lambda text: bool(text.strip()))


@given(st.lists(NAMES, min_size=2, max_size=4, unique=True))
def test_any_name_comes_back_as_it_was_written(names: list[str]) -> None:
    marks = Marks(None)
    try:
        marks.edit_actors(ActorEdit("merge", tuple(names)))
    except EditsError:
        assert marks.actor_edits() == ()
        return
    (edit,) = marks.actor_edits()
    marks.edit_actors(ActorEdit("hide", (edit.names[0],)))
    marks.withdraw(edit)
    assert marks.actor_edits() == (ActorEdit("hide", (edit.names[0],)),)
    marks.undo()
    assert marks.actor_edits()[0] == edit


def test_a_table_written_in_a_way_of_its_own_is_read_but_not_changed(tmp_path: Path) -> None:
    file = tmp_path / "actors.toml"
    file.write_text('edit = [{hide = "A"}]\n', "utf-8")
    edits = Edits(file)
    assert edits.current() == (ActorEdit("hide", ("A",)),)
    with pytest.raises(EditsError, match="only you can change"):
        edits.add(HIDE)
    assert file.read_text("utf-8") == 'edit = [{hide = "A"}]\n'


def test_a_link_to_a_shared_file_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "shared.toml").write_text("", "utf-8")
    (tmp_path / "actors.toml").symlink_to(tmp_path / "shared.toml")
    Marks(tmp_path).edit_actors(HIDE)
    assert (tmp_path / "actors.toml").is_symlink()
    assert read_edits((tmp_path / "shared.toml").read_text("utf-8")) == (HIDE,)


def test_saved_searches_stand_in_a_plain_file_and_other_lines_stay(tmp_path: Path) -> None:
    searches = SavedSearches(tmp_path / "searches.txt")
    searches.set("port", 'port "fee"')
    searches.set("new", "is:unread date:>=2025")
    text = (tmp_path / "searches.txt").read_text("utf-8")
    assert 'port = port "fee"\n' in text
    (tmp_path / "searches.txt").write_text(text + "\n# mine\nold=  date:2024 \nno search\n", "utf-8")
    assert searches.all() == {"port": 'port "fee"', "new": "is:unread date:>=2025", "old": "date:2024"}
    searches.set("port", "harbour")
    searches.set("old", None)
    assert list(searches.all().items()) == [("port", "harbour"), ("new", "is:unread date:>=2025")]
    assert "# mine\nno search\n" in (tmp_path / "searches.txt").read_text("utf-8")


def test_a_search_needs_a_name_that_the_file_can_hold() -> None:
    for name in ("", "a = b", "# no"):
        with pytest.raises(LibraryError, match="name of a search"):
            Marks(None).save_search(name, "port")


def test_the_history_holds_each_query_once_the_newest_first(tmp_path: Path) -> None:
    history = History(tmp_path / "history.txt")
    for query in ("port", "fee\nrise", "port", " "):
        history.remember(query)
    assert history.all() == ["port", "fee rise"]
    for number in range(600):
        history.remember(f"query {number}")
    assert len(history.all()) == 500
    assert history.all()[0] == "query 599"
