"""Which networks a step can be done by hand for, and why not for the others."""

from __future__ import annotations

from itertools import pairwise

from nnviz.network.catalogue import full_args, name_of
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.network.titles import called
from nnviz.sentences import Sentence
from nnviz.training.one_step import activations, losses, optimizers
from nnviz.training.optimizers import full_args as rule_args
from nnviz.training.recipe import OptimizerSpec
from nnviz.training.suggest import LOSS_ALIASES

MOST_UNITS, MOST_WEIGHTS, MOST_LAYERS = 64, 2000, 12
KINDS = ("Input", "Dense", "Output")
PENALTIES = ("none", "l1", "l2", "l1_l2")
_MORE = ("weight_decay", "clipnorm", "clipvalue", "global_clipnorm", "use_ema", "loss_scale_factor",
         "gradient_accumulation_steps")  # fmt: skip


def chain(network: NetworkSpec) -> tuple[LayerSpec, ...]:
    """The layers of a *network* without branches, the Input first; nothing where it is no such chain."""
    ordered = network.ordered() or ()
    links = tuple((a.id, b.id) for a, b in pairwise(ordered))
    straight = len(ordered) > 1 and sorted(links) == sorted(network.links)
    return ordered if straight and ordered[0].kind == "Input" and ordered[-1].kind == "Output" else ()


def loss_name(loss: str) -> str:
    """*loss* by the name that it has in the list of losses."""
    return LOSS_ALIASES.get(loss, loss)


def why_not(network: NetworkSpec, loss: str | None) -> Sentence | None:
    """Why no step is shown of *network*, which is fitted to its data; None where one is."""
    other = next((layer for layer in network.layers if layer.kind not in KINDS), None)
    if other is not None:
        return Sentence(
            "Steps are shown of Input, hidden (Dense) and Output layers, but {0} is {1}", called(other), other.kind
        )
    layers = chain(network)
    if not layers:
        return Sentence("Steps are shown of layers in one row, from one Input to one Output")
    found = _too_large(layers) or next(filter(None, map(_layer_problem, layers[1:])), None)
    return found or _loss_problem(layers[-1], loss_name(loss or ""))


def _too_large(layers: tuple[LayerSpec, ...]) -> Sentence | None:
    shape = full_args(layers[0])["shape"]
    if shape is None or len(shape) != 1:
        return Sentence("Steps are shown of samples that are a row of numbers")
    sizes = [int(shape[0]), *(int(full_args(layer)["units"] or 0) for layer in layers[1:])]
    weights = sum((a + 1) * b for a, b in pairwise(sizes))
    if max(sizes) > MOST_UNITS:
        at = layers[sizes.index(max(sizes))].id
        return Sentence("Steps are shown of up to {0} units a layer, but {1} has {2}", MOST_UNITS, at, max(sizes))
    if weights > MOST_WEIGHTS:
        return Sentence("Steps are shown of up to {0} weights, but this network has {1}", MOST_WEIGHTS, weights)
    if len(layers) > MOST_LAYERS:
        return Sentence("Steps are shown of up to {0} layers, but this network has {1}", MOST_LAYERS, len(layers))
    return None


def _layer_problem(layer: LayerSpec) -> Sentence | None:
    args = full_args(layer)
    name = name_of(args["activation"])
    if name is not None and name not in activations.KNOWN:
        return Sentence(
            "The derivative of {0} is not shown yet: choose another activation for {1}", name, called(layer)
        )
    given = args["activation"]
    if name == "relu" and isinstance(given, dict) and (given.get("threshold") or given.get("max_value") is not None):
        return Sentence(
            "Steps are shown of relu without a threshold or a largest answer, but {0} has one", called(layer)
        )
    for which in ("kernel_regularizer", "bias_regularizer"):
        if name_of(args[which]) not in PENALTIES:
            return Sentence("Steps are shown with L1 and L2 penalties, but {0} has another one", called(layer))
    if name_of(args["activity_regularizer"]) != "none":
        return Sentence("Steps are shown without a penalty on answers, but {0} has one", called(layer))
    if any(name_of(args[which]) != "none" for which in ("kernel_constraint", "bias_constraint")):
        return Sentence("Steps are shown without limits on weights, but {0} has one", called(layer))
    return None


def _loss_problem(output: LayerSpec, loss: str) -> Sentence | None:
    if loss not in losses.KNOWN:
        return Sentence("The derivative of the loss {0} is not shown yet: choose another loss", loss)
    softmax = name_of(full_args(output)["activation"]) == "softmax"
    if loss == "binary_crossentropy" and softmax:  # Keras takes the sums of the softmax for those of a sigmoid
        return Sentence("Steps with {0} are shown of sigmoid: choose it for {1}", loss, called(output))
    if loss in losses.OF_CLASSES and not softmax:
        return Sentence("Steps with {0} are shown of softmax: choose it for {1}", loss, called(output))
    return None


def why_no_update(rule: OptimizerSpec) -> Sentence | None:
    """Why the update by *rule* is not shown; None where it is."""
    if rule.kind not in optimizers.KNOWN:
        return Sentence("The update of {0} is not shown: choose SGD, RMSprop or Adam to see one", rule.kind)
    args = rule_args(rule.kind, rule.args)
    more = next((name for name in _MORE if args.get(name)), None)
    return None if more is None else Sentence("The update is shown without {0}, which this optimizer uses", more)
