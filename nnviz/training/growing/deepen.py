"""A layer just put into a trained network, given the width with which it can pass on what comes in."""

from __future__ import annotations

from nnviz.network import edits
from nnviz.network.facts import DataFacts
from nnviz.network.fit import fit_to_data
from nnviz.network.spec import NetworkSpec
from nnviz.training.growing import identity
from nnviz.training.growing.past import Side, ranges


def fitted_in(network: NetworkSpec, layer_id: str, facts: DataFacts | None) -> NetworkSpec:
    """*network* with its new layer as wide as what comes in, where it can then start by passing that on.

    A layer with an activation that cannot do so becomes one with relu where that can; any other stays as it is.
    """
    layer, sources = network.layer(layer_id), network.sources(layer_id)
    widths = {"Dense": "units"} | dict.fromkeys(("Conv1D", "Conv2D", "Conv3D"), "filters")
    if layer.kind not in widths or len(sources) != 1 or not network.targets(layer_id):
        return network
    side = Side(fit_to_data(network, facts))
    sizes = side.sizes(sources[0])
    inputs = sizes[-1] if sizes else None
    if inputs is None:  # not known, as behind a layer that cannot stand
        return network
    args = {widths[layer.kind]: inputs, **({} if layer.kind == "Dense" else {"padding": "same"})}
    came = ranges(side)[sources[0]]
    for more in ({}, {"activation": "relu"}):
        fitting = edits.set_args(network, layer_id, **args, **more)
        taps = side.inference.weights[layer_id][0].shape[:-2] if side.inference.weights.get(layer_id) else ()
        if identity.cannot(fitting.layer(layer_id), (*taps, inputs, inputs), came, checked=True) is None:
            return fitting
    return network
