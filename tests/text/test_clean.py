"""What a document says is safe to show, and nothing that can be read is taken from it."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from tui.text.clean import printable, visible


def test_escape_sequences_leave_no_trace() -> None:
    assert printable("a\x1b[31mred\x1b[0m \x1b]0;title\x07b\x1b]8;;http://x\x1b\\link") == "ared blink"


def test_controls_and_bidi_overrides_go_and_joiners_stay() -> None:
    assert printable("a\x00b\x07c\u202edef\u2066g\ufeff") == "abcdefg"
    assert printable("می\u200cخواهم 👨\u200d👩") == "می\u200cخواهم 👨\u200d👩"


def test_line_feeds_and_tabs_stay_and_other_breaks_part_words() -> None:
    assert printable("a\tb\nc\rd\x0ce\u2028f") == "a\tb\nc d e f"


def test_the_raw_view_shows_what_is_hidden() -> None:
    assert visible("\x1b[2J\u202e\x7f") == "␛[2J⟨202E⟩␡"


@given(st.text())
def test_no_control_character_gets_through(text: str) -> None:
    shown = printable(text)
    assert not any(unicodedata.category(sign) in ("Cc", "Cs") and sign not in "\n\t" for sign in shown)
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert printable(shown) == shown


@given(st.text(alphabet=st.characters(categories=("L", "N", "P", "Zs"))))
def test_readable_text_is_left_as_it_is(text: str) -> None:
    assert printable(text) == text
