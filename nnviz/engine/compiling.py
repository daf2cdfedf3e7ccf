"""The recipe on a Keras model: loss, optimizer with its schedule, metrics, callbacks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from nnviz.engine.build import Built, first_line
from nnviz.engine.keras_setup import keras
from nnviz.engine.methods import install
from nnviz.errors import BadInput
from nnviz.network.facts import Task
from nnviz.sentences import Sentence
from nnviz.training.metrics_made import made_metric
from nnviz.training.optimizers import OPTIMIZERS, SCHEDULES
from nnviz.training.recipe import OptimizerSpec, Recipe


def compile_built(built: Built, recipe: Recipe, task: Task, loss_weights: Sequence[float] = ()) -> None:
    """Compile the model of *built* as ``compile_model`` does, and have it trained by the method of *recipe*."""
    compile_model(built.model, recipe, task, loss_weights)
    install(built, recipe)


def compile_model(model: Any, recipe: Recipe, task: Task, loss_weights: Sequence[float] = ()) -> None:
    """Compile *model* by *recipe*, whose loss and metrics must have been filled in; BadInput where Keras refuses.

    Every output has the same loss and metrics, for the *task*; *loss_weights* say how much each counts.
    """
    try:
        keras.losses.get(recipe.loss)
    except ValueError:
        raise BadInput(Sentence("There is no loss called {0!r}.", recipe.loss)) from None
    for name in recipe.metrics or ():
        _check_metric(name)
    loss: Any = recipe.loss
    count = len(model.outputs)
    metrics: Any = [[_metric(name, recipe, task, output) for name in recipe.metrics or ()] for output in model.outputs]
    if count > 1:
        loss = [loss] * count
    weighted = any(weight != 1 for weight in loss_weights)
    model.compile(
        loss=loss,
        optimizer=optimizer(recipe.optimizer),
        metrics=metrics if count > 1 else metrics[0],
        loss_weights=(list(loss_weights) if count > 1 else loss_weights[0]) if weighted else None,
    )


def optimizer(spec: OptimizerSpec) -> Any:
    """The Keras optimizer of *spec*; BadInput names what it does not take."""
    if spec.kind not in OPTIMIZERS:
        raise BadInput(
            Sentence("There is no optimizer called {0!r}; expected one of {1}.", spec.kind, ", ".join(OPTIMIZERS))
        )
    args = dict(spec.args)
    if isinstance(args.get("learning_rate"), dict):
        args["learning_rate"] = _schedule(args["learning_rate"])
    return _made(getattr(keras.optimizers, spec.kind), args, spec.kind)


def _schedule(form: dict[str, Any]) -> Any:
    args = dict(form)
    kind = args.pop("kind", None)
    if kind not in SCHEDULES:
        raise BadInput(Sentence("There is no schedule called {0!r}; expected one of {1}.", kind, ", ".join(SCHEDULES)))
    return _made(getattr(keras.optimizers.schedules, kind), args, kind)


def _made(what: Any, args: dict[str, Any], kind: str) -> Any:
    try:
        return what(**args)
    except (TypeError, ValueError) as error:
        raise BadInput(Sentence("{0} cannot be used so: {1}", kind, first_line(error))) from error


def _metric(name: str, recipe: Recipe, task: Task, output: Any) -> Any:
    """The metric *name* of what the tensor *output* answers, as Keras takes it."""
    made = made_metric(name, task, int(output.shape[-1]), recipe.loss)
    return name if made is None else getattr(keras.metrics, made.kind)(**made.args)


def _check_metric(name: str) -> None:
    if name in ("accuracy", "acc"):
        return  # Keras chooses among three by the shapes
    try:
        keras.metrics.get(name)
    except ValueError:
        raise BadInput(Sentence("There is no metric called {0!r}.", name)) from None


def callbacks(recipe: Recipe) -> list[Any]:
    """The Keras callbacks of *recipe*."""
    found: list[Any] = []
    if (stop := recipe.stop_early) is not None:
        found.append(
            keras.callbacks.EarlyStopping(
                monitor=stop.monitor,
                patience=stop.patience,
                min_delta=stop.min_delta,
                restore_best_weights=stop.restore_best,
            )
        )
    if (reduce := recipe.reduce_on_plateau) is not None:
        if isinstance(recipe.optimizer.args.get("learning_rate"), dict):
            raise BadInput(
                Sentence("The learning rate follows a schedule, so that reduce_on_plateau cannot change it.")
            )
        try:
            found.append(
                keras.callbacks.ReduceLROnPlateau(
                    monitor=reduce.monitor,
                    factor=reduce.factor,
                    patience=reduce.patience,
                    min_delta=reduce.min_delta,
                    cooldown=reduce.cooldown,
                    min_lr=reduce.min_lr,
                )
            )
        except ValueError as error:
            raise BadInput(Sentence("reduce_on_plateau cannot be used so: {0}", first_line(error))) from error
    return found
