"""JSON for people and for git: one layer a line, short lists inline, the order of the keys kept."""

from __future__ import annotations

import json
from typing import Any

WIDTH = 120
_INDENT = "  "
_OPEN_LEVELS = 2  # the document and its sections are never squeezed into one line
_flat = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def pretty(value: Any, level: int = 0, used: int = 0) -> str:
    """*value* as JSON text.

    Args:
        value: what ``json`` can write, finite numbers only.
        level: how deep it stands; each level is indented by two spaces.
        used: characters already on its line.
    """
    if not isinstance(value, (dict, list)) or not value:
        return _flat(value)
    if level >= _OPEN_LEVELS and not _holds_objects(value):
        flat = _flat(value)
        if used + len(flat) <= WIDTH:
            return flat
    inner, outer = _INDENT * (level + 1), _INDENT * level
    if isinstance(value, dict):
        keys = [_flat(key) + ": " for key in value]
        rows = [
            inner + key + pretty(item, level + 1, len(inner + key))
            for key, item in zip(keys, value.values(), strict=True)
        ]
        return "{\n" + ",\n".join(rows) + f"\n{outer}}}"
    rows = [inner + pretty(item, level + 1, len(inner)) for item in value]
    return "[\n" + ",\n".join(rows) + f"\n{outer}]"


def _holds_objects(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(item, dict) for item in value)
