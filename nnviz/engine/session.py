"""A project made ready to train: its data, its Keras model, its loop; all that the engine can be asked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from nnviz.data.dataset import Dataset, Part
from nnviz.data.load import load
from nnviz.engine import pictures, weight_files
from nnviz.engine.build import Built, build
from nnviz.engine.callbacks import Callbacks
from nnviz.engine.compiling import callbacks, compile_model
from nnviz.engine.export import export
from nnviz.engine.faults import LayerFault
from nnviz.engine.loop import FusedLoop
from nnviz.engine.probes import Probes
from nnviz.engine.rows import Rows
from nnviz.engine.state import copy_values, same_layout
from nnviz.engine.targets import encoded, row_weights
from nnviz.engine.trainer import Piece, Trainer
from nnviz.errors import BadInput
from nnviz.network.fit import fit_to_data
from nnviz.network.matching import renamed
from nnviz.project.project import Project
from nnviz.training import check
from nnviz.training.messages import Activity, LayerWeights, Surface, Weights
from nnviz.training.suggest import fitted_recipe

PartName = Literal["train", "validation", "test"]
Floats = NDArray[np.float32]
PREDICTED_AT_ONCE = 4096


class Session:
    """One network with its data in the state of its training.

    Args:
        project: what is drawn, what it learns and how.
        base: the folder that relative paths of the data start from.
        dataset: the data where they are loaded already.

    Raises:
        BadInput: (``LayerFault`` where it concerns a layer) whatever keeps this project from being trained.

    Attributes:
        project, dataset: as given, or loaded.
        network: the network fitted to the data.
        recipe: the recipe with loss and metrics filled in.
        model: the compiled Keras model.
        keys: the names of the logs of an epoch, as Keras has them.
    """

    def __init__(self, project: Project, base: Path, dataset: Dataset | None = None) -> None:
        if dataset is None:
            if project.data is None:
                raise BadInput("There are no data to learn from: choose some.")
            dataset = load(project.data, base)
        self.project, self.dataset, self._base = project, dataset, base
        _refuse_problems(project, dataset)
        self.network = fit_to_data(project.network, dataset.facts)
        self.recipe = fitted_recipe(project.training, dataset.facts)
        self._built: Built = build(self.network, self.recipe.seed)
        self.model = self._built.model
        compile_model(self.model, self.recipe)
        self._loop = self._new_loop()
        self.keys = self._loop.keys
        self._initial = self._loop.state.read()
        self._probes = Probes(self._built, dataset, self._shaped)
        self._trainer = self._new_trainer()

    # ---------------------------------------------------------------- where it stands

    @property
    def epoch(self) -> int:
        """Epochs done; setting it goes to the start of the epoch that follows."""
        return self._loop.epoch

    @epoch.setter
    def epoch(self, epoch: int) -> None:
        self._loop.go_to(epoch)

    @property
    def batch(self) -> int:
        """Training batches done in the epoch that has begun."""
        return self._loop.batch

    @property
    def batches(self) -> int:
        """Training batches in an epoch."""
        return self._loop.batches

    @property
    def learning_rate(self) -> float:
        """The learning rate of the next step."""
        return float(self.model.optimizer.learning_rate)

    @property
    def parameters(self) -> int:
        """All weights, trained or not."""
        return int(self.model.count_params())

    # ---------------------------------------------------------------- training

    def trace(self) -> Iterator[None]:
        """Before the first piece: trace one of the graphs it will need at each step. Nothing is trained."""
        return self._trainer.trace()

    def advance(self, target_epochs: int) -> Piece:
        """Train about 20 ms towards *target_epochs* epochs in all, counted from the initial weights."""
        return self._trainer.advance(target_epochs)

    def step(self) -> Piece:
        """Train one batch; after the last one of an epoch its validation part is run as well."""
        return self._trainer.step()

    def finalize(self) -> None:
        """What ``fit`` does at its end; ``advance`` has done it when it reports an ending."""
        self._trainer.finalize()

    def reset(self) -> None:
        """Back to the initial weights, which the recipe's seed gives, and to epoch 0."""
        self._loop.state.write(self._initial)
        self._loop.go_to(0)
        self._trainer = self._new_trainer()

    def keep_weights_from(self, other: Session) -> tuple[str, ...]:
        """Take over what still fits of *other*, which stood here before: the ids of the layers whose weights did.

        A layer fits that has the same shapes and the same id, or was renamed: the same neighbours under another id.
        Where all do, and the optimizer is the same, its memory is taken over too. The epochs count on from where
        *other* was, unless nothing fits.
        """
        kept, before = [], renamed(other.network, self.network)
        for layer_id, layer in self._built.layers.items():
            source = other._built.layers.get(before.get(layer_id, layer_id))
            if source is not None and layer.weights and same_layout(layer.weights, source.weights):
                copy_values(layer.weights, source.weights)
                kept.append(layer_id)
        if kept:
            self._keep_optimizer(other.model.optimizer)
            self._loop.go_to(other.epoch)
        return tuple(kept)

    def _keep_optimizer(self, other: Any) -> None:
        own = self.model.optimizer
        if type(own) is type(other) and same_layout(own.variables, other.variables):
            pairs = zip(own.variables, other.variables, strict=True)
            # The learning rate is the new recipe's.
            mine, theirs = zip(*((a, b) for a, b in pairs if a.name != "learning_rate"), strict=True)
            copy_values(mine, theirs)

    def evaluate(self, part: PartName | Part) -> dict[str, float]:
        """Loss and metrics, as ``model.evaluate`` gives them; empty where there is no such part."""
        rows = getattr(self.dataset, part) if isinstance(part, str) else part
        return {} if rows is None else self._loop.evaluate(self._rows(rows))

    def predict(self, x: Floats) -> Floats:
        """What the network answers to the prepared samples *x* ``(n, *input_shape)``: ``(n, outputs)``."""
        x = np.asarray(x, np.float32)
        parts = [x[i : i + PREDICTED_AT_ONCE] for i in range(0, max(len(x), 1), PREDICTED_AT_ONCE)]
        return np.concatenate([self._probes.answer(part) for part in parts])

    # ---------------------------------------------------------------- pictures

    def layer_weights(self, cells: int) -> tuple[LayerWeights, ...]:
        """A picture of each kernel, of at most *cells* rows and columns."""
        return pictures.layer_weights(self._built, cells)

    def weights(self, cells: int) -> Weights:
        """The same as the message that carries it."""
        return Weights(self.epoch, self.layer_weights(cells))

    def surface(self, size: int, unit_size: int = 0) -> Surface | None:
        """The answer over the plane of the data; None where the data are not points of a plane, or no size is asked.

        Args:
            size: points along a side of the surface, 0 for none.
            unit_size: points along a side of each unit's own, 0 for none.
        """
        if not self._probes.plane or (size < 1 and unit_size < 1):
            return None
        values = self._probes.surface(size) if size > 0 else np.zeros((0, 0, 0), np.float32)
        units = self._probes.unit_surfaces(unit_size) if unit_size > 0 else {}
        return Surface(
            epoch=self.epoch,
            extent=self._probes.extent(),
            size=size,
            outputs=values.shape[2],
            values=_bytes(values),
            unit_size=unit_size,
            units={layer_id: _bytes(surfaces) for layer_id, surfaces in units.items()},
        )

    def activity(self) -> Activity:
        """The mean activation of each unit over a fixed sample of training rows."""
        means = self._probes.activity()
        return Activity(self.epoch, {layer_id: _bytes(mean) for layer_id, mean in means.items()})

    # ---------------------------------------------------------------- files

    def save_snapshot(self, path: Path) -> None:
        """Write all weights to *path* (safetensors), whole or not at all."""
        self.export("safetensors", path)

    def load_weights(self, path: Path) -> int:
        """Put the weights of a file into the network; how many layers got theirs.

        *path* is a ``.weights.h5``, ``.keras``, ``.npz`` or ``.safetensors`` file. An epoch that has begun begins anew.
        """
        loaded = weight_files.load_weights(self._built, path)
        self._loop.go_to(self.epoch)
        self._trainer = self._new_trainer()
        return loaded

    def export(self, kind: str, path: Path) -> int:
        """Write the network as it is now, in one of ``engine.export.SUFFIXES``; the size of the file in bytes."""
        return export(self._built, self.project, self._base, kind, path)

    # ---------------------------------------------------------------- making it

    def _new_loop(self) -> FusedLoop:
        train, validation = self.dataset.train, self.dataset.validation
        return FusedLoop(
            self.model,
            self._rows(train, class_weight=True),
            self._rows(validation) if validation is not None and validation.rows else None,
            batch_size=self.recipe.batch_size,
            shuffle=self.recipe.shuffle,
            seed=self.recipe.seed,
        )

    def _new_trainer(self) -> Trainer:
        follow = Callbacks(self.model, callbacks(self.recipe))
        follow.begin(self.keys)
        return Trainer(self._loop, follow, self._built.id_of)

    def _rows(self, part: Part, class_weight: bool = False) -> Rows:
        facts, units = self.dataset.facts, int(self.model.outputs[0].shape[-1])
        weights = self.recipe.class_weight if class_weight else None
        return Rows(
            self._shaped(part.x),
            encoded(part.y, facts, self.recipe.loss or "", units),
            row_weights(part.y, part.weight, weights, facts),
        )

    def _shaped(self, x: Any) -> Any:
        """Samples laid out as the Input wants them: the same numbers, perhaps in another shape."""
        shape = tuple(self.model.inputs[0].shape[1:])
        return x if tuple(x.shape[1:]) == shape else x.reshape(len(x), *shape)


def _refuse_problems(project: Project, dataset: Dataset) -> None:
    found = check.problems(project.network, dataset.facts, project.training)
    problem = next((p for p in found if not p.caution), None)
    if problem is not None:
        sentence = problem.text if problem.text.endswith(".") else f"{problem.text}."
        raise LayerFault(sentence, problem.layer) if problem.layer is not None else BadInput(sentence)


def _bytes(values: Floats) -> bytes:
    return np.ascontiguousarray(values, "<f4").tobytes()
