"""What is kept comes back whole, and nothing that is kept can run."""

from __future__ import annotations

import datetime as dt
import os
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.library.file.filenames import kept, original
from tui.library.file.packing import PackingError, pack, unpack
from tui.library.file.records import dump_story, dump_when, load_story, load_when
from tui.model import ActorKind, Basis, Block, BlockKind, Document, Mention, Story, When

DAYS = st.dates()
TEXTS = st.text(st.characters(exclude_categories=()), max_size=40)
WHENS = st.builds(
    When,
    earliest=st.none() | DAYS,
    latest=st.none() | DAYS,
    day=st.none() | DAYS,
    basis=st.sampled_from(Basis),
    confidence=st.floats(0, 1),
    evidence=TEXTS,
    among=st.lists(DAYS, max_size=3).map(tuple),
    time=st.none() | st.times(),
    zone=st.sampled_from(["", "GMT", "+05:30"]),
)
BLOCKS = st.builds(Block, st.sampled_from(BlockKind), TEXTS, st.integers(1, 9999), st.integers(1, 9999), by=TEXTS)
DOCUMENT = Document("/pile/a.txt", "", 10, 20, "ab", "text/plain", "utf-8")
STORIES = st.builds(
    Story,
    id=st.just("abcdefghij-2"),
    document=st.just(DOCUMENT),
    part=st.integers(1, 99),
    blocks=st.lists(BLOCKS, max_size=5).map(tuple),
    headline=TEXTS,
    headline_derived=st.booleans(),
    when=WHENS,
    place=TEXTS,
    agency=TEXTS,
    byline=TEXTS,
    outlet=TEXTS,
    url=TEXTS,
    language=st.sampled_from(["", "en", "ur"]),
    words=st.integers(0, 10**6),
)


@given(WHENS)
def test_a_date_comes_back_as_it_was(when: When) -> None:
    assert load_when(dump_when(when)) == when


@given(STORIES)
def test_a_story_comes_back_as_it_was(story: Story) -> None:
    assert load_story(dump_story(story), "abcdefghij-2", DOCUMENT, story.part) == story


def test_our_own_plain_data_comes_back() -> None:
    value = (Mention(0, 1, 4, "Ada", ActorKind.PERSON), {"a": [1, 2.5, None, b"x"]}, frozenset({dt.date(2020, 2, 29)}))
    assert unpack(pack(value)) == value


@given(st.binary(max_size=30))
def test_any_name_of_a_file_can_be_kept_and_comes_back(name: bytes) -> None:
    path = os.fsdecode(name)
    kept(path).encode("utf-8")
    assert original(kept(path)) == path


class _Trap:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("echo caught",)


@pytest.mark.parametrize(
    "packed",
    [
        pickle.dumps(_Trap()),
        pickle.dumps(print),
        b"cbuiltins\neval\n(S'1'\ntR.",
        b"ctui.library.frames\nspawn\n.",
        b"\x80\x04\x8c\x09tui.model\x8c\x0bdt.sys.exit\x93.",
        b"noise",
        b"",
    ],
)
def test_bytes_that_would_make_anything_else_are_refused(packed: bytes) -> None:
    with pytest.raises(PackingError):
        unpack(packed)
