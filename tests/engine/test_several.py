"""Several Inputs and Outputs: what each takes of the data, against the same model trained by Keras."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from nnviz.data.dataset import Dataset
from nnviz.data.spec import Builtin, Split, Table
from nnviz.engine.keras_setup import keras
from nnviz.engine.session import Session
from nnviz.errors import BadInput
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.project.project import Project
from nnviz.training.recipe import OptimizerSpec, Recipe, StopEarly

IRIS = Builtin(name="iris", split=Split(validation=0.2))
RECIPE = Recipe(epochs=3, batch_size=16, shuffle=False, seed=4, optimizer=OptimizerSpec("SGD", {"learning_rate": 0.1}))


def layer(name: str, kind: str, **args: Any) -> LayerSpec:
    return LayerSpec(name, kind, args)


def links(*pairs: str) -> tuple[tuple[str, str], ...]:
    return tuple((a, b) for a, b in (pair.split() for pair in pairs))


TWO_INPUTS = NetworkSpec(
    (
        layer("sepal", "Input", columns=("sepal length (cm)", "sepal width (cm)")),
        layer("petal", "Input", columns=("petal width (cm)",)),
        layer("h", "Dense", units=3, activation="tanh"),
        layer("both", "Concatenate"),
        layer("kind", "Output"),
        layer("aside", "Output", loss_weight=0.3),
    ),
    links("sepal h", "h both", "petal both", "both kind", "h aside"),
)


def session(network: NetworkSpec, data: Any = IRIS, recipe: Recipe = RECIPE, base: Path = Path()) -> Session:
    return Session(Project(network, data, recipe), base)


def trained(it: Session, epochs: int) -> dict[str, list[float]]:
    """The logs of *epochs* epochs."""
    found: dict[str, list[float]] = {}
    while True:
        piece = it.advance(epochs)
        for row in piece.rows.tolist():
            for key, value in zip(piece.keys, row, strict=True):
                found.setdefault(key, []).append(value)
        if piece.ending is not None:
            return found


def iris_parts(dataset: Dataset) -> tuple[Any, Any]:
    part = dataset.train
    x = np.asarray(part.x)
    return [x[:, :2], x[:, 3:]], [np.eye(3, dtype="f4")[part.y]] * 2


def test_each_input_takes_its_columns_and_each_output_has_the_loss_as_fit_has_it():
    ours = session(TWO_INPUTS)
    initial = ours.model.get_weights()
    logs = trained(ours, 3)
    sepal, petal = keras.Input((2,)), keras.Input((1,))
    h = keras.layers.Dense(3, activation="tanh")(sepal)
    kind = keras.layers.Dense(3, activation="softmax", name="kind")(keras.layers.Concatenate()([h, petal]))
    aside = keras.layers.Dense(3, activation="softmax", name="aside")(h)
    theirs = keras.Model([sepal, petal], [kind, aside])
    loss = "categorical_crossentropy"
    metrics = [["accuracy"], ["accuracy"]]
    theirs.compile(keras.optimizers.SGD(0.1), [loss, loss], metrics=metrics, loss_weights=[1.0, 0.3])
    theirs.set_weights(initial)
    x, y = iris_parts(ours.dataset)
    history = theirs.fit(x, y, batch_size=16, epochs=3, shuffle=False, verbose=0).history
    for key, values in history.items():
        np.testing.assert_array_equal(np.float32(logs[key]), np.float32(values), err_msg=key)
    for a, b in zip(ours.model.get_weights(), theirs.get_weights(), strict=True):
        np.testing.assert_array_equal(a, b)
    assert "val_kind_accuracy" in logs


def test_the_twin_that_xla_compiles_weighs_the_outputs_as_the_model_does():
    it = session(TWO_INPUTS)
    twin = it._twin()
    twin.set_weights(it.model.get_weights())
    x, y = it._feed.shaped(it.dataset.train.x), [np.eye(3)[it.dataset.train.y]] * 2
    ours, theirs = (model.evaluate(x, y, verbose=0, return_dict=True) for model in (it.model, twin))
    assert theirs == pytest.approx(ours)
    assert ours["loss"] == pytest.approx(ours["kind_loss"] + 0.3 * ours["aside_loss"], rel=0.01)
    it.close()


def test_the_first_output_speaks_for_the_network():
    ours = session(TWO_INPUTS)
    x, _ = iris_parts(ours.dataset)
    kind, aside = ours.model.predict(x, verbose=0)
    np.testing.assert_allclose(ours.predict(ours.dataset.train.x), kind, rtol=1e-5)
    assert not np.allclose(kind, aside)
    ours.layers()
    assert ours.predictions(9).outputs == 3


@pytest.fixture
def houses(tmp_path: Path) -> Table:
    """A table of two targets and an input of words."""
    rng = np.random.default_rng(1)
    rows = [
        f"{a:.3f},{'ABC'[i % 3]},{b:.3f},{a + b:.3f},{a - b:.3f}" for i, (a, b) in enumerate(rng.normal(size=(60, 2)))
    ]
    (tmp_path / "houses.csv").write_text("\n".join(["area,city,age,price,rent", *rows]) + "\n")
    return Table(path="houses.csv", target=("price", "rent"))


def test_outputs_can_answer_some_columns_of_the_target_each(houses: Table, tmp_path: Path):
    network = NetworkSpec(
        (
            layer("place", "Input", columns=("city",)),
            layer("rest", "Input", columns=("age", "area")),
            layer("both", "Concatenate"),
            layer("rent", "Output", targets=("rent",)),
            layer("price", "Output", targets=("price",)),
        ),
        links("place both", "rest both", "both rent", "both price"),
    )
    ours = session(network, houses, base=tmp_path)
    assert [tuple(x.shape) for x in ours.model.inputs] == [(None, 3), (None, 2)]
    features = ours.dataset.facts.feature_names
    x = np.asarray(ours.dataset.train.x)
    city = [i for i, name in enumerate(features) if name.startswith("city")]
    order = [features.index("age"), features.index("area")]
    rent, price = ours.model.predict([x[:, city], x[:, order]], verbose=0)
    # In the order of the target's columns, whichever Output answers them.
    np.testing.assert_allclose(ours.predict(x), np.hstack([price, rent]), rtol=1e-5)
    y = ours.dataset.train.y
    logs = ours.evaluate("train")
    assert logs["price_mae"] == pytest.approx(np.abs(price[:, 0] - y[:, 0]).mean(), rel=1e-5)
    assert logs["rent_mae"] == pytest.approx(np.abs(rent[:, 0] - y[:, 1]).mean(), rel=1e-5)
    logs = trained(ours, 2)
    assert len(logs["rent_loss"]) == 2


def test_one_output_may_answer_the_columns_of_the_target_in_an_order_of_its_own(houses: Table, tmp_path: Path):
    network = NetworkSpec((layer("in", "Input"), layer("out", "Output", targets=("rent", "price"))), links("in out"))
    ours = session(network, houses, base=tmp_path)
    x, y = ours.dataset.train.x, ours.dataset.train.y
    rent, price = ours.model.predict(x, verbose=0).T
    np.testing.assert_allclose(ours.predict(x), np.stack([price, rent], axis=1), rtol=1e-5)
    expected = np.abs(np.stack([price, rent], axis=1) - y).mean()
    assert ours.evaluate("train")["mae"] == pytest.approx(expected, rel=1e-5)


def test_what_does_not_go_together_is_said(houses: Table, tmp_path: Path):
    def network(*targets: str, column: str = "age") -> NetworkSpec:
        return NetworkSpec(
            (
                layer("in", "Input", columns=(column,)),
                *(layer(f"out_{i}", "Output", targets=(target,)) for i, target in enumerate(targets)),
            ),
            tuple(("in", f"out_{i}") for i in range(len(targets))),
        )

    for targets in (("rent", "rent"), ("rent",)):
        with pytest.raises(BadInput, match="No Output answers price"):
            session(network(*targets), houses, base=tmp_path)
    with pytest.raises(BadInput, match="out_1 names the column rant, but the data have none"):
        session(network("price", "rant"), houses, base=tmp_path)
    with pytest.raises(BadInput, match="in names the column aeg"):
        session(network("price", "rent", column="aeg"), houses, base=tmp_path)
    recipe = Recipe(stop_early=StopEarly(monitor="val_mae"))
    with pytest.raises(BadInput, match="val_mae, which this run does not measure"):
        session(network("price", "rent"), houses, recipe, base=tmp_path)


@pytest.mark.parametrize("loss", ["mse", "binary_crossentropy"])
def test_a_network_learns_to_give_back_its_input(loss: str):
    data = Builtin(name="digits", task="reconstruction", split=Split(validation=0.2))
    network = NetworkSpec(
        (
            layer("in", "Input"),
            layer("code", "Dense", units=8, activation="relu"),
            layer("out", "Output", activation="sigmoid"),
        ),
        links("in code", "code out"),
    )
    ours = session(network, data, Recipe(epochs=4, loss=loss))
    logs = trained(ours, 4)
    assert logs["loss"][-1] < 0.9 * logs["loss"][0]
    x = np.asarray(ours.dataset.train.x).reshape(-1, 64)
    if loss == "mse":
        assert ours.evaluate("train")["loss"] == pytest.approx(
            ((ours.predict(ours.dataset.train.x) - x) ** 2).mean(), rel=1e-4
        )
