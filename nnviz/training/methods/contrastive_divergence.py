"""What restricted Boltzmann machines need: samples of numbers from 0 to 1, and layers on the way back like a mirror."""

from __future__ import annotations

from collections.abc import Iterator

from nnviz.network.catalogue import full_args, name_of
from nnviz.network.facts import DataFacts
from nnviz.network.inference import Inference
from nnviz.network.problems import Fix, Problem
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.network.titles import called
from nnviz.sentences import Sentence
from nnviz.training.recipe import Recipe

UNITS = 64  # of a hidden layer where there is none
_PLAIN = ("Flatten", "Reshape")  # which leave the numbers of a sample as they are


def contrastive_divergence_problems(
    fitted: NetworkSpec, inference: Inference, facts: DataFacts, recipe: Recipe
) -> Iterator[Problem]:
    """What keeps the layers of *fitted* from being restricted Boltzmann machines, one on top of the other."""
    yield from _data(facts)
    layers, outputs = fitted.ordered() or (), fitted.of_kind("Output")
    if len(outputs) != 1 or len(fitted.of_kind("Input")) != 1:
        text = Sentence("Restricted Boltzmann machines have one Input and one Output")
        yield Problem(text, (outputs or layers)[-1].id if layers else None)
        return
    hidden = [layer for layer in layers if layer.kind == "Dense"]
    for layer in layers:
        yield from _foreign(layer, behind=bool(hidden) and layers.index(layer) > layers.index(hidden[0]))
        if layer.kind in ("Dense", "Output"):
            yield from _unit(layer)
    yield from _mirror(hidden, outputs[0])


def _data(facts: DataFacts) -> Iterator[Problem]:
    """The samples are their own targets, and pixels are taken for probabilities."""
    if not facts.target_shape:
        yield Problem(
            Sentence("Restricted Boltzmann machines learn to give the sample itself back, but the data have a target"),
            None, fix=Fix(Sentence("Learn the sample itself"), "set_source", ("task", "reconstruction")),
        )  # fmt: skip
    elif facts.target_range is not None and not 0 <= facts.target_range[0] <= facts.target_range[1] <= 1:
        least, most = (f"{number:.4g}" for number in facts.target_range)
        yield Problem(
            Sentence("What is visible is to be from 0 to 1, but the samples go from {0} to {1}: scale them",
                     least, most),
            None, "0 to 1", f"{least} to {most}",
            fix=Fix(Sentence("Scale to 0 … 1"), "set_source", ("scale", "minmax")),
        )  # fmt: skip


def _foreign(layer: LayerSpec, behind: bool) -> Iterator[Problem]:
    """A layer that is no machine; *behind* the first hidden layer not even one of those that change no number."""
    if layer.kind in ("Input", "Dense", "Output") or (layer.kind in _PLAIN and not behind):
        return
    yield Problem(
        Sentence("{0} cannot learn by contrastive divergence, which takes Dense layers only", called(layer)),
        layer.id, "Dense", layer.kind, fix=Fix(Sentence("Remove {0}", called(layer)), "remove_layers", ((layer.id,),)),
    )  # fmt: skip


def _unit(layer: LayerSpec) -> Iterator[Problem]:
    """Units that are on or off with a probability, which has a bias and no penalty."""
    args = full_args(layer)
    activation = name_of(args["activation"]) or "linear"
    if activation != "sigmoid":
        yield Problem(
            Sentence("{0} is {1}, but its units are on with a probability: use sigmoid", called(layer), activation),
            layer.id, "sigmoid", activation,
            fix=Fix(Sentence("Use {0}", "sigmoid"), "set_args", (layer.id, "activation", "sigmoid")),
        )  # fmt: skip
    if not args["use_bias"]:
        yield Problem(
            Sentence("{0} has no bias, which each unit of a Boltzmann machine has", called(layer)),
            layer.id, fix=Fix(Sentence("Give it a bias"), "set_args", (layer.id, "use_bias", True)),
        )  # fmt: skip
    for name in sorted(args):
        if name.endswith("_regularizer") and name_of(args[name]) not in (None, "none"):
            yield Problem(
                Sentence("{0} has a penalty, which contrastive divergence does not go by", called(layer)),
                layer.id, caution=True,
                fix=Fix(Sentence("Take the penalty out"), "set_args", (layer.id, name, None)),
            )  # fmt: skip


def _mirror(hidden: list[LayerSpec], output: LayerSpec) -> Iterator[Problem]:
    """As many layers on the way back as on the way there, the Output among them, and as wide."""
    if not hidden:
        machine = (output.id, "Dense", {"units": UNITS, "activation": "sigmoid"})
        yield Problem(
            Sentence("A restricted Boltzmann machine has hidden units: put a Dense layer before {0}", called(output)),
            output.id, fix=Fix(Sentence("Insert {0}", "Dense"), "insert_before", machine),
        )  # fmt: skip
        return
    if len(hidden) % 2 == 0:
        before, mirrored = _missing(hidden, output)
        machine = (before.id, "Dense", {"units": full_args(mirrored)["units"], "activation": "sigmoid"})
        yield Problem(
            Sentence("The way back is to mirror the way there, but nothing mirrors {0}", called(mirrored)),
            before.id, fix=Fix(Sentence("Insert its mirror"), "insert_before", machine),
        )  # fmt: skip
        return
    for up, down in zip(hidden[: len(hidden) // 2], reversed(hidden), strict=False):
        wanted, units = full_args(up)["units"], full_args(down)["units"]
        if wanted != units:
            yield Problem(
                Sentence("{0} has {1} units, but it is to mirror {2}, which has {3}",
                         called(down), units, called(up), wanted),
                down.id, f"{wanted} units", f"{units} units",
                fix=Fix(Sentence("Give it {0} units", wanted), "set_args", (down.id, "units", wanted)),
            )  # fmt: skip


def _missing(hidden: list[LayerSpec], output: LayerSpec) -> tuple[LayerSpec, LayerSpec]:
    """Before which layer one is missing on the way back, and what it is to mirror."""
    units = [full_args(layer)["units"] for layer in hidden]
    back = next((size for size in range((len(units) - 1) // 2, 0, -1) if units[-size:] == units[:size][::-1]), 0)
    return (hidden[-back] if back else output), hidden[back]
