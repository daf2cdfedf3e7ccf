"""A tiny training before the first real one: what TensorFlow does once per process is done when Train is pressed."""

from __future__ import annotations

import logging
from pathlib import Path

from nnviz.data.spec import Builtin
from nnviz.engine.session import Session
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.project.project import Project
from nnviz.training.recipe import Recipe

log = logging.getLogger(__name__)
_NETWORK = NetworkSpec(
    (
        LayerSpec("in", "Input"),
        LayerSpec("hidden", "Dense", {"units": 2, "activation": "relu"}),
        LayerSpec("out", "Output"),
    ),
    (("in", "hidden"), ("hidden", "out")),
)


def warm_up() -> None:
    """Build and train a few units on four rows, and draw them once."""
    try:
        session = Session(Project(_NETWORK, Builtin(name="xor"), Recipe()), Path())
        session.advance(1)
        session.weights(2)
        session.surface(2, 2)
    except Exception:  # the real network will tell a person what is wrong, in its own terms
        log.exception("WarmUp")
