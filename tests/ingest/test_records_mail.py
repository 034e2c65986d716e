"""Saved mail: newsletters as messages and mailboxes, a story a message."""

from __future__ import annotations

import datetime as dt
from email.message import EmailMessage
from pathlib import Path

from pages import BRIDGE, ORCHARD, problems
from test_records_json_and_tables import opened

from tui.ingest.lines import lines
from tui.model import Basis


def message(subject: str, paragraphs: list[str], *, marked: bool = False) -> bytes:
    mail = EmailMessage()
    mail["From"] = "The Tarn Courier <letter@tarn-courier.example>"
    mail["Subject"] = subject
    mail["Date"] = "Tue, 04 Mar 2025 06:15:00 +0100"
    if marked:
        mail.set_content("This message needs a mail program that shows HTML.")
        mail.add_alternative("<style>x</style>" + "".join(f"<p>{text}</p>" for text in paragraphs), subtype="html")
    else:
        mail.set_content("\n\n".join(paragraphs))
    mail.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="x.pdf")
    return mail.as_bytes()


def test_a_message_is_a_story(tmp_path: Path) -> None:
    path = tmp_path / "letter.eml"
    path.write_bytes(message("Brücke gesperrt – “alt”", BRIDGE))
    (story,), said = opened(path)
    assert said == []
    assert story.headline == "Brücke gesperrt – “alt”"
    assert list(story.paragraphs) == BRIDGE
    assert story.outlet == "The Tarn Courier"
    assert (story.when.day, story.when.basis, story.when.zone) == (dt.date(2025, 3, 4), Basis.METADATA, "+0100")
    assert story.when.time == dt.time(6, 15)


def test_where_the_text_part_says_nothing_the_marked_up_one_is_read(tmp_path: Path) -> None:
    path = tmp_path / "letter.eml"
    path.write_bytes(message("The frost", ORCHARD, marked=True))
    (story,), _ = opened(path)
    assert list(story.paragraphs) == ORCHARD


def test_a_mailbox_gives_a_story_a_message_on_its_own_lines(tmp_path: Path) -> None:
    path = tmp_path / "letters.mbox"
    head = b"From letter@tarn-courier.example Tue Mar  4 06:15:00 2025\n"
    odd = message("The bridge", [*BRIDGE, "x"]).replace(b"\n\nx", b"\n\n>From here on it is quiet, said the mayor.")
    path.write_bytes(head + odd + b"\n" + head + message("The frost", ORCHARD) + b"\n")
    (bridge, frost), said = opened(path)
    assert said == []
    assert (bridge.headline, frost.headline) == ("The bridge", "The frost")
    assert list(frost.paragraphs) == ORCHARD
    assert "From here on it is quiet, said the mayor." in bridge.paragraphs[-1]
    raw = lines(frost.document)
    assert raw[frost.blocks[0].first - 1].startswith("From letter@")
    assert "Subject: The frost" in raw[frost.blocks[0].first - 1 : frost.blocks[0].last]
    assert bridge.blocks[0].last == frost.blocks[0].first - 1


def test_damaged_headers_and_unknown_encodings_cost_no_story(tmp_path: Path) -> None:
    path = tmp_path / "a.eml"
    text = "From: =?x-no-such?q?Ida=FF?= <\nSubject: =?utf-8?b?%%%?= x\nContent-Type: text/plain; charset=no-such\n"
    path.write_bytes((text + "Date: whenever\n\n" + "\n\n".join(BRIDGE)).encode("cp1252"))
    (story,), _ = opened(path)
    assert list(story.paragraphs) == BRIDGE
    assert story.when.day is None


def test_what_is_no_mail_says_so(tmp_path: Path) -> None:
    for name in ("a.eml", "a.mbox"):
        (tmp_path / name).write_text("Just a text.\n\nAnd more of it.\n", encoding="utf-8")
        (problem,) = problems(tmp_path / name)
        assert "not mail" in problem.reason


def test_parts_within_parts_without_end_cost_one_problem(tmp_path: Path) -> None:
    nest = "".join(f'Content-Type: multipart/mixed; boundary="b{i}"\n\n--b{i}\n' for i in range(3000))
    (tmp_path / "a.eml").write_text("From: x@y.example\nSubject: deep\n" + nest, encoding="utf-8")
    (problem,) = problems(tmp_path / "a.eml")
    assert problem.reason
