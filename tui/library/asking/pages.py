"""The first page of what the text index finds, in order of time, without collecting all that it finds.

The index gives stories by their numbers, not by their dates. What is rare is collected whole and sorted. What stands
in most stories is looked for story by story from the first one on: a page of it is soon full.
"""

from __future__ import annotations

import json
import re
import sqlite3

import numpy as np

from tui.library.asking.timeline import Mask, Timeline, numbers_in
from tui.library.file.numbersets import IN_JSON

_MATCH = "SELECT rowid AS number FROM texts WHERE texts MATCH ?"
_AMONG = f"{_MATCH} AND rowid {IN_JSON}"
_SAMPLE = 2000  # stories after which it is known how frequent something is
_FREQUENT = 0.3  # of the stories from which on it is quicker to look story by story
_FIRST, _MOST = 64, 400  # stories that are looked at at first, and at most
_INDEXED = 3  # letters of a beginning that the index has lists of; longer ones it must put together at every look
_BEGINNING = re.compile(r'(\S+)" \*')


def earliest(
    connection: sqlite3.Connection, sought: str, timeline: Timeline, among: Mask | None, most: int
) -> list[int]:
    """The first `most` stories that an expression of the index finds among these (None: all), in order of time."""
    if among is not None:
        few = int(among.sum())
        if not few:
            return []
        if few <= _FIRST and _is_indexed(sought):
            return _of_these(connection, sought, timeline.those(among))[:most]
    sample = numbers_in(connection, f"{_MATCH} LIMIT {_SAMPLE}", (sought,))
    if len(sample) == _SAMPLE:
        share = _SAMPLE / max(int((timeline.numbers <= sample[-1]).sum()), _SAMPLE)
        if share >= _FREQUENT and _is_indexed(sought):
            found = _one_by_one(connection, sought, timeline, among, most)
            if found is not None:
                return found
        sample = numbers_in(connection, _MATCH, (sought,))
    places = timeline.places(sample)
    if among is not None:
        places = places[among[places]]
    if len(places) > most:
        places = np.partition(places, most - 1)[:most]
    places.sort()
    found_all: list[int] = timeline.numbers[places].tolist()
    return found_all


def _one_by_one(
    connection: sqlite3.Connection, sought: str, timeline: Timeline, among: Mask | None, most: int
) -> list[int] | None:
    """The first stories found, in order of time; None where they stand too far apart."""
    numbers = timeline.numbers if among is None else timeline.numbers[np.flatnonzero(among)]
    found: list[int] = []
    at, step = 0, _FIRST
    while at < min(len(numbers), _MOST):
        found += _of_these(connection, sought, numbers[at : at + step].tolist())
        at += step
        if len(found) >= most:
            return found[:most]
        # How many more stories a full page takes, as far as the first ones tell.
        left = (most - len(found)) * at // max(len(found), 1)
        if at + left > _MOST:
            break
        step = max(left, _FIRST // 2)
    return found if at >= len(numbers) else None


def _of_these(connection: sqlite3.Connection, sought: str, numbers: list[int]) -> list[int]:
    """Which of these stories the index finds, in their order."""
    found = set(numbers_in(connection, _AMONG, (sought, json.dumps(numbers))).tolist())
    return [number for number in numbers if number in found]


def _is_indexed(sought: str) -> bool:
    """Whether the index can look at one story at once: it has a list for each word and each beginning."""
    return all(len(match[1]) <= _INDEXED for match in _BEGINNING.finditer(sought))
