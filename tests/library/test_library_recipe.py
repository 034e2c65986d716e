"""A library is made anew when what it was made by has changed: the program, or the libraries that it reads with."""

from __future__ import annotations

import importlib.util

import pytest

from tui.library.file import recipe


def test_a_library_for_some_documents_that_comes_or_goes_makes_another_recipe(monkeypatch: pytest.MonkeyPatch) -> None:
    made = []
    for installed in (True, False, True):
        monkeypatch.setattr(recipe, "find_spec", lambda name, there=installed: importlib.util if there else None)
        recipe.recipe.cache_clear()
        made.append(recipe.recipe())
    recipe.recipe.cache_clear()
    assert made[0] == made[2] != made[1]
