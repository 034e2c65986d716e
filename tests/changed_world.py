"""The seeds in another world: people, parties and places renamed, every date 52 weeks earlier, lines wrapped anew.

The program must do as well there as on the seeds themselves; whatever comes out right only for names or dates that it
happens to know, comes out wrong here. 52 weeks keep the days of the week.
"""

from __future__ import annotations

import json
import re
import textwrap
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from world import HOLD, SEEDS, World

EARLIER = timedelta(weeks=52)

WORDS = {
    # people
    "Mark": "Paul", "R.": "T.", "Warner": "Hensley", "Marco": "Dario", "Rubio": "Velasco",
    "Imran": "Tarek", "Khan": "Osmani", "Joe": "Walt", "Biden": "Kessler",
    "Mumtaz": "Nadira", "Zahra": "Salma", "Baloch": "Qorvan", "Susan": "Helen", "Wild": "Marsh",
    "John": "Peter", "James": "Adams", "Donald": "Gordon", "Blome": "Trask", "Yasmin": "Laila", "Rashid": "Bashari",
    "Shah": "Amir", "Mehmood": "Dawud", "Qureshi": "Sheraz", "Sherry": "Ruby", "Rehman": "Tarvani",
    "Sharjeel": "Jawad", "Inam": "Karim", "Memon": "Sodhar", "Greg": "Neil", "Casar": "Ramos",
    "Jim": "Tom", "McGovern": "McAllister", "Summer": "Autumn", "Lee": "Park",
    "Richard": "Edward", "Lindsay": "Bramley", "Mohammad": "Yusuf", "Sadiq": "Hakim",
    "Priya": "Divya", "Aman": "Rohan", "Sarah": "Emily", "Vikram": "Suresh", "Karthik": "Mahesh",
    # parties and armed groups
    "Tehreek-e-Insaf": "Junbish-e-Adl", "PTI": "VJA", "PTI's": "VJA's", "PPP": "VAL",
    "Tehreek-e-Taliban": "Lashkar-e-Sahra", "TTP": "LSV", "BLA": "ZLA",
    # places: one state and what lies in it is made up, two well-known ones change places
    "Pakistan": "Varkana", "Pakistani": "Varkani", "Islamabad": "Shirabad", "ISLAMABAD": "SHIRABAD",
    "Rawalpindi": "Gulpindi", "Sindh": "Rudbar", "Balochistan": "Zarhistan", "Afghanistan": "Torland",
    "Kabul": "Morav", "India": "Candria", "Delhi": "Saro", "Virginia": "Cumbria",
    "US": "UK", "UK": "US", "Washington": "London", "London": "Washington",
    "American": "British", "British": "American",
}  # fmt: skip
PHRASES = {"United States": "United Kingdom", "United Kingdom": "United States"}

_ISO = r"\d{4}-\d\d-\d\d"
_LONG = r"\d{1,2} (?:January|October) \d{4}|May \d{1,2}, \d{4}"
_MONTH_DAY = r"Jan 24|October 3(?!\d)"
_YEAR = r"20\d\d"
_NAME = r"\w+(?:-e-\w+)?\.?"
_PIECE = re.compile(f"{_ISO}|{_LONG}|{_MONTH_DAY}|{'|'.join(PHRASES)}|{_YEAR}|{_NAME}")


def change(text: str) -> str:
    """The text as the other world writes it."""
    return _PIECE.sub(lambda found: _changed(found[0]), text)


def _changed(piece: str) -> str:
    if re.fullmatch(_ISO, piece):
        return str(date.fromisoformat(piece) - EARLIER)
    for form in ("%d %B %Y", "%B %d, %Y"):
        if re.fullmatch(_LONG, piece) and (day := _read(piece, form)):
            return (day - EARLIER).strftime(form)
    if re.fullmatch(_MONTH_DAY, piece):
        year, form = (2026, "%b %d") if piece.startswith("Jan ") else (2024, "%B %d")
        day = datetime.strptime(f"{piece} {year}", f"{form} %Y").date() - EARLIER
        return f"{day:%b} {day.day}" if form == "%b %d" else f"{day:%B} {day.day}"
    if re.fullmatch(_YEAR, piece):
        return str(int(piece) - 1)
    if piece in PHRASES:
        return PHRASES[piece]
    bare = piece.rstrip(".")
    return WORDS.get(piece) or WORDS.get(bare, bare) + piece[len(bare) :]


def _read(text: str, form: str) -> date | None:
    try:
        return datetime.strptime(text, form).date()
    except ValueError:
        return None


def wrap(text: str, width: int = 76) -> str:
    """The text with every line wrapped; lines that fit, blank ones too, stay as they are."""
    return "\n".join(
        piece
        for line in text.split("\n")
        for piece in (textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False) or [line])
    )


def changed_hold() -> dict[str, Any]:
    """The expectations of seeds_hold.json, names and dates changed."""

    def walk(value: Any) -> Any:
        if isinstance(value, dict):
            return {name if name in held else change(name): walk(inner) for name, inner in value.items()}
        if isinstance(value, list):
            return [walk(inner) for inner in value]
        if isinstance(value, str) and value not in fixed:
            return change(value)
        return value

    hold = json.loads(HOLD.read_text("utf-8"))
    held = set(hold) | {name for story in hold["stories"] for name in story} | {"kind", "aliases", "in"}
    fixed = {story["key"] for story in hold["stories"]} | {story["file"] for story in hold["stories"]}
    changed: dict[str, Any] = walk(hold)
    return changed


def changed_seeds(folder: Path, *, width: int = 76) -> World:
    """Write the changed documents into the folder; what is expected of them comes with it."""
    unwrapped = {}
    for path in sorted(SEEDS.glob("*.txt")):
        text = change(path.read_text("utf-8"))
        unwrapped[path.name] = text.splitlines()
        (folder / path.name).write_text(wrap(text, width), encoding="utf-8")
    return World(folder, changed_hold(), unwrapped)
