"""What the summary of a network says of each layer, and the sums."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from nnviz.network.facts import DataFacts
from nnviz.network.fit import fit_to_data
from nnviz.network.inference import infer
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.project.summary import Summary, bytes_text, shape_text, summary_figures, summary_of, summary_table
from nnviz.project.text_table import as_csv

from .examples import chain

FACTS = DataFacts((4,), "classes", 3)
NETWORK = chain(
    LayerSpec("in", "Input"),
    LayerSpec("wide", "Dense", {"units": 8}),
    LayerSpec("norm", "BatchNormalization"),
    LayerSpec("out", "Output"),
)


def of(network: NetworkSpec, facts: DataFacts | None = FACTS, batch: int = 32) -> Summary:
    fitted = fit_to_data(network, facts)
    return summary_of(fitted, infer(fitted), batch)


def test_every_figure_of_a_layer() -> None:
    summary = of(NETWORK)
    wide, norm = summary.rows[1:3]
    assert (wide.kind, wide.shape, wide.parameters, wide.multiply_adds) == ("Dense", (None, 8), 40, 32)
    assert (wide.weight_bytes, wide.output_bytes) == (160, 32)
    assert (norm.trainable, norm.fixed) == (16, 16)
    assert summary.rows[3].kind == "Dense"
    total = summary.total
    assert (total.trainable, total.fixed, total.parameters) == (40 + 16 + 27, 16, 99)
    assert total.output_bytes == 4 * (4 + 8 + 8 + 3)


def test_rows_stand_in_the_order_of_the_network() -> None:
    drawn = replace(NETWORK, layers=NETWORK.layers[::-1])
    assert [row.layer for row in of(drawn).rows] == ["in", "wide", "norm", "out"]


def test_what_is_not_known_is_a_question_mark_and_costs_nothing() -> None:
    summary = of(NETWORK, None)
    assert {row.shape for row in summary.rows} == {None}
    assert summary.total.parameters == summary.total.output_bytes == 0
    assert summary_table(summary).rows[1][2] == "?"
    cycle = replace(NETWORK, links=(*NETWORK.links, ("norm", "wide")))
    assert [row.layer for row in of(cycle).rows] == ["in", "wide", "norm", "out"]


def test_the_table_for_a_program_holds_whole_numbers() -> None:
    summary = of(NETWORK, batch=50)
    rows = list(csv.DictReader(io.StringIO(as_csv(summary_figures(summary)))))
    assert rows[1] == {
        "Layer": "wide", "Kind": "Dense", "Output shape": "8", "Parameters": "40", "Trainable": "40",
        "Non-trainable": "0", "Multiply-adds": "32", "Weight bytes": "160", "Sample bytes": "32",
        "Batch bytes (50)": "1600",
    }  # fmt: skip
    table = summary_table(summary)
    assert table.total is not None
    assert list(table.total)[3:7] == ["99", "83", "16", str(summary.total.multiply_adds)]
    assert summary.total.multiply_adds >= 32 + 24
    assert table.head[-1] == "Batch memory (50)"


@pytest.mark.parametrize(
    ("size", "text"),
    [(0, "0 B"), (999, "999 B"), (1000, "1.0 KB"), (9_960, "10 KB"), (999_499, "999 KB"), (999_500, "1.0 MB"),
     (640_000_000, "640 MB"), (12 * 10**15, "12000 TB")],
)  # fmt: skip
def test_bytes_in_a_few_figures(size: int, text: str) -> None:
    assert bytes_text(size) == text


def test_shapes_of_one_sample() -> None:
    assert shape_text((None, 28, 28, 1)) == "28 × 28 × 1"
    assert shape_text((None, None, 3)) == "? × 3"
