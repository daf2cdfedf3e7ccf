"""The folder in which a person is asked for a file of data."""

from __future__ import annotations

from pathlib import Path

from nnviz.assets import asset
from nnviz.data.spec import DataSpec


def likely_folder(spec: DataSpec | None, base: Path) -> Path:
    """Where the data of *spec* lie, or else *base*, but not among the files that come with nnviz."""
    named = getattr(spec, "path", None) or getattr(spec, "folder", None)
    found = (base / Path(named).expanduser()).parent if named else base
    return Path.home() if found.absolute().is_relative_to(asset("lessons")) else found
