"""A folder of documents together with what is known to be in them, and the command as a stranger would run it."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

HOLD = Path(__file__).with_name("seeds_hold.json")
SEEDS = Path(__file__).resolve().parent.parent / "seeds"


def wireside(*arguments: str | Path, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
    """Run the command, as `wireside ARGUMENTS` in a shell without a terminal."""
    command = [sys.executable, "-m", "tui", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, input=stdin, check=False)


def records(*arguments: str | Path) -> list[dict[str, Any]]:
    """What the command says as JSON, one object a line, with neither cache nor marks."""
    done = wireside(*arguments, "--json", "--no-cache", "--no-marks")
    assert done.returncode in (0, 1), done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


@dataclass
class World:
    """The documents in `folder`, and what is held of them: as in seeds_hold.json, its lines those of `unwrapped`."""

    folder: Path
    hold: dict[str, Any]
    unwrapped: dict[str, list[str]]

    def lines(self, file: str, numbers: list[int]) -> list[str]:
        """The texts of these lines of a document, bullets and outer space taken off."""
        return [self.unwrapped[file][number - 1].strip().removeprefix("•").strip() for number in numbers]

    @cached_property
    def stories(self) -> list[dict[str, Any]]:
        return records("list", self.folder)

    @cached_property
    def by_key(self) -> dict[str, dict[str, Any]]:
        """The stories found, by the key that the expectations give them: file and part."""
        known = {(s["file"], s["part"]): s["key"] for s in self.hold["stories"]}
        return {known[Path(s["path"]).name, s["part"]]: s for s in self.stories}

    @cached_property
    def key_of(self) -> dict[str, str]:
        return {story["id"]: key for key, story in self.by_key.items()}


def seeds_as_they_are() -> World:
    """The sample corpus of this project."""
    texts = {path.name: path.read_text("utf-8").splitlines() for path in sorted(SEEDS.glob("*.txt"))}
    return World(SEEDS, json.loads(HOLD.read_text("utf-8")), texts)
