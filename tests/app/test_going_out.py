"""What leaves the program, what comes into it while it runs, and what it says of trouble."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from seed_desk import Hands, at_the_desk

from tui.app.asking.pick import Choices
from tui.app.desk.arrangement import Place
from tui.app.doing import handing
from tui.app.doing.writing import refused
from tui.app.telling.problems import Problems
from tui.app.work.following import Following
from tui.library.changes import Added, Changed, Done, Failed, Gone, Pass, Stage
from tui.library.entries import Summary
from tui.model import Problem
from tui.views.progress import lasting, said

NOTHING = Summary(0, 0, 0, 0, 0, 0, None, None, (), fresh=True)


async def written_as(hands: Hands, form: str, file: Path) -> None:
    """Press w, pick a form by typing, and name the file."""
    await hands.press("w")
    await hands.type(form)
    await hands.press("enter", "ctrl+u")
    await hands.type(str(file))
    await hands.press("enter")


@pytest.mark.parametrize("ending", [".jsonl", ".md", ".txt"])
async def test_the_stories_shown_are_written_to_a_file(seeds_at_hand: list[str], tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"out{ending}"
    async with at_the_desk(seeds_at_hand) as hands:
        await hands.press("/")
        await hands.type("Baloch")
        await hands.press("enter")
        await written_as(hands, ending.removeprefix("."), file)
        written = file.read_text(encoding="utf-8")
        assert written.count("Mumtaz Zahra Baloch") >= 2
        assert "Richard Lindsay" not in written
        if ending == ".jsonl":
            assert [json.loads(line)["earliest"] for line in written.splitlines()] == ["2024-10-23", "2024-10-25"]


async def test_of_copies_only_one_is_written_where_that_is_asked_for(seeds_at_hand: list[str], tmp_path: Path) -> None:
    async with at_the_desk(seeds_at_hand) as hands:
        await written_as(hands, "jsonl list", tmp_path / "all.jsonl")
        await written_as(hands, "jsonl one", tmp_path / "once.jsonl")
        assert "5 of them, one of each group of copies: written to" in hands.lines[-1]
    assert [len((tmp_path / name).read_text("utf-8").splitlines()) for name in ("all.jsonl", "once.jsonl")] == [6, 5]


async def test_the_open_story_is_written_alone(seeds_at_hand: list[str], tmp_path: Path) -> None:
    async with at_the_desk(seeds_at_hand) as hands:
        await hands.press("enter")
        await written_as(hands, "bib", tmp_path / "one.bib")
    assert (tmp_path / "one.bib").read_text("utf-8").count("@article{") == 1


async def test_a_comparison_is_written_with_the_dates_of_both_sides(seeds_at_hand: list[str], tmp_path: Path) -> None:
    async with at_the_desk(seeds_at_hand, (160, 45)) as hands:
        await hands.press("c")
        await hands.press("w")
        choices = hands.app.screen.query_one(Choices)
        assert {row.choice.lead for row in choices.rows if row.choice} == {".md", ".html", ".jsonl"}
        await hands.press("escape")
        await written_as(hands, "html", tmp_path / "two.html")
    page = (tmp_path / "two.html").read_text("utf-8")
    assert "≈ 23–25 Oct 2024" in page
    assert "25 Oct 2024" in page


async def test_an_actors_page_is_written(seeds_at_hand: list[str], tmp_path: Path) -> None:
    async with at_the_desk(seeds_at_hand, (160, 45)) as hands:
        await hands.press("4", "enter")
        await written_as(hands, "md", tmp_path / "actor.md")
    assert (tmp_path / "actor.md").read_text("utf-8").startswith("# ")


async def test_a_file_is_offered_outside_of_what_is_read(
    seeds_at_hand: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(seeds_at_hand[0])
    async with at_the_desk(seeds_at_hand) as hands:
        await hands.press("w", "enter", "enter")
        assert "written to" in hands.lines[-1]
    assert (tmp_path / "stories.md").exists()


def test_the_folder_that_is_read_is_never_written_to(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    roots = [str(tmp_path / "news")]
    assert (
        refused(tmp_path / "news" / "out.md", roots)
        == "The folder that is read is never written to. Choose another one."
    )
    assert refused(tmp_path / "out.doc", roots).startswith("The ending must be")
    assert refused(tmp_path / "nowhere" / "out.md", roots).startswith("There is no folder")
    (tmp_path / "there.md").write_text("")
    assert refused(tmp_path / "there.md", roots).startswith("There is such a file")
    assert refused(tmp_path / "out.md", roots) == ""


async def test_a_headline_goes_to_the_clipboard_with_its_source(seeds_at_hand: list[str]) -> None:
    async with at_the_desk(seeds_at_hand) as hands:
        await hands.press("j", "y")
        assert hands.app.clipboard.startswith("Pakistan says US lawmakers")
        assert "25 Oct 2024" in hands.app.clipboard


async def test_only_web_addresses_are_opened_and_only_after_a_look(
    seeds_at_hand: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    async with at_the_desk(seeds_at_hand) as hands:
        opened: list[str] = []
        monkeypatch.setattr(hands.app, "open_url", lambda url, **_more: opened.append(url))
        hands.desk.handing._show_address("file:///etc/passwd")
        await hands.settle()
        assert "no web address" in hands.lines[-1]
        hands.desk.handing._show_address("https://news.example/a?b=c")
        await hands.settle()
        assert "https://news.example/a?b=c" in hands.text
        assert "at news.example" in hands.text
        await hands.press("n")
        assert opened == []
        hands.desk.handing._show_address("https://news.example/a?b=c")
        await hands.settle()
        await hands.press("y")
        assert opened == ["https://news.example/a?b=c"]


async def test_a_terminal_that_cannot_be_lent_is_told(seeds_at_hand: list[str]) -> None:
    async with at_the_desk(seeds_at_hand) as hands:
        await hands.press("e")
        assert "pager" in hands.lines[-1]


async def test_what_could_not_be_read_is_listed_with_its_reason(seeds_at_hand: list[str]) -> None:
    async with at_the_desk(seeds_at_hand) as hands:
        torn = f"{hands.desk.library.roots[0]}/torn.zip"
        problems = [Problem(torn, "ends too early", "inner.txt", 3), Problem(torn, "ends too early", "inner.txt", 9)]
        hands.app.push_screen(Problems(problems, hands.desk.library.roots))
        await hands.settle()
        assert "2 problems in 1 file" in hands.text
        assert "torn.zip (inner.txt), line 3" in hands.text
        assert "ends too early" in hands.text


async def test_a_long_reason_is_told_to_its_end_on_a_narrow_screen(seeds_at_hand: list[str]) -> None:
    async with at_the_desk(seeds_at_hand, (60, 15)) as hands:
        reason = "it is a page of a kind that nobody has thought of, and " * 3 + "here is the end"
        hands.app.push_screen(Problems([Problem("a.txt", reason), Problem("b.txt", "empty")], ()))
        await hands.settle()
        assert "here is the end" in hands.text
        await hands.press("j")
        assert next(line for line in hands.lines if "b.txt" in line).lstrip().startswith("▌")


async def test_the_count_of_problems_stands_in_the_bottom_line(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(
        "Minister resigns\n\n2024-03-05\n\n" + "The minister said that he would go. " * 20
    )
    (tmp_path / "bad.txt").write_bytes(bytes(range(256)) * 20)
    async with at_the_desk([str(tmp_path)], build=True) as hands:
        await hands.built()
        assert "1 problem (P)" in hands.lines[-1]
        await hands.press("P")
        assert "bad.txt" in hands.text


def test_changes_are_handed_on_together() -> None:
    following = Following()
    assert following.gather() is None
    following.take(Added((1, 2)))
    following.take(Changed((2, 3)))
    following.take(Gone((4,)))
    following.take(Stage(Pass.READING, 2, 9))
    following.take(Stage(Pass.READING, 4, 9))
    news = following.gather()
    assert news is not None
    assert news.numbers == {1, 2, 3, 4}
    assert news.stage == Stage(Pass.READING, 4, 9)
    assert news.done is None
    assert following.gather() is None
    following.take(Done(NOTHING))
    following.take(Failed("the disk is full"))
    news = following.gather()
    assert news is not None
    assert news.done is not None
    assert news.failed == "the disk is full"


def test_how_far_a_build_is_is_said_in_one_breath() -> None:
    reading = Stage(Pass.READING, 340, 2000, 120.4, 14.0, stories=2900)
    assert said(reading) == "reading 340 of 2,000 files · 2,900 stories · 120/s · 14 s left"
    assert said(Stage(Pass.NAMING, 40, 90, 12.0)) == "finding names 40 of 90 · 12/s"
    assert said(Stage(Pass.LOOKING)) == "looking for files"
    assert [lasting(seconds) for seconds in (3, 300, 9000)] == ["3 s", "5 min", "2 h"]


async def test_the_list_stays_where_it_is_while_stories_arrive(seeds_at_hand: list[str]) -> None:
    async with at_the_desk(seeds_at_hand, (60, 15)) as hands:
        stories = hands.desk.stories
        await hands.press("j", "j")
        number, row = stories.story, stories.cursor - stories.top
        hands.desk.shelves.unfolded = frozenset()
        hands.desk.shelves.library_changed([1, 2])
        await hands.settle()
        assert (stories.story, stories.cursor - stories.top) == (number, row)


def test_the_pager_is_given_marks_instead_of_escapes(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b" not in handing.visible("\x1b[31mred")


async def test_the_keys_of_a_reader_are_taught(seeds_at_hand: list[str], monkeypatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / "wireside").mkdir()
    (tmp_path / "wireside" / "keys.toml").write_text('"stories.open" = "o"\n"stories.fold" = "D"\n')
    async with at_the_desk(seeds_at_hand) as hands:
        assert "o open" in hands.lines[-1]
        assert any("D is asked for" in note.message for note in hands.app._notifications)
        await hands.press("o")
        assert hands.desk.panes.place is Place.READER


async def test_no_colour_still_tells_everything(seeds_at_hand: list[str], monkeypatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with at_the_desk(seeds_at_hand) as hands:
        assert "◇2" in hands.text
        assert "‖2" in hands.text
        assert "●" in hands.text
