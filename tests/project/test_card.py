"""The card of a preparation: done again with numpy as its page says, it gives the inputs that nnviz makes."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from nnviz.data.load import load
from nnviz.data.preparation.steps import Fill, ScaleColumns
from nnviz.data.rows import read_inputs
from nnviz.data.spec import Builtin, DataSpec, Images, Series, Table
from nnviz.errors import BadInput
from nnviz.network.fit import fit_to_data
from nnviz.network.names import keras_names
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.project import lessons
from nnviz.project.card import card_path, card_text
from nnviz.project.project import Project

from .examples import small_network

PAGE = Path(__file__).parents[2] / "docs" / "preparation-card.md"


def made(spec: DataSpec, base: Path, network: NetworkSpec | None = None) -> tuple[dict[str, Any], Any]:
    """The card as it is read from its file, and the preparation."""
    project = Project(network or small_network(), spec)
    dataset = load(spec, base)
    text = card_text(project, dataset, fit_to_data(project.network, dataset.facts))
    return json.loads(text), dataset.preparation


@pytest.mark.parametrize(
    ("name", "suffix", "expected"),
    [
        ("net.keras", ".keras", "net.preparation.json"),
        ("net.weights.h5", ".weights.h5", "net.preparation.json"),
        ("net.h5", ".weights.h5", "net.preparation.json"),
        ("net.v1.2", ".npz", "net.v1.2.preparation.json"),
        (".npz", ".npz", ".npz.preparation.json"),
    ],
)
def test_it_has_the_name_of_what_it_lies_beside(name: str, suffix: str, expected: str) -> None:
    assert card_path(Path("results") / name, suffix) == Path("results") / expected


@pytest.mark.parametrize("color", ["grey", "rgb"])
def test_a_picture_prepared_as_the_page_says(tmp_path: Path, color: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from PIL import Image

    dice = np.random.default_rng(0)
    for name in ("cat", "dog"):
        (tmp_path / "all" / name).mkdir(parents=True)
        for i in range(4):
            Image.fromarray(dice.integers(0, 256, (9, 12, 3), dtype=np.uint8)).save(
                tmp_path / "all" / name / f"{i}.png"
            )
    Image.fromarray(dice.integers(0, 256, (20, 15, 3), dtype=np.uint8)).save(tmp_path / "new.png")
    spec = Images(folder="all", size=(6, 5), color=color)
    card, preparation = made(spec, tmp_path)
    assert (card["color"], card["class_names"]) == (color, ["cat", "dog"])
    found = re.findall(r"```python\n(from PIL.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {"np": np, "card": card}
    exec(compile(found[0], str(PAGE), "exec"), names)
    np.testing.assert_allclose(names["x"], read_inputs(spec, tmp_path, Path("new.png"), preparation), rtol=1e-6)


@pytest.mark.parametrize("steps", [(), (Fill(("a",)), ScaleColumns(("b",), how="log"), ScaleColumns(how="standard"))])
def test_a_series_prepared_as_the_page_says(tmp_path: Path, steps: tuple[Fill | ScaleColumns, ...]) -> None:
    lines = [f"{i % 7},{'' if steps and i == 40 else np.sin(i)},{i**1.5}" for i in range(90)]
    (tmp_path / "s.csv").write_text("c,a,b\n" + "\n".join(lines) + "\n")
    spec = Series(path="s.csv", columns=("a", "b"), window=4, horizon=3, steps=steps)
    card, preparation = made(spec, tmp_path)
    columns = []
    for column in card["columns"]:
        cells = [lines[i].split(",")[column["position"]] for i in range(90)]
        x = np.array([np.nan if cell in card["missing"] else float(cell) for cell in cells])
        for operation in column["numbers"]:
            if operation["do"] == "fill":
                x = np.where(np.isnan(x), operation["value"], x)
            elif operation["do"] == "log1p":
                x = np.log1p(x)
            else:
                x = (x - operation["shift"]) / operation["factor"]
        columns.append(x)
    view = np.lib.stride_tricks.sliding_window_view(np.stack(columns, axis=1), card["window"], axis=0)
    x = view.transpose(0, 2, 1)
    if card["factor"]:
        x = (x - card["shift"]) / card["factor"]
    assert card["horizon"] == 3
    np.testing.assert_allclose(x, read_inputs(spec, tmp_path, Path("s.csv"), preparation), rtol=1e-5, atol=1e-6)


def test_rows_of_pixels_are_scaled_as_pictures(tmp_path: Path) -> None:
    rows = np.random.default_rng(1).integers(0, 256, (30, 13))
    rows[:, -1] = np.arange(30) % 3
    np.savetxt(tmp_path / "p.csv", rows, fmt="%d", delimiter=",")
    card, _ = made(Table(path="p.csv", image_shape=(3, 4, 1)), tmp_path)
    assert (card["input_shape"], card["shift"], card["factor"]) == ([3, 4, 1], [0.0], [255.0])
    assert [column["name"] for column in card["columns"]] == [f"column {i}" for i in range(12)]
    assert not any(column["numbers"] for column in card["columns"])


def test_several_inputs_and_outputs_name_what_they_take(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(
        "size,kind,price,rent\n" + "".join(f"{i},{'ab'[i % 2]},{i * 2}.5,{i}.5\n" for i in range(40))
    )
    layers = (
        LayerSpec("the kind", "Input", {"columns": ("kind",)}),
        LayerSpec("size", "Input", {"columns": ("size",)}),
        LayerSpec("both", "Concatenate"),
        LayerSpec("rent", "Output", {"targets": ("rent",)}),
        LayerSpec("price", "Output", {"targets": ("price",)}),
    )
    links = (("the kind", "both"), ("size", "both"), ("both", "rent"), ("both", "price"))
    card, _ = made(Table(path="t.csv", target=("price", "rent")), tmp_path, NetworkSpec(layers, links))
    assert card["inputs"] == [
        {"layer": "the_kind", "shape": [2], "features": [1, 2]},
        {"layer": "size", "shape": [1], "features": [0]},
    ]
    assert card["outputs"] == [{"layer": "rent", "targets": [1]}, {"layer": "price", "targets": [0]}]
    assert card["target_names"] == ["price", "rent"]


def test_bundled_data_have_columns_too(tmp_path: Path) -> None:
    card, preparation = made(Builtin(name="iris"), tmp_path)
    scaling = [column["numbers"][0] for column in card["columns"]]
    assert [one["shift"] for one in scaling] == list(preparation.shift)
    assert [one["factor"] for one in scaling] == list(preparation.factor)
    assert (card["factor"], len(card["columns"])) == ([], 4)


def test_of_a_generator_it_names_the_noise_and_the_layer_that_answers_with_samples() -> None:
    project = lessons.project("generator-against-discriminator")
    dataset = load(project.data, Path())
    fitted = fit_to_data(project.network, dataset.facts)
    card = json.loads(card_text(project, dataset, fitted))
    (given,), layer = card["inputs"], card["generated"]["layer"]
    assert (given["noise"], given["features"]) == ("normal", [])
    assert layer in keras_names(fitted).values()
    assert card["generated"]["shape"] == card["input_shape"] == list(dataset.facts.input_shape)
    assert (card["task"], card["class_names"]) == ("binary", ["generated", "real"])


def test_a_network_without_data_has_none(tmp_path: Path) -> None:
    dataset = load(Builtin(name="xor"), tmp_path)
    with pytest.raises(BadInput, match="choose some data first"):
        card_text(Project(small_network()), dataset, small_network())
