"""The reader says which column holds what, where no program could know."""

from __future__ import annotations

import datetime as dt
import json
import os
from pathlib import Path

import pytest
from pages import BRIDGE, ORCHARD, SAVED
from test_real_world_records import table

from tui.ingest.discover import discover
from tui.ingest.naming import Names, understood
from tui.ingest.read import read
from tui.model import Found, Problem, Story

NAMES = understood(["headline=kop", "body=artikel_text", "date=verschenen", "source=krant", "author=door", "url=adres"])
COLUMNS = ["kop", "artikel_text", "verschenen", "krant", "door", "adres", "text"]
ROW = ["Brug dicht", "\n".join(BRIDGE), "2025-03-04", "De Koerier", "Lena Quill", "https://koerier.example/1", "a note"]


def named(folder: Path, name: str, text: str, names: Names) -> tuple[list[Story], list[Problem]]:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    os.utime(path, (SAVED.timestamp(), SAVED.timestamp()))
    (found,) = discover([str(path)])
    assert isinstance(found, Found)
    readings = list(read(found, names))
    return [s for reading in readings for s in reading.stories], [p for reading in readings for p in reading.problems]


FILES = {
    "standard-input": table([*COLUMNS[:-1]], [*ROW[:-1]]),
    "a.csv": table([*COLUMNS], [*ROW]),
    "a.tsv": "\t".join(COLUMNS) + "\n" + "\t".join(cell.replace("\n", " ") for cell in ROW) + "\n",
    "a.json": json.dumps([dict(zip(COLUMNS, ROW, strict=True))]),
    "a.jsonl": json.dumps(dict(zip(COLUMNS, ROW, strict=True))) + "\n",
}


@pytest.mark.parametrize("name", FILES)
def test_columns_with_names_of_their_own(tmp_path: Path, name: str) -> None:
    (story,), said = named(tmp_path, name, FILES[name], NAMES)
    assert said == []
    assert (story.headline, story.when.day) == ("Brug dicht", dt.date(2025, 3, 4))
    assert (story.outlet, story.byline, story.url) == ("De Koerier", "Lena Quill", "https://koerier.example/1")
    assert " ".join(story.paragraphs) == " ".join(BRIDGE)


def test_what_is_named_wins_over_the_usual_names(tmp_path: Path) -> None:
    text = table(["title", "text", "summary"], ["A", BRIDGE[0], ORCHARD[0]])
    (story,), _ = named(tmp_path, "a.csv", text, understood(["body=summary"]))
    assert story.paragraphs == (ORCHARD[0],)


def test_a_field_inside_another_is_named_by_the_way_to_it(tmp_path: Path) -> None:
    record = {"title": "The bridge", "parts": {"story": {"words": BRIDGE[0]}, "words": "no"}}
    (story,), said = named(tmp_path, "a.json", json.dumps(record), understood(["body=parts.story.words"]))
    assert (story.paragraphs, said) == ((BRIDGE[0],), [])


def test_a_column_that_is_nowhere_is_a_problem_and_the_usual_names_still_count(tmp_path: Path) -> None:
    text = table(["title", "text"], ["A", BRIDGE[0]])
    (story,), (problem,) = named(tmp_path, "a.csv", text, understood(["body=artikel"]))
    assert story.paragraphs == (BRIDGE[0],)
    assert problem.reason == "no field is called 'artikel', as was asked for"


def test_a_table_that_names_nothing_says_how_it_can_be_told(tmp_path: Path) -> None:
    found, (problem,) = named(tmp_path, "a.csv", table(["kop", "tekst"], ["A", BRIDGE[0]]), ())
    assert found == []
    assert problem.reason.endswith("its columns: kop, tekst; which holds the text can be said: --field body=COLUMN")


@pytest.mark.parametrize(
    ("word", "reason"),
    [
        ("boddy=x", "no field is called 'boddy'; there are headline, standfirst, body"),
        ("body", "a field is given as NAME=COLUMN"),
        ("body=", "a field is given as NAME=COLUMN"),
        ("=x", "no field is called ''"),
    ],
)
def test_wrong_words_are_told(word: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        understood([word])


def test_a_field_can_be_given_once(tmp_path: Path) -> None:
    assert understood(["body=x", "text=x"]) == (("body", "x"),)
    with pytest.raises(ValueError, match="given twice"):
        understood(["body=x", "text=y"])
