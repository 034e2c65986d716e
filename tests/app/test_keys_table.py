"""The table of keys: nothing twice, nothing without an action, everything taught."""

from __future__ import annotations

import inspect
from collections import Counter

import pytest
from textual.widget import Widget

from tui.app.actors.page import ActorPage
from tui.app.actors.pane import Actors
from tui.app.asking.help import choices
from tui.app.asking.palette import commands
from tui.app.asking.query import QueryLine
from tui.app.compare.pane import Compare
from tui.app.desk.orders import Orders
from tui.app.keys.keymap import checked, clashes, read
from tui.app.keys.table import BY_ID, HINTS, KEYS, PLACES, bindings, shown, taught
from tui.app.paint.lines import Lines
from tui.app.reader.pane import Reader
from tui.app.stories.pane import StoryList

PANES: dict[str, type[Widget]] = {
    "everywhere": Orders,
    "lines": Lines,
    "stories": StoryList,
    "reader": Reader,
    "compare": Compare,
    "actors": Actors,
    "page": ActorPage,
    "query": QueryLine,
}


def test_no_name_stands_twice() -> None:
    assert [id for id, times in Counter(key.id for key in KEYS).items() if times > 1] == []


def test_no_key_does_two_things_in_one_place() -> None:
    assert clashes({}) == []


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.id)
def test_every_key_does_something(key) -> None:
    owner = Orders if key.action.startswith("screen.") else PANES[key.where]
    if key.action == "app.quit":
        return
    name = "action_" + key.action.rpartition(".")[2]
    action = getattr(owner, name, None)
    assert action is not None, f"{owner.__name__} has no {name}"
    assert not [p for p in inspect.signature(action).parameters.values() if p.name != "self" and p.default is p.empty]


def test_the_look_is_kept() -> None:
    """The keys that the hands of readers know, by place."""
    promised = {
        "everywhere": "1 2 3 4 tab shift+tab q Q escape ? f1 : ctrl+p / f F n N ] [ v z < > c a i y o e w u U ; # R",
        "lines": "j k g G ctrl+d ctrl+u pageup pagedown home end",
        "stories": "enter l h space V d D s S r * @ { } b B",
        "reader": "space J K",
        "compare": "J K x t + -",
        "actors": "/ enter space ! & t m M x",
    }
    for where, names in promised.items():
        bound = {name for key in KEYS if key.where == where for name in key.keys.split(",")}
        assert set(names.split()) <= bound, where


def test_no_key_needs_ctrl() -> None:
    needing = [key.id for key in KEYS if all(name.startswith("ctrl+") for name in key.keys.split(","))]
    assert set(needing) == {"lines.half_down", "lines.half_up"}


def test_function_keys_reach_the_program_on_any_keyboard() -> None:
    bound = {name for key in KEYS if key.where == "everywhere" for name in key.keys.split(",")}
    assert {f"f{n}" for n in range(1, 11)} <= bound


def test_the_hints_name_keys_that_are_there() -> None:
    for where, hints in HINTS.items():
        assert where in PLACES
        for ids, word in hints:
            assert word
            assert all(id in BY_ID for id in ids.split())


def test_keys_are_called_as_readers_know_them() -> None:
    assert shown("enter,l,right") == "Enter l Right"
    assert shown("ctrl+d") == "Ctrl+D"
    assert shown("f1,?,+") == "F1 ? +"
    assert taught("stories.open") == "Enter"
    assert taught("stories.open", {"stories.open": "o"}) == "o"


def test_a_pane_answers_keys_of_everywhere_itself() -> None:
    ids = {binding.id for binding in bindings("reader", "everywhere.view")}
    assert "everywhere.view" in ids
    assert "everywhere.quit" not in ids


def test_the_help_has_every_key_and_the_query_language() -> None:
    told = choices("stories", {})
    assert {choice.value for choice in told if choice.value in BY_ID} >= {
        key.id for key in KEYS if key.where in ("stories", "lines", "everywhere")
    }
    assert {BY_ID[key.id].help for key in KEYS} <= {choice.label for choice in told}
    assert any("date:" in choice.label for choice in told)


def test_the_palette_has_saved_searches() -> None:
    told = commands("reader", {}, {"letters": "letter lawmak*"})
    assert [choice.label for choice in told if choice.value == "query letter lawmak*"] == ["Search: letters"]


# ------------------------------------------------------------------------------------------------ the keys of a reader


def test_a_keymap_changes_keys() -> None:
    keymap = checked({"stories.open": "o, enter", "reader": {"next_story": "ctrl+j"}})
    assert keymap.keys == {"stories.open": "o,enter", "reader.next_story": "ctrl+j"}


@pytest.mark.parametrize(
    ("table", "complaint"),
    [
        ({"stories.opne": "o"}, "stories.opne is no name of a key."),
        ({"stories.open": 3}, "stories.open needs keys between quotes"),
        ({"stories.open": "d"}, "d is asked for by stories.open and by stories.fold."),
        ({"stories.fold": "ctrl+q"}, "Ctrl+Q always quits"),
        ({"stories.fold": "?"}, "In stories, ? is stories.fold and hides everywhere.help."),
        ({"preset": "emacs"}, "There is no preset 'emacs'"),
    ],
)
def test_a_keymap_that_is_wrong_is_told(table: dict[str, object], complaint: str) -> None:
    assert any(line.startswith(complaint) for line in checked(table).complaints)


def test_the_newsboat_preset_has_no_clash() -> None:
    keymap = checked({"preset": "newsboat"})
    assert keymap.keys
    assert [line for line in keymap.complaints if "asked for" in line] == []


def test_a_keymap_file_that_cannot_be_read_is_told(tmp_path) -> None:
    assert read(tmp_path / "none.toml").complaints == ()
    (tmp_path / "keys.toml").write_text('"stories.open" = ')
    assert "keys.toml" in read(tmp_path / "keys.toml").complaints[0]
