"""How quickly plain text is read, and how much quicker than trafilatura reads the web page of the same story.

    python tests/benchmarks/reading.py [--stories 300] [--runs 5]

The stories are made up here, always the same: sentences of invented words in the small words of English, under a
headline, a byline and a stamp, with the bars, captions, links and comments that pages have. Each is written as a web
page of the usual weight (a quarter of a million characters: scripts and their data, menus of two hundred links, eighty
teasers of other stories in nested boxes), and as the text of its article region that a text browser makes of it. What
counts is the processor's time of
this process for each, in turn and for the same stories; the ratio is taken within one run, and texts hard-wrapped at
72 columns are measured beside it. The words kept of the story's own say that neither reads quickly by reading nothing.
"""

from __future__ import annotations

import argparse
import os
import platform
import random
import statistics
import textwrap
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape

import trafilatura

from tui.ingest.lines import split_lines
from tui.ingest.plain import stories
from tui.model import Document

SMALL_WORDS = "the of and to in a that is was for on with as by at from it his were which said had be an are not they"
SMALL = SMALL_WORDS.split()
SYLLABLES_OF_WORDS = "ba do ki lu me no pra ri sto ten ul var wen zo gal hir jes col fin mar"
SYLLABLES = SYLLABLES_OF_WORDS.split()
SAVED = 1_750_000_000_000_000_000
BARS = ["Share", "Facebook", "Twitter", "WhatsApp", "Email", "Copy link"]
MENU = ["Home", "News", "Politics", "Sport", "Business", "Opinion", "Subscribe", "Log in", "Search"]
FOOT = ["About us", "Contact us", "Privacy policy", "Terms of use", "© 2025 The Courier. All rights reserved."]


@dataclass(frozen=True, slots=True)
class Made:
    """A story in both forms, and its own paragraphs."""

    text: str
    page: str
    paragraphs: tuple[str, ...]


class Maker:
    """Makes stories by drawing from a fixed seed."""

    def __init__(self, seed: int) -> None:
        self.draw = random.Random(seed)
        self.words = ["".join(self.draw.choices(SYLLABLES, k=self.draw.randint(2, 4))) for _ in range(6000)]

    def word(self) -> str:
        """A word, the commoner the nearer it stands to the front, as in languages."""
        return self.words[min(int(self.draw.paretovariate(0.6)), len(self.words) - 1)]

    def sentence(self) -> str:
        """A sentence of small words and others, with a name in it now and then."""
        count = self.draw.randint(9, 30)
        words = [self.draw.choice(SMALL) if self.draw.random() < 0.45 else self.word() for _ in range(count)]
        if self.draw.random() < 0.4:
            words[count // 2 : count // 2 + 1] = [self.word().capitalize(), self.word().capitalize()]
        if self.draw.random() < 0.3:
            words[count // 3] += ","
        said = " ".join(words)
        quoted = self.draw.random() < 0.2
        return f"“{said[0].upper()}{said[1:]},” said {self.name()}." if quoted else f"{said[0].upper()}{said[1:]}."

    def name(self) -> str:
        """A person's name."""
        return f"{self.word().capitalize()} {self.word().capitalize()}"

    def headline(self) -> str:
        """A line of some words that ends in no stop."""
        return " ".join(self.word() for _ in range(self.draw.randint(6, 11))).capitalize()

    def headlines(self, count: int, length: int) -> list[str]:
        """Lines of so many words."""
        return [" ".join(self.word() for _ in range(length)).capitalize() for _ in range(count)]

    def scripts(self) -> str:
        """What a page loads and counts with: no text, but most of its weight."""
        data = ",".join(f'"{self.word()}":{{"id":{self.draw.random()},"on":true}}' for _ in range(3000))
        styles = "".join(f".{self.word()}-{i}{{margin:0 auto;padding:{i % 9}px}}" for i in range(600))
        return f"<style>{styles}</style><script>window.__data={{{data}}}</script>"

    def teaser(self) -> str:
        """Another story's headline and its first sentence, in boxes within boxes."""
        return (
            f"<div class='col'><div class='card card--{self.word()}' data-id='{self.draw.random()}'>"
            "<div class='card__media'><picture><source srcset='/a.webp 1x, /b.webp 2x' type='image/webp'>"
            f"<img src='/c.jpg' loading='lazy' alt='{self.headline()}'></picture></div><div class='card__text'>"
            f"<h4><a href='/{self.word()}/{self.word()}' class='card__link'><span>{self.headline()}</span></a></h4>"
            f"<div class='card__lead'><p>{escape(self.sentence())}</p></div><span class='card__time'>2 hours ago</span>"
            "</div></div></div>"
        )

    def story(self) -> Made:
        """A story of eight to thirty paragraphs, its page and its region's text."""
        count = self.draw.randint(8, 30)
        paragraphs = tuple(" ".join(self.sentence() for _ in range(self.draw.randint(1, 3))) for _ in range(count))
        head, standfirst, name = self.headline(), self.sentence(), self.name()
        day = f"{self.draw.randint(1, 28)} March 2025, {self.draw.randint(10, 22)}:{self.draw.randint(10, 59)}"
        caption = f"{self.sentence()} (Photo: {self.name()}/AFP)"
        others = [self.headline() for _ in range(8)]
        said = [(self.name(), self.sentence()) for _ in range(4)]
        body: list[str] = []
        for number, paragraph in enumerate(paragraphs):
            if number == count // 3:
                body.append(f"<h2>{self.headline()}</h2>")
            if number == count // 2:
                body.append(f"<aside><h3>Read more</h3><ul><li><a href='/x'>{others[0]}</a></li></ul></aside>")
            linked = escape(paragraph).replace(" the ", " <a href='/topic'>the</a> ", 1)
            body.append(f"<p>{linked}</p>")
        page = (
            f"<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>{head} | Courier</title>"
            f"<meta property='og:title' content='{head}'><meta property='article:published_time' content='2025-03-04'>"
            f"{self.scripts()}</head>"
            f"<body><header><nav><ul>{items([*MENU, *self.headlines(200, 2)])}</ul></nav></header>"
            f"<main><article><h1>{head}</h1>"
            f"<p class='standfirst'>{escape(standfirst)}</p><div class='byline'>By <a href='/a'>{name}</a></div>"
            f"<time datetime='2025-03-04'>{day}</time><div class='share'><ul>{items(BARS)}</ul></div>"
            f"<figure><img src='/i.jpg' alt=''><figcaption>{escape(caption)}</figcaption></figure>{''.join(body)}"
            f"<div class='tags'><ul>{items(['Tags', 'Bridges', 'Valley'])}</ul></div></article>"
            f"<section class='comments'><h3>Comments</h3>{''.join(comment(*entry) for entry in said)}</section>"
            f"<aside><h3>Most read</h3><ul>{items(others)}</ul></aside>"
            f"<section class='more'><h3>More stories</h3>{''.join(self.teaser() for _ in range(80))}</section></main>"
            f"<footer><ul>{items(FOOT)}</ul></footer></body></html>"
        )
        pieces = [head, standfirst, f"By {name}", day, *BARS, caption]
        for number, paragraph in enumerate(paragraphs):
            if number == count // 3:
                pieces.append(self.headline())
            if number == count // 2:
                pieces += ["Read more", f"  * {others[0]}"]
            pieces.append(paragraph)
        pieces += ["Tags", "  * Bridges", "  * Valley", "Comments"]
        for who, words in said:
            pieces += [f"{who} says:", "4 March 2025 at 17:12", words, "Reply"]
        return Made("\n\n".join(pieces) + "\n", page, paragraphs)


def items(texts: Iterable[str]) -> str:
    return "".join(f"<li><a href='/y'>{escape(text)}</a></li>" for text in texts)


def comment(who: str, words: str) -> str:
    return (
        f"<div class='comment'><b>{who}</b><span>4 March 2025</span><p>{escape(words)}</p><a href='#'>Reply</a></div>"
    )


def wrapped(text: str) -> str:
    return "\n".join(piece for line in text.split("\n") for piece in (textwrap.wrap(line, 72) or [""]))


def read_plain(text: str) -> str:
    """The body of the story of a plain text."""
    document = Document("/saved.txt", "", len(text), SAVED, "", "text/plain", "utf-8")
    return "\n".join(paragraph for story in stories(document, split_lines(text)) for paragraph in story.paragraphs)


def read_page(page: str) -> str:
    """The body of a page's story as trafilatura gives it."""
    return trafilatura.extract(page, include_comments=False) or ""


def kept(read: str, made: Made) -> float:
    """The share of a story's paragraphs that stand in what was read, word for word."""
    plain = " ".join(read.split())
    return sum(" ".join(paragraph.split()) in plain for paragraph in made.paragraphs) / len(made.paragraphs)


def measure(read: Callable[[str], str], texts: list[str], made: list[Made]) -> tuple[float, float]:
    """Stories a second of processor time, and the share of their paragraphs that was kept."""
    started = time.process_time()
    found = [read(text) for text in texts]
    seconds = time.process_time() - started
    return len(texts) / seconds, statistics.mean(map(kept, found, made))


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--stories", type=int, default=300)
    options.add_argument("--pages", type=int, default=60, help="how many of them trafilatura reads in each run")
    options.add_argument("--runs", type=int, default=5)
    chosen = options.parse_args()
    names = ("plain text", "wrapped at 72", "trafilatura, HTML")
    speeds: dict[str, list[float]] = {name: [] for name in names}
    shares: dict[str, float] = {}
    read_page(Maker(0).story().page)
    for run in range(chosen.runs):
        # New words in every run: what is remembered from the last one must not count.
        maker = Maker(run + 1)
        made = [maker.story() for _ in range(chosen.stories)]
        for name, read, texts in (
            (names[0], read_plain, [story.text for story in made]),
            (names[1], read_plain, [wrapped(story.text) for story in made]),
            (names[2], read_page, [story.page for story in made[: chosen.pages]]),
        ):
            speed, shares[name] = measure(read, texts, made)
            speeds[name].append(speed)
    print(f"Python {platform.python_version()} on {platform.machine()}, {os.cpu_count()} cores, {chosen.runs} runs")
    for name in names:
        values = speeds[name]
        print(
            f"{name:18} stories a CPU second: median {statistics.median(values):.0f}, {min(values):.0f} to "
            f"{max(values):.0f}; paragraphs kept {shares[name]:.3f}"
        )
    for name in names[:2]:
        ratios = [ours / theirs for ours, theirs in zip(speeds[name], speeds[names[2]], strict=True)]
        print(f"{name} / trafilatura: median {statistics.median(ratios):.1f}, {min(ratios):.1f} to {max(ratios):.1f}")


if __name__ == "__main__":
    main()
