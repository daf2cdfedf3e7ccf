"""The part of a script that trains in a way of its own: the text of the class that the engine runs, and its call."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import nnviz
from nnviz.network.names import keras_names
from nnviz.network.spec import NetworkSpec
from nnviz.project.script_training import call_args
from nnviz.training.methods.steps import step_call
from nnviz.training.recipe import Recipe

_KERAS = "nnviz.engine.keras_setup"  # from which the engine takes Keras and TensorFlow
_THERE = ("import keras", "import numpy as np")  # what the head of a script imports already


def method_lines(network: NetworkSpec, recipe: Recipe) -> str:
    """The class of the step of *recipe*, which has a method, and the lines that have ``model`` trained by it."""
    call = step_call(recipe, keras_names(network))
    imports, texts = step_text(f"nnviz.engine.methods.{call.module}")
    made = f"step = {call.name}(model, {call_args(call.args)})"
    given = "model.train_step, model.test_step = step.train_step, step.test_step"
    return "\n\n\n".join(["\n".join(imports), *texts, f"{made}\n{given}"])


@cache
def step_text(module: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What a script has to import for *module* of ours, and the texts that it needs: of what it imports, then its own.

    A text is all that follows the imports. What is taken in so may be needed in one place alone: modules for a script
    take from others of ours what they need by name, and these as well need no more than Keras, TensorFlow and numpy.
    """
    source = Path(nnviz.__file__).parent.joinpath(*module.split(".")[1:]).with_suffix(".py").read_text(encoding="utf-8")
    nodes = [node for node in ast.parse(source).body if isinstance(node, ast.Import | ast.ImportFrom)]
    imports: dict[str, None] = {}  # in their order, each once
    texts: dict[str, None] = {}
    for node in nodes:
        name = node.module or "" if isinstance(node, ast.ImportFrom) else ""
        if name.startswith("nnviz.") and name != _KERAS:
            others, more = step_text(name)
            imports |= dict.fromkeys(others)
            texts |= dict.fromkeys(more)
        else:
            imports |= dict.fromkeys(_import_lines(node))
    own = "\n".join(source.splitlines()[nodes[-1].end_lineno :]).strip("\n")
    return tuple(imports), (*texts, own)


def _import_lines(node: ast.Import | ast.ImportFrom) -> list[str]:
    if isinstance(node, ast.ImportFrom) and node.module == _KERAS:
        return ["import tensorflow as tf"] if any(name.name == "tf" for name in node.names) else []
    line = ast.unparse(node)
    return [] if line in _THERE or line.startswith("from __future__") else [line]
