"""Ways to train other than from samples with their answers; what they have in common is the loop that runs them.

Each is an object in the recipe, named by its ``kind``. What it needs of network and data is said by the module of
its name beside this one; its step is in the module of that name in ``engine/methods/``.
"""

from __future__ import annotations

from typing import ClassVar

import msgspec


class Adversarial(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, tag_field="kind", tag="adversarial"
):
    """A generator against a discriminator (Goodfellow et al. 2014, https://arxiv.org/abs/1406.2661).

    Attributes:
        generated: the id of the layer whose answer is a generated sample: what comes before it makes samples out of
            noise, what comes behind it tells them from those of the data. Empty for the one that
            ``adversarial.generated_layer`` finds.
        measures: what a run measures in place of the recipe's metrics, as the logs call it.
        losses: with yes and no as 1 and 0: that of 2014, and that of least squares (Mao et al. 2017,
            https://arxiv.org/abs/1611.04076).
    """

    measures: ClassVar[tuple[str, ...]] = ("distance", "generator_loss", "real_accuracy", "fake_accuracy")
    losses: ClassVar[tuple[str, ...]] = ("binary_crossentropy", "mse")

    generated: str = ""


class ContrastiveDivergence(
    msgspec.Struct,
    frozen=True,
    forbid_unknown_fields=True,
    omit_defaults=True,
    tag_field="kind",
    tag="contrastive_divergence",
):
    """Restricted Boltzmann machines, one on top of the other (Hinton 2002, https://doi.org/10.1162/089976602760128018).

    Attributes:
        steps: of Gibbs sampling for each batch, the *k* of CD-k.
    """

    steps: int = 1


class QLearning(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, tag_field="kind", tag="q_learning"
):
    """A deep Q-network that plays a game (Mnih et al. 2015, https://doi.org/10.1038/nature14236).

    Attributes:
        discount: what a reward one move later is worth.
        exploration: the share of moves that are made at random while it learns.
        memory: how many of the last moves it remembers, to learn from.
        measures: what a run measures in place of the recipe's metrics, as the logs call it.
    """

    measures: ClassVar[tuple[str, ...]] = ("return",)

    discount: float = 0.95
    exploration: float = 0.2
    memory: int = 2000


Method = Adversarial | ContrastiveDivergence | QLearning
