"""The estimate of the memory against the engine itself."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from nnviz.engine.keras_setup import keras
from nnviz.training.memory import slots
from nnviz.training.optimizers import OPTIMIZERS
from nnviz.training.recipe import OptimizerSpec

OPTIONS = ({}, {"momentum": 0.9}, {"amsgrad": True}, {"centered": True}, {"use_ema": True, "momentum": 0.5})
OPTIONS += ({"gradient_accumulation_steps": 2},)


@pytest.mark.parametrize("kind", OPTIMIZERS)
def test_slots_are_what_keras_makes_of_an_optimizer(kind: str) -> None:
    known = {arg.name for arg in OPTIMIZERS[kind].args}
    model = keras.Sequential([keras.Input((200,)), keras.layers.Dense(300), keras.layers.Dense(200)])
    weights = model.count_params()
    for options in OPTIONS:
        args = {name: value for name, value in options.items() if name in known}
        optimizer = getattr(keras.optimizers, kind)(**args)
        optimizer.build(model.trainable_variables)
        numbers = sum(int(np.prod(variable.shape)) for variable in optimizer.variables)
        # Adafactor's rows and columns, and what Muon keeps of biases, come to little in wide layers.
        assert slots(OptimizerSpec(kind, args)) == pytest.approx(numbers / weights, abs=0.05), args


def dense(number: int, units: int, activation: str = "relu") -> dict:
    return {"id": f"h{number}", "kind": "Dense", "units": units, "activation": activation}


def chain(*layers: dict) -> dict:
    return {"layers": [{"id": "in", "kind": "Input"}, *layers, {"id": "out", "kind": "Output"}]}


def branches() -> dict:
    """Three wide arms with batch norm, joined, with dropout behind."""
    layers, links = [{"id": "in", "kind": "Input"}], []
    for i in range(3):
        layers += [dense(i, 800, "gelu"), {"id": f"n{i}", "kind": "BatchNormalization"}]
        links += [["in", f"h{i}"], [f"h{i}", f"n{i}"], [f"n{i}", "join"]]
    layers += [
        {"id": "join", "kind": "Concatenate"},
        {"id": "drop", "kind": "Dropout"},
        {"id": "out", "kind": "Output"},
    ]
    return {"layers": layers, "links": [*links, ["join", "drop"], ["drop", "out"]]}


def dropped() -> list[dict]:
    """Dense, dropout and batch norm, again and again."""
    layers = []
    for i in range(6):
        layers += [dense(i, 512), {"id": f"d{i}", "kind": "Dropout"}, {"id": f"n{i}", "kind": "BatchNormalization"}]
    return layers


# rows and features of the data, the layers, the recipe
CASES = {
    "tiny": ((4, 2), chain(dense(0, 32)), {}),
    "wide": ((3000, 784), chain(dense(0, 4096), dense(1, 4096)), {"batch_size": 128}),
    "wide, SGD": ((3000, 784), chain(dense(0, 4096), dense(1, 4096)), {"batch_size": 128, "optimizer": "SGD"}),
    "wide, Muon": ((500, 784), chain(dense(0, 2048), dense(1, 2048)), {"batch_size": 128, "optimizer": "Muon"}),
    "wide, averaged": (
        (1000, 784),
        chain(dense(0, 4096), dense(1, 4096)),
        {"batch_size": 128, "optimizer": {"kind": "AdamW", "use_ema": True}},
    ),
    "very wide": ((300, 784), chain(dense(0, 8192), dense(1, 8192)), {"batch_size": 64}),
    "deep": ((2000, 64), chain(*[dense(i, 512) for i in range(60)]), {"batch_size": 64}),
    "large batches": ((40_000, 100), chain(*[dense(i, 512) for i in range(10)]), {"batch_size": 20_000}),
    "large batches of many steps": (
        (40_000, 100),
        chain(*[dense(i, 512, "gelu") for i in range(10)]),
        {"batch_size": 20_000},
    ),
    "dropped and normalized": ((40_000, 100), chain(*dropped()), {"batch_size": 16_000}),
    "branches": ((20_000, 100), branches(), {"batch_size": 8192}),
    "large data": ((600_000, 200), chain(dense(0, 64), dense(1, 32)), {"batch_size": 1024}),
}
# What an engine does with a project, in a process of its own: the estimate, and the most memory it ever had, in bytes.
ENGINE = """
import json, os, resource, sys, time
from pathlib import Path
from nnviz.data.load import load
from nnviz.engine.session import Session
from nnviz.engine.showing.showing import Pictures
from nnviz.engine.process.warmup import warm_up
from nnviz.network.inference import infer
from nnviz.project.json_form import project_from_json
from nnviz.training.memory import estimate
from nnviz.training.messages import Watch

warm_up()
project = project_from_json(Path(sys.argv[1]).read_bytes())
dataset = load(project.data, Path(sys.argv[1]).parent)
session = Session(project, Path(), dataset)
pictures = Pictures(lambda event: None)
pictures.watch = Watch(cells=64, activity=True, layers=True, predictions=100)
pictures.show(session)
began = shown = time.monotonic()
while session.epoch < 2 or time.monotonic() - began < 15:
    session.advance(10**6)
    if time.monotonic() - shown > 1:
        pictures.show(session)
        shown = time.monotonic()
needed = estimate(session.network, infer(session.network), dataset.facts, session.recipe)
print(json.dumps([needed.total, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024]), flush=True)
os._exit(0)  # as the engine leaves: XLA may be compiling in the background
"""


@pytest.mark.nightly
@pytest.mark.parametrize("case", CASES)
def test_real_networks_take_no_more_than_estimated_and_not_far_less(case: str, tmp_path: Path) -> None:
    (rows, features), network, training = CASES[case]
    rng = np.random.default_rng(0)
    x, y = rng.random((rows, features), dtype=np.float32), np.arange(rows) % min(10, rows)
    np.savez(tmp_path / "data.npz", x=x, y=y)
    data = {"source": "npz", "path": "data.npz", "task": "classes", "split": {"validation": 0}}
    project = tmp_path / "project.json"
    project.write_text(json.dumps({"nnviz": 1, "network": network, "data": data, "training": training}))
    words = [sys.executable, "-c", ENGINE, str(project)]
    ran = subprocess.run(words, capture_output=True, text=True, timeout=900, check=False)
    assert ran.returncode == 0, ran.stderr[-2000:]
    estimated, measured = json.loads(ran.stdout.splitlines()[-1])
    print(f"{case}: {measured / 1e6:.0f} MB measured, {estimated / 1e6:.0f} MB estimated: {measured / estimated:.2f}")
    assert 0.5 < measured / estimated < 1.05
