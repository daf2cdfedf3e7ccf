"""The second half of a project's script: targets, compile, the order of the rows, fit, and what is kept."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from nnviz.errors import BadInput
from nnviz.network.catalogue import full_args
from nnviz.network.facts import DataFacts
from nnviz.network.spec import NetworkSpec
from nnviz.training.optimizers import OPTIMIZERS
from nnviz.training.order import EPOCHS_PER_BLOCK, in_blocks
from nnviz.training.reading import nearest
from nnviz.training.recipe import Recipe

_PARTS = ("train", "val", "test")
_BY_BLOCK = f'''
    def begin(self, epoch, logs=None):
        """The order depends on the seed and the epoch alone; those of {EPOCHS_PER_BLOCK} epochs are drawn together."""
        block, place = divmod(epoch, {EPOCHS_PER_BLOCK})
        if place == 0:
            rows = np.tile(np.arange(self.rows, dtype="int32"), ({EPOCHS_PER_BLOCK}, 1))
            self.orders = np.random.default_rng([self.seed, block]).permuted(rows, axis=1)
        self.order = self.orders[place]
'''
_BY_EPOCH = '''
    def begin(self, epoch, logs=None):
        """The order depends on the seed and the epoch alone."""
        self.order = np.random.default_rng([self.seed, epoch]).permutation(self.rows)
'''
_SHUFFLED = '''
class Shuffled(keras.utils.PyDataset):
    """The training rows in batches, in an order of its own for every epoch: the one that nnviz takes."""

    def __init__(self, *arrays, batch_size, seed):
        super().__init__()
        self.arrays, self.batch_size, self.seed = arrays, batch_size, seed
        self.rows = len(arrays[0])
        self.order = np.arange(self.rows)

    def __len__(self):
        return -(-self.rows // self.batch_size)

    def __getitem__(self, index):
        chosen = self.order[index * self.batch_size : (index + 1) * self.batch_size]
        return tuple(array[chosen] for array in self.arrays)
'''


def target_lines(network: NetworkSpec, recipe: Recipe, facts: DataFacts, weighted: bool) -> list[str]:
    """Lines that bring the arrays of the data into the form that network and loss expect."""
    parts = [part for part, rows in zip(_PARTS, facts.rows, strict=True) if rows]
    lines = []
    if recipe.class_weight is not None:
        lines += _class_weight(recipe.class_weight, facts, weighted)
    shape = full_args(network.of_kind("Input")[0])["shape"]
    if tuple(shape) != facts.input_shape:
        sizes = ", ".join(str(size) for size in shape)
        lines += [f"x_{part} = x_{part}.reshape(-1, {sizes})" for part in parts]
    units = full_args(network.of_kind("Output")[0])["units"]
    form = _target_form(recipe, facts, units)
    return lines + [f"y_{part} = {form.format(f'y_{part}')}" for part in parts if form]


def _target_form(recipe: Recipe, facts: DataFacts, units: int) -> str:
    """How the loss wants the target: one-hot rows, a column of 0 and 1, or (empty) as it is."""
    if facts.task == "classes" or (facts.task == "binary" and units > 1):
        return "" if str(recipe.loss).startswith("sparse_") else f'np.eye({units}, dtype="float32")[{{}}]'
    return '{}.reshape(-1, 1).astype("float32")' if facts.task == "binary" else ""


def _class_weight(weights: Mapping[str, float], facts: DataFacts, weighted: bool) -> list[str]:
    count = max(facts.outputs, 2)
    names = {str(index): index for index in range(count)}
    names |= {name: index for index, name in enumerate(facts.class_names)}
    factors = [1.0] * count
    for key, weight in weights.items():
        if facts.task not in ("binary", "classes") or key not in names:
            raise BadInput(f"training.class_weight.{key}: there is no such class; {nearest(key, facts.class_names)}")
        factors[names[key]] = weight
    rows = f'np.array({factors}, "float32")[y_train]'
    return [f"weight_train = {rows} * weight_train" if weighted else f"weight_train = {rows}"]


def compile_lines(recipe: Recipe) -> str:
    """The call of ``compile``."""
    metrics = "[" + ", ".join(f'"{name}"' for name in recipe.metrics or ()) + "]"
    return "\n".join(
        [
            "model.compile(",
            f'    loss="{recipe.loss}",',
            f"    optimizer={_optimizer(recipe)},",
            f"    metrics={metrics},",
            "    jit_compile=False,  # compiled by XLA, Dropout and Noise would draw other numbers",
            ")",
        ]
    )


def _optimizer(recipe: Recipe) -> str:
    kind, args = recipe.optimizer.kind, recipe.optimizer.args
    ordered = {arg.name: args[arg.name] for arg in OPTIMIZERS[kind].args if arg.name in args}
    return f"keras.optimizers.{kind}({call_args(ordered)})"


def call_args(args: Mapping[str, Any]) -> str:
    """*args* as the inside of a call."""
    return ", ".join(f"{name}={_value(value)}" for name, value in args.items())


def _value(value: Any) -> str:
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if not isinstance(value, Mapping):
        return repr(value)
    args = {name: item for name, item in value.items() if name != "kind"}
    return f"keras.optimizers.schedules.{value['kind']}({call_args(args)})"


def fit_lines(recipe: Recipe, facts: DataFacts, weighted: bool) -> str:
    """The order of the rows, ``fit``, the scores on the test part and the saved model."""
    given = ["x_train, y_train" + (", sample_weight=weight_train" if weighted else "")]
    given.append(f"batch_size={recipe.batch_size}")
    head, callbacks = "", _callbacks(recipe)
    if recipe.shuffle:
        head, given = _shuffled(recipe, facts, weighted), ["rows"]
        callbacks = ["keras.callbacks.LambdaCallback(on_epoch_begin=rows.begin)", *callbacks]
    given += [f"epochs={recipe.epochs}", "shuffle=False"]
    if facts.rows[1]:
        given += ["validation_data=(x_val, y_val)", f"validation_batch_size={recipe.batch_size}"]
    if callbacks:
        given.append("callbacks=[\n        " + ",\n        ".join(callbacks) + ",\n    ]")
    lines = ["history = model.fit(", *(f"    {arg}," for arg in (*given, "verbose=2")), ")"]
    if facts.rows[2]:
        lines.append(f"scores = model.evaluate(x_test, y_test, batch_size={recipe.batch_size}, return_dict=True)")
        lines.append('print("test:", scores)')
    lines.append('model.save("model.keras")')
    return head + "\n".join(lines)


def _shuffled(recipe: Recipe, facts: DataFacts, weighted: bool) -> str:
    arrays = "x_train, y_train" + (", weight_train" if weighted else "")
    branch = _BY_BLOCK if in_blocks(facts.rows[0]) else _BY_EPOCH
    made = f"rows = Shuffled({arrays}, batch_size={recipe.batch_size}, seed={recipe.seed})"
    return f"{_SHUFFLED}{branch}\n\n{made}\n"


def _callbacks(recipe: Recipe) -> list[str]:
    found = []
    if recipe.stop_early is not None:
        rule = recipe.stop_early
        args: dict[str, Any] = {"monitor": rule.monitor, "min_delta": rule.min_delta, "patience": rule.patience}
        args["restore_best_weights"] = rule.restore_best
        found.append(f"keras.callbacks.EarlyStopping({call_args(args)})")
    if recipe.reduce_on_plateau is not None:
        plateau = recipe.reduce_on_plateau
        names = ("monitor", "factor", "patience", "min_delta", "cooldown", "min_lr")
        args = {name: getattr(plateau, name) for name in names}
        found.append(f"keras.callbacks.ReduceLROnPlateau({call_args(args)})")
    return found
