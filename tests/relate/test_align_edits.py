"""Two texts word by word: the runs are the whole of both, and typography is told from words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.model import RowKind
from tui.relate.comparing.edits import edits
from tui.text.fold import fold

WORDS = [
    "the",
    "The",
    "army",
    "said",
    "60",
    "sixty",
    "not",
    "don't",
    "don’t",
    "U.S.",
    "US",
    "co-op",
    "ﬁre",
    "é",
    "中文",
]
MARKS = [" ", " ", " ", "  ", "\u00a0", "-", "–", " — ", ",", ".", "…", "...", '"', "“", "”", "'", "‘", "’", "\n"]
texts = st.lists(st.sampled_from(WORDS + MARKS), max_size=30).map("".join) | st.text(max_size=30)


def marked(left: str, right: str) -> str:
    """The two texts in one, as a plain diff writes it."""
    out = []
    for edit in edits(left, right):
        old, new = left[slice(*edit.left)], right[slice(*edit.right)]
        if edit.kind is RowKind.SAME:
            out.append(old)
        elif edit.kind is RowKind.TYPOGRAPHY:
            out.append(f"~{old}|{new}~")
        else:
            out.append((f"[-{old}-]" if old else "") + (f"{{+{new}+}}" if new else ""))
    return "".join(out)


@given(texts, texts)
def test_the_runs_of_two_texts_are_the_whole_of_both(left: str, right: str) -> None:
    found = edits(left, right)
    assert "".join(left[slice(*e.left)] for e in found) == left
    assert "".join(right[slice(*e.right)] for e in found) == right
    assert all(e.left[0] < e.left[1] or e.right[0] < e.right[1] for e in found)


@given(texts, texts)
def test_a_run_is_called_what_it_is(left: str, right: str) -> None:
    for edit in edits(left, right):
        old, new = left[slice(*edit.left)], right[slice(*edit.right)]
        if edit.kind is RowKind.SAME:
            assert old == new
        elif edit.kind is RowKind.LEFT:
            assert old.strip()
            assert not new
        elif edit.kind is RowKind.RIGHT:
            assert new.strip()
            assert not old
        else:
            assert old != new


@given(texts)
def test_a_text_against_itself_has_no_difference(text: str) -> None:
    assert {e.kind for e in edits(text, text)} <= {RowKind.SAME}


@given(st.lists(st.sampled_from(["it's", "a", "“claim”", "–", "don't", "Kyiv", "‘so’", "... and", "$5"]), max_size=20))
def test_another_setting_of_the_same_words_is_typography_alone(parts: list[str]) -> None:
    curly = " ".join(parts)
    plain = curly.replace("“", '"').replace("”", '"').replace("–", "-").replace("’", "'").replace("‘", "'").upper()
    assert {e.kind for e in edits(curly, plain)} <= {RowKind.SAME, RowKind.TYPOGRAPHY}
    assert fold(plain) == fold(curly)


def test_typography_is_marked_down_to_the_glyph() -> None:
    assert (
        marked('Pakistan\'s "polls" - now', "Pakistan’s “polls” – now") == 'Pakistan~\'|’~s ~"|“~polls~"|”~ ~-|–~ now'
    )
    assert marked("Prime minister", "prime Minister") == "~P|p~rime ~m|M~inister"
    assert marked("He said “no”.", "He said ‘no’.") == "He said ~“|‘~no~”|’~."


def test_a_changed_word_is_shown_alone() -> None:
    assert marked("killed 12 people in Kabul", "killed 15 people in Herat") == (
        "killed [-12-]{+15+} people in [-Kabul-]{+Herat+}"
    )
    assert marked("a $5 rise of 3%", "a $6 rise of 4%") == "a [-$5-]{+$6+} rise of [-3%-]{+4%+}"
    assert marked("he claimed that", "he said that") == "he [-claimed-]{+said+} that"
    assert marked("they did not agree", "they did agree") == "they did[- not-] agree"
    assert marked("all agreed", "all but one agreed") == "all{+ but one+} agreed"


def test_one_equal_word_between_larger_changes_does_not_break_up_the_reading() -> None:
    left = "Officials in the north had blamed the rebels for a raid on Sunday"
    right = "Witnesses who fled south had seen several lorries of soldiers on Sunday"
    assert marked(left, right).count("[-") == 1


def test_a_very_long_paragraph_is_compared_through_its_common_runs() -> None:
    left = " ".join(f"word{n} of {n % 7}" for n in range(3000))
    right = left.replace("word1500 of", "another in").replace("word2800 of", "word2800 from")
    changed = [e for e in edits(left, right) if e.kind is not RowKind.SAME]
    assert [left[slice(*e.left)] for e in changed] == ["word1500 of", "of"]


def test_a_huge_repetitive_text_costs_no_more_than_a_glance() -> None:
    left = "ha " * 30_000
    right = "ha ho " * 20_000
    found = edits(left, right)
    assert "".join(right[slice(*e.right)] for e in found) == right
