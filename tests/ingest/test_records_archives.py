"""Compressed files and archives: each member a document of its own; what is refused costs only itself."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import tarfile
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from pages import BRIDGE, ORCHARD, page, problems
from test_records_json_and_tables import BRIDGE_RECORD, ORCHARD_RECORD, jsonl, opened

from tui.ingest.lines import lines

TEXTS = {"a/bridge.txt": page(*BRIDGE).encode(), "frost.txt": page(*ORCHARD).encode()}


def zipped(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def tarred(members: dict[str, bytes], how: str = "w") -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=how) as archive:  # type: ignore[call-overload]
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


ARCHIVES = {
    "a.zip": zipped(TEXTS),
    "a.tar": tarred(TEXTS),
    "a.tar.gz": tarred(TEXTS, "w:gz"),
    "a.tgz": tarred(TEXTS, "w:gz"),
    "a.tar.bz2": tarred(TEXTS, "w:bz2"),
    "a.tar.xz": tarred(TEXTS, "w:xz"),
    "a.zip.gz": gzip.compress(zipped(TEXTS)),
}


@pytest.mark.parametrize("name", ARCHIVES)
def test_each_member_is_a_document_of_its_own(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(ARCHIVES[name])
    (bridge, frost), said = opened(path)
    assert said == []
    assert (list(bridge.paragraphs), list(frost.paragraphs)) == (BRIDGE, ORCHARD)
    inside = "a.zip/" if name == "a.zip.gz" else ""
    assert (bridge.document.member, frost.document.member) == (f"{inside}a/bridge.txt", f"{inside}frost.txt")
    assert (bridge.document.path, bridge.part, frost.part) == (str(path), 1, 1)
    assert lines(frost.document)[0] == ORCHARD[0]


def test_the_folder_beside_a_saved_page_in_an_archive_gives_no_stories(tmp_path: Path) -> None:
    pages = {
        name: "".join(f"<p>{text}</p>" for text in texts) for name, texts in (("bridge", BRIDGE), ("frost", ORCHARD))
    }
    members = {
        "saved/bridge-Dateien/frame.html": pages["frost"],
        "saved/bridge-Dateien/more/frame.html": pages["frost"],
        "saved/bridge.html": pages["bridge"],
        "saved/other_files/frost.html": pages["frost"],
    }
    (tmp_path / "a.zip").write_bytes(zipped({name: text.encode() for name, text in members.items()}))
    found, said = opened(tmp_path / "a.zip")
    assert said == []
    assert [story.document.member for story in found] == ["saved/bridge.html", "saved/other_files/frost.html"]


@pytest.mark.parametrize(
    ("name", "pack"), [("a.txt.gz", gzip.compress), ("a.txt.bz2", bz2.compress), ("a.txt.xz", lzma.compress)]
)
def test_a_compressed_text_is_a_document(tmp_path: Path, name: str, pack: object) -> None:
    assert callable(pack)
    (tmp_path / name).write_bytes(pack(page(*BRIDGE).encode()))
    (story,), said = opened(tmp_path / name)
    assert said == []
    assert list(story.paragraphs) == BRIDGE
    assert story.document.member == "a.txt"


def test_records_in_archives_know_their_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.tar.gz"
    path.write_bytes(tarred({"x/news.jsonl": jsonl(BRIDGE_RECORD, ORCHARD_RECORD).encode()}, "w:gz"))
    (_, orchard), _ = opened(path)
    assert (orchard.document.member, orchard.part, orchard.blocks[0].first) == ("x/news.jsonl", 2, 2)
    assert json.loads(lines(orchard.document)[1])["title"] == orchard.headline


def test_a_story_has_the_same_id_inside_an_archive_and_outside(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(ARCHIVES["a.zip"])
    (tmp_path / "frost.txt").write_bytes(TEXTS["frost.txt"])
    assert opened(tmp_path / "a.zip")[0][1].id == opened(tmp_path / "frost.txt")[0][0].id


def test_archives_lie_in_one_another_three_deep_and_no_deeper(tmp_path: Path) -> None:
    data = zipped(TEXTS)
    for depth in (2, 3):
        data = zipped({f"{depth}.zip": data, f"frost{depth}.txt": TEXTS["frost.txt"]})
    (tmp_path / "three.zip").write_bytes(data)
    found, said = opened(tmp_path / "three.zip")
    assert [len(found), said] == [4, []]
    assert found[0].document.member == "3.zip/2.zip/a/bridge.txt"
    assert lines(found[0].document)[0] == BRIDGE[0]
    (tmp_path / "four.zip").write_bytes(zipped({"4.zip": data, "frost4.txt": TEXTS["frost.txt"]}))
    found, said = opened(tmp_path / "four.zip")
    assert [story.document.member for story in found] == [
        "4.zip/3.zip/frost2.txt",
        "4.zip/frost3.txt",
        "frost4.txt",
    ]
    (problem,) = said
    assert problem.member == "4.zip/3.zip/2.zip"
    assert "more than 3 deep" in problem.reason


ZEROS = gzip.compress(b"\x00" * 1_000_000) * 300  # gzip files one after the other are one


@pytest.mark.parametrize("name", ["zeros.gz", "zeros.txt.gz", "zeros.jsonl.gz", "zeros.tar.gz", "zeros.zip"])
def test_three_hundred_megabytes_of_zeros_are_refused_with_little_memory(tmp_path: Path, name: str) -> None:
    data = ZEROS
    if name.endswith(".zip"):
        data = zipped({"zeros.jsonl": b"\x00" * 20_000_000})
    elif name.endswith(".tar.gz"):
        info = tarfile.TarInfo("zeros.jsonl")
        info.size = 300_000_000
        data = gzip.compress(info.tobuf()) + ZEROS
    (tmp_path / name).write_bytes(data)
    tracemalloc.start()
    (problem,) = problems(tmp_path / name)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert "times its size" in problem.reason or "too large" in problem.reason
    assert most < 160_000_000


@pytest.mark.parametrize("name", ["a.zip", "a.tar", "a.tar.gz", "a.tar.xz", "a.zip.gz"])
def test_a_cut_archive_is_one_problem_and_keeps_what_came_before(tmp_path: Path, name: str) -> None:
    members = {"first.txt": page(*BRIDGE).encode(), **{f"{i}.txt": (page(*ORCHARD) * 30).encode() for i in range(40)}}
    build = {"a.zip": zipped, "a.tar": tarred}.get(name)
    if build is None:
        how = name[-2:]
        data = gzip.compress(zipped(members)) if name == "a.zip.gz" else tarred(members, f"w:{how}")
    else:
        data = build(members)
    (tmp_path / name).write_bytes(data[: len(data) * 2 // 3])
    found, said = opened(tmp_path / name)
    if "zip" not in name:  # the list of a zip archive stands at its end
        assert list(found[0].paragraphs) == BRIDGE
    assert said
    assert len(said) == 1 or name == "a.zip.gz"
    assert any("cut" in problem.reason for problem in said)


def test_a_cut_file_of_records_keeps_the_whole_ones(tmp_path: Path) -> None:
    records = [{**ORCHARD_RECORD, "id": f"{i * 7919 % 104729:x}"} for i in range(900)]
    data = gzip.compress(jsonl(*records).encode())
    (tmp_path / "a.jsonl.gz").write_bytes(data[: len(data) // 2])
    found, said = opened(tmp_path / "a.jsonl.gz")
    assert 100 < len(found) < 900
    assert len(said) == 1
    assert "cut" in said[0].reason


def test_links_devices_and_passwords_cost_only_themselves(tmp_path: Path) -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, kind in (
            ("link.txt", tarfile.SYMTYPE),
            ("hard.txt", tarfile.LNKTYPE),
            ("pipe.txt", tarfile.FIFOTYPE),
        ):
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
        info = tarfile.TarInfo("../../frost.txt")
        info.size = len(TEXTS["frost.txt"])
        archive.addfile(info, io.BytesIO(TEXTS["frost.txt"]))
    (tmp_path / "a.tar").write_bytes(out.getvalue())
    found, said = opened(tmp_path / "a.tar")
    assert [list(story.paragraphs) for story in found] == [ORCHARD]
    assert [problem.member for problem in said] == ["link.txt", "hard.txt", "pipe.txt"]
    assert ["link" in problem.reason for problem in said] == [True, True, False]


def test_a_link_in_a_zip_archive_is_not_followed(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        info = zipfile.ZipInfo("link.txt")
        info.external_attr = 0o120777 << 16
        archive.writestr(info, "/etc/passwd")
        archive.writestr("frost.txt", TEXTS["frost.txt"])
    (tmp_path / "a.zip").write_bytes(out.getvalue())
    found, (problem,) = opened(tmp_path / "a.zip")
    assert (len(found), problem.member) == (1, "link.txt")


def test_hostile_names_are_made_visible_and_double_ones_told_apart(tmp_path: Path) -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name in ("a\nb\x1b[31m.txt", "same.txt", "same.txt"):
            info = tarfile.TarInfo(name)
            info.size = len(TEXTS["frost.txt"])
            archive.addfile(info, io.BytesIO(TEXTS["frost.txt"]))
    (tmp_path / "a.tar").write_bytes(out.getvalue())
    found, said = opened(tmp_path / "a.tar")
    assert said == []
    assert [story.document.member for story in found] == ["a␊b␛[31m.txt", "same.txt", "same.txt (2)"]
    assert lines(found[0].document) == lines(found[2].document)


def test_what_a_folder_would_pass_over_is_passed_over_in_an_archive(tmp_path: Path) -> None:
    members = {"__MACOSX/._a.txt": b"x", ".hidden/a.txt": b"x", "logo.png": b"\x89PNG", "tool.pdf": b"%PDF-", **TEXTS}
    (tmp_path / "a.zip").write_bytes(zipped(members))
    found, said = opened(tmp_path / "a.zip")
    assert len(found) == 2
    assert [problem.member for problem in said if problem.member != "tool.pdf"] == []


@pytest.mark.parametrize(("name", "data"), [("a.zip", b"PK\x03\x04 no"), ("a.gz", b"x" * 99), ("a.tar", b"x" * 2000)])
def test_what_only_calls_itself_an_archive_is_one_problem(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    (problem,) = problems(tmp_path / name)
    assert "damaged or cut" in problem.reason


def test_a_flood_of_bad_members_is_counted(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped({f"{i}.txt": b"\x00\x01" * 500 for i in range(120)}))
    said = problems(tmp_path / "a.zip")
    assert len(said) == 51
    assert said[-1].reason.startswith("70 more")


def test_a_saved_page_in_an_archive_is_read_as_a_page(tmp_path: Path) -> None:
    markup = "<html><body><article><h1>The bridge is shut</h1>" + "".join(f"<p>{p}</p>" for p in BRIDGE)
    (tmp_path / "a.zip").write_bytes(zipped({"page.html": (markup + "</article></body></html>").encode()}))
    (story,), said = opened(tmp_path / "a.zip")
    assert said == []
    assert list(story.paragraphs) == BRIDGE
    assert any(BRIDGE[0] in line for line in lines(story.document))
