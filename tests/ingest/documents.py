"""Documents of office programs and crawlers, made for the tests in the plainest form that such programs read."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Sequence
from html import escape

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"


def packed(name: str, xml: str) -> bytes:
    """A document of a word processor whose text is this XML."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        if name == "content.xml":
            archive.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        else:
            archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(name, xml)
    return out.getvalue()


def docx(paragraphs: Sequence[str]) -> bytes:
    """A document of Word: a paragraph each, its words in two runs."""
    runs = []
    for text in paragraphs:
        half = len(text) // 2
        runs.append(
            '<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>'
            + "".join(
                f'<w:r><w:t xml:space="preserve">{escape(piece)}</w:t></w:r>' for piece in (text[:half], text[half:])
            )
            + "</w:p>"
        )
    return packed("word/document.xml", f'<w:document xmlns:w="{_WORD}"><w:body>{"".join(runs)}</w:body></w:document>')


def odt(paragraphs: Sequence[str]) -> bytes:
    """A document of LibreOffice."""
    text = "".join(f"<t:p>{escape(paragraph)}</t:p>" for paragraph in paragraphs)
    return packed(
        "content.xml",
        f'<o:document-content xmlns:o="{_OFFICE}" xmlns:t="{_TEXT}"><o:body>{text}</o:body></o:document-content>',
    )


def rtf(paragraphs: Sequence[str]) -> bytes:
    """A rich text, signs beyond ASCII as \\u with a question mark for programs that do not know it."""

    def coded(sign: str) -> str:
        if sign in "\\{}":
            return "\\" + sign
        if ord(sign) < 128:
            return "\\tab " if sign == "\t" else sign
        units = sign.encode("utf-16-le")
        values = (int.from_bytes(units[at : at + 2], "little", signed=True) for at in range(0, len(units), 2))
        return "".join(f"\\u{value}?" for value in values)

    body = "".join("".join(map(coded, text)) + "\\par\r\n" for text in paragraphs)
    head = "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset0 Times;}}{\\header\\pard Page 1 of 9\\par}"
    return (head + "{\\*\\generator Made up}\\pard\\f0 " + body + "}").encode("ascii")


def pdf(pages: Sequence[Sequence[str]]) -> bytes:
    """Printed pages: lines of text, each with the space of two lines below it where it is followed by a blank one."""
    objects: list[bytes] = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>",
    ]
    kids = []
    for lines in pages:
        drawn = ["BT /F1 10 Tf 50 800 Td 12 TL"]
        for line in lines:
            text = line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
            drawn.append(f"({text}) Tj T*")
        content = "\n".join([*drawn, "ET"]).encode("cp1252")
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
        kids.append(len(objects) + 1)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 900 842] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(b"%d 0 R" % kid for kid in kids))
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, held in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, held)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


def web_page(headline: str, paragraphs: Sequence[str]) -> bytes:
    """A page of a newspaper."""
    text = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)
    return (
        f"<!doctype html><html><head><title>{escape(headline)}</title></head>"
        f"<body><article><h1>{escape(headline)}</h1>{text}</article></body></html>"
    ).encode()


def answer(body: bytes, *headers: str, status: str = "200 OK") -> bytes:
    """What a server answered."""
    head = [f"HTTP/1.1 {status}", *(headers or ("Content-Type: text/html; charset=utf-8",))]
    return "\r\n".join(head).encode() + b"\r\n\r\n" + body


def warc_record(url: str, block: bytes, kind: str = "response") -> bytes:
    """A record of a web archive."""
    head = [
        "WARC/1.0",
        f"WARC-Type: {kind}",
        f"WARC-Target-URI: {url}",
        "WARC-Date: 2025-03-04T05:06:07Z",
        "Content-Type: application/http; msgtype=response",
        f"Content-Length: {len(block)}",
    ]
    return "\r\n".join(head).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


def warc_gz(records: Sequence[bytes]) -> bytes:
    """A packed web archive: each record a gzip member of its own."""
    return b"".join(map(gzip.compress, records))
