"""Make screenshots/*.svg from seeds/, the same to the byte at every run.

    python tests/screenshots.py [--check] [NAME...]

Each picture is a short session in the program itself: a size, a theme, keys, and what must stand on the screen before
it is taken. With --check nothing is written; the status is 1 when a picture is no longer what the program shows.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import re
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Input

from tui.app.app import Wireside
from tui.app.paint.theme import DARK, LIGHT

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "screenshots"
PATIENCE = 120.0

# What the export names after a running number of the process or after the terminal's font service.
_FONTS = re.compile(r"\s*@font-face \{.*?\}\n", re.DOTALL)


@dataclass(frozen=True)
class Scene:
    """A picture: `steps` are keys to press (`text:` types), or, after `until:`, what the screen must show to go on."""

    name: str
    size: tuple[int, int]
    steps: tuple[str, ...]
    light: bool = False


READY = ("until:1 event", "until:PEOPLE")
SCENES = (
    Scene("desk", (160, 45), READY),
    Scene("copies", (140, 40), (*READY, "G", "c", "until:Same copy")),
    Scene("paragraphs", (140, 40), (*READY, "G", "c", "until:Same copy", "v", "v", "v", "until:kept")),
    Scene("event", (140, 40), (*READY, "c", "until:Same event")),
    Scene("actor", (160, 45), (*READY, "4", "slash", "text:Rubio", "enter", "space", "until:2 of 6")),
    Scene("search", (160, 45), (*READY, "slash", 'text:"diplomatic norms" OR militan*', "until:2 of 6")),
    Scene("narrow", (60, 15), ("until:1 event", "j", "enter", "until:counterproductive")),
    Scene("light", (140, 40), (*READY, "j", "until:Democratic", "2", "v", "v", "until:Follow"), light=True),
)


def shown(pilot: Pilot[None]) -> str:
    """The text on the screen, line by line."""
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)


async def wait(pilot: Pilot[None], text: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while text not in shown(pilot):
        if time.monotonic() > deadline:
            raise SystemExit(f"waited in vain for {text!r}; the screen shows:\n{shown(pilot)}")
        await pilot.pause(0.05)


async def still(pilot: Pilot[None]) -> None:
    """Wait until nothing is running and the screen has not changed for a while."""
    before, same = "", 0
    while same < 12:
        await pilot.pause(0.1)
        now = shown(pilot)
        same = same + 1 if now == before else 0
        before = now


async def picture(scene: Scene) -> str:
    app = Wireside(["seeds"], cache=False, marks=False)
    app.theme = (LIGHT if scene.light else DARK).name
    async with app.run_test(size=scene.size) as pilot:
        for step in scene.steps:
            kind, _, text = step.partition(":")
            if kind == "until" and text:
                await wait(pilot, text)
            elif kind == "text" and text:
                await pilot.press(*text)
            else:
                await pilot.press(step)
        for field in app.screen.query(Input):
            field.cursor_blink = False
        await still(pilot)
        svg = app.export_screenshot(title="Wireside")
    return _FONTS.sub("\n", svg)


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("names", nargs="*", help="only these pictures")
    options.add_argument("--check", action="store_true", help="write nothing, compare")
    chosen = options.parse_args()
    os.chdir(ROOT)
    stale = []
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {f"XDG_{name}_HOME": f"{home}/{name}" for name in ("CACHE", "DATA", "CONFIG", "STATE")}
        os.environ |= {"TEXTUAL_ANIMATIONS": "none", "TZ": "UTC"}
        os.environ.pop("NO_COLOR", None)
        PICTURES.mkdir(exist_ok=True)
        for scene in SCENES:
            if chosen.names and scene.name not in chosen.names:
                continue
            svg = asyncio.run(picture(scene))
            path = PICTURES / f"{scene.name}.svg"
            if not chosen.check:
                path.write_text(svg, encoding="utf-8")
            elif not path.exists() or path.read_text("utf-8") != svg:
                stale.append(path.name)
    if stale:
        print("no longer what the program shows: " + ", ".join(stale), file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    raise SystemExit(main())
