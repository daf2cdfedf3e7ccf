"""Layers that undo each other, or cannot learn."""

from __future__ import annotations

from collections.abc import Iterator

from nnviz.network.catalogue import full_args, name_of
from nnviz.network.problems import Fix, Problem
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.network.titles import called
from nnviz.sentences import Sentence
from nnviz.training.cautions.situation import Caution, Situation, caution, use_args, use_recipe
from nnviz.training.suggest import suggested_batch

HEAVY_DROPOUT = 0.8
# What these do to their input is a matrix product at most.
_LINEAR_KINDS = (
    "Input", "Output", "Dense", "Activation", "Flatten", "Reshape", "Dropout", "GaussianNoise", "BatchNormalization",
    "Concatenate", "Add",
)  # fmt: skip


def softmax_inside(situation: Situation) -> Iterator[Problem]:
    """Softmax lets one unit through at the cost of the others: right for an answer, a bottleneck before it.

    Answers of several networks that are averaged are answers still.
    """
    for layer in _hidden(situation.network):
        targets = situation.network.targets(layer.id)
        averaged = all(situation.network.layer(target).kind == "Average" for target in targets)
        if name_of(layer.args.get("activation")) == "softmax" and targets and not averaged:
            yield caution(
                Sentence(
                    "{0} is softmax, which inside a network lets little more than one unit through", called(layer)
                ),
                layer, use_args(Sentence("Use {0}", "relu"), layer, "activation", "relu"),
            )  # fmt: skip


def no_slope(situation: Situation) -> Iterator[Problem]:
    """The gradient of a step is 0 everywhere, so that none gets past it (Rosenblatt's perceptron learned without)."""
    network = situation.network
    for layer in (*_hidden(network), *network.of_kind("Output")):
        if name_of(layer.args.get("activation")) == "step":
            yield caution(
                Sentence("{0} is a step, which has no slope to learn by: it and all layers before it stay as they are",
                         called(layer)),
                layer, use_args(Sentence("Use {0}", "sigmoid"), layer, "activation", "sigmoid"),
            )  # fmt: skip


def no_nonlinearity(situation: Situation) -> Iterator[Problem]:
    """Linear layers one after another are one matrix product: depth adds weights, but nothing that can be learned."""
    network = situation.network
    hidden = network.of_kind("Dense")
    if hidden and all(_is_linear(layer) for layer in network.layers if layer.kind != "Output"):
        yield caution(
            Sentence("Without an activation, {0} and the output together can do no more than the output alone",
                     called(hidden[0])),
            hidden[0], use_args(Sentence("Use {0}", "relu"), hidden[0], "activation", "relu"),
        )  # fmt: skip


def equal_start(situation: Situation) -> Iterator[Problem]:
    """Units that start the same get the same gradient and stay the same for ever (Goodfellow et al., section 8.4)."""
    for layer in situation.network.of_kind("Dense"):
        args = full_args(layer)
        start = name_of(args["kernel_initializer"])
        if start in ("zeros", "ones", "constant") and args["units"] > 1:
            yield caution(
                Sentence("All weights of {0} start at {1}, so that its units learn the same for ever",
                         called(layer), Sentence("one number") if start == "constant" else start),
                layer, use_args(Sentence("Use {0}", "Glorot uniform"), layer, "kernel_initializer", None),
            )  # fmt: skip


def heavy_dropout(situation: Situation) -> Iterator[Problem]:
    """With nearly all units off, hardly anything comes through (Srivastava et al. keep at least half)."""
    for layer in situation.network.of_kind("Dropout"):
        rate = full_args(layer)["rate"]
        if rate >= HEAVY_DROPOUT:
            yield caution(
                Sentence("{0} switches off {1} % of the units in every step", called(layer), f"{100 * rate:g}"),
                layer, use_args(Sentence("Use {0}", 0.5), layer, "rate", 0.5),
            )  # fmt: skip


def norm_after_dropout(situation: Situation) -> Iterator[Problem]:
    """Dropout changes the spread in training alone, where the norm takes its running figures (Li et al. 2018)."""
    network = situation.network
    for norm in network.of_kind("BatchNormalization"):
        for dropout in _sources_of_kind(network, norm, "Dropout"):
            yield caution(
                Sentence("{0} comes right after {1}: the spread it gets used to is not the one it meets in use",
                         called(norm), called(dropout)),
                norm, Fix(Sentence("Remove {0}", called(dropout)), "remove_layers", ((dropout.id,),)),
            )  # fmt: skip


def norm_of_one_row(situation: Situation) -> Iterator[Problem]:
    """Minus its own mean, a single row is 0: whatever comes in, nothing comes out."""
    norms = situation.network.of_kind("BatchNormalization")
    if not norms or min(situation.given.batch_size, situation.rows) > 1 or len(situation.facts.input_shape) > 1:
        return
    size = min(suggested_batch(situation.rows), situation.rows)
    fix = use_recipe(Sentence("Use batches of {0}", size), "batch_size", size) if size > 1 else None
    yield caution(
        Sentence("In batches of 1 row {0} turns every number into 0, and nothing is learned", called(norms[0])),
        norms[0], fix,
    )  # fmt: skip


def norm_that_never_settles(situation: Situation) -> Iterator[Problem]:
    """What is used outside of training are running figures, and they need 1 / (1 - momentum) steps to get there."""
    for norm in situation.network.of_kind("BatchNormalization"):
        momentum = full_args(norm)["momentum"]
        if situation.steps * (1 - momentum) >= 1:
            continue
        fix = use_args(Sentence("Use {0}", 0.9), norm, "momentum", 0.9) if situation.steps * 0.1 >= 1.001 else None
        yield caution(
            Sentence("With momentum {1} the running mean of {0} does not get there in the {2} steps of this run: "
                     "validation will look bad", called(norm), f"{momentum:g}", situation.steps),
            norm, fix,
        )  # fmt: skip


def decayed_twice(situation: Situation) -> Iterator[Problem]:
    """An L2 penalty and weight decay are two ways to the same end (Loshchilov and Hutter 2019)."""
    if not situation.optimizer.get("weight_decay"):
        return
    for layer in situation.network.layers:
        if name_of(layer.args.get("kernel_regularizer")) in ("l2", "l1_l2"):
            yield caution(
                Sentence("The weights of {0} are pulled towards 0 twice, by its regularizer and by weight decay",
                         called(layer)),
                layer, use_args(Sentence("Leave it to weight decay"), layer, "kernel_regularizer", "none"),
            )  # fmt: skip


def _hidden(network: NetworkSpec) -> tuple[LayerSpec, ...]:
    return (*network.of_kind("Dense"), *network.of_kind("Activation"))


def _is_linear(layer: LayerSpec) -> bool:
    if layer.kind not in _LINEAR_KINDS:
        return False
    return name_of(full_args(layer).get("activation")) in ("linear", None)


def _sources_of_kind(network: NetworkSpec, layer: LayerSpec, kind: str) -> Iterator[LayerSpec]:
    """Layers of *kind* right before *layer*, or with no more than an activation between the two."""
    for source_id in network.sources(layer.id):
        source = network.layer(source_id)
        if source.kind == kind:
            yield source
        elif source.kind == "Activation":
            yield from _sources_of_kind(network, source, kind)


LAYER_CAUTIONS: tuple[Caution, ...] = (
    softmax_inside,
    no_slope,
    no_nonlinearity,
    equal_start,
    heavy_dropout,
    norm_after_dropout,
    norm_of_one_row,
    norm_that_never_settles,
    decayed_twice,
)
