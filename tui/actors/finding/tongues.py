"""Names in other languages than English: of what the reading of a text takes for names, what is likely one there.

The weights know English. Elsewhere a lone capitalised word counts only where its own language lets it: German sets
every noun with a capital, others begin sentences with words that English case statistics cannot know, and most put an
article before what is no name of a person.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence

from tui.actors import acronyms, lists
from tui.actors.finding.features import gazetteer
from tui.actors.finding.paragraphs import Span, surface
from tui.actors.finding.runs import Run
from tui.text.calendar import MONTHS, WEEKDAYS

# Languages that set every noun with a capital.
_CAPITAL_NOUNS = frozenset(("de", "lb"))
_ARTICLES = lists.words("articles abroad")
_MEASURES = lists.words("measures abroad")
_BODIES = lists.words("bodies abroad")
_BUILDINGS = lists.words("buildings abroad")
# What such a word adds, in units of the weights.
_CLEAR = 80
_JOINS = lists.words("joins names abroad")
_SALUTATIONS = frozenset(("herr", "herrn", "frau"))
# Words for an office, which also end compounds: Kanzlerin, Fraktionschef, Bundesinnenministerin.
_OFFICES = tuple(office + ending for office in lists.words("offices abroad") for ending in ("", "in", "n", "r"))


def english(language: str) -> bool:
    """Whether names in a text of this language are found as in English; so are those of texts of no known one."""
    return language in ("", "en")


def likely(language: str, runs: Sequence[Run], spans: Sequence[Span]) -> list[Span]:
    """Those of a story's spans that are likely names in its language, without the offices that lead to them.

    `runs` are the runs that the spans' numbers mean. A lone word that is doubtful by itself counts where a longer name
    of the story ends in it, or where the story has it elsewhere beyond doubt.
    """
    nouns = language in _CAPITAL_NOUNS
    cut = [_begin(runs[span.run], _alone(runs[span.run], span) if nouns else span) for span in spans]
    surnames = {_last(runs, span) for span in cut if not _lone(span) and not _opens(runs, span)}
    cut = [_behind_opener(runs, span, surnames) for span in cut]
    judged = [(_weighed(runs[span.run], span), _sure(runs[span.run], span, nouns)) for span in cut]
    known = {_last(runs, span) for span, sure in judged if sure}
    return [span for span, sure in judged if sure or (_lone(span) and _last(runs, span) in known)]


def offices(runs: Sequence[Run], spans: Iterable[Span]) -> list[tuple[int, int, str]]:
    """What stands right before names as their bearers' office: run, last word of the name, the office."""
    found = []
    for span in spans:
        run, first = runs[span.run], span.first
        while first > 0 and not run.gaps[first - 1] and _is_office(run.words[first - 1]):
            first -= 1
        if first < span.first and run.words[first].lower() not in _SALUTATIONS:
            found.append((span.run, span.last, " ".join(run.words[first : span.first])))
    return found


def _is_office(word: str) -> bool:
    small = word.lower()
    return small in _SALUTATIONS or small.endswith(_OFFICES)


def _last(runs: Sequence[Run], span: Span) -> str:
    return runs[span.run].words[span.last]


def _opens(runs: Sequence[Run], span: Span) -> bool:
    """Whether a span begins a sentence."""
    return span.first == 0 and runs[span.run].opens


def _behind_opener(runs: Sequence[Run], span: Span, surnames: Container[str]) -> Span:
    """A span without the word that opens its sentence, where a surname that the story knows is all that follows."""
    doubtful = span.last == 1 and _opens(runs, span) and runs[span.run].words[0] not in lists.given_names()
    return span._replace(first=1) if doubtful and _last(runs, span) in surnames else span


def _lone(span: Span) -> bool:
    return span.first == span.last


def _alone(run: Run, span: Span) -> Span:
    """A span up to the first small word that joins no names: of "Wolff der Zeitung" it is Wolff who is named."""
    ends = (at for at in range(span.first, span.last) if run.gaps[at] and run.gaps[at].split()[0] not in _JOINS)
    return span._replace(last=next(ends, span.last))


def _begin(run: Run, span: Span) -> Span:
    """A span without the words of an office before a name: "Fraktionschefin Eva Muster", "degli Esteri Eva Muster"."""
    first = span.first
    while first < span.last and not run.gaps[first] and _is_office(run.words[first]):
        first += 1
    given = lists.given_names()
    if run.words[first] not in given:
        of = next((at for at in range(first, span.last) if run.gaps[at].strip("-") and run.words[at + 1] in given), -1)
        if of >= 0:
            first = of + 1  # "Bilder von Eva Muster"
        elif first == 0 and span.last > 1 and not run.gaps[0] and _behind_article(run) and run.words[1] in given:
            first = 1
    return span._replace(first=first)


def _behind_article(run: Run) -> bool:
    """Whether an article or "of" stands before a run, or was taken into it as the first part of a name."""
    return run.left[0] in _ARTICLES or run.ends[0] - run.starts[0] > len(run.words[0])


def _weighed(run: Run, span: Span) -> Span:
    """A span that holds the word for a body or for a building in its language is no person's."""
    words = {word.lower() for word in run.words[span.first : span.last + 1]}
    if _lone(span) or not words & (_BODIES | _BUILDINGS):
        return span
    person, organisation, place, none = span.scores
    top = max(span.scores)
    if words & _BODIES:
        return span._replace(scores=(person, max(organisation, top + _CLEAR), place, none))
    return span._replace(scores=(person, organisation, max(place, top + _CLEAR), none))


def _sure(run: Run, span: Span, nouns: bool) -> bool:
    words = [word.lower() for word in run.words[span.first : span.last + 1]]
    if _lone(span):
        word = run.words[span.first]
        if words[0] in MONTHS or words[0] in WEEKDAYS:
            return False
        if gazetteer(word) or (acronyms.is_acronym(word) and word.isupper()):
            return True
        return not (nouns or (span.first == 0 and (run.opens or _behind_article(run))))
    if not nouns or gazetteer(surface(run, span.first, span.last)) or run.words[span.first] in lists.given_names():
        return True
    if any(gap.strip("-") for gap in run.gaps[span.first : span.last]):
        return bool(_BODIES & set(words))  # a council of a town is no Otto of a place
    return not any(word in _MEASURES or word in MONTHS or word in WEEKDAYS or _is_office(word) for word in words)
