"""Every layer of the catalogue, with every choice that it has, in every format of another runtime."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from nnviz.engine.build import build
from nnviz.engine.exports import writing
from nnviz.engine.loop.faults import LayerFault
from nnviz.errors import BadInput
from nnviz.network.catalogue import CATALOGUE
from nnviz.network.catalogue.choices import ACTIVATIONS, RECURRENT_ACTIVATIONS
from nnviz.network.export_limits import TITLES, unable
from nnviz.network.spec import NetworkSpec
from tests.engine import every_kind

pytestmark = [
    pytest.mark.nightly,
    pytest.mark.filterwarnings("ignore:__array__ implementation doesn't accept a copy:DeprecationWarning"),
    pytest.mark.filterwarnings("ignore:.*was passed an input with a mask:UserWarning"),
]
ROWS = 7
Branch = tuple[str, dict[str, Any]]
# What an argument that is a number, or several, is tried with where the default is not all there is.
NUMBERS = {"dilation_rate": 2, "strides": 2, "groups": 2, "depth_multiplier": 2, "axis": 1}
# The branches, the shape of a sample, and how many inputs a layer takes.
GROUPS: dict[str, tuple[Mapping[str, Branch], tuple[int, ...], int]] = {
    "row": ({**every_kind.ROW, **every_kind.ROW_VALUES}, (6,), 1),
    "sequence": ({**every_kind.SEQUENCE, **every_kind.SEQUENCE_VALUES}, (6, 4), 1),
    "picture": ({**every_kind.PICTURE, **every_kind.PICTURE_VALUES}, (6, 7, 2), 1),
    "volume": (every_kind.VOLUME, (4, 5, 4, 2), 1),
    "pair": (every_kind.PAIR, (5, 4), 2),
    "words": (every_kind.WORDS, (6,), 1),
    "activation": ({name: ("Dense", {"units": 3, "activation": name}) for name in ACTIVATIONS}, (6,), 1),
    "recurrent activation": (
        {name: ("SimpleRNN", {"units": 3, "activation": name}) for name in RECURRENT_ACTIVATIONS}, (4, 4), 1,
    ),
}  # fmt: skip


def chosen(branch: Branch) -> list[Branch]:
    """*branch* itself, and with each of the choices it has in the place of the default."""
    kind, args = branch
    found = [branch]
    for arg in CATALOGUE[kind].args:
        values: tuple[Any, ...] = arg.choices if arg.type == "choice" else ()
        values = (not arg.default,) if arg.type == "bool" else values
        values = values or tuple(NUMBERS[name] for name in (arg.name,) if name in NUMBERS)
        found += [(kind, {**args, arg.name: value}) for value in values if value != arg.default and not arg.ours]
    return found


def built(branch: Branch, group: str) -> tuple[NetworkSpec, Any] | None:
    """A network of *branch* and its model; None where Keras does not take the arguments together."""
    _, shape, ways = GROUPS[group]
    network = every_kind.branched({"mine": branch}, shape, ways)
    try:
        return network, build(network, seed=3).model
    except LayerFault:
        return None


def fault_of(network: NetworkSpec, model: Any, group: str, kind: str, folder: Path) -> str | None:
    """What went wrong when *model* was written in the format *kind*; None where nothing did."""
    shape = GROUPS[group][1]
    rng = np.random.default_rng(1)
    for weight in model.weights:
        if weight.dtype == "float32":
            drawn = rng.normal(0.0, 0.6, weight.shape)
            weight.assign(drawn**2 if "variance" in weight.path else drawn)
    x = rng.integers(0, 5, (ROWS, *shape)) if group == "words" else rng.normal(1.0, 2.0, (ROWS, *shape))
    try:
        with writing.written(model, network, kind, folder / "net", [x.astype("f4")]):
            return None
    except BadInput as error:
        return str(error)


@pytest.mark.timeout(3000)
@pytest.mark.parametrize("kind", TITLES)
@pytest.mark.parametrize("group", GROUPS)
def test_what_is_not_refused_runs_and_what_is_refused_cannot(group: str, kind: str, tmp_path: Path) -> None:
    wrong = []
    for name, branch in GROUPS[group][0].items():
        for layer, args in chosen(branch):
            made = built((layer, args), group)
            if made is None:
                continue
            fault = fault_of(*made, group, kind, tmp_path)
            if (fault is not None) != (unable(kind, layer, args) is not None):
                wrong.append(f"{name}, {layer} {args}: {fault or 'refused, but it can be written'}")
    assert wrong == []
