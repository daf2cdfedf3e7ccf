"""The script as a notebook (nbformat 4): a heading and a cell of code for each of its sections.

The format: https://nbformat.readthedocs.io/en/latest/format_description.html
"""

from __future__ import annotations

import json
import re
from typing import Any

BETWEEN = "\n\n"  # what stands between two cells where they are one script
_SECTION = re.compile(r"^# ---- (.+)$", re.MULTILINE)


def notebook(script: str, title: str) -> str:
    """*script*, as ``project_script`` writes it, as the text of an ``.ipynb`` file called *title*.

    The code of the cells, put together with ``BETWEEN`` and a last line break, is the script itself.
    """
    starts = [match.start() for match in _SECTION.finditer(script)]
    parts = [script[a:b] for a, b in zip([0, *starts], [*starts, len(script)], strict=True)]
    cells = [_markdown(f"# {title}\n\nA neural network that was drawn with nnviz.")]
    for part in (text.removesuffix(BETWEEN).removesuffix("\n") for text in parts):
        heading = _SECTION.match(part)
        if heading is not None:
            cells.append(_markdown(f"## {heading.group(1)}"))
        if part:
            cells.append(_code(part))
    for number, cell in enumerate(cells):
        cell["id"] = f"cell-{number}"
    return json.dumps({"cells": cells, "metadata": _METADATA, "nbformat": 4, "nbformat_minor": 5}, indent=1) + "\n"


_METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


def _markdown(text: str) -> dict[str, Any]:
    return {"cell_type": "markdown", "metadata": {}, "source": _lines(text)}


def _code(text: str) -> dict[str, Any]:
    return {"cell_type": "code", "execution_count": None, "metadata": {}, "outputs": [], "source": _lines(text)}


def _lines(text: str) -> list[str]:
    """A list of lines, as notebooks are kept: so they can be compared line by line."""
    return text.splitlines(keepends=True)
