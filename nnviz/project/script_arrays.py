"""The arrays of a script as its network and loss take them: one for each Input and each Output."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nnviz.errors import BadInput
from nnviz.network.catalogue import full_args
from nnviz.network.columns import input_columns, target_columns
from nnviz.network.facts import DataFacts
from nnviz.network.inference import infer
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.training.reading import nearest
from nnviz.training.recipe import Recipe

_PARTS = ("train", "val", "test")


def array_lines(network: NetworkSpec, recipe: Recipe, facts: DataFacts, weighted: bool) -> list[str]:
    """Lines that bring the arrays of the data into the form that network and loss expect.

    *weighted* says whether ``weight_train`` is there already; afterwards it is where the recipe weighs classes.
    """
    parts = [part for part, rows in zip(_PARTS, facts.rows, strict=True) if rows]
    lines = []
    if recipe.class_weight is not None:
        lines += _class_weight(recipe.class_weight, facts, weighted)
    inputs, outputs = network.of_kind("Input"), network.of_kind("Output")
    shapes = infer(network).shapes
    lines += _formed("x", [_input_form(layer, facts) for layer in inputs], parts)
    lines += _formed("y", [_target_form(layer, shapes[layer.id] or (), recipe, facts) for layer in outputs], parts)
    if len(outputs) > 1 and (weighted or recipe.class_weight is not None):
        lines.append(f"weight_train = (weight_train,) * {len(outputs)}")
    return lines


def inputs_of(network: NetworkSpec, part: str) -> dict[str, str]:
    """Input id -> its array of *part*, ``x_train`` or one of several."""
    inputs = network.of_kind("Input")
    if len(inputs) == 1:
        return {inputs[0].id: f"x_{part}"}
    return {layer.id: f"x_{part}[{number}]" for number, layer in enumerate(inputs)}


def _formed(array: str, forms: Sequence[str], parts: Sequence[str]) -> list[str]:
    """Lines that make of each part of *array* what *forms* say: one array, or several (of a list Keras makes one)."""
    if forms == ["{}"]:
        return []
    lines = []
    for part in parts:
        made = [form.format(f"{array}_{part}") for form in forms]
        lines.append(f"{array}_{part} = {made[0] if len(made) == 1 else '(' + ', '.join(made) + ')'}")
    return lines


def _input_form(layer: LayerSpec, facts: DataFacts) -> str:
    shape, columns = tuple(full_args(layer)["shape"]), input_columns(layer, facts)
    if columns is not None:
        return f"{{}}[:, {list(columns)}]"
    return "{}" if shape == facts.input_shape else _reshaped(shape)


def _target_form(layer: LayerSpec, shape: Sequence[int | None], recipe: Recipe, facts: DataFacts) -> str:
    """How the loss wants the target: one-hot rows, a column of 0 and 1, columns of it, or as it is."""
    units, columns = full_args(layer)["units"], target_columns(layer, facts)
    if facts.task == "classes" or (facts.task == "binary" and units > 1):
        return "{}" if str(recipe.loss).startswith("sparse_") else f'np.eye({units}, dtype="float32")[{{}}]'
    if facts.task == "binary":
        return '{}.reshape(-1, 1).astype("float32")'
    if columns is not None:
        return f"{{}}[:, {list(columns)}]"
    sizes = tuple(size or 1 for size in shape[1:])
    return _reshaped(sizes) if len(sizes) > 1 else "{}"


def _reshaped(shape: Sequence[int]) -> str:
    return f"{{}}.reshape(-1, {', '.join(str(size) for size in shape)})"


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
