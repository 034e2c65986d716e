"""Names in scripts that have no capitals: what stands beside an office or a form of address."""

from __future__ import annotations

import re
from collections.abc import Iterator

# Offices and forms of address that stand in front of the name, a word apart.
_ARABIC = (
    "الرئيس رئيس وزير الوزير وزيرة السيد السيدة الملك الأمير النائب السفير القاضي الدكتور الشيخ الجنرال اللواء"
    " صدر وزیراعظم وزیر سینیٹر جنرل ڈاکٹر آقای خانم رئیس‌جمهور رئیس‌جمهوری"
)
_HEBREW = 'הנשיא נשיא השר שר השרה ח"כ האלוף הרמטכ"ל ראש השופט השופטת הגנרל מר גברת'
_DEVANAGARI = "प्रधानमंत्री राष्ट्रपति मुख्यमंत्री मंत्री विदेशमंत्री गृहमंत्री सांसद विधायक राज्यपाल श्री श्रीमती डॉ जनरल"
_FUNCTION_WORDS = (
    "في من إلى على عن أن إن قال قالت قد مع هذا هذه الذي التي ثم بعد قبل خلال نے کا کے کی کو سے میں اور پر از به در که"
    " را با و של על את אל עם אמר אמרה כי לא גם או ने का के की को से में और पर है हैं था थे कि भी"
)
_SMALL = frozenset(_FUNCTION_WORDS.split())
_WORD = r"[^\s،؛,.:;!?()\[\]\"“”«»|।]+"
_MOST_WORDS = 2

_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_CHINESE_OFFICE = (
    "总统|總統|总理|總理|首相|主席|国务卿|國務卿|外长|外長|部长|部長|防长|防長|大使|发言人|發言人"
    "|参议员|參議員|议员|議員"
)
_CHINESE_ENDS = "说說表称稱在和对對与與将將的了会會于於是向就为為也已曾并並宣等及当當日周上下访訪抵"
_CHINESE = re.compile(rf"(?:{_CHINESE_OFFICE})(?P<name>(?:(?![{_CHINESE_ENDS}])[{_HAN}]|·(?=[{_HAN}])){{2,9}})")
_JAPANESE = re.compile(
    rf"(?P<name>[\u30a1-\u30ffー・]{{2,20}}|[{_HAN}]{{2,4}})(?=(?:首相|大統領|外相|防衛相|財務相|官房長官|大臣|知事|市長|議員|氏|さん|容疑者|被告|選手|監督))"
)
_KOREAN = re.compile(
    r"(?P<name>[\uac00-\ud7a3]{2,4})\s?(?=(?:대통령|총리|장관|차관|의원|대표|위원장|시장|지사|감독|선수|씨)(?![\uac00-\ud7a3]{2}))"
)
_THAI = re.compile(
    r"(?:นายกรัฐมนตรี|ประธานาธิบดี|รัฐมนตรี|พล\.อ\.|นางสาว|นาง|นาย)\s?(?P<name>[\u0e01-\u0e4e]{3,24}(?:\s[\u0e01-\u0e4e]{3,24})?)"
)


def _offices(listed: str, article: str) -> tuple[re.Pattern[str], str]:
    names = "|".join(sorted(map(re.escape, listed.split()), key=len, reverse=True))
    return re.compile(rf"(?<!\S)(?:{names})(?!\S)"), article


# With the article that marks what still belongs to the office: "the president the-American Joe Biden".
_IN_FRONT = (_offices(_ARABIC, "ال"), _offices(_HEBREW, "ה"), _offices(_DEVANAGARI, ""))
_PATTERNS = (_JAPANESE, _KOREAN, _THAI)
_CASELESS = re.compile(f"[\u0590-\u06ff\u0900-\u0dff\u0e01-\u0e4e\u3040-\u30ff{_HAN}\uac00-\ud7a3]")
_KANA = re.compile("[\u3040-\u30ff]")


def caseless_names(text: str) -> Iterator[tuple[int, int]]:
    """The spans of names in a text of a script without case, in no order: of those that an office stands beside."""
    if _CASELESS.search(text) is None:
        return
    for offices, article in _IN_FRONT:
        for office in offices.finditer(text):
            if (span := _behind(text, office.end(), article)) is not None:
                yield span
    patterns = _PATTERNS if _KANA.search(text) else (_CHINESE, *_PATTERNS[1:])
    for pattern in patterns:
        for match in pattern.finditer(text):
            yield match.span("name")


def _behind(text: str, at: int, article: str) -> tuple[int, int] | None:
    """The one or two words behind an office that are the name, what belongs to the office passed over."""
    found: list[tuple[int, int]] = []
    for match in re.finditer(_WORD, text[at : at + 80]):
        gap = text[at + (found[-1][1] - at if found else 0) : at + match.start()]
        if gap.strip():
            break
        word = match[0]
        if not found and article and word.startswith(article):
            return _behind(text, at + match.end(), article)
        if word in _SMALL or len(word) < _MOST_WORDS:
            break
        found.append((at + match.start(), at + match.end()))
        if len(found) == _MOST_WORDS:
            break
    return (found[0][0], found[-1][1]) if found else None
