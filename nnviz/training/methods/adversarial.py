"""What a generator against a discriminator needs: one layer between them whose answer is a sample of the data."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

import msgspec

from nnviz.network.bottleneck import all_passes
from nnviz.network.catalogue import full_args, name_of
from nnviz.network.facts import DataFacts
from nnviz.network.inference import Inference, infer
from nnviz.network.problems import Fix, Problem
from nnviz.network.shapes.base import Shape
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.network.titles import called
from nnviz.sentences import Sentence
from nnviz.training.methods.kinds import Adversarial
from nnviz.training.recipe import Recipe


def generated_layer(network: NetworkSpec, shapes: Mapping[str, Shape | None], facts: DataFacts) -> str | None:
    """The layer that generates samples, where nobody has named it; None where none can.

    It is the one that everything passes and that answers with as many numbers as a sample has; of several the last
    in the shape of a sample, else the last.
    """
    found = [layer.id for layer in candidates(network, shapes, facts)]
    shaped = [layer for layer in found if tuple((shapes[layer] or ())[1:]) == facts.input_shape]
    return next(reversed(shaped or found), None)


def chosen_or_found(
    recipe: Recipe, fitted: NetworkSpec, shapes: Mapping[str, Shape | None], facts: DataFacts | None
) -> str | None:
    """The layer that generates samples, as *recipe* names it or by its size; None of other methods, or without one."""
    if not isinstance(recipe.method, Adversarial) or facts is None:
        return None
    return recipe.method.generated or generated_layer(fitted, shapes, facts)


def candidates(network: NetworkSpec, shapes: Mapping[str, Shape | None], facts: DataFacts) -> list[LayerSpec]:
    """The layers whose answers could be samples, in the order of the network."""
    return [
        layer
        for layer in network.ordered() or ()
        if layer.kind not in ("Input", "Output")
        and _numbers(shapes.get(layer.id)) == facts.features
        and all_passes(network, layer.id)
    ]


def with_generated(recipe: Recipe, fitted: NetworkSpec, facts: DataFacts) -> Recipe:
    """*recipe* with the layer that generates samples filled in for the network *fitted* to the data."""
    layer = chosen_or_found(recipe, fitted, infer(fitted).shapes, facts) or ""
    return msgspec.structs.replace(recipe, method=Adversarial(layer))


def adversarial_problems(
    fitted: NetworkSpec, inference: Inference, facts: DataFacts, recipe: Recipe
) -> Iterator[Problem]:
    """What keeps the two from playing."""
    inputs, outputs = fitted.of_kind("Input"), fitted.of_kind("Output")
    for layer in (*inputs[1:], *outputs[1:]):
        yield Problem(Sentence("A generator against a discriminator has one Input and one Output"), layer.id)
    yield from _generated(fitted, inference, facts, recipe)
    if outputs:
        yield from _answer(outputs[0], inference)
    yield from _recipe(recipe)


def _generated(fitted: NetworkSpec, inference: Inference, facts: DataFacts, recipe: Recipe) -> Iterator[Problem]:
    """Whether there is a layer that generates samples."""
    name = chosen_or_found(recipe, fitted, inference.shapes, facts)
    automatic = Fix(Sentence("Find the layer by its size"), "set_recipe", ("method", Adversarial()))
    if name is None:
        if all(shape is not None for shape in inference.shapes.values()):
            yield Problem(
                Sentence(
                    "No layer generates samples: one on the way from Input to Output has to answer with {0} numbers",
                    facts.features,
                ),
                None, f"{facts.features} numbers",
            )  # fmt: skip
        return
    if not fitted.has(name) or not all_passes(fitted, name) or fitted.layer(name).kind in ("Input", "Output"):
        yield Problem(
            Sentence("The layer {0}, which is to generate samples, is not between Input and Output", name),
            None, fix=automatic,
        )  # fmt: skip
        return
    layer, size = fitted.layer(name), _numbers(inference.shapes.get(name))
    if size is not None and size != facts.features:
        units = Fix(Sentence("Give it {0} units", facts.features), "set_args", (name, "units", facts.features))
        yield Problem(
            Sentence("{0} generates {1} numbers, but a sample has {2}", called(layer), size, facts.features),
            name, f"{facts.features} numbers", f"{size} numbers", fix=units if layer.kind == "Dense" else automatic,
        )  # fmt: skip


def _answer(output: LayerSpec, inference: Inference) -> Iterator[Problem]:
    """The discriminator answers with one probability."""
    args, shape = full_args(output), inference.shapes.get(output.id)
    units = args["units"]
    if units is not None and units != 1:
        yield Problem(
            Sentence("{0} has {1} units, but a discriminator answers with one: real or generated",
                     called(output), units),
            output.id, "1 unit", f"{units} units",
            fix=Fix(Sentence("Give it 1 unit"), "set_args", (output.id, "units", 1)),
        )  # fmt: skip
    elif shape is not None and len(shape) != 2:
        yield Problem(
            Sentence("{0} answers in shape {1}, but a discriminator answers with one number: flatten before it",
                     called(output), shape[1:]),
            output.id, "1 dimension", f"{len(shape) - 1} dimensions",
            fix=Fix(Sentence("Insert {0}", "Flatten"), "insert_before", (output.id, "Flatten")),
        )  # fmt: skip
    activation = name_of(args["activation"]) or "linear"
    if activation not in ("sigmoid", "hard_sigmoid"):
        yield Problem(
            Sentence("{0} is {1}, but a discriminator answers with a probability: use sigmoid",
                     called(output), activation),
            output.id, "sigmoid", activation,
            fix=Fix(Sentence("Use {0}", "sigmoid"), "set_args", (output.id, "activation", "sigmoid")),
        )  # fmt: skip


def _recipe(recipe: Recipe) -> Iterator[Problem]:
    """What the recipe asks for that there is not in this game."""
    if recipe.loss is not None and recipe.loss not in Adversarial.losses:
        yield Problem(
            Sentence("{0} is no loss for real or generated: use binary crossentropy", recipe.loss),
            None, "binary crossentropy", recipe.loss,
            fix=Fix(Sentence("Use binary crossentropy"), "set_recipe", ("loss", "binary_crossentropy")),
        )  # fmt: skip
    if recipe.class_weight is not None:
        yield Problem(
            Sentence("Class weights do nothing here: samples are generated without classes"), None, caution=True,
            fix=Fix(Sentence("Take the class weights out"), "set_recipe", ("class_weight", None)),
        )  # fmt: skip


def _numbers(shape: Shape | None) -> int | None:
    """How many numbers an answer in *shape*, the batch first, has; None while that is not known."""
    if shape is None or any(size is None for size in shape[1:]):
        return None
    return math.prod(size or 1 for size in shape[1:])
