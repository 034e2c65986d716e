"""Bytes to text: byte order mark, strict UTF-8, then the likeliest of the older encodings."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from tui.ingest.errors import ReadError
from tui.ingest.mojibake import mended

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_KNOWN_BINARY = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a zip archive or an office file"),
    (b"\x1f\x8b", "a gzip file"),
    (b"BZh", "a bzip2 file"),
    (b"\xfd7zXZ\x00", "an xz file"),
    (b"(\xb5/\xfd", "a zstd file"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3\x00", "a database"),
)
# Controls that no text has; NUL, tab, line ends, form feed and escape are looked at apart.
_CONTROLS = bytes((*range(1, 9), *range(14, 27), *range(28, 32), 127))
_HIGH = re.compile(rb"[\x80-\xff]")
# What the text is full of if the encoding is right; GB 2312 has kana too, at the places of EUC-JP.
_EAST = (
    ("shift_jis", re.compile("[\u3040-\u30ff]")),
    ("euc_jp", re.compile("[\u3040-\u30ff]")),
    ("gb18030", re.compile("[，。、的一是了在有人不]")),
    ("big5", re.compile("[，。、的一是了在有人不]")),
    ("euc_kr", re.compile("[\uac00-\ud7a3]")),
)
_CYRILLIC = re.compile("[а-яёіїєґ]")
_SAMPLE = 65536


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a document with line feeds for line ends, and the encoding that made it."""

    text: str
    encoding: str


def decode(data: bytes) -> Decoded:
    """The text of a plain document, with line ends as line feeds. Raises ReadError where the bytes are no text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return Decoded(_even(data.decode(encoding)), encoding)
            except UnicodeDecodeError:
                return Decoded(_even(data.decode(encoding, "replace")), encoding)
    if b"\x00" in data:
        wide = _without_mark(data)
        if wide is not None:
            return wide
        data = data.rstrip(b"\x00")
    _refuse_binary(data)
    try:
        return Decoded(_even(data.decode("utf-8")), "utf-8")
    except UnicodeDecodeError:
        encoding = _guess(data)
        return Decoded(_even(data.decode(encoding, "replace")), encoding)


def _even(text: str) -> str:
    return mended(text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text)


def _refuse_binary(data: bytes) -> None:
    for magic, name in _KNOWN_BINARY:
        if data.startswith(magic):
            raise ReadError(f"not text: {name}")
    if _many_controls(data[:_SAMPLE]):
        raise ReadError("not text: binary data")


def _without_mark(data: bytes) -> Decoded | None:
    """UTF-16 without its mark: NUL in every other byte, or in one half of them only and no sign that is none.

    Raises ReadError where NUL means binary data; None where a few of them stand in a text, or fill its end.
    """
    sample = data[:_SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = max(1, len(sample) // 2)
    for encoding, here, there in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if (here > half * 0.4 and there < half * 0.05) or (here and not there and _all_signs(sample, encoding)):
            text = data.decode(encoding, "replace")
            if _many_controls(text[:_SAMPLE].encode("utf-8")):
                break
            return Decoded(_even(text), encoding)
    held = sample.rstrip(b"\x00")
    if held.count(0) * 1000 > len(held):
        raise ReadError("not text: binary data")
    return None


def _all_signs(sample: bytes, encoding: str) -> bool:
    """Whether bytes that are no text of single bytes are one of double bytes."""
    if _many_controls(sample) or not _is_utf8(sample):
        try:
            text = codecs.getincrementaldecoder(encoding)().decode(sample)
        except UnicodeDecodeError:
            return False
        return all(part.isprintable() for part in text.split())
    return False


def _is_utf8(sample: bytes) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)
    except UnicodeDecodeError:
        return False
    return True


def _many_controls(sample: bytes) -> bool:
    return (len(sample) - len(sample.translate(None, _CONTROLS))) * 50 > len(sample)


def _guess(data: bytes) -> str:
    """The encoding of bytes that are not UTF-8 (a few damaged bytes do not unmake UTF-8)."""
    sample = data[:_SAMPLE]
    high = len(_HIGH.findall(sample))
    damaged = sample.decode("utf-8", "replace").count("\ufffd")
    if damaged * 5 < high:
        return "utf-8"
    letters = max(1, len(sample) - sample.count(b" ") - sample.count(b"\n"))
    if high * 3 > letters:
        return _eastern_or_cyrillic(sample, high)
    turkish = sum(sample.count(letter) for letter in (b"\xfd", b"\xfe", b"\xf0", b"\xdd", b"\xde"))
    if turkish * 4 > high:
        return "cp1254"
    try:
        data.decode("cp1252")
    except UnicodeDecodeError:
        return "latin-1"
    return "cp1252"


def _eastern_or_cyrillic(sample: bytes, high: int) -> str:
    scores: dict[str, float] = {}
    for encoding, common in _EAST:
        lost = sample.decode(encoding, "replace").count("\ufffd")
        scores[encoding] = len(common.findall(sample.decode(encoding, "ignore"))) * 2 - lost * 4
    for encoding in ("cp1251", "koi8-r"):
        scores[encoding] = len(_CYRILLIC.findall(sample.decode(encoding, "ignore")))
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] * 5 > high else "cp1252"
