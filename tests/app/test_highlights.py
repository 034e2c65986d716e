"""A passage is selected with the keys, kept with a note and a tag, listed, found, and taken away again."""

from __future__ import annotations

from seed_desk import at_the_desk

from tui.app.reader.pane import Reader
from tui.app.reader.selecting import begun

TEXT = "One went. Two came back with a 3.5 per cent rise. Three stayed."


def test_a_selection_begins_with_the_sentence_and_grows_by_sentences_and_words() -> None:
    selection = begun(0, 4, TEXT, 12)
    assert selection.selected == "Two came back with a 3.5 per cent rise."
    assert selection.by_sentence(1).selected.endswith("Three stayed.")
    assert selection.by_sentence(1).by_sentence(1) == selection.by_sentence(1)
    assert selection.by_sentence(1).by_sentence(-1) == selection
    assert selection.by_sentence(-1) == selection
    assert selection.by_word(-1).selected == "Two came back with a 3.5 per cent"
    assert selection.by_word(1).selected == "Two came back with a 3.5 per cent rise. Three"
    assert selection.from_word(1).selected == "came back with a 3.5 per cent rise."
    assert selection.from_word(1).from_word(-1) == selection


async def test_a_passage_is_highlighted_with_note_and_tag_listed_and_found(seeds_at_hand: list[str]) -> None:
    async with at_the_desk(seeds_at_hand, (100, 30)) as hands:
        await hands.press("j", "enter", "j", "j", "j", "j", "j")
        reader = hands.app.focused
        assert isinstance(reader, Reader)
        await hands.press("V")
        assert reader.selection is not None
        first = reader.selection.selected
        await hands.press("[", "]", "J", "K", "V")
        await hands.type("odd wording #check")
        await hands.press("enter")
        assert "▏ #check · odd wording" in hands.text
        key = hands.desk.library.entry(hands.desk.reading.number or 0).key
        (kept,) = hands.desk.library.marks.highlights(key)
        assert (kept.text, kept.note, kept.tag) == (first, "odd wording", "check")

        await hands.press("1", "H")
        assert "Highlighted passages" in hands.text
        await hands.press("enter")
        assert hands.app.focused is reader
        for query in ("is:highlighted", "note:wording", "tag:check"):
            await hands.press("1", "/")
            await hands.press(*["backspace"] * 20)
            await hands.type(query)
            await hands.press("enter")
            assert "1 of 6" in hands.text, query


async def test_a_highlight_is_changed_taken_away_and_brought_back(seeds_at_hand: list[str]) -> None:
    async with at_the_desk(seeds_at_hand, (100, 30)) as hands:
        await hands.press("j", "enter", "j", "j", "j", "j", "j", "V", "enter", "enter")
        marks = hands.desk.library.marks
        key = hands.desk.library.entry(hands.desk.reading.number or 0).key
        (kept,) = marks.highlights(key)
        await hands.press("V", "[", "enter", "enter")
        (shorter,) = marks.highlights(key)
        assert shorter.id == kept.id
        assert len(shorter.text) < len(kept.text)
        await hands.press("x")
        assert not marks.highlights(key)
        await hands.press("u")
        assert marks.highlights(key) == (shorter,)
        await hands.press("u", "u", "U")
        assert marks.highlights(key) == (kept,)


async def test_escape_leaves_the_selection_and_not_the_story(seeds_at_hand: list[str]) -> None:
    async with at_the_desk(seeds_at_hand, (100, 30)) as hands:
        await hands.press("j", "enter", "j", "j", "j", "j", "j", "V")
        reader = hands.app.focused
        assert isinstance(reader, Reader)
        await hands.press("escape")
        assert reader.selection is None
        assert hands.app.focused is reader
        assert not hands.desk.library.marks.highlighted()
