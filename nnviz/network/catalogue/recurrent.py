"""Layers that read a sequence step by step, and remember."""

from __future__ import annotations

from collections.abc import Callable

from nnviz.network.catalogue import choices
from nnviz.network.catalogue.kinds import Arg, LayerKind, Weight
from nnviz.network.shapes import recurrent
from nnviz.network.shapes.base import Args, Inputs, Shape

GROUP = "Recurrent"
_UNITS = Arg("units", "int", 8, "How many numbers the layer remembers and answers with.", 1, 100_000)
_RECURRENT_START = choices.initializer(
    "recurrent_initializer", "orthogonal", "How the weights from step to step start.", advanced=True
)
_REST = (
    Arg("return_sequences", "bool", False, "Whether it answers after every step, not only after the last one."),
    Arg("go_backwards", "bool", False, "Whether it reads the sequence from its end."),
    Arg("dropout", "float", 0.0, "The share of inputs switched off in training.", 0.0, 0.99),
    Arg("recurrent_dropout", "float", 0.0, "The share of what it remembers switched off in training.", 0.0, 0.99),
    Arg(
        "unroll",
        "bool",
        False,
        "Whether its steps are laid out one by one: quicker for short sequences, with more memory.",
        advanced=True,
    ),
    choices.USE_BIAS,
    choices.KERNEL_START,
    _RECURRENT_START,
    choices.BIAS_START,
    choices.KERNEL_PENALTY,
    choices.regularizer(
        "recurrent_regularizer", "A penalty that keeps the weights from step to step small.", advanced=True
    ),
    choices.BIAS_PENALTY,
    choices.OUTPUT_PENALTY,
    choices.KERNEL_LIMIT,
    choices.constraint("recurrent_constraint", "What the weights from step to step are held to after every step."),
    choices.BIAS_LIMIT,
)
_FUNCTION = choices.recurrent_activation("tanh", "What is done with the sum of each unit.")
_GATES = choices.recurrent_activation(
    "sigmoid", "What opens and closes the gates.", "recurrent_activation", advanced=True
)


def _weights(cell: str, gates: int, biases: Callable[[Args], int] = lambda _: 1) -> Callable[..., tuple[Weight, ...]]:
    """The weights of a cell with *gates* sums a unit; *biases* says how many rows of biases it has."""

    def weights(args: Args, inputs: Inputs) -> tuple[Weight, ...]:
        units, rows = int(args["units"]), biases(args)
        found = [
            Weight(f"{cell}/kernel", (inputs[0][-1] or 0, gates * units)),
            Weight(f"{cell}/recurrent_kernel", (units, gates * units)),
        ]
        if args["use_bias"]:
            found.append(Weight(f"{cell}/bias", (gates * units,) if rows == 1 else (rows, gates * units)))
        return tuple(found)

    return weights


def _products(gates: int) -> Callable[[Args, Inputs, Shape], int]:
    def products(args: Args, inputs: Inputs, _: Shape) -> int:
        """In each step every sum sees all inputs and all that the layer remembers."""
        units = int(args["units"])
        return (inputs[0][1] or 1) * gates * units * ((inputs[0][-1] or 0) + units)

    return products


KINDS = (
    LayerKind(
        "SimpleRNN", "Simple RNN", GROUP, "Reads a sequence and remembers its last answer.",
        (_UNITS, _FUNCTION, *_REST), recurrent.recurrent, _weights("simple_rnn_cell", 1), _products(1),
        keywords="recurrent sequence time series",
    ),
    LayerKind(
        "LSTM", "LSTM", GROUP, "Reads a sequence; gates decide what is remembered for long.",
        (_UNITS, _FUNCTION, _GATES, *_REST,
         Arg("unit_forget_bias", "bool", True, "Whether it starts with a bias to remember.", advanced=True)),
        recurrent.recurrent, _weights("lstm_cell", 4), _products(4),
        keywords="long short-term memory recurrent sequence time series",
    ),
    LayerKind(
        "GRU", "GRU", GROUP, "Reads a sequence as an LSTM does, with fewer gates and weights.",
        (_UNITS, _FUNCTION, _GATES, *_REST,
         Arg("reset_after", "bool", True, "Whether the reset gate comes after the weights, as on a graphics card.",
             advanced=True)),
        recurrent.recurrent, _weights("gru_cell", 3, lambda args: 2 if args["reset_after"] else 1), _products(3),
        keywords="gated recurrent unit sequence time series",
    ),
)  # fmt: skip
