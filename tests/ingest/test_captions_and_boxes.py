"""What lies among the paragraphs of a story and reads like them: captions, forms, teasers, words on the author."""

from __future__ import annotations

from pathlib import Path

import pytest
from pages import BRIDGE, ORCHARD, page, story, texts

from tui.model import BlockKind

HEAD = "Cracks close the old bridge over the Tarn"
LONG_CAPTION = (
    "Engineers of the province look at the pillars of the bridge over the Tarn, which has been closed to lorries since"
    " autumn and to all traffic since Monday; the ministry said that the cracks had grown by half in a winter, and"
    " that nobody could say yet whether the old stones would bear the weight of a temporary roadway, for which the town"
    " has asked three firms to name a price before the end of the month so that the market may be held in spring."
)
CREDITS = [
    "The pillars of the bridge as they stood on Monday morning. Anna Mirov",
    "The pillars of the bridge as they stood on Monday morning. Supplied",
    "The pillars of the bridge as they stood on Monday morning. Tarnfoto/Anna Mirov",
    "Die Pfeiler der Brücke, wie sie am Montag standen. Bildrechte: Tarnfunk/Anna Mirov",
]


@pytest.mark.parametrize("caption", CREDITS)
def test_who_took_the_picture_may_stand_behind_the_full_stop_of_its_caption(tmp_path: Path, caption: str) -> None:
    found = story(page(HEAD, *BRIDGE[:2], caption, *BRIDGE[2:]), tmp_path)
    assert found.paragraphs == tuple(BRIDGE)
    assert caption in texts(found, BlockKind.CAPTION)


@pytest.mark.parametrize(
    "caption",
    [
        f"{LONG_CAPTION} (Photo by Anna Mirov/Tarn Images)",
        f"{LONG_CAPTION} Photo: Anna Mirov/Tarn Tribune via AP",
        f"LISSE, TARNIA - MARCH 04: {LONG_CAPTION}",
    ],
)
def test_captions_of_agencies_may_be_as_long_as_paragraphs(tmp_path: Path, caption: str) -> None:
    found = story(page(HEAD, *BRIDGE[:2], caption, *BRIDGE[2:]), tmp_path)
    assert found.paragraphs == tuple(BRIDGE)
    assert caption in texts(found, BlockKind.CAPTION)


@pytest.mark.parametrize(
    "sentence",
    [
        LONG_CAPTION,
        "“We shall build it again,” said the mayor of the town, and thanked its bakers. “All of it. Thank you.”",
        "The bridge was built in the year 1870 by an engineer from the capital whose name was Sgt. Pavel Rudd",
    ],
)
def test_what_only_resembles_a_caption_stays(tmp_path: Path, sentence: str) -> None:
    found = story(page(HEAD, *BRIDGE[:2], sentence, *BRIDGE[2:]), tmp_path)
    assert sentence not in texts(found, BlockKind.CAPTION)


@pytest.mark.parametrize(
    "about",
    [
        "Lena Quill is a Roads And Rivers Reporter for the Tarn Tribune and has lived in the valley for ten years.",
        "Lena Quill is a producer who files stories on bridges for the provincial bureau in Osk.",
        "Lena Quill joined the Tarn Tribune in 2019. She has been reporting on bridges since her days at school.",
        "Lena Quill ist beim Tarnboten für Brücken und Straßen zuständig und lebt in Harl.",
        "You can email Lena Quill here, and read more of her stories on the page of the valley.",
        "Lena Quill ist Redakteurin beim Tarnboten und schreibt seit zehn Jahren über Brücken und Straßen.",
    ],
)
def test_what_is_told_of_the_author_below_a_story_is_no_part_of_it(tmp_path: Path, about: str) -> None:
    found = story(page(HEAD, "By Lena Quill", "4 March 2025", *BRIDGE, about), tmp_path)
    assert found.paragraphs == tuple(BRIDGE)


def test_a_writer_of_whom_the_story_tells_stays_in_it(tmp_path: Path) -> None:
    told = "The novelist Ada Bryll, who grew up beside the bridge, wept when she saw the barriers on Monday morning."
    last = "Ada Bryll is the author of a book on the bridge, which the town library will lend out again from Thursday."
    assert story(page(HEAD, *BRIDGE, told, last), tmp_path).paragraphs == (*BRIDGE, told, last)


def test_what_stands_below_the_heading_about_the_author_is_no_part_of_the_story(tmp_path: Path) -> None:
    about = ["About the author", "Her friends say that Lena Quill knows each stone of each bridge in the valley."]
    assert story(page(HEAD, *BRIDGE, *about), tmp_path).paragraphs == tuple(BRIDGE)


FORM = [
    "Sign up for our newsletter",
    "The best walks and inns of the valley, every week.",
    "Please enter a valid email address.",
    "A welcome note is on its way, so please have a look at your post.",
    "Sign up",
]


def test_the_sentences_of_a_form_are_no_part_of_the_story(tmp_path: Path) -> None:
    assert story(page(HEAD, *BRIDGE[:2], *FORM, *BRIDGE[2:]), tmp_path).paragraphs == tuple(BRIDGE)


def test_a_slogan_stands_between_a_newsletter_and_its_button(tmp_path: Path) -> None:
    box = ["Join our newsletter", "Slow news. Good bread. Each Friday.", "Count me in"]
    assert story(page(HEAD, *BRIDGE[:2], *box, *BRIDGE[2:]), tmp_path).paragraphs == tuple(BRIDGE)


TEASERS = [
    ("Bakers win a prize in Lisse", "Three young bakers from Lisse have won the cake cup of the province once again."),
    (
        "School opens without a roof",
        "Pupils in Harl sat in the gymnasium as their classrooms still lack a proper roof.",
    ),
]


@pytest.mark.parametrize("more", ["more", "Mehr lesen", "Lire la suite", "Leer más"])
def test_teasers_that_lead_on_to_more_are_no_part_of_the_story(tmp_path: Path, more: str) -> None:
    boxes = [line for head, lead in TEASERS for line in (head, lead, more)]
    found = story(page(HEAD, *BRIDGE, *boxes, *BRIDGE[::-1]), tmp_path)
    assert not {lead for _, lead in TEASERS} & set(found.paragraphs)


def test_one_link_to_more_may_unfold_the_story_itself(tmp_path: Path) -> None:
    unfolded = [*BRIDGE[:2], "Lorries had to turn round", BRIDGE[2], "Read more", *BRIDGE[3:]]
    assert BRIDGE[2] in story(page(HEAD, *unfolded), tmp_path).paragraphs


def test_teasers_at_the_end_go_though_they_speak_of_the_same(tmp_path: Path) -> None:
    same = [
        "Bridge over the Tarn: what is known",
        "The old bridge over the Tarn was closed on Monday after engineers found cracks in its pillars.",
        "Mayor wants a ferry 03.03.2025",
        "Mayor Lena Orvik asked the council for a ferry until the repairs of the bridge are done.",
    ]
    found = story(page(HEAD, *BRIDGE, "Die Redaktion empfiehlt", *same), tmp_path)
    assert found.paragraphs == tuple(BRIDGE)


CARD = ["Goats stop evening train near Imst", "Goats stop evening train near Imst", "News", "2 hours ago", "Share"]
GOES_ON = [
    "Lorries have been kept off the stones since autumn, and the inspectors had asked for a look at the pillars.",
    "Shopkeepers at the foot want a ferry by summer; Lena Orvik promised to ask the ministry, which gave no answer.",
    "“My father stood in this shop before me,” Pavel Rudd said, “and customers from Harl walked over for their rolls.”",
    "The northern road floods when snow melts in the hills, so that lorries from Osk cannot pass for weeks at a time.",
]


def test_the_card_of_another_story_within_one_does_not_split_it(tmp_path: Path) -> None:
    found = story(page(HEAD, "4 March 2025", *BRIDGE, "\n", *CARD, "\n", *GOES_ON), tmp_path)
    assert found.paragraphs == (*BRIDGE, *GOES_ON)


def test_further_reading_within_a_story_does_not_split_it(tmp_path: Path) -> None:
    box = ["Read more", "In pictures.", *CARD[:2], "By Lena Quill"]
    found = story(page(HEAD, "4 March 2025", *BRIDGE, *box, *ORCHARD), tmp_path)
    assert found.headline == HEAD


LINKS = [
    "  • Bakers win a prize in Lisse",
    "  • “Nobody asked us”: school opens without a roof",
    "  • What stops the train?",
]


def test_links_listed_among_the_paragraphs_are_no_part_of_the_story(tmp_path: Path) -> None:
    text = page(HEAD, "Share", *BRIDGE, "\n".join(LINKS), *GOES_ON)
    assert story(text, tmp_path).paragraphs == (*BRIDGE, *GOES_ON)


@pytest.mark.parametrize(
    ("above", "items"),
    [
        (BRIDGE[0], ["The bridge was built in 1870.", "It was widened before the war.", "It bore ten tons."]),
        ("The council named three ways to cross:", ["the northern road through Harl", "the ford below the old mill"]),
    ],
)
def test_a_list_of_sentences_or_one_that_is_announced_belongs_to_the_story(
    tmp_path: Path, above: str, items: list[str]
) -> None:
    listed = "\n".join(f"  • {item}" for item in items)
    text = page(HEAD, "Share", *BRIDGE[1:], above, listed, *GOES_ON)
    assert story(text, tmp_path).paragraphs == (*BRIDGE[1:], above, *items, *GOES_ON)


def test_a_list_goes_on_below_the_picture_in_it(tmp_path: Path) -> None:
    names = ["Goat of the year", "Bella, Harl", "Dorle, Osk"]
    more = ["Cow of the year", "Frieda, Lisse"]
    listed = ["These are the winners of the show in full:", *names, "(Getty Images)", *more]
    found = story(page(HEAD, "Share", *BRIDGE, *listed, "Most read", "Bakers win a prize in Lisse"), tmp_path)
    assert found.paragraphs == (*BRIDGE, listed[0], *names, *more)


def test_a_picture_s_text_for_the_blind_resembles_its_caption(tmp_path: Path) -> None:
    pair = [
        "Pavel Rudd stands in the door of his bakery at the foot of the old bridge.",
        "Pavel Rudd stands in the door of his bakery at the old bridge in Lisse.",
    ]
    found = story(page(HEAD, *BRIDGE[:2], *pair, *BRIDGE[2:]), tmp_path)
    assert found.paragraphs == tuple(BRIDGE)
    assert texts(found, BlockKind.CAPTION) == pair


@pytest.mark.parametrize(
    "line",
    [
        "Can’t see the map? Click here.",
        "If you would like to know more about the bridge and its history, read our long story here.",
        "The address of this page was copied to your clipboard, and you may paste it.",
        "By submitting this form you allow the Tarn Tribune to keep what you wrote for as long as it sees fit.",
        "Your personal data will be kept on our machines in Osk, and nobody else may see what is in there.",
        "Weitere Informationen finden Sie in der Erklärung zum Datenschutz auf unserer Seite.",
        "The views expressed by guests on this page are their own and not those of the Tarn Tribune.",
        "Slideshow (4 images)",
        "Send letters to letters@tarn.example",
        "Story continues",
    ],
)
def test_what_a_page_says_of_itself_is_no_part_of_the_story(tmp_path: Path, line: str) -> None:
    assert story(page(HEAD, *BRIDGE[:2], line, *BRIDGE[2:]), tmp_path).paragraphs == tuple(BRIDGE)


@pytest.mark.parametrize(
    "sentence",
    [
        "The minister said that the road to a new bridge begins here.",
        "Here the views of the two towns on tolls differ.",
    ],
)
def test_a_sentence_of_the_story_may_end_or_begin_with_here(tmp_path: Path, sentence: str) -> None:
    assert sentence in story(page(HEAD, *BRIDGE[:2], sentence, *BRIDGE[2:]), tmp_path).paragraphs


def test_a_clip_with_its_title_and_its_sentence_is_no_part_of_the_story(tmp_path: Path) -> None:
    clip = ["Ferryman swims to the bank Video", "Ferryman swims to the bank", "Ole Tamm tells how he lost his ferry."]
    found = story(page(HEAD, "By Lena Quill", "4 March 2025", *clip, *BRIDGE), tmp_path)
    assert (found.headline, found.paragraphs) == (HEAD, tuple(BRIDGE))
    assert clip[-1] in texts(found, BlockKind.CAPTION)


SHOUTED = (
    "MAYOR OF LISSE WANTS A FERRY AND A SECOND BRIDGE FOR THE MARKET TOWN, AS HER OFFICE SAID LATE ON SUNDAY EVENING"
)


def test_the_headline_of_another_story_in_capitals_is_no_paragraph(tmp_path: Path) -> None:
    assert story(page(HEAD, "Share", *BRIDGE, SHOUTED, *GOES_ON), tmp_path).paragraphs == (*BRIDGE, *GOES_ON)


def test_a_story_may_stand_in_capitals_as_a_whole(tmp_path: Path) -> None:
    wired = [text.upper() for text in (*BRIDGE, *GOES_ON)]
    assert story(page(HEAD, "Share", *wired), tmp_path).paragraphs == tuple(wired)


def test_the_contents_of_a_long_story_are_no_part_of_its_text(tmp_path: Path) -> None:
    contents = [
        "Auf dieser Seite:",
        "  • The cracks in the pillars\n  • The road that floods\n  • A ferry for the town",
    ]
    found = story(page(HEAD, "By Lena Quill", "Share", *BRIDGE, *contents, *GOES_ON), tmp_path)
    assert found.paragraphs == (*BRIDGE, *GOES_ON)
