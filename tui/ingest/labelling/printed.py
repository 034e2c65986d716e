"""What browsers print along the head and the foot of each page: when it was printed, its title, its address.

Chrome and its kin print `6/19/24, 8:41 AM   TITLE` above and `ADDRESS   1/3` below; Firefox prints `TITLE   ADDRESS`
above and `1 of 3   6/19/24, 8:41 AM` below.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tui.ingest.labelling.furniture import Furniture
from tui.ingest.labelling.passages import Passage
from tui.text.calendar import dates

_MOMENT = r"(?P<day>\d{1,4}[./-]\d{1,2}[./-]\d{2,4}),?\s\d{1,2}[:.]\d\d(?:\s?[AaPp]\.?[Mm]\.?)?"
_ADDRESS = r"(?:(?P<url>https?://\S+)|file://\S+)"
# A foot, and the head that goes with it.
_FORMS = (
    (re.compile(rf"{_ADDRESS}\s+\d{{1,4}}/\d{{1,4}}"), re.compile(rf"{_MOMENT}\s+(?P<title>\S.*)")),
    (
        re.compile(rf"\d{{1,4}}\s(?:of|von|sur|de|di|van|/)\s\d{{1,4}}\s+{_MOMENT}"),
        re.compile(rf"(?P<title>\S.*?)(?<!\s)\s++{_ADDRESS}"),
    ),
)
_FEET = frozenset("hf0123456789")  # what a foot begins with
_SITE = re.compile(r".+\s[-–—|•·]\s(?P<site>[^-–—|•·]{2,40})")
_LONGEST_SITE = 5  # words


class Printed(NamedTuple):
    """What the printing tells: its day (None where figures may mean several), the site's name, the page's address.

    The site is empty where the title names none.
    """

    day: dt.date | None
    site: str
    url: str


NOT_PRINTED = Printed(None, "", "")


def browser_lines(lines: Iterable[str]) -> dict[str, re.Match[str]]:
    """Those of some lines that a browser prints along pages, with what they hold. Without a foot there is no head."""
    texts = [line.strip() for line in lines]
    below = [text for text in texts if text[:1] in _FEET]
    for foot, head in _FORMS:
        feet = {text: match for text in below if (match := foot.fullmatch(text))}
        if feet:
            return feet | {text: match for text in texts if (match := head.fullmatch(text))}
    return {}


def printed(passages: Sequence[Passage]) -> Printed:
    """What a document's print lines tell, NOT_PRINTED where it has none; they become furniture."""
    found = browser_lines(passage.text for passage in passages)
    if not found:
        return NOT_PRINTED
    for passage in passages:
        if passage.text in found:
            passage.furniture = Furniture.MARK
    said: dict[str, str] = {}
    for match in found.values():
        for name, value in match.groupdict().items():
            said.setdefault(name, value or "")
    days = dates(said.get("day", ""))
    site = _SITE.fullmatch(said.get("title", ""))
    named = site["site"].strip() if site and len(site["site"].split()) <= _LONGEST_SITE else ""
    return Printed(days[0].day if days else None, named, said.get("url", ""))
