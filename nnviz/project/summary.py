"""The network layer by layer, as ``model.summary()`` tells it, with what each layer costs in products and memory.

Memory is counted in float32: the weights of a layer, and its output for one sample. Training needs several times as
much, see ``training.memory``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from nnviz.network.inference import Inference
from nnviz.network.shapes.base import Shape, numbers
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.project.text_table import TextTable

NUMBER = 4  # bytes of a float32
_UNITS = ("B", "KB", "MB", "GB", "TB")
UNKNOWN = "?"


@dataclass(frozen=True)
class SummaryRow:
    """What one layer is and costs.

    Attributes:
        layer: its id.
        kind: its Keras class; an Output is a Dense.
        shape: of its output, with the batch first; None where it is not known.
        trainable, fixed: how many of its weights training changes by their gradient, and how many it does not.
        multiply_adds: multiplications by weights, each with its addition, for one sample.
        output_bytes: of its output for one sample.
    """

    layer: str
    kind: str
    shape: Shape | None
    trainable: int
    fixed: int
    multiply_adds: int
    output_bytes: int

    @property
    def parameters(self) -> int:
        """All its weights."""
        return self.trainable + self.fixed

    @property
    def weight_bytes(self) -> int:
        """Of all its weights."""
        return self.parameters * NUMBER


@dataclass(frozen=True)
class Summary:
    """All layers in the order of the network, and their sums.

    Attributes:
        rows: a row a layer.
        batch: how many samples a batch has, for the memory of its outputs.
    """

    rows: tuple[SummaryRow, ...]
    batch: int

    @cached_property
    def total(self) -> SummaryRow:
        """The sums, as a row that has no shape."""
        sums = (
            sum(getattr(row, name) for row in self.rows)
            for name in ("trainable", "fixed", "multiply_adds", "output_bytes")
        )
        return SummaryRow("Total", "", None, *sums)


@dataclass(frozen=True)
class SummaryColumn:
    """A column of the table.

    Attributes:
        title: what stands above it.
        doc: one sentence for a person; ``{0}`` stands for the size of a batch.
        text: (row, batch) -> its cell for a person.
        value: (row, batch) -> its cell for a program.
        number: whether it holds numbers.
    """

    title: str
    doc: str
    text: Callable[[SummaryRow, int], str]
    value: Callable[[SummaryRow, int], str]
    number: bool = True


def summary_of(fitted: NetworkSpec, inference: Inference, batch: int) -> Summary:
    """The summary of *fitted*, a network fitted to the data, for batches of *batch* samples.

    Layers stand in the order in which Keras computes them; as drawn where the links form a cycle.
    """
    ordered = fitted.ordered() or fitted.layers
    return Summary(tuple(_row(layer, inference) for layer in ordered), batch)


def _row(layer: LayerSpec, inference: Inference) -> SummaryRow:
    shape = inference.shapes.get(layer.id)
    weights = inference.weights.get(layer.id, ())
    trainable = sum(weight.count for weight in weights if weight.trainable)
    return SummaryRow(
        layer=layer.id,
        kind="Dense" if layer.kind == "Output" else layer.kind,
        shape=shape,
        trainable=trainable,
        fixed=sum(weight.count for weight in weights) - trainable,
        multiply_adds=inference.multiply_adds.get(layer.id, 0),
        output_bytes=0 if shape is None else numbers(shape) * NUMBER,
    )


def bytes_text(size: int) -> str:
    """Bytes in at most three figures: ``72 B``, ``1.2 KB``, ``640 MB``."""
    amount, unit = float(size), 0
    while amount >= 999.5 and unit < len(_UNITS) - 1:
        amount, unit = amount / 1000, unit + 1
    return f"{amount:.0f} {_UNITS[unit]}" if amount >= 9.95 or unit == 0 else f"{amount:.1f} {_UNITS[unit]}"


def shape_text(shape: Shape | None) -> str:
    """The output of one sample: ``28 × 28 × 1``; a size that is not known is a question mark."""
    return UNKNOWN if shape is None else " × ".join(UNKNOWN if size is None else str(size) for size in shape[1:])


def _column(title: str, doc: str, count: Callable[[SummaryRow, int], int], *, memory: bool = False) -> SummaryColumn:
    def text(row: SummaryRow, batch: int) -> str:
        return bytes_text(count(row, batch)) if memory else f"{count(row, batch):,}"

    return SummaryColumn(title, doc, text, lambda row, batch: str(count(row, batch)))


# As a narrow pane shows them, what is looked at most first.
COLUMNS = (
    SummaryColumn("Layer", "The name of the layer.", lambda row, _: row.layer, lambda row, _: row.layer, number=False),
    SummaryColumn(
        "Output shape", "The shape of its output for one sample.",
        lambda row, _: shape_text(row.shape), lambda row, _: shape_text(row.shape), number=False,
    ),
    _column("Parameters", "All its weights.", lambda row, _: row.parameters),
    SummaryColumn("Kind", "Its class in Keras.", lambda row, _: row.kind, lambda row, _: row.kind, number=False),
    _column("Multiply-adds", "Multiplications by weights, each with its addition, for one sample.",
            lambda row, _: row.multiply_adds),
    _column("Weight memory", "Memory of its weights, in float32.", lambda row, _: row.weight_bytes, memory=True),
    _column("Sample memory", "Memory of its output for one sample, in float32.",
            lambda row, _: row.output_bytes, memory=True),
    _column("Batch memory", "Memory of its output for a batch of {0}, in float32.",
            lambda row, batch: row.output_bytes * batch, memory=True),
    _column("Trainable", "The weights that training changes by their gradient.", lambda row, _: row.trainable),
    _column("Non-trainable", "The weights that it does not, as the moving averages of a normalization.",
            lambda row, _: row.fixed),
)  # fmt: skip
# Written out, they stand as in Keras: the class beside the name.
_WRITTEN = tuple(COLUMNS[i] for i in (0, 3, 1, 2, 8, 9, 4, 5, 6, 7))
_NUMBERS = frozenset(i for i, column in enumerate(_WRITTEN) if column.number)


def summary_table(summary: Summary) -> TextTable:
    """*summary* for a person, in English as Keras's own."""
    rows = [[column.text(row, summary.batch) for column in _WRITTEN] for row in summary.rows]
    total = [column.text(summary.total, summary.batch) if column.number else "" for column in _WRITTEN]
    total[0] = summary.total.layer
    head = [f"{column.title} ({summary.batch})" if "Batch" in column.title else column.title for column in _WRITTEN]
    return TextTable(head, rows, _NUMBERS, total)


def summary_figures(summary: Summary) -> TextTable:
    """*summary* for a program: plain whole numbers, memory in bytes."""
    rows = [[column.value(row, summary.batch) for column in _WRITTEN] for row in summary.rows]
    head = [column.title.replace("memory", "bytes") for column in _WRITTEN]
    head[-1] += f" ({summary.batch})"
    return TextTable(head, rows, _NUMBERS)
