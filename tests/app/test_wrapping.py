"""Word wrap by cells: nothing lost, nothing too wide, marks stay where they are."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.app.paint.wrapping import Cut, Span, filled, pieces, width_of, wrap

TEXTS = st.text(st.sampled_from("ab cd’—x 東京、。（）e\u0301👩\u200d🚒 \u0645\u0627")).map(lambda text: text[:200])


@given(TEXTS, st.integers(2, 30))
def test_lines_hold_the_whole_text_in_order_and_only_blanks_are_between_them(text: str, width: int) -> None:
    cuts = wrap(text, width)
    end = 0
    for cut in cuts:
        assert end <= cut.start <= cut.end
        assert text[end : cut.start].strip(" ") == ""
        end = cut.end
    assert text[end:].strip(" ") == ""


@given(TEXTS, st.integers(2, 30))
@example("\u200d\u200daaa", 2)
def test_no_line_is_wider_than_the_room(text: str, width: int) -> None:
    assert all(cell_len(text[cut.start : cut.end]) <= width for cut in wrap(text, width))


def test_words_are_kept_whole_where_they_fit() -> None:
    text = "More than 60 lawmakers have urged the president"
    assert [text[a:b] for a, b in wrap(text, 14)] == ["More than 60", "lawmakers have", "urged the", "president"]


def test_a_word_longer_than_the_line_is_cut() -> None:
    text = "https://example.org/a-very-long-address"
    assert [text[a:b] for a, b in wrap(text, 16)] == ["https://example.", "org/a-very-long-", "address"]


def test_wide_characters_break_anywhere_but_not_before_a_full_stop() -> None:
    text = "昨日東京で洪水。大変"
    assert [text[a:b] for a, b in wrap(text, 14)] == ["昨日東京で洪", "水。大変"]


def test_an_empty_text_is_one_empty_line() -> None:
    assert wrap("", 10) == [Cut(0, 0)]


def test_marks_that_overlap_are_laid_over_each_other() -> None:
    text = "said Ada Thorn today"
    painted = pieces(text, Cut(0, len(text)), (Span(5, 14, "link"), Span(9, 20, "italic")), "dim")
    assert painted == [("said ", "dim"), ("Ada ", "dim link"), ("Thorn", "dim link italic"), (" today", "dim italic")]


@given(TEXTS, st.lists(st.tuples(st.integers(0, 200), st.integers(0, 200)), max_size=5), st.integers(2, 20))
def test_marks_never_change_the_text(text: str, runs: list[tuple[int, int]], width: int) -> None:
    spans = [Span(*run, "bold") for run in runs]
    for cut in wrap(text, width):
        assert "".join(piece for piece, _inks in pieces(text, cut, spans)) == text[cut.start : cut.end]


@given(TEXTS, st.integers(1, 60))
def test_a_filled_line_has_its_width(text: str, width: int) -> None:
    assert width_of(filled([(text, "")], width)) == width
