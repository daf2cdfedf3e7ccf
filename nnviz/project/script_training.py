"""The second half of a project's script: compile, the order of the rows, fit, and what is kept."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from nnviz.network.catalogue import full_args
from nnviz.network.facts import DataFacts, Task
from nnviz.network.spec import NetworkSpec
from nnviz.training.metrics_made import made_metric
from nnviz.training.optimizers import OPTIMIZERS
from nnviz.training.order import EPOCHS_PER_BLOCK, in_blocks
from nnviz.training.recipe import Recipe
from nnviz.training.suggest import own_measures

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
# With several inputs or outputs some of the arrays are several themselves.
_NESTED = (
    ("len(arrays[0])", "len(keras.tree.flatten(arrays)[0])"),
    (
        "tuple(array[chosen] for array in self.arrays)",
        "keras.tree.map_structure(lambda array: array[chosen], self.arrays)",
    ),
)


def compile_lines(recipe: Recipe, network: NetworkSpec, task: Task) -> str:
    """The call of ``compile``: every Output of *network* has the loss and the metrics of *recipe*, for the *task*."""
    outputs = [full_args(layer) for layer in network.of_kind("Output")]
    loss, metrics = f'"{recipe.loss}"', ", ".join(_metrics(recipe, task, int(args["units"])) for args in outputs)
    weights = [args["loss_weight"] for args in outputs]
    count = len(weights)
    if count > 1:
        loss, metrics = f"[{', '.join([loss] * count)}]", f"[{metrics}]"
    return "\n".join(
        [
            "model.compile(",
            f"    loss={loss},",
            *([f"    loss_weights={weights if count > 1 else weights[0]},"] if any(w != 1 for w in weights) else []),
            f"    optimizer={_optimizer(recipe)},",
            *([] if own_measures(recipe) else [f"    metrics={metrics},"]),
            "    jit_compile=False,  # compiled by XLA, Dropout and Noise would draw other numbers",
            ")",
        ]
    )


def _metrics(recipe: Recipe, task: Task, units: int) -> str:
    """The list of metrics of an output of *units* units."""
    made = [(name, made_metric(name, task, units, recipe.loss)) for name in recipe.metrics or ()]
    calls = (f"keras.metrics.{call.kind}({call_args(call.args)})" if call else f'"{name}"' for name, call in made)
    return f"[{', '.join(calls)}]"


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


def fit_lines(recipe: Recipe, facts: DataFacts, weighted: bool, several: bool) -> str:
    """The order of the rows, ``fit``, the scores on the test part and the saved model.

    *several* says whether there are several inputs or outputs.
    """
    given = ["x_train, y_train" + (", sample_weight=weight_train" if weighted else "")]
    given.append(f"batch_size={recipe.batch_size}")
    head, callbacks = "", _callbacks(recipe)
    if recipe.shuffle:
        head, given = _shuffled(recipe, facts, weighted, several), ["rows"]
        callbacks = ["keras.callbacks.LambdaCallback(on_epoch_begin=rows.begin)", *callbacks]
    given += [f"epochs={recipe.epochs}", "shuffle=False"]
    if facts.rows[1]:
        given += ["validation_data=(x_val, y_val)", f"validation_batch_size={recipe.batch_size}"]
    if callbacks:
        given.append("callbacks=[\n        " + ",\n        ".join(callbacks) + ",\n    ]")
    lines = ["history = model.fit(", *(f"    {arg}," for arg in (*given, "verbose=2")), ")"]
    lines.append("\n# ---- The result\n")
    if facts.rows[2]:
        lines.append(f"scores = model.evaluate(x_test, y_test, batch_size={recipe.batch_size}, return_dict=True)")
        lines.append('print("test:", scores)')
    lines.append('model.save("model.keras")')
    return head + "\n".join(lines)


def _shuffled(recipe: Recipe, facts: DataFacts, weighted: bool, several: bool) -> str:
    arrays = "x_train, y_train" + (", weight_train" if weighted else "")
    branch = _BY_BLOCK if in_blocks(facts.rows[0]) else _BY_EPOCH
    made = f"rows = Shuffled({arrays}, batch_size={recipe.batch_size}, seed={recipe.seed})"
    shuffled = _SHUFFLED
    for plain, nested in _NESTED if several else ():
        shuffled = shuffled.replace(plain, nested)
    return f"{shuffled}{branch}\n\n{made}\n"


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
