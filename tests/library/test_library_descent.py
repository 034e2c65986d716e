"""Versions, descent, paragraphs and traces of the stories that a library holds."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import tanker
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from shelf import Shelf

from tui.library.asking.comparer import compared
from tui.library.asking.descending import all_versions, lineage_of, provenance_of, versions_of
from tui.library.asking.kin import kin
from tui.library.asking.tracing import carriers
from tui.library.entries import Interrupted
from tui.library.library import Library
from tui.model import Carriage, Kept, MatchKind
from tui.relate.compare import compare


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    shelf = Shelf(tmp_path_factory.mktemp("tanker"), {})
    tanker.write(shelf.folder)
    shelf.build()
    with shelf.open() as library:
        yield library


def number(library: Library, headline: str) -> int:
    return next(entry.number for entry in library.entries(library.order()) if entry.headline == headline)


def test_the_later_version_of_an_address_is_told_with_its_correction(library: Library) -> None:
    (chain,) = all_versions(library)
    told = [library.entry(version.story).headline for version in chain.versions]
    assert told == ["Tanker runs aground at Grenvik", "Tanker runs aground at Grenvik, 15 hurt"]
    changes = chain.versions[1].changes
    assert changes is not None
    assert changes.notes == (tanker.NOTE,)
    assert changes.edited == 1
    assert versions_of(library, number(library, told[1])) == chain
    assert versions_of(library, number(library, "Harbour closed after tanker accident")) is None


def test_an_address_that_begins_like_others_has_its_own_versions(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, {})
    others = [
        (f"https://n.example/a/{nth}", f"Story number {nth} tells of a river and its {nth} boats.")
        for nth in range(10, 80)
    ]
    own = [
        ("https://n.example/a/1", f"The bridge at Aldmoor is closed for {days} days, said the council.")
        for days in (2, 3)
    ]
    lines = [json.dumps({"url": url, "text": f"{text}\n\n{'It rained. ' * 9}"}) for url, text in others + own]
    (shelf.folder / "pages.jsonl").write_text("\n".join(lines))
    shelf.build()
    with shelf.open() as library:
        numbers = [entry.number for entry in library.entries(library.order()) if "Aldmoor" in entry.headline]
        assert len(numbers) == 2
        for one in numbers:
            assert kin(library, one) == set(numbers)
            chain = versions_of(library, one)
            assert chain is not None
            assert len(chain.versions) == 2
        assert list(all_versions(library)) == [chain]


def test_the_group_knows_its_first_its_agency_and_its_cuts(library: Library) -> None:
    found = lineage_of(library, number(library, "Harbour closed after tanker accident"))
    assert found is not None
    assert found.first == library.entry(number(library, "Tanker runs aground at Grenvik")).id
    assert found.agency == "Reuters"
    cut = next(one for one in found.copies if library.entry(one.story).outlet == "Fjord Post")
    assert cut.source == found.first
    assert cut.changes is not None
    assert (cut.changes.cut, cut.changes.added) == (2, 0)
    assert lineage_of(library, number(library, "Oil film seen in fjord, minister under fire")) is None


def test_the_table_shows_who_added_the_mayor(library: Library) -> None:
    table = provenance_of(library, number(library, "Tanker runs aground at Grenvik"))
    assert table is not None
    row = next(row for row in table.rows if row.text == tanker.MAYOR)
    outlets = {id: library.entry(id).outlet for id in table.stories}
    added = {outlets[id] for id, cell in zip(table.stories, row.cells, strict=True) if cell.kind is Kept.ADDED}
    assert added == {"Daily Torsby"}


def test_a_claim_is_followed_through_all_that_carry_it_in_order_of_time(library: Library) -> None:
    found = carriers(library, tanker.BODY[1])
    assert [(one.entry.outlet, one.carried.how) for one in found] == [
        ("Reuters", Carriage.EXACT),
        ("Fjord Post", Carriage.EXACT),
        ("Reuters", Carriage.FIGURES),
        ("Daily Torsby", Carriage.FIGURES),
    ]


def test_a_quotation_is_followed_with_its_speaker(library: Library) -> None:
    found = carriers(library, "We heard a loud bang")
    assert {one.entry.outlet for one in found} == {"Reuters", "Fjord Post", "Daily Torsby", "North Star"}
    assert {one.speaker for one in found if one.entry.outlet != "North Star"} == {"Jonas Lund"}


@given(st.data())
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_trace_of_any_passage_finds_its_own_story(library: Library, data: st.DataObject) -> None:
    story = library.story(data.draw(st.sampled_from(list(library.order()))))
    text = data.draw(st.sampled_from(story.paragraphs))
    words = text.split()
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    passage = " ".join(words[start:end])
    if any(c.isalnum() for c in passage):
        assert story.id in {one.entry.id for one in carriers(library, passage)}


def test_what_nobody_says_nobody_carries(library: Library) -> None:
    assert not carriers(library, "The orchestra will play three symphonies in spring.")
    assert not carriers(library, "…")


def test_a_long_comparison_made_apart_is_the_same_as_one_made_here(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    left, right = (library.story(one) for one in list(library.order())[:2])
    monkeypatch.setattr("tui.library.asking.comparer.LONG", 0)
    assert compared(left, right, MatchKind.COPY, lambda: False) == compare(left, right, MatchKind.COPY)


def test_a_comparison_made_apart_can_be_given_up(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    left, right = (library.story(one) for one in list(library.order())[:2])
    monkeypatch.setattr("tui.library.asking.comparer.LONG", 0)
    with pytest.raises(Interrupted):
        compared(left, right, MatchKind.COPY, lambda: True)
