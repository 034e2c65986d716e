"""A pile that grows and shrinks: what is touched is told anew, and it is as if all had been there from the start."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from memory_tables import Memory
from plain_cast import cast_of
from telling import story

from tui.actors.recognise import names
from tui.actors.telling.actors import recast
from tui.actors.telling.corpus import Corpus
from tui.actors.telling.edits import wishes
from tui.actors.telling.heard import Heard, heard_in, packed, rows_of, unpacked
from tui.model import ActorEdit, ActorKind, Cast

# Names that lean on one another over stories: surnames, short forms, spellings, one name of two kinds, titles.
_SENTENCES = (
    "Senator Paul T. Hensley met Greta Marsh in Oslo, and Hensley left.",
    "Supporters of Hensley gathered, and a letter by Hensley was read.",
    "Paula Hensley sang at the Oslo Opera. Hensley was tired.",
    "The Varkana Junbish-e-Adl (VJA) party won. The VJA is large.",
    "He left the VJA in May, and the Varkana people let him go.",
    "In Varkana, the Varkani army said it would stay in Varkana.",
    "Mohammed Bashari spoke to reporters. “We will stay,” said Bashari.",
    "Mohammad Bashari told Greta Marsh: “You must go at once and not return.”",
    "Foreign Ministry spokeswoman Nadira Qorvan said the Foreign Ministry would answer.",
    "“It is not for us to say,” the spokeswoman said. Qorvan left with Marsh.",
    "Marsh Industries Inc of Oslo sued Marsh Industries in Varkana.",
    "The U.S. and the United States met Envoy for Varkana Greta Marsh.",
    "Varkana Paul Hensley and Oslo Greta Marsh are written without a comma.",
    "Hensley Marsh Sues Oslo Over The Letter By Bashari",
    "Jordan won. Jordan said that Michael Jordan would come to Jordan.",
    "Old Marsh Road and the Marsh were closed, said the Oslo Police (OP).",
    "OP officers met Otto Pahl. The OP spoke; Pahl did not.",
)
_HEARD = [
    rows_of(names(story(*(_SENTENCES[place] for place in places))))
    for places in [(number,) for number in range(len(_SENTENCES))]
    + [tuple(random.Random(seed).sample(range(len(_SENTENCES)), 3)) for seed in range(40)]
]
_EDITS = (
    ActorEdit("merge", ("Greta Marsh", "Paula Hensley")),
    ActorEdit("split", ("Mohammed Bashari", "Mohammad Bashari")),
    ActorEdit("hide", ("Oslo",)),
    ActorEdit("rename", ("Paul T. Hensley", "Senator Hensley")),
)


class Pile:
    """Stories by number, told apart by difference."""

    def __init__(self, edits: Sequence[ActorEdit] = ()) -> None:
        self.memory = Memory()
        self._wanted = wishes(edits)

    def change(self, heard: dict[int, Heard], gone: Iterable[int] = ()) -> None:
        self.memory.ledger.was.clear()
        self.memory.stories.update(heard)
        touched = Corpus(self.memory, self._wanted).update(heard, gone)
        recast(self.memory, touched.nodes, self._wanted)

    def cast(self) -> Cast:
        numbers = sorted(self.memory.scenes)
        return cast_of(self.memory, {number: str(number) for number in numbers}, {})


def holds(cast: Cast) -> tuple[Any, ...]:
    """All that a cast says, but for its ids, which tell what came first."""
    who = {actor.id: (actor.name, actor.kind, actor.aliases, actor.stories) for actor in cast.actors}
    return (
        sorted(str((actor.name, actor.kind, actor.aliases, actor.roles, actor.stories)) for actor in cast.actors),
        {id: [(m.block, m.start, m.surface, who[m.actor]) for m in found] for id, found in cast.mentions.items()},
        {id: [(q.start, q.speaker, who.get(q.actor)) for q in said] for id, said in cast.quotations.items()},
    )


def at_once(stories: dict[int, list[Any]], edits: Sequence[ActorEdit]) -> Cast:
    pile = Pile(edits)
    pile.change({number: heard_in(rows) for number, rows in sorted(stories.items())})
    return pile.cast()


STEP = st.tuples(
    st.dictionaries(st.integers(1, 30), st.integers(0, len(_HEARD) - 1), max_size=6), st.sets(st.integers(1, 30))
)


@settings(max_examples=60)
@given(st.lists(STEP, min_size=1, max_size=5), st.sets(st.sampled_from(range(len(_EDITS)))))
def test_however_a_pile_came_together_its_actors_are_those_of_the_pile(
    steps: list[tuple[dict[int, int], set[int]]], chosen: set[int]
) -> None:
    edits = [_EDITS[number] for number in sorted(chosen)]
    pile = Pile(edits)
    stands: dict[int, list[Any]] = {}
    for comes, goes in steps:
        gone = {number for number in goes if number in stands and number not in comes}
        stands.update({number: _HEARD[which] for number, which in comes.items()})
        for number in gone:
            del stands[number]
        pile.change({number: heard_in(_HEARD[which]) for number, which in comes.items()}, gone)
    assert holds(pile.cast()) == holds(at_once(stands, edits))


@given(st.tuples(*[st.integers(0, (1 << 14) - 1)] * 4, st.integers(0, 127)))
def test_sums_are_packed_without_loss(sums: tuple[int, int, int, int, int]) -> None:
    assert unpacked(packed(sums)) == sums


def test_an_actor_keeps_his_id_while_the_pile_grows_and_a_lost_id_leads_to_him() -> None:
    one, two, three = (
        heard_in(rows_of(names(story(text))))
        for text in (
            "Paul Hensley met Otto Pahl. Hensley was right.",
            "Senator Paul T. Hensley wrote. Paul T. Hensley is new. Paul T. Hensley left.",
            "O. Pahl (who is Otto Pahl) met Mohammad Bashari.",
        )
    )
    pile = Pile()
    pile.change({1: one})
    [hensley] = [actor for actor in pile.cast().actors if actor.name == "Paul Hensley"]
    pile.change({2: two})
    [renamed] = [actor for actor in pile.cast().actors if "Hensley" in actor.name]
    assert (renamed.name, renamed.id) == ("Paul T. Hensley", hensley.id)
    pile.change({3: three})
    assert hensley.id in {actor.id for actor in pile.cast().actors}
    # A pile that is told apart from the start finds the id again by where it leads.
    again = Pile()
    again.memory.redirects.update(pile.memory.redirects)
    again.change({1: one, 2: two, 3: three})
    assert hensley.id in {actor.id for actor in again.cast().actors}


def test_a_lone_word_becomes_a_surname_once_another_story_names_who_bears_it() -> None:
    pile = Pile()
    alone, in_full = "Critics of Marsh said so.", "Paul Marsh said he would stay."
    lone, full = (heard_in(rows_of(names(story(text)))) for text in (alone, in_full))
    pile.change({1: lone})
    [before] = pile.cast().actors
    assert (before.name, before.kind) == ("Marsh", ActorKind.ORGANISATION)
    pile.change({2: full})
    [actor] = pile.cast().actors
    assert (actor.name, actor.kind, actor.stories) == ("Paul Marsh", ActorKind.PERSON, ("1", "2"))
    pile.change({}, [2])
    [after] = pile.cast().actors
    assert (after.name, after.kind) == (before.name, before.kind)


def test_two_actors_who_prove_to_be_one_keep_the_id_of_the_better_known() -> None:
    pile = Pile()
    short = "He left the ORB in May, and the ORB let him go."
    long = "The Order of River Boatmen met, and the Order of River Boatmen voted."
    pile.change({n: heard_in(rows_of(names(story(text)))) for n, text in enumerate((short, long, long), 1)})
    before = {actor.name: actor.id for actor in pile.cast().actors}
    assert {"ORB", "Order of River Boatmen"} <= before.keys()
    pile.change({4: heard_in(rows_of(names(story("The Order of River Boatmen (ORB) sailed."))))})
    [actor] = [actor for actor in pile.cast().actors if "ORB" in {alias.text for alias in actor.aliases}]
    assert actor.id == before["Order of River Boatmen"]
    assert pile.memory.known_as(before["ORB"]) == actor.id
