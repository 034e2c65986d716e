"""How far a build is, in words: for the bottom line of the screen, and for a terminal while a command waits."""

from __future__ import annotations

from tui.library.changes import Pass, Stage

_DOING = {
    Pass.WAITING: "waiting for another Wireside",
    Pass.LOOKING: "looking for files",
    Pass.READING: "reading",
    Pass.MEASURING: "measuring stories",
    Pass.RELATING: "finding copies",
    Pass.NAMING: "finding names",
    Pass.CASTING: "sorting out who is who",
}


def said(stage: Stage, dot: str = "·") -> str:
    """How far it is: `reading 3 of 40 files · 2,340 stories · 480/s · 14 s left`."""
    doing = _DOING[stage.name]
    counts = f"{stage.done:,} of {stage.total:,}" if stage.total else f"{stage.done:,}" if stage.done else ""
    if counts and stage.name is Pass.READING:
        counts += " file" if stage.total == 1 else " files"
    parts = [f"{doing} {counts}".rstrip()]
    if stage.stories:
        parts.append("1 story" if stage.stories == 1 else f"{stage.stories:,} stories")
    if stage.rate >= 1:
        parts.append(f"{stage.rate:,.0f}/s")
    if stage.left is not None and stage.left >= 1:
        parts.append(f"{lasting(stage.left)} left")
    return f" {dot} ".join(parts)


def lasting(seconds: float) -> str:
    """A time as one would say it: `14 s`, `3 min`, `2 h`."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5400 else f"{seconds / 3600:.0f} h"
