"""Text that is safe to show: control characters, escape sequences and bidi overrides removed or made visible."""

from __future__ import annotations

import re

# CSI sequences, OSC/DCS/PM/APC/SOS strings that are closed, and the shorter escapes, ECMA-48. The eight-bit forms are
# not followed: as characters of a text they are letters that were decoded wrongly.
_ESCAPE = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]?|\x1b[\]PX^_][^\x07\x1b\n]*(?:\x07|\x1b\\)|\x1b[ -/]*[0-~]?",
)
# C0 but tab and line feed, DEL, C1; bidi embeddings, overrides, isolates and marks; BOM, interlinear marks, tags;
# lone surrogates. ZWNJ and ZWJ (U+200C, U+200D) stay: Persian, Urdu, Indic scripts and emoji need them.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
# Breaks that are no line feed, inside a line: they part words, so a space takes their place.
_BREAK = re.compile("[\r\x0b\x0c\x85\u2028\u2029]")


def printable(text: str) -> str:
    """The text without escape sequences, control characters (but line feed and tab) and bidi overrides.

    Other breaks (CR, VT, FF, NEL, LS, PS) become a space, as they part words.
    """
    if text.isprintable():  # every character that goes is one that does not print
        return text
    if "\x1b" in text:
        text = _ESCAPE.sub("", text)
    return _UNSAFE.sub("", _BREAK.sub(" ", text))


def visible(text: str) -> str:
    """The text with every character that `printable` removes shown as a mark: ␛ for escape, ⟨202E⟩ for an override."""
    return _UNSAFE.sub(_mark, text)


def _mark(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    return f"\u27e8{code:04X}\u27e9"
