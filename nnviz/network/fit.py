"""Inputs and outputs that fit themselves to the data until a person sets them."""

from __future__ import annotations

from dataclasses import replace

from nnviz.network.facts import DataFacts, Task
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

    An Input that feeds nothing but Dense layers takes a picture as one row of numbers. Without facts only the
    activation of an Output whose units were set is filled in.
    """
    layers = tuple(_fitted(network, layer, facts) for layer in network.layers)
    return network if layers == network.layers else replace(network, layers=layers)


def _fitted(network: NetworkSpec, layer: LayerSpec, facts: DataFacts | None) -> LayerSpec:
    if layer.kind == "Input" and facts is not None and layer.args.get("shape") is None:
        return layer.with_args(shape=_sample_shape(network, layer, facts))
    if layer.kind == "Output":
        return _fitted_output(layer, facts)
    return layer


def _sample_shape(network: NetworkSpec, layer: LayerSpec, facts: DataFacts) -> tuple[int, ...]:
    fed = [network.layer(target).kind for target in network.targets(layer.id)]
    if len(facts.input_shape) > 1 and all(kind in ("Dense", "Output") for kind in fed):
        return (facts.features,)
    return facts.input_shape


def _fitted_output(layer: LayerSpec, facts: DataFacts | None) -> LayerSpec:
    units, activation = layer.args.get("units"), layer.args.get("activation")
    if units is None and facts is not None:
        units = 1 if facts.task == "binary" else facts.outputs
        # Softmax over a single unit is always 1; who chose softmax for yes or no means two units.
        if facts.task == "binary" and activation == "softmax":
            units = 2
    if activation is None and facts is not None:
        activation = "softmax" if facts.task == "binary" and units == 2 else OUTPUT_ACTIVATION[facts.task]
    return layer.with_args(units=units, activation=activation)
