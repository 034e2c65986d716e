"""The command as a shell runs it: what it prints, what it says on standard error, and its exit status."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from running import Done, command

Run = Callable[..., Done]

FLOOD = """Flood closes two schools in the old town

OSLO, 3 May 2024 - The river rose by two metres in a night and flooded the old town's cellars, officials said.

Nobody was hurt, but 40 families spent the night in a school on the hill above the harbour, Mayor Anna Berg said.

"We have never seen anything like it," Berg told reporters on Friday, as lorries brought blankets and water.

The rain is expected to stop at the weekend, when snow on the mountains will begin to melt in the sun.
"""
COPY = (
    FLOOD.replace("Flood closes two schools in the old town", "Pupils sent home")
    .replace("40 families", "45 families")
    .replace("'", "’")
)
OTHER = """Orchestra announces its season

VIENNA, 9 June 2023 - The orchestra will play three symphonies next spring, its director Paul Lang said.

Tickets go on sale in September, and pupils pay half, Lang said, as they have done since the war.
"""


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("clippings")
    for name, text in (("flood.txt", FLOOD), ("copy.txt", COPY), ("season.txt", OTHER)):
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    home = str(tmp_path_factory.mktemp("home"))
    kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS")}
    return {**kept, "HOME": home, "XDG_CACHE_HOME": f"{home}/cache", "XDG_DATA_HOME": f"{home}/data"}


@pytest.fixture
def run(environment: Mapping[str, str], monkeypatch: pytest.MonkeyPatch) -> Run:
    for name in ("HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, environment[name])
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    return command


def forms(done: Done) -> list[dict[str, Any]]:
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_list_prints_a_story_a_line_in_order_of_time(run: Run, corpus: Path) -> None:
    done = run("list", corpus)
    lines = done.stdout.splitlines()
    assert (done.returncode, done.stderr) == (0, "")
    assert len(lines) == 3
    assert "9 Jun 2023" in lines[0]
    assert all("3 May 2024  ‖2" in line for line in lines[1:])
    assert "\x1b" not in done.stdout


def test_list_as_json_has_the_body_alone_in_its_paragraphs(run: Run, corpus: Path) -> None:
    stories = forms(run("list", "--json", corpus))
    assert [story["date"] for story in stories] == ["2023-06-09", "2024-05-03", "2024-05-03"]
    assert all(len(story["paragraphs"]) in (2, 4) for story in stories)
    assert stories[1]["group"] == stories[2]["group"] != stories[0]["group"] is None


def test_without_a_path_this_folder_is_read(run: Run, corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(corpus)
    assert len(run("list").stdout.splitlines()) == 3


def test_show_takes_the_beginning_of_an_id_or_a_file(run: Run, corpus: Path) -> None:
    id = forms(run("list", "--json", corpus))[0]["id"]
    by_id = run("show", id[:6], corpus)
    by_file = run("show", corpus / "season.txt")
    assert by_id.stdout == by_file.stdout
    assert by_id.stdout.startswith("Orchestra announces its season\n9 Jun 2023, from its dateline · Vienna")


def test_copies_and_compare_tell_the_same_copy(run: Run, corpus: Path) -> None:
    matches = forms(run("copies", corpus, "--json"))
    assert [match["kind"] for match in matches] == ["copy"]
    assert min(matches[0]["shared_left"], matches[0]["shared_right"]) > 0.8
    compared = forms(run("compare", corpus / "flood.txt", corpus / "copy.txt", "--json"))[0]
    assert compared["kind"] == "copy"
    assert {"40 families", "45 families"} == {compared["facts"][0]["left"], compared["facts"][0]["right"]}
    plain = run("compare", matches[0]["left"], matches[0]["right"], corpus)
    assert plain.stdout.startswith("Same copy. ")
    assert "1 figure differs." in plain.stdout
    assert "\x1b" not in plain.stdout


def test_actors_of_all_and_of_one_story(run: Run, corpus: Path) -> None:
    everyone = forms(run("actors", "--json", corpus))
    assert {"Anna Berg", "Paul Lang"} <= {actor["name"] for actor in everyone}
    some = forms(run("actors", "--json", corpus, "--story", corpus / "season.txt"))
    assert "Anna Berg" not in {actor["name"] for actor in some}
    mentions = forms(run("actors", "--mentions", "--json", corpus))
    known = {actor["id"] for actor in everyone}
    assert mentions
    assert {mention["actor"] for mention in mentions} <= known


def test_search_finds_stories_and_says_when_there_are_none(run: Run, corpus: Path) -> None:
    found = run("search", "symphonies", corpus)
    assert found.returncode == 0
    assert "Orchestra" in found.stdout
    nothing = run("search", "zebra", corpus)
    assert (nothing.returncode, nothing.stdout) == (1, "")
    assert "nothing found" in nothing.stderr
    wrong = run("search", "date:never", corpus)
    assert wrong.returncode == 2
    assert "character 6" in wrong.stderr


def test_standard_input_is_read_and_leaves_nothing_behind(run: Run, environment: Mapping[str, str]) -> None:
    cache = Path(environment["XDG_CACHE_HOME"])
    before = sorted(cache.rglob("*.library"))
    done = run("list", "-", "--json", stdin=FLOOD)
    assert [story["headline"] for story in forms(done)] == ["Flood closes two schools in the old town"]
    assert sorted(cache.rglob("*.library")) == before
    assert forms(done)[0]["path"] == "-"


def test_a_story_from_standard_input_is_shown_and_compared(run: Run, corpus: Path) -> None:
    shown = run("show", "-", stdin=FLOOD)
    assert shown.stdout.splitlines()[2].endswith(" · standard input")
    compared = run("compare", "-", corpus / "copy.txt", stdin=FLOOD)
    assert compared.stdout.startswith("Same copy. ")
    nothing = run("list", "-")
    assert (nothing.returncode, nothing.stderr) == (2, "wireside: standard input: empty\n")


def test_a_missing_path_is_one_line_and_the_rest_still_opens(run: Run, corpus: Path, tmp_path: Path) -> None:
    done = run("list", corpus, tmp_path / "gone")
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) == 3
    assert done.stderr == f"wireside: {tmp_path / 'gone'}: no such file\n"
    alone = run("list", tmp_path / "gone")
    assert (alone.returncode, alone.stderr) == (2, done.stderr)


def test_a_folder_without_stories_says_what_was_looked_for(run: Run, tmp_path: Path) -> None:
    done = run("list", tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "no story in" in done.stderr
    assert ".txt" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_problems_are_listed_with_their_reasons(run: Run, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(FLOOD, encoding="utf-8")
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 40)
    done = run("list", tmp_path, "--problems", "--json")
    assert done.returncode == 0
    assert {Path(problem["path"]).name for problem in forms(done)} == {"empty.txt", "binary.txt"}
    assert all(problem["reason"] for problem in forms(done))
    assert len(run("list", tmp_path).stdout.splitlines()) == 1
    (tmp_path / "empty.txt").unlink()
    (tmp_path / "binary.txt").unlink()
    assert run("list", tmp_path, "--problems").returncode == 1


def test_an_unknown_story_is_nothing_found(run: Run, corpus: Path) -> None:
    done = run("show", "zzzzzz", corpus)
    assert done.returncode == 1
    assert done.stderr == "wireside: no story has the id 'zzzzzz'\n"
    file = run("show", "zzz.txt", corpus)
    assert file.stderr == "wireside: no story has the id 'zzz.txt' and there is no such file\n"


def test_a_file_is_meant_however_its_path_is_written(run: Run, corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(corpus)
    for path in (corpus / ".." / corpus.name / "season.txt", tmp_path / "link" / "season.txt"):
        assert run("show", path, corpus).stdout.startswith("Orchestra announces its season\n")


def test_a_folder_is_no_story_and_a_file_that_was_not_read_is_said_to_be_none(
    run: Run, corpus: Path, tmp_path: Path
) -> None:
    folder = run("show", corpus)
    assert (folder.returncode, folder.stdout) == (2, "")
    assert folder.stderr == f"wireside: {corpus} is a folder; show takes the id of a story, or a file\n"
    (tmp_path / "other.txt").write_text(OTHER, encoding="utf-8")
    other = run("show", tmp_path / "other.txt", corpus)
    assert other.returncode == 1
    assert other.stderr == f"wireside: {tmp_path / 'other.txt'} is not among what was read: {corpus}\n"


def test_a_story_is_not_compared_with_itself(run: Run, corpus: Path) -> None:
    done = run("compare", corpus / "season.txt", corpus / "season.txt", corpus)
    assert (done.returncode, done.stderr) == (2, "wireside: both are the same story; compare takes two\n")


def test_a_query_may_begin_with_a_dash(run: Run, corpus: Path) -> None:
    done = run("search", "--json", "-symphonies", corpus)
    assert {story["place"] for story in forms(done)} == {"Oslo"}


def test_the_reader_needs_a_terminal(run: Run, corpus: Path) -> None:
    done = run(corpus)
    assert done.returncode == 2
    assert "terminal" in done.stderr
    assert run(corpus / "nowhere").returncode == 2


def test_control_characters_never_reach_the_terminal(run: Run, tmp_path: Path) -> None:
    name = "evil\x1b]0;gone\x07.txt"
    (tmp_path / name).write_text(FLOOD.replace("Nobody", "\x1b[31mNobody\x9b2J\u202e"), encoding="utf-8")
    (tmp_path / "gone\x1b[2J.txt").write_bytes(b"")
    for arguments in (["list"], ["show", str(tmp_path / name)], ["list", "--json"], ["list", "--problems"]):
        done = run(*arguments, tmp_path)
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", done.stdout + done.stderr)
    assert forms(run("list", "--json", tmp_path))[0]["path"] == str(tmp_path / name)
    wrong = run("list", "--\x1b[31mred", tmp_path)
    assert (wrong.returncode, wrong.stderr) == (
        2,
        "wireside: unrecognized arguments: --red; `wireside list --help` has examples\n",
    )


@pytest.mark.parametrize(
    ("streams", "status", "said"),
    [
        ("| true", "0", ""),
        (">&-", "2", "wireside: standard output is closed\n"),
        ("2>&- | grep -c Oslo >&3", "0", ""),
        pytest.param(
            "> /dev/full",
            "2",
            "wireside: cannot go on: No space left on device\n",
            marks=pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device"),
        ),
    ],
)
def test_a_stream_may_be_closed_or_full(
    corpus: Path, environment: Mapping[str, str], streams: str, status: str, said: str
) -> None:
    script = f"exec 3>/dev/null; {sys.executable} -m tui list {corpus} {streams}; echo ${{PIPESTATUS[0]}}"
    shell = {**environment, "PYTHONPATH": str(Path(__file__).resolve().parents[2])}
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=False, env=shell)
    assert (done.stdout, done.stderr) == (f"{status}\n", said)


def test_a_pipe_is_served_without_the_screen_or_its_colours(corpus: Path, environment: Mapping[str, str]) -> None:
    script = (
        "import sys; from tui.cli import main; main();"
        "print(*sorted({name.partition('.')[0] for name in sys.modules}), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, "list", str(corpus)],
        capture_output=True,
        text=True,
        check=True,
        env=dict(environment),
    )
    assert not {"textual", "rich", "numpy"} & set(done.stderr.split())
