"""A spaCy pipeline as a finder of names: entities with what they are to this program."""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from tui.actors.finding.weights import CLASSES
from tui.actors.models.chosen import ModelError, folder

Entity = tuple[int, int, int]
"""Start and end in the text, and the number of `weights.CLASSES`."""

# What pipelines of spaCy's, for all its languages, call persons, organisations and places.
_LABELS = {
    **dict.fromkeys(("PERSON", "PER", "PRS", "persName", "PS"), CLASSES.index("person")),
    **dict.fromkeys(
        ("ORG", "ORGANIZATION", "ORGANISATION", "orgName", "GPE_ORG", "OG", "INST"), CLASSES.index("organisation")
    ),
    **dict.fromkeys(
        ("GPE", "LOC", "FAC", "LOCATION", "FACILITY", "placeName", "geogName", "GPE_LOC", "LC"), CLASSES.index("place")
    ),
}
# Parts of a pipeline that finding names does without.
_UNUSED = ("tagger", "parser", "lemmatizer", "trainable_lemmatizer", "attribute_ruler", "morphologizer", "senter")
_AT_ONCE = 32


def entities(model: str, texts: Sequence[str]) -> Iterator[tuple[Entity, ...]]:
    """The persons, organisations and places in each text. Raises ModelError where the pipeline cannot be loaded."""
    for doc in pipeline(model).pipe(texts, batch_size=_AT_ONCE):
        yield tuple(
            (entity.start_char, entity.end_char, _LABELS[entity.label_])
            for entity in doc.ents
            if entity.label_ in _LABELS
        )


@cache
def pipeline(model: str) -> Any:
    """The pipeline without the parts that finding names does without. Raises ModelError."""
    place = folder(model)
    try:
        spacy = importlib.import_module("spacy")
        return spacy.load(place, exclude=_UNUSED)
    except (ImportError, OSError, ValueError) as error:
        raise ModelError(f"{model} cannot be loaded: {str(error).splitlines()[0]}") from error
