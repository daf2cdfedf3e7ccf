"""A project made ready to train: its data, its Keras model, its loop; all that the engine can be asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from nnviz.data.dataset import Dataset, Part
from nnviz.data.held_out import read_part
from nnviz.data.lazy import LazyRows
from nnviz.data.load import load
from nnviz.engine import going_on
from nnviz.engine.adapting import adapt
from nnviz.engine.build import Built, build
from nnviz.engine.compiling import callbacks, compile_built, optimizer
from nnviz.engine.feed import Feed, fitted, refuse_problems
from nnviz.engine.files import run_file, weight_files
from nnviz.engine.files.export import Source, Written, export
from nnviz.engine.learned import Learned, Trained, learned_by, same_shapes
from nnviz.engine.loop.callbacks import Callbacks
from nnviz.engine.loop.fused import FusedLoop, Place
from nnviz.engine.loop.retuning import RATE, retunable, with_value
from nnviz.engine.loop.trainer import Piece, Trainer
from nnviz.engine.methods import stays_plain
from nnviz.engine.session_values import SessionValues
from nnviz.engine.showing.figures import some_rows
from nnviz.engine.showing.probes import SAMPLE_ROWS, Probes
from nnviz.errors import BadInput
from nnviz.network.catalogue import full_args
from nnviz.network.spec import NetworkSpec
from nnviz.project.atomic import replacing
from nnviz.project.card import card_text
from nnviz.project.json_form import project_from_json
from nnviz.project.paths import same_data
from nnviz.project.project import Project
from nnviz.sentences import Sentence
from nnviz.training.messages import Grown

PartName = Literal["train", "validation", "test"]
Floats = NDArray[np.float32]
PREDICTED_AT_ONCE, PREDICTED_BYTES = 4096, 256 << 20  # rows, and what all layers answer to them
SAMPLES_TRIED = 64  # on which a file for another runtime is compared with the network


class Session(SessionValues):
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
        loss_weights: how much the loss of each Output counts.
        keys: the names of the logs of an epoch, as Keras has them.
        grown: what it has of another network that stood before it; None where it has nothing.
    """

    def __init__(self, project: Project, base: Path, dataset: Dataset | None = None) -> None:
        if dataset is None:
            if project.data is None:
                raise BadInput(Sentence("There are no data to learn from: choose some."))
            dataset = load(project.data, base)
        self.project, self.dataset, self._base = project, dataset, base
        refuse_problems(project, dataset)
        self.network, self.recipe = fitted(project, dataset)
        self._built: Built = build(self.network, self.recipe.seed)
        self.model = self._built.model
        self.loss_weights = [full_args(layer)["loss_weight"] for layer in self.network.of_kind("Output")]
        compile_built(self._built, self.recipe, dataset.facts.task, self.loss_weights)
        self._feed = Feed(dataset, self.recipe, self.network, self._built)
        adapt(self._built, self.network, self._feed.shaped(dataset.train.x))
        self._loop = self._new_loop()
        self.keys = self._loop.keys
        self._initial = self._loop.state.read()
        self._probes = Probes(self._built, dataset, self._feed)
        self._learned: Learned | None = None  # what it started with, as long as nothing was trained since
        self.grown: Grown | None = None
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

    def race(self) -> None:
        """Begin to find out in the background whether XLA is faster; ``advance`` takes up what it shows."""
        self._trainer.race()

    def advance(self, target_epochs: int, most: int | None = None) -> Piece:
        """Train about 20 ms, and at most *most* whole epochs, towards *target_epochs* epochs in all.

        They are counted from the initial weights.
        """
        self._learned = None
        return self._trainer.advance(target_epochs, most)

    def step(self) -> Piece:
        """Train one batch; after the last one of an epoch its validation part is run as well."""
        self._learned = None
        return self._trainer.step()

    def drop_run(self) -> None:
        """The run that had begun is over: the next piece begins another one."""
        self._learned = None
        self._trainer.restart()

    def finalize(self) -> None:
        """What ``fit`` does at its end; ``advance`` has done it when it reports an ending."""
        self._learned = None
        self._trainer.finalize()

    def reset(self) -> None:
        """Back to the initial weights, which the recipe's seed gives, and to epoch 0."""
        self._learned = self.grown = None
        self._loop.state.write(self._initial)
        self._loop.go_to(0)
        self._trainer = self._new_trainer()

    def keep_weights_from(self, other: Session, preserving: bool = False) -> tuple[str, ...]:
        """Go on with what still fits of *other*, which stood here before: the ids of the layers that have some of it.

        Units are followed from layer to layer; a layer that was renamed has the same neighbours under another id. With
        *preserving* what is new starts so that the network answers as before. Where nothing was trained since an
        earlier edit, it is what had been learned before that edit which goes on.

        Where a layer has something, the run of *other* goes on: at the very batch where the rows come in the same
        batches, else at the start of that epoch; with what the optimizer remembers of the weights that are still
        there; with what the callbacks know where that is on the same scale.
        """
        learned = other.learned(self.network)
        growth = going_on.grow_from(self._built, self.network, learned, preserving, self.recipe.seed)
        if growth.carried:
            going_on.keep_optimizer(self.model.optimizer, self._built, learned, self.recipe, growth)
            going_on.keep_step(self.model, self.recipe, learned)
            networks, recipes = (learned.of.network, self.network), (learned.of.recipe, self.recipe)
            known = going_on.comparable(learned.callbacks, networks, recipes)
            if self.dataset is learned.of.dataset:
                self._callbacks.take(known, learned.best_weights)
            self._keep_place(learned)
            self._trainer.go_on(learned.of.begun)
            self._learned = learned
            if not going_on.same_network(self.network, learned.of.network):
                now = self._probes.answers(self.dataset.train, SAMPLE_ROWS) if learned.of.answers is not None else None
                self.grown = going_on.report_of(growth, preserving, learned.of.answers, now)
        return growth.carried

    def can_be_retuned(self, project: Project, dataset: Dataset, preserving: bool = False) -> bool:
        """Whether ``retune`` can make this the session of *project* on *dataset*; BadInput where that cannot be.

        Where it was grown out of another network, and is to be *preserving* otherwise, it is grown anew.
        """
        if self.grown is not None and self.grown.preserving != preserving:
            return False
        if dataset is not self.dataset or not retunable((self.network, self.recipe), fitted(project, dataset)):
            return False
        refuse_problems(project, dataset)
        return True

    def retune(self, project: Project) -> None:
        """Be the session of *project*, of which ``can_be_retuned`` is true; the run goes on at the very batch."""
        rate, begun = self.recipe.optimizer.args.get(RATE), self.begun
        known, best = self._callbacks.states(), self._callbacks.best_weights
        self.project = project
        self.network, self.recipe = fitted(project, self.dataset)
        self.__dict__.pop("_project_text", None)
        if self.recipe.optimizer.args.get(RATE) != rate:  # else it stays what callbacks have made of it
            own = self.model.optimizer
            own.learning_rate = float(optimizer(self.recipe.optimizer).learning_rate)
            state = self._loop.state
            self._initial = with_value(state.variables, self._initial, own._learning_rate, own._learning_rate.value)
        self._trainer = self._new_trainer()
        self._callbacks.take(known, best)
        self._trainer.go_on(begun)
        if self._learned is None:
            self.grown = None

    def learned(self, to_be: NetworkSpec) -> Learned:
        """What the run has come to, for a session of the network *to_be* to go on with."""
        if self._learned is not None:  # nothing was trained since
            gone = {layer.id for layer in self._learned.of.network.layers if not self.network.has(layer.id)}
            return replace(self._learned, gone=self._learned.gone | gone)
        other = not going_on.same_network(self.network, to_be)
        answers = self._probes.answers(self.dataset.train, SAMPLE_ROWS) if other else None
        trained = Trained(self.network, self.recipe, self.dataset, self.begun, answers)
        return learned_by(trained, self._built, self._loop, self._callbacks)

    def _keep_place(self, learned: Learned) -> None:
        place = learned.place
        if self.dataset is not learned.of.dataset or not going_on.same_order(self.recipe, learned.of.recipe):
            self._loop.go_to(place.epoch)
            return
        measured = (self.recipe.loss, self.keys) == (learned.of.recipe.loss, learned.keys)
        own = self.model.metrics_variables
        if measured and same_shapes(own, learned.metrics):
            going_on.assign(own, learned.metrics)
        elif place.batch == self.batches:
            # The epoch's training part was measured otherwise: it is measured again as it is to be now.
            scores = self.evaluate("train")
            place = Place(place.epoch, place.batch, 0, np.array([scores[k] for k in self._loop.graphs.keys], "f4"))
        self._loop.stand_at(place)

    def evaluate(self, part: PartName | Part) -> dict[str, float]:
        """Loss and metrics, as ``model.evaluate`` gives them; empty where there is no such part."""
        held = getattr(self.dataset, part) if isinstance(part, str) else part
        if held is None:
            return {}
        rows = self._feed.rows(held)
        try:
            return self._loop.evaluate(rows)
        finally:
            rows.close()

    def read_part(self, file: Path, note: Callable[[str], object] = lambda _: None) -> Part:
        """The rows of another file of the same form, target included; BadInput where it cannot be used.

        *note* takes each sentence on rows that were taken with less than they hold.
        """
        assert self.project.data is not None  # a session has data
        return read_part(self.project.data, self._base, file, self.dataset, note)

    def predict(self, x: Floats | LazyRows) -> Floats:
        """What the network answers to the prepared samples *x* ``(n, *input_shape)``: ``(n, outputs)``."""
        step = min(PREDICTED_AT_ONCE, self._built.rows_within(PREDICTED_BYTES))
        parts = (x[i : i + step] for i in range(0, max(len(x), 1), step))
        return np.concatenate([self._probes.answer(np.asarray(part, np.float32)) for part in parts])

    # ---------------------------------------------------------------- files

    def save_snapshot(self, path: Path) -> None:
        """Write the run as it stands to *path* (safetensors), whole or not at all: ``restore`` goes on exactly there.

        Its weights are under the names that ``export`` gives them.
        """
        with replacing(path) as draft:
            run_file.write(
                draft, self._built, self._loop.state, self.run_state(), self._loop, self._callbacks.best_weights
            )

    def restore(self, path: Path, epoch: int = 0) -> tuple[str, ...]:
        """Go on exactly where the run in the snapshot *path* stood: the ids of the layers that have its weights.

        Where the network or the recipe is another by now, the run goes on with what fits of it, as in
        ``keep_weights_from``. Of a file of weights alone every layer takes those that fit, of a run on other data all
        are taken; they are *epoch* epochs old. BadInput where nothing of the file can be used; the session is then to
        be given up.
        """
        run = run_file.read_state(path)
        project = project_from_json(run.project) if run is not None else None
        same = project is not None and same_data(project.data, self.project.data)
        if run is None:
            kept = weight_files.load_fitting(self._built, path)
            self._weights_changed()
            self._loop.go_to(epoch)
            return kept
        if project is None or not same or run.rows != self.dataset.facts.rows:
            self.load_weights(path)
            self._loop.go_to(epoch)
        elif going_on.same_training((self.network, self.recipe), fitted(project, self.dataset)):
            self._take_up(run, path)
        else:
            before = Session(replace(project, data=self.project.data), self._base, self.dataset)
            before._take_up(run, path)
            return self.keep_weights_from(before)
        return self.weighted

    def _take_up(self, run: run_file.RunState, path: Path) -> None:
        arrays = run_file.read_arrays(path, self._built, self._loop.state)
        place = run_file.place_of(run, arrays, self._loop)
        self.load_weights(path)
        run_file.assign(self._built, self._loop.state, arrays)
        self._callbacks.take(run.callbacks, arrays.best_weights)
        self._loop.stand_at(place)
        self._trainer.go_on(run.begun)

    def load_weights(self, path: Path) -> int:
        """Put the weights of a file into the network; how many layers got theirs.

        *path* is a ``.weights.h5``, ``.keras``, ``.npz`` or ``.safetensors`` file. An epoch that has begun begins anew.
        """
        loaded = weight_files.load_weights(self._built, path)
        self._weights_changed()
        return loaded

    def set_weights(self, edit: Callable[[Built, NetworkSpec], None]) -> None:
        """Have *edit* change weights of the model by hand; training goes on with them, at the very batch."""
        edit(self._built, self.network)
        self._learned = None
        self._trainer.go_on(self.begun)

    def _weights_changed(self) -> None:
        self._learned = None
        self._loop.go_to(self.epoch)
        self._trainer = self._new_trainer()

    def export(self, kind: str, path: Path, carded: bool = False, of: Built | None = None) -> Written:
        """Write the network as it is now, in one of ``engine.export.SUFFIXES``.

        *carded*: with the card of the data's preparation beside it, for whoever takes the network elsewhere.
        *of*: with the weights of another model of it.
        """
        card = card_text(self.project, self.dataset, self.network) if carded else None
        source = Source(of or self._built, self.network, self.project, self._base, self._some_samples)
        return export(source, kind, path, card)

    def _some_samples(self) -> list[Floats]:
        """Some training rows as the model takes them, an array for each Input."""
        x = np.asarray(some_rows(self.dataset.train, SAMPLES_TRIED).x, np.float32)
        shaped = self._feed.shaped(x)
        return shaped if isinstance(shaped, list) else [shaped]

    def close(self, wait: bool = False) -> None:
        """Nothing more is asked of it; with *wait*, what runs in the background has come to its end afterwards."""
        self._loop.close()
        if wait:
            self._loop.forms.wait()

    # ---------------------------------------------------------------- making it

    def _new_loop(self) -> FusedLoop:
        train, validation = self.dataset.train, self.dataset.validation
        return FusedLoop(
            self.model,
            self._feed.rows(train, class_weight=True),
            self._feed.rows(validation) if validation is not None and validation.rows else None,
            batch_size=self.recipe.batch_size,
            shuffle=self.recipe.shuffle,
            seed=self.recipe.seed,
            twin=None if stays_plain(self.model) else self._twin,
        )

    def _twin(self) -> Any:
        """Another model of this network, compiled by the same recipe."""
        built = build(self.network, self.recipe.seed)
        compile_built(built, self.recipe, self.dataset.facts.task, self.loss_weights)
        return built.model

    def _new_trainer(self) -> Trainer:
        self._callbacks = Callbacks(self.model, callbacks(self.recipe))
        self._callbacks.begin(self.keys)
        return Trainer(self._loop, self._callbacks, self._built.id_of)
