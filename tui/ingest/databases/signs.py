"""Whether a text may be the export of a news database, told at a glance."""

from __future__ import annotations

from collections.abc import Sequence

# One of these stands in every export: a text without any is looked at no further.
_SIGNS = (
    *(" DOCUMENT", " DOKUMENT", "LOAD-DATE", "Load-Date", "PUBLICATION-TYPE", "Publication-Type", "Ende des Dokuments"),
    *("nd of Document", "in du document", "in del documento", "ine del documento", "im do documento", "ocument of"),
    *("ProQuest", "Full text:", "FULL TEXT", "Publication title:", "Publication info:"),
    *("Record Number", "Record:", "OpenURL", "NewsBank", "Accession Number", "Article ID"),
    *("\nDocument ", "\nDokument ", "\nDocumento ", "\nAN", "\nHD"),
)


def may_be_export(lines: Sequence[str]) -> bool:
    """Whether anything stands in the lines that stands in every export."""
    whole = "\n".join(lines)
    return any(sign in whole for sign in _SIGNS)
