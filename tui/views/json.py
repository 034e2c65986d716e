"""The forms in which views are handed to other programs: dicts of plain values, ready for JSON."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from tui.model import Actor, Block, BlockKind, Comparison, Edit, Match, Mention, Problem, Quotation, Row, Story, When
from tui.views.evidence import of_match
from tui.views.verdict import added, verdict
from tui.views.wording import when

Json = dict[str, Any]

# Control characters, bidi overrides and lone surrogates (bytes of a file's name that are no text) are escaped.
_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff\ufff9-\ufffb]")


def as_json(form: Any) -> str:
    """One JSON object as one line that cannot control a terminal."""
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(form, ensure_ascii=False))


def story_json(
    story: Story,
    placed: When,
    mentions: Sequence[Mention] = (),
    quotations: Sequence[Quotation] = (),
    *,
    names: Mapping[str, str] | None = None,
    group: str | None = None,
    event: str | None = None,
) -> Json:
    """A story; `names` gives the names of actors by id, `group` and `event` the ids of their first stories."""
    return {
        "id": story.id,
        "path": story.document.path,
        "member": story.document.member,
        "part": story.part,
        "headline": story.headline,
        "headline_derived": story.headline_derived,
        "date": _day(placed.day),
        "earliest": _day(placed.earliest),
        "latest": _day(placed.latest),
        "date_basis": placed.basis.value,
        "date_confidence": round(placed.confidence, 3),
        "date_evidence": placed.evidence or (when(placed) if placed.vague else ""),
        "place": story.place,
        "agency": story.agency,
        "byline": story.byline,
        "outlet": story.outlet,
        "url": story.url,
        "language": story.language,
        "words": story.words,
        "standfirst": _texts(story, BlockKind.STANDFIRST),
        "key_points": _texts(story, BlockKind.KEY_POINT),
        "paragraphs": list(story.paragraphs),
        "blocks": [
            {"kind": block.kind.value, "text": block.text, "lines": [block.first, block.last]} for block in story.blocks
        ],
        "comments": [{"by": block.by, "text": block.text} for block in story.of(BlockKind.COMMENT)],
        "quotations": [quotation_json(quotation) for quotation in quotations],
        "actors": _named(mentions, names or {}),
        "group": group,
        "event": event,
    }


def match_json(match: Match) -> Json:
    """A verified pair and what it rests on."""
    return {
        "left": match.left,
        "right": match.right,
        "kind": match.kind.value,
        "shared_left": round(match.shared_left, 4),
        "shared_right": round(match.shared_right, 4),
        "evidence": of_match(match),
    }


def compare_json(comparison: Comparison, descent: Sequence[str] = ()) -> Json:
    """A comparison: the verdict in words, rows with their words, facts."""
    return {
        "verdict": " ".join([verdict(comparison), *(f"{said}." for said in added(comparison))]),
        "kind": comparison.kind.value if comparison.kind else None,
        "rows": [_row(comparison, row) for row in comparison.rows],
        "facts": [
            {"kind": fact.kind.value, "left": fact.left, "right": fact.right, "same": fact.same, "row": fact.row}
            for fact in comparison.facts
        ],
        "descent": list(descent),
    }


def actor_json(actor: Actor) -> Json:
    """An actor over all stories."""
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind.value,
        "aliases": [alias.text for alias in actor.aliases],
        "roles": [{"role": role.role, "story": role.story, "date": _day(role.date)} for role in actor.roles],
        "stories": list(actor.stories),
        "mentions": actor.mentions,
    }


def mention_json(story: str, mention: Mention) -> Json:
    """One mention of an actor in a story."""
    return {
        "story": story,
        "actor": mention.actor,
        "kind": mention.kind.value,
        "surface": mention.surface,
        "block": mention.block,
        "start": mention.start,
        "end": mention.end,
    }


def quotation_json(quotation: Quotation) -> Json:
    """A quotation and its speaker; null where the text does not tell."""
    return {
        "text": quotation.text,
        "speaker": quotation.speaker or None,
        "speaker_as_written": quotation.speaker_as_written or None,
        "actor": quotation.actor or None,
        "cue": quotation.cue or None,
        "block": quotation.block,
        "start": quotation.start,
        "end": quotation.end,
    }


def problem_json(problem: Problem) -> Json:
    """What could not be read, and why; line 0 where no line is to blame."""
    return {"path": problem.path, "member": problem.member, "line": problem.line, "reason": problem.reason}


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _texts(story: Story, kind: BlockKind) -> list[str]:
    return [block.text for block in story.of(kind)]


def _named(mentions: Sequence[Mention], names: Mapping[str, str]) -> list[Json]:
    counts = Counter(mention.actor for mention in mentions if mention.actor)
    kinds = {mention.actor: mention.kind for mention in mentions}
    surfaces = {mention.actor: mention.surface for mention in reversed(mentions)}
    return [
        {"id": actor, "name": names.get(actor, surfaces[actor]), "kind": kinds[actor].value, "mentions": number}
        for actor, number in counts.most_common()
    ]


def _row(comparison: Comparison, row: Row) -> Json:
    left = None if row.left is None else comparison.left.blocks[row.left]
    right = None if row.right is None else comparison.right.blocks[row.right]
    return {
        "kind": row.kind.value,
        "left": _part(left, [edit.left for edit in row.edits]),
        "right": _part(right, [edit.right for edit in row.edits]),
        "words": [_edit(edit, left, right) for edit in row.edits],
    }


def _part(block: Block | None, spans: Sequence[tuple[int, int]]) -> str | None:
    """A block's text, or the part of it that a row holds where the other side breaks it in two."""
    if block is None:
        return None
    return block.text[spans[0][0] : spans[-1][1]] if spans else block.text


def _edit(edit: Edit, left: Block | None, right: Block | None) -> Json:
    return {
        "kind": edit.kind.value,
        "left": left.text[slice(*edit.left)] if left else "",
        "right": right.text[slice(*edit.right)] if right else "",
    }
