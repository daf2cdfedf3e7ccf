"""The sample itself as the target: in memory, streamed, and in the exported script."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from nnviz.data.lazy import LazyRows
from nnviz.data.load import load
from nnviz.data.script.script import data_script
from nnviz.data.spec import Builtin, Npz, Split
from nnviz.errors import BadInput

DIGITS = Builtin(name="digits", task="reconstruction", split=Split(validation=0.2, test=0.1))


def test_every_part_is_its_own_target():
    dataset = load(DIGITS, Path())
    for part in (dataset.train, dataset.validation, dataset.test):
        assert part is not None
        np.testing.assert_array_equal(part.y, np.asarray(part.x).reshape(part.rows, -1))
    facts = dataset.facts
    assert (facts.task, facts.outputs, facts.target_shape) == ("regression", 64, (8, 8, 1))
    assert facts.target_range == (0.0, 1.0)
    assert facts.class_names == ()


def test_no_label_is_asked_for(tmp_path: Path):
    """Labels that no task could be made of do not matter."""
    rng = np.random.default_rng(0)
    np.savez(tmp_path / "a.npz", x=rng.normal(size=(40, 3)), y=rng.normal(size=40))
    dataset = load(Npz(path="a.npz", task="reconstruction"), tmp_path)
    assert dataset.facts.outputs == 3


def test_large_samples_stay_on_the_disk_as_targets_too(tmp_path: Path):
    np.savez(tmp_path / "a.npz", x=np.random.default_rng(0).normal(size=(60, 4, 5)), y=np.arange(60) % 3)
    spec = Npz(path="a.npz", task="reconstruction")
    resident, streamed = load(spec, tmp_path), load(spec, tmp_path, most_bytes=0)
    assert isinstance(streamed.train.y, LazyRows)
    np.testing.assert_allclose(streamed.train.y[np.arange(10)], np.asarray(resident.train.y)[:10], rtol=1e-6)
    assert streamed.facts.target_range == pytest.approx(resident.facts.target_range, rel=1e-5)
    streamed.close()


def test_classes_cannot_be_balanced():
    with pytest.raises(BadInput, match="Only classes can be balanced"):
        load(Builtin(name="digits", task="reconstruction", balance="over"), Path())


def test_the_script_gives_the_same_arrays():
    dataset = load(DIGITS, Path())
    found: dict[str, Any] = {}
    exec(compile(data_script(DIGITS, dataset.facts, Path()), "script", "exec"), found)
    for name, part in (("train", dataset.train), ("val", dataset.validation), ("test", dataset.test)):
        assert part is not None
        np.testing.assert_allclose(found[f"x_{name}"], part.x, rtol=1e-6)
        np.testing.assert_allclose(found[f"y_{name}"], part.y, rtol=1e-6)


def test_classes_that_nobody_learns_are_known_to_whom_they_are_shown(tmp_path: Path):
    told, plain = load(DIGITS, Path(), traced=True), load(Builtin(name="digits", split=Split()), Path(), traced=True)
    assert load(DIGITS, Path()).labels is None
    assert plain.labels is None
    assert told.labels is not None
    assert told.labels.names == tuple("0123456789")
    assert told.origins is not None
    assert plain.origins is not None
    classes = {int(row): int(y) for row, y in zip(plain.origins.train, plain.train.y, strict=True)}
    known = [
        (classes[row], own) for row, own in zip(told.origins.train, told.labels.train, strict=True) if row in classes
    ]
    assert len(known) > 500
    assert all(a == b for a, b in known)
    np.savez(tmp_path / "a.npz", x=np.zeros((40, 3)), y=np.random.default_rng(0).normal(size=40))
    assert load(Npz(path="a.npz", task="reconstruction"), tmp_path, traced=True).labels is None
