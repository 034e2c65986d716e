"""What the command line makes of a search: hits in context, counts, ranks, and files for other programs."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from running import Done, command

Run = Callable[..., Done]

STORIES = """headline,date,source,body
Harbour bridge closed,2024-05-03,The Ledger,"The harbour bridge was closed on Friday, the council said. {more}"
Bridge opens again,2024-06-09,The Herald,"The bridge over the harbour opened again, said Mayor Anna Berg. {more}"
Ferry sails twice a day,2024-06-11,The Herald,"A ferry now sails from the harbour twice a day, the company said. {more}"
"""
MORE = "Pupils who cross the water every morning were glad of it, and so were the men of the fish market."


@pytest.fixture(scope="module")
def pile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pile")
    (folder / "news.csv").write_text(STORIES.replace("{more}", MORE), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(autouse=True)
def at_home(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(home / "cache"))
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "data"))


def test_every_hit_is_a_line_with_the_hits_one_under_another(pile: Path) -> None:
    told = command("search", "bridge", pile, "--kwic")
    lines = told.stdout.splitlines()
    assert told.returncode == 0
    assert len(lines) == 4
    assert len({re.search("bridge", line, re.IGNORECASE).start() for line in lines}) == 1  # type: ignore[union-attr]
    forms = [json.loads(line) for line in command("search", "bridge", pile, "--kwic", "--json").stdout.splitlines()]
    assert {form["hit"].lower() for form in forms} == {"bridge"}
    stories = [json.loads(line) for line in command("search", "bridge", pile, "--json").stdout.splitlines()]
    texts = {story["id"]: story["blocks"] for story in stories}
    for form in forms:
        text = texts[form["story"]][form["block"]]["text"]
        assert text[form["start"] : form["end"]] == form["hit"]


def test_counts_are_told_by_outlet_and_month(pile: Path) -> None:
    forms = [json.loads(line) for line in command("search", "bridge", pile, "--counts", "--json").stdout.splitlines()]
    told = {(form["by"], form["name"]): (form["stories"], form["once"], form["hits"]) for form in forms}
    assert told["all", ""] == (2, 2, 4)
    assert told["outlet", "The Herald"] == (1, 1, 2)
    assert told["month", "2024-05"] == (1, 1, 2)
    assert "By outlet" in command("list", pile, "--counts").stdout


def test_the_most_relevant_stands_first_where_that_is_asked_for(pile: Path) -> None:
    def found(*flags: str) -> list[str]:
        lines = command("search", "ferry OR harbour", pile, "--json", *flags).stdout.splitlines()
        return [json.loads(line)["headline"] for line in lines]

    assert found() == ["Harbour bridge closed", "Bridge opens again", "Ferry sails twice a day"]
    assert sorted(found("--rank")) == sorted(found())
    assert found("--rank")[0] == "Ferry sails twice a day"


def test_stories_are_read_again_from_a_table_and_from_references(pile: Path, tmp_path: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(command("list", pile, "--format", "csv").stdout)))
    assert [row["date"] for row in rows] == ["2024-05-03", "2024-06-09", "2024-06-11"]
    out = tmp_path / "stories.json"
    told = command("search", "harbour", pile, "--out", out)
    assert told.returncode == 0
    assert f"3 stories written to {out}" in told.stderr
    items = json.loads(out.read_text("utf-8"))
    assert [item["title"] for item in items] == [row["headline"] for row in rows]
    assert [item["issued"]["date-parts"][0] for item in items] == [[2024, 5, 3], [2024, 6, 9], [2024, 6, 11]]
    assert {item["container-title"] for item in items} == {"The Ledger", "The Herald"}


def test_nothing_is_written_into_what_is_read_nor_over_a_file(pile: Path, tmp_path: Path) -> None:
    told = command("list", pile, "--out", pile / "all.md")
    assert told.returncode == 2
    assert "never written to" in told.stderr
    assert not (pile / "all.md").exists()
    (tmp_path / "there.md").write_text("mine", encoding="utf-8")
    assert command("list", pile, "--out", tmp_path / "there.md").returncode == 2
    assert (tmp_path / "there.md").read_text("utf-8") == "mine"
    assert "--format is one of" in command("list", pile, "--format", "pdf").stderr


def test_an_actor_has_a_page(pile: Path) -> None:
    page = command("actors", pile, "--actor", "Anna Berg").stdout
    assert page.startswith("# Anna Berg")
    assert "Bridge opens again" in page
    assert command("actors", pile, "--actor", "Nobody Atall").returncode == 1
