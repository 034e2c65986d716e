"""The second pass: what the stories are to one another."""

from __future__ import annotations

from tui.library.asking.listing import summary
from tui.library.building.store import Stored
from tui.library.building.store_order import held_verdicts, set_order
from tui.library.building.work import Work, digest
from tui.library.changes import Pass, Stage


def relate_all(work: Work) -> None:
    """Relate the stories, where they or the reader's verdicts have changed."""
    store = work.store
    verdicts = held_verdicts(store, work.word.verdicts)
    basis = f"{store.meta('texts') or 0}/{digest(verdicts)}"
    if store.meta("related") == basis:
        return
    from tui.library.building.store_ties import items, store_relations  # noqa: PLC0415  nothing to relate, nothing to load
    from tui.relate.relate import relate  # noqa: PLC0415

    work.go_on()
    total = summary(store.connection).stories
    work.tell(Stage(Pass.RELATING, 0, total))
    relations = relate(items(store), verdicts)
    with work.writing():
        changed = store_relations(store, relations)
        set_order(store)
        store.set_meta("related", basis)
    work.tell(Stage(Pass.RELATING, total, total))
    work.say(Stored(changed=changed))
