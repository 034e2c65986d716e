"""Records of JSON and of tables: each a story with the fields it has, and a bad one costs only itself."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import os
from pathlib import Path

import pytest
from pages import BRIDGE, ORCHARD, SAVED, problems, texts

from tui.ingest.discover import discover
from tui.ingest.lines import lines
from tui.ingest.read import read
from tui.ingest.records.fields import date_of, find
from tui.model import Basis, BlockKind, Found, Problem, Story

BRIDGE_RECORD = {
    "id": 17,
    "headline": "Old bridge over the Tarn closed",
    "maintext": "\n".join(BRIDGE),
    "pubDate": "2025-03-04T06:15:00+01:00",
    "link": "https://www.tarn-courier.example/2025/bridge",
    "source": {"id": None, "name": "The Tarn Courier"},
    "authors": [{"name": "Ida Holm"}, {"name": "Per Ek"}],
    "lang": "en-GB",
}
ORCHARD_RECORD = {"title": "Frost takes the blossom", "text": "\n\n".join(ORCHARD), "date": "5 March 2025"}


def opened(path: Path) -> tuple[list[Story], list[Problem]]:
    os.utime(path, (SAVED.timestamp(), SAVED.timestamp()))
    (found,) = discover([str(path)])
    assert isinstance(found, Found)
    readings = list(read(found))
    return [s for reading in readings for s in reading.stories], [p for reading in readings for p in reading.problems]


def written(folder: Path, name: str, text: str) -> tuple[list[Story], list[Problem]]:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return opened(path)


def jsonl(*records: object) -> str:
    return "".join(json.dumps(record) + "\n" for record in records)


def test_the_usual_names_of_fields_are_found(tmp_path: Path) -> None:
    (story,), said = written(tmp_path, "export.jsonl", jsonl(BRIDGE_RECORD))
    assert said == []
    assert story.headline == "Old bridge over the Tarn closed"
    assert not story.headline_derived
    assert list(story.paragraphs) == BRIDGE
    assert (story.outlet, story.byline, story.language) == ("The Tarn Courier", "Ida Holm, Per Ek", "en")
    assert story.url == "https://www.tarn-courier.example/2025/bridge"
    assert (story.when.day, story.when.basis) == (dt.date(2025, 3, 4), Basis.METADATA)
    assert (story.when.time, story.when.zone) == (dt.time(6, 15), "+01:00")
    assert "pubDate" in story.when.evidence
    assert "id: 17" in texts(story, BlockKind.FURNITURE)


def test_every_line_is_a_story_and_knows_its_line(tmp_path: Path) -> None:
    (bridge, orchard), _ = written(tmp_path, "a.ndjson", jsonl(BRIDGE_RECORD, ORCHARD_RECORD))
    assert (bridge.part, orchard.part) == (1, 2)
    assert {(block.first, block.last) for block in orchard.blocks} == {(2, 2)}
    assert "Frost takes the blossom" in lines(orchard.document)[1]
    assert orchard.when.day == dt.date(2025, 3, 5)


def test_a_story_keeps_its_id_when_its_record_moves_to_another_file(tmp_path: Path) -> None:
    one, _ = written(tmp_path, "one.jsonl", jsonl(BRIDGE_RECORD, ORCHARD_RECORD))
    two, _ = written(tmp_path, "two.jsonl", jsonl(ORCHARD_RECORD))
    assert one[1].id == two[0].id != one[0].id


def test_bad_lines_are_named_and_good_ones_kept(tmp_path: Path) -> None:
    text = jsonl(BRIDGE_RECORD) + '{"title": "cut\n' + "[1, 2]\n\n" + "[" * 100_000 + "\n" + jsonl(ORCHARD_RECORD)
    found, said = written(tmp_path, "a.jsonl", text)
    assert [story.headline for story in found] == ["Old bridge over the Tarn closed", "Frost takes the blossom"]
    assert [problem.line for problem in said] == [2, 3, 5]
    assert "not JSON" in said[0].reason


def test_a_flood_of_bad_lines_is_counted_after_the_first_twenty(tmp_path: Path) -> None:
    found, said = written(tmp_path, "a.jsonl", jsonl(ORCHARD_RECORD) + "{\n" * 500)
    assert len(found) == 1
    assert len(said) == 21
    assert said[-1].reason.startswith("480 more")


@pytest.mark.parametrize(
    "shape",
    [
        lambda records: records,
        lambda records: {"status": "ok", "totalResults": 2, "articles": records},
        lambda records: {"response": {"docs": records}},
        lambda records: {"hits": {"hits": [{"_id": "x", "_source": record} for record in records]}},
        lambda records: {"version": "https://jsonfeed.org/version/1.1", "title": "A feed", "items": records},
    ],
)
def test_the_list_of_records_is_found_where_services_put_it(tmp_path: Path, shape: object) -> None:
    assert callable(shape)
    text = json.dumps(shape([BRIDGE_RECORD, ORCHARD_RECORD]), indent=1)
    (bridge, orchard), said = written(tmp_path, "a.json", text)
    assert said == []
    assert (bridge.headline, orchard.headline) == ("Old bridge over the Tarn closed", "Frost takes the blossom")
    block = orchard.blocks[0]
    assert "Frost takes the blossom" in "\n".join(lines(orchard.document)[block.first - 1 : block.last])
    assert "Old bridge" not in "\n".join(lines(orchard.document)[block.first - 1 : block.last])


def test_a_cut_list_keeps_what_stands_in_front_of_the_cut(tmp_path: Path) -> None:
    text = json.dumps({"articles": [BRIDGE_RECORD, ORCHARD_RECORD]}, indent=1)
    found, said = written(tmp_path, "a.json", text[: text.index("Frost takes")])
    assert [story.headline for story in found] == ["Old bridge over the Tarn closed"]
    (problem,) = said
    assert "not JSON" in problem.reason
    assert problem.line > 2


@pytest.mark.parametrize("text", ["[]", '{"a": 1}', "[1, 2, 3]", "null", '{"type": "FeatureCollection"}'])
def test_json_without_a_story_says_so(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.json").write_text(text, encoding="utf-8")
    (problem,) = problems(tmp_path / "a.json")
    assert "no story" in problem.reason


def test_deep_nesting_is_refused_with_one_problem(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("[" * 100_000, encoding="utf-8")
    (problem,) = problems(tmp_path / "a.json")
    assert "nested too deeply" in problem.reason


def test_markup_in_a_field_is_taken_off(tmp_path: Path) -> None:
    record = {
        "title": "Frost &amp; fruit",
        "content_html": "<style>p{}</style>" + "".join(f"<p>{p}</p>" for p in ORCHARD) + "<script>x()</script>",
    }
    (story,), _ = written(tmp_path, "a.json", json.dumps([record]))
    assert story.headline == "Frost & fruit"
    assert list(story.paragraphs) == ORCHARD


def test_whole_pages_in_a_field_are_taken_apart(tmp_path: Path) -> None:
    page = ["Skip to main content", "Subscribe", "Log in", *BRIDGE, "Share this article", "Advertisement", "Read more"]
    (story,), _ = written(tmp_path, "a.json", json.dumps([{"title": "The bridge", "text": "\n\n".join(page)}]))
    assert list(story.paragraphs) == BRIDGE


def test_controls_and_escapes_of_a_field_reach_no_block(tmp_path: Path) -> None:
    record = {"title": "A\x1b[31m red\u202e bridge", "text": BRIDGE[0] + "\x07", "author": "\x1b]0;x\x07Ida"}
    (story,), _ = written(tmp_path, "a.json", json.dumps(record))
    assert story.headline == "A red bridge"
    assert story.byline == "Ida"
    assert all(block.text.isprintable() for block in story.blocks)


def test_a_table_gives_a_story_a_row_with_the_lines_it_stands_on(tmp_path: Path) -> None:
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow(["Headline", "Article Text", "Publication Date", "Publication"])
    rows.writerow(["The bridge", "\n".join(BRIDGE), "13/02/2025", "Tarn Courier"])
    rows.writerow(["The frost", "\n".join(ORCHARD), "03/04/2025", "Valley Post"])
    (bridge, orchard), said = written(tmp_path, "a.csv", out.getvalue().replace("\r\n", "\n"))
    assert said == []
    assert (bridge.blocks[0].first, bridge.blocks[0].last) == (2, 5)
    assert (orchard.blocks[0].first, orchard.blocks[0].last) == (6, 9)
    assert list(orchard.paragraphs) == ORCHARD
    assert orchard.outlet == "Valley Post"
    assert orchard.when.day == dt.date(2025, 4, 3)  # the other row shows that the day stands first


def test_day_and_month_that_nothing_settles_stay_open(tmp_path: Path) -> None:
    (story,), _ = written(tmp_path, "a.tsv", f"title\ttext\tdate\nThe frost\t{ORCHARD[0]}\t03/04/2025\n")
    assert story.when.day is None
    assert story.when.among == (dt.date(2025, 3, 4), dt.date(2025, 4, 3))


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("20250304T061500Z", dt.date(2025, 3, 4)),
        ("Tue, 04 Mar 2025 06:15:00 GMT", dt.date(2025, 3, 4)),
        (1741068900, dt.date(2025, 3, 4)),
        (1741068900000, dt.date(2025, 3, 4)),
        ("March 4, 2025", dt.date(2025, 3, 4)),
        ("4. März 2025", dt.date(2025, 3, 4)),
        ("2025-03-04 00:00:00", dt.date(2025, 3, 4)),
        ("Tuesday 4 Mar 2025 6:15 am", dt.date(2025, 3, 4)),
        ("2025-03", None),
        ("soon", None),
        ("2025-02-31", None),
        ("10:30", None),
    ],
)
def test_a_date_is_read_however_it_is_written(tmp_path: Path, said: object, day: dt.date | None) -> None:
    (story,), _ = written(tmp_path, "a.jsonl", jsonl({"title": "x", "text": BRIDGE[0], "date": said}))
    assert story.when.day == day
    if said == "2025-03":
        assert (story.when.earliest, story.when.latest) == (dt.date(2025, 3, 1), dt.date(2025, 3, 31))


def test_a_date_after_the_files_own_is_doubted(tmp_path: Path) -> None:
    (story,), _ = written(tmp_path, "a.jsonl", jsonl({"title": "x", "text": BRIDGE[0], "date": "2025-12-01"}))
    assert story.when.confidence < 0.5
    assert "doubtful" in story.when.evidence


def test_a_table_without_a_text_names_its_columns(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Country,Population\nNorway,5\n", encoding="utf-8")
    (problem,) = problems(tmp_path / "a.csv")
    assert "Country, Population" in problem.reason


def test_a_row_with_too_many_fields_costs_only_itself(tmp_path: Path) -> None:
    text = f'title;text\nA;"{BRIDGE[0]}"\nB;x;y;z\nC;"{ORCHARD[0]}"\n'
    found, said = written(tmp_path, "a.csv", text)
    assert [story.headline for story in found] == ["A", "C"]
    assert [problem.line for problem in said] == [3]


def test_a_long_file_comes_in_parts_of_one_document(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(jsonl(*({"title": f"Story {i}", "text": BRIDGE[0]} for i in range(250))), encoding="utf-8")
    (found,) = discover([str(path)])
    assert isinstance(found, Found)
    readings = list(read(found))
    assert [len(reading.stories) for reading in readings] == [10, 100, 100, 40]
    assert len({reading.document for reading in readings}) == 1
    assert [story.part for reading in readings for story in reading.stories] == list(range(1, 251))


@pytest.mark.parametrize(
    ("record", "given"),
    [
        (BRIDGE_RECORD, ()),
        (ORCHARD_RECORD, ()),
        ({"text": "It rained. " * 40, "updated": "7 May 2024", "date": "5 May 2024"}, ()),
        ({"article": {"body": "It rained.", "meta": {"published": "2024-05-05"}}}, ()),
        ({"text": "It rained.", "date": "1 May 2024", "seen": {"on": "2 May 2024"}}, (("date", "seen.on"),)),
        ({"text": "It rained.", "date": None, "created": ""}, ()),
    ],
)
def test_a_date_that_is_looked_for_alone_is_the_one_that_the_story_has(
    record: dict[str, object], given: tuple[tuple[str, str], ...]
) -> None:
    assert date_of(record, given) == find(record, given).date
