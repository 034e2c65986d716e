"""The dateline grammar: place, date and agency in front of a story's first words, or on a line above them.

dateline   := [header] [agency] places [SEP date] [agency] TERM  |  places [","] date EOL  |  header
header     := "date" YYYY-MM-DD
places     := place ("/" place | " and " place)* ["," region]
date       := month day ["," year] | day month [year] | weekday
TERM       := ":" | " — " | " – " | " - " | "-- "
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from tui.ingest.labelling.agencies import AGENCIES, AGENCY, first_agency
from tui.text.calendar import MONTHS, WEEKDAYS, DateFound, dates
from tui.text.places import KNOWN_PLACES

_HEADER = re.compile(
    r"\s*date\s*:?\s*(?P<day>(?:19|20)\d\d-\d\d-\d\d)(?:[T ]\d\d:\d\d(?::\d\d)?Z?)?(?:\s+|$)", re.IGNORECASE
)

_CAP = r"[^\W\d_a-zß-öø-ÿ][\w'’.-]*"
_LINK = r"(?:de|del|da|do|di|du|la|las|los|le|el|al|am|an|der|den|im|upon|sur|of|the|and|y|e|et|und)"
_PLACE = rf"{_CAP}(?:[ -](?:{_LINK} ){{0,2}}{_CAP}){{0,4}}"
_REGION = rf",\s(?:[A-Z][\w.]*\.(?:[A-Z]\.)*|{_PLACE})"
_PLACES = rf"(?P<place>{_PLACE})(?P<more>(?:\s?/\s?{_PLACE}| and {_PLACE})*)(?P<region>{_REGION})?"
_MONTH = "|".join(sorted({re.escape(name) for name in MONTHS if name.isalpha()}, key=len, reverse=True))
_WEEKDAY = "|".join(sorted(map(re.escape, WEEKDAYS), key=len, reverse=True))
_DATE = (
    rf"(?:(?:{_WEEKDAY}),?\s+)?(?:(?:{_MONTH})\.?\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+(?:19|20)\d\d)?"
    rf"|\d{{1,2}}(?:st|nd|rd|th|\.|er)?\s+(?:de\s+)?(?:{_MONTH})\.?(?:\s+(?:de\s+)?(?:19|20)\d\d)?"
    rf"|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}|(?:19|20)\d\d-\d\d-\d\d)"
)
_AGENCY_PAR = rf"\((?P<NAME>{AGENCY}|[A-Z]{{2,6}}(?:[/-]\w{{2,5}})?)\)"
_TERM = r"(?P<term>\s?(?:—|–|--)\s?|\s-\s|\s?-\s|\.\s?(?:—|–|-)\s|\s?:\s)"

_AGENCY_BEFORE, _AGENCY_AFTER = _AGENCY_PAR.replace("NAME", "a1"), _AGENCY_PAR.replace("NAME", "a2")
_RUN_IN = re.compile(
    rf"^(?:{_AGENCY_BEFORE}\s+)?(?:{_PLACES})?(?:\s?[,.]?\s*\(?(?P<date>(?i:{_DATE}))\)?)?(?:\s*,?\s*{_AGENCY_AFTER})?"
    rf"(?:\s*,?\s*(?P<a3>{AGENCY}))?{_TERM}(?=[\"“„«'‘¿¡(\[]?[^\W_a-zß-öø-ÿ])"
)
_DATED = re.compile(r"\d|\(")
_AGENCY_LAST = frozenset(name.split()[-1] for name in AGENCIES)
_EDGES = " .,:;–—-()[]\"“”'’"
_TERM_AHEAD = re.compile(r"[—–:-]\s|—|--")
_AGENCY_FIRST = re.compile(rf"^\(?(?P<a1>{AGENCY})\)?\s?(?P<term>—|–|--|-)\s(?=[\"“„«'‘]?[^\W_a-z])")
_OWN_LINE = re.compile(
    rf"^\(?(?:{_AGENCY_BEFORE}\s+)?{_PLACES}(?:(?:,|\s?[-–—]|(?P<bare>\s))\s*(?:le |den |el "
    rf"|am )?(?P<date>(?i:{_DATE})))?"
    rf"(?:\s*[,.]?\s*\(?(?P<a2>{AGENCY})\)?)?\s*[.:—–-]*\)?$"
)
# What stands in front of a colon or a dash in capitals and is no place.
_NO_PLACE_WORDS = """
read watch related update updated breaking exclusive analysis opinion video photos photo gallery live listen dossier
explainer editorial comment commentary review interview feature correction editor note fact check factbox news alert
summary highlights key more also see follow poll quiz podcast column letter letters obituary profile report special
warning notice background context timeline q a faq tip what why how who when where by the an in on for source
sources image images credit caption published posted advertisement tags topics share subscribe download
"""
_NO_PLACE = frozenset(_NO_PLACE_WORDS.split())
# What stays small within the name of a place.
_SMALL_WORDS = "de del da do di du la las los le el al am an of the on upon"
_SMALL = frozenset(_SMALL_WORDS.split())


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline at the start of a text: its end, place in title case, agency, and date where it has one.

    `header` is True for a bare `date YYYY-MM-DD`; `end` is where the story's own words begin.
    """

    end: int
    place: str
    agency: str
    date: DateFound | None
    header: bool = False


def header(text: str) -> Dateline | None:
    """The explicit `date YYYY-MM-DD` that a text begins with."""
    match = _HEADER.match(text)
    if match is None:
        return None
    found = dates(match["day"])
    return Dateline(match.end(), "", "", found[0], header=True) if found else None


def run_in(text: str, trusted: bool, names: Callable[[str], bool]) -> Dateline | None:
    """The dateline that a paragraph begins with.

    `trusted` says that it stands where datelines stand (the first paragraph of the body, or behind a header);
    `names` tells whether the story's text elsewhere uses a word as a place's name.
    """
    head = text[:140]
    if not _TERM_AHEAD.search(head):
        return None
    match = _RUN_IN.match(head) or _AGENCY_FIRST.match(head)
    if match is None:
        return None
    part = match.groupdict()
    place, date, term = part.get("place") or "", part.get("date") or "", part["term"].strip()
    agency = part.get("a1") or part.get("a2") or part.get("a3") or ""
    if not (place or agency):
        return None
    region = part.get("region") or ""
    if place and not _believable(
        place, names, dated=bool(date), agency=agency, term=term, trusted=trusted, region=region
    ):
        return None
    return Dateline(match.end(), title_case(place), first_agency(agency) or agency, _date(date))


def own_line(text: str, words: int) -> Dateline | None:
    """The dateline that a line is as a whole: a place with a date or an agency."""
    if words > 10 or not (text[0].isupper() or text[0] == "(") or not _may_close(text):
        return None
    match = _OWN_LINE.match(text)
    if match is None or not (match["date"] or match["a1"] or match["a2"]):
        return None
    place = match["place"]
    if _is_no_place(place):
        return None
    known = place.casefold() in KNOWN_PLACES
    if not match["date"] and not (known or place.isupper()):
        return None
    # A name and a date with nothing between them may as well be an author's.
    if match["bare"] and not (known or place.isupper() or match["region"] or " " not in place):
        return None
    agency = match["a1"] or match["a2"] or ""
    return Dateline(len(text), title_case(place), first_agency(agency) or agency, _date(match["date"] or ""))


def _may_close(text: str) -> bool:
    """Whether a date may stand in a line, or an agency at its end, maybe with the letters of a desk behind it."""
    last = text.rsplit(" ", 1)[-1].strip(_EDGES)
    return last in _AGENCY_LAST or any(map(text.__contains__, "/&,-")) or _DATED.search(text) is not None


def title_case(place: str) -> str:
    """A place's name with capitals as names have them: LISBON → Lisbon, STOCKTON-ON-TEES → Stockton-on-Tees."""
    if not place.isupper() or len(place) <= 3:
        return place
    words = re.split(r"([\s/-]+)", place)
    return "".join(
        word.lower() if i and word.lower() in _SMALL else word[:1] + word[1:].lower() for i, word in enumerate(words)
    )


def _believable(
    place: str, names: Callable[[str], bool], *, dated: bool, agency: str, term: str, trusted: bool, region: str
) -> bool:
    if _is_no_place(place) or len(place) > 48:
        return False
    if dated or agency:
        return True
    known = place.casefold() in KNOWN_PLACES
    upper = place.isupper() and len(place) > 2
    if known and (upper or trusted):
        return True
    if not trusted:
        return upper and term != ":" and place.count(" ") < 3
    if upper:
        return place.count(" ") < 3
    if region and term != ":":
        return place.count(" ") < 2
    return place.count(" ") < 2 and names(place)


def _is_no_place(place: str) -> bool:
    first = re.split(r"[\s/-]", place.casefold(), maxsplit=1)[0].strip(".")
    return first in _NO_PLACE or first in WEEKDAYS or first in MONTHS


def _date(text: str) -> DateFound | None:
    found = dates(text, sure=True) if text else []
    return found[0] if found else None
