"""Tables in Parquet files: a record a row, with the fields that tables of the news have."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from pages import BRIDGE, ORCHARD, problems
from test_records_json_and_tables import opened

from tui.ingest.lines import lines

pyarrow = pytest.importorskip("pyarrow")
parquet = pytest.importorskip("pyarrow.parquet")

COLUMNS: dict[str, list[Any]] = {
    "title": ["The bridge is shut", "Frost destroys cherries"],
    "maintext": ["\n".join(BRIDGE), "\n".join(ORCHARD)],
    "date_publish": [dt.datetime(2025, 3, 4, 5, 15, tzinfo=dt.UTC), None],
    "source_domain": ["tarn.example", "gazette.example"],
    "url": ["https://tarn.example/a", None],
    "authors": [["Lena Quill", "Per Ek"], []],
    "image": [b"\x89PNG", None],
    "score": [0.25, float("nan")],
    "publisher": [{"name": "The Tarn Courier"}, None],
}


def write(path: Path, columns: dict[str, list[Any]], **options: Any) -> None:
    parquet.write_table(pyarrow.table(columns), path, **options)


@pytest.mark.parametrize("name", ["a.parquet", "no ending"])
def test_a_row_is_a_story(tmp_path: Path, name: str) -> None:
    write(tmp_path / name, COLUMNS, row_group_size=1)
    (bridge, frost), said = opened(tmp_path / name)
    assert said == []
    assert [list(bridge.paragraphs), list(frost.paragraphs)] == [BRIDGE, ORCHARD]
    assert (bridge.when.day, bridge.when.time) == (dt.date(2025, 3, 4), dt.time(5, 15))
    assert (bridge.outlet, bridge.byline, bridge.url) == (
        "The Tarn Courier",
        "Lena Quill, Per Ek",
        "https://tarn.example/a",
    )
    assert (frost.outlet, frost.blocks[0].first) == ("gazette.example", 2)
    assert json.loads(lines(frost.document)[1])["title"] == "Frost destroys cherries"


def test_a_table_without_stories_names_its_columns(tmp_path: Path) -> None:
    write(tmp_path / "a.parquet", {"price": [1], "weight\x1b[31m": [2]})
    (problem,) = problems(tmp_path / "a.parquet")
    assert "its columns: price, weight; which" in problem.reason


@pytest.mark.parametrize("cut", [0, 4, 200])
def test_a_cut_file_is_one_problem(tmp_path: Path, cut: int) -> None:
    write(tmp_path / "whole", COLUMNS)
    (tmp_path / "a.parquet").write_bytes((tmp_path / "whole").read_bytes()[:cut])
    (problem,) = problems(tmp_path / "a.parquet")
    assert problem.reason == ("a damaged or cut Parquet file" if cut else "empty")


def test_damaged_rows_cost_only_themselves(tmp_path: Path) -> None:
    many = {
        "title": [f"Story {number}" for number in range(2000)],
        "text": [ORCHARD[number % 4] for number in range(2000)],
    }
    write(tmp_path / "a.parquet", many, row_group_size=500, compression="gzip", use_dictionary=False)
    data = bytearray((tmp_path / "a.parquet").read_bytes())
    data[len(data) // 2 : len(data) // 2 + 400] = b"\xff" * 400
    (tmp_path / "a.parquet").write_bytes(bytes(data))
    found, said = opened(tmp_path / "a.parquet")
    assert 500 <= len(found) < 2000
    assert len(said) == 1
    assert said[0].reason.startswith("damaged from here on")
