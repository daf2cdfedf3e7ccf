"""Shapes, parameter counts and structural problems of a network, in plain Python."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from nnviz.network.catalogue import CATALOGUE, full_args
from nnviz.network.problems import Fix, Problem
from nnviz.network.shapes import Shape, ShapeError, text
from nnviz.network.spec import LayerSpec, NetworkSpec


@dataclass(frozen=True)
class Inference:
    """What a network is.

    Attributes:
        shapes: layer id -> output shape with the batch first; None where it cannot be known.
        parameters: layer id -> all its weights, trained or not.
        problems: what is wrong, each on the layer it concerns.
    """

    shapes: dict[str, Shape | None] = field(default_factory=dict)
    parameters: dict[str, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    @property
    def total_parameters(self) -> int:
        """All weights of the network."""
        return sum(self.parameters.values())


def infer(fitted: NetworkSpec) -> Inference:
    """Shapes, counts and problems of *fitted*, a network whose Inputs and Outputs were fitted to the data."""
    problems = _structure(fitted)
    ordered = fitted.ordered()
    if ordered is None:
        problems.append(_cycle(fitted))
        return Inference({layer.id: None for layer in fitted.layers}, {}, tuple(problems))
    shapes: dict[str, Shape | None] = {}
    parameters: dict[str, int] = {}
    for layer in ordered:
        shapes[layer.id], parameters[layer.id], problem = _layer(fitted, layer, shapes)
        if problem is not None:
            problems.append(problem)
    return Inference(shapes, parameters, tuple(problems))


def _layer(
    network: NetworkSpec, layer: LayerSpec, shapes: dict[str, Shape | None]
) -> tuple[Shape | None, int, Problem | None]:
    kind, args = CATALOGUE[layer.kind], full_args(layer)
    sources = network.sources(layer.id)
    problem = _link_count(layer, sources)
    inputs = tuple(shape for shape in (shapes[source] for source in sources) if shape is not None)
    if problem is not None or len(inputs) < len(sources):
        return None, 0, problem
    try:
        shape = kind.output_shape(args, inputs)
        return shape, kind.parameters(args, inputs), None
    except ShapeError as error:
        sentence = str(error)
        if error.expected:
            sentence += f": expected {error.expected}, got {error.got}"
        fix = Fix(f"Insert {error.fix}", "insert_before", (layer.id, error.fix)) if error.fix else None
        return None, 0, Problem(sentence, layer.id, error.expected, error.got, fix=fix)


def _link_count(layer: LayerSpec, sources: tuple[str, ...]) -> Problem | None:
    least, most = CATALOGUE[layer.kind].inputs
    count = len(sources)
    if layer.kind == "Input" and count:
        return Problem(f"{layer.id} is where data come in: no link may lead into it", layer.id, "0", str(count))
    if count < least:
        what = "a link from the layer before it" if least == 1 else f"links from at least {least} layers"
        return Problem(f"{layer.id} has no input: it needs {what}", layer.id, str(least), str(count))
    if most is not None and count > most:
        return Problem(
            f"{layer.id} takes one input but {count} links lead into it: join them first",
            layer.id, str(most), str(count), fix=Fix("Insert Concatenate", "insert_before", (layer.id, "Concatenate")),
        )  # fmt: skip
    return None


def _structure(network: NetworkSpec) -> list[Problem]:
    problems = []
    if not network.layers:
        problems.append(Problem("The diagram is empty: drag an Input and an Output onto it"))
    else:
        problems += [
            Problem(f"The network has no {kind} layer: drag one in", fix=Fix(f"Add {kind}", "append_layer", (kind,)))
            for kind in ("Input", "Output")
            if not network.of_kind(kind)
        ]  # fmt: skip
    for layer in network.layers:
        if layer.kind != "Output" and not network.targets(layer.id):
            problems.append(Problem(f"{layer.id} leads nowhere: link it to the next layer or delete it", layer.id))
    repeated = [link for link, times in Counter(network.links).items() if times > 1]
    problems += [Problem(f"{a} and {b} are linked twice", b) for a, b in repeated]
    return problems


def _cycle(network: NetworkSpec) -> Problem:
    """Names the layers of one cycle, in order."""
    on_cycle = _find_cycle(network)
    return Problem(
        f"The links go in a circle ({' -> '.join([*on_cycle, on_cycle[0]])}): take one of them out",
        on_cycle[0],
        "links that lead from Input to Output",
        "a cycle",
        fix=Fix("Remove the link back", "remove_link", (on_cycle[-1], on_cycle[0])),
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
