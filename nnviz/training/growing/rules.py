"""How units travel through the layers that have weights, and which of their weights go with them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from nnviz.network.catalogue import Weight
from nnviz.sentences import Sentence
from nnviz.training.growing.case import Axes, Case, Rule, by_position, filled
from nnviz.training.growing.maps import Along, Map, centred, covers, first, is_same, joined, same
from nnviz.training.growing.ranges import activation_of

_AMONG_UNITS = ("softmax", "log_softmax")


def dense(case: Case) -> Rule:
    """Dense, Output: kernel (inputs, units), bias (units,)."""
    units = case.width()
    arrays = (_into(case), Along(units)), (Along(units),)
    lost = _lost(case) or case.other_argument() or _final(case) or _mixed(case, units)
    return _consumer(case, (*case.came[:-1], units), arrays, lost)


def maxout(case: Case) -> Rule:
    """Maxout: kernel (inputs, pieces x units), bias (pieces x units,)."""
    units, pieces = case.width(), int(case.args.get("pieces", 2))
    before = int(case.old_args.get("pieces", pieces))
    inner = first(before, pieces)
    sums = Along(joined(inner, units, case.units_before))
    arrays = (_into(case), sums), (sums,)
    return _consumer(case, (*case.came[:-1], units), arrays, _lost(case) or case.other_argument() or _final(case))


def convolution(case: Case) -> Rule:
    """Conv1D to Conv3D: kernel (*taps, inputs / groups, filters), bias (filters,)."""
    units, kernel, before = case.width(), case.weights[0].shape, case.old_weights[0].shape
    taps = [Along(centred(old, new), blank=True) for old, new in zip(before[:-2], kernel[:-2], strict=True)]
    split = case.args.get("groups", 1) != 1 or case.old_args.get("groups", 1) != 1
    into = Along(first(before[-2], kernel[-2])) if split else _into(case)
    lost = _lost(case) or (_grouped(case, units) if split else None) or _taps(case, taps, before[:-2])
    lost = lost or _moved(case) or _final(case) or _mixed(case, units)
    spread = by_position(case.old_out[:-1], case.out[:-1])
    return _consumer(case, (*spread, units), ((*taps, into, Along(units)), (Along(units),)), lost)


def transposed(case: Case) -> Rule:
    """Conv1DTranspose to Conv3DTranspose: kernel (*taps, filters, inputs), bias (filters,)."""
    units, kernel, before = case.width(), case.weights[0].shape, case.old_weights[0].shape
    taps = [Along(first(old, new)) for old, new in zip(before[:-2], kernel[:-2], strict=True)]
    lost = _lost(case) or case.other_argument() or _moved(case) or _final(case) or _mixed(case, units)
    spread = by_position(case.old_out[:-1], case.out[:-1])
    return _consumer(case, (*spread, units), ((*taps, Along(units), _into(case)), (Along(units),)), lost)


def depthwise(case: Case) -> Rule:
    """DepthwiseConv: kernel (*taps, inputs, multiplier), bias (inputs x multiplier,)."""
    taps, multiplier, spread_channels = _depthwise(case)
    lost = _taps(case, taps, case.old_weights[0].shape[:-2]) or _moved(case)
    axes = (*by_position(case.old_out[:-1], case.out[:-1]), spread_channels)
    arrays = (*taps, Along(case.channels), Along(multiplier)), (Along(spread_channels),)
    return Rule(axes, arrays[: len(case.weights)], lost)


def separable(case: Case) -> Rule:
    """SeparableConv: a depthwise kernel, a pointwise one (1, ..., inputs x multiplier, filters), bias (filters,)."""
    taps, multiplier, between = _depthwise(case)
    units = case.width()
    into = Along(between, shared=True, blank=True)
    ones = tuple(Along(same(1)) for _ in taps)
    lost = _lost(case) or _taps(case, taps, case.old_weights[0].shape[:-2]) or _moved(case)
    lost = lost or _final(case) or _mixed(case, units)
    arrays = (*taps, Along(case.channels), Along(multiplier)), (*ones, into, Along(units)), (Along(units),)
    return _consumer(case, (*by_position(case.old_out[:-1], case.out[:-1]), units), arrays, lost)


def embedding(case: Case) -> Rule:
    """Embedding: (words, units)."""
    words = Along(first(case.old_weights[0].shape[0], case.weights[0].shape[0]))
    units = case.width()
    lost = case.other_argument() or _final(case)
    return Rule((*case.came, units), ((words, Along(units)),), lost)


def recurrent(case: Case) -> Rule:
    """SimpleRNN, LSTM, GRU: the gates stand side by side in kernel (inputs, gates x units) and recurrent kernel."""
    units = case.width()
    arrays = _cell(case, case.weights, units)
    lost = _lost(case) or case.other_argument() or _moved(case) or _final(case)
    return _consumer(case, (*by_position(case.old_out[:-1], case.out[:-1]), units), arrays, lost)


def bidirectional(case: Case) -> Rule:
    """Bidirectional: the weights of one direction after those of the other; their answers side by side or merged."""
    units, half = case.width(), len(case.weights) // 2
    arrays = _cell(case, case.weights[:half], units) + _cell(case, case.weights[half:], units)
    beside = case.args.get("merge_mode", "concat") == "concat"
    out = joined(same(2), units, case.units_before) if beside else units
    lost = _lost(case) or case.other_argument("layer") or _moved(case) or _final(case)
    return _consumer(case, (*by_position(case.old_out[:-1], case.out[:-1]), out), arrays, lost)


def channelwise(case: Case) -> Rule:
    """BatchNormalization, Normalization, PReLU: arrays over axes of what comes in, each number for itself."""
    arrays = tuple(_over(case, weight, case.before(weight) or weight) for weight in case.weights)
    return Rule(case.came, arrays, case.other_argument())


def over_units(case: Case) -> Rule:
    """LayerNormalization and its like: a scale for each unit, and the mean over all of them."""
    rule = channelwise(case)
    lost = rule.lost
    if not is_same(case.channels, case.channels_before):
        lost = Sentence("{0} takes the mean over all units, and there are others now", case.id)
    return replace(rule, lost=lost or _moved(case))


def attention(case: Case) -> Rule:
    """MultiHeadAttention: query, key and value kernels (inputs, heads, size), output kernel (heads, size, units)."""
    joint = sum(weight.name.rsplit("/", 1)[-1].startswith("bias") for weight in case.weights) > 0
    out = len(case.weights) - (2 if joint else 1)
    arrays = []
    for number, weight in enumerate(case.weights):
        old = case.before(weight) or weight
        axes = [Along(first(b, a)) for b, a in zip(old.shape, weight.shape, strict=True)]
        if number >= out:
            axes[-1] = Along(_fitting(case.channels, case.channels_before, old.shape[-1], weight.shape[-1]))
        elif len(weight.shape) == 3:
            axes[0] = _into(case, _source_of(case, weight.name))
        arrays.append(tuple(axes))
    others = zip(case.ins, case.paired, strict=True)
    gone = any(at < 0 or not covers(filled(seen.axes[-1], 0), case.all_old_sizes[at][-1] or 0) for seen, at in others)
    lost = _lost(case) or case.other_argument() or _moved(case)
    if gone or len(case.paired) != len(case.all_old_sizes):
        lost = lost or Sentence("{0} looks at other layers than before", case.id)
    return _consumer(case, case.came, arrays, lost)


RULES: dict[str, Callable[[Case], Rule]] = {
    "Dense": dense, "Output": dense, "Maxout": maxout, "Embedding": embedding,
    "Conv1D": convolution, "Conv2D": convolution, "Conv3D": convolution,
    "Conv1DTranspose": transposed, "Conv2DTranspose": transposed, "Conv3DTranspose": transposed,
    "DepthwiseConv1D": depthwise, "DepthwiseConv2D": depthwise,
    "SeparableConv1D": separable, "SeparableConv2D": separable,
    "SimpleRNN": recurrent, "LSTM": recurrent, "GRU": recurrent, "Bidirectional": bidirectional,
    "BatchNormalization": channelwise, "Normalization": channelwise, "PReLU": channelwise,
    "LayerNormalization": over_units, "GroupNormalization": over_units, "RMSNormalization": over_units,
    "UnitNormalization": over_units, "MultiHeadAttention": attention,
}  # fmt: skip


def _consumer(case: Case, axes: Axes, arrays: Sequence[tuple[Along, ...]], lost: Sentence | None) -> Rule:
    """A layer whose weights see all units that come in."""
    return Rule(axes, tuple(arrays)[: len(case.weights)], lost, case.channels, case.channels_before)


def _into(case: Case, source: int = 0) -> Along:
    """The axis of a kernel along what comes in."""
    seen = case.ins[min(source, len(case.ins) - 1)]
    return Along(filled(seen.axes[-1], case.sizes[-1]), shared=True, blank=True)


def _lost(case: Case) -> Sentence | None:
    """Why the sum over what comes in is another; None where it is not."""
    before, came = case.channels_before, case.channels
    if not covers(came, before):
        gone = before - len(np.unique(came[came >= 0]))
        return Sentence("inputs of {0}: {1} of {2} gone", case.id, gone, before)
    if not case.preserving and (came < 0).any():
        return Sentence("inputs of {0}: {1} of {2} new", case.id, int((came < 0).sum()), len(came))
    return None


def _final(case: Case) -> Sentence | None:
    """Answers of the network of another size are others."""
    if not case.final or is_same(case.width(), case.units_before):
        return None
    return Sentence("{0} gives {1} answers, and it gave {2}", case.id, len(case.width()), case.units_before)


def _mixed(case: Case, units: Map) -> Sentence | None:
    name = activation_of(case.kind, dict(case.args))
    if name not in _AMONG_UNITS or is_same(units, case.units_before):
        return None
    return Sentence("{0} of {1} shares 1 out among all units, and there are others now", name, case.id)


def _grouped(case: Case, units: Map) -> Sentence | None:
    if is_same(case.channels, case.channels_before) and is_same(units, case.units_before):
        return None
    return Sentence("the groups of {0} are others", case.id)


def _moved(case: Case) -> Sentence | None:
    """A layer that looks at several places together needs them where they were."""
    return None if case.spatial_same() else Sentence("what comes into {0} has another size", case.id)


def _taps(case: Case, taps: Sequence[Along], before: tuple[int, ...]) -> Sentence | None:
    """A larger kernel can answer as the smaller one did, with 0 around it, where the padding goes along."""
    larger = not all(is_same(tap.map, old) for tap, old in zip(taps, before, strict=True))
    ones = _ones(case.args.get("strides")) and _ones(case.args.get("dilation_rate"))
    goes = case.args.get("padding") == "same" and ones
    can = case.preserving and goes and all(covers(tap.map, old) for tap, old in zip(taps, before, strict=True))
    return case.other_argument("kernel_size") if larger and can else case.other_argument()


def _ones(value: object) -> bool:
    return value in (None, 1) or (isinstance(value, tuple | list) and all(v == 1 for v in value))


def _depthwise(case: Case) -> tuple[list[Along], Map, Map]:
    """Taps, multiplier, and the map of the channels that a depthwise kernel answers with."""
    kernel, before = case.weights[0].shape, case.old_weights[0].shape
    taps = [Along(centred(old, new), blank=True) for old, new in zip(before[:-2], kernel[:-2], strict=True)]
    multiplier = first(before[-1], kernel[-1])
    return taps, multiplier, joined(case.channels, multiplier, before[-1])


def _cell(case: Case, weights: Sequence[Weight], units: Map) -> tuple[tuple[Along, ...], ...]:
    gates = weights[0].shape[-1] // max(1, len(units))
    beside = Along(joined(same(gates), units, case.units_before))
    # The GRU of Keras has one bias for what comes in and one for what it remembers.
    biases = [(*(Along(same(size)) for size in bias.shape[:-1]), beside) for bias in weights[2:]]
    return (_into(case), beside), (Along(units, shared=True, blank=True), beside), *biases


def _over(case: Case, weight: Weight, old: Weight) -> tuple[Along, ...]:
    """Where an array over the last axes of what comes in, or over one of them, comes from."""
    if len(weight.shape) == len(case.sizes):
        pairs = zip(case.came, case.sizes, weight.shape, old.shape, strict=True)
        return tuple(Along(filled(axis, size) if w == size else first(b, w)) for axis, size, w, b in pairs)
    axis = case.args.get("axis", -1)
    if len(weight.shape) == 1 and isinstance(axis, int):
        place = axis if axis < 0 else axis - 1  # Keras counts the batch as 0
        came, before = filled(case.came[place], case.sizes[place]), case.old_sizes[place] or 0
        return (Along(_fitting(came, before, old.shape[0], weight.shape[0])),)
    return tuple(Along(first(b, a)) for b, a in zip(old.shape, weight.shape, strict=True))


def _fitting(channels: Map, before: int, old: int, new: int) -> Map:
    """The map of the channels for an array that runs along them; by position for one that does not."""
    return channels if (len(channels), before) == (new, old) else first(old, new)


def _source_of(case: Case, name: str) -> int:
    """Which input the kernel *name* of an attention looks at: query, value, key, in the order of Keras's call."""
    order = {"query": 0, "value": 1, "key": 2 if len(case.ins) > 2 else 1}
    return next((number for word, number in order.items() if word in name), 0)
