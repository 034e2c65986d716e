"""What a story's page says, before it is wrapped."""

from __future__ import annotations

import datetime as dt

from made_pages import FLOOD, entry, naming, page, saying
from sides import story

from tui.app.paint.flow import Flow
from tui.app.paint.glyphs import ASCII, UNICODE
from tui.app.reader.passages import origin, relations, tell
from tui.model import Basis, BlockKind, When

EVENT = When(dt.date(2024, 10, 3), dt.date(2024, 10, 5), None, Basis.EVENT, 0.6)


def texts(**fields: object) -> list[str]:
    return [passage.text for passage in tell(page(FLOOD, **fields), UNICODE).passages]


def test_a_guessed_date_looks_like_a_guess_and_says_what_it_rests_on() -> None:
    said = origin(page(FLOOD, EVENT), UNICODE)
    assert said.startswith("≈ 3–5 Oct 2024, from another report of the event (i)")
    assert said.endswith("Lindvik · AP · 108 words")
    assert origin(page(FLOOD, EVENT), ASCII).startswith("~ 3-5 Oct 2024")


def test_a_date_of_its_own_is_said_plainly() -> None:
    own = When(dt.date(2024, 10, 4), dt.date(2024, 10, 4), dt.date(2024, 10, 4), Basis.DATELINE, 0.9)
    assert origin(page(FLOOD, own), UNICODE).startswith("4 Oct 2024 · Lindvik")


def test_no_date_at_all_can_be_asked_for_its_reason() -> None:
    assert origin(page(FLOOD), UNICODE).startswith("no date (i)")


def test_copies_and_other_reports_are_counted_without_the_story_itself() -> None:
    itself, copy, report = entry(1, FLOOD), entry(2), entry(3)
    alone = page(FLOOD, copies=(itself,), reports=(itself,))
    assert relations(alone, UNICODE) == "no copies · no other report"
    both = page(FLOOD, copies=(itself, copy), reports=(itself, copy, report))
    assert relations(both, UNICODE) == "‖ 1 other copy · ◇ 1 other report (c)"
    targets = [passage.target for passage in tell(both, UNICODE).passages if passage.role == "entry"]
    assert targets == [copy, report]


def test_body_comes_in_order_and_comments_and_furniture_are_folded_below_the_rule() -> None:
    said = texts()
    assert said.index("A plan in a drawer") < said.index(FLOOD.paragraphs[1]) < said.index("2 comments (Enter)")
    assert "1 line of furniture (Enter)" in said
    assert not {"What a shame.", "Share this"} & set(said)
    assert "LINDVIK, Oct 4 (AP)" not in said


def test_unfolded_comments_name_their_authors() -> None:
    told = tell(page(FLOOD), UNICODE, unfolded=frozenset({BlockKind.COMMENT}))
    said = [passage.text for passage in told.passages]
    assert said[said.index("Max") + 1] == "The drawer was never locked."


def test_a_derived_headline_does_not_look_like_one() -> None:
    plain = story("Nothing stands above this text.")
    assert tell(page(plain), UNICODE).passages[0].inks == "dim italic"
    assert "bold" in tell(page(FLOOD), UNICODE).passages[0].inks


def test_actors_are_underlined_only_when_asked_but_those_of_the_filter_always() -> None:
    thorn, red = naming(FLOOD, "Ada Thorn", "thorn"), naming(FLOOD, "Minister Ada", "minister")

    def underlined(**how: bool) -> set[str]:
        asked = page(FLOOD, mentions=(thorn, red), actors_to_mark=frozenset({"thorn"}))
        found = set()
        for passage in tell(asked, UNICODE, **how).passages:
            found |= {passage.text[a:b] for a, b, inks in passage.spans if "underline" in inks}
        return found

    assert underlined() == {"Ada Thorn"}
    assert underlined(marked=True) == {"Ada Thorn", "Minister Ada"}


def test_a_quotation_is_marked_with_its_quotation_marks() -> None:
    told = tell(page(FLOOD, quotations=(saying(FLOOD, "We did not know,", "thorn"),)), UNICODE)
    spans = [passage.text[a:b] for passage in told.passages for a, b, _inks in passage.spans]
    assert spans == ["“We did not know,”"]


def test_points_come_in_the_order_of_reading_hits_and_mentions_together() -> None:
    thorn = naming(FLOOD, "Ada Thorn", "thorn")
    told = tell(page(FLOOD, mentions=(thorn,), words_to_mark=("flood", "drawer")), UNICODE)
    found = [told.passages[point.passage].text[point.start : point.end] for point in told.points]
    assert found == ["flood", "Ada Thorn", "drawer", *["drawer"] * 12]
    assert [point.wanted for point in told.points[:3]] == [True, False, True]


def test_a_place_is_found_again_at_any_width() -> None:
    told = tell(page(FLOOD, words_to_mark=("key",)), UNICODE)
    point = told.points[-1]
    for room in (20, 47, 72, 150):
        flow = Flow(told.passages, room)
        line = flow.line_of(point.passage, point.start)
        assert "key" in "".join(text for text, _inks in flow.pieces(line))
        column = "".join(text for text, _inks in flow.pieces(line)).index("key")
        assert flow.offset_at(line, column) == point.start
