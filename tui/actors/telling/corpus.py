"""The corpus step: stories are taken in, taken out or heard anew, and only what that touches is decided again.

Four things are decided one after the other, each from sums over all stories: what kind of name a key is (the vote),
who bears a lone surname, what names are known (the second look), and which names are one actor. A change of a sum
that changes an answer names the stories that asked; they alone are gone through again. What comes out depends on the
stories alone, not on the order in which they came.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tui.actors.finding.candidates import NONE, Candidate
from tui.actors.telling import within
from tui.actors.telling.across import dominant, groups_of
from tui.actors.telling.edits import Wishes
from tui.actors.telling.heard import Heard, packed, unpacked
from tui.actors.telling.ledger import ACCEPTED, BEARERS, SHORT, SPELT, Ledger, Standing, Weight, places_of, speaks_anew
from tui.actors.telling.rescan import rescan, windows
from tui.actors.telling.tables import Tables
from tui.actors.telling.tally import Node, Scene, Share, Tally, scene_of

Heed = Callable[[int], None]
"""Told after each story how many were gone through; may raise, to end the work."""

PASSES = 4
"""How often a story that is taken in is gone through."""
# As many stories are held in memory while they are gone through.
_HELD = 500
# In front of a key of which a story has asked how often it stands anywhere.
_WEIGHT = "#"


@dataclass(slots=True)
class Touched:
    """What an update has touched: nodes whose sums changed, and stories that were gone through."""

    nodes: set[Node] = field(default_factory=set)
    stories: set[int] = field(default_factory=set)


class Corpus:
    """The corpus step over some tables. `wanted` is the reader's word; `heed` is told how far it is."""

    def __init__(self, tables: Tables, wanted: Wishes, heed: Heed = lambda _count: None) -> None:
        self._tables = tables
        self._ledger = tables.ledger
        self._wanted = wanted
        self._heed = heed
        self._held: dict[int, Heard] = {}
        self._old: dict[int, Tally | None] = {}
        self._touched = Touched()

    def update(self, heard: Iterable[int], gone: Iterable[int] = (), again: Iterable[int] = ()) -> Touched:
        """Take stories in, or in the place of what was heard of them; take others out; go through some again.

        What is touched is given; who is who has then to be asked of the nodes.
        """
        new = dict.fromkeys(heard)
        left = dict.fromkeys(gone)
        self._sum_up(new, left)
        dirty = dict.fromkeys((*new, *(story for story in again if story not in left)))
        dirty.update(dict.fromkeys(self._flipped(dirty, left)))
        self._name_bearers(dirty, left)
        dirty.update(dict.fromkeys(self._borne_anew(dirty, left)))
        self._accept(dirty, left)
        dirty.update(dict.fromkeys(self._known_anew(dirty, left)))
        self._look_again(dirty, left)
        self._touched.stories |= dirty.keys()
        return self._touched

    def begin(self, stories: Sequence[int]) -> Touched:
        """Take stories in where there are none yet, or go on where an earlier beginning was ended."""
        if self._tables.summed:
            self._heed(len(stories) * (PASSES - 1))
        else:
            self._sum_up(stories, ())
            self._name_bearers(stories, {})
            self._accept(stories, {})
            self._tables.keep_sums()
        for story in stories:
            done = self._tables.done(story)
            if done is None:
                self._look_again((story,), ())
            else:
                self._count_nodes(None, done)
                self._heed(1)
        self._touched.stories.update(stories)
        return self._touched

    # --------------------------------------------------------------------------------------------------------- sums

    def _sum_up(self, new: Iterable[int], gone: Iterable[int]) -> None:
        """The sums of the stories' own readings, and their short forms."""
        for story in gone:
            self._take_back(self._before(story))
        for story in new:
            self._take_back(self._before(story))
            heard = self._hear(story)
            sums = heard.sums()
            self._tables.load(sums)
            self._ledger.count(sums, 1)
            self._count_shorts(heard.shorts, 1)
            self._heed(1)
        self._tables.load(place for people in list(self._ledger.was) for place in places_of(people))
        self._ledger.settle()

    def _take_back(self, old: Tally | None) -> None:
        if old is not None:
            self._tables.load(old.sums)
            self._ledger.count(old.sums, -1)
            self._count_shorts(old.shorts, -1)

    def _count_shorts(self, shorts: Iterable[tuple[str, str]], sign: int) -> None:
        for pair in dict.fromkeys(shorts):
            self._tables.load(pair)
            for key, place in zip(pair, (SHORT, SPELT), strict=True):
                self._ledger.change(key)[place] += sign

    def _flipped(self, dirty: Mapping[int, object], gone: Mapping[int, object]) -> Iterator[int]:
        """Other stories in which the vote of all now goes another way."""
        ledger = self._ledger
        changed = dict.fromkeys(ledger.was)
        for people in list(changed):
            if speaks_anew(ledger.rows.get(people), ledger.was[people]):
                changed.update((place, None) for place in places_of(people) if place in ledger.rows)
        for key, story, own in self._tables.asking(key for key in changed if ledger.voted_anew(key)):
            if own and story not in dirty and story not in gone:
                sums = unpacked(own)
                if ledger.decide(key, sums) != ledger.decided_before(key, sums):
                    yield story

    # ----------------------------------------------------------------------------------------------- lone surnames

    def _name_bearers(self, dirty: Iterable[int], gone: Iterable[int]) -> None:
        """Count the surnames of persons named in full, by the vote alone."""
        for story in gone:
            self._count_all(self._before(story), BEARERS, -1)
        for story in dirty:
            heard = self._read(story)
            several = {candidate.key for candidate in heard.own if not candidate.single}
            self._count_all(self._before(story), BEARERS, -1)
            self._count_all(Tally(surnames=sorted(within.surnames(heard.kinds or {}, several))), BEARERS, 1)
            self._heed(1)
        self._ledger.settle()

    def _count_all(self, tally: Tally | None, place: int, sign: int) -> None:
        if tally is None:
            return
        counts = dict.fromkeys(tally.surnames, 1) if place == BEARERS else tally.accepted
        self._tables.load(counts)
        for key, count in counts.items():
            self._ledger.change(key)[place] += sign * count

    def _borne_anew(self, dirty: Mapping[int, object], gone: Mapping[int, object]) -> Iterator[int]:
        """Other stories that may now take a lone word for a person's surname, or for one no more."""
        ledger = self._ledger
        keys = [key for key in ledger.was if " " not in key and ledger.bearer(key) != ledger.bearer_before(key)]
        for _key, story, own in self._tables.asking(keys):
            if own and story not in dirty and story not in gone:
                yield story

    # ------------------------------------------------------------------------------------------------- known names

    def _accept(self, dirty: Iterable[int], gone: Iterable[int]) -> None:
        """Count the mentions that the stories' own reading takes for names."""
        for story in gone:
            self._count_all(self._before(story), ACCEPTED, -1)
        for story in dirty:
            heard = self._read(story)
            within.override(heard.names, heard.own, self._ledger.bearer)
            self._count_all(self._before(story), ACCEPTED, -1)
            self._count_all(Tally(accepted=_accepted(heard.own)), ACCEPTED, 1)
            self._heed(1)
        self._ledger.settle()

    def _known_anew(self, dirty: Mapping[int, object], gone: Mapping[int, object]) -> Iterator[int]:
        """Other stories in which the second look may now find something else."""
        ledger = self._ledger
        keys = [key for key in ledger.was if ledger.standing(key) != ledger.standing_before(key)]
        keys += [_WEIGHT + key for key in ledger.was if ledger.weight(key) != ledger.weight_before(key)]
        for _key, story, _own in self._tables.asking(keys):
            if story not in dirty and story not in gone:
                yield story

    # ---------------------------------------------------------------------------------------------- the second look

    def _look_again(self, dirty: Iterable[int], gone: Iterable[int]) -> None:
        for story in gone:
            self._count_nodes(self._before(story), None)
            self._tables.keep(story, None, None, {})
        for story in dirty:
            tally, scene, asked = self._told(story)
            self._count_nodes(self._before(story), tally)
            self._tables.keep(story, tally, scene, asked)
            self._held.pop(story, None)
            self._old.pop(story, None)
            self._heed(1)

    def _told(self, story: int) -> tuple[Tally, Scene, dict[str, int]]:
        """What a story is counted for, who is in it, and the keys it asked about."""
        heard = self._read(story)
        own = heard.own
        self._tables.load(windows(heard.names))
        several = {candidate.key for candidate in own if not candidate.single}
        tally = Tally(heard.sums(), heard.shorts, sorted(within.surnames(heard.kinds or {}, several)))
        within.override(heard.names, own, self._ledger.bearer)
        tally.accepted = _accepted(own)
        asked = {key: packed(sums) for key, sums in tally.sums.items()}
        after = rescan(heard.names, own, _Asking(self._ledger, asked))
        within.override(heard.names, after)
        after = [candidate for candidate in after if candidate.kind != NONE]
        keys, resolved = within.fullest(heard.names, after, heard.shorts, self._wanted.parted)
        nodes = [(candidate.kind, key) for candidate, key in zip(after, keys, strict=True)]
        for key in keys:
            asked.setdefault(key, 0)
        tally.longs = list(dict.fromkeys((*heard.shorts, *resolved)))
        scene, tally.shares = scene_of(heard, after, nodes)
        return tally, scene, asked

    def _count_nodes(self, old: Tally | None, new: Tally | None) -> None:
        if old is not None and new is not None and old.longs == new.longs and old.shares == new.shares:
            return
        for tally, sign in ((old, -1), (new, 1)):
            if tally is None:
                continue
            for short, long in tally.longs:
                self._count_long(short, long, sign)
            for share in tally.shares:
                self._count_share(share, sign)

    def _count_share(self, share: Share, sign: int) -> None:
        bearing = self._tables.change(share.node)
        if not bearing.stories:
            self._tables.list_in(share.node, groups_of(share.node, dominant(self._tables.stands_for(share.node[1]))))
        bearing.stories += sign
        bearing.mentions += sign * share.mentions
        for counts, given in (
            (bearing.written, share.written),
            (bearing.titled, share.titled),
            (bearing.words, dict.fromkeys(share.words, 1)),
        ):
            for text, count in given.items():
                counts[text] = counts.get(text, 0) + sign * count
                if not counts[text]:
                    del counts[text]
        self._touched.nodes.add(share.node)

    def _count_long(self, short: str, long: str, sign: int) -> None:
        """Count what a short form stands for; where that changes, its nodes are listed elsewhere."""
        before = dominant(self._tables.stands_for(short))
        self._tables.count_short(short, long, sign)
        after = dominant(self._tables.stands_for(short))
        if before == after:
            return
        for kind in (within.ORGANISATION, within.PLACE):
            node = (kind, short)
            if self._tables.node(node) is not None:
                out = set(groups_of(node, before)) - set(groups_of(node, after))
                self._tables.list_in(node, groups_of(node, after), out)
            # What it stood for may be asked for by name, whether or not it is written so anywhere.
            self._touched.nodes.update((kind, key) for key in (short, before, after) if key)

    # ------------------------------------------------------------------------------------------------------- stories

    def _before(self, story: int) -> Tally | None:
        if story not in self._old:
            if len(self._old) >= _HELD:
                return self._tables.tally(story)
            self._old[story] = self._tables.tally(story)
        return self._old[story]

    def _hear(self, story: int) -> Heard:
        """A story boiled down; some are held until they are done with."""
        heard = self._held.get(story)
        if heard is None:
            heard = self._tables.heard(story)
            heard.kinds = None  # those of an earlier update
            if len(self._held) < _HELD:
                self._held[story] = heard
        return heard

    def _read(self, story: int) -> Heard:
        """A story with its candidates as the vote decides them."""
        heard = self._hear(story)
        if heard.kinds is None:
            sums = heard.sums()
            self._tables.load(sums)
            heard.kinds = {key: self._ledger.decide(key, each) for key, each in sums.items()}
        for candidate in heard.own:
            candidate.kind = heard.kinds[candidate.key]
        return heard


class _Asking:
    """What all stories say, with a note of what was asked."""

    def __init__(self, ledger: Ledger, asked: dict[str, int]) -> None:
        self._ledger = ledger
        self._asked = asked
        self._standings: dict[str, Standing] = {}

    def standing(self, key: str) -> Standing:
        found = self._standings.get(key)
        if found is None:
            found = self._standings[key] = self._ledger.standing(key)
            self._asked.setdefault(key, 0)
        return found

    def weight(self, key: str) -> Weight:
        self._asked.setdefault(_WEIGHT + key, 0)
        return self._ledger.weight(key)


def _accepted(own: list[Candidate]) -> dict[str, int]:
    found: dict[str, int] = {}
    for candidate in own:
        if candidate.kind != NONE:
            found[candidate.key] = found.get(candidate.key, 0) + 1
    return found
