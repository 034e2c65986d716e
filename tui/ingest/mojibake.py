"""Text that was decoded wrongly once before it was saved: “MÃ¼ller” for “Müller”. It is read as it was meant.

ftfy does the work; it is asked only about lines in which a sign of such damage stands.
"""

from __future__ import annotations

import re

# A letter that begins a character in UTF-8, and behind it one that goes on in it, both as Latin 1 or cp1252 shows them.
_DAMAGE = re.compile(
    "[\u00c2-\u00f4][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014"
    "\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]|\u00ef\u00bb\u00bf"
)


def mended(text: str) -> str:
    """The text with every line as it was meant that shows damage; all others are left as they are."""
    if text.isascii() or _DAMAGE.search(text) is None:
        return text
    from ftfy import fix_encoding  # noqa: PLC0415  few texts are damaged

    return "\n".join(fix_encoding(line) if _DAMAGE.search(line) else line for line in text.split("\n"))
