"""The colours of the screen and of pages made to look like it, dark and light; all pairs at a contrast of 4.5 or more.

The names are ground, panel, cursor, ink (plain text), dim, bright, accent, link, left, right, edit, moved, error, and
the washes behind changed words: left-wash, right-wash, edit-wash with left-ink, right-ink, edit-ink on them.
"""

from __future__ import annotations

DARK_COLOURS = {
    "ground": "#14171A",
    "panel": "#1A1E22",
    "cursor": "#2B3440",
    "ink": "#D9DDE1",
    "dim": "#9AA3AC",
    "bright": "#FFFFFF",
    "accent": "#FFB454",
    "link": "#7FB8E6",
    "left": "#F0A07C",
    "right": "#6FC3B2",
    "edit": "#E8CF6A",
    "moved": "#B9A4E8",
    "error": "#FF8A80",
    "left-wash": "#4A3526",
    "left-ink": "#FFE3D3",
    "right-wash": "#1F423C",
    "right-ink": "#D6F5EE",
    "edit-wash": "#4A431F",
    "edit-ink": "#FFF3BF",
    "rule": "#3A434D",
}
LIGHT_COLOURS = {
    "ground": "#FBFAF7",
    "panel": "#F1EFEA",
    "cursor": "#DDE6EE",
    "ink": "#23282D",
    "dim": "#5C646C",
    "bright": "#000000",
    "accent": "#8A4B00",
    "link": "#1B5C8F",
    "left": "#9A3B14",
    "right": "#0E6655",
    "edit": "#6B5500",
    "moved": "#5D3FA6",
    "error": "#A3161A",
    "left-wash": "#F7DDD0",
    "left-ink": "#5A1F06",
    "right-wash": "#D3EEE7",
    "right-ink": "#063F33",
    "edit-wash": "#F6ECB8",
    "edit-ink": "#3F3200",
    "rule": "#C9C5BC",
}
