"""What does not go together between the columns of the data and several Inputs and Outputs."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from nnviz.network.columns import answers
from nnviz.network.facts import DataFacts
from nnviz.network.problems import Fix, Problem
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.network.titles import called
from nnviz.sentences import Sentence


def unknown_column(layer: LayerSpec, arg: str, name: str, known: tuple[str, ...]) -> Problem:
    """*layer* names a column, in its argument *arg*, that the data do not have."""
    near = difflib.get_close_matches(name, known, 1)
    text = Sentence("{0} names the column {1}, but the data have none of that name", called(layer), name)
    if near:
        changed = tuple(near[0] if x == name else x for x in layer.args[arg])
        fix = Fix(Sentence("Use {0}", near[0]), "set_args", (layer.id, arg, changed))
    else:
        fix = Fix(Sentence("Take all columns"), "set_args", (layer.id, arg, None))
    return Problem(text, layer.id, ", ".join(known[:6]), name, fix=fix)


def unanswered(network: NetworkSpec, facts: DataFacts) -> Iterator[Problem]:
    """A column of the target that no Output answers."""
    try:
        answers(network, facts)
    except KeyError as error:
        if any(error.args[0] in (layer.args.get("targets") or ()) for layer in network.of_kind("Output")):
            return  # unknown, and told on that layer
        last = network.of_kind("Output")[-1]
        text = Sentence("No Output answers {0}: name it in one of them", error.args[0])
        named = (*(last.args.get("targets") or ()), error.args[0])
        fix = Fix(Sentence("Answer it in {0}", called(last)), "set_args", (last.id, "targets", named))
        yield Problem(text, last.id, error.args[0], "", fix=fix)
