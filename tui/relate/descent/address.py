"""Web addresses without what changes from one visit to another."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlsplit

_TRACKING = re.compile(
    r"utm_|fbclid|gclid|cmp$|ref$|src$|ns_|at_|ito$|smid$|mc_[ce]id|share$|print$|amp$|output$", re.IGNORECASE
)
_HOST = re.compile(r"^(?:www|m|mobile|amp|edition)\.")


def plain_address(url: str) -> str:
    """An address without what changes from one visit to another; "" for none, and for an outlet's first page."""
    try:
        parts = urlsplit(url.strip())
        host = _HOST.sub("", (parts.hostname or "").lower())
    except ValueError:
        return ""
    path = re.sub(r"/(?:amp|index\.\w+)$", "", parts.path.rstrip("/"))
    asked = "&".join(f"{name}={value}" for name, value in sorted(parse_qsl(parts.query)) if not _TRACKING.match(name))
    if not host or (not path and not asked):
        return ""
    return f"{host}{path}" + (f"?{asked}" if asked else "")
