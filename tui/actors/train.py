"""Learn the tagger's weights, and write `data/weights.json.gz`.

    python -m tui.actors.train label STORIES.jsonl.gz LABELS.jsonl [PIPELINE]
    python -m tui.actors.train fit LABELS.jsonl tui/actors/data/weights.json.gz

A large model's labels teach a small one: spaCy marks the entities of each paragraph, spans of capitalised runs take
their kinds from it, and logistic regressions learn them (what a span is; what it is as far as its surroundings tell,
for names nobody has met, mostly from rare ones; whether a name goes on across a gap). Only features and their weights
are kept. STORIES has one JSON object a line with a `text`, paragraphs parted by empty lines; LABELS has lists of
paragraphs with their (start, end, label). PIPELINE is an installed spaCy pipeline or a folder with one; the weights
that ship were learnt from en_core_web_md 3.8.
"""

from __future__ import annotations

import gzip
import json
import random
import re
import sys
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tui.actors.finding.features import gap_features, span_features
from tui.actors.finding.runs import Run, runs, title_case
from tui.actors.finding.weights import CLASSES, pack
from tui.actors.fit import logistic
from tui.actors.models.pipeline import pipeline

_CLASS = {"PERSON": 0, "ORG": 1, "GPE": 2, "LOC": 2, "FAC": 2}
_NONE = CLASSES.index("none")
_SCALE = 16
_LEAST_SEEN = 8
_LEAST_WEIGHT = 0.12
_HIDDEN = 0.2
_RARE = 40
_COMMON = 0.1
_ABOUT = (
    "Linear models over features of capitalised spans in news, learnt by tui.actors.train from the news of the "
    "Article-Bias-Prediction data set (Baly et al. 2020, Apache-2.0) as labelled by spaCy's en_core_web_md 3.8 (MIT)."
)
Entity = tuple[int, int, str]


@dataclass(slots=True)
class Examples:
    """Training examples as rows of feature numbers, with the class of each."""

    numbers: dict[str, int] = field(default_factory=dict)
    features: array[int] = field(default_factory=lambda: array("i"))
    ends: array[int] = field(default_factory=lambda: array("q", [0]))
    classes: array[int] = field(default_factory=lambda: array("b"))

    def add(self, features: Iterable[str], label: int) -> None:
        """Add one example."""
        numbers = self.numbers
        self.features.extend([numbers.setdefault(feature, len(numbers)) for feature in features])
        self.ends.append(len(self.features))
        self.classes.append(label)


def examples(paragraphs: Sequence[tuple[str, list[Entity]]], seed: int = 3) -> tuple[Examples, Examples, Examples]:
    """The examples of spans, of (mostly rare) spans as if never met, and of gaps, that labelled paragraphs give."""
    spans, strangers, gaps = Examples(), Examples(), Examples()
    chance = random.Random(seed)
    counts = Counter(word for text, _ in paragraphs for run in runs(text) for word in run.words)
    for text, entities in paragraphs:
        if len(text) < 60 or title_case(text):
            continue
        for run in runs(text):
            covering = [_covering(run.ends[number] - 1, entities) for number in range(len(run.words))]
            for first, last in _segments(run, covering, gaps, chance):
                entity = covering[first]
                label = _CLASS.get(entity[2], _NONE) if entity else _NONE
                spans.add(_hidden(span_features(run, first, last), chance), label)
                rare = max(counts[run.words[first]], counts[run.words[last]]) < _RARE
                if rare or chance.random() < _COMMON:
                    strangers.add([feature for feature in span_features(run, first, last) if feature[0] != "="], label)
    return spans, strangers, gaps


def _hidden(features: list[str], chance: random.Random) -> list[str]:
    """The features, now and then without those that name a word."""
    return [feature for feature in features if feature[0] != "="] if chance.random() < _HIDDEN else features


def _covering(at: int, entities: list[Entity]) -> Entity | None:
    return next((entity for entity in entities if entity[0] <= at < entity[1]), None)


def _segments(
    run: Run, covering: list[Entity | None], gaps: Examples, chance: random.Random
) -> Iterator[tuple[int, int]]:
    """The spans of a run as labelled. Two words without a label teach nothing of the gap between them."""
    first = 0
    for number in range(len(run.words) - 1):
        one, two = covering[number], covering[number + 1]
        if one is None and two is None:
            continue
        label = int(one is two)
        gaps.add(_hidden(gap_features(run, number), chance), label)
        if not label:
            yield first, number
            first = number + 1
    yield first, len(run.words) - 1


def fit(labels: Path, target: Path) -> None:
    """Learn the models from labelled paragraphs and write their weights."""
    spans, strangers, gaps = examples(list(_labelled(labels)))
    written: dict[str, Any] = {"about": _ABOUT, "scale": _SCALE, "spans": {}, "strangers": {}, "gaps": {}}
    for name, rows in (("spans", spans), ("strangers", strangers)):
        for feature, weights in logistic(rows, len(CLASSES), _LEAST_SEEN):
            if max(map(abs, weights)) >= _LEAST_WEIGHT and (value := pack([round(w * _SCALE) for w in weights])):
                written[name][feature] = value
    for feature, (apart, together) in logistic(gaps, 2, _LEAST_SEEN):
        if abs(together - apart) >= 2 * _LEAST_WEIGHT:
            written["gaps"][feature] = round((together - apart) * _SCALE)
    packed = json.dumps(written, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    target.write_bytes(gzip.compress(packed, 9, mtime=0))


def _labelled(path: Path) -> Iterator[tuple[str, list[Entity]]]:
    with path.open(encoding="utf-8") as stories:
        for line in stories:
            for text, entities in json.loads(line):
                yield text, [(start, end, label) for start, end, label in entities]


def label(stories: Path, target: Path, model: str = "en_core_web_md") -> None:
    """Have spaCy mark the entities of all paragraphs. Raises ModelError where the pipeline cannot be had."""
    language = pipeline(model)
    with gzip.open(stories, "rt", encoding="utf-8") as lines, target.open("w", encoding="utf-8") as out:
        for line in lines:
            texts = [re.sub(r"\s+", " ", piece).strip() for piece in json.loads(line)["text"].split("\n\n")]
            marked = [
                (doc.text, [(entity.start_char, entity.end_char, entity.label_) for entity in doc.ents])
                for doc in language.pipe(text for text in texts if text)
            ]
            out.write(json.dumps(marked, ensure_ascii=False) + "\n")


def main() -> int:
    """Label or fit. Arguments: which, the file to read, the file to write, for labelling the pipeline."""
    what, source, target, *model = sys.argv[1:]
    if what == "label":
        label(Path(source), Path(target), *model)
    else:
        fit(Path(source), Path(target))
    return 0


if __name__ == "__main__":
    sys.exit(main())
