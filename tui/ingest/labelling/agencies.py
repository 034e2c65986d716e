"""The news agencies of the world by the names that datelines and sign-offs give them."""

from __future__ import annotations

import re
from functools import lru_cache

AGENCIES = (
    *(
        "AP",
        "AFP",
        "Reuters",
        "IANS",
        "PTI",
        "ANI",
        "UPI",
        "UNI",
        "dpa",
        "DPA",
        "APA",
        "SDA",
        "ATS",
        "Keystone-SDA",
        "EFE",
    ),
    *(
        "ANSA",
        "AGI",
        "Adnkronos",
        "LaPresse",
        "Xinhua",
        "CNS",
        "Kyodo",
        "Jiji",
        "Yonhap",
        "Anadolu",
        "AA",
        "DHA",
        "İHA",
        "IHA",
    ),
    *(
        "Bernama",
        "Antara",
        "ANTARA",
        "TASS",
        "Interfax",
        "RIA",
        "Ukrinform",
        "TNS",
        "CNN",
        "Bloomberg",
        "AAP",
        "PA",
        "CP",
        "NAN",
    ),
    *(
        "GNA",
        "KUNA",
        "WAM",
        "SPA",
        "MENA",
        "IRNA",
        "ISNA",
        "APP",
        "BSS",
        "UNB",
        "INA",
        "PNA",
        "VNA",
        "CNA",
        "CTK",
        "ČTK",
        "PAP",
    ),
    *(
        "MTI",
        "BTA",
        "TT",
        "NTB",
        "Ritzau",
        "STT",
        "LETA",
        "ELTA",
        "BNS",
        "Lusa",
        "LUSA",
        "Belga",
        "ANP",
        "KNA",
        "epd",
        "sid",
        "SID",
    ),
    *(
        "HINA",
        "Tanjug",
        "Agerpres",
        "Telam",
        "Télam",
        "ANB",
        "SAnews",
        "BBC",
        "VOA",
        "AFX",
        "NZN",
        "Lena",
        "Novum",
        "RTRS",
        "KCNA",
    ),
    *(
        "Associated Press",
        "The Associated Press",
        "Agence France-Presse",
        "Press Trust of India",
        "PA Media",
        "The Canadian Press",
    ),
    *(
        "Canadian Press",
        "Press Association",
        "United Press International",
        "Europa Press",
        "Agência Brasil",
        "Press Trust",
    ),
    *(
        "Thomson Reuters",
        "Deutsche Presse-Agentur",
        "Anadolu Agency",
        "Anadolu Ajansı",
        "Notimex",
        "Prensa Latina",
        "Agencia EFE",
    ),
)
_NAMES = "|".join(sorted(map(re.escape, AGENCIES), key=len, reverse=True))
# One agency, or several with strokes between them, with a desk's own letters behind: dpa/lno, AP/AFP.
AGENCY = rf"(?:{_NAMES})(?:\s?[/,&-]\s?(?:{_NAMES}|[a-z]{{2,3}}|[A-Z]{{2,4}}))*"
_FIRST = re.compile(rf"(?:{_NAMES})(?![^\W_])")
_SIGN_OFF = re.compile(
    rf"^\W{{0,3}}(?:source\s*:\s*|quelle\s*:\s*|with\s+)?(?P<agency>{AGENCY})\W{{0,3}}$"
    r"|^\W{0,2}(?:with (?:inputs?|agency inputs|reporting|information|files) (?:from|by)|inputs from"
    r"|additional reporting by"
    r"|reporting by|editing by|writing by|compiled by|translated by|edited by|source|quelle|mit material von"
    r"|agencies|avec)\b.{0,160}$"
    r"|^.{3,120}\b(?:contributed to this (?:report|story|article)|a contribué à cet article)\W*$",
)
_SIGN_OFF_WORDS = re.compile(
    r"(?i)^\W{0,2}(?:with |inputs|additional|reporting|editing|writing|compiled|translated|edited|source|quelle"
    r"|mit material|agencies|avec)"
)


def first_agency(text: str) -> str:
    """The first agency named in a text, as listed here; empty where none is."""
    match = _FIRST.search(text)
    return match[0] if match else ""


@lru_cache(maxsize=4096)
def sign_off(text: str, words: int) -> bool:
    """Whether a line signs a story off: an agency alone, "With inputs from …", "… contributed to this report"."""
    if words > 24:
        return False
    match = _SIGN_OFF.match(text)
    if match is None and words <= 24 and _SIGN_OFF_WORDS.match(text):
        match = _SIGN_OFF.match(text[:1] + text[1:].lower()) or _SIGN_OFF.match(text.lower())
    return match is not None
