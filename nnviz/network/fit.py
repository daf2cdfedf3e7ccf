"""Inputs and outputs that fit themselves to the data until a person sets them."""

from __future__ import annotations

from dataclasses import replace

from nnviz.network.catalogue import name_of
from nnviz.network.columns import input_columns, target_columns
from nnviz.network.facts import DataFacts, Task
from nnviz.network.inference import infer
from nnviz.network.shapes.base import Shape
from nnviz.network.spec import LayerSpec, NetworkSpec

# The activation with which a Dense answers each task (Goodfellow et al., Deep Learning, section 6.2.2).
OUTPUT_ACTIVATION: dict[Task, str] = {
    "regression": "linear",
    "binary": "sigmoid",
    "classes": "softmax",
    "labels": "sigmoid",
}


def fit_to_data(network: NetworkSpec, facts: DataFacts | None) -> NetworkSpec:
    """*network* with every open Input shape, Output units and Output activation filled in from *facts*.

    An Input that feeds nothing but Dense layers takes a picture as one row of numbers. An Output that is to give back
    a picture, and gets one of the same height and width, has a unit for each channel. Without facts only the activation
    of an Output whose units were set is filled in.
    """
    layers = tuple(_fitted_input(network, layer, facts) for layer in network.layers)
    fitted = network if layers == network.layers else replace(network, layers=layers)
    arriving = _arriving(fitted) if facts is not None and len(facts.target_shape) > 1 else {}
    layers = tuple(
        _fitted_output(layer, facts, arriving.get(layer.id)) if layer.kind == "Output" else layer
        for layer in fitted.layers
    )
    return fitted if layers == fitted.layers else replace(fitted, layers=layers)


def _fitted_input(network: NetworkSpec, layer: LayerSpec, facts: DataFacts | None) -> LayerSpec:
    if layer.kind == "Input" and facts is not None and layer.args.get("shape") is None:
        return layer.with_args(shape=_sample_shape(network, layer, facts))
    return layer


def _arriving(network: NetworkSpec) -> dict[str, Shape | None]:
    """Output's id -> the shape of what comes in there."""
    shapes = infer(network).shapes
    sources = {layer.id: network.sources(layer.id) for layer in network.of_kind("Output")}
    return {layer: shapes.get(found[0]) for layer, found in sources.items() if found}


def _sample_shape(network: NetworkSpec, layer: LayerSpec, facts: DataFacts) -> tuple[int, ...]:
    try:
        columns = input_columns(layer, facts)
    except KeyError:
        columns = None  # told among the problems
    if columns is not None:
        return (len(columns),)
    fed = [network.layer(target).kind for target in network.targets(layer.id)]
    if len(facts.input_shape) > 1 and all(kind in ("Dense", "Output") for kind in fed):
        return (facts.features,)
    return facts.input_shape


def _fitted_output(layer: LayerSpec, facts: DataFacts | None, arriving: Shape | None) -> LayerSpec:
    units, activation = layer.args.get("units"), layer.args.get("activation")
    if units is None and facts is not None:
        units = 1 if facts.task == "binary" else _outputs(layer, facts, arriving)
        # Softmax over a single unit is always 1; who chose softmax for yes or no means two units.
        if facts.task == "binary" and name_of(activation) == "softmax":
            units = 2
    if activation is None and facts is not None:
        activation = "softmax" if facts.task == "binary" and units == 2 else OUTPUT_ACTIVATION[facts.task]
    return layer.with_args(units=units, activation=activation)


def _outputs(layer: LayerSpec, facts: DataFacts, arriving: Shape | None) -> int:
    """How many units answer: of a picture that is answered place by place, the channels."""
    try:
        columns = target_columns(layer, facts)
    except KeyError:
        columns = None  # told among the problems
    if columns is not None:
        return len(columns)
    by_place = arriving is not None and len(arriving) > 2 and arriving[1:-1] == facts.target_shape[:-1]
    return facts.target_shape[-1] if by_place else facts.outputs
