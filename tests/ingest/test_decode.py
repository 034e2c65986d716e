"""Bytes become text whatever encoded them, and bytes that are no text are refused."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.ingest.decode import decode
from tui.ingest.errors import ReadError

GERMAN = "Der Müller fährt übers Land – „für fünf Euro“, sagt er. Das Wetter ist schön.\n" * 4
RUSSIAN = "Министр заявил, что переговоры продолжатся на следующей неделе в столице.\n" * 4
JAPANESE = "大臣は会議に出席しないと述べた。それはまだ決まっていない。\n" * 4


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_in_all_its_forms(encoding: str) -> None:
    assert decode(GERMAN.encode(encoding)).text == GERMAN


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(GERMAN, "cp1252"), (RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r"), (JAPANESE, "shift_jis"), (JAPANESE, "euc_jp")],
)
def test_older_encodings_are_found_and_named(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded.encoding == encoding
    assert decoded.text == text


def test_windows_and_old_macintosh_line_ends_are_line_feeds() -> None:
    assert decode(b"one\r\ntwo\rthree\n").text == "one\ntwo\nthree\n"


def test_one_damaged_byte_does_not_unmake_utf8() -> None:
    decoded = decode(GERMAN.encode() + b"\xff\n" + GERMAN.encode())
    assert decoded.encoding == "utf-8"
    assert decoded.text.count("\ufffd") == 1


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 8, b"\x00\x01\x02" * 400, b"%PDF-1.7 text", b"PK\x03\x04text", b"\x89PNG\r\n"]
)
def test_binary_data_is_refused_with_a_reason(data: bytes) -> None:
    with pytest.raises(ReadError, match="not text"):
        decode(data)


@given(st.binary(max_size=400))
def test_bytes_give_text_or_a_reason(data: bytes) -> None:
    text = None
    with suppress(ReadError):
        text = decode(data).text
    assert text is None or "\r" not in text


@given(st.text(alphabet=st.characters(exclude_characters="\x00\r", exclude_categories=("Cs", "Cc"))))
def test_utf8_comes_back_as_it_was(text: str) -> None:
    assert decode(text.encode()).text == text.removeprefix("\ufeff")
