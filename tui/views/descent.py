"""Versions, descent and provenance in words: what changed with each version, who took the text from whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from tui.model import Cell, Chain, Changes, Comparison, Descent, FactKind, Kept, Lineage, MatchKind, Provenance
from tui.relate.descent.changes import of_comparison
from tui.relate.descent.direction import first_of
from tui.views.lines import EMPTY, MEASURE, Line, Run, cells, line, padded, safe
from tui.views.order import order_words
from tui.views.wording import count, facts, listed, percent, when

if TYPE_CHECKING:
    from tui.library.entries import Entry

SIGNS = {Kept.SAME: "=", Kept.TYPOGRAPHY: "≈", Kept.EDITED: "~", Kept.MOVED: "»", Kept.ADDED: "+", Kept.CUT: "-"}
INKS = {
    Kept.SAME: "dim",
    Kept.TYPOGRAPHY: "dim",
    Kept.EDITED: "edit",
    Kept.MOVED: "moved",
    Kept.ADDED: "right",
    Kept.CUT: "left",
}
SURE, LIKELY = 0.8, 0.6
_SHOWN_FACTS = 3
_NOTE = 60
_LEGEND = "= kept  ≈ kept but for typography  ~ edited  » moved  + added  - cut; the number is the copy's own paragraph"


def what_changed(changes: Changes) -> list[str]:
    """What became of a story, a few words each, the weightiest first; `nothing changed` where nothing did."""
    said = [f"{_kind_of(note)} appended" for note in changes.notes]
    if changes.headline is not None:
        said.append("headline changed")
    for number, what in (
        (changes.added, "added"),
        (changes.cut, "cut"),
        (changes.edited, "edited"),
        (changes.moved, "moved"),
    ):
        if number:
            said.append(f"{count(number, 'paragraph')} {what}")
    kinds = Counter(fact.kind for fact in changes.facts)
    if kinds:
        differ = "differs" if kinds.total() == 1 else "differ"
        said.append(f"{listed([facts(kind, kinds[kind]) for kind in FactKind if kinds[kind]])} {differ}")
    if said:
        return said
    return ["only typography changed" if changes.typography else "nothing changed"]


def change_lines(changes: Changes, hang: int) -> Iterator[Line]:
    """What stands behind `what_changed`: both headlines, the notes, the facts that differ."""
    lead = " " * hang
    if changes.headline is not None:
        old, new = changes.headline
        yield line(
            lead, Run("headline    ", "dim"), Run(old, "left"), Run(" ~ ", "edit"), Run(new, "right"), hang=hang + 12
        )
    for note in changes.notes:
        yield line(lead, Run("note        ", "dim"), Run(note, "right"), hang=hang + 12, measure=MEASURE + hang)
    for fact in changes.facts[:_SHOWN_FACTS]:
        told = Run(fact.left, "left"), Run(" ~ ", "edit"), Run(fact.right, "right")
        yield line(lead, Run(f"{fact.kind.value:<12}", "dim"), *told, hang=hang + 12)
    if len(changes.facts) > _SHOWN_FACTS:
        yield line(lead, Run(f"{'':<12}and {len(changes.facts) - _SHOWN_FACTS} more", "dim"))


def nth_version(chain: Chain, story: str) -> tuple[int, int]:
    """Which version a story is, counted from 1, and of how many."""
    return 1 + [one.story for one in chain.versions].index(story), len(chain.versions)


def version_words(chain: Chain, story: str) -> str:
    """A version in a sentence: `Version 2 of 3 (same address): correction appended, 1 paragraph added`."""
    nth, of = nth_version(chain, story)
    version = chain.versions[nth - 1]
    if version.changes is None:
        return f"Version 1 of {of} ({chain.basis.value})"
    order = version.after or "order unknown"
    return f"Version {nth} of {of} ({chain.basis.value}; {order}): {', '.join(what_changed(version.changes))}"


def pair_words(chain: Chain | None, comparison: Comparison) -> tuple[str, ...]:
    """What two stories laid side by side are to each other by descent: versions of `chain`, or one from the other."""
    ids = {comparison.left.id, comparison.right.id}
    if chain is not None and {version.story for version in chain.versions} >= ids:
        return between_versions(chain, comparison)
    return direction_words(comparison)


def between_versions(chain: Chain, comparison: Comparison) -> tuple[str, ...]:
    """What two versions that are laid side by side are to each other, in a sentence."""
    left, right = (nth_version(chain, story.id)[0] for story in (comparison.left, comparison.right))
    later, earlier = ("Right", "left") if right > left else ("Left", "right")
    between = chain.versions[min(left, right) : max(left, right)]
    of = f"{max(left, right)} of {len(chain.versions)}, {chain.basis.value}"
    what = ", ".join(what_changed(of_comparison(comparison, backwards=left > right)))
    if not all(version.after for version in between):
        return (f"Two versions of one story ({chain.basis.value}), order unknown",)
    return (f"{later} is a later version of {earlier} ({of}; {between[-1].after}): {what}",)


def direction_words(comparison: Comparison) -> tuple[str, ...]:
    """Which of two copies came first and what the other did with it, in a sentence; else why that is not known.

    Of two reports it is told which came first by their dates; of stories that are nothing to each other, nothing.
    """
    left, right = comparison.left, comparison.right
    if comparison.kind not in (MatchKind.IDENTICAL, MatchKind.COPY):
        return (order_words(left.when, right.when),) if comparison.kind is not None else ()
    first, sure, why = first_of((left, right))
    if first is None:
        return (_reason(why),)
    backwards = first is right
    side, other = ("right", "left") if backwards else ("left", "right")
    said = why[0].removeprefix("it comes first ")
    done = ", ".join(what_changed(of_comparison(comparison, backwards=backwards)))
    return (f"{how_sure(sure)} {side} came first ({said}); {other}: {done}",)


def chains(found: Sequence[Chain], entries: Mapping[str, Entry]) -> Iterator[Line]:
    """Chains of versions: each version with its date, and what changed in it."""
    for nth, chain in enumerate(found):
        if nth:
            yield EMPTY
        first = entries[chain.versions[0].story]
        yield line(
            Run(first.headline, "head"),
            Run(f"  {count(len(chain.versions), 'version')}, {chain.basis.value}", "dim"),
        )
        name = max(cells(one.story) for one in chain.versions)
        wide = max(cells(when(entries[one.story].placed)) for one in chain.versions)
        for version in chain.versions:
            entry = entries[version.story]
            said = ", ".join(what_changed(version.changes)) if version.changes else "first seen"
            order = "" if version.changes is None or version.after else "  (order unknown)"
            lead = (Run(padded(version.story, name), "dim"), "  ", padded(when(entry.placed), wide, right=True), "  ")
            yield line("  ", *lead, said, Run(order, "dim"), hang=name + wide + 6)
            if version.changes:
                yield from change_lines(version.changes, name + wide + 6)


def descent_words(descent: Descent, names: Mapping[str, str]) -> str:
    """What one copy was made from, in a sentence; `names` say the stories by their ids."""
    if descent.source is None:
        return f"{_reason(descent.evidence)}." if descent.evidence else "The first of these copies."
    done = ", ".join(what_changed(descent.changes)) if descent.changes else ""
    said = f"{how_sure(descent.confidence)} from {names[descent.source]}"
    return f"{said}: {done} ({'; '.join(descent.evidence)})."


def lineage_words(lineage: Lineage, names: Mapping[str, str]) -> list[str]:
    """Who had it first and which agency it comes from: a sentence each."""
    if lineage.first is not None:
        said = [f"{how_sure(lineage.confidence)} first: {names[lineage.first]} ({'; '.join(lineage.evidence)})."]
    else:
        said = [f"First: {'; '.join(lineage.evidence)}."]
    if lineage.agency:
        said.append(
            f"{how_sure(lineage.agency_confidence)} agency copy: "
            f"{lineage.agency} ({'; '.join(lineage.agency_evidence)})."
        )
    else:
        said.append(f"Agency unknown: {'; '.join(lineage.agency_evidence)}.")
    return said


def lineage_lines(lineage: Lineage, entries: Mapping[str, Entry]) -> Iterator[Line]:
    """A group's descent: its first and its agency, then each copy and what it was made from."""
    names = {one.story: f"{nth} {source_name(entries[one.story])}" for nth, one in enumerate(lineage.copies, 1)}
    yield line(Run(entries[lineage.copies[0].story].headline, "head"))
    for said in lineage_words(lineage, names):
        yield line("  ", said, hang=4)
    name = max(cells(one.story) for one in lineage.copies)
    wide = max(cells(when(entries[one.story].placed)) for one in lineage.copies)
    for descent in lineage.copies:
        entry = entries[descent.story]
        yield line(
            "  ",
            Run(padded(descent.story, name), "dim"),
            "  ",
            padded(when(entry.placed), wide, right=True),
            "  ",
            Run(names[descent.story], "bright"),
            Run(f"  {descent_words(descent, names)}", ""),
            hang=name + wide + 6,
        )


def source_name(entry: Entry) -> str:
    """By what name a copy is spoken of: its outlet, its agency, else its file."""
    return entry.outlet or entry.agency or (entry.member or entry.path).rpartition("/")[2] or entry.id


def how_sure(confidence: float) -> str:
    """A confidence of 0..1 as a word."""
    return "Surely" if confidence >= SURE else "Probably" if confidence >= LIKELY else "Perhaps"


# -------------------------------------------------------------------------------------------------- provenance


def cell_words(cell: Cell) -> str:
    """A cell of the provenance table: its sign, the number of the copy's paragraph, what is left where it is edited."""
    if cell.kind is Kept.ABSENT:
        return ""
    sign = SIGNS[cell.kind]
    if not cell.number:
        return sign
    share = f" {percent(cell.share)}" if cell.share < 1.0 and cell.kind in (Kept.EDITED, Kept.MOVED) else ""
    return f"{sign}{cell.number}{share}"


def provenance_lines(table: Provenance, entries: Mapping[str, Entry], width: int = 0) -> Iterator[Line]:
    """The table: a column for each copy, a row for each paragraph, which is cut to the width (0: is not)."""
    wide = max([6, *(cells(cell_words(cell)) for row in table.rows for cell in row.cells)])
    for nth, id in enumerate(table.stories, 1):
        entry = entries[id]
        said = "  ".join(part for part in (when(entry.placed), source_name(entry), entry.headline) if part)
        yield line(Run(f"{nth:>3}  ", "accent"), Run(id, "dim"), f"  {said}", whole=True)
    yield EMPTY
    yield line(Run("".join(padded(str(nth), wide + 1) for nth in range(1, len(table.stories) + 1)), "accent"))
    room = max(20, width - (wide + 1) * len(table.stories)) if width else 0
    for row in table.rows:
        runs = [Run(padded(cell_words(cell), wide + 1), INKS.get(cell.kind, "")) for cell in row.cells]
        text = safe(row.text)
        yield line(*runs, text if not room or cells(text) <= room else f"{text[: room - 1]}…", whole=True)
    yield EMPTY
    yield line(Run(_LEGEND, "dim"))


def _kind_of(note: str) -> str:
    said = note.casefold()
    for name, stems in (
        ("clarification", ("clarif", "aclara")),
        (
            "correction",
            (
                *("correct", "amend", "error", "earlier version", "previous version", "misstat", "misspel"),
                *("korrektur", "korrig", "berichtig", "richtigst", "früheren", "vorherigen"),
                *("rectif", "corrig", "première version", "précédente version", "correcc", "correg", "fe de"),
                *("anterior", "corre", "precedente", "errat", "eerdere"),
            ),
        ),
        ("update", ("updat", "aktualis", "mise à jour", "actualiz", "aggiorn", "atualiz")),
    ):
        if any(stem in said for stem in stems):
            return name
    return "note"


def _reason(evidence: Sequence[str]) -> str:
    said = "; ".join(evidence)
    return said[:1].upper() + said[1:]
