"""The methods and their arguments in a person's words: rows of a table, which the form of the recipe shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from nnviz.training.methods.kinds import Adversarial, ContrastiveDivergence, QLearning


@dataclass(frozen=True)
class MethodArgument:
    """One argument of a method.

    Attributes:
        name: as in the JSON form.
        label: what stands beside its field.
        doc: one sentence.
        kind: what it is: a whole number, any number, or the id of a layer.
        least, most: the range of a number.
        step: how far one press of an arrow moves it.
    """

    name: str
    label: str
    doc: str
    kind: Literal["whole", "number", "layer"]
    least: float = 0.0
    most: float = 1.0
    step: float = 1.0


@dataclass(frozen=True)
class MethodKind:
    """A way to train.

    Attributes:
        method: it with its usual arguments; None for learning from answers.
        label: what it is called.
        doc: one sentence.
        args: its arguments in the order of the form.
        panes: the panes that have nothing to show of it.
    """

    method: Any
    label: str
    doc: str
    args: tuple[MethodArgument, ...] = ()
    panes: tuple[str, ...] = ()


METHODS: tuple[MethodKind, ...] = (
    MethodKind(None, "From answers", "It learns from samples with their answers: the answers are to come near them."),
    MethodKind(
        Adversarial(),
        "Adversarial (GAN)",
        "A generator makes samples of noise, a discriminator learns to tell them from those of the data.",
        (
            MethodArgument(
                "generated", "Generated",
                "The layer whose answer is a generated sample: the generator ends there, the discriminator begins.",
                "layer",
            ),
        ),
        ("predictions", "evaluation", "trying", "one_step", "code"),
    ),
    MethodKind(
        ContrastiveDivergence(),
        "Contrastive divergence (RBM)",
        "Dense layers learn as restricted Boltzmann machines: what they dream is to become like what they see.",
        (
            MethodArgument(
                "steps", "Gibbs steps",
                "How often a machine goes down and up again before its dream is compared with what it saw (k of CD-k).",
                "whole", 1, 100,
            ),
        ),
        ("one_step", "code"),
    ),
    MethodKind(
        QLearning(),
        "Q-learning (DQN)",
        "The network plays a game and learns what each move is worth from the rewards that follow.",
        (
            MethodArgument("discount", "Discount", "What a reward one move later is worth.", "number", step=0.01),
            MethodArgument(
                "exploration", "Exploration", "The share of moves made at random while it learns.", "number", step=0.05
            ),
            MethodArgument(
                "memory", "Memory", "How many of the last moves it remembers, to learn from.", "whole", 32, 100_000, 100
            ),
        ),
        ("predictions", "evaluation", "trying", "one_step", "code"),
    ),
)  # fmt: skip

# What a run may measure by a method instead of the recipe's metrics, as the logs call it.
MEASURES: tuple[str, ...] = tuple(name for kind in METHODS for name in getattr(kind.method, "measures", ()))


def kind_of(method: Any) -> MethodKind:
    """The row of *method*."""
    return next(kind for kind in METHODS if type(kind.method) is type(method))
