"""A web page that holds all it needs and looks like the screen: no script, nothing fetched, dark or light as asked.

Text of documents is escaped; links lead to http and https alone, and tell the other side nothing of the page.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator

from tui.text.clean import printable
from tui.views.colours import DARK_COLOURS, LIGHT_COLOURS

_STYLE = """
:root { color-scheme: dark light; font: 15px/1.5 "DejaVu Sans Mono", "Liberation Mono", Menlo, Consolas, monospace; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); }
a { color: var(--link); text-decoration: none; }
a:hover, a:focus { text-decoration: underline; }
header { display: flex; flex-wrap: wrap; gap: 0 2ch; padding: .4em 2ch; border-bottom: 1px solid var(--rule); }
header b { color: var(--bright); }
h1, h2, h3 { font-size: 1em; color: var(--bright); margin: 0; }
.dim, figcaption, summary { color: var(--dim); }
main { display: grid; grid-template-columns: minmax(0, 1fr); }
nav { padding: .5em 2ch; }
nav h2 { display: flex; gap: 1ch; color: var(--ink); }
nav h2 i { flex: 1; align-self: center; border-top: 1px solid var(--rule); }
nav h2 span { color: var(--dim); font-weight: normal; }
nav ol { list-style: none; margin: 0 0 1em; padding: 0; }
nav li { display: flex; gap: 1ch; padding: 0 1ch; white-space: nowrap; }
nav li:hover, nav li:focus-within { background: var(--cursor); box-shadow: inset .35em 0 var(--accent); }
nav .day { flex: 0 0 3ch; text-align: right; }
nav .star { flex: 0 0 1ch; color: var(--bright); }
nav a { flex: 1; min-width: 0; overflow: hidden; text-overflow: ellipsis; color: var(--ink); }
nav .unread a { color: var(--bright); }
nav .guess, .derived { font-style: italic; }
nav .source { color: var(--dim); flex: 0 1 auto; max-width: 18ch; overflow: hidden; text-overflow: ellipsis; }
nav .marks { flex: 0 0 7ch; color: var(--link); }
nav .marks i { color: var(--moved); font-style: normal; }
article { max-width: 76ch; padding: .5em 2ch 2em; }
article + article { border-top: 1px solid var(--rule); padding-top: 1em; }
article p, article ul, blockquote, figure { margin: 1em 0 0; }
article ul { padding-left: 2ch; }
.origin, .own { color: var(--dim); margin: 0; overflow-wrap: anywhere; }
.own b { color: var(--bright); font-weight: normal; }
.standfirst { font-style: italic; }
blockquote { padding-left: 2ch; border-left: 1px solid var(--rule); color: var(--dim); font-style: italic; }
q { quotes: none; color: var(--bright); font-style: italic; }
mark { background: var(--edit-wash); color: var(--edit-ink); }
mark + .about { color: var(--edit); }
del { background: var(--left-wash); color: var(--left-ink); text-decoration: none; }
ins { background: var(--right-wash); color: var(--right-ink); text-decoration: none; }
.edit del, .edit ins { background: var(--edit-wash); color: var(--edit-ink); text-decoration: underline; }
.glyph { color: var(--edit); text-decoration: underline; }
details { margin-top: 1em; border-top: 1px solid var(--rule); }
details p { margin: .5em 0 0; }
.compare { padding: .5em 2ch 2em; max-width: 172ch; }
.facts { border-collapse: collapse; margin: .5em 0 1em; }
.facts td, .facts th { padding: 0 2ch 0 0; text-align: left; vertical-align: top; font-weight: normal; }
.facts th { color: var(--dim); }
.left { color: var(--left); }
.right { color: var(--right); }
.moved { color: var(--moved); font-style: italic; }
.sides { display: grid; grid-template-columns: minmax(0, 72ch) 5ch minmax(0, 72ch); margin-top: 1em; }
.sides > div { padding: 0 0 1em; overflow-wrap: anywhere; }
.sides .sign { text-align: center; color: var(--dim); }
.sides .gone { background: repeating-linear-gradient(135deg, transparent 0 5px, var(--rule) 5px 6px); }
@media (min-width: 1200px) {
  main.two { grid-template-columns: minmax(0, 46fr) minmax(0, 54fr); }
  main.two nav { position: sticky; top: 0; height: 100vh; overflow: auto; border-right: 1px solid var(--rule); }
}
@media print { nav { position: static; height: auto; } article { break-inside: auto; } }
"""
_PLAIN = re.compile(r"https?://[^\s<>\"]+")


def page(title: str, told: Iterable[str], body: Iterable[str]) -> Iterator[str]:
    """A whole page in pieces: `told` stands in its top line behind the name and the title, `body` below it."""
    yield '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield '<meta name="referrer" content="no-referrer">\n'
    yield "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
    yield f"<title>{text(title)} – Wireside</title>\n<style>\n{_colours()}{_STYLE}</style>\n</head>\n<body>\n"
    yield f"<header><b>Wireside</b><span>{text(title)}</span>"
    yield "".join(f'<span class="dim">{text(part)}</span>' for part in told)
    yield "</header>\n"
    yield from body
    yield "</body>\n</html>\n"


def text(said: str) -> str:
    """Text of a document as text of a page."""
    return html.escape(printable(said), quote=True)


def linked(url: str) -> str:
    """An address as a link, where it is one of the web."""
    shown = text(url)
    return f'<a href="{shown}" rel="noreferrer noopener">{shown}</a>' if _PLAIN.fullmatch(url) else shown


def span(said: str, kind: str = "", tag: str = "span") -> str:
    """A run of text of a kind (a class of the style); nothing for an empty one."""
    if not said:
        return ""
    kinds = f' class="{kind}"' if kind else ""
    return f"<{tag}{kinds}>{text(said)}</{tag}>"


def _colours() -> str:
    dark, light = (_variables(colours) for colours in (DARK_COLOURS, LIGHT_COLOURS))
    return f":root {{ {dark} }}\n@media (prefers-color-scheme: light) {{ :root {{ {light} }} }}"


def _variables(colours: dict[str, str]) -> str:
    return " ".join(f"--{name}: {colour};" for name, colour in colours.items())
