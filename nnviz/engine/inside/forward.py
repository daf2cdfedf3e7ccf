"""The way through a network that shows what every layer answers, with all its units or with some of them held."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnviz.engine.build import Built
from nnviz.engine.keras_setup import keras, tf
from nnviz.network.calls import fed, fed_args
from nnviz.network.spec import NetworkSpec

Levels = Mapping[str, Mapping[int, float]]  # layer id -> unit -> what its output is held at


class Forward:
    """The network as it is. Both functions build graph.

    Args:
        built: the network.
    """

    def __init__(self, built: Built) -> None:
        self._built, self._model = built, built.model
        self._decoders: dict[str, Any] = {}  # the models behind layers
        self._all_behind: dict[str, Any] = {}  # the same with what each layer answers

    @cached_property
    def _everything(self) -> Any:
        return keras.Model(self._model.inputs, [self._built.tensors[layer_id] for layer_id in self._built.layers])

    def everything(self, x: Any) -> list[Any]:
        """What each layer but the Inputs answers to *x*, in the order of ``Built.layers``."""
        return list(keras.tree.flatten(self._everything(x, training=False)))

    def outputs(self, x: Any) -> Any:
        """What the model answers to *x*."""
        return self._model(x, training=False)

    def behind(self, layer_id: str, answer: Any) -> Any:
        """What the model answers where *layer_id*, which everything passes, answers *answer*."""
        if layer_id not in self._decoders:
            self._decoders[layer_id] = keras.Model(self._built.tensors[layer_id], self._model.outputs)
        return self._decoders[layer_id](answer, training=False)

    def ids_behind(self, layer_id: str) -> tuple[str, ...]:
        """The layers behind *layer_id*, which everything passes, in the order of ``Built.layers``."""
        ids = list(self._built.layers)
        return tuple(ids[ids.index(layer_id) + 1 :])

    def everything_behind(self, layer_id: str, answer: Any) -> list[Any]:
        """What ``everything`` gives where *layer_id*, which everything passes, answers *answer*; None before it."""
        behind = self.ids_behind(layer_id)
        if layer_id not in self._all_behind:
            tensors = [self._built.tensors[other] for other in behind]
            self._all_behind[layer_id] = keras.Model(self._built.tensors[layer_id], tensors)
        answers = keras.tree.flatten(self._all_behind[layer_id](answer, training=False))
        return [*[None] * (len(self._built.layers) - len(behind)), *answers]


class HeldForward(Forward):
    """The same layers one after the other, with the outputs of some units held at a level.

    No weight is touched. Which units are held lies in variables, so that nothing is traced anew when others are.

    Args:
        built: the network.
        network: what it was built of.
    """

    def __init__(self, built: Built, network: NetworkSpec) -> None:
        super().__init__(built)
        self._network = network
        units = {layer_id: tensor.shape[-1] for layer_id, tensor in built.tensors.items()}
        self._keep = {i: tf.Variable(tf.ones([n]), trainable=False) for i, n in units.items() if n is not None}
        self._level = {i: tf.Variable(tf.zeros([n]), trainable=False) for i, n in units.items() if n is not None}
        ids = {id(tensor): layer_id for layer_id, tensor in built.tensors.items()}
        self._outputs = [ids[id(output)] for output in built.model.outputs]

    def hold(self, levels: Levels) -> None:
        """Hold these units and no others."""
        for layer_id, keep in self._keep.items():
            kept, level = np.ones(keep.shape, np.float32), np.zeros(keep.shape, np.float32)
            for unit, value in levels.get(layer_id, {}).items():
                kept[unit], level[unit] = 0.0, value
            keep.assign(kept)
            self._level[layer_id].assign(level)

    def everything(self, x: Any) -> list[Any]:
        """The same without what the held units answer."""
        answers = self._run(x)
        return [answers[layer_id] for layer_id in self._built.layers]

    def outputs(self, x: Any) -> Any:
        """The same without what the held units answer."""
        return self._of_outputs(self._run(x))

    def behind(self, layer_id: str, answer: Any) -> Any:
        """The same without what the held units behind that layer answer."""
        return self._of_outputs(self._go_on({layer_id: answer}))

    def everything_behind(self, layer_id: str, answer: Any) -> list[Any]:
        """The same without what the held units behind that layer answer."""
        answers = self._go_on({layer_id: answer})
        behind = self.ids_behind(layer_id)
        return [answers[other] if other in behind else None for other in self._built.layers]

    def _of_outputs(self, answers: dict[str, Any]) -> Any:
        found = [answers[layer_id] for layer_id in self._outputs]
        return found[0] if len(found) == 1 else found

    def _run(self, x: Any) -> dict[str, Any]:
        given = zip(self._built.inputs, tf.nest.flatten(x), strict=True)
        return self._go_on({layer_id: self._held(layer_id, values) for layer_id, values in given})

    def _go_on(self, answers: dict[str, Any]) -> dict[str, Any]:
        """All that follows from these *answers*, which are among it."""
        for spec in self._network.ordered() or ():
            layer = self._built.layers.get(spec.id)
            fed_by = self._network.sources(spec.id)
            if layer is not None and spec.id not in answers and answers.keys() >= set(fed_by):
                sources = [answers[source] for source in fed_by]
                answer = layer(*fed(spec.kind, sources), **fed_args(spec), training=False)
                answers[spec.id] = self._held(spec.id, answer)
        return answers

    def _held(self, layer_id: str, answer: Any) -> Any:
        if layer_id not in self._keep or not answer.dtype.is_floating:
            return answer
        keep, level = (tf.cast(v[layer_id], answer.dtype) for v in (self._keep, self._level))
        held = tf.where(keep > 0, answer, level)  # and not a product: what is not finite would stay
        mask = getattr(answer, "_keras_mask", None)  # of a sequence with gaps, which goes with the tensor
        if mask is not None:
            held._keras_mask = mask
        return held


def existing(built: Built, units: Mapping[str, set[int]]) -> dict[str, set[int]]:
    """Those of *units* (layer id -> numbers) that the network has."""
    found = {}
    for layer_id, numbers in units.items():
        tensor = built.tensors.get(layer_id)
        there = {n for n in numbers if tensor is not None and 0 <= n < (tensor.shape[-1] or 0)}
        if there:
            found[layer_id] = there
    return found


def by_units(answer: Any) -> NDArray[np.float32]:
    """What a layer answered, ``(rows, ..., units)``, as ``(rows, places, units)``; of no places one."""
    array = np.asarray(answer, np.float32)
    return array.reshape(len(array), -1, array.shape[-1])
