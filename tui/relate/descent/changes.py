"""What became of a story from one telling of it to another."""

from __future__ import annotations

from dataclasses import replace

from tui.model import BlockKind, Changes, Comparison, MatchKind, RowKind, Story
from tui.relate.compare import compare
from tui.relate.descent.notes import is_note, new_notes
from tui.text.words import words

_KEPT = (RowKind.SAME, RowKind.TYPOGRAPHY)


def changes(old: Story, new: Story) -> Changes:
    """What changed from the earlier telling to the later one."""
    return of_comparison(compare(old, new, MatchKind.COPY))


def of_comparison(comparison: Comparison, *, backwards: bool = False) -> Changes:
    """What changed from the left side of a comparison to its right side, or `backwards`.

    A paragraph that one side breaks up counts once, as edited where any part of it is. Notes are not counted among the
    paragraphs that were added.
    """
    old, new = comparison.left, comparison.right
    edited: set[int] = set()
    kept: set[int] = set()
    moved: set[int] = set()
    added = cut = 0
    for row in comparison.rows:
        if row.left is None and row.right is not None:
            added += _is_paragraph(new, row.right) and not is_note(new.blocks[row.right].text)
        elif row.right is None and row.left is not None:
            cut += _is_paragraph(old, row.left) and not is_note(old.blocks[row.left].text)
        elif row.left is not None and row.right is not None and _is_paragraph(new, row.right):
            of = moved if row.kind is RowKind.MOVED else kept if row.kind in _KEPT else edited
            of.add(row.right)
    facts = tuple(fact for fact in comparison.facts if not fact.same and fact.left and fact.right)
    if backwards:
        old, new, added, cut = new, old, cut, added
        facts = tuple(replace(fact, left=fact.right, right=fact.left) for fact in facts)
    return Changes(
        headline=_headline(old, new),
        kept=len(kept - edited - moved),
        edited=len(edited - moved),
        moved=len(moved),
        added=added,
        cut=cut,
        notes=new_notes(old, new),
        facts=facts,
        typography=comparison.typography > 0,
    )


def _is_paragraph(story: Story, block: int) -> bool:
    return story.blocks[block].kind is BlockKind.PARAGRAPH


def _headline(old: Story, new: Story) -> tuple[str, str] | None:
    if old.headline_derived or new.headline_derived or not (old.headline and new.headline):
        return None
    return None if words(old.headline) == words(new.headline) else (old.headline, new.headline)
