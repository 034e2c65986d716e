"""What was related stays right when stories come, change and go: as if all were related at once."""

from __future__ import annotations

import datetime as dt
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_up_news import DAY, body, on, sentences
from sides import story
from test_relate_events import BRIDGE, BRIDGE_AGAIN, ELECTION, INQUIRY

from tui.model import Relations, Verdict
from tui.relate.finding.features import Features, features
from tui.relate.finding.item import Item
from tui.relate.finding.kept import Kept
from tui.relate.relate import Happened, known, relate, relate_changes, relations

STANDING = [" ".join(sentences(900 + n, 3)) for n in range(2)]
TOLD = [body(n, 60) for n in range(4)]
REPORTS = [BRIDGE, BRIDGE_AGAIN, INQUIRY, ELECTION]


class World:
    """Stories by number, what is kept of them, and what the reader says."""

    def __init__(self) -> None:
        self.items: dict[int, Item] = {}
        self.features: dict[int, Features] = {}
        self.verdicts: tuple[Verdict, ...] = ()
        self.kept = Kept(self.features)
        self.next = 1

    def put(self, number: int, item: Item) -> None:
        self.items[number] = item
        self.features[number] = item.features
        self.kept.known[number] = known(number, item)

    def change(self, come: dict[int, Item], gone: set[int], verdicts: tuple[Verdict, ...]) -> None:
        for number in gone:
            del self.items[number], self.kept.known[number]
        for number, item in come.items():
            self.put(number, item)
        spoken = {key for verdict in {*self.verdicts} ^ {*verdicts} for key in (verdict.left, verdict.right)}
        self.verdicts = verdicts
        relate_changes(self.kept, Happened(list(come), gone, verdicts, spoken))

    def at_once(self) -> Relations:
        return relate(list(self.items.values()), self.verdicts)


def made(dice: random.Random, name: str) -> Item:
    """A story: one of a few reports or bodies, cut, with or without what stands under every story, on some day."""
    lines = list(dice.choice(REPORTS)) if dice.random() < 0.5 else list(dice.choice(TOLD))
    if dice.random() < 0.4:
        lines.pop()
    if dice.random() < 0.3:
        lines += dice.choice(TOLD)[: dice.randint(1, 4)]
    if dice.random() < 0.4:
        lines.append(dice.choice(STANDING))
    if dice.random() < 0.3:
        lines.append(f"Printed {dice.randint(2, 9)} times on Tuesday, as the editor said.")
    day = None if dice.random() < 0.3 else DAY + dt.timedelta(days=dice.choice((0, 0, 1, 2, 5, 9, 70)))
    written = story(*lines, name=name, day=day)
    return Item(name, f"/news/{dice.randint(1, 4)}", dice.randint(1, 2), on(day), "", features(written))


def step(world: World, dice: random.Random) -> None:
    """Some stories come, some change, some go, and now and then the reader says something else."""
    held = list(world.items)
    dice.shuffle(held)
    gone = set(held[: dice.choice((0, 0, 1, 3))])
    changed = [n for n in held if n not in gone][: dice.choice((0, 0, 1, 2))]
    come = {}
    for number in changed:
        old = world.items[number]
        new = made(dice, old.id)
        come[number] = new if dice.random() < 0.7 else Item(old.id, "/moved", old.part, old.when, "", old.features)
    for _ in range(dice.choice((0, 1, 2, 6))):
        name = f"{dice.randbytes(3).hex()}{dice.choice(('', '', '-2'))}"
        if all(item.id != name for item in (*world.items.values(), *come.values())):
            come[world.next] = made(dice, name)
            world.next += 1
    verdicts = world.verdicts
    if dice.random() < 0.3 and len(held) > 1:
        one, other = (world.items.get(n) or come.get(n) or made(dice, "x") for n in dice.sample(held, 2))
        verdicts = (*verdicts[-3:], Verdict(one.key, other.key, dice.random() < 0.6))
    world.change(come, gone & world.items.keys(), verdicts)


@pytest.mark.parametrize("many", [2, 64])
@settings(max_examples=20)
@given(st.integers(0, 1 << 32))
def test_changes_one_by_one_give_what_all_at_once_give(many: int, seed: int) -> None:
    dice = random.Random(seed)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tui.relate.finding.candidates.MANY", many)
        world = World()
        for _ in range(8):
            step(world, dice)
            assert relations(world.kept) == world.at_once()


def test_when_all_are_gone_nothing_is_kept() -> None:
    dice = random.Random(1)
    world = World()
    world.change({number: made(dice, f"s{number}") for number in range(1, 30)}, set(), ())
    world.change({}, set(world.items), ())
    kept = world.kept
    assert relations(kept) == relate([])
    held = (kept.segments, kept.furniture, kept.shared, kept.edges, kept.groups, kept.events, kept.ties)
    assert not any(held)
