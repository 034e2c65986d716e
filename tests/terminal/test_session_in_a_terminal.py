"""One session in a real terminal, key by key, as a reader would go through the seeds."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import pytest
from emulator import Terminal

WARNER = "US Senator"
TWIN = "United States Senator Mark R. Warner"
OCTOBER = ("Dozens of US Lawmakers", "Pakistan says US lawmakers")
NOVEMBER = "In a significant development"
UK = "Pakistan, UK discuss"


@pytest.fixture
def reader(seeds: Path, tmp_path: Path):
    with Terminal([sys.executable, "-m", "tui", str(seeds)], columns=160, rows=45) as terminal:
        yield terminal


def test_a_session_from_start_to_quit(reader: Terminal) -> None:
    reader.shows("6 stories", "5 files", "1 copy", "1 event", *OCTOBER, NOVEMBER, UK, WARNER, "6 of 6")

    reader.press("/", "Baloch", "Enter")
    reader.shows("2 of 6", *OCTOBER)
    reader.hides(UK)

    reader.press("Esc")
    reader.press("F")
    reader.shows("6 of 6", UK, WARNER, NOVEMBER)

    reader.press("G")
    reader.press("c")
    reader.shows("Same copy", "no fact differs", "words of the body agree")

    reader.press("q")
    reader.hides("no fact differs")
    reader.press("4")
    reader.shows("PEOPLE")
    reader.press("/", "Rubio", "Enter")
    reader.press("Space")
    reader.shows("2 of 6", WARNER)
    reader.hides("Richard Lindsay", "Donald Blome")

    reader.press("?")
    reader.shows("help")
    reader.press("reverse")
    reader.wait(lambda t: "everse" in t.text and "quit" not in t.text.lower().replace("q quit", ""), "only what fits")
    reader.press("Esc")

    reader.press("Q")
    assert reader.ends() == 0
    assert reader.settings_now == reader.settings_before
    for switched_on, switched_off in (("\x1b[?1049h", "\x1b[?1049l"), ("\x1b[?1000h", "\x1b[?1000l")):
        assert reader.raw.rfind(switched_off.encode()) > reader.raw.rfind(switched_on.encode())
    assert reader.raw.rfind(b"\x1b[?25h") > reader.raw.rfind(b"\x1b[?25l")


def test_the_same_typed_ahead_from_the_first_moment(reader: Terminal) -> None:
    """Keys in bursts, the first as soon as anything stands on the screen: each goes where it would have gone later."""
    reader.shows("Wireside")
    reader.press("/Baloch\r")
    reader.shows("2 of 6", *OCTOBER)
    reader.hides(UK)
    reader.hides("looking for", "reading", "finding", "sorting")

    reader.press("\x1bFGc")
    reader.shows("Same copy", "no fact differs", "6 of 6")
    reader.press("q4/Rubio\r ")
    reader.shows("2 of 6", WARNER, "with Marco Rubio")
    reader.hides("Richard Lindsay", "Donald Blome")

    reader.press("?reverse")
    reader.shows("Turn the order round")
    reader.press("\x1b", "Q")
    assert reader.ends() == 0
    assert reader.settings_now == reader.settings_before


def test_told_to_end_from_outside_it_leaves_the_terminal_sound_and_nothing_behind(
    seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = set(private_folders())
    with Terminal([sys.executable, "-m", "tui", str(seeds), "--no-cache", "--no-marks"]) as terminal:
        terminal.shows("1 event", "PEOPLE")
        assert set(private_folders()) - before
        terminal.process.terminate()
        terminal.ends()
        assert terminal.settings_now == terminal.settings_before
    assert not set(private_folders()) - before


def private_folders() -> list[Path]:
    return [
        path for root in (Path("/dev/shm"), Path(tempfile.gettempdir())) for path in root.glob("wireside-library-*")
    ]
