"""The arrays of a script whose network begins with noise: the samples are what it is judged by."""

from __future__ import annotations

from nnviz.network.catalogue import full_args
from nnviz.network.facts import DataFacts
from nnviz.network.inference import infer
from nnviz.network.spec import NetworkSpec
from nnviz.project.script_method import step_text
from nnviz.training.methods.kinds import Adversarial
from nnviz.training.recipe import Recipe

_PARTS = ("train", "val", "test")


def noise_lines(network: NetworkSpec, recipe: Recipe, facts: DataFacts) -> str:
    """Lines that make targets of the samples of each part, and noise of what goes in."""
    method = recipe.method
    assert isinstance(method, Adversarial)
    shape = tuple(full_args(network.of_kind("Input")[0])["shape"])
    sample = (infer(network).shapes[method.generated] or ())[1:]
    imports, texts = step_text("nnviz.training.methods.noise")
    lines = []
    for part in (part for part, rows in zip(_PARTS, facts.rows, strict=True) if rows):
        lines.append(f'y_{part} = x_{part}.reshape({(-1, *sample)}).astype("float32")')
        lines.append(f"x_{part} = noise_of(x_{part}, {recipe.seed}, {shape})")
    return "\n\n\n".join(["\n".join(imports), *texts, "\n".join(lines)]).strip("\n")
