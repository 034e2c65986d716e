"""The house stands as its plan says: what lies at the top, which floors import which, and what the README promises."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TOP = {"pyproject.toml", "README.md", "LICENSE", "tui", "seeds", "tests", "screenshots"}
HEAVY = {"textual", "rich", "numpy", "rapidfuzz", "cydifflib", "sqlite3", "multiprocessing", "dateutil"}


def tracked() -> list[Path]:
    if not (ROOT / ".git").exists():
        pytest.skip("not a checkout")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [Path(name) for name in listed.split("\0") if name]


def test_the_top_level_holds_what_was_agreed_and_nothing_else() -> None:
    top = {path.parts[0] for path in tracked()}
    assert {name for name in top if not name.startswith(".")} == TOP


def test_no_file_of_the_program_grows_beyond_one_idea() -> None:
    long = {str(p): n for p in (ROOT / "tui").rglob("*.py") if (n := len(p.read_text("utf-8").splitlines())) > 450}
    assert not long


def test_the_floors_import_only_downwards() -> None:
    done = subprocess.run([Path(sys.executable).parent / "lint-imports"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("launcher", ["tui/__init__.py", "tui/__main__.py", "tui/cli/__init__.py"])
def test_what_a_spawned_worker_runs_again_imports_nothing_heavy(launcher: str) -> None:
    tree = ast.parse((ROOT / launcher).read_text("utf-8"))
    imported = {
        (name.split(".")[0])
        for node in tree.body
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    assert not imported & HEAVY


def test_the_readme_names_one_command_that_opens_and_one_that_tests() -> None:
    lines = [line.strip() for line in (ROOT / "README.md").read_text("utf-8").splitlines()]
    commands = [line for line in lines if line.startswith("python3 ")]
    assert len([line for line in commands if line.endswith("wireside seeds")]) == 1
    assert len([line for line in commands if "pytest" in line]) == 1


def test_the_readme_shows_every_picture_and_every_picture_is_there() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    pictures = {path.name for path in (ROOT / "screenshots").glob("*.svg")}
    assert pictures
    assert {name for name in pictures if f"screenshots/{name}" in readme} == pictures
