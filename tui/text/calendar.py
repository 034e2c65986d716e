"""Month and weekday names of many languages, and the dates that a text writes out."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

# Each row is one month: names as news in many languages prints them, nominative and genitive, full and cut.
_MONTH_ROWS = (
    """
    january jan januar jänner jaenner januari janvier janv enero ene janeiro gennaio gen ocak oca stycznia styczeń
    ledna leden januára ianuarie ianuar január tammikuuta tammikuu januārī sausio jaanuar siječnja января січня янв
    ιανουαρίου يناير جنوری जनवरी jenero janúar
    """,
    """
    february feb febr februar februari février fevrier févr fevr febrero fevereiro fev febbraio şubat şub subat
    lutego luty února únor februára februarie február helmikuuta helmikuu februārī vasario veebruar февраля лютого
    фев φεβρουαρίου فبراير فروری फरवरी feber
    """,
    """
    march mar märz mär maerz mrz maart mrt mars marzo março marco marts mart marca marzec března březen martie március
    márc maaliskuuta maaliskuu martā kovo märts марта березня мар μαρτίου مارس مارچ मार्च maret
    """,
    """
    april apr avril avr abril abr aprile nisan nis kwietnia kwiecień dubna duben aprilie április ápr huhtikuuta
    huhtikuu aprīlī balandžio aprill апреля квітня апр απριλίου أبريل ابريل اپریل अप्रैल
    """,
    """
    may mai mei maj maja mayo maio maggio mag mayıs mayis května květen május máj toukokuuta toukokuu maijā gegužės
    мая травня μαΐου مايو مئی मई
    """,
    """
    june jun juni juin junio junho giugno giu haziran haz czerwca czerwiec června červen iunie június jún kesäkuuta
    kesäkuu jūnijā birželio juuni июня червня июн ιουνίου يونيو جون जून
    """,
    """
    july jul juli juillet juil julio julho luglio lug temmuz tem lipca lipiec července červenec iulie július júl
    heinäkuuta heinäkuu jūlijā liepos juuli июля липня июл ιουλίου يوليو جولائی जुलाई
    """,
    """
    august aug augustus août aout agosto ago ağustos ağu agustos agustus sierpnia sierpień srpna srpen augusztus
    elokuuta elokuu augustā rugpjūčio августа серпня авг αυγούστου أغسطس اغسطس اگست अगस्त
    """,
    """
    september sep sept septembre septiembre setembro settembre set sett eylül eyl eylul września wrzesień září
    septembrie szeptember szept syyskuuta syyskuu septembrī rugsėjo сентября вересня сен σεπτεμβρίου سبتمبر ستمبر
    सितंबर
    """,
    """
    october oct oktober okt octobre octubre outubro ottobre ott ekim eki października październik října říjen
    octombrie október lokakuuta lokakuu oktobrī spalio oktoober октября жовтня окт οκτωβρίου أكتوبر اكتوبر اکتوبر
    अक्टूबर
    """,
    """
    november nov novembre noviembre novembro kasım kasim kas listopada listopad listopadu noiembrie marraskuuta
    marraskuu novembrī lapkričio ноября листопада ноя νοεμβρίου نوفمبر نومبر नवंबर nopember
    """,
    """
    december dec dezember dez décembre decembre déc diciembre dic dezembro dicembre aralık ara aralik grudnia
    grudzień prosince prosinec decembrie joulukuuta joulukuu decembrī gruodžio detsember декабря грудня дек
    δεκεμβρίου ديسمبر دسمبر दिसंबर desember des
    """,
)
MONTHS: dict[str, int] = {name: number for number, row in enumerate(_MONTH_ROWS, 1) for name in row.split()}

# Full weekday names, Monday first; only such as mean nothing else in running text of their language.
_WEEKDAY_ROWS = (
    """
    monday montag lundi lunes segunda-feira lunedì lunedi maandag pazartesi måndag mandag poniedziałek pondělí luni
    понедельник понеділок maanantaina senin الاثنين सोमवार
    """,
    """
    tuesday dienstag mardi martes terça-feira martedì martedi dinsdag salı tisdag tirsdag wtorek úterý marți вторник
    вівторок tiistaina selasa الثلاثاء मंगलवार
    """,
    """
    wednesday mittwoch mercredi miércoles miercoles quarta-feira mercoledì mercoledi woensdag çarşamba onsdag środa
    środę středa středu miercuri среда среду середу keskiviikkona rabu الأربعاء बुधवार
    """,
    """
    thursday donnerstag jeudi jueves quinta-feira giovedì giovedi donderdag perşembe torsdag czwartek čtvrtek joi
    четверг torstaina kamis الخميس गुरुवार
    """,
    """
    friday freitag vendredi viernes sexta-feira venerdì venerdi vrijdag cuma fredag piątek pátek vineri пятница
    пятницу perjantaina jumat الجمعة शुक्रवार
    """,
    """
    saturday samstag sonnabend samedi sábado sabado sabato zaterdag cumartesi lördag lørdag sobota sobotę sâmbătă
    суббота субботу lauantaina sabtu السبت शनिवार
    """,
    """
    sunday sonntag dimanche domingo domenica zondag pazar söndag søndag niedziela niedzielę neděle neděli duminică
    воскресенье sunnuntaina minggu الأحد रविवार
    """,
)
WEEKDAYS: dict[str, int] = {name: number for number, row in enumerate(_WEEKDAY_ROWS) for name in row.split()}
WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTH_NAMES = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


# Weekdays by the run of letters and digits that each begins with; vowel signs of Devanagari end one, and so do hyphens.
_RUN = re.compile(r"\w+")
_WEEKDAYS_OF: dict[str, list[str]] = {}
for _name in WEEKDAYS:
    _WEEKDAYS_OF.setdefault(_RUN.findall(_name)[0], []).append(_name)
# Days that bear a weekday's name but are feasts, sales or disasters of their own.
_FEAST = re.compile(r"(?:good|black|ash|palm|easter|holy|cyber|super|giving|maundy|bloody|shrove)\s+$", re.IGNORECASE)

# A word where a month may stand, vowel signs of Devanagari in it; the tables tell whether it is one.
_LETTER = "(?:[^\\W\\d_]|[\u0900-\u0903\u093a-\u094f])"
_WORD = rf"(?P<{{0}}>{_LETTER}{{{{3,14}}}})(?!\w)\.?"
_YEAR = r"(?P<{0}>(?:19|20)\d\d)(?!\d)"
_TWO = r"(?<![\d.,:/$€£-])(?P<{0}>[0-3]?\d)"
_ORDINAL = r"(?:\s?(?:st|nd|rd|th|er|ère|º|ª|\.))?"
_OF = r"(?:\s+(?:of|de|d'|del)\s+|\s*[-/.,]\s*|\s*)"
_OF_YEAR = r"(?:\s+(?:de|del|of)\s+|\s*[-/,.]?\s*)"

_WRITTEN = re.compile(
    "|".join(
        (
            rf"(?<!\d){_YEAR.format('y0')}\s?[-/.]\s?(?P<m0>[01]?\d)\s?[-/.]\s?(?P<d0>[0-3]?\d)(?!\d)",
            r"(?<!\d)(?P<y1>(?:19|20)\d\d)\s?[年년]\s?(?P<m1>1?\d)\s?[月월]\s?(?P<d1>[1-3]?\d)\s?[日일]?",
            rf"{_TWO.format('d2')}{_ORDINAL}{_OF}{_WORD.format('m2')}(?:{_OF_YEAR}(?P<y2>(?:19|20)\d\d))?",
            rf"(?<!\w){_WORD.format('m3')}\s+(?P<d3>[0-3]?\d)(?![\d:%/])(?:st|nd|rd|th)?(?:,?\s+(?P<y3>(?:19|20)\d\d))?",
            rf"(?<!\d){_YEAR.format('y4')}\.?\s?(?:m\.\s)?{_WORD.format('m4')}\s?(?P<d4>[0-3]?\d)(?![\d:])\.?",
            r"(?<![\d.,:/$€£-])(?P<a5>[0-3]?\d)(?P<s5>\.\s?|[/-])(?P<b5>[0-3]?\d)(?P=s5)(?P<y5>(?:19|20)\d\d(?![./-]\d)|\d\d(?![\d:]|[./-]\d))",
            rf"(?<!\w){_WORD.format('m6')}(?:\s+(?:de|del|of))?,?\s+{_YEAR.format('y6')}",
        )
    ),
    re.IGNORECASE,
)
# Around each figure stand at most so many characters of a date.
_REACH = 28
_WORD_BEFORE = re.compile(rf"(?<!\w){_LETTER}{{3,14}}\.?(?:\s+(?:de|del|of))?,?\s+$")
_DIGITS = re.compile(r"\d+")
_FIGURES = (1, 2, 4)  # of a day or a month, and of a year
_ZEROS = "\u0660\u06f0\u0966\u09e6\uff10"  # of Arabic, Persian, Devanagari, Bengali, and of full width
_DIGITS_OF_SCRIPTS = {ord(zero) + figure: str(figure) for zero in _ZEROS for figure in range(10)}
# Short names that are words of their own in other languages: a month only between a day and a year.
_DOUBTFUL_NAMES = "ago may mai mar mars gen ara set out mag tem eki kas haz oca mart maj maja nis jun des ene dic"
_DOUBTFUL = frozenset(_DOUBTFUL_NAMES.split())


@dataclass(frozen=True, slots=True)
class DateFound:
    """A date as a text writes it, `text[start:end]`.

    `day` is set where it means one day. `earliest` and `latest` bound a month without a day. `among` holds its
    readings where there are several (3/4/2024; a month and day without a year, for each of the years asked for).
    `month` and `monthday` are what is written, 0 where it is not; `year` is 0 where none is written.
    """

    start: int
    end: int
    earliest: dt.date | None
    latest: dt.date | None
    day: dt.date | None
    among: tuple[dt.date, ...] = ()
    year: int = 0
    month: int = 0
    monthday: int = 0


def weekdays_named(text: str) -> list[tuple[int, int, int]]:
    """The weekdays that a text names in full: start, end, and 0 for Monday to 6 for Sunday. Feasts are left out."""
    small = text.lower()
    if len(small) != len(text):  # a few letters become two
        small = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
    found = []
    for run in _RUN.finditer(small):  # a pattern of all names is tried at each letter, and far slower
        for name in _WEEKDAYS_OF.get(run[0], ()):
            start, end = run.start(), run.start() + len(name)
            if not small.startswith(name, start) or small[start - 1 : start] == "-" or _RUN.match(small, end):
                continue
            if not _FEAST.search(text, max(0, start - 12), start):
                found.append((start, end, WEEKDAYS[name]))
    return found


def day_of(year: int, month: int, monthday: int) -> dt.date | None:
    """That day, or None where the calendar has none."""
    try:
        return dt.date(year, month, monthday)
    except ValueError:
        return None


def dates(
    text: str, years: Sequence[int] = (), month_first: bool | None = None, *, sure: bool = False
) -> list[DateFound]:
    """The absolute dates that a text writes, in its order, in the month names of many languages and in digits.

    `years` are the years that a month and day without a year may mean. `month_first` settles 3/4/2024 where the
    source is known to write the month first (True) or the day first (False); None leaves both readings in `among`.
    `sure` says that the text is known to be a date, so that a name of a month that is a word of its own elsewhere
    needs no year.
    """
    if not text.isascii():
        text = text.translate(_DIGITS_OF_SCRIPTS)
    found: list[DateFound] = []
    position = 0
    for digits in _DIGITS.finditer(text):
        if digits.start() < position or digits.end() - digits.start() not in _FIGURES:
            continue
        # A word before the digits may be their month; a word that is none must not hide what follows it.
        before = _WORD_BEFORE.search(text, max(position, digits.start() - _REACH), digits.start())
        starts = [digits.start()] if before is None else [before.start(), digits.start()]
        for start in starts:
            match = _WRITTEN.match(text, start)
            date = _read(match, years, month_first, sure) if match else None
            if match and date is not None:
                found.append(date)
                position = match.end()
                break
    return found


def _read(match: re.Match[str], years: Sequence[int], month_first: bool | None, sure: bool) -> DateFound | None:
    part = match.groupdict()
    if part["s5"]:
        return _in_digits(match, month_first)
    if part["y6"]:
        month = MONTHS.get(part["m6"].lower(), 0)
        return _month_only(match, int(part["y6"]), month) if month else None
    form = next(n for n in "01234" if part["d" + n])
    name = part["m" + form].lower()
    month = int(name) if form in "01" else MONTHS.get(name, 0)
    if not month:
        return None
    monthday = int(part["d" + form])
    year = int(part["y" + form] or 0)
    if not year:
        if not sure and name in _DOUBTFUL and not (form == "3" and part["m3"][:1].isupper()):
            return None
        if day_of(2024, month, monthday) is None:
            return None
        among = tuple(day for y in years if (day := day_of(y, month, monthday)) is not None)
        return DateFound(match.start(), match.end(), None, None, None, among, 0, month, monthday)
    day = day_of(year, month, monthday)
    if day is None:
        return None
    return DateFound(match.start(), match.end(), day, day, day, (), year, month, monthday)


def _month_only(match: re.Match[str], year: int, month: int) -> DateFound | None:
    first = day_of(year, month, 1)
    if first is None:
        return None
    last = (first.replace(day=28) + dt.timedelta(days=4)).replace(day=1) - dt.timedelta(days=1)
    return DateFound(match.start(), match.end(), first, last, None, (), year, month, 0)


def _in_digits(match: re.Match[str], month_first: bool | None) -> DateFound | None:
    a, b, year = int(match["a5"]), int(match["b5"]), int(match["y5"])
    if len(match["y5"]) == 2:
        year += 2000 if year < 70 else 1900
    by_day, by_month = day_of(year, b, a), day_of(year, a, b)
    if by_day and (match["s5"][0] == "." or month_first is False):
        by_month = None
    elif month_first:
        by_day = None if by_month else by_day
    days = sorted({day for day in (by_day, by_month) if day is not None})
    if not days:
        return None
    only = days[0] if len(days) == 1 else None
    among = () if only else tuple(days)
    month, monthday = (only.month, only.day) if only else (0, 0)
    return DateFound(match.start(), match.end(), days[0], days[-1], only, among, year, month, monthday)
