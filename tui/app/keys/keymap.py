"""The reader's own keys: a TOML file of `"stories.open" = "enter,l"`, checked for clashes before it is used."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from tui.app.keys.table import BY_ID, KEYS, shown

# newsboat's hands: its keys where ours differ, and ours moved out of their way.
NEWSBOAT: Mapping[str, str] = {
    "stories.fold": "d,z",
    "stories.fold_all": "D,Z",
    "everywhere.zoom": "x",
    "everywhere.next_point": "n,right_square_bracket",
    "everywhere.previous_point": "p,left_square_bracket",
    "everywhere.next_hit": "ctrl+n",
    "everywhere.previous_hit": "ctrl+p",
    "everywhere.palette": ":,f2",
    "everywhere.rescan": "R,f5",
    "everywhere.write": "s,w",
    "everywhere.pager": "E,e",
    "stories.read": "N,r",
    "stories.sort": "ctrl+s",
}
PRESETS: Mapping[str, Mapping[str, str]] = {"newsboat": NEWSBOAT}
SHARED = ("everywhere", "lines")
ALWAYS = "ctrl+q"


class Keymap(NamedTuple):
    """Keys by id, and one line for everything that is wrong with the file."""

    keys: Mapping[str, str] = MappingProxyType({})
    complaints: tuple[str, ...] = ()


def path() -> Path:
    """Where the keymap file is looked for."""
    from platformdirs import user_config_path  # noqa: PLC0415  only the start of the program asks

    return user_config_path("wireside", appauthor=False) / "keys.toml"


def read(file: Path) -> Keymap:
    """The keymap of this file; an empty one where there is no file, and a complaint where it cannot be read."""
    try:
        text = file.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Keymap()
    except (OSError, UnicodeDecodeError) as error:
        return Keymap(complaints=(f"{file}: {error}",))
    import tomllib  # noqa: PLC0415  most readers have no such file

    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return Keymap(complaints=(f"{file}: {error}",))
    return checked(table)


def checked(table: Mapping[str, object]) -> Keymap:
    """The keymap that a table asks for: `preset`, then ids with their keys. What is wrong is left out and told."""
    keys: dict[str, str] = {}
    complaints: list[str] = []
    preset = table.get("preset")
    if preset is not None:
        if preset in PRESETS:
            keys |= PRESETS[str(preset)]
        else:
            complaints.append(f"There is no preset {preset!r}; there is {', '.join(PRESETS)}.")
    for id, wanted in _flat({name: value for name, value in table.items() if name != "preset"}):
        if id not in BY_ID:
            complaints.append(f"{id} is no name of a key.")
        elif not isinstance(wanted, str) or not wanted.strip():
            complaints.append(f"{id} needs keys between quotes, with commas between them.")
        else:
            keys[id] = wanted.replace(" ", "")
    return Keymap(keys, (*complaints, *clashes(keys)))


def clashes(keys: Mapping[str, str]) -> list[str]:
    """One line for each key that would do two things in the same place."""
    taken: dict[tuple[str, str], str] = {}
    found = []
    for key in KEYS:
        for name in (keys.get(key.id) or key.keys).split(","):
            if name == ALWAYS:
                found.append(f"{shown(name)} always quits; {key.id} cannot have it.")
            before = taken.setdefault((key.where, name), key.id)
            if before != key.id:
                found.append(f"{shown(name)} is asked for by {before} and by {key.id}.")
    for (where, name), id in taken.items():
        if where in SHARED or not (id in keys or any(taken.get((s, name)) in keys for s in SHARED)):
            continue
        for shared in SHARED:
            other = taken.get((shared, name))
            if other is not None:
                found.append(f"In {where}, {shown(name)} is {id} and hides {other}.")
    return found


def _flat(table: Mapping[str, object], before: str = "") -> list[tuple[str, object]]:
    """Ids and their values: `[stories] open = "x"` says the same as `"stories.open" = "x"`."""
    found: list[tuple[str, object]] = []
    for name, value in table.items():
        if isinstance(value, dict):
            found += _flat(value, f"{before}{name}.")
        else:
            found.append((f"{before}{name}", value))
    return found
