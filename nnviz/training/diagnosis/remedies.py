"""What can be done about a finding: each an edit of what is drawn, and nothing where it would change nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

import msgspec

from nnviz.data.sources.toys import samples_of
from nnviz.data.spec import TOYS, Builtin
from nnviz.network import edits, placing
from nnviz.network.augmenting import augmentation, with_augmentation
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.sentences import Sentence
from nnviz.training.diagnosis.case import activation_of
from nnviz.training.diagnosis.findings import Drawn, Remedy
from nnviz.training.optimizers import full_args
from nnviz.training.recipe import Recipe, StopEarly
from nnviz.training.schedules import scaled, schedule_of, with_rate
from nnviz.training.suggest import USUAL_RATES

SATURATING = ("sigmoid", "tanh", "hard_sigmoid", "hard_tanh", "softsign")
_WITH_UNITS = {"Dense": "units", "Conv1D": "filters", "Conv2D": "filters"}
_STEP = 10.0  # by which a learning rate is changed that is near the usual one
_DROPPED = 0.3
_L2 = {"kind": "l2", "l2": 0.001}
_MORE_SAMPLES, _MOST_SAMPLES = 5, 10_000
_MUCH_HELD_OUT, _HELD_OUT = 0.3, 0.2  # shares of the rows for validation
_VARIED = (
    LayerSpec("", "RandomTranslation", {"height_factor": 0.1, "width_factor": 0.1}),
    LayerSpec("", "RandomRotation", {"factor": 0.03}),
)


# ---------------------------------------------------------------------- the recipe


def slower(recipe: Recipe) -> Remedy | None:
    """A smaller learning rate: the usual one where it is far above that, else a tenth."""
    rate = _rate(recipe)
    usual = USUAL_RATES[recipe.optimizer.kind].usual
    if rate is None:
        return Remedy(Sentence("A tenth of the learning rate"), partial(_scale, factor=1 / _STEP))
    wanted = usual if rate >= usual * _STEP / 2 else rate / _STEP
    return Remedy(Sentence("Learning rate {0}", f"{wanted:.3g}"), partial(_set_rate, rate=wanted))


def faster(recipe: Recipe) -> Remedy | None:
    """A larger learning rate: the usual one where it is far below that, else ten times as much; training goes on."""
    rate, rates = _rate(recipe), USUAL_RATES[recipe.optimizer.kind]
    if rate is None:
        return Remedy(Sentence("Ten times the learning rate"), partial(_scale, factor=_STEP), goes_on=True)
    wanted = rates.usual if rate <= rates.usual * 2 / _STEP else rate * _STEP
    if wanted > rates.most:
        return None
    return Remedy(Sentence("Learning rate {0}", f"{wanted:.3g}"), partial(_set_rate, rate=wanted), goes_on=True)


def clip(recipe: Recipe) -> Remedy | None:
    """Gradients cut to a norm of 1 (Pascanu et al. 2013, "On the difficulty of training recurrent networks")."""
    if recipe.optimizer.args.get("clipnorm") or recipe.optimizer.args.get("global_clipnorm"):
        return None
    if "clipnorm" not in full_args(recipe.optimizer.kind, {}):
        return None
    return Remedy(Sentence("Clip gradients"), _clip)


def stop_early(recipe: Recipe) -> Remedy | None:
    """Stopping when the validation loss no longer falls, with the best weights (Prechelt 1998)."""
    if recipe.stop_early is not None:
        return None
    return Remedy(Sentence("Stop early"), _stop_early)


def _rate(recipe: Recipe) -> float | None:
    """The learning rate; None where it follows a schedule."""
    if schedule_of(recipe) is not None:
        return None
    return float(full_args(recipe.optimizer.kind, recipe.optimizer.args)["learning_rate"])


def _set_rate(drawn: Drawn, rate: float) -> Drawn:
    return _with(drawn, optimizer=with_rate(drawn.recipe.optimizer, float(f"{rate:.6g}")))


def _scale(drawn: Drawn, factor: float) -> Drawn:
    return _with(drawn, optimizer=scaled(drawn.recipe.optimizer, factor))


def _clip(drawn: Drawn) -> Drawn:
    cleared = drawn.recipe.with_optimizer(clipnorm=1.0, clipvalue=None, global_clipnorm=None)
    return _with(drawn, optimizer=cleared.optimizer)


def _stop_early(drawn: Drawn) -> Drawn:
    return _with(drawn, stop_early=StopEarly(patience=max(1, min(20, drawn.recipe.epochs // 10))))


def _with(drawn: Drawn, **changes: Any) -> Drawn:
    return replace(drawn, recipe=msgspec.structs.replace(drawn.recipe, **changes))


# ---------------------------------------------------------------------- the network


def use_relu(network: NetworkSpec) -> Remedy | None:
    """relu in place of functions that flatten out at both ends, whose slope kills the gradient layer by layer."""
    if not _saturating(network):
        return None
    return Remedy(Sentence("Use relu"), lambda drawn: _on_network(drawn, _relu_for(drawn.network)))


def use_leaky(network: NetworkSpec, dead: Iterable[str]) -> Remedy | None:
    """leaky_relu where units are dead: it has a slope below 0, so that they can come back (Maas et al. 2013)."""
    ids = tuple(layer_id for layer_id in dead if network.has(layer_id) and _may_leak(network.layer(layer_id)))
    return Remedy(Sentence("Use leaky relu"), partial(_leaky, ids=ids)) if ids else None


def start_at_random(network: NetworkSpec) -> Remedy | None:
    """Weights that start as Keras starts them, in place of a number that all of them share."""
    if not constant_starts(network):
        return None
    return Remedy(Sentence("Start from random weights"), lambda drawn: _on_network(drawn, _random_for(drawn.network)))


def normalize(network: NetworkSpec) -> Remedy | None:
    """Batch normalization behind every hidden layer with units (Ioffe and Szegedy 2015)."""
    if network.of_kind("BatchNormalization") or not _unit_layers(network):
        return None
    return Remedy(Sentence("Normalize each layer"), partial(_behind_each, kind="BatchNormalization", args={}))


def drop_out(network: NetworkSpec) -> Remedy | None:
    """Dropout behind every hidden Dense layer (Srivastava et al. 2014)."""
    dense = [layer for layer in _unit_layers(network) if layer.kind == "Dense"]
    if network.of_kind("Dropout") or not dense:
        return None
    change = partial(_behind_each, kind="Dropout", args={"rate": _DROPPED}, only=("Dense",))
    return Remedy(Sentence("Dropout {0}", f"{_DROPPED:g}"), change)


def penalize(network: NetworkSpec) -> Remedy | None:
    """A penalty on the squares of the weights of the hidden layers."""
    layers = _unit_layers(network)
    if not layers or any("kernel_regularizer" in layer.args for layer in layers):
        return None
    return Remedy(Sentence("L2 penalty"), partial(_set_args, args={"kernel_regularizer": _L2}))


def fewer_units(network: NetworkSpec) -> Remedy | None:
    """Half of the units of every hidden layer, where there are enough of them."""
    if not any(layer.args.get(_WITH_UNITS[layer.kind], 0) >= 8 for layer in _unit_layers(network)):
        return None
    return Remedy(Sentence("Half the units"), lambda drawn: _on_network(drawn, _halved(drawn.network)))


def vary_pictures(network: NetworkSpec, input_shape: tuple[int, ...]) -> Remedy | None:
    """Pictures shifted and turned a little while training."""
    inputs = network.of_kind("Input")
    whole = len(inputs) == 1 and inputs[0].args.get("shape", input_shape) == input_shape
    if len(input_shape) != 3 or not whole or augmentation(network):
        return None
    title = Sentence("Vary the pictures")
    return Remedy(title, lambda drawn: _on_network(drawn, with_augmentation(drawn.network, _VARIED)))


def constant_starts(network: NetworkSpec) -> tuple[str, ...]:
    """The layers whose weights all start with one number."""
    return tuple(layer.id for layer in network.layers if _constant_args(layer))


def _constant_args(layer: LayerSpec) -> tuple[str, ...]:
    """The arguments that say so: a bias that starts with 0 is the usual one."""
    found = []
    for name, value in layer.args.items():
        kind = value.get("kind") if isinstance(value, Mapping) else value
        if name.endswith("kernel_initializer") and kind in ("zeros", "ones", "constant"):
            found.append(name)
    return tuple(found)


def _unit_layers(network: NetworkSpec) -> tuple[LayerSpec, ...]:
    return tuple(layer for layer in network.layers if layer.kind in _WITH_UNITS)


def _saturating(network: NetworkSpec) -> dict[str, str]:
    return {x.id: "relu" for x in network.layers if x.kind != "Output" and activation_of(x) in SATURATING
            and x.kind in (*_WITH_UNITS, "Activation")}  # fmt: skip


def _relu_for(network: NetworkSpec) -> NetworkSpec:
    for layer_id, name in _saturating(network).items():
        network = edits.set_args(network, layer_id, activation=name)
    return network


def _random_for(network: NetworkSpec) -> NetworkSpec:
    for layer in network.layers:
        network = edits.set_args(network, layer.id, **dict.fromkeys(_constant_args(layer)))
    return network


def _may_leak(layer: LayerSpec) -> bool:
    return layer.kind in (*_WITH_UNITS, "Activation") and activation_of(layer) in ("relu", "relu6")


def _leaky(drawn: Drawn, ids: tuple[str, ...]) -> Drawn:
    network = drawn.network
    for layer_id in ids:
        if network.has(layer_id) and _may_leak(network.layer(layer_id)):
            network = edits.set_args(network, layer_id, activation="leaky_relu", bias_initializer=None)
    return _on_network(drawn, network)


def _behind_each(drawn: Drawn, kind: str, args: Mapping[str, Any], only: tuple[str, ...] = ()) -> Drawn:
    network = drawn.network
    for layer in _unit_layers(network):
        if network.targets(layer.id) and (not only or layer.kind in only):
            network, new = placing.insert_behind(network, layer.id, kind)
            network = edits.set_args(network, new, **args)
    return _on_network(drawn, network)


def _set_args(drawn: Drawn, args: Mapping[str, Any]) -> Drawn:
    network = drawn.network
    for layer in _unit_layers(network):
        network = edits.set_args(network, layer.id, **args)
    return _on_network(drawn, network)


def _halved(network: NetworkSpec) -> NetworkSpec:
    for layer in _unit_layers(network):
        name = _WITH_UNITS[layer.kind]
        count = layer.args.get(name, 0)
        if count >= 8:
            network = edits.set_args(network, layer.id, **{name: count // 2})
    return network


def _on_network(drawn: Drawn, network: NetworkSpec) -> Drawn:
    return replace(drawn, network=network)


# ---------------------------------------------------------------------- the data


def more_samples(drawn: Drawn) -> Drawn:
    """Most of the rows to learn from where many are held out; five times as many samples of a toy.

    Anything else stays as it is.
    """
    data = drawn.data
    split = data.split if data is not None else None
    if data is not None and split is not None and split.by_column is None and (split.validation or 0) > _MUCH_HELD_OUT:
        split = msgspec.structs.replace(split, validation=_HELD_OUT)
        return replace(drawn, data=msgspec.structs.replace(data, split=split))
    if not isinstance(data, Builtin) or data.name not in TOYS:
        return drawn
    count = min(_MOST_SAMPLES, _MORE_SAMPLES * samples_of(data))
    return replace(drawn, data=msgspec.structs.replace(data, samples=count)) if count > samples_of(data) else drawn


MORE_SAMPLES = Remedy(Sentence("More samples"), more_samples)
