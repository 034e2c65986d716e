"""What a story is compared by: the same in every process, small, and blind to typography."""

from __future__ import annotations

import pickle
import subprocess
import sys

import numpy as np
import pytest
from made_up_news import body
from sides import story

from tui.relate.finding.features import Features, features
from tui.relate.finding.frequencies import bare, count, shipped, word_hash
from tui.relate.finding.vocabulary import Vocabulary


def same(left: Features, right: Features) -> bool:
    return pickle.dumps(left) == pickle.dumps(right)


def test_shingles_are_all_runs_of_five_words_across_paragraphs() -> None:
    made = features(story("One two three", "four five six seven.", "Eight."))
    assert made.length == 8
    assert len(made.shingles) == 4
    assert made.starts.tolist() == [0, 3, 7]
    assert made.paragraph_lengths.tolist() == [3, 4, 1]


def test_typography_changes_nothing() -> None:
    told = story("“It’s over” – he said… the co-pilot of the U.S. plane", *body(1))
    typed = story('"It\'s over" - he said... the co-pilot of the US plane', *body(1))
    assert same(features(told), features(typed))


def test_the_order_of_words_counts() -> None:
    one, other = features(story("a man bit the dog today")), features(story("a dog bit the man today"))
    assert one.digest != other.digest
    assert one.paragraphs.tolist() != other.paragraphs.tolist()


def test_figures_in_words_and_in_digits_are_the_same_term() -> None:
    one, other = features(story("Sixty lawmakers wrote")), features(story("60 lawmakers wrote"))
    assert one.figures.keys.tolist() == other.figures.keys.tolist()
    assert len(one.figures.keys) == 1


def test_names_are_told_from_other_words() -> None:
    made = features(story("The governor, Henrike Aalbers, told reporters in Varnsted."))
    assert len(made.names.keys) == 3
    assert made.names.weights @ made.names.weights == pytest.approx(1)


def test_weekdays_are_taken_from_the_first_paragraphs() -> None:
    made = features(story("He wrote.", "On Wednesday, not Friday.", "Wednesday’s letter.", "By Sunday!"))
    assert made.weekdays == ((2, "on Wednesday"), (4, "Friday"))
    assert features(story("One.", "Two.", "Three.", "Four.", "On Sunday.")).weekdays == ()


def test_comments_and_furniture_are_not_compared() -> None:
    bare_story = story(*body(1))
    full = story(*body(1), "& Ann: I do not believe a word of it.", "~ Share this article", "[ A picture")
    assert same(features(bare_story), features(full))


def test_where_the_body_is_next_to_nothing_captions_are_compared() -> None:
    made = features(story("[ " + body(1)[0], "Gallery"))
    assert made.length == 37


def test_a_story_without_words_has_features() -> None:
    made = features(story())
    assert (made.digest, made.length, len(made.shingles)) == (b"", 0, 0)


def test_features_are_the_same_in_every_process() -> None:
    program = (
        "import sys; sys.path[:0] = ['tests', 'tests/relate']; from made_up_news import body; from sides import story;"
        "from tui.relate.finding.features import features; import pickle;"
        "sys.stdout.buffer.write(pickle.dumps(features(story(*body(3)))))"
    )
    for seed in ("1", "2"):
        told = subprocess.run(
            [sys.executable, "-c", program], capture_output=True, check=True, env={"PYTHONHASHSEED": seed}
        )
        assert same(pickle.loads(told.stdout), features(story(*body(3))))


def test_features_of_a_story_are_small() -> None:
    assert len(pickle.dumps(features(story(*body(1, 504))))) < 8_000


def test_a_vocabulary_that_is_full_begins_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.relate.finding.vocabulary._MOST_WORDS", 5)
    vocabulary = Vocabulary()
    words, _ = vocabulary.read(["one two three four five six seven"])
    hashes = vocabulary.hashes[words].tolist()
    assert len(vocabulary) == 7
    words, _ = vocabulary.read(["seven one"])
    assert len(vocabulary) == 2
    assert vocabulary.hashes[words].tolist() == [hashes[6], hashes[0]]


def test_raw_words_hold_none_one_or_several_words() -> None:
    vocabulary = Vocabulary()
    words, starts = vocabulary.read(["won — or/and lost", "", "… said"])
    assert len(words) == 5
    assert starts.tolist() == [0, 4, 4]


def test_common_words_are_common_and_names_bear_capitals() -> None:
    table = shipped()
    words = ("the", "senator", "xylophone", "london", "table", "qqqzzzqq")
    the, senator, xylophone, london, piece, unlisted = (table.of_hash(word_hash(word)) for word in words)
    assert the[0] < 0.1 < senator[0] < xylophone[0]
    assert piece[1] < 0.2
    assert london[1] > 0.9
    assert unlisted == (table.rarest, -1.0)


def test_a_table_is_counted_over_stories() -> None:
    texts = ["The cat saw Rome.", "The cat saw the Rome of old.", "the cat", "The cat’s", "The cat and a dog", "The"]
    table = count(texts)
    assert len(table) == 2
    assert np.all(table["key"][1:] > table["key"][:-1])
    assert sorted(table["rarity"].tolist()) == [0, 4]


def test_possessives_count_as_their_word() -> None:
    assert [bare(word) for word in ("rome's", "workers'", "its")] == ["rome", "workers", "its"]
