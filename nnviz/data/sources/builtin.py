"""The sets that need no file: gates, toys, and those that come with scikit-learn."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np

from nnviz.data.dataset import Raw, Target
from nnviz.data.sources.catch import read_catch
from nnviz.data.sources.toys import read_gate, read_toy
from nnviz.data.sources.waves import read_waves
from nnviz.data.spec import GAMES, GATES, SERIES, TOYS, Builtin
from nnviz.errors import BadInput
from nnviz.sentences import Sentence


def read(spec: Builtin, base: Path, cancelled: Callable[[], bool]) -> Raw:
    """The set called *spec.name*."""
    if spec.name in GATES:
        return read_gate(spec)
    if spec.name in TOYS:
        return read_toy(spec)
    if spec.name in SERIES:
        return read_waves(spec)
    if spec.name in GAMES:
        return read_catch(spec)
    return _bundled(spec)


def _bundled(spec: Builtin) -> Raw:
    from sklearn import datasets

    if spec.samples is not None or spec.noise is not None:
        raise BadInput(
            Sentence("{0} is a set of its own rows: samples and noise are for gates and toys alone.", spec.name)
        )
    bunch = getattr(datasets, f"load_{spec.name}")()
    if spec.name == "diabetes":
        return Raw(
            bunch.data,
            Target((bunch.target,), ("progression",)),
            scale="standard",
            feature_names=tuple(bunch.feature_names),
        )
    if spec.name == "linnerud":
        return Raw(
            bunch.data,
            Target(tuple(bunch.target.T), tuple(name.lower() for name in bunch.target_names)),
            scale="standard",
            feature_names=tuple(name.lower() for name in bunch.feature_names),
        )
    names = tuple(str(name) for name in bunch.target_names)
    target = Target((bunch.target,), ("digit" if spec.name == "digits" else "class",), names)
    if spec.name == "digits":
        return Raw(bunch.images[..., np.newaxis], target, scale="minmax")
    return Raw(bunch.data, target, scale="standard", feature_names=tuple(str(n) for n in bunch.feature_names))
