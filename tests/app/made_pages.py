"""Entries and pages made by hand, for tests of the panes."""

from __future__ import annotations

from dataclasses import replace

from sides import story

from tui.app.reader.page import ReaderPage
from tui.library.entries import Entry
from tui.model import UNDATED, ActorKind, Mention, Quotation, Story, When


def entry(number: int = 1, of: Story | None = None, **fields: object) -> Entry:
    """One line of the list, of this story or of none in particular."""
    id = of.id if of else f"story{number:05}"
    made = Entry(
        number=number,
        id=id,
        key=id,
        headline=of.headline if of else f"Headline {number}",
        headline_derived=of.headline_derived if of else False,
        placed=of.when if of else UNDATED,
        outlet=of.outlet if of else "",
        agency=of.agency if of else "",
        place=of.place if of else "",
        language="en",
        words=of.words if of else 100,
        path=of.document.path if of else f"/news/{number}.txt",
        member="",
        part=1,
        first=number,
        copies=1,
        event=0,
        reports=1,
        read=False,
        star=False,
    )
    return replace(made, **fields)  # type: ignore[arg-type]


def page(of: Story, placed: When | None = None, **fields: object) -> ReaderPage:
    """The page of a story, as the library would give it."""
    made = ReaderPage(entry(1, of), of, placed or of.when)
    return replace(made, **fields)  # type: ignore[arg-type]


def naming(of: Story, surface: str, actor: str, nth: int = 0) -> Mention:
    """The mention of this surface: the first place, or a later one, where it stands in the story's blocks."""
    found = [
        (at, block.text.index(surface, start))
        for at, block in enumerate(of.blocks)
        for start in range(len(block.text))
        if block.text.startswith(surface, start)
    ]
    block, start = found[nth]
    return Mention(block, start, start + len(surface), surface, ActorKind.PERSON, actor)


def saying(of: Story, text: str, speaker: str) -> Quotation:
    """The quotation of this text, where it first stands."""
    at = next(number for number, block in enumerate(of.blocks) if text in block.text)
    start = of.blocks[at].text.index(text)
    return Quotation(at, start, start + len(text), text, speaker, speaker, "said", speaker)


FLOOD = story(
    "# Minister [bold]denies[/] knowing of the flood plan",
    "* The plan was written years ago.",
    "* Two towns were cut off.",
    ": LINDVIK, Oct 4 (AP)",
    "“We did not know,” said Minister Ada Thorn on Friday, as rescue teams worked through the night in the valley.",
    "## A plan in a drawer",
    "Thorn said the drawer had been locked. " * 12 + "Nobody had the key.",
    "& Jo: What a shame.",
    "& Max: The drawer was never locked.",
    "~ Share this",
    name="flood00000",
    place="Lindvik",
    agency="AP",
)
