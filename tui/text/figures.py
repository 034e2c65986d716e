"""Figures that a text states: "40", "More than 40", "Forty", "$1.2 million", "12.5 per cent".

Years, dates, times of day, ordinals and numbers that only name a thing (Article 370, No. 5, F-16) are no figures.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tui.text.fold import UNSPACED


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure at text[start:end], `text` with its qualifier as written; `value` alone; `unit` folded, "" for a count.

    Units: "%", a currency code ("USD"), or a measure in the singular ("km", "year").
    """

    start: int
    end: int
    text: str
    value: float
    unit: str


_ONES_WRITTEN = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen"""
_TENS_WRITTEN = """twenty thirty forty fifty sixty seventy eighty ninety"""
_ONES = {word: n for n, word in enumerate(_ONES_WRITTEN.split())}
_DIGITS_WRITTEN = "|".join(word for word, n in _ONES.items() if 0 < n < 10)
_TENS = {word: 10 * n for n, word in enumerate(_TENS_WRITTEN.split(), start=2)}
_SMALL = _ONES | _TENS
_SCALES = {"hundred": 1e2, "thousand": 1e3, "lakh": 1e5, "million": 1e6, "crore": 1e7, "billion": 1e9, "trillion": 1e12}
_ABBREVIATED = {"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "bln": 1e9, "tn": 1e12}
_UNSPACED_SCALES = {"万": 1e4, "萬": 1e4, "亿": 1e8, "億": 1e8}
_OF_A_DATE = frozenset("年月日号號時时点點分")
_SIGNS = {"$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₽": "RUB", "₺": "TRY", "₩": "KRW", "₪": "ILS"}
_SIGNS |= {"us$": "USD", "a$": "AUD", "c$": "CAD", "rs": "INR", "rs.": "INR", "usd": "USD", "eur": "EUR", "gbp": "GBP"}
_UNITS = {
    "%": "% percent pct",
    "USD": "dollar dollars",
    "EUR": "euro euros",
    "GBP": "pound pounds",
    "JPY": "yen",
    "CNY": "yuan renminbi",
    "INR": "rupee rupees",
    "RUB": "rouble roubles ruble rubles",
    "km": "km kms kilometre kilometres kilometer kilometers",
    "m": "metre metres meter meters",
    "cm": "cm centimetre centimetres centimeter centimeters",
    "mile": "mile miles",
    "foot": "foot feet ft",
    "inch": "inch inches",
    "kg": "kg kilo kilos kilogram kilograms",
    "tonne": "tonne tonnes ton tons",
    "acre": "acre acres",
    "hectare": "hectare hectares",
    "litre": "litre litres liter liters",
    "barrel": "barrel barrels",
    "degree": "degree degrees",
    "mph": "mph",
    "point": "point points",
    "second": "second seconds",
    "minute": "minute minutes",
    "hour": "hour hours",
    "day": "day days",
    "week": "week weeks",
    "month": "month months",
    "year": "year years",
}
_UNIT = {word: unit for unit, names in _UNITS.items() for word in names.split()}
_MONTHS = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    "|nov(?:ember)?|dec(?:ember)?"
)
_NAMING = (
    "no|nos|number|article|section|sections|clause|resolution|res|flight|route|highway|interstate|chapter|page|phase"
    "|room|channel|figure|fig|table|act|rule|amendment|proposition|size|version|week|day|part|volume|vol|type|apollo"
)
_QUALIFIER = re.compile(
    r"\b(?:(?:more|less|fewer|greater|higher|lower) than|at (?:least|most)|no (?:more|fewer|less) than"
    r"|as (?:many|much|few|little) as"
    r"|up to|about|around|roughly|approximately|nearly|almost|over|under|some|well over"
    r"|just over|just under|an estimated)\s+$",
    re.IGNORECASE,
)
_LONGEST_QUALIFIER = 24
_NUMERAL = (
    r"\d{1,3}(?:[,\u00a0\u202f]\d{2,3})*,\d{3}(?!\d)(?:\.\d+)?|\d{1,3}(?:[\u00a0\u202f]\d{3})+(?!\d)"
    r"|\d{1,3}(?:\.\d{3}){2,}(?!\d)|\d+(?:[.,]\d+)?"
)
_SMALL_WORD = "|".join(sorted(_SMALL, key=len, reverse=True))
_SCALE_WORD = "|".join(_SCALES)
_BELOW_100 = rf"(?:(?:{'|'.join(_TENS)})[\s-](?:{_DIGITS_WRITTEN})|{_SMALL_WORD})"
_SCALED = rf"(?:[\s-](?:{_SCALE_WORD}))+"
# "Four and six" are two figures: "and" joins only what follows a hundred, a thousand.
_SPELT = (
    rf"(?:(?:a|{_BELOW_100}){_SCALED}(?:[\s-](?:and\s)?{_BELOW_100}{_SCALED})*(?:[\s-](?:and\s)?{_BELOW_100})?"
    rf"|{_BELOW_100}(?!['’]\w|-(?!(?:{'|'.join(_UNIT)})\b)\w)|(?:a\s)?dozen)"
)
_SIGN = r"(?:us\$|a\$|c\$|rs\.?\s?|(?:usd|eur|gbp)\s|[$£€¥₹₽₺₩₪]\s?)"
_FIGURE = re.compile(
    rf"(?:(?<![.,/:’'-])(?<![^\W{UNSPACED}])(?P<sign>{_SIGN})?(?P<numeral>{_NUMERAL})(?P<tail>(?:st|nd|rd|th)\b|[.,:/-]?\d|[a-z]*)"
    rf"|\b(?=[abdefhlmnost])(?P<spelt>{_SPELT})\b)"
    rf"(?P<scale>[\s-](?:{_SCALE_WORD}|bn|mn|m)\b)?"
    r"(?P<after>\s?%|\s?°|[\s-](?:per\s?cent|[a-z]{1,11})\b)?",
    re.IGNORECASE,
)
_DATE = re.compile(
    rf"\b(?:{_MONTHS})\b\.?\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?:\s*[-–]\s*\d{{1,2}}\b)?(?:,?\s+\d{{4}}\b)?"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)?(?:\s*[-–]\s*\d{{1,2}})?\s+(?:of\s+)?(?:{_MONTHS})\b\.?(?:,?\s+\d{{4}}\b)?"
    r"|\b\d{4}-\d{1,2}-\d{1,2}\b|\b\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})\b"
    r"|\b\d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\b\.?|hrs\b|hours\b)|\b\d{1,2}:\d{2}\b|\b\d{1,2}\s*[ap]\.?m\b\.?"
    rf"|\b(?:{_NAMING})\b\.?\s+\d+\b|#\d+",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d(?:.{0,40}\d)*", re.DOTALL)
_LONGEST_DATE = 40
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


def figures(text: str) -> list[Figure]:
    """The figures of a text in their order, none of them overlapping."""
    closed = _dates(text)
    found: list[Figure] = []
    at = 0
    while (match := _FIGURE.search(text, at)) is not None:
        at = max(match.end(), at + 1)
        start = match.start()
        if (skip := next((end for begin, end in closed if begin <= start < end), None)) is not None:
            at = max(skip, start + 1)
            continue
        figure, at = _figure(text, match)
        if figure is not None:
            found.append(figure)
    return found


def _dates(text: str) -> list[tuple[int, int]]:
    """The spans of dates, times and numbered things. Each holds a digit: only the text about digits is searched."""
    return [
        date.span()
        for digits in _DIGITS.finditer(text)
        for date in _DATE.finditer(text, max(0, digits.start() - _LONGEST_DATE), digits.end() + _LONGEST_DATE)
    ]


def _figure(text: str, match: re.Match[str]) -> tuple[Figure | None, int]:
    """The figure of a match, None where it is none, and where the search goes on."""
    end = match.end("numeral") if match["numeral"] else match.end("spelt")
    unit = _SIGNS.get((match["sign"] or "").strip().lower(), "")
    if match["numeral"]:
        tail = match["tail"].lower()
        if tail and tail not in _ABBREVIATED and tail not in _UNIT:
            return None, match.end("tail")
        value = _numeral(match["numeral"])
        behind = text[end : end + 1]
        if behind in _OF_A_DATE:
            return None, end
        if behind in _UNSPACED_SCALES:
            value, end = value * _UNSPACED_SCALES[behind], end + 1
        if tail:
            end = match.end("tail")
            scaled = tail in _ABBREVIATED and (bool(unit) or tail not in _UNIT)
            value, unit = (value * _ABBREVIATED[tail], unit) if scaled else (value, unit or _UNIT[tail])
    else:
        spelt = match["spelt"].lower()
        if spelt == "one" and not match["scale"]:
            return None, match.end("spelt")
        value = _spelt(spelt)
    if match["scale"]:
        scale = match["scale"][1:].lower()
        value, end = value * (_SCALES.get(scale) or _ABBREVIATED[scale]), match.end("scale")
    if match["after"]:
        after = match["after"].strip(" -\n\t\u00a0").lower()
        named = "%" if after in ("%", "per cent", "percent") else "degree" if after == "°" else _UNIT.get(after, "")
        if named and not (unit and unit != named):
            unit, end = named, match.end("after")
    bare = match["numeral"] is not None and not unit and not match["scale"]
    before = _QUALIFIER.search(text, max(0, match.start() - _LONGEST_QUALIFIER), match.start())
    if bare and before is None and _YEAR.fullmatch(match["numeral"]):
        return None, end
    start = before.start() if before else match.start()
    return Figure(start, end, text[start:end], value, unit), end


def _numeral(written: str) -> float:
    """The value of digits as written: commas and thin spaces group, a point (or a last comma) divides."""
    plain = written.replace("\u00a0", "").replace("\u202f", "")
    if plain.count(".") > 1:
        return float(plain.replace(".", ""))
    if "," in plain and "." not in plain and len(plain) - plain.rindex(",") != 4:
        head, _, fraction = plain.rpartition(",")
        return float(f"{head.replace(',', '')}.{fraction}")
    return float(plain.replace(",", ""))


def _spelt(written: str) -> float:
    """The value of a number in words: "two hundred and five", "twenty-one", "a dozen"."""
    if written.endswith("dozen"):
        return 12.0
    total = part = 0.0
    for word in re.split(r"[\s-]+", written):
        if word in _SMALL:
            part += _SMALL[word]
        elif word == "hundred":
            part = (part or 1) * 100
        elif word in _SCALES:
            total, part = total + (part or 1) * _SCALES[word], 0.0
    return total + part
