"""What ingest raises when a document cannot be read."""

from __future__ import annotations


class ReadError(Exception):
    """A document cannot be read; `reason` says why, in words for the reader."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
