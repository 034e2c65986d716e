"""What all tests stand on: the seeds, and a home of its own for whatever the program keeps."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

# How long one example takes says how busy the machine is, not whether the property holds.
settings.register_profile("wireside", deadline=None)
settings.load_profile("wireside")

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the library, the marks or the keymap of whoever runs it."""
    home = tmp_path_factory.mktemp("home")
    for name in ("CACHE", "DATA", "CONFIG", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    monkeypatch.setenv("HOME", str(home))
    for name in ("NO_COLOR", "TEXTUAL_THEME"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def seeds() -> Path:
    """The folder of the five documents that Wireside was first made for."""
    return ROOT / "seeds"
