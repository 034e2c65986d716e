"""Files packed by zstd are read as those packed in other ways are."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import pytest
from pages import BRIDGE, ORCHARD, page, problems
from test_records_archives import TEXTS, tarred
from test_records_json_and_tables import BRIDGE_RECORD, ORCHARD_RECORD, jsonl, opened

zstandard = pytest.importorskip("zstandard")


def squeezed(data: bytes) -> bytes:
    """The bytes packed, in two frames."""
    half = len(data) // 2
    packed: bytes = zstandard.compress(data[:half]) + zstandard.compress(data[half:])
    return packed


@pytest.mark.parametrize("name", ["a.tar.zst", "a.tzst", "a"])
def test_the_members_of_an_archive(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(squeezed(tarred(TEXTS)))
    (bridge, frost), said = opened(tmp_path / name)
    assert said == []
    assert [list(bridge.paragraphs), list(frost.paragraphs)] == [BRIDGE, ORCHARD]


def test_a_file_of_records(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl.zst").write_bytes(squeezed(jsonl(BRIDGE_RECORD, ORCHARD_RECORD).encode()))
    found, said = opened(tmp_path / "a.jsonl.zst")
    assert (len(found), said, found[0].document.member) == (2, [], "a.jsonl")


def test_a_cut_file_keeps_what_came_before(tmp_path: Path) -> None:
    data = zstandard.compress((page(*BRIDGE)).encode()) + zstandard.compress(b"more words of it\n" * 50)
    (tmp_path / "a.txt.zst").write_bytes(data[:-4])
    found, (problem,) = opened(tmp_path / "a.txt.zst")
    assert list(found[0].paragraphs) == BRIDGE
    assert "cut" in problem.reason


@pytest.mark.parametrize("data", [b"words", b"(\xb5/\xfd\xff\xff\xff\xff\xff\xff"])
def test_what_only_calls_itself_one_is_one_problem(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.zst").write_bytes(data)
    (problem,) = problems(tmp_path / "a.zst")
    assert "damaged or cut" in problem.reason


def test_three_hundred_megabytes_of_zeros_are_refused_with_little_memory(tmp_path: Path) -> None:
    packer = zstandard.ZstdCompressor().compressobj()
    data = b"".join(packer.compress(bytes(1_000_000)) for _ in range(300)) + packer.flush()
    (tmp_path / "zeros.txt.zst").write_bytes(data)
    tracemalloc.start()
    (problem,) = problems(tmp_path / "zeros.txt.zst")
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert "times its size" in problem.reason
    assert most < 100_000_000
