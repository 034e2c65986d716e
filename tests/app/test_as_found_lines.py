"""The lines of a document as they were found, and what each was taken for."""

from __future__ import annotations

from dataclasses import replace

from made_pages import FLOOD
from sides import story

from tui.app.paint.flow import Flow
from tui.app.reader.as_found import as_found
from tui.model import Block, BlockKind


def leads(lines: list[str], *blocks: Block) -> list[str]:
    told = as_found(replace(FLOOD, blocks=blocks), lines, ())
    return [passage.lead.strip() for passage in told.passages]


def test_each_line_has_its_number_and_a_block_its_label_once() -> None:
    body = Block(BlockKind.PARAGRAPH, "One two", 3, 4)
    head = Block(BlockKind.HEADLINE, "Head", 1, 1)
    assert leads(["Head", "", "One", "two"], head, body) == ["1 headline", "2", "3 paragraph", "4"]


def test_two_blocks_on_one_line_are_both_told_of() -> None:
    dateline = Block(BlockKind.DATELINE, "LINDVIK", 1, 1)
    body = Block(BlockKind.PARAGRAPH, "It rained.", 1, 1)
    assert leads(["LINDVIK - It rained."], dateline, body) == ["1 dateline+"]


def test_lines_of_another_story_in_the_same_document_say_so_once() -> None:
    body = Block(BlockKind.PARAGRAPH, "Ours.", 1, 1)
    assert leads(["Ours.", "", "Theirs.", "", "Theirs too."], body) == ["1 paragraph", "2", "3 not of it", "4", "5"]


def test_escape_sequences_are_seen_and_never_sent_and_tabs_keep_their_room() -> None:
    told = as_found(story("A line."), ["\x1b[2JA\tline."], ("line",))
    assert told.passages[0].text == "␛[2JA   line."
    assert [told.passages[0].text[a:b] for a, b, _inks in told.passages[0].spans] == ["line"]


def test_long_lines_are_wrapped_under_their_text() -> None:
    told = as_found(story("word " * 40), ["word " * 40], ())
    flow = Flow(told.passages, 60)
    assert len(flow) > 1
    assert {flow.pieces(line)[0][0][0] for line in range(len(flow))} == {"1", " "}
