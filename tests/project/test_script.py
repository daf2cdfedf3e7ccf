"""The standalone script, run by itself, against the engine: the same weights."""

from __future__ import annotations

import contextlib
import io
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from nnviz.data.preparation.steps import Encode, ScaleColumns
from nnviz.data.spec import Builtin, Split, Table
from nnviz.errors import BadInput
from nnviz.network.spec import LayerSpec, NetworkSpec
from nnviz.project.project import Project
from nnviz.project.script import project_script
from nnviz.training.order import epoch_orders
from nnviz.training.recipe import OptimizerSpec, Recipe, ReduceOnPlateau, StopEarly

from .examples import chain, small_network, xor

# Keras 3.15 makes arrays of its variables in a way that NumPy 2 frowns upon.
pytestmark = pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")
# One in a process of its own, where nothing but the script can be at work; the others where Keras is loaded.
ALONE = ("xor",)
LONG = (
    "digits, read row by row", "digits, longer than a block of orders", "diabetes, as the rows stand",
    "larger than can be drawn in blocks", "normalized, with activations made of layers",
)  # fmt: skip
SAVE_WEIGHTS = 'np.savez("weights.npz", *model.get_weights())\n'
DROPPING = chain(
    LayerSpec("in", "Input"),
    LayerSpec("first layer", "Dense", {"units": 16, "activation": "relu", "kernel_initializer": "he_normal"}),
    LayerSpec("drop", "Dropout", {"rate": 0.3}),
    LayerSpec("model", "BatchNormalization"),
    LayerSpec("2", "Dense", {"units": 6, "activation": "tanh", "kernel_regularizer": "l2"}),
    LayerSpec("out", "Output", {"activation": "softmax"}),
)
BRANCHED = NetworkSpec(
    (
        LayerSpec("in", "Input", {"shape": (64,)}),
        LayerSpec("a", "Dense", {"units": 5, "activation": "relu"}),
        LayerSpec("b", "Dense", {"units": 5, "activation": "relu"}),
        LayerSpec("sum", "Add"),
        LayerSpec("all", "Concatenate"),
        LayerSpec("out", "Output"),
    ),
    (("in", "a"), ("in", "b"), ("a", "sum"), ("b", "sum"), ("sum", "all"), ("a", "all"), ("all", "out")),
)
NORMALIZED = chain(
    LayerSpec("in", "Input"),
    LayerSpec("norm", "Normalization"),
    LayerSpec("largest", "Maxout", {"units": 6, "pieces": 3, "kernel_initializer": {"kind": "constant", "value": 0.1},
                                    "kernel_regularizer": {"kind": "l2", "l2": 0.02}}),
    LayerSpec("learned", "Dense", {"units": 6, "activation": "prelu", "kernel_constraint": "max_norm"}),
    LayerSpec("on or off", "Dense", {"units": 5, "activation": "step", "use_bias": False}),
    LayerSpec("leaky", "Dense", {"units": 5, "activation": {"kind": "leaky_relu", "negative_slope": 0.3}}),
    LayerSpec("out", "Output"),
)  # fmt: skip
READING = chain(
    LayerSpec("in", "Input", {"shape": (8, 8)}),
    LayerSpec("look", "MultiHeadAttention", {"key_dim": 3, "use_causal_mask": True}),
    LayerSpec("both ways", "Bidirectional",
              {"layer": {"kind": "GRU", "units": 4, "return_sequences": True, "dropout": 0.2}, "merge_mode": "sum"}),
    LayerSpec("each", "TimeDistributed", {"layer": {"kind": "Dense", "units": 3, "activation": "relu"}}),
    LayerSpec("flat", "Flatten"),
    LayerSpec("out", "Output"),
)  # fmt: skip
SEVERAL = NetworkSpec(
    (
        LayerSpec("colour", "Input", {"columns": ("colour",)}),
        LayerSpec("kind", "Input", {"columns": ("kind",)}),
        LayerSpec("norm", "Normalization"),
        LayerSpec("both", "Concatenate"),
        LayerSpec("hidden", "Dense", {"units": 6, "activation": "tanh"}),
        LayerSpec("heavy", "Output", {"targets": ("weight",)}),
        LayerSpec("tall", "Output", {"targets": ("height",), "loss_weight": 0.5}),
    ),
    (("colour", "norm"), ("norm", "both"), ("kind", "both"), ("both", "hidden"), ("hidden", "heavy"),
     ("hidden", "tall")),
)  # fmt: skip
COSINE = {"kind": "CosineDecay", "initial_learning_rate": 0.05, "decay_steps": 60, "alpha": 0.1}
CASES = {
    "xor": xor(epochs=40),
    "iris, with dropout, stopped early": Project(
        DROPPING,
        Builtin(name="iris", scale="standard", split=Split(validation=0.2, test=0.1, seed=4)),
        Recipe(
            epochs=60,
            batch_size=16,
            seed=11,
            optimizer=OptimizerSpec("Adam", {"learning_rate": 0.03}),
            stop_early=StopEarly(patience=4),
            reduce_on_plateau=ReduceOnPlateau(patience=2, factor=0.5),
        ),
    ),
    "a table of words and numbers": Project(
        small_network(),
        Table(path="people.csv", target="kind", balance="weights", split=Split(validation=0.25)),
        Recipe(epochs=8, batch_size=10, seed=2, optimizer=OptimizerSpec("SGD", {"momentum": 0.9}),
               class_weight={"tall": 2.0}),
    ),
    "a table through steps, parted by time": Project(
        small_network(),
        Table(
            path="people.csv", target="kind", balance="over",
            split=Split(validation=0.2, test=0.2, by_time="weight"),
            steps=(Encode(("colour",), how="label"), ScaleColumns(("height",), how="log"), ScaleColumns(how="minmax")),
        ),
        Recipe(epochs=3, batch_size=10, seed=3, optimizer=OptimizerSpec("SGD", {"learning_rate": 0.1})),
    ),
    "digits, longer than a block of orders": Project(
        BRANCHED,
        Builtin(name="digits", split=Split(validation=0.0)),
        Recipe(epochs=3, batch_size=100, seed=5, loss="sparse_categorical_crossentropy",
               optimizer=OptimizerSpec("RMSprop", {"learning_rate": COSINE, "clipnorm": 1.0})),
    ),
    "diabetes, as the rows stand": Project(
        small_network(activation="relu"),
        Builtin(name="diabetes", scale="minmax", split=Split(test=0.2)),
        Recipe(epochs=4, shuffle=False, loss="huber", metrics=("mae", "mse")),
    ),
    "normalized, with activations made of layers": Project(
        NORMALIZED,
        Builtin(name="iris", split=Split(validation=0.2)),
        Recipe(epochs=4, batch_size=16, seed=6, class_weight={"virginica": 1.5}),
    ),
    "digits, read row by row": Project(
        READING, Builtin(name="digits"), Recipe(epochs=1, batch_size=300, seed=7)
    ),
    "two inputs and two outputs": Project(
        SEVERAL,
        Table(path="people.csv", target=("weight", "height"), split=Split(validation=0.2, test=0.2)),
        Recipe(epochs=5, batch_size=10, seed=8, metrics=("mae",)),
    ),
    "larger than can be drawn in blocks": Project(
        small_network(2),
        Builtin(name="blobs", samples=5200, split=Split(validation=0.1)),
        Recipe(epochs=2, batch_size=1000, seed=9),
    ),
}  # fmt: skip


def write_people(folder: Path) -> None:
    dice = np.random.default_rng(4)
    rows = ["height,colour,weight,kind"]
    for number in range(83):
        tall = number % 3 == 0
        colour = ("red", "green", "blue")[int(dice.integers(3))]
        rows.append(
            f"{150 + 30 * tall + dice.normal():.1f},{colour},{60 + dice.normal():.2f},{'tall' if tall else 'no'}"
        )
    (folder / "people.csv").write_text("\n".join(rows) + "\n")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("scripts")
    write_people(folder)
    return folder


def run_alone(name: str, folder: Path) -> list[np.ndarray]:
    """The weights with which the script ends in a process and a folder of its own, where there is no nnviz."""
    own = folder / "alone"
    own.mkdir(exist_ok=True)
    (own / "script.py").write_text(project_script(CASES[name], folder) + SAVE_WEIGHTS)
    command = [sys.executable, "-P", "script.py"]
    ran = subprocess.run(command, cwd=own, capture_output=True, text=True, timeout=120)
    assert ran.returncode == 0, ran.stderr[-2000:]
    assert (own / "model.keras").is_file()
    with np.load(own / "weights.npz") as found:
        return [found[key] for key in found.files]


def run_here(project: Project, folder: Path) -> dict[str, Any]:
    """All that the script defines, run in this process, where Keras is loaded already."""
    here = folder / "here"
    here.mkdir(exist_ok=True)
    with contextlib.chdir(here), contextlib.redirect_stdout(io.StringIO()):
        names: dict[str, Any] = {"__name__": "__main__"}
        exec(compile(project_script(project, folder), "script.py", "exec"), names)
    return names


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=[pytest.mark.nightly] if name in LONG else []) for name in CASES]
)
def test_a_script_ends_with_the_weights_of_the_engine(folder: Path, name: str):
    from nnviz.engine.session import Session

    session = Session(CASES[name], folder)
    while session.advance(CASES[name].training.epochs).ending is None:
        pass
    ours = session.model.get_weights()
    theirs = run_alone(name, folder) if name in ALONE else run_here(CASES[name], folder)["model"].get_weights()
    assert len(ours) == len(theirs)
    for mine, other in zip(ours, theirs, strict=True):
        np.testing.assert_allclose(other, mine, rtol=0, atol=1e-6)


def test_the_orders_go_on_beyond_the_epochs_that_are_drawn_together(folder: Path):
    rows = run_here(xor(epochs=1, seed=6), folder)["rows"]
    found = []
    for epoch in range(600):
        rows.begin(epoch)
        found.append(rows.order)
    np.testing.assert_array_equal(found, epoch_orders(6, 0, 600, 4))


@pytest.mark.parametrize("name", CASES)
def test_a_script_is_clean_python_that_names_nothing_of_nnviz(folder: Path, name: str):
    script = project_script(CASES[name], folder)
    compile(script, "script.py", "exec")
    assert "import nnviz" not in script
    assert "from nnviz" not in script
    assert max(len(line) for line in script.splitlines()) <= 200


def test_a_script_says_what_it_needs(folder: Path):
    needed = {name: project_script(project, folder).split("\n")[0] for name, project in CASES.items()}
    assert needed["xor"].endswith('It needs: pip install tensorflow"""')
    steps = needed["a table through steps, parted by time"]
    assert steps.endswith('It needs: pip install tensorflow pandas imbalanced-learn"""')


def test_only_the_order_that_is_needed_is_written(folder: Path):
    scripts = {name: project_script(project, folder) for name, project in CASES.items()}
    assert "permuted" in scripts["xor"]
    assert "permuted" not in scripts["larger than can be drawn in blocks"]
    assert "Shuffled" not in scripts["diabetes, as the rows stand"]


def test_what_cannot_be_trained_is_not_written(folder: Path):
    with pytest.raises(BadInput, match="choose some"):
        project_script(Project(small_network()), folder)
    lonely = chain(LayerSpec("in", "Input"))
    with pytest.raises(BadInput, match="no Output"):
        project_script(Project(lonely, Builtin(name="xor")), folder)
    with pytest.raises(BadInput, match="names the class '9', but the classes are 0, 1"):
        project_script(xor(class_weight={"9": 2.0}), folder)
