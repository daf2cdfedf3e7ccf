"""The names that Keras makes of its classes."""

from __future__ import annotations

import re


def snake_case(kind: str) -> str:
    """What Keras calls a layer of *kind* that nobody named: ``MaxPooling2D`` is ``max_pooling2d``."""
    name = re.sub(r"(.)([A-Z][a-z0-9]+)", r"\1_\2", kind)
    return re.sub(r"([a-z])([A-Z])", r"\1_\2", name).lower()
