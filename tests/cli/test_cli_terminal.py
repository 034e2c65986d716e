"""The command on a terminal: two columns in colour, as wide as the terminal and no wider; NO_COLOR is heard."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from running import command

from tui.views.lines import cells

OLD = """Flood closes two schools in the old town

OSLO, 3 May 2024 - The river rose by two metres in a night and flooded the old town's cellars, officials said.

Nobody was hurt, but 40 families spent the night in a school on the hill above the harbour, Mayor Anna Berg said.
"""
NEW = OLD.replace("Flood closes two schools", "River floods cellars").replace("40 families", "45 families")
Show = Callable[..., list[str]]

_ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pair")
    (folder / "old.txt").write_text(OLD, encoding="utf-8")
    (folder / "new.txt").write_text(NEW, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(tmp_path_factory.mktemp("home"))


@pytest.fixture
def show(home: str, monkeypatch: pytest.MonkeyPatch) -> Show:
    def show(*arguments: str | Path, width: int, **more: str) -> list[str]:
        """The lines that a terminal of this width is sent."""
        for name, value in {**_setting(home, width), **more}.items():
            monkeypatch.setenv(name, value)
        monkeypatch.delenv("FORCE_COLOR", raising=False)
        done = command(*arguments, terminal=True)
        assert done.returncode == 0
        return done.stdout.splitlines()

    return show


def _setting(home: str, width: int) -> dict[str, str]:
    own = {"HOME": home, "XDG_CACHE_HOME": home, "XDG_DATA_HOME": home, "COLUMNS": str(width)}
    return {**own, "TERM": "xterm-256color", "COLORTERM": "truecolor"}


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 1 << 16)
    except OSError:  # the other end is closed
        return b""


def test_a_real_terminal_is_known_for_one(show: Show, home: str, folder: Path) -> None:
    arguments = ["compare", str(folder / "old.txt"), str(folder / "new.txt")]
    kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR")}
    inside, outside = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "tui", *arguments],
        stdout=outside,
        stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        env={**kept, **_setting(home, 90)},
    ) as process:
        os.close(outside)
        sent = b"".join(iter(lambda: _read(inside), b""))
        os.close(inside)
        assert process.wait() == 0
    assert sent.decode().replace("\r\n", "\n").splitlines() == show(*arguments, width=90)


def plain(lines: list[str]) -> list[str]:
    return [_ESCAPE.sub("", line) for line in lines]


@pytest.mark.parametrize("width", [80, 140])
def test_two_stories_stand_side_by_side(show: Show, folder: Path, width: int) -> None:
    sent = show("compare", folder / "old.txt", folder / "new.txt", width=width)
    lines = plain(sent)
    assert lines[0].startswith("Same copy. ")
    assert all(cells(line) <= width for line in lines)
    row = next(line for line in lines if line.count("Nobody was hurt") == 2)
    assert cells(row.partition("~")[0]) in range(width // 2 - 4, width // 2 + 2)
    assert any("\x1b[" in line for line in sent)
    changed = re.compile(r"\x1b\[[0-9;]*48;2;[0-9;]*m40\x1b")
    assert any(changed.search(line) for line in sent)


def test_a_narrow_terminal_gets_one_text(show: Show, folder: Path) -> None:
    lines = plain(show("compare", folder / "old.txt", folder / "new.txt", width=60))
    assert all(cells(line) <= 60 for line in lines)
    assert any("[-40-]{+45+}" in line for line in lines)


def test_sixteen_colours_are_enough(show: Show, folder: Path) -> None:
    sent = show("compare", folder / "old.txt", folder / "new.txt", width=80, TERM="xterm", COLORTERM="")
    changed = [line for line in sent if "\x1b[1;4;33m" in line]
    assert any("40" in line and "45" in line for line in changed)


def test_no_color_is_heard(show: Show, folder: Path) -> None:
    sent = show("compare", folder / "old.txt", folder / "new.txt", width=80, NO_COLOR="1")
    assert not any(re.search(r"\x1b\[[0-9;]*[34]8;", line) for line in sent)


def test_a_list_is_cut_to_the_terminal_and_a_page_is_wrapped(show: Show, folder: Path) -> None:
    listed = plain(show("list", folder, width=50))
    assert all(cells(line) <= 50 for line in listed)
    assert len([line for line in listed if "…" in line]) == 2
    page = plain(show("show", folder / "old.txt", width=50))
    assert all(cells(line) <= 50 for line in page)
    assert "Nobody was hurt" in " ".join(page)
