"""What text browsers and converters leave in a page's text is taken out of the stories, and costs them nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages import BRIDGE, page, story

from tui.ingest.labelling.marks import without_marks
from tui.ingest.labelling.unwrap import Run

HEAD = "Cracks close the old bridge over the Tarn"
LISTED = (
    "References\n\n   1. https://tarn.example/\n   2. https://tarn.example/orvik\n   3. https://tarn.example/rudd\n"
)


def runs(*texts: str) -> list[Run]:
    return [Run(text, number, number, 0) for number, text in enumerate(texts, 1)]


def texts(found: list[Run]) -> list[str]:
    return [run.text for run in found]


def test_the_numbers_of_links_go_where_a_list_of_addresses_explains_them(tmp_path: Path) -> None:
    linked = [BRIDGE[0], BRIDGE[1].replace("Lena", "[2]Lena"), BRIDGE[2], BRIDGE[3].replace("Pavel", "[3]Pavel")]
    found = story(page("[1]Home", HEAD, *linked) + "\n" + LISTED, tmp_path)
    assert found.headline == HEAD
    assert found.paragraphs == tuple(BRIDGE)


def test_numbers_in_brackets_stay_where_no_list_explains_them(tmp_path: Path) -> None:
    noted = BRIDGE[0].replace("pillars", "pillars [1] and a beam [2]")
    assert noted in story(page(HEAD, noted, *BRIDGE[1:]), tmp_path).paragraphs


def test_links_and_emphasis_of_markdown_leave_their_words(tmp_path: Path) -> None:
    marked = [
        BRIDGE[0].replace("the council said", "[the council](https://tarn.example/a_(b)) **said**"),
        BRIDGE[1].replace("Lena Orvik", '_Lena Orvik_ [*](https://tarn.example/x "who")').replace(" *", ""),
        BRIDGE[2],
        BRIDGE[3],
    ]
    text = page("# " + HEAD, "![A pillar](https://tarn.example/pillar.jpg)", *marked)
    found = story(text, tmp_path)
    assert found.headline == HEAD
    assert found.paragraphs[0] == BRIDGE[0]
    assert found.paragraphs[2:] == tuple(BRIDGE[2:])


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("played in the 2\\. league", "played in the 2. league"),
        ("\\[sic\\] it said \\*", "[sic] it said *"),
        ("a **b** __c__ d", "a b c d"),
        ("[b](http://x.example) c", "b c"),
        ("see [![a](i.png)](http://x.example) there", "see a there"),
        ("the [act][3] of _last_ year", "the act of last year"),
        ("a file_name_here [1](x)", "a file_name_here 1"),
    ],
)
def test_each_mark_is_taken_for_what_it_is(marked: str, plain: str) -> None:
    assert texts(without_marks(runs(marked))) == [plain]


@pytest.mark.parametrize("text", ["a * b * c", "snake_case_name", "5 < 6 [and] 7", "ends with a star *"])
def test_a_text_without_such_marks_stays_as_it_is(text: str) -> None:
    assert texts(without_marks(runs(text))) == [text]


@given(st.lists(st.text(alphabet="ab [](){}!*_\\`#1.\n", min_size=1, max_size=60), max_size=8))
def test_no_line_is_lost_and_letters_stay_in_their_order(lines: list[str]) -> None:
    given_ = runs(*(" ".join(line.split()) for line in lines if line.split()))
    found = without_marks(given_)
    assert [(run.first, run.last) for run in found] == [(run.first, run.last) for run in given_]
    assert all(run.text for run in found)
    for before, after in zip(given_, found, strict=True):
        if "](" not in before.text and "][" not in before.text:
            assert [sign for sign in after.text if sign in "ab1"] == [sign for sign in before.text if sign in "ab1"]
