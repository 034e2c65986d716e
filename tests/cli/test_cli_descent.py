"""Versions, descent, paragraphs and traces on the command line, plain and as JSON."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import tanker
from running import Done, command


@pytest.fixture(scope="module")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("home")
    tanker.write(home / "pile")
    return home


@pytest.fixture
def pile(homes: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(homes / "cache"))
    monkeypatch.setenv("XDG_DATA_HOME", str(homes / "data"))
    return homes / "pile"


def told(done: Done) -> list[dict[str, object]]:
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_copies_name_the_versions_and_what_changed(pile: Path) -> None:
    done = command("copies", pile)
    assert "2 versions, same address" in done.stdout
    assert "correction appended, headline changed, 1 paragraph edited" in done.stdout
    (chain,) = told(command("copies", pile, "--versions", "--json"))
    assert chain["basis"] == "same address"


def test_descent_tells_the_first_the_agency_and_the_cuts(pile: Path) -> None:
    done = command("copies", pile, "--descent")
    assert "first: 1 Reuters" in done.stdout
    assert "agency copy: Reuters" in done.stdout
    assert "2 paragraphs cut" in done.stdout
    (lineage,) = told(command("copies", pile, "--descent", "--json"))
    assert lineage["agency"] == "Reuters"


def test_paragraphs_by_copies_are_a_table(pile: Path) -> None:
    done = command("copies", pile, "--paragraphs")
    row = next(line for line in done.stdout.splitlines() if line.endswith(tanker.MAYOR))
    assert row.split()[0] == "+4"
    (table,) = told(command("copies", pile, "--paragraphs", "--json"))
    assert len(table["stories"]) == 4  # type: ignore[arg-type]
    alone = next(s["id"] for s in told(command("list", pile, "--json")) if str(s["headline"]).startswith("Oil"))
    assert command("copies", pile, "--paragraphs", "--story", str(alone)).returncode == 1


def test_a_trace_lists_the_carriers_in_order_of_time(pile: Path) -> None:
    done = command("trace", tanker.BODY[1], pile)
    assert "4 stories carry it (copies of one text): 2 word for word, 2 only figures differ." in done.stdout
    assert "First on 4 Mar 2031, 09:10 Z, by Reuters." in done.stdout
    assert "At least [-12-]{+15+} people" in done.stdout
    found = told(command("trace", "We heard a loud bang", pile, "--json"))
    assert [one["how"] for one in found] == ["word for word"] * 5
    assert [one["date"] for one in found] == sorted(str(one["date"]) for one in found)


def test_a_sentence_that_nobody_carries_is_nothing_found(pile: Path) -> None:
    done = command("trace", "The orchestra plays on Sunday in the park.", pile)
    assert done.returncode == 1
    assert "no story carries" in done.stderr
    assert command("trace", "…", pile).returncode == 2


def test_compare_says_which_is_the_later_version_and_who_cut_whom(pile: Path) -> None:
    ids = {(s["outlet"], s["headline"]): str(s["id"]) for s in told(command("list", pile, "--json"))}
    first = ids["Reuters", "Tanker runs aground at Grenvik"]
    later = ids["Reuters", "Tanker runs aground at Grenvik, 15 hurt"]
    cut = ids["Fjord Post", "Tanker aground closes Grenvik harbour"]
    assert "Right is a later version of left (2 of 2, same address" in command("compare", first, later, pile).stdout
    assert "Left is a later version of right" in command("compare", later, first, pile).stdout
    (form,) = told(command("compare", cut, first, pile, "--json"))
    assert form["descent"] == [
        "Surely right came first (by their times, 4 hours apart); left: headline changed, 2 paragraphs cut"
    ]


def test_a_terminal_of_any_width_is_never_overrun(pile: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ids = [str(s["id"]) for s in told(command("list", pile, "--json"))]
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("NO_COLOR", "1")
    for columns in (48, 80, 132):
        monkeypatch.setenv("COLUMNS", str(columns))
        for asked in (["compare", *ids[:2], pile], ["copies", pile, "--paragraphs"], ["trace", tanker.BODY[1], pile]):
            done = command(*asked, terminal=True)
            plain = re.sub(r"\x1b\[[0-9;]*m", "", done.stdout)
            assert max(map(len, plain.splitlines())) <= columns
