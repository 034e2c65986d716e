"""Names by a pipeline of the user's own: what becomes of its entities, what is kept, what where it lacks."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from plain_cast import cast
from telling import story

from tui.actors.finding.paragraphs import Reading, surface
from tui.actors.finding.weights import CLASSES
from tui.actors.models import chosen, pipeline
from tui.actors.models.pipeline import Entity
from tui.actors.models.reading import reading
from tui.actors.recognise import names, running
from tui.library.building import labels


def entity(text: str, name: str, kind: str) -> Entity:
    """The first place of a name in a text, as a pipeline gives it."""
    return text.index(name), text.index(name) + len(name), CLASSES.index(kind)


def written(found: Reading) -> list[str]:
    """The names of a reading as they are written."""
    return [surface(found.runs[span.run], span.first, span.last) for span in found.spans]


def test_entities_keep_their_words_without_articles_and_possessives() -> None:
    text = "the University of Varkana’s dean, Paul R. Hensley-Marsh, and Tarvani's son met."
    marked = [
        entity(text, "the University of Varkana’s", "organisation"),
        entity(text, "Paul R. Hensley-Marsh", "person"),
        entity(text, "Tarvani's", "person"),
    ]
    assert written(reading(text, marked)) == ["University of Varkana", "Paul R. Hensley-Marsh", "Tarvani"]


@pytest.mark.parametrize(
    ("text", "name"), [("王小明昨天访问了城里的学校。", "王小明"), ("زار سمير طرواني المدينة أمس.", "سمير طرواني")]
)
def test_scripts_without_capitals_have_names_too(text: str, name: str) -> None:
    assert written(reading(text, [entity(text, name, "person")])) == [name]


def test_a_pipeline_has_the_say_on_kinds_and_the_corpus_step_goes_on_as_ever() -> None:
    texts = ("Varkana Rovers met on Monday, Greta Marsh said.", "Marsh left the Rovers in May.")
    marked = {
        texts[0]: [entity(texts[0], "Varkana Rovers", "organisation"), entity(texts[0], "Greta Marsh", "person")],
        texts[1]: [entity(texts[1], "Marsh", "person")],
    }
    one = story(*texts)
    found = cast({one.id: names(one, lambda text, title: reading(text, marked[text], title))}, {one.id: None})
    assert {(actor.name, str(actor.kind), actor.mentions) for actor in found.actors} == {
        ("Varkana Rovers", "organisation", 1),
        ("Greta Marsh", "person", 2),
    }


def test_no_paragraph_is_put_to_a_pipeline_twice_but_for_another_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def entities(model: str, texts: list[str]) -> list[tuple[Entity, ...]]:
        asked.extend(texts)
        return [((0, 5, 0),) for _ in texts]

    monkeypatch.setattr(labels, "entities", entities)
    texts = running(story("Marsh left.", "Marsh came."))
    for stamp in ("one 1", "one 1", "one 2"):
        read = labels.reader("one", stamp, str(tmp_path / "labels.db"), texts)
        assert written(read("Marsh came.", True)) == ["Marsh"]
    assert sorted(asked) == sorted(texts * 2)


def test_a_damaged_file_of_what_was_said_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = tmp_path / "labels.db"
    kept.write_bytes(b"no library of anything " * 100)
    monkeypatch.setattr(labels, "entities", lambda model, texts: [((0, 5, 0),) for _ in texts])
    assert written(labels.reader("one", "one 1", str(kept), ["Marsh left."])("Marsh left.", True)) == ["Marsh"]


def test_a_pipeline_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(chosen.ModelError, match="no_such_pipeline is no folder and no installed spaCy pipeline"):
        chosen.folder("no_such_pipeline")
    with pytest.raises(chosen.ModelError, match=r"there is no config\.cfg"):
        chosen.folder(str(tmp_path))


def test_a_pipeline_may_lie_in_a_folder_of_its_package(tmp_path: Path) -> None:
    inner = tmp_path / "xx_core-1.0"
    inner.mkdir()
    (inner / "config.cfg").write_text("")
    assert chosen.folder(str(tmp_path)) == inner


def test_an_installed_pipeline_finds_the_names(tmp_path: Path) -> None:
    spacy = pytest.importorskip("spacy")
    made = spacy.blank("en")
    made.add_pipe("entity_ruler").add_patterns([{"label": "ORG", "pattern": "varkana rovers"}])
    made.meta["name"] = "made"
    made.to_disk(tmp_path / "made")
    assert chosen.stamp(str(tmp_path / "made")).startswith("en_made ")
    (found,) = pipeline.entities(str(tmp_path / "made"), ["We met varkana rovers today."])
    assert found == ((7, 21, CLASSES.index("organisation")),)
    meta = tmp_path / "made" / "meta.json"
    meta.write_text(json.dumps({"lang": "en"}))
    with pytest.raises(chosen.ModelError, match="does not say what it is"):
        chosen.stamp(str(tmp_path / "made"))
