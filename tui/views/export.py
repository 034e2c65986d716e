"""Views as Markdown, to be written into a file: a story, a comparison."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from tui.model import Block, BlockKind, Comparison, Edit, Fact, FactKind, Row, RowKind, Story, When
from tui.text.clean import printable
from tui.views.inline import paragraph_number
from tui.views.verdict import added, differing, told_alone, verdict
from tui.views.wording import count, rests_on, when

# Signs that Markdown or the HTML inside it would take for its own.
_SIGNS = re.compile(r"([\\`*_\[\]<>#|~])")
_AT_START = re.compile(r"^(\s*)(?:([-+])(?=\s|$)|(\d+)([.)])(?=\s|$)|(=+|-{3,})$)")
_META = frozenset({BlockKind.BYLINE, BlockKind.STAMP, BlockKind.SIGN_OFF})


def story_markdown(story: Story, placed: When) -> str:
    """A story: headline, where it comes from, body; comments and furniture are left out."""
    parts = [f"# {as_text(story.headline)}", _source(story, placed)]
    lead = ""
    for block in story.blocks:
        if block.kind in (BlockKind.COMMENT, BlockKind.FURNITURE):
            continue
        if block.kind is BlockKind.HEADLINE and block.text == story.headline:
            continue
        if block.kind is BlockKind.DATELINE:
            lead = f"{as_text(block.text)} "
            continue
        parts.append(_block(block, lead))
        lead = ""
    return joined(parts)


def comparison_markdown(comparison: Comparison) -> str:
    """A comparison: verdict, facts, and both stories in one text, with ~~what left has~~ and **what right has**."""
    parts = [
        f"# {as_text(comparison.left.headline)} / {as_text(comparison.right.headline)}",
        as_text(verdict(comparison)),
        "\n".join(f"- {as_text(said)}" for said in added(comparison)),
        *_facts("Both tell", [fact for fact in comparison.facts if fact.same]),
        *_facts("They differ", differing(comparison)),
        *_facts("Only left tells", told_alone(comparison, True)),
        *_facts("Only right tells", told_alone(comparison, False)),
        "## Side by side",
        *(_row(comparison, row) for row in comparison.rows),
    ]
    return joined(part for part in parts if part)


def joined(parts: Iterable[str]) -> str:
    """Parts with an empty line between them."""
    return "\n\n".join(parts) + "\n"


def as_text(text: str) -> str:
    """Text of a document that stays text in Markdown."""
    said = _SIGNS.sub(r"\\\1", " ".join(printable(text).split()))
    return _AT_START.sub(lambda found: f"{found[1]}{_escaped(found)}", said)


def _escaped(found: re.Match[str]) -> str:
    if found[3]:
        return f"{found[3]}\\{found[4]}"
    return f"\\{found[2] or found[5]}"


def _source(story: Story, placed: When) -> str:
    rests = rests_on(placed)
    told = [f"{when(placed)}{f', {rests}' if rests else ''}", story.place, story.agency, story.byline, story.outlet]
    told += [count(story.words, "word"), f"id {story.id}"]
    return f"*{as_text(' · '.join(part for part in told if part))}*" + (
        f"  \n<{story.url}>" if _plain(story.url) else ""
    )


def _plain(url: str) -> bool:
    return bool(re.fullmatch(r"https?://[^\s<>\"]+", url))


def _block(block: Block, lead: str) -> str:
    text = as_text(block.text)
    if block.kind is BlockKind.HEADLINE:
        return f"**{text}**"
    if block.kind is BlockKind.SUBHEAD:
        return f"## {text}"
    if block.kind is BlockKind.KEY_POINT:
        return f"- {text}"
    if block.kind is BlockKind.PULL_QUOTE:
        return f"> {text}"
    if block.kind in _META or block.kind in (BlockKind.CAPTION, BlockKind.STANDFIRST):
        return f"*{text}*"
    return lead + text


def _facts(title: str, facts: Sequence[Fact]) -> Iterator[str]:
    if facts:
        yield f"## {title}"
        yield "\n".join(f"- {fact.kind.value}: {_told(fact)}" for fact in facts)


def _told(fact: Fact) -> str:
    sides = [
        f"“{as_text(side)}”" if fact.kind is FactKind.QUOTATION else as_text(side) for side in (fact.left, fact.right)
    ]
    return (" = " if fact.same else " / ").join(side for side in sides if side)


def _row(comparison: Comparison, row: Row) -> str:
    if row.left is None or row.right is None:
        side, number = (comparison.left, row.left) if row.right is None else (comparison.right, row.right)
        mark = "~~" if row.right is None else "**"
        return "" if number is None else f"{mark}{as_text(side.blocks[number].text)}{mark}"
    if row.kind is RowKind.MOVED and not row.at_left:
        return f"*(paragraph {paragraph_number(comparison.left, row.left)} of left stands here)*"
    left, right = comparison.left.blocks[row.left].text, comparison.right.blocks[row.right].text
    said = "".join(_edit(edit, left, right) for edit in row.edits)
    if row.kind is RowKind.MOVED:
        return f"{said} *(moved: paragraph {paragraph_number(comparison.right, row.right)} of right)*"
    return said


def _edit(edit: Edit, left: str, right: str) -> str:
    old, new = left[slice(*edit.left)], right[slice(*edit.right)]
    if edit.kind in (RowKind.SAME, RowKind.TYPOGRAPHY):
        return _SIGNS.sub(r"\\\1", printable(old))
    text = old or new
    head, tail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    marked = [f"~~{as_text(old)}~~"] if old.strip() else []
    marked += [f"**{as_text(new)}**"] if new.strip() else []
    return f"{head}{' '.join(marked)}{tail}"
