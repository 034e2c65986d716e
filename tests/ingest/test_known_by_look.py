"""What has no ending that tells, as standard input has none, is known by its look, whatever it is."""

from __future__ import annotations

import bz2
import gzip
import json
import lzma
from pathlib import Path

import pytest
from documents import docx, odt, rtf, web_page
from hypothesis import given
from hypothesis import strategies as st
from pages import BRIDGE, page
from test_records_archives import tarred, zipped
from test_records_json_and_tables import opened
from test_records_mail import message

from tui.ingest.looks import ending

TEXT = page("The bridge over the Tarn is shut", *BRIDGE).encode()
RECORD = {"title": "The bridge is shut", "text": "\n".join(BRIDGE), "date": "2025-03-04"}
FEED = (
    '<?xml version="1.0"?><rss version="2.0"><channel><title>Tarn</title><item><title>The bridge is shut</title>'
    f"<description>{' '.join(BRIDGE)}</description></item></channel></rss>"
).encode()
TABLE = ('title,date,text\nThe bridge is shut,2025-03-04,"' + "\n".join(BRIDGE) + '"\n').encode()
LOOKS = {
    ".html": web_page("The bridge is shut", BRIDGE),
    ".json": json.dumps([RECORD], indent=1).encode(),
    ".xml": FEED,
    ".csv": TABLE,
    ".tsv": b"title\tdate\ttext\nThe bridge is shut\t2025-03-04\t" + " ".join(BRIDGE).encode() + b"\n",
    ".eml": message("The bridge is shut", BRIDGE),
    ".mbox": b"From letter@tarn.example Tue Mar  4 06:15:00 2025\n" + message("The bridge is shut", BRIDGE),
    ".docx": docx(["The bridge is shut", *BRIDGE]),
    ".odt": odt(["The bridge is shut", *BRIDGE]),
    ".rtf": rtf(["The bridge is shut", *BRIDGE]),
    ".zip": zipped({"a.txt": TEXT}),
    ".tar": tarred({"a.txt": TEXT}),
    ".gz": gzip.compress(TEXT),
    ".bz2": bz2.compress(TEXT),
    ".xz": lzma.compress(TEXT),
    "": TEXT,
}


@pytest.mark.parametrize("kind", LOOKS)
@pytest.mark.parametrize("name", ["standard-input", "download.aspx"])
def test_every_kind_is_known_without_its_name(tmp_path: Path, kind: str, name: str) -> None:
    assert ending(LOOKS[kind]) == kind
    (tmp_path / name).write_bytes(LOOKS[kind])
    (story,), said = opened(tmp_path / name)
    assert said == []
    assert story.paragraphs[0].startswith(BRIDGE[0])
    assert "ridge" in story.headline


@pytest.mark.parametrize("packed", [gzip.compress, bz2.compress, lzma.compress])
def test_what_lies_packed_in_it_is_known_too(tmp_path: Path, packed: object) -> None:
    assert callable(packed)
    (tmp_path / "standard-input").write_bytes(packed(tarred({"a.txt": TEXT})))
    (story,), said = opened(tmp_path / "standard-input")
    assert said == []
    assert story.document.member.endswith("a.txt")
    (tmp_path / "standard-input").write_bytes(packed(json.dumps(RECORD).encode()))
    (story,), _ = opened(tmp_path / "standard-input")
    assert story.headline == "The bridge is shut"


@pytest.mark.parametrize(
    "text",
    [
        "Title, date and text of the treaty were agreed on, said the minister.\nNobody else spoke.\n",
        "From here on it is quiet, said the mayor at 10:15.\n",
        "Note: the bridge is shut\nWhere: Tarn\n\nEngineers have closed it.\n",
        "{braces} open this text, and nothing else.\n",
        "< 5 per cent of voters came\n",
    ],
)
def test_a_text_stays_a_text(text: str) -> None:
    assert ending(text.encode()) == ""


def test_comments_without_end_at_the_beginning_hang_nobody() -> None:
    assert ending(b"<!-- saved -->" * 5 + LOOKS[".html"]) == ".html"
    assert ending(b"<!---->" * 1000 + b"x") == ""


def test_a_page_and_a_rich_text_are_known_under_a_texts_name(tmp_path: Path) -> None:
    for name, data in (("a.txt", LOOKS[".rtf"]), ("b.txt", LOOKS[".html"]), ("c.xml", LOOKS[".html"])):
        (tmp_path / name).write_bytes(data)
        (story,), _ = opened(tmp_path / name)
        assert list(story.paragraphs) == BRIDGE


@given(st.binary(max_size=400))
def test_any_bytes_look_like_something_or_nothing(data: bytes) -> None:
    assert ending(data) in {*LOOKS, ".mhtml", ".pdf", ".parquet", ".zst", ".warc", ".doc"}
