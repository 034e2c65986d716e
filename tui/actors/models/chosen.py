"""Which pipeline finds the names: the one that the user named, if any, and whether it can be had."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path

VARIABLE = "WIRESIDE_NAMES"
"""The environment variable that names a pipeline, for this program and the processes that it starts."""


class ModelError(Exception):
    """No names can be found with this pipeline, and why in one line."""


def chosen() -> str:
    """The pipeline that the user named: an installed package or a folder; "" for the tagger that ships."""
    return os.environ.get(VARIABLE, "").strip()


def folder(model: str) -> Path:
    """Where the pipeline's data lie: the folder that has its `config.cfg`. Raises ModelError."""
    root = Path(model)
    if not root.is_dir():
        try:
            spec = importlib.util.find_spec(model)
        except (ImportError, ValueError):
            spec = None
        places = spec.submodule_search_locations if spec is not None else None
        if not places:
            raise ModelError(
                f"{model} is no folder and no installed spaCy pipeline; "
                f"`python -m spacy download {model}` installs one of spaCy's own"
            )
        root = Path(next(iter(places)))
    for place in (root, *sorted(path for path in root.iterdir() if path.is_dir())):
        if (place / "config.cfg").is_file():
            return place
    raise ModelError(f"{model} holds no spaCy pipeline: there is no config.cfg in {root}")


def stamp(model: str) -> str:
    """What tells one pipeline's names from another's: its name and version, and spaCy's. Raises ModelError."""
    import json  # noqa: PLC0415  few name a pipeline
    from importlib import metadata  # noqa: PLC0415

    try:
        version = metadata.version("spacy")
    except metadata.PackageNotFoundError:
        raise ModelError(f"{model} needs spaCy: `pip install 'wireside[models]'`") from None
    place = folder(model)
    try:
        told = json.loads((place / "meta.json").read_text("utf-8"))
        return f"{told['lang']}_{told['name']} {told['version']} spacy {version}"
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelError(f"{model} does not say what it is: {place / 'meta.json'} cannot be read") from error
