"""Normalization layers that measure the data before training, and those that could not."""

from __future__ import annotations

from nnviz.network.catalogue import full_args
from nnviz.network.problems import Problem
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.network.titles import called
from nnviz.sentences import Sentence


def adapted(network: NetworkSpec) -> dict[str, str]:
    """Normalization layer id -> the id of the Input whose training rows it measures, being directly behind it."""
    return {layer.id: network.sources(layer.id)[0] for layer in _measuring(network) if _behind_input(network, layer)}


def unmeasured(network: NetworkSpec) -> list[Problem]:
    """A problem for each Normalization that has nothing to measure: what reaches it changes while others learn."""
    return [
        Problem(_told(layer), layer.id)
        for layer in _measuring(network)
        if network.sources(layer.id) and not _behind_input(network, layer)
    ]


def _told(layer: LayerSpec) -> Sentence:
    return Sentence(
        "{0} measures the data before training: link it directly behind an Input, or set its mean and variance",
        called(layer),
    )


def _measuring(network: NetworkSpec) -> list[LayerSpec]:
    return [layer for layer in network.of_kind("Normalization") if full_args(layer)["mean"] is None]


def _behind_input(network: NetworkSpec, layer: LayerSpec) -> bool:
    sources = network.sources(layer.id)
    return len(sources) == 1 and network.layer(sources[0]).kind == "Input"
