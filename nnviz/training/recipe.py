"""The recipe: loss, optimizer, metrics, schedule, epochs, batch size, seed. Names and defaults are Keras's."""

from __future__ import annotations

from typing import Any

import msgspec

from nnviz.training.methods.kinds import Method


class OptimizerSpec(msgspec.Struct, frozen=True):
    """An optimizer by its Keras class name, with the arguments that were set.

    Attributes:
        kind: the Keras class name, as ``Adam``.
        args: arguments by their Keras names; ``learning_rate`` is a number or ``{"kind": schedule, ...}``.
    """

    kind: str = "Adam"
    args: dict[str, Any] = {}


class StopEarly(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """``keras.callbacks.EarlyStopping``."""

    monitor: str = "val_loss"
    patience: int = 10
    min_delta: float = 0.0
    restore_best: bool = True


class ReduceOnPlateau(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """``keras.callbacks.ReduceLROnPlateau``."""

    monitor: str = "val_loss"
    factor: float = 0.1
    patience: int = 10
    min_delta: float = 1e-4
    cooldown: int = 0
    min_lr: float = 0.0


class Recipe(msgspec.Struct, frozen=True):
    """How a network is trained.

    Attributes:
        loss: a Keras loss name in snake case; None follows the task.
        optimizer: which rule moves the weights.
        metrics: Keras metric names; None follows the task.
        epochs: passes over the training part.
        batch_size: rows per step.
        shuffle: a new order of the rows in every epoch, a pure function of (seed, epoch).
        seed: initial weights, order of the rows, dropout.
        class_weight: weight of each class by its index or name.
        method: how it learns where that is not from samples with their answers.
    """

    loss: str | None = None
    optimizer: OptimizerSpec = OptimizerSpec()
    metrics: tuple[str, ...] | None = None
    epochs: int = 100
    batch_size: int = 32
    shuffle: bool = True
    seed: int = 0
    stop_early: StopEarly | None = None
    reduce_on_plateau: ReduceOnPlateau | None = None
    class_weight: dict[str, float] | None = None
    method: Method | None = None

    def with_optimizer(self, kind: str | None = None, **args: Any) -> Recipe:
        """This recipe with another optimizer or other arguments of it; None takes an argument out."""
        if kind is not None and kind != self.optimizer.kind:
            kept = {k: v for k, v in self.optimizer.args.items() if k == "learning_rate"}
            old = OptimizerSpec(kind, kept)
        else:
            old = self.optimizer
        merged = {k: v for k, v in {**old.args, **args}.items() if v is not None}
        return msgspec.structs.replace(self, optimizer=OptimizerSpec(old.kind, merged))
