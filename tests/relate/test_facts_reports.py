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


def unlike(left: str, right: str) -> list[tuple[str, str]]:
    return pairs(told(story(left), story(right)), FactKind.FIGURE, same=False)


def test_what_one_player_did_is_never_set_against_what_another_did() -> None:
    left = "The game was decided late, when Anna Berg scored 14 points for Lillehammer."
    assert not unlike(left, "The game was decided late, when Jonas Holm scored 16 points for Drammen.")
    assert unlike(left, "The game was decided late, when Anna Berg scored 16 points for Lillehammer.") == [
        ("14 points", "16 points")
    ]


def test_the_dead_of_another_year_are_not_set_against_those_of_today() -> None:
    left = "The flood in the valley killed 31 people on Monday, police said."
    assert unlike(left, "The flood in the valley killed 34 people on Monday, police said.")
    assert not unlike(left, "A flood in the valley in 1998 killed 34 people who slept in a camp.")


def test_some_more_or_a_part_of_those_counted_is_not_set_against_all_of_them() -> None:
    left = "The blast in the market killed 31 people on Monday, police said."
    assert not unlike(left, "The blast in the market killed another 34 people on Monday, police said.")
    assert not unlike(left, "The blast in the market killed many, including 34 people on Monday, police said.")
    assert not unlike(left, "The blast in the market killed between 34 people and 90 on Monday, police said.")


def test_a_figure_in_rounder_words_agrees() -> None:
    left = story("The mill was sold for $13.2 billion, and 715 workers of the mill lost their jobs.")
    right = story("The mill was sold for $13 billion, and more than 700 workers of the mill lost their jobs.")
    both = pairs(told(left, right), FactKind.FIGURE, same=True)
    assert both == [("$13.2 billion", "$13 billion"), ("715 workers", "more than 700 workers")]
    assert not [fact for fact in told(left, right) if fact.kind is FactKind.FIGURE and not fact.same]


def test_the_dead_and_the_hurt_of_one_sentence_are_held_apart() -> None:
    left = "The slashing at the station killed 29 people and wounded 143, officials said."
    assert unlike(left, "At the station 33 people were killed and 130 were wounded, officials said.") == [
        ("29 people", "33 people"),
        ("143", "130"),
    ]


def test_figures_that_surely_count_one_thing_come_before_doubtful_ones() -> None:
    left = story(
        "The town has 41 bridges.", "Seven of the guards at the Tromso jail were hurt; the riot left 26 inmates dead."
    )
    right = story("Built over 45 bridges, it is old.", "The riot at the Tromso jail left 28 inmates dead.")
    assert [f for f, _ in pairs(told(left, right), FactKind.FIGURE, same=False)][:1] == ["26 inmates"]


def test_a_quotation_in_the_spelling_of_another_country_is_the_same() -> None:
    left = story("“He takes the colour of our defence seriously every day,” said Jonas Lund.")
    right = story("“He takes the color of our defense seriously everyday,” said Jonas Lund.")
    assert pairs(told(left, right), FactKind.QUOTATION, same=True)
    assert not pairs(told(left, right), FactKind.QUOTATION, same=False)
