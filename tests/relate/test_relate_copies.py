"""Which stories are the same copy, which are a part of another, and what folds under what."""

from __future__ import annotations

import datetime as dt
import random

import numpy as np
import pytest
from made_up_news import DAY, body, item, sentences

from tui.model import Match, MatchKind, Verdict
from tui.relate.finding.candidates import LEAST_SHARED
from tui.relate.finding.item import Item
from tui.relate.finding.sketch import SHORT, bands, minima, sampled
from tui.relate.relate import relate

SAME = (MatchKind.IDENTICAL, MatchKind.COPY)


def days(number: int) -> dt.date:
    return DAY + dt.timedelta(days=number)


def kinds(items: list[Item], *verdicts: Verdict) -> dict[tuple[str, str], MatchKind]:
    """Each pair that is the same copy or a part, by the ids of its stories."""
    matches = relate(items, verdicts).matches
    return {(m.left, m.right): m.kind for m in matches if m.kind in (*SAME, MatchKind.PART)}


def groups(items: list[Item], *verdicts: Verdict) -> list[tuple[str, ...]]:
    return [group.stories for group in relate(items, verdicts).groups]


def only(items: list[Item]) -> Match:
    (match,) = (m for m in relate(items).matches if m.kind in (*SAME, MatchKind.PART))
    return match


def test_the_same_words_in_other_typography_are_identical() -> None:
    told = [*body(1), "He said: “It's over – we won’t go back…”"]
    typed = [*body(1), 'He said: "It’s over - we won\'t go back..."']
    match = only([item("# One headline", *told, name="a"), item("# Another headline", *typed, name="b")])
    assert match.kind is MatchKind.IDENTICAL
    assert (match.shared_left, match.shared_right, match.jaccard) == (1, 1, 1)


def test_a_copy_may_be_cut_and_edited_and_re_headlined() -> None:
    told = body(1)
    cut = [told[0].replace(" ", " reportedly ", 1), *told[1:-2]]
    match = only([item("# One headline", *told, name="a"), item("# Another", *cut, name="b", day=days(1))])
    assert match.kind is MatchKind.COPY
    assert match.shared_left == pytest.approx(0.7, abs=0.08)
    assert match.shared_right > 0.95
    assert match.days_apart == 1


def test_stories_that_share_nothing_are_nothing_to_each_other() -> None:
    assert relate([item(*body(1), name="a"), item(*body(2), name="b")]).matches == ()


def test_copies_fold_under_the_first_in_time_and_never_in_chains() -> None:
    told = sentences(1, 40)
    early, middle, late = told[:24], told[8:32], told[16:40]
    items = [
        item(*late, name="a", day=days(2)),
        item(*middle, name="b", day=days(1)),
        item(*early, name="c", day=days(0)),
    ]
    found = kinds(items)
    assert found["c", "b"] is MatchKind.COPY
    assert found["b", "a"] is MatchKind.COPY
    assert found.get(("c", "a")) is not MatchKind.COPY
    assert groups(items) == [("c", "b")]


def test_what_an_outlet_prints_under_every_story_makes_no_copy() -> None:
    standing = " ".join(sentences(99, 6))
    items = [item(*body(n, 60), standing, name=f"s{n}", day=days(11 * n), outlet="Courier") for n in range(6)]
    assert kinds(items) == {}
    same_day = [item(*body(n, 60), standing, name=f"s{n}", outlet="Courier") for n in range(6)]
    assert [kind for kind in kinds(same_day).values() if kind in SAME] == []


def test_a_report_that_many_outlets_print_is_no_furniture() -> None:
    items = [item(*body(1), *body(10 + n, 24), name=f"s{n}", day=days(n % 3), outlet=f"Outlet {n}") for n in range(6)]
    assert groups(items) == [("s0", "s3", "s1", "s4", "s2", "s5")]


def test_a_daily_report_with_other_figures_is_no_copy() -> None:
    dice = random.Random(4)

    def market(number: int) -> Item:
        told = [
            f"The index of the thirty leading shares closed at {dice.randint(10_000, 40_000):,} points yesterday, and "
            f"the wider market ended at {dice.randint(1000, 4000):,} points in quiet trading on the main exchange.",
            f"Of the shares that were dealt in, {dice.randint(100, 999)} rose and {dice.randint(100, 999)} fell, while "
            f"the turnover for the whole day was put at {dice.randint(10_000, 90_000):,} deals by the exchange.",
            f"The price of gold was fixed at {dice.randint(1000, 3000):,} dollars an ounce in the afternoon, and a "
            f"barrel of oil for delivery next month was quoted at {dice.randint(20, 200)} dollars and some cents.",
        ]
        return item("# Shares at the close", *told, name=f"m{number}", day=days(number))

    assert kinds([market(number) for number in range(5)]) == {}


def test_a_correction_of_one_figure_is_the_same_copy() -> None:
    told = ["The fire at the mill killed 14 men, hurt 31 and left 260 homeless, police said.", *body(1)]
    right = [told[0].replace("14", "13"), *told[1:], "Correction: an earlier version gave another number of dead."]
    assert only([item(*told, name="a"), item(*right, name="b")]).kind is MatchKind.COPY


def test_a_template_filled_in_with_other_names_is_no_copy() -> None:
    def appointed(name: str, town: str, firm: str, post: str) -> list[str]:
        return [
            f"The board of directors today announced the appointment of {name} as chief {post} of the company, with "
            f"effect from the end of the month, after the board had looked for a successor for most of the year.",
            f"{name}, who was born in {town} and joined from {firm}, will report to the board and will be responsible "
            "for the growth of the company, its people and its relations with all of those who hold its shares.",
        ]

    one = appointed("Ludmila Hartweg Sørby", "Quillota", "Brannagh Holdings", "treasurer")
    other = appointed("Osric Vandeleur Pym", "Tampere", "Zeitgold Partners", "counsel")
    items = [item("# A new face", *one, name="a"), item("# A new face", *other, name="b", day=days(40))]
    assert kinds(items) == {}


def test_one_long_quotation_in_two_stories_makes_no_copy() -> None:
    said = "“" + " ".join(sentences(7, 5)) + "” the minister said."
    items = [item(*body(1), said, name="a"), item(*body(2), said, *body(3, 60), name="b")]
    assert kinds(items) == {}


def test_a_round_up_holds_its_stories_as_parts_and_folds_none() -> None:
    items = [item(*body(n, 120), name=f"s{n}") for n in range(4)]
    items.append(item("# The day", *(text for n in range(4) for text in body(n, 120)), name="round-up"))
    assert kinds(items) == {("round-up", f"s{n}"): MatchKind.PART for n in range(4)}
    assert groups(items) == []


def test_short_texts_are_not_compared() -> None:
    assert kinds([item("Read more at our page.", name="a"), item("Read more at our page.", name="b")]) == {}


def test_the_reader_joins_stories_that_the_machine_holds_apart() -> None:
    items = [item(*body(1), name="a"), item(*body(2), name="b", day=days(1))]
    relations = relate(items, [Verdict("b", "a", same=True)])
    (match,) = relations.matches
    assert (match.left, match.right, match.kind, match.by_reader) == ("a", "b", MatchKind.COPY, True)
    assert [group.stories for group in relations.groups] == [("a", "b")]
    assert [event.stories for event in relations.events] == [("a", "b")]


def test_the_reader_parts_stories_that_the_machine_joins() -> None:
    items = [item(*body(1), name=name) for name in "abc"]
    assert groups(items) == [("a", "b", "c")]
    apart = Verdict("a", "b", same=False)
    assert ("a", "b") not in kinds(items, apart)
    assert groups(items, apart) == [("a", "c")]


def test_a_verdict_holds_for_every_story_of_the_same_text() -> None:
    items = [item(*body(1), name=name) for name in ("aaa", "bbb", "bbb-2")]
    (group,) = groups(items, Verdict("aaa", "bbb", same=False))
    assert set(group) == {"bbb", "bbb-2"}


def test_a_verdict_on_stories_that_are_gone_is_passed_over() -> None:
    assert kinds([item(*body(1), name="a")], Verdict("a", "gone", same=True), Verdict("x", "y", same=False)) == {}


def test_the_order_in_which_stories_come_changes_nothing() -> None:
    items = [item(*body(1)[: 6 - n % 3], *body(20 + n, 36), name=f"s{n}", day=days(n)) for n in range(6)]
    shuffled = items[:]
    random.Random(2).shuffle(shuffled)
    assert relate(items) == relate(shuffled)


def test_among_many_stories_no_copy_is_missed() -> None:
    items = [item(*body(100 + n, 60), name=f"s{n:03}", day=days(n)) for n in range(300)]
    planted = {(f"s{n:03}", f"t{n:03}") for n in range(0, 300, 10)}
    items += [item(*body(100 + n, 60)[:-1], name=f"t{n:03}", day=days(n)) for n in range(0, 300, 10)]
    assert {pair for pair, kind in kinds(items).items() if kind in SAME} == planted


def test_sketches_never_miss_stories_that_share_so_much() -> None:
    dice = np.random.Generator(np.random.PCG64(5))
    for size in (30, 150, 300, 900):
        shared = int(np.ceil(size * 0.74 / 1.37))
        for _ in range(150):
            pool = dice.integers(0, 1 << 32, size=2 * size - shared, dtype=np.uint64).astype(np.uint32)
            one, other = np.unique(pool[:size]), np.unique(pool[size - shared :])
            assert len(np.intersect1d(sampled(one), sampled(other))) >= LEAST_SHARED
            assert size <= SHORT or (bands(one) == bands(other)).any()


def test_minima_tell_how_much_two_sets_share() -> None:
    dice = np.random.Generator(np.random.PCG64(8))
    pool = np.unique(dice.integers(0, 1 << 32, size=90_000, dtype=np.uint64).astype(np.uint32))
    one, other = pool[dice.permutation(len(pool))[:80_000]], pool
    assert (minima(np.sort(one)) == minima(other)).mean() == pytest.approx(80 / 90, abs=0.1)


def test_a_hundred_prints_of_one_report_are_one_group() -> None:
    items = [item(*body(1, 120), name=f"s{n:03}", day=days(n % 4)) for n in range(100)]
    items += [item(*body(1, 120)[:-1], name=f"t{n:03}", day=days(5)) for n in range(3)]
    (group,) = groups(items)
    assert len(group) == 103
    assert group[0] == "s000"


def test_the_weather_of_another_day_is_no_copy() -> None:
    def weather(high: int, low: int) -> list[str]:
        return [
            f"Skies over the city will be clear for most of the day, with a light wind from the west and a high of "
            f"{high} degrees in the afternoon. The night will be dry and somewhat cooler, with a low of {low} degrees "
            "before dawn and some mist along the river, which should be gone by the middle of the morning.",
        ]

    items = [item("# The weather", *weather(20 + n, 5 + n), name=f"w{n}", day=days(n)) for n in range(4)]
    assert kinds(items) == {}


def test_a_growing_report_is_the_same_copy_as_its_earlier_state() -> None:
    told = body(1)
    items = [item(*told[: 4 + n], name=f"v{n}", day=days(0)) for n in range(3)]
    assert groups(items) == [("v0", "v1", "v2")]


def test_two_matches_of_the_same_teams_are_no_copy() -> None:
    def played(scorer: str, keeper: str, minute: int, gate: str) -> list[str]:
        return [
            f"The home side won the league match at the old ground on Saturday with a goal by {scorer} in minute "
            f"{minute}, after {keeper} had kept the visitors in the game with a string of saves in the first half.",
            f"It was the last game of the month for both of the teams, and {gate} people paid to see it. The visitors "
            "pressed for an equaliser until the end but never came close to the goal of the home side again.",
        ]

    items = [
        item("# A narrow win", *played("Ruben Ostrander", "Milo Vantongeren", 17, "11,204"), name="a"),
        item("# A narrow win", *played("Jarek Swietlik", "Iwan Brochlin", 78, "9,870"), name="b", day=days(180)),
    ]
    assert kinds(items) == {}


def test_the_live_blogs_of_two_days_are_no_copy_though_they_open_and_close_alike() -> None:
    opening = "Follow along here as our reporters bring you every turn of the day from the chamber and the streets."
    closing = " ".join(sentences(77, 4))
    blogs = [
        item("# Live", opening, *body(50 + n, 120), closing, name=f"l{n}", day=days(n), outlet="Courier")
        for n in range(4)
    ]
    assert kinds(blogs) == {}


def test_the_obituary_list_of_another_week_is_no_copy() -> None:
    def listed(seed: int) -> list[str]:
        names = [word.strip(".").title() for one in sentences(seed, 2) for word in one.split()]
        ages = random.Random(seed).sample(range(50, 99), len(names) // 2)
        dead = zip(names[::2], names[1::2], ages, strict=True)
        return [f"{one} {other}, of this parish, aged {age}, peacefully at home." for one, other, age in dead]

    lists = [item("# Deaths", *listed(300 + n), name=f"o{n}", day=days(7 * n)) for n in range(3)]
    assert kinds(lists) == {}
