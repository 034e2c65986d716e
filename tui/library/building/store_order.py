"""Writing what holds over all stories: settled ids, the order of time, the summary; and what is left to do."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence

from tui.library.building.store import Store, Stored
from tui.model import Verdict
from tui.model.dates import LONGEST_INTERVAL

# Stories that wait for their names, or for those that another pipeline finds.
UNNAMED = "FROM stories s LEFT JOIN names n ON n.number = s.number WHERE n.finder IS NOT ?"


def settle_ids(store: Store) -> list[int]:
    """Give stories of the same text the ids KEY, KEY-2, KEY-3 in the order of paths; whose id this changed."""
    rows = store.connection.execute(
        "SELECT s.key, s.id, s.number FROM stories s JOIN documents d ON d.number = s.document"
        " JOIN files f ON f.number = d.file WHERE s.key IN (SELECT key FROM stories WHERE id <> key)"
        " ORDER BY s.key, f.path, d.member, s.part, s.number"
    ).fetchall()
    wanted: list[tuple[str, int]] = []
    seen: dict[str, int] = {}
    for key, id, number in rows:
        seen[key] = seen.get(key, 0) + 1
        settled = key if seen[key] == 1 else f"{key}-{seen[key]}"
        if settled != id:
            wanted.append((settled, number))
    store.connection.executemany("UPDATE stories SET id = '?' || number WHERE number = ?", [(n,) for _, n in wanted])
    store.connection.executemany("UPDATE stories SET id = ? WHERE number = ?", wanted)
    return [number for _, number in wanted]


def set_order(store: Store) -> None:
    """Write down the order of time of all stories, what they are to one another in numbers, and the summary."""
    store.order.renew(store.set_meta)
    set_ties(store)
    set_summary(store)


def update_order(store: Store, stored: Stored) -> None:
    """Put the stories of one writing where they stand in the order of time, and write the summary."""
    if stored:
        store.order.update(stored.added + stored.changed, stored.gone, store.set_meta)
    if stored.gone:
        set_ties(store)
    set_summary(store)


def set_ties(store: Store) -> None:
    """Write down how many copies, groups and events there are, and the largest of both."""
    row = store.connection.execute(
        "SELECT (SELECT count(*) - count(DISTINCT first) FROM groups), (SELECT count(DISTINCT first) FROM groups),"
        " (SELECT count(*) FROM (SELECT 1 FROM events e JOIN stories s ON s.number = e.story"
        " GROUP BY e.first HAVING count(DISTINCT s.first) > 1)),"
        " (SELECT max(copies) FROM stories), (SELECT max(reports) FROM stories)"
    ).fetchone()
    store.set_meta("ties", json.dumps(row))


def set_summary(store: Store) -> None:
    """Write down what is loaded."""
    months = store.connection.execute("SELECT month, stories FROM months WHERE stories > 0 ORDER BY month").fetchall()
    ties = store.meta("ties")
    copies, groups, events = json.loads(ties)[:3] if isinstance(ties, str) else (0, 0, 0)
    stories, files, problems = store.connection.execute(
        "SELECT (SELECT count(*) FROM stories), (SELECT count(*) FROM files WHERE stories > 0),"
        " (SELECT count(*) FROM problems)"
    ).fetchone()
    first, last = (_day(store, month, which) for month, which in ((months[:1], "min"), (months[-1:], "max")))
    store.set_meta("summary", json.dumps([stories, files, copies, groups, events, problems, first, last, months]))


def _day(store: Store, months: Sequence[tuple[int, int]], which: str) -> int | None:
    """The first ("min") or the last ("max") day of the stories of this month, None where there is no month."""
    if not months:
        return None
    month = months[0][0]
    begins = dt.date(month // 12, month % 12 + 1, 1).toordinal()
    row = store.connection.execute(
        f"SELECT {which}(coalesce(day, {'earliest' if which == 'min' else 'latest'})) FROM stories"
        " WHERE month = ? AND earliest BETWEEN ? AND ?",
        (month, begins - LONGEST_INTERVAL.days, begins + 31),
    ).fetchone()
    return None if row is None else row[0]


def unnamed(store: Store, finder: str = "") -> int:
    """How many stories wait for their names as found by a pipeline, "" for the tagger that ships."""
    return int(store.connection.execute(f"SELECT count(*) {UNNAMED}", (finder,)).fetchone()[0])


def held_verdicts(store: Store, verdicts: Sequence[Verdict]) -> tuple[Verdict, ...]:
    """The verdicts on stories of this library: the reader's word spans all of his libraries."""
    keys = json.dumps(sorted({key for verdict in verdicts for key in (verdict.left, verdict.right)}))
    rows = store.connection.execute("SELECT key FROM stories WHERE key IN (SELECT value FROM json_each(?))", (keys,))
    held = {row[0] for row in rows}
    return tuple(verdict for verdict in verdicts if {verdict.left, verdict.right} <= held)
