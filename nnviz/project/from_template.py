"""Templates as projects: each with data it can learn from and a recipe that suits it."""

from __future__ import annotations

import msgspec

from nnviz.data.spec import Builtin, DataSpec
from nnviz.network.facts import DataFacts
from nnviz.network.templates import Template
from nnviz.project.project import Project
from nnviz.training.methods.kinds import Adversarial, QLearning
from nnviz.training.recipe import Recipe
from nnviz.training.suggest import suggested_batch

# The data that a template brings with it, and what lets it learn them: epochs, rows of a batch, learning rate.
_OWN: dict[str, tuple[Builtin, int, int, float]] = {
    "perceptron": (Builtin(name="and"), 300, 4, 0.05),
    "mlp": (Builtin(name="moons"), 600, 32, 0.003),
    "two_inputs": (Builtin(name="wine"), 100, 16, 0.003),
    "lenet": (Builtin(name="digits"), 30, 32, 0.001),
    "augmented": (Builtin(name="digits"), 60, 32, 0.001),
    "resnet": (Builtin(name="digits"), 20, 32, 0.001),
    "forecaster": (Builtin(name="waves", samples=1000), 60, 32, 0.003),
    "transformer": (Builtin(name="digits"), 30, 32, 0.001),
    "autoencoder": (Builtin(name="digits"), 100, 32, 0.001),
    "unet": (Builtin(name="digits"), 20, 32, 0.001),
    "gan": (Builtin(name="blobs", samples=1000, noise=0.12), 400, 100, 0.0005),
}

CALM = 0.5  # the momentum with which both halves of a GAN keep step (Radford et al. 2015)


def own_data(template: Template) -> Builtin:
    """The set that *template* brings with it."""
    data = _OWN[template.name][0]
    return msgspec.structs.replace(data, task="reconstruction") if template.reconstructs else data


def template_project(template: Template, data: DataSpec | None = None, facts: DataFacts | None = None) -> Project:
    """*template* on *data* of such *facts* where they fit it, else on the data it brings with it."""
    _, epochs, batch, rate = _OWN[template.name]
    if data is None or facts is None or not template.fits(facts):
        data, facts = own_data(template), None
    elif template.reconstructs:
        data = msgspec.structs.replace(data, task="reconstruction")
    elif data.task == "reconstruction":
        data = msgspec.structs.replace(data, task="auto")
    if facts is not None and facts.rows[0] and not template.generates:
        batch = suggested_batch(facts.rows[0])
    recipe = Recipe(epochs=epochs, batch_size=batch).with_optimizer(learning_rate=rate)
    if template.generates:
        recipe = msgspec.structs.replace(recipe, method=Adversarial()).with_optimizer(beta_1=CALM)
    elif facts is not None and facts.game:
        recipe = msgspec.structs.replace(recipe, method=QLearning())
    return Project(template.network(facts), data, recipe)
