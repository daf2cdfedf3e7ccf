"""Weights set by hand, between two pieces of training; what the optimizer remembers of them stays."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import safetensors.numpy
from numpy.typing import NDArray

from nnviz.engine.build import Built, build
from nnviz.engine.learned import slots
from nnviz.engine.session import Session
from nnviz.engine.showing.pictures import cell_of
from nnviz.engine.showing.showing import Pictures
from nnviz.engine.weights import MEASURED, layer_of, named_weights
from nnviz.errors import BadInput
from nnviz.network.spec import NetworkSpec
from nnviz.project.atomic import replacing
from nnviz.sentences import Sentence
from nnviz.training.by_hand import Edit, Fill, PutBack, SetCell, SetWeights, WeightsSet
from nnviz.training.messages import Event

Array = NDArray[Any]
_COPY = "copy"  # in a file: of a weight that the optimizer keeps another copy of


class ByHand:
    """Answers ``SetWeights``.

    Args:
        send: takes the answers.
        pictures: what is on screen.
        standing: the network that stands; BadInput where there is none.
        changed: hears of a session whose weights were changed.

    Attributes:
        handlers: the type of a command -> what carries it out.
    """

    def __init__(
        self,
        send: Callable[[Event], None],
        pictures: Pictures,
        standing: Callable[[], Session],
        changed: Callable[[Session], None],
    ) -> None:
        self._send, self._pictures, self._standing, self._changed = send, pictures, standing, changed
        self.handlers: dict[type, Callable[[Any], None]] = {SetWeights: self._set}

    def _set(self, command: SetWeights) -> None:
        try:
            session = self._standing()
            keep = Path(command.keep) if command.keep else None
            session.set_weights(lambda built, network: carry_out(built, network, command.layer, command.edit, keep))
        except BadInput as error:  # always an answer: the next edit waits for it
            self._send(WeightsSet(command.number, refused=error.args[0]))
            return
        if not command.passing:
            self._changed(session)
        self._pictures.show(session)
        self._send(WeightsSet(command.number))


def carry_out(built: Built, network: NetworkSpec, layer: str, edit: Edit, keep: Path | None = None) -> None:
    """Carry out *edit* on *layer* of *built*, the model of *network*; BadInput, and nothing changed, where it cannot.

    *keep* is where the weights of the layer are written first.
    """
    if layer not in built.layers:
        raise BadInput(Sentence("There is no layer {0} with weights in the network that stands.", layer))
    values = _new_values(built, network, layer, edit)
    for name, array in values.items():
        if not np.isfinite(array).all():
            raise BadInput(Sentence("A weight has to be a finite number: {0} would not be one.", name))
    variables = _variables(built, layer)
    if keep is not None:
        arrays = {name: np.array(variable.numpy()) for name, variable in variables.items()}
        with replacing(keep) as draft:
            draft.write_bytes(safetensors.numpy.save(arrays))
    for name, array in values.items():
        variables[name].assign(array)


def _variables(built: Built, layer: str) -> dict[str, Any]:
    """Every weight of *layer* by its name, and every copy that the optimizer keeps of it.

    Such a copy (a running mean of the weight, or where it would be without averaging) takes the place of the weight
    later on: it has to change with it.
    """
    found = {name: weight for name, weight in named_weights(built).items() if layer_of(name) == layer}
    for (weight, kind, mean), variable in slots(built.model.optimizer, built).items():
        if mean and weight in found:
            found[f"{_COPY}/{kind}/{weight}"] = variable
    return found


def _new_values(built: Built, network: NetworkSpec, layer: str, edit: Edit) -> Mapping[str, Array]:
    variables = _variables(built, layer)
    if isinstance(edit, SetCell):
        return _with_cell(variables, built.layers[layer], edit)
    if isinstance(edit, PutBack):
        return _kept(Path(edit.path), variables)
    learned = {name: variable for name, variable in variables.items() if variable.name not in MEASURED}
    if not learned:
        raise BadInput(Sentence("{0} has no weights that it learns.", layer))
    if isinstance(edit, Fill):
        return {name: np.full(variable.shape, edit.value, variable.dtype) for name, variable in learned.items()}
    fresh = named_weights(build(network, edit.seed))
    return {name: fresh[_weight_of(name)].numpy() for name in learned}


def _weight_of(name: str) -> str:
    """The weight that a copy called *name* is of; *name* itself where it is none."""
    return name.split("/", 2)[2] if name.startswith(f"{_COPY}/") else name


def _with_cell(variables: Mapping[str, Any], layer: Any, edit: SetCell) -> Mapping[str, Array]:
    weight, index = cell_of(layer, edit.row, edit.col)
    name = next(name for name, variable in variables.items() if variable is weight)
    found = {}
    for other, variable in variables.items():
        if _weight_of(other) == name:
            array = np.array(variable.numpy())
            with np.errstate(over="ignore"):
                array.reshape(-1)[index] = edit.value
            found[other] = array
    return found


def _kept(path: Path, variables: Mapping[str, Any]) -> Mapping[str, Array]:
    """What an earlier edit kept of these *variables*; BadInput where it is gone, or of another network."""
    try:
        arrays = safetensors.numpy.load_file(path)
    except (OSError, ValueError, safetensors.SafetensorError) as error:
        raise BadInput(Sentence("{0} is gone or damaged: the weights before cannot be put back.", path.name)) from error
    fitting = {name: array for name, array in arrays.items() if name in variables}
    if not fitting or any(array.shape != tuple(variables[name].shape) for name, array in fitting.items()):
        raise BadInput(Sentence("The layer has another shape by now: the weights before cannot be put back."))
    return fitting
