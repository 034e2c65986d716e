"""Web archives: the pages that a crawler wrote down, each a document of its own under its address."""

from __future__ import annotations

import datetime as dt
import gzip
import zlib
from pathlib import Path

import pytest
from documents import answer, warc_gz, warc_record, web_page
from pages import BRIDGE, ORCHARD, problems
from test_records_archives import ZEROS
from test_records_json_and_tables import opened

from tui.ingest.lines import lines

BRIDGE_URL, FROST_URL = "https://tarn.example/2025/bridge", "https://gazette.example/frost.php?id=7"
PLAIN = (
    warc_record("https://tarn.example/robots.txt", b"GET /robots.txt HTTP/1.1\r\n\r\n", "request"),
    warc_record(BRIDGE_URL, answer(web_page("The bridge is shut", BRIDGE))),
    warc_record("https://tarn.example/logo.png", answer(b"\x89PNG", "Content-Type: image/png")),
    warc_record("https://tarn.example/gone", answer(web_page("Not found", BRIDGE), status="404 Not Found")),
    warc_record(FROST_URL, answer(web_page("Frost destroys cherries", ORCHARD))),
)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("crawl.warc", b"".join(PLAIN)),
        ("crawl.warc.gz", warc_gz(PLAIN)),
        ("crawl", warc_gz(PLAIN)),
        ("a", b"".join(PLAIN)),
    ],
)
def test_each_page_is_a_document_under_its_address(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    (bridge, frost), said = opened(tmp_path / name)
    assert said == []
    within = "crawl/" if name == "crawl" else ""
    assert (bridge.document.member, frost.document.member) == (within + BRIDGE_URL, within + FROST_URL)
    assert (bridge.url, bridge.outlet, frost.outlet) == (BRIDGE_URL, "tarn.example", "gazette.example")
    assert (bridge.headline, frost.headline) == ("The bridge is shut", "Frost destroys cherries")
    assert [list(bridge.paragraphs), list(frost.paragraphs)] == [BRIDGE, ORCHARD]
    assert ORCHARD[0] in lines(frost.document)
    assert bridge.when.latest == dt.date(2025, 3, 5)  # the day after it was taken down, as zones differ
    assert bridge.when.day is None


def chunked(body: bytes) -> bytes:
    parts = (body[at : at + 100] for at in range(0, len(body), 100))
    return b"".join(b"%x;x=y\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


HTML = "Content-Type: text/html"
PAGE = web_page("The bridge is shut", BRIDGE)
DEFLATE = zlib.compressobj(wbits=-15)
ANSWERS = {
    "packed by gzip": answer(gzip.compress(PAGE), HTML, "Content-Encoding: gzip"),
    "packed by deflate": answer(zlib.compress(PAGE), HTML, "Content-Encoding: deflate"),
    "packed by bare deflate": answer(DEFLATE.compress(PAGE) + DEFLATE.flush(), HTML, "Content-Encoding: deflate"),
    "unpacked by the crawler, which left the header": answer(PAGE, HTML, "Content-Encoding: gzip"),
    "in chunks": answer(chunked(PAGE), HTML, "Transfer-Encoding: chunked"),
    "in chunks and packed": answer(
        chunked(gzip.compress(PAGE)), HTML, "Transfer-Encoding: chunked", "Content-Encoding: gzip"
    ),
    "put together by the crawler, which left the header": answer(PAGE, HTML, "Transfer-Encoding: chunked"),
}


@pytest.mark.parametrize("how", ANSWERS)
def test_a_page_is_read_however_it_was_sent(tmp_path: Path, how: str) -> None:
    (tmp_path / "a.warc").write_bytes(warc_record(BRIDGE_URL, ANSWERS[how]))
    (story,), said = opened(tmp_path / "a.warc")
    assert said == []
    assert list(story.paragraphs) == BRIDGE


def test_what_is_packed_in_an_unknown_way_costs_only_itself(tmp_path: Path) -> None:
    odd = warc_record(FROST_URL, answer(b"\x8b\x01\x02", HTML, "Content-Encoding: br"))
    (tmp_path / "a.warc").write_bytes(odd + PLAIN[1])
    (story,), (problem,) = opened(tmp_path / "a.warc")
    assert story.headline == "The bridge is shut"
    assert (problem.member, problem.reason) == (FROST_URL, "packed in a way that is not known here: br")


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_a_cut_web_archive_is_one_problem_and_keeps_what_came_before(tmp_path: Path, name: str) -> None:
    data = warc_gz(PLAIN) if name.endswith(".gz") else b"".join(PLAIN)
    (tmp_path / name).write_bytes(data[: len(data) - 150])
    (story,), (problem,) = opened(tmp_path / name)
    assert story.headline == "The bridge is shut"
    assert problem.reason.startswith("a damaged or cut archive")


@pytest.mark.parametrize(
    "data",
    [
        b"words that are no record",
        b"WARC/1.0\r\nContent-Length: many\r\n\r\n",
        b"WARC/1.0\r\nContent-Length: -5\r\n\r\n",
        b"WARC/1.0\r\n" + b"a: b\r\n" * 5000,
    ],
)
def test_what_is_no_web_archive_is_one_problem(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.warc").write_bytes(data)
    (problem,) = problems(tmp_path / "a.warc")
    assert problem.reason.startswith("a damaged or cut archive")


def test_a_web_archive_without_a_page_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(PLAIN[0] + PLAIN[2])
    (problem,) = problems(tmp_path / "a.warc")
    assert problem.reason == "an archive without a document in it"


def test_a_page_that_expands_without_end_is_refused(tmp_path: Path) -> None:
    bomb = warc_record(BRIDGE_URL, answer(ZEROS[: len(ZEROS) // 300], HTML, "Content-Encoding: gzip"))
    endless = warc_record(FROST_URL, answer(gzip.compress(bytes(40_000_000)), HTML, "Content-Encoding: gzip"))
    (tmp_path / "a.warc").write_bytes(bomb + endless)
    first, second = problems(tmp_path / "a.warc")
    assert (first.member, second.member) == (BRIDGE_URL, FROST_URL)
    assert second.reason == "too large: more than 32 MB"
    (tmp_path / "b.warc.gz").write_bytes(ZEROS)
    (problem,) = problems(tmp_path / "b.warc.gz")
    assert problem.reason


def test_addresses_are_made_visible(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(warc_record("https://tarn.example/\x1b[31m", answer(PAGE)))
    (story,), _ = opened(tmp_path / "a.warc")
    assert story.document.member == "https://tarn.example/␛[31m"
