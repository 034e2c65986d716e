"""A library of the seeds that is built once, and given to every test as a copy."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tui.app.reader import reading
from tui.library.building.build import build
from tui.library.paths import library_path

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


@pytest.fixture(scope="session")
def built_seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache directory with the library of the seeds in it."""
    cache = tmp_path_factory.mktemp("built")
    before = os.environ.get("XDG_CACHE_HOME")
    os.environ["XDG_CACHE_HOME"] = str(cache)
    try:
        from tui.library.file.opening import make_ready  # noqa: PLC0415

        path = library_path([str(SEEDS)])
        make_ready(path)
        build(path, [str(SEEDS)], lambda _change: None)
    finally:
        if before is None:
            del os.environ["XDG_CACHE_HOME"]
        else:
            os.environ["XDG_CACHE_HOME"] = before
    return cache


@pytest.fixture
def seeds_at_hand(built_seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The seeds as roots, their library standing already; the reader pane follows without a rest."""
    cache = tmp_path / "cache-of-this-test"
    shutil.copytree(built_seeds, cache)
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    monkeypatch.setattr(reading, "REST", 0.0001)
    return [str(SEEDS)]
