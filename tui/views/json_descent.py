"""Versions, descent, provenance and traces as other programs are given them."""

from __future__ import annotations

from tui.library.asking.tracing import Carrier
from tui.model import Cell, Chain, Changes, Lineage, Provenance
from tui.views.descent import what_changed
from tui.views.json import Json


def chain_json(chain: Chain) -> Json:
    """A chain of versions, the earliest first."""
    return {
        "basis": chain.basis.value,
        "versions": [
            {
                "story": version.story,
                "order": version.after or None,
                "changes": None if version.changes is None else changes_json(version.changes),
            }
            for version in chain.versions
        ],
    }


def changes_json(changes: Changes) -> Json:
    """What became of a story, in numbers and in words."""
    return {
        "in_words": what_changed(changes),
        "headline": None if changes.headline is None else {"old": changes.headline[0], "new": changes.headline[1]},
        "paragraphs": {
            "kept": changes.kept,
            "edited": changes.edited,
            "moved": changes.moved,
            "added": changes.added,
            "cut": changes.cut,
        },
        "notes": list(changes.notes),
        "facts": [{"kind": fact.kind.value, "old": fact.left, "new": fact.right} for fact in changes.facts],
    }


def lineage_json(lineage: Lineage) -> Json:
    """Who had a text first, its agency, and what each copy was made from; null where nothing tells."""
    return {
        "first": lineage.first,
        "confidence": round(lineage.confidence, 3),
        "evidence": list(lineage.evidence),
        "agency": lineage.agency or None,
        "agency_confidence": round(lineage.agency_confidence, 3),
        "agency_evidence": list(lineage.agency_evidence),
        "copies": [
            {
                "story": one.story,
                "source": one.source,
                "confidence": round(one.confidence, 3),
                "evidence": list(one.evidence),
                "changes": None if one.changes is None else changes_json(one.changes),
            }
            for one in lineage.copies
        ],
    }


def provenance_json(table: Provenance) -> Json:
    """Paragraphs by copies; the cells of a row are in the order of `stories`."""
    return {
        "stories": list(table.stories),
        "paragraphs": [{"text": row.text, "copies": [_cell(cell) for cell in row.cells]} for row in table.rows],
    }


def carrier_json(carrier: Carrier) -> Json:
    """A story that carries a sentence."""
    carried = carrier.carried
    day = carrier.entry.placed.day
    return {
        "story": carried.story,
        "date": day.isoformat() if day else None,
        "headline": carrier.entry.headline,
        "outlet": carrier.entry.outlet,
        "agency": carrier.entry.agency,
        "path": carrier.entry.path,
        "how": carried.how.value,
        "share": round(carried.share, 4),
        "text": carrier.text,
        "speaker": carrier.speaker or None,
        "block": carried.block,
        "start": carried.start,
        "end": carried.end,
        "words": [
            {
                "kind": edit.kind.value,
                "left": carrier.sentence[slice(*edit.left)],
                "right": carrier.text[slice(*edit.right)],
            }
            for edit in carried.edits
        ],
    }


def _cell(cell: Cell) -> Json:
    return {
        "kind": cell.kind.value,
        "paragraph": cell.number or None,
        "share": round(cell.share, 4),
        "pieces": [list(piece) for piece in cell.pieces],
    }
