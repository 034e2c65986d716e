"""A library is made anew when what it was made by has changed: the program, or the libraries that it reads with."""

from __future__ import annotations

import importlib.util
import shutil
from pathlib import Path

import pytest

import tui
from tui.library.file import recipe


def test_a_library_for_some_documents_that_comes_or_goes_makes_another_recipe(monkeypatch: pytest.MonkeyPatch) -> None:
    made = []
    for installed in (True, False, True):
        monkeypatch.setattr(recipe, "find_spec", lambda name, there=installed: importlib.util if there else None)
        recipe.recipe.cache_clear()
        made.append(recipe.recipe())
    recipe.recipe.cache_clear()
    assert made[0] == made[2] != made[1]


@pytest.mark.parametrize(("changed", "another"), [("library/building/new.py", True), ("app/new.py", False)])
def test_whatever_fills_a_library_is_part_of_its_recipe(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, changed: str, another: bool
) -> None:
    program = tmp_path / "tui"
    shutil.copytree(Path(tui.__file__).parent, program, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(recipe, "_PACKAGE", str(program))
    made = []
    for text in (None, "COLUMNS = 3\n"):
        if text is not None:
            (program / changed).write_text(text, "utf-8")
        recipe.recipe.cache_clear()
        made.append(recipe.recipe())
    recipe.recipe.cache_clear()
    assert (made[0] != made[1]) is another
