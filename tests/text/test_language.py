"""The language of a text, by a vote of its small words or by its script."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.language import language, stop_words


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("The minister said that she would not be at the meeting with the others.", "en"),
        ("Der Minister sagte, dass er nicht mit den anderen zu dem Treffen kommen werde.", "de"),
        ("Le ministre a dit que la réunion ne serait pas dans les locaux de la mairie.", "fr"),
        ("El ministro dijo que no estará en la reunión con los otros por la lluvia.", "es"),
        ("O ministro disse que não estará na reunião com os outros por causa da chuva.", "pt"),
        ("Il ministro ha detto che non sarà alla riunione con gli altri per la pioggia.", "it"),
        ("De minister zei dat hij niet bij de vergadering met de anderen zou zijn.", "nl"),
        ("Bakan bu toplantı için gelecek ama diğer üyeler ile konuşmak çok zor dedi.", "tr"),
        ("Министр сказал, что его не будет на встрече.", "ru"),
        ("Міністр сказав, що його не буде на зустрічі.", "uk"),
        ("وزير الخارجية قال إنه لن يحضر الاجتماع", "ar"),
        ("وزیر نے کہا کہ وہ اجلاس میں نہیں آئیں گے", "ur"),
        ("大臣は会議に出席しないと述べた。", "ja"),
        ("部长说他不会出席会议。", "zh"),
        ("मंत्री ने कहा कि वह बैठक में नहीं आएंगे", "hi"),
    ],
)
def test_the_language_of_a_sentence(text: str, lang: str) -> None:
    assert language(text) == lang


def test_too_little_tells_nothing() -> None:
    assert language("") == ""
    assert language("12:30 +++ 4711") == ""


def test_small_words_of_a_language_without_a_list_are_none() -> None:
    assert "the" in stop_words("en")
    assert stop_words("xx") == frozenset()


@given(st.text())
def test_any_text_gives_a_code_or_nothing(text: str) -> None:
    assert re.fullmatch("(?:[a-z]{2})?", language(text))
