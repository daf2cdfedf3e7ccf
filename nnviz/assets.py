"""Where the files of ``resources/`` are, in a checkout, in an installed wheel and in a bundle."""

from __future__ import annotations

from pathlib import Path


def asset(name: str) -> Path:
    """The file or folder *name* below resources/ or docs/; FileNotFoundError where it is missing."""
    here = Path(__file__).resolve().parent
    for root in (here.parent / "resources", here.parent / "docs", here / "resources"):
        if (root / name).exists():
            return root / name
    raise FileNotFoundError(f"nnviz was installed without its resources: {name} is missing")
