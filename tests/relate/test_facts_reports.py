"""Facts of two reports of one event: what both tell, where they disagree, what only one of them tells."""

from __future__ import annotations

from sides import story

from tui.model import Fact, FactKind, MatchKind, Story
from tui.relate.comparing.align import align
from tui.relate.comparing.facts import facts

LEFT = story(
    "# Ferry sinks off the northern coast",
    "At least 34 people were killed when a ferry sank off the northern coast on Sunday, police said.",
    "Twelve passengers were injured and more than 60 were still missing, the coast guard said.",
    "“We heard a loud bang and then everybody ran to one side,” said Jonas Lund, a survivor.",
    "The ferry had been built in 1987. Its owner paid a fine of $2 million for safety lapses in May 2019.",
)
RIGHT = story(
    "# Dozens dead as ferry capsizes",
    "A ferry capsized off the northern coast on Sunday, killing at least 37 people, the coast guard said.",
    "“We heard a loud bang,” survivor Jonas Lund told Radio North. “Then everyone ran to one side.”",
    "More than 60 people were missing. Divers from Tromso joined the search.",
    "The owner of the ferry was fined in May 2019.",
)


def told(left: Story = LEFT, right: Story = RIGHT, kind: MatchKind | None = MatchKind.EVENT) -> tuple[Fact, ...]:
    return facts(left, right, align(left, right), kind)


def pairs(found: tuple[Fact, ...], kind: FactKind, *, same: bool) -> list[tuple[str, str]]:
    return [(f.left, f.right) for f in found if f.kind is kind and f.same is same and f.left and f.right]


def test_shared_quotations_are_found_however_the_speech_is_cut_up() -> None:
    both = pairs(told(), FactKind.QUOTATION, same=True)
    assert both == [("We heard a loud bang and then everybody ran to one side", "We heard a loud bang")]
    unlike = pairs(told(), FactKind.QUOTATION, same=False)
    assert unlike == [("We heard a loud bang and then everybody ran to one side", "Then everyone ran to one side.")]


def test_figures_that_count_one_thing_agree_or_differ() -> None:
    assert pairs(told(), FactKind.FIGURE, same=True) == [("more than 60", "More than 60 people")]
    assert pairs(told(), FactKind.FIGURE, same=False) == [("At least 34 people", "at least 37 people")]


def test_the_injured_are_never_set_against_the_dead() -> None:
    left = story("The blast in the market killed 12 people on Monday, police said.")
    right = story("The blast in the market injured 30 people on Monday, police said.")
    assert not pairs(told(left, right), FactKind.FIGURE, same=False)


def test_shared_dates_agree_and_others_are_told_alone() -> None:
    assert pairs(told(), FactKind.DATE, same=True) == [("Sunday", "Sunday"), ("May 2019", "May 2019")]
    assert [f.left for f in told() if f.kind is FactKind.DATE and not f.right] == ["1987"]


def test_what_only_one_tells_is_listed_once() -> None:
    alone = [(f.kind.value, f.left or f.right) for f in told() if not f.same and not (f.left and f.right)]
    assert ("figure", "$2 million") in alone
    assert ("figure", "Twelve passengers") in alone
    assert ("name", "Radio North") in alone
    assert ("name", "Tromso") in alone
    assert not any(text == "Jonas Lund" for _, text in alone)
    assert len(alone) == len(set(alone))


def test_swapping_the_reports_swaps_the_facts() -> None:
    there = {(f.kind, f.left, f.right, f.same) for f in told()}
    back = {(f.kind, f.right, f.left, f.same) for f in told(RIGHT, LEFT)}
    assert there == back


def test_stories_of_nothing_in_common_share_no_fact() -> None:
    other = story("The orchestra will play three symphonies in Vienna next spring.")
    assert not [f for f in told(LEFT, other, None) if f.same or (f.left and f.right)]


def test_the_same_figure_said_of_other_things_is_not_shared() -> None:
    left = story("The school has 60 teachers and a garden behind the gym.")
    right = story("Voters in 60 villages stayed at home during the referendum.")
    assert not pairs(told(left, right), FactKind.FIGURE, same=True)


def test_a_name_is_told_alone_though_another_name_begins_like_it() -> None:
    left = story("The US House of Representatives met, and US Senator Greg Holm spoke for an hour.")
    right = story("Lawmakers of the US met on Monday and heard a speech that went on for an hour.")
    alone = {f.left for f in told(left, right) if f.kind is FactKind.NAME and not f.right}
    assert alone == {"US House of Representatives", "US Senator Greg Holm"}
