"""The words of a story are found in its bytes, all at once: the same words as in its text, and none is mistaken."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tui.relate.finding.frequencies import word_hash
from tui.relate.finding.rawwords import AFTER, BEFORE, Table, raw_words
from tui.relate.finding.vocabulary import Vocabulary
from tui.text.words import WORD, key

ODD = st.text("ab1AU.,-'`’‐_ \n\"“”—–!éष中文\u200d\u00ad3\x00\xa0:", max_size=24)


def in_text(paragraph: str) -> list[int]:
    return [word_hash(key(word)) for word in WORD.findall(paragraph)]


@settings(deadline=None, max_examples=300)
@given(st.lists(ODD | st.text(max_size=40), max_size=4))
def test_words_found_in_bytes_are_those_of_the_text(paragraphs: list[str]) -> None:
    vocabulary = Vocabulary()
    for _ in range(2):  # learnt, then known
        words, starts = vocabulary.read(paragraphs)
        found = vocabulary.hashes[words].tolist()
        cuts = [*starts.tolist(), len(found)]
        assert [found[cuts[n] : cuts[n + 1]] for n in range(len(paragraphs))] == [in_text(one) for one in paragraphs]


def test_long_words_are_told_apart_by_their_last_letters() -> None:
    words = [letter * length + end for letter in "ab" for length in (7, 8, 15, 63, 64, 5000) for end in "xy"]
    text = BEFORE + " ".join(words + words).encode() + AFTER
    starts, ends, hashes = raw_words(text)
    assert [text[begin:end].decode() for begin, end in zip(starts, ends, strict=True)] == words + words
    assert len(set(hashes.tolist())) == len(words)
    assert hashes[: len(words)].tolist() == hashes[len(words) :].tolist()


def test_a_story_of_very_many_words_is_read() -> None:
    vocabulary = Vocabulary()
    told = [f"word{number}" for number in range(90_000)]
    words, _ = vocabulary.read([" ".join(told)])
    assert len(vocabulary) == len(set(words.tolist())) == len(told)
    again, _ = vocabulary.read(["word70000 word7"])
    assert again.tolist() == [words[70_000], words[7]]


def test_a_table_finds_what_it_holds_wherever_it_stands() -> None:
    table = Table()
    alike = [(0xABCDE << 44) | low for low in range(1, 40)]  # all begin in one slot
    table.add(alike[:30], list(range(30)))
    _, _, hashes = raw_words(BEFORE + b"one two three" + AFTER)
    assert table.find(hashes, missing=-1).tolist() == [-1, -1, -1]
    hashes = type(hashes)((39,), hashes.dtype)
    hashes[:] = alike
    assert table.find(hashes, missing=-1).tolist() == [*range(30), *[-1] * 9]
