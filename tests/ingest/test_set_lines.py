"""Printed lines become paragraphs again by where they stand on the page."""

from __future__ import annotations

from textwrap import wrap

from hypothesis import given
from hypothesis import strategies as st
from pages import BRIDGE, ORCHARD

from tui.ingest.office.set_lines import SetLine, paragraphs

_HEIGHT, _STEP = 10.0, 12.0  # points: of letters, from line to line


def _set(text: str, row: float, left: float = 0.0, height: float = _HEIGHT) -> SetLine:
    top = 800 - row * _STEP
    sign = height * 0.6
    word = len(text.split(maxsplit=1)[0]) * sign
    return SetLine(text, left, left + len(text) * sign, top - height, top, height, word)


def _column(texts: list[str], width: int, *, left: float = 0.0, indent: float = 0.0, gap: float = 0.0) -> list[SetLine]:
    """Paragraphs wrapped at so many signs, each after a gap (in lines) or with its first line indented (in points)."""
    found: list[SetLine] = []
    row = 0.0
    for text in texts:
        for number, line in enumerate(wrap(text, width)):
            found.append(_set(line, row, left + (0.0 if number else indent)))
            row += 1
        row += gap
    return found


def _said(pages: list[list[SetLine]]) -> list[str]:
    return [text for text in paragraphs(pages) if text]


@given(st.lists(st.sampled_from([*BRIDGE, *ORCHARD]), min_size=2, max_size=8), st.integers(36, 90))
def test_paragraphs_that_gaps_part_are_whole_again(texts: list[str], width: int) -> None:
    assert list(paragraphs([_column(texts, width, gap=1)])) == [part for text in texts for part in (text, "")][:-1]


def test_indents_part_paragraphs_too_also_over_two_columns_and_pages() -> None:
    left = _column(BRIDGE, 40, indent=12)
    right = _column(ORCHARD, 40, left=300, indent=12)
    assert _said([[*left, *right]]) == [*BRIDGE, *ORCHARD]
    cut = len(left) - 2  # inside a sentence
    assert _said([left[:cut], [_set(line.text, row) for row, line in enumerate(left[cut:])]]) == BRIDGE


def test_a_heading_and_short_lines_stay_apart() -> None:
    heading = [_set("The old bridge over the", 0, height=20), _set("Tarn is shut", 2, height=20)]
    short = [_set("By Lena Quill", 5), _set("4 March 2025", 6)]
    body = [line._replace(top=line.top - 120, bottom=line.bottom - 120) for line in _column(BRIDGE[:2], 50, gap=1)]
    assert _said([[*heading, *short, *body]]) == [
        "The old bridge over the Tarn is shut",
        "By Lena Quill",
        "4 March 2025",
        *BRIDGE[:2],
    ]


def test_a_page_without_lines_gives_none() -> None:
    assert list(paragraphs([[], []])) == []
