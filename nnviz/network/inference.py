"""Shapes, parameter counts and structural problems of a network, in plain Python."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from functools import cached_property

from nnviz.network.adapting import unmeasured
from nnviz.network.catalogue import CATALOGUE, Weight, full_args
from nnviz.network.catalogue.weight_rules import check_weights
from nnviz.network.cautions import maps_into_dense
from nnviz.network.problems import Fix, Problem
from nnviz.network.shapes.base import Args, Shape, ShapeError, text
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.network.titles import called
from nnviz.sentences import Sentence, joined


@dataclass(frozen=True)
class Inference:
    """What a network is.

    Attributes:
        shapes: layer id -> output shape with the batch first; None where it cannot be known.
        weights: layer id -> its weights, trained or not, in Keras's order.
        multiply_adds: layer id -> the multiplications by weights for one sample, each with its addition.
        problems: what is wrong, each on the layer it concerns.
    """

    shapes: dict[str, Shape | None] = field(default_factory=dict)
    weights: dict[str, tuple[Weight, ...]] = field(default_factory=dict)
    multiply_adds: dict[str, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    @cached_property
    def parameters(self) -> dict[str, int]:
        """Layer id -> how many weights it has, trained or not."""
        return {layer: sum(weight.count for weight in weights) for layer, weights in self.weights.items()}

    @property
    def total_parameters(self) -> int:
        """All weights of the network."""
        return sum(self.parameters.values())


def infer(fitted: NetworkSpec, before: tuple[NetworkSpec, Inference] | None = None) -> Inference:
    """Shapes, counts and problems of *fitted*, a network whose Inputs and Outputs were fitted to the data.

    Of an earlier network and what was inferred of it (*before*), every layer is taken over that is still the same and
    gets the same: what an edit costs is the layers that it changes.
    """
    problems = _structure(fitted)
    ordered = fitted.ordered()
    if ordered is None:
        problems.append(_cycle(fitted))
        return Inference({layer.id: None for layer in fitted.layers}, problems=tuple(problems))
    found = Inference()
    for layer in ordered:
        if before is not None and _taken_over(fitted, layer, found, *before):
            continue
        problem = _layer(fitted, layer, found)
        if problem is not None:
            problems.append(problem)
    problems += maps_into_dense(fitted, found.shapes)
    problems += unmeasured(fitted)
    return replace(found, problems=tuple(problems))


def _taken_over(network: NetworkSpec, layer: LayerSpec, found: Inference, old: NetworkSpec, known: Inference) -> bool:
    """Put what is *known* of *layer* in the *old* network into *found*, where it is that very layer and was right."""
    if known.shapes.get(layer.id) is None or old.layer(layer.id) is not layer:
        return False
    sources = network.sources(layer.id)
    if sources != old.sources(layer.id) or any(found.shapes[x] != known.shapes[x] for x in sources):
        return False
    found.shapes[layer.id], found.weights[layer.id] = known.shapes[layer.id], known.weights[layer.id]
    found.multiply_adds[layer.id] = known.multiply_adds[layer.id]
    return True


def _layer(network: NetworkSpec, layer: LayerSpec, found: Inference) -> Problem | None:
    """Put what *layer* is into *found*; what is wrong with it, or None."""
    kind, args = CATALOGUE[layer.kind], full_args(layer)
    sources = network.sources(layer.id)
    found.shapes[layer.id] = None
    found.weights[layer.id], found.multiply_adds[layer.id] = (), 0
    problem = _link_count(layer, sources)
    inputs = tuple(shape for shape in (found.shapes[source] for source in sources) if shape is not None)
    if problem is not None or len(inputs) < len(sources):
        return problem
    try:
        shape = kind.output_shape(args, inputs)
        weights = kind.weights(args, inputs)
        check_weights(kind, layer.args, weights, shape)
    except ShapeError as error:
        return _misfit(layer, error)
    found.shapes[layer.id], found.weights[layer.id] = shape, weights
    found.multiply_adds[layer.id] = kind.multiply_adds(args, inputs, shape)
    return None


def _misfit(layer: LayerSpec, error: ShapeError) -> Problem:
    text, fix = error.sentence, None
    if error.expected:
        text = Sentence("{0}: expected {1}, got {2}", text, error.expected, error.got)
    if error.fix:
        fix = _insertion(layer, error.fix, error.fix_args)
    elif error.set_args:
        name, value = next(iter(error.set_args.items()))
        says = Sentence("Leave {0} out", name) if value is None else Sentence("Set {0} to {1}", name, value)
        fix = Fix(says, "set_args", (layer.id, name, value))
    return Problem(text, layer.id, error.expected, error.got, fix=fix)


def _insertion(layer: LayerSpec, kind: str, args: Args) -> Fix:
    """A layer of *kind* put before *layer*, with the arguments that make it fit."""
    if not args:
        return Fix(Sentence("Insert {0}", kind), "insert_before", (layer.id, kind))
    text = Sentence("Insert {0} to {1}", kind, next(iter(args.values())))
    return Fix(text, "insert_before", (layer.id, kind, args))


def _link_count(layer: LayerSpec, sources: tuple[str, ...]) -> Problem | None:
    least, most = CATALOGUE[layer.kind].inputs
    count = len(sources)
    if layer.kind == "Input" and count:
        text = Sentence("{0} is where data come in: no link may lead into it", called(layer))
        return Problem(text, layer.id, "0", str(count))
    if count < least:
        text = Sentence("{0} has no input: it needs a link from the layer before it", called(layer))
        if least > 1:
            text = Sentence("{0} has no input: it needs links from at least {1} layers", called(layer), least)
        if count:
            text = Sentence("{0} joins several layers, but only one leads into it: link another to it", called(layer))
        return Problem(text, layer.id, str(least), str(count))
    if most is not None and count > most > 1:
        text = Sentence("{0} takes {1} inputs, but {2} links lead into it", called(layer), most, count)
        return Problem(text, layer.id, str(most), str(count))
    if most is not None and count > most:
        return Problem(
            Sentence("{0} takes one input but {1} links lead into it: join them first", called(layer), count),
            layer.id, str(most), str(count),
            fix=Fix(Sentence("Insert {0}", "Concatenate"), "insert_before", (layer.id, "Concatenate")),
        )  # fmt: skip
    return None


def _structure(network: NetworkSpec) -> list[Problem]:
    problems = []
    if not network.layers:
        begin = Fix(Sentence("Add {0}", "Input"), "append_layer", ("Input",))
        problems.append(Problem(Sentence("The diagram is empty: drag an Input and an Output onto it"), fix=begin))
    else:
        problems += [
            Problem(
                Sentence("The network has no {0} layer: drag one in", kind),
                fix=Fix(Sentence("Add {0}", kind), "append_layer", (kind,)),
            )
            for kind in ("Input", "Output")
            if not network.of_kind(kind)
        ]  # fmt: skip
    for layer in network.layers:
        if layer.kind != "Output" and not network.targets(layer.id):
            text = Sentence("{0} leads nowhere: link it to the next layer or delete it", called(layer))
            problems.append(Problem(text, layer.id))
    repeated = [link for link, times in Counter(network.links).items() if times > 1]
    problems += [
        Problem(Sentence("{0} and {1} are linked twice", *(called(network.layer(x)) for x in link)), link[1])
        for link in repeated
    ]
    return problems


def _cycle(network: NetworkSpec) -> Problem:
    """Names the layers of one cycle, in order; the fix takes out the link that was drawn last."""
    on_cycle = _find_cycle(network)
    newest = max(zip(on_cycle, (*on_cycle[1:], on_cycle[0]), strict=True), key=network.links.index)
    names = [called(network.layer(layer)) for layer in (*on_cycle, on_cycle[0])]
    return Problem(
        Sentence("The links go in a circle ({0}): take one of them out", joined(names, " -> ")),
        on_cycle[0],
        "links that lead from Input to Output",
        "a cycle",
        fix=Fix(Sentence("Remove {0} -> {1}", *(called(network.layer(x)) for x in newest)), "remove_link", newest),
    )


def _find_cycle(network: NetworkSpec) -> list[str]:
    alive = {layer.id for layer in network.layers}
    while True:  # what no living layer feeds cannot be on a cycle
        leaves = {x for x in alive if not any(s in alive for s in network.sources(x))}
        if not leaves:
            break
        alive -= leaves
    start = next(layer.id for layer in network.layers if layer.id in alive)
    path = [start]
    while (before := next(s for s in network.sources(path[-1]) if s in alive)) not in path:
        path.append(before)
    return path[path.index(before) :][::-1]


def describe(shape: Shape | None) -> str:
    """A shape for a person: ``(batch, 8)``."""
    return text(shape)
