"""Training spread over several devices or machines by ``tf.distribute``, a batch parted among their replicas.

Keras 3.15 trains by ``fit`` under ``MirroredStrategy``, but not under ``MultiWorkerMirroredStrategy``: there it fails
when it reduces the first batch, and again when it reduces the logs of a step. Under both the model's own ``train_step``
works when the strategy runs it, as is done here; so a run has the order of rows that it has on one machine, too.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from nnviz.data.dataset import Dataset
from nnviz.engine.build import build
from nnviz.engine.compiling import compile_model
from nnviz.engine.keras_setup import keras, native_stderr_off, tf
from nnviz.engine.loop.callbacks import Callbacks
from nnviz.engine.loop.fused import EpochResults, FusedLoop
from nnviz.engine.loop.rows import AnyRows, Rows
from nnviz.engine.loop.trainer import Piece, Trainer
from nnviz.engine.session import Session
from nnviz.errors import BadInput
from nnviz.network.spec import NetworkSpec
from nnviz.project.project import Project
from nnviz.sentences import Sentence
from nnviz.training.order import epoch_orders
from nnviz.training.recipe import Recipe


def strategy_called(name: str) -> Any:
    """The strategy *name*, ``mirrored`` or ``multiworker``, made before anything else is computed.

    Waits for the other workers that ``TF_CONFIG`` names; BadInput where TensorFlow refuses.
    """
    with native_stderr_off():
        try:
            made = tf.distribute.MirroredStrategy if name == "mirrored" else tf.distribute.MultiWorkerMirroredStrategy
            return made()
        except (tf.errors.OpError, ValueError, RuntimeError) as error:
            raise BadInput(Sentence("--strategy {0}: {1}", name, str(error).splitlines()[0])) from None


class SpreadSession(Session):
    """A session whose epochs are spread over the replicas of a strategy; validated, saved and exported as any other.

    Args:
        project, base, dataset: as a ``Session`` takes them.
        strategy: of ``tf.distribute``.

    Raises:
        BadInput: where a batch cannot be parted evenly, the rows stay on the disk, or a method has a step of its own.
    """

    def __init__(self, project: Project, base: Path, dataset: Dataset, strategy: Any) -> None:
        if project.training.method is not None:
            raise BadInput(
                Sentence("--strategy spreads learning from answers, but the recipe has another method: leave it out")
            )
        self._strategy = strategy
        super().__init__(project, base, dataset)

    def _new_trainer(self) -> Trainer:
        super()._new_trainer()  # makes the callbacks
        rows = self._feed.rows(self.dataset.train, class_weight=True)
        held = self.dataset.validation
        validation = self._feed.rows(held) if held is not None and held.rows else None
        compiled = partial(
            compile_model, recipe=self.recipe, task=self.dataset.facts.task, loss_weights=self.loss_weights
        )
        spread = Spread(self._strategy, self.network, self.recipe, compiled, self.model, rows)
        return SpreadTrainer(self._loop, self._callbacks, self._built.id_of, spread, validation)


class Spread:
    """A model like another one, mirrored on all replicas.

    Args:
        strategy: of ``tf.distribute``.
        network, recipe: what is trained and how, fitted to the data.
        compiled: compiles a model of the network by the recipe.
        plain: the model that it starts as, and that learns from it.
        rows: to train on.
    """

    def __init__(
        self,
        strategy: Any,
        network: NetworkSpec,
        recipe: Recipe,
        compiled: Callable[[Any], None],
        plain: Any,
        rows: AnyRows,
    ) -> None:
        self._strategy, self._recipe, self._plain = strategy, recipe, plain
        self._replicas = int(strategy.num_replicas_in_sync)
        if isinstance(rows, Rows):
            self._rows = rows
        else:
            raise BadInput(
                Sentence("--strategy needs rows that fit into memory; these are read from the disk while training")
            )
        if recipe.batch_size % self._replicas or rows.count < self._replicas:
            raise BadInput(
                Sentence(
                    "--strategy: expected a batch size that {0} replicas can share evenly, "
                    "and a row for each, got batches of {1} of {2} rows",
                    self._replicas,
                    recipe.batch_size,
                    rows.count,
                )
            )
        with strategy.scope():
            self.model = build(network, recipe.seed).model
            compiled(self.model)
            self.model.set_weights(plain.get_weights())
            self.model._symbolic_build(data_batch=rows.packed([tensor[:1] for tensor in rows.tensors]))
        self._step = tf.function(self._spread_step, autograph=False, reduce_retracing=True)

    def run_epoch(self, epoch: int) -> dict[str, float]:
        """Train *epoch* (0-based) and put what was learned into the plain model: loss and metrics of the epoch.

        Rows that are left over at its end when the replicas have shared what they can share evenly are left out.
        """
        count, size = self._rows.count, self._recipe.batch_size
        order = (
            epoch_orders(self._recipe.seed, epoch, 1, count)[0]
            if self._recipe.shuffle
            else np.arange(count, dtype=np.int32)
        )
        order = order[: count - count % self._replicas]
        self.model.reset_metrics()
        for start in range(0, len(order), size):
            batch = order[start : start + size]
            self._step(self._strategy.experimental_distribute_values_from_function(self._share_of(batch)))
        logs = {key: float(value) for key, value in self.model.get_metrics_result().items()}
        self._teach()
        return logs

    def follow_rate(self) -> None:
        """Take the learning rate of the plain model, which a callback may have changed."""
        rate = float(self._plain.optimizer.learning_rate)
        if rate != float(keras.ops.convert_to_numpy(self.model.optimizer.learning_rate)):
            with self._strategy.scope():
                self.model.optimizer.learning_rate = rate

    def _share_of(self, batch: Any) -> Callable[[Any], Any]:
        return lambda replica: tf.constant(batch[replica.replica_id_in_sync_group :: self._replicas])

    def _spread_step(self, numbers: Any) -> None:
        self._strategy.run(self._step_of_replica, args=(numbers,))

    def _step_of_replica(self, numbers: Any) -> None:
        self.model.train_step(self._rows.packed([tf.gather(tensor, numbers) for tensor in self._rows.tensors]))

    def _teach(self) -> None:
        pairs = zip(self._plain.optimizer.variables, self.model.optimizer.variables, strict=True)
        for own, learned in pairs:
            own.assign(keras.ops.convert_to_numpy(learned))
        self._plain.set_weights(self.model.get_weights())


class SpreadTrainer(Trainer):
    """A trainer whose epochs are run by a ``Spread``, one a piece; its loop holds the plain model.

    Args:
        loop, callbacks, id_of: as a ``Trainer`` takes them.
        spread: runs the epochs.
        validation: the rows that each epoch is judged on, by every worker for itself.
    """

    def __init__(
        self,
        loop: FusedLoop,
        callbacks: Callbacks,
        id_of: Callable[[str], str],
        spread: Spread,
        validation: AnyRows | None,
    ) -> None:
        super().__init__(loop, callbacks, id_of)
        self._spread, self._validation = spread, validation

    def advance(self, target: int, most: int | None = None) -> Piece:
        """Run one epoch towards *target* epochs in all."""
        self._begin()
        first, start = self.loop.epoch, self.loop.state.read()
        if first >= target:
            return self._finished([])
        try:
            logs = self._spread.run_epoch(first)
        except tf.errors.OpError as error:
            kept = f"the weights after epoch {first}" if first else "the initial weights"
            sentence = (
                f"Training failed in epoch {first + 1}: a worker was lost ({type(error).__name__}); {kept} are back."
            )
            return Piece(first + 1, ending="failed", sentence=sentence)
        judged = self.loop.evaluate(self._validation) if self._validation is not None else {}
        own = self.loop.graphs.keys
        row = [*(logs[key] for key in own), *(judged[key] for key in own if judged)]
        if not np.isfinite(row).all() or not self.loop.state.finite():
            self.loop.state.write(start)
            return self._failed(Piece(first + 1))
        self.loop.go_to(first + 1)
        piece = self._after(first, start, EpochResults(np.array([row], np.float32)))
        self._spread.follow_rate()
        done = piece.ending is None and self.loop.epoch >= target
        return self._finished([piece]) if done else piece
