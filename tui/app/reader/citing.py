"""Where a copied passage is from: outlet, date, headline, address, file and line, and the digest of the document."""

from __future__ import annotations

from tui.app.paint.flow import Passage
from tui.app.paint.glyphs import signs
from tui.app.paint.phrases import when
from tui.app.reader.page import ReaderPage


def cited(page: ReaderPage, passage: Passage, text: str) -> str:
    """A text of a story with its source below it."""
    story = page.story
    line = passage.target if isinstance(passage.target, int) else 0
    if passage.block is not None and not line:
        line = story.blocks[passage.block].first
    headline = f"“{story.headline}”" if story.headline and passage.role != "headline" else ""
    source = [story.byline, story.outlet or story.agency, headline, when(page.placed, signs())]
    file = page.entry.path + (f" ({page.entry.member})" if page.entry.member else "") + (f":{line}" if line else "")
    digest = f"SHA-256 {story.document.digest}" if story.document.digest else ""
    said = ["— " + ", ".join(part for part in source if part), story.url, file, digest]
    return "\n".join([text, *(part for part in said if part)])
