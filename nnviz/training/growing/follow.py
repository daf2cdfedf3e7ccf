"""How units travel through the layers that learn nothing: activations, pooling, reshaping, merging."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import reduce

import numpy as np

from nnviz.network.catalogue import CATALOGUE, Weight, full_args
from nnviz.network.catalogue.learned_activation import PART
from nnviz.network.spec import LayerSpec
from nnviz.sentences import Sentence
from nnviz.training.growing.case import Axes, Axis, Case, Rule, axis_same, by_position, filled
from nnviz.training.growing.maps import GONE, Along, first, flattened, nothing
from nnviz.training.growing.ranges import activation_of
from nnviz.training.growing.rules import RULES

POINTWISE = {"Activation", "ReLU", "LeakyReLU", "ELU", "PReLU", "Softmax", "Rescaling", "BatchNormalization",
             "Normalization", "LayerNormalization", "GroupNormalization", "RMSNormalization",
             "UnitNormalization"}  # fmt: skip
_WINDOWS = ("MaxPooling", "AveragePooling", "UpSampling", "ZeroPadding", "Cropping", "Resizing", "CenterCrop",
            "RandomCrop", "GlobalMaxPooling", "GlobalAveragePooling")  # fmt: skip
ELEMENTWISE = {"Add", "Subtract", "Multiply", "Average", "Maximum", "Minimum"}


def keeps_channels(kind: str) -> bool:
    """Whether a layer answers with as many channels as come in, each made of its own."""
    return kind in POINTWISE or kind.startswith(_WINDOWS) or CATALOGUE[kind].random


# With these a layer's answers, or the weights of its two halves, are not laid out as the rules have it.
_UNLIKE = ("backward_layer", "output_shape")


def rule_of(case: Case) -> Rule:
    """What becomes of the layer of *case*; slopes that its activation learns run along its answers."""
    own = tuple(weight for weight in case.weights if not weight.name.startswith(f"{PART}/"))
    rule = _rule(replace(case, weights=own))
    slopes = tuple(_slopes(case, rule, weight) for weight in case.weights[len(own) :])
    return replace(rule, weights=(*rule.weights, *slopes))


def _slopes(case: Case, rule: Rule, weight: Weight) -> tuple[Along, ...]:
    """One slope for each number of a sample, or for all along an axis."""
    before = (case.before(weight) or weight).shape
    pairs = zip(rule.axes, case.out, weight.shape, before, strict=False)
    return tuple(Along(filled(axis, size) if n == size else first(b, n)) for axis, size, n, b in pairs)


def _rule(case: Case) -> Rule:
    kind = case.kind
    if any(args.get(name) is not None for args in (case.args, case.old_args) for name in _UNLIKE):
        return unknown(case)
    if kind in RULES:
        return RULES[kind](case)
    if kind in ELEMENTWISE:
        return elementwise(case)
    if kind in _OTHERS:
        return _OTHERS[kind](case)
    if kind in POINTWISE:
        return pointwise(case)
    if kind.startswith(_WINDOWS):
        return windows(case)
    return Rule(case.came) if CATALOGUE[kind].random else unknown(case)


def pointwise(case: Case) -> Rule:
    """Every number for itself; softmax takes all units together."""
    lost = case.other_argument()
    if activation_of(case.kind, dict(case.args)) in ("softmax", "log_softmax") and not _all_same(case):
        lost = Sentence("softmax shares 1 out among all that comes into {0}, and there is more or less now", case.id)
    return Rule(case.came, lost=lost)


def windows(case: Case) -> Rule:
    """Pooling, padding, cropping, resizing: what they do to one channel has nothing to do with the others."""
    lost = case.other_argument()
    if not case.spatial_same():
        lost = Sentence("what comes into {0} has another size", case.id)
    return Rule((*by_position(case.old_out[:-1], case.out[:-1]), case.came[-1]), lost=lost)


def flatten(case: Case) -> Rule:
    """All axes as one, channels running fastest."""
    sizes = [size for size in case.old_sizes if size is not None]
    if len(sizes) < len(case.old_sizes) or len(case.came) != len(sizes):
        return unknown(case)
    axes = [filled(axis, size) for axis, size in zip(case.came, case.sizes, strict=True)]
    return Rule((flattened(axes, sizes),))


def reshape(case: Case) -> Rule:
    """The same numbers in another order of axes; channels that stay the last axis can be followed."""
    if len(case.out) == 1 == len(case.old_out):
        return flatten(case)
    if _all_same(case) and case.out == case.old_out:
        return Rule(by_position(case.old_out, case.out))
    if (case.sizes[-1], case.old_sizes[-1]) == (case.out[-1], case.old_out[-1]) and case.spatial_same():
        return Rule((*by_position(case.old_out[:-1], case.out[:-1]), case.came[-1]))
    return unknown(case)


def permute(case: Case) -> Rule:
    """The axes in another order; they are counted from 1."""
    dims = tuple(case.args["dims"])
    return Rule(tuple(case.came[dim - 1] for dim in dims), lost=case.other_argument())


def repeat(case: Case) -> Rule:
    """The same units at every place of a new first axis."""
    return Rule((*by_position(case.old_out[:1], case.out[:1]), case.came[-1]), lost=case.other_argument())


def concatenate(case: Case) -> Rule:
    """The axes of all inputs, each moved to where its layer stood before."""
    axis = int(case.args.get("axis", -1))
    place = axis if axis < 0 else axis - 1
    before = [shape[place] or 0 for shape in case.all_old_sizes]
    starts = np.cumsum([0, *before])
    parts = []
    for seen, paired in zip(case.ins, case.paired, strict=True):
        own = seen.axes[place]
        if own is None:
            return unknown(case)
        parts.append(np.where(own >= 0, own + starts[paired], GONE) if paired >= 0 else nothing(len(own)))
    axes = list(case.ins[max(0, next((i for i, p in enumerate(case.paired) if p >= 0), 0))].axes)
    axes[place] = np.concatenate(parts)
    return Rule(tuple(axes), lost=case.other_argument())


def elementwise(case: Case) -> Rule:
    """Where all inputs agree which unit it is, it is that unit; elsewhere it is a new one."""
    lost = case.other_argument()
    in_order = case.kind != "Subtract" or case.paired == tuple(range(len(case.paired)))
    if GONE in case.paired or len(case.paired) != len(case.all_old_sizes) or not in_order:
        lost = Sentence("{0} joins other layers than before", case.id)
    ins = [seen for seen, paired in zip(case.ins, case.paired, strict=True) if paired >= 0]
    whole = all(len(seen.axes) == len(case.out) for seen in ins) and all(
        len(filled(axis, size)) == (size or 0) for seen in ins for axis, size in zip(seen.axes, case.out, strict=True)
    )
    if not ins or not whole or any(sizes != case.old_out for sizes in case.all_old_sizes):
        return replace(unknown(case), lost=lost or unknown(case).lost)
    axes = [reduce(_agreed, axes) for axes in zip(*(seen.axes for seen in ins), strict=True)]
    return Rule(tuple(axes), lost=lost)


def _agreed(one: Axis, other: Axis) -> Axis:
    return one if one is None or other is None else np.where(one == other, one, GONE)


def timed(case: Case) -> Rule:
    """TimeDistributed: the rule of the wrapped layer, for every step along the first axis."""
    inner, old = (LayerSpec(case.id, it["layer"]["kind"], _inner(it)) for it in (case.args, case.old_args))
    if inner.kind != old.kind:
        return unknown(case)
    ins = tuple(replace(seen, axes=seen.axes[1:]) for seen in case.ins)
    within = replace(
        case, kind=inner.kind, args=full_args(inner), old_args=full_args(old), ins=ins, sizes=case.sizes[1:],
        old_sizes=case.old_sizes[1:], out=case.out[1:], old_out=case.old_out[1:],
    )  # fmt: skip
    rule = rule_of(within)
    return replace(rule, axes=(*case.came[:1], *rule.axes))


def _inner(args: object) -> dict[str, object]:
    layer = args["layer"]  # type: ignore[index]
    return {name: value for name, value in layer.items() if name != "kind"}


def unknown(case: Case) -> Rule:
    """A layer whose units cannot be followed: it goes on where nothing has changed around it, else by position."""
    arrays = []
    for weight in case.weights:
        old = case.before(weight)
        fits = old is not None and len(old.shape) == len(weight.shape)
        before = old.shape if old is not None and fits else (0,) * len(weight.shape)
        arrays.append(tuple(Along(first(b, a)) for b, a in zip(before, weight.shape, strict=True)))
    lost = case.other_argument()
    if not _all_same(case) or (case.out, case.weights) != (case.old_out, case.old_weights):
        lost = Sentence("units cannot be followed through {0}", case.id)
    return Rule(_laid_over(case), tuple(arrays), lost)


def _laid_over(case: Case) -> Axes:
    if len(case.out) == len(case.old_out):
        return by_position(case.old_out, case.out)
    return tuple(None if size is None else nothing(size) for size in case.out)


def _all_same(case: Case) -> bool:
    """Whether nothing at all has moved in what comes in."""
    if GONE in case.paired or len(case.paired) != len(case.all_old_sizes):
        return False
    return all(
        len(seen.axes) == len(case.all_old_sizes[paired])
        and all(axis_same(a, size) for a, size in zip(seen.axes, case.all_old_sizes[paired], strict=True))
        for seen, paired in zip(case.ins, case.paired, strict=True)
    )


def dot(case: Case) -> Rule:
    """A sum over one axis of each input."""
    return replace(unknown(case), axes=_laid_over(case))


_OTHERS: dict[str, Callable[[Case], Rule]] = {
    "Flatten": flatten, "Reshape": reshape, "Permute": permute, "RepeatVector": repeat, "Concatenate": concatenate,
    "TimeDistributed": timed, "Dot": dot,
}  # fmt: skip
