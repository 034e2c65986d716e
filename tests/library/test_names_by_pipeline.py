"""Names found by a pipeline of the user's own, through the worker processes, and by what ships again."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tui.actors.models.chosen import VARIABLE
from tui.cli.command import run
from tui.library.building.build import build
from tui.library.changes import Change, Failed
from tui.library.library import open_library

TEXT = "Varkana Post\n\nGreta Marsh met varkana rovers in the town on Monday, and she left them there in the evening.\n"


def built(pile: Path) -> list[Change]:
    """What is told when the library of this folder is brought up to date."""
    told: list[Change] = []
    with open_library([str(pile)]) as library:
        build(library.path, library.roots, told.append, workers=1)
    return told


def named(pile: Path) -> set[str]:
    """The names of the actors of this folder."""
    with open_library([str(pile)]) as library:
        return {each.actor.name for each in library.actors()}


@pytest.fixture
def pile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one story, and places of its own for libraries."""
    for variable in ("XDG_CACHE_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(variable, str(tmp_path / variable))
    monkeypatch.delenv(VARIABLE, raising=False)
    folder = tmp_path / "pile"
    folder.mkdir()
    (folder / "one.txt").write_text(TEXT)
    return folder


def test_another_pipeline_finds_the_names_anew(pile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spacy = pytest.importorskip("spacy")
    made = spacy.blank("en")
    made.add_pipe("entity_ruler").add_patterns([{"label": "ORG", "pattern": "varkana rovers"}])
    made.meta["name"] = "made"
    made.to_disk(tmp_path / "made")
    built(pile)
    assert "Greta Marsh" in named(pile)
    monkeypatch.setenv(VARIABLE, str(tmp_path / "made"))
    built(pile)
    assert named(pile) == {"varkana rovers"}
    monkeypatch.delenv(VARIABLE)
    built(pile)
    assert "Greta Marsh" in named(pile)


def test_a_build_with_a_pipeline_that_is_missing_says_so(pile: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "no_such_pipeline")
    last = built(pile)[-1]
    assert isinstance(last, Failed)
    assert "no_such_pipeline" in last.reason


def test_the_command_ends_at_once_where_the_pipeline_is_missing(
    pile: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(VARIABLE, "")
    monkeypatch.setattr(sys, "argv", ["wireside", "actors", str(pile), "--names", "no_such_pipeline"])
    assert run() == 2
    assert "wireside: no_such_pipeline " in capsys.readouterr().err
