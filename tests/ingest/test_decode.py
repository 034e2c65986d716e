"""Bytes become text whatever encoded them, and bytes that are no text are refused."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tui.ingest.decode import decode
from tui.ingest.errors import ReadError
from tui.ingest.mojibake import mended

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
    assume(mended(text) == text)
    assert decode(text.encode()).text == text.removeprefix("\ufeff")


SOUND = (
    "Der Müller fährt übers Land, und „Übermut“ tut selten gut.",
    "SÃO PAULO, NÃO É FÁCIL, DISSE O PREFEITO À RÁDIO",
    "Où êtes-vous ? À Paris, à l’été, « là-bas ».",
    "La NACIÓN” publicó; él “está” aquí.",
    "Министр заявил, что переговоры продолжатся.",
    "大臣は会議に出席しないと述べた。",
)


@pytest.mark.parametrize("text", SOUND)
@pytest.mark.parametrize("wrongly", ["cp1252", "latin-1"])
def test_text_that_was_once_decoded_wrongly_is_read_as_it_was_meant(text: str, wrongly: str) -> None:
    twice = "".join(
        bytes([byte]).decode(wrongly, "ignore") or bytes([byte]).decode("latin-1") for byte in text.encode()
    )
    assert twice != text
    assert decode(f"Sound words.\n{twice}\n".encode()).text == f"Sound words.\n{text}\n"


@pytest.mark.parametrize("text", SOUND)
def test_sound_text_is_left_as_it_is(text: str) -> None:
    assert decode(text.encode()).text == text


@pytest.mark.parametrize("text", [GERMAN, RUSSIAN, JAPANESE])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_double_bytes_without_their_mark_are_known_in_every_script(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.encoding) == (text, encoding)


def test_zeros_that_fill_the_end_of_a_text_cost_nothing() -> None:
    assert decode(GERMAN.encode() + bytes(5000)).text == GERMAN


def test_a_stray_zero_does_not_unmake_a_text() -> None:
    assert decode(b"words of a st\x00ory\n" + b"and many more words\n" * 200).encoding == "utf-8"
