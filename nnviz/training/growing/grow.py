"""The changed network started from the trained one, layer by layer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from nnviz.network.catalogue import full_args
from nnviz.network.matching import renamed
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.network.titles import called
from nnviz.sentences import Sentence
from nnviz.training.growing import identity, maps
from nnviz.training.growing.case import Case, Rule, Seen, axis_same, by_position
from nnviz.training.growing.follow import keeps_channels, rule_of
from nnviz.training.growing.maps import Along, Array, Map, Taking
from nnviz.training.growing.pairing import Pairing, none_of
from nnviz.training.growing.past import Past, Side, passing, ranges
from nnviz.training.growing.report import Carried, Counts, What, told


@dataclass(frozen=True)
class Growth:
    """What a changed network starts with.

    Attributes:
        arrays: all its weights, by name.
        layers: what became of each layer that has weights or is new, in the order of the network.
        preserves: whether it answers as the trained one did.
        why: where it does not: the first reason.
        same: the id of each layer that was there -> the id it had.
    """

    arrays: dict[str, Array] = field(default_factory=dict)
    layers: tuple[Carried, ...] = ()
    preserves: bool = False
    why: Sentence | None = None
    same: dict[str, str] = field(default_factory=dict)
    _takings: dict[str, Taking] = field(default_factory=dict)

    @property
    def carried(self) -> tuple[str, ...]:
        """The layers that have weights of the trained network."""
        return tuple(layer.id for layer in self.layers if layer.what in ("kept", "changed"))

    def source(self, name: str) -> str:
        """Which array of the trained network *name* is made of; "" for none."""
        taking = self._takings.get(name)
        return taking.source if taking is not None else ""

    def memory(self, name: str, old: Array, fresh: Array, power: int = 0) -> Array:
        """What an optimizer remembers of the weights *name*: of *old* what still has a weight, else *fresh*.

        *power* says how it grows with the gradient: 1 for a mean of gradients, 2 for a mean of their squares.
        """
        return self._takings[name].memory(old, fresh, power)

    def average(self, name: str, old: Array | None) -> Array:
        """A running mean of the weights *name*: it goes on as the weights do, and where they are new, from them."""
        return self.arrays[name] if old is None else self._takings[name].weights(old, self.arrays[name])


def grow(
    before: Side,
    after: Side,
    *,
    preserving: bool = False,
    gone: frozenset[str] = frozenset(),
    seed: int = 0,
    noise: float = 0.0,
) -> Growth:
    """Start the network *after*, whose arrays are freshly drawn, from the trained network *before*.

    Args:
        before, after: the networks, fitted to the same data.
        preserving: new units are copies and new layers the identity, so that the answers stay; otherwise what is new
            starts as it was drawn.
        gone: layers of *before* that had been taken out meanwhile: one of that name is the same only where it stands
            again exactly as it did.
        seed: which units are copied.
        noise: how far the outgoing weights of copies are drawn apart, as a share of their size; their sum stays.
    """
    return _Growing(before, after, _same_layers(before.network, after.network, gone), preserving, seed, noise).run()


def _same_layers(before: NetworkSpec, after: NetworkSpec, gone: frozenset[str]) -> dict[str, str]:
    """New id -> old id of every layer that was there."""
    found = {layer.id: layer.id for layer in after.layers if before.has(layer.id)} | renamed(before, after)
    same = {}
    for new, old in found.items():
        one, other = after.layer(new), before.layer(old)
        again = replace(one, at=None) == replace(other, at=None) and (
            (after.sources(new), after.targets(new)) == (before.sources(old), before.targets(old))
        )
        alike = one.kind == other.kind or {one.kind, other.kind} == {"Dense", "Output"}
        if alike and (old not in gone or again):
            same[new] = old
    return same


class _Growing:
    """One change; the layers are gone through once, in order."""

    def __init__(
        self, before: Side, after: Side, old_of: Mapping[str, str], preserving: bool, seed: int, noise: float
    ) -> None:
        self._before, self._after, self._old_of = before, after, old_of
        self._preserving, self._seed, self._noise = preserving, seed, noise
        self._past, self._ranges = Past(before), ranges(after)
        self._seen: dict[str, Seen] = {}
        self._arrays: dict[str, Array] = dict(after.arrays)
        self._takings: dict[str, Taking] = {}
        self._reports: list[Carried] = []

    def run(self) -> Growth:
        for layer in self._after.ordered():
            old = self._old_of.get(layer.id)
            self._seen[layer.id] = self._new(layer) if old is None else self._matched(layer, old)
        why = self._why()
        same = dict(self._old_of)
        return Growth(self._arrays, tuple(self._reports), why is None, why, same, self._takings)

    # ------------------------------------------------------------------ layers that were there

    def _matched(self, layer: LayerSpec, old: str) -> Seen:
        sources = self._after.network.sources(layer.id)
        before = self._before.network.sources(old)
        if not sources:
            return self._input(layer, old)
        ins, paired = Pairing(self._before, self._after, self._past).inputs(layer, old, self._seen)
        case = self._case(layer, old, ins, paired, before)
        rule = rule_of(case)
        rule = self._take(case, rule, old)
        came = next((seen.lost for seen, at in zip(ins, paired, strict=True) if at >= 0 and seen.lost), None)
        if maps.GONE in paired and len(sources) == 1:
            came = ins[0].lost or Sentence("other units come into {0} than before", called(layer))
        self._report(layer, case, rule)
        return Seen(self._past.same_as[old], rule.axes, came or rule.lost)

    def _input(self, layer: LayerSpec, old: str) -> Seen:
        new, before = self._after.sizes(layer.id), self._before.sizes(old)
        if new != before:
            return Seen("", none_of(new), Sentence("{0} takes samples of another shape", called(layer)))
        return Seen(old, by_position(before, new))

    def _case(
        self, layer: LayerSpec, old: str, ins: tuple[Seen, ...], paired: tuple[int, ...], before: tuple[str, ...]
    ) -> Case:
        was = self._before.network.layer(old)
        args, old_args = full_args(layer), full_args(was)
        final = not self._after.network.targets(layer.id)
        width, width_before = width_of(layer.kind, args), width_of(was.kind, old_args)
        units = None if width is None or width_before is None else self._units(old, width_before, width, final)
        sources = self._after.network.sources(layer.id)
        return Case(
            id=called(layer), kind=layer.kind, args=args, old_args=old_args, ins=ins,
            sizes=self._after.sizes(sources[0]), old_sizes=self._before.sizes(before[0]) if before else (),
            out=self._after.sizes(layer.id), old_out=self._before.sizes(old),
            units=units, units_before=width_before or 0,
            weights=self._after.inference.weights.get(layer.id, ()),
            old_weights=self._before.inference.weights.get(old, ()),
            paired=paired, all_old_sizes=tuple(self._before.sizes(x) for x in before),
            preserving=self._preserving, final=final,
        )  # fmt: skip

    def _units(self, old: str, before: int, now: int, final: bool) -> Map:
        if not self._preserving or final or before == now:
            return maps.first(before, now)
        if now > before:
            return maps.copies(before, now, self._seed)
        strength = self._past.strength(old)
        fits = strength.size and strength.size % before == 0  # both directions of a Bidirectional count
        return maps.strongest(strength.reshape(-1, before).sum(axis=0), now) if fits else maps.first(before, now)

    # ------------------------------------------------------------------ layers that are new

    def _new(self, layer: LayerSpec) -> Seen:
        sources = self._after.network.sources(layer.id)
        size = self._after.sizes(layer.id)
        lost: Sentence | None = Sentence("{0} is new and changes what passes through it", called(layer))
        if len(sources) == 1:
            seen, came = self._seen[sources[0]], self._ranges[sources[0]]
            weights = self._after.inference.weights.get(layer.id, ())
            if not weights and passing(self._after, layer, came):
                self._reports.append(Carried(layer.id, "identity"))
                return seen
            if weights and seen.of and len(self._after.names.get(layer.id, ())) == len(weights):
                lost = identity.cannot(layer, weights[0].shape, came, checked=True)
                if lost is None and self._preserving:
                    return self._identity(layer, seen)
            if keeps_channels(layer.kind) and seen.of and len(size) == len(seen.axes):
                self._report_new(layer, lost)
                axes = (*by_position(self._after.sizes(sources[0])[:-1], size[:-1]), seen.axes[-1])
                return Seen(seen.of, axes, seen.lost or lost)
        self._report_new(layer, lost)
        return Seen("", none_of(size), lost or Sentence("{0} is new", called(layer)))

    def _identity(self, layer: LayerSpec, seen: Seen) -> Seen:
        """A layer that starts by answering with what comes in; further units are copies."""
        weight, *others = self._after.inference.weights[layer.id]
        inputs, units = weight.shape[-2:]
        passed = maps.copies(inputs, units, self._seed)
        names = self._after.names[layer.id]
        self._arrays[names[0]] = identity.kernel(layer, weight.shape, passed)
        for name, other in zip(names[1:], others, strict=True):
            self._arrays[name] = np.zeros(other.shape, np.float32)
        count = Counts(0, 0, units, 0)
        total = sum(w.count for w in self._after.inference.weights[layer.id])
        self._reports.append(Carried(layer.id, "identity", count, weights=total, new=total))
        channels = seen.axes[-1] if seen.axes[-1] is not None else maps.same(inputs)
        return Seen(seen.of, (*seen.axes[:-1], channels[passed]), seen.lost)

    def _report_new(self, layer: LayerSpec, lost: Sentence | None) -> None:
        total = sum(weight.count for weight in self._after.inference.weights.get(layer.id, ()))
        self._reports.append(Carried(layer.id, "new", weights=total, new=total, why=told(lost)))

    # ------------------------------------------------------------------ what is kept of them

    def _take(self, case: Case, rule: Rule, old: str) -> Rule:
        """The arrays of a layer that was there, each from the one of the same name; why one of them could not be."""
        missing = rule.lost or Sentence("some weights of {0} are others", case.id)
        before = {w.name: name for w, name in zip(case.old_weights, self._before.names.get(old, ()), strict=False)}
        names = self._after.names.get(case.id, [])
        if len(names) != len(case.weights) or len(before) != len(self._before.names.get(old, ())):
            return replace(rule, lost=missing)  # Keras counts its weights otherwise than the catalogue
        for name, weight, axes in zip(names, case.weights, rule.weights, strict=False):
            source, fresh = before.get(weight.name, ""), self._after.arrays[name]
            if not source or not self._fits(axes, self._before.arrays[source], fresh):
                continue
            taking = Taking(source, axes, self._preserving)
            if name == names[0] and not taking.known().any():
                break  # the biases of units that see nothing of what they saw mean nothing
            self._takings[name] = taking
            self._arrays[name] = taking.weights(self._before.arrays[source], fresh, self._noise, self._seed)
        return rule if all(name in self._takings for name in names) else replace(rule, lost=missing)

    @staticmethod
    def _fits(axes: tuple[Along, ...], old: Array, fresh: Array) -> bool:
        sizes = tuple(len(axis.map) for axis in axes)
        inside = all(axis.map.max(initial=-1) < size for axis, size in zip(axes, old.shape, strict=False))
        return sizes == fresh.shape and len(old.shape) == len(sizes) and inside

    def _report(self, layer: LayerSpec, case: Case, rule: Rule) -> None:
        if not case.weights:
            return
        names = self._after.names.get(layer.id, [])
        total = sum(weight.count for weight in case.weights)
        known = sum(int(np.broadcast_to(t.known(), self._after.arrays[n].shape).sum())
                    for n in names if (t := self._takings.get(n)) is not None)  # fmt: skip
        units = Counts.of(case.units, case.units_before)
        inputs = Counts.of(rule.inputs, rule.inputs_before)
        whole = known == total and units.all_kept and inputs.all_kept
        what: What = "kept" if whole else "changed" if known else "new"
        self._reports.append(Carried(layer.id, what, units, inputs, total, total - known, told(rule.lost)))

    def _why(self) -> Sentence | None:
        """Why the network answers otherwise; None where it does not."""
        finals = [layer.id for layer in self._after.network.layers if not self._after.network.targets(layer.id)]
        before = {layer.id for layer in self._before.network.layers if not self._before.network.targets(layer.id)}
        for layer_id in finals:
            if self._seen[layer_id].lost is not None:
                return self._seen[layer_id].lost
            sizes = self._before.sizes(self._old_of.get(layer_id, ""))
            axes = self._seen[layer_id].axes
            if len(axes) != len(sizes) or not all(map(axis_same, axes, sizes)):
                return Sentence("{0} gives other answers than before", called(self._after.network.layer(layer_id)))
        if {self._old_of.get(layer_id) for layer_id in finals} != before:
            return Sentence("the network has other outputs")
        return None


def width_of(kind: str, args: Mapping[str, object]) -> int | None:
    """How many units a layer has that are its own; None for a layer without any."""
    inner = args.get("layer")
    if isinstance(inner, dict):
        return width_of(str(inner.get("kind")), full_args(LayerSpec("", inner["kind"], _without_kind(inner))))
    found = next((args[name] for name in ("units", "filters", "output_dim") if name in args), None)
    return found if isinstance(found, int) else None


def _without_kind(inner: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in inner.items() if name != "kind"}
