"""Libraries that only some documents need, and that are installed only where somebody has such documents."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from tui.ingest.errors import ReadError


def extra(module: str, name: str, what: str) -> ModuleType:
    """A library of the extra called `name`. Raises ReadError with what to install where it is missing."""
    try:
        return import_module(module)
    except ImportError as error:
        raise ReadError(f"{what}, which needs one library more: pip install 'wireside[{name}]'") from error
