"""The file of a run as it stands: all weights under their names, and beside them all else that its next step needs.

It is a safetensors file. Whoever only wants the weights finds them under ``layer_id/variable``, as in every other file
of ours, and ignores the rest: arrays under ``state/`` (optimizer, metrics so far, random seeds, the logs of an epoch
that has begun, the best weights so far), and the position and the callbacks as JSON in the metadata.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import numpy as np
import safetensors
import safetensors.numpy
from numpy.typing import NDArray

from nnviz.engine.build import Built
from nnviz.engine.files.weight_files import order_metadata
from nnviz.engine.learned import value
from nnviz.engine.loop.callbacks import CallbackState
from nnviz.engine.loop.fused import FusedLoop, Place
from nnviz.engine.loop.state import TrainingState
from nnviz.engine.weights import named_weights
from nnviz.errors import BadInput
from nnviz.sentences import Sentence

Array = NDArray[Any]
Answer = TypeVar("Answer")
_VARIABLES, _BEST, _LOGS = "state/variables", "state/best_weights", "state/logs"


class RunState(msgspec.Struct, frozen=True):
    """Where a run stands, and what it is a run of; the arrays of its state are in the file beside it.

    Attributes:
        project: the JSON form of what is trained.
        rows: rows in the training, validation and test part of its data.
        epoch, batch, validated: epochs done; training and validation batches done in the epoch that has begun.
        begun: whether the run is to go on: it has neither finished nor was it stopped.
        compiled: whether its steps were compiled, which decides what its random layers draw.
        callbacks: how far its callbacks are.
    """

    project: str
    rows: tuple[int, int, int]
    epoch: int
    batch: int
    validated: int
    begun: bool
    compiled: bool
    callbacks: tuple[CallbackState, ...] = ()


@dataclass(frozen=True)
class Arrays:
    """The arrays of a run's state that are not weights of the network.

    Attributes:
        variables: the other variables of a step, in the order of ``TrainingState.variables``.
        logs: the running logs of the epoch that has begun.
        best_weights: what early stopping would bring back, in the order of ``model.weights``; empty for nothing.
    """

    variables: Sequence[Array]
    logs: Array
    best_weights: Sequence[Array]


@dataclass(frozen=True, eq=False)
class Values:
    """The variables of a run at one moment.

    Attributes:
        weights: ``layer_id/variable`` -> array, in the order of the layers.
        others: the other variables of a step, in the order of ``TrainingState.variables``; empty where not kept.
        best: what early stopping would bring back, in the order of ``model.weights``; empty for nothing.
    """

    weights: Mapping[str, Array]
    others: Sequence[Array] = ()
    best: Sequence[Array] = ()

    @property
    def size(self) -> int:
        """Bytes of all of them."""
        return sum(array.nbytes for array in (*self.weights.values(), *self.others, *self.best))


def values_now(built: Built, state: TrainingState, best: Sequence[Array] | None = ()) -> Values:
    """What they are now, not copied until a variable next changes, with *best*; without it, None, the weights alone."""
    others = [value(variable) for variable in _others(built, state)] if best is not None else []
    return Values({name: value(variable) for name, variable in named_weights(built).items()}, others, best or ())


def optimizer_places(built: Built, state: TrainingState) -> list[int]:
    """Where the variables of the optimizer stand in ``Values.others``, in the order of the optimizer."""
    places = {id(variable): place for place, variable in enumerate(_others(built, state))}
    return [places[id(variable)] for variable in built.model.optimizer.variables]


def write(path: Path, built: Built, state: TrainingState, run: RunState, loop: FusedLoop, best: Sequence[Any]) -> None:
    """Write the run to *path*; *best* are the weights that early stopping would bring back."""
    write_values(path, values_now(built, state, best), run, loop.place.logs)


def write_values(path: Path, values: Values, run: RunState | None, logs: Any = ()) -> None:
    """Write a run that stood at *values* to *path*; the weights alone without *run*."""
    arrays = {name: np.asarray(array) for name, array in values.weights.items()}
    metadata = order_metadata(arrays)
    if run is not None:
        metadata["state"] = json.dumps(msgspec.to_builtins(run))
        for prefix, others in {_VARIABLES: values.others, _BEST: values.best}.items():
            arrays |= {f"{prefix}/{number}": np.array(array) for number, array in enumerate(others)}
        arrays[_LOGS] = np.array(logs, np.float32)
    path.write_bytes(safetensors.numpy.save(arrays, metadata))


def read_values(path: Path) -> Values:
    """The variables of the run in *path*, whatever it is a run of; BadInput where they cannot be read."""

    def read(file: Any) -> Values:
        names = set(file.keys())
        order = json.loads((file.metadata() or {})["order"])
        weights = {name: file.get_tensor(name) for name in order if name in names}
        return Values(weights, _numbered(file, names, _VARIABLES), _numbered(file, names, _BEST))

    return _reading(path, read)


def read_state(path: Path) -> RunState | None:
    """What the file *path* says of its run; None where it holds weights alone. BadInput where it cannot be read."""

    def read(file: Any) -> RunState | None:
        text = (file.metadata() or {}).get("state")
        # The json of Python's own reads the NaN that a metric may have had.
        return None if text is None else msgspec.convert(json.loads(text), RunState)

    return _reading(path, read) if path.suffix == ".safetensors" else None


def read_arrays(path: Path, built: Built, state: TrainingState) -> Arrays:
    """The arrays of the run in *path*; BadInput where they are not those of this network and recipe."""
    own = [tuple(variable.shape) for variable in _others(built, state)]
    weights = [tuple(variable.shape) for variable in built.model.weights]

    def read(file: Any) -> Arrays:
        names = set(file.keys())
        variables = _numbered(file, names, _VARIABLES)
        best = _numbered(file, names, _BEST)
        logs = file.get_tensor(_LOGS)
        if [v.shape for v in variables] != own or (best and [b.shape for b in best] != weights) or logs.ndim != 1:
            raise BadInput(Sentence("{0}: the state of its run does not fit this network and recipe.", path.name))
        return Arrays(variables, logs.astype(np.float32), best)

    return _reading(path, read)


def assign(built: Built, state: TrainingState, arrays: Arrays) -> None:
    """Put the variables of ``read_arrays`` in their places."""
    for variable, array in zip(_others(built, state), arrays.variables, strict=True):
        variable.assign(array)


def place_of(run: RunState, arrays: Arrays, loop: FusedLoop) -> Place:
    """Where the loop is to stand; BadInput where its epochs have no such place."""
    inside = 0 <= run.batch <= loop.batches and 0 <= run.validated <= loop.validation_batches and run.epoch >= 0
    # Between the training and the validation part the logs of the first wait for those of the second.
    waiting = run.batch < loop.batches or len(arrays.logs) == len(loop.graphs.keys)
    if not inside or not waiting:
        raise BadInput(
            Sentence(
                "The state of the run does not fit these data: expected a place within "
                "{0} training and {1} validation batches, got {2} and {3}.",
                loop.batches,
                loop.validation_batches,
                run.batch,
                run.validated,
            )
        )
    return Place(run.epoch, run.batch, run.validated, arrays.logs)


def _others(built: Built, state: TrainingState) -> list[Any]:
    """The variables of a step that are no weights of a layer."""
    weights = {id(variable) for variable in named_weights(built).values()}
    return [variable for variable in state.variables if id(variable) not in weights]


def _numbered(file: Any, names: set[str], prefix: str) -> list[Array]:
    found: list[Array] = []
    while (name := f"{prefix}/{len(found)}") in names:
        found.append(file.get_tensor(name))
    return found


def _reading(path: Path, read: Callable[[Any], Answer]) -> Answer:
    if not path.is_file():
        raise BadInput(Sentence("There is no file {0}.", path))
    try:
        with safetensors.safe_open(path, framework="numpy") as file:
            return read(file)
    except (OSError, ValueError, KeyError, TypeError, RecursionError, safetensors.SafetensorError) as error:
        raise BadInput(Sentence("{0} is damaged: the state of its run cannot be read.", path.name)) from error
