"""JSON for people and for git: one layer a line, short lists inline, the order of the keys kept."""

from __future__ import annotations

import json
from typing import Any

WIDTH = 120
_INDENT = "  "
_OPEN_LEVELS = 2  # the document and its sections are never squeezed into one line


def pretty(value: Any, level: int = 0, used: int = 0) -> str:
    """*value* as JSON text.

    Args:
        value: what ``json`` can write, finite numbers only.
        level: how deep it stands; each level is indented by two spaces.
        used: characters already on its line.
    """
    flat = json.dumps(value, ensure_ascii=False, allow_nan=False)
    if not isinstance(value, (dict, list)) or not value:
        return flat
    if level >= _OPEN_LEVELS and not _holds_objects(value) and used + len(flat) <= WIDTH:
        return flat
    inner, outer = _INDENT * (level + 1), _INDENT * level
    if isinstance(value, dict):
        keys = [json.dumps(key, ensure_ascii=False) + ": " for key in value]
        rows = [
            inner + key + pretty(item, level + 1, len(inner + key))
            for key, item in zip(keys, value.values(), strict=True)
        ]
        return "{\n" + ",\n".join(rows) + f"\n{outer}}}"
    rows = [inner + pretty(item, level + 1, len(inner)) for item in value]
    return "[\n" + ",\n".join(rows) + f"\n{outer}]"


def _holds_objects(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(item, dict) for item in value)
