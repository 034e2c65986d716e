"""Records in the shapes in which services, crawlers and reference managers hand out news."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from pathlib import Path

import pytest
from pages import BRIDGE
from test_records_json_and_tables import written

from tui.model import Story

TEXT, URL, TITLE = "\n\n".join(BRIDGE), "https://www.tarn.example/2025/bridge", "The bridge is shut"
TIME = "2025-03-04T05:15:00Z"


def table(*rows: list[object]) -> str:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue()


WITH_TEXT = {
    "a crawler's article": {
        **{"authors": ["Lena Quill"], "date_download": "2025-03-09 10:00:00", "date_modify": None, "text": None},
        **{"date_publish": "2025-03-04 05:15:00", "description": "Cracks.", "image_url": "https://x.example/y.jpg"},
        **{"language": "en", "maintext": TEXT, "source_domain": "tarn.example", "title": TITLE, "url": URL},
    },
    "an event service": {
        "articles": {
            "results": [
                {
                    **{
                        "uri": "123",
                        "lang": "eng",
                        "date": "2025-03-04",
                        "time": "05:15:00",
                        "dateTime": TIME,
                        "url": URL,
                    },
                    **{"title": TITLE, "body": TEXT, "source": {"uri": "tarn.example", "title": "tarn.example"}},
                    **{"authors": [{"uri": "q", "name": "Lena Quill", "type": "author"}], "eventUri": None},
                }
            ]
        }
    },
    "a newspaper's own service": {
        "response": {
            "status": "ok",
            "results": [
                {
                    **{"id": "a/b", "type": "article", "webPublicationDate": TIME, "webTitle": TITLE, "webUrl": URL},
                    "fields": {"headline": TITLE, "trailText": "Cracks", "byline": "Lena Quill", "bodyText": TEXT},
                }
            ],
        }
    },
    "schema.org": {
        "@context": "https://schema.org",
        "@graph": [
            {
                **{"@type": "NewsArticle", "headline": TITLE, "datePublished": TIME, "dateModified": "2025-03-09"},
                **{"author": [{"@type": "Person", "name": "Lena Quill"}], "articleBody": TEXT, "url": URL},
                "publisher": {"@type": "Organization", "name": "tarn.example", "logo": {"@type": "ImageObject"}},
            }
        ],
    },
    "a search index": {
        "took": 1,
        "hits": {
            "total": 1,
            "hits": [
                {
                    "_id": "1",
                    "_source": {
                        **{"title": TITLE, "text": TEXT, "published_date": "2025-03-04", "author": "By Lena Quill"},
                        **{"source": "tarn.example", "url": URL},
                    },
                }
            ],
        },
    },
    "a blog's posts": [
        {
            **{"id": 1, "date": "2025-03-04T05:15:00", "link": URL, "title": {"rendered": TITLE}},
            "content": {"rendered": "".join(f"<p>{text}</p>" for text in BRIDGE), "protected": False},
            "author_name": "x",
            "byline": "Lena Quill",
        }
    ],
    "JSON Feed": {
        **{"version": "https://jsonfeed.org/version/1.1", "title": "Tarn"},
        "items": [
            {
                **{"id": "1", "url": URL, "title": TITLE, "date_published": "2025-03-04T05:15:00+01:00"},
                "content_html": "".join(f"<p>{text}</p>" for text in BRIDGE),
                "authors": [{"name": "Lena Quill"}],
            }
        ],
    },
    "an archive of papers": {
        "response": {
            "docs": [
                {
                    **{"web_url": URL, "abstract": "Cracks", "lead_paragraph": TEXT, "source": "tarn.example"},
                    "headline": {"main": TITLE, "kicker": None, "seo": None, "sub": None, "print_headline": "Shut"},
                    **{"pub_date": "2025-03-04T05:15:00+0000", "byline": {"original": "By Lena Quill", "person": []}},
                }
            ]
        }
    },
}


def checked(found: list[Story]) -> Story:
    (story,) = found
    assert (story.headline, story.when.day, story.url) == (TITLE, dt.date(2025, 3, 4), URL)
    return story


@pytest.mark.parametrize("shape", WITH_TEXT)
def test_a_story_is_found_wherever_a_service_puts_it(tmp_path: Path, shape: str) -> None:
    found, said = written(tmp_path, "a.json", json.dumps(WITH_TEXT[shape]))
    story = checked(found)
    assert said == []
    assert list(story.paragraphs) == BRIDGE
    assert (story.byline, story.outlet) == ("Lena Quill", "tarn.example")


def test_a_list_of_hits_is_a_list_of_stories_without_texts(tmp_path: Path) -> None:
    hit = {"url": URL, "title": TITLE, "seendate": "20250304T051500Z", "domain": "tarn.example", "language": "English"}
    found, _ = written(tmp_path, "a.json", json.dumps({"articles": [hit]}))
    story = checked(found)
    assert (story.paragraphs, story.outlet, story.language) == ((), "tarn.example", "en")


def test_a_text_that_a_service_cuts_off_ends_where_it_is_cut(tmp_path: Path) -> None:
    cut = {
        "source": {"id": None, "name": "Tarn"},
        "title": TITLE,
        "url": URL,
        "publishedAt": TIME,
        "content": BRIDGE[0] + " The mayor… [+1234 chars]",
    }
    found, _ = written(tmp_path, "a.json", json.dumps({"status": "ok", "articles": [cut]}))
    assert checked(found).paragraphs == (f"{BRIDGE[0]} The mayor…",)


def test_a_media_monitors_table(tmp_path: Path) -> None:
    names = ["stories_id", "publish_date", "title", "url", "language", "ap_syndicated", "media_id", "media_name"]
    row = [1, "2025-03-04 05:15:00", TITLE, URL, "en", False, 5, "Tarn Courier"]
    found, _ = written(tmp_path, "a.csv", table([*names], row))
    assert checked(found).outlet == "Tarn Courier"


def test_a_reference_managers_table(tmp_path: Path) -> None:
    names = ["Key", "Item Type", "Author", "Title", "Publication Title", "Url", "Abstract Note", "Date", "Date Added"]
    row = [
        "A1",
        "newspaperArticle",
        "Quill, Lena",
        TITLE,
        "Tarn Courier",
        URL,
        TEXT,
        "2025-03-04",
        "2025-06-01 10:00:00",
    ]
    found, _ = written(tmp_path, "a.csv", table([*names], row))
    story = checked(found)
    assert (story.outlet, story.byline, list(story.paragraphs)) == ("Tarn Courier", "Quill, Lena", BRIDGE)
