"""Saved feeds: a story an item; nothing that XML can be made to expand is let in."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from pages import BRIDGE, ORCHARD, problems, texts
from test_records_json_and_tables import opened, written

from tui.ingest.lines import lines
from tui.model import Basis, BlockKind

PARAGRAPHS = "".join(f"<p>{text}</p>" for text in BRIDGE)
RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:media="http://search.yahoo.com/mrss/">
<channel>
<title>Tarn Courier – Home</title>
<link>https://tarn-courier.example/</link>
<item>
<title>Old bridge closed &amp; fenced</title>
<link>https://www.tarn-courier.example/bridge</link>
<pubDate>Tue, 04 Mar 2025 06:15:00 GMT</pubDate>
<dc:creator>Ida Holm</dc:creator>
<media:title>A picture of a bridge</media:title>
<description>Cracks were found in two pillars.</description>
<content:encoded><![CDATA[{PARAGRAPHS}]]></content:encoded>
</item>
<item>
<title>Frost takes the blossom</title>
<guid>https://www.tarn-courier.example/frost</guid>
<description>{escape("<p>" + "</p><p>".join(ORCHARD) + "</p>")}</description>
</item>
</channel>
</rss>
"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Valley Post</title>
<entry><title type="html">Frost &amp;amp; fruit</title>
<link rel="enclosure" href="https://valley.example/a.mp3"/><link href="https://valley.example/frost"/>
<author><name>Per Ek</name><email>per@valley.example</email></author>
<published>2025-03-05T07:00:00Z</published><updated>2025-03-06T07:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{"".join(f"<p>{text}</p>" for text in ORCHARD)}</div>
</content></entry></feed>"""
RDF = f"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Old wire</title></channel>
<item rdf:about="x"><title>The frost</title><dc:date>2025-03-05</dc:date><description>{ORCHARD[0]}</description></item>
</rdf:RDF>"""
BOMB = '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><rss><item>&b;</item></rss>'


def test_an_rss_feed_gives_a_story_an_item(tmp_path: Path) -> None:
    (bridge, frost), said = written(tmp_path, "home.rss", RSS)
    assert said == []
    assert (bridge.headline, bridge.byline) == ("Old bridge closed & fenced", "Ida Holm")
    assert list(bridge.paragraphs) == BRIDGE
    assert texts(bridge, BlockKind.STANDFIRST) == ["Cracks were found in two pillars."]
    assert (bridge.when.day, bridge.when.basis) == (dt.date(2025, 3, 4), Basis.METADATA)
    assert (bridge.when.time, bridge.when.zone) == (dt.time(6, 15), "GMT")
    assert bridge.outlet == frost.outlet == "tarn-courier.example"
    assert frost.url == "https://www.tarn-courier.example/frost"
    assert list(frost.paragraphs) == ORCHARD
    assert "Frost takes the blossom" in "\n".join(lines(frost.document)[frost.blocks[0].first - 1 :])


def test_an_atom_feed_with_markup_as_elements(tmp_path: Path) -> None:
    (story,), said = written(tmp_path, "a.atom", ATOM)
    assert said == []
    assert (story.headline, story.byline, story.url) == ("Frost & fruit", "Per Ek", "https://valley.example/frost")
    assert list(story.paragraphs) == ORCHARD
    assert story.when.day == dt.date(2025, 3, 5)


def test_an_rdf_feed_in_a_file_called_xml(tmp_path: Path) -> None:
    (story,), _ = written(tmp_path, "a.xml", RDF)
    assert (story.headline, story.when.day) == ("The frost", dt.date(2025, 3, 5))
    assert list(story.paragraphs) == ORCHARD[:1]


@pytest.mark.parametrize("encoding", ["windows-1251", "iso-8859-1", "utf-16", "shift_jis"])
def test_a_feed_in_an_older_encoding(tmp_path: Path, encoding: str) -> None:
    titles = {"windows-1251": "Мост закрыт", "shift_jis": "橋が閉鎖されたという知らせが届いた"}
    title = titles.get(encoding, "Bridge shut")
    head = f'<?xml version="1.0" encoding="{encoding}"?>'
    text = f"{head}<rss><channel><item><title>{title}</title></item></channel></rss>"
    path = tmp_path / "a.rss"
    path.write_bytes(text.encode(encoding))
    (story,), _ = opened(path)
    assert story.headline == title


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (BOMB, "document type of its own"),
        ("<rss><channel>" + "<a>" * 60_000, "nested more than"),
        ("<opml><body><outline text='x' xmlUrl='https://x.example/rss'/></body></opml>", "OPML, a list of feeds"),
        ("<svg><path/></svg>", "no feed"),
        ("<rss><channel><title>x</title></channel></rss>", "without items"),
        ("not xml at all", "not XML"),
        ("<rss", "not XML"),
    ],
)
def test_what_is_no_feed_is_one_problem(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "a.xml").write_text(text, encoding="utf-8")
    (problem,) = problems(tmp_path / "a.xml")
    assert said in problem.reason


def test_a_damaged_feed_keeps_the_items_in_front_of_the_damage(tmp_path: Path) -> None:
    found, said = written(tmp_path, "a.rss", RSS[: RSS.index("<guid>")] + "<<&&")
    assert [story.headline for story in found] == ["Old bridge closed & fenced"]
    (problem,) = said
    assert problem.line == RSS[: RSS.index("<guid>")].count("\n") + 1
    found, said = written(tmp_path, "b.rss", RSS[: RSS.index("<guid>")] + "<a>" * 60_000)
    assert len(found) == len(said) == 1


def test_an_outside_document_type_is_neither_fetched_nor_in_the_way(tmp_path: Path) -> None:
    head = '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://127.0.0.1:9/rss.dtd">\n<rss'
    found, said = written(tmp_path, "a.rss", RSS.replace("<rss", head, 1).replace("Cracks were", "Cracks&nbsp;were"))
    assert (len(found), said) == (2, [])
