"""What may be typed after `wireside`, in which order, and how wrong use is told."""

from __future__ import annotations

import pytest

from tui.cli.arguments import COMMANDS, Arguments, understand


def test_without_a_command_the_paths_are_read() -> None:
    assert understand(["a", "b.txt"]) == Arguments("read", ["a", "b.txt"])
    assert understand([]) == Arguments("read", [])


@pytest.mark.parametrize("words", ["list --json seeds", "list seeds --json", "--json list seeds"])
def test_flags_may_stand_anywhere(words: str) -> None:
    assert understand(words.split()) == Arguments("list", ["seeds"], json=True)


def test_the_scattered_flags_of_a_script_are_understood() -> None:
    found = understand(
        ["actors", "--mentions", "--json", "--no-cache", "--no-marks", "folder", "--story", "abc", "other"]
    )
    assert found == Arguments(
        "actors", ["folder", "other"], json=True, cache=False, marks=False, mentions=True, story="abc"
    )


def test_a_path_named_like_a_command_can_be_opened() -> None:
    assert understand(["./list"]) == Arguments("read", ["./list"])
    assert understand(["--", "list"]) == Arguments("read", ["list"])
    assert understand(["list", "list"]) == Arguments("list", ["list"])


def test_standard_input_is_a_path() -> None:
    assert understand(["-"]).paths == ["-"]
    assert understand(["list", "-", "more"]).paths == ["-", "more"]


def test_what_is_asked_for_comes_before_the_paths() -> None:
    assert understand(["compare", "a", "b", "seeds"]) == Arguments("compare", ["seeds"], ["a", "b"])
    assert understand(["search", '"a phrase" -not', "seeds"]).asked == ['"a phrase" -not']


def test_a_query_may_begin_with_a_dash_behind_two_dashes() -> None:
    found = understand(["search", "--json", "--", "-drill", "seeds"])
    assert (found.asked, found.paths, found.json) == (["-drill"], ["seeds"], True)
    assert understand(["search", "--json", "-drill", "seeds"]) == found


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["compare", "a"], "B missing"),
        (["show"], "ID missing"),
        (["list", "--bogus"], "--bogus"),
        (["list", "--related"], "--related"),
        (["--json", "seeds"], "--json"),
        (["actors", "--story"], "--story"),
    ],
)
def test_wrong_use_is_told_with_status_2(words: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        understand(words)
    assert stopped.value.code == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_teaches_by_example(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        understand([*filter(None, [command]), "--help"])
    assert stopped.value.code == 0
    said = capsys.readouterr().out
    assert f"  wireside {command or 'list'} " in said
    assert "exit status" in said
    assert all(len(line) <= 110 for line in said.splitlines())


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        understand(["--version"])
    assert capsys.readouterr().out.startswith("wireside ")
