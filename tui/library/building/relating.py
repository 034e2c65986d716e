"""The second pass: what the stories are to one another, looked at where something came, changed or went."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.library.building.progress import Progress
from tui.library.building.store import Stored
from tui.library.building.store_order import held_verdicts, set_order, set_summary, set_ties
from tui.library.building.work import Work
from tui.library.changes import Pass
from tui.model import Verdict

if TYPE_CHECKING:
    from tui.relate.relate import Happened

# So many stories are related at once; what has been related stays when the rest is broken off.
_AT_ONCE = 32_768


def relate_all(work: Work) -> None:
    """Relate the stories that wait for it, and those of which the reader says something else than before."""
    store = work.store
    verdicts = held_verdicts(store, work.word.verdicts)
    said = _said(store.meta("verdicts"))
    spoken = {key for verdict in said ^ {*verdicts} for key in (verdict.left, verdict.right)}
    if not spoken and not store.connection.execute("SELECT 1 FROM unrelated LIMIT 1").fetchone():
        return
    from tui.library.building.store_ties import settled, waiting  # noqa: PLC0415  nothing to relate, nothing to load
    from tui.relate.relate import Happened  # noqa: PLC0415

    left = waiting(store)
    if not left and not spoken:
        with work.writing():
            settled(store)
        return
    progress = Progress(Pass.RELATING, len(left.come) or 1, work.tell)
    for begin in range(0, len(left.come) or 1, _AT_ONCE):
        come = left.come[begin : begin + _AT_ONCE]
        first = begin == 0
        happened = Happened(come, left.gone if first else (), verdicts, spoken if first else (), left.shaken)
        work.say(Stored(changed=_relate(work, happened, _steps(work, progress, len(come) or 1))))
    with work.writing():
        settled(store)


def _relate(work: Work, happened: Happened, step: Callable[[float], None]) -> list[int]:
    """Let what happened act on what the library holds, in one transaction; the stories that it changed."""
    from tui.library.building.store_kept import KeptInLibrary  # noqa: PLC0415
    from tui.library.building.store_ties import settled, store_related  # noqa: PLC0415
    from tui.relate.relate import relate_changes  # noqa: PLC0415

    store = work.store
    with work.writing():
        kept = KeptInLibrary(store.connection)
        kept.add_known(happened.come)
        changed = store_related(store, kept, relate_changes(kept, happened, step), happened.gone)
        settled(store, [*happened.come, *happened.gone])
        store.set_meta("verdicts", json.dumps([[said.left, said.right, said.same] for said in happened.verdicts]))
        if len(changed) > _AT_ONCE // 2:
            set_order(store)
        else:
            store.order.update(changed, (), store.set_meta)
            set_ties(store)
            set_summary(store)
    return changed


def _steps(work: Work, progress: Progress, total: int) -> Callable[[float], None]:
    """What to call with the part that is done: it tells how many stories that is, and may end the work."""
    told = 0

    def step(done: float) -> None:
        nonlocal told
        work.go_on()
        if (now := int(done * total)) > told:
            progress.step(now - told)
            told = now

    return step


def _said(kept: object) -> set[Verdict]:
    """The verdicts that the library was related by."""
    return {Verdict(*row) for row in json.loads(kept)} if isinstance(kept, str) else set()
