"""Rows that stay on the disk: every batch is the one that belongs there, and training on them is that of ``fit``."""

from __future__ import annotations

import gc
import os
import threading
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nnviz.data.lazy import Derived, FileRows, LazyRows, Picked
from nnviz.data.load import load
from nnviz.data.spec import Npz, Split
from nnviz.engine.keras_setup import keras, tf
from nnviz.engine.loop.fused import FusedLoop
from nnviz.engine.loop.rows import Rows
from nnviz.engine.loop.streaming import StreamedRows
from nnviz.engine.process.datasets import Datasets
from nnviz.engine.session import Session
from nnviz.engine.targets import encoded
from nnviz.errors import BadInput
from nnviz.network.facts import DataFacts
from nnviz.training.order import BlockOrder
from tests.engine import oracle
from tests.engine.projects import hidden, project, train

ROWS, BLOCKS, SEED = 103, (7, 3), 4
X = np.random.default_rng(0).normal(size=(ROWS, 5)).astype(np.float32)
Y = np.eye(3, dtype=np.float32)[np.arange(ROWS) % 3]
WEIGHT = np.linspace(0.5, 2, ROWS, dtype=np.float32)


def streamed(batch_size: int = 8, **options: Any) -> StreamedRows:
    return StreamedRows(X, Y, WEIGHT, batch_size=batch_size, seed=SEED, **{"blocks": BLOCKS, **options})


def order_of(epoch: int, seed: int | None = SEED) -> np.ndarray:
    order = BlockOrder(ROWS, *BLOCKS, seed)
    return np.concatenate([order.group_rows(epoch, group) for group in range(order.groups)])


def assert_rows(tensors: Any, numbers: np.ndarray) -> None:
    for tensor, whole in zip(tensors, (X, Y, WEIGHT), strict=True):
        np.testing.assert_array_equal(tensor.numpy(), whole[numbers])


@given(st.integers(1, 130), st.lists(st.tuples(st.integers(0, 3), st.integers(0, 110), st.integers(1, 9)), max_size=6))
@settings(max_examples=30)
def test_any_batches_of_any_epoch_can_be_asked_for(batch_size: int, wishes: list[tuple[int, int, int]]) -> None:
    rows = streamed(batch_size)
    size = min(batch_size, ROWS)
    for epoch, first, count in wishes:
        first %= rows.batch_count
        stop = min(first + count, rows.batch_count)
        assert_rows(rows.batches(epoch, first, stop), order_of(epoch)[first * size : stop * size])
        assert_rows(rows.in_order(first, stop), np.arange(ROWS)[first * size : stop * size])
    rows.close()


def test_an_epoch_step_by_step_is_the_whole_epoch() -> None:
    rows = streamed()
    for epoch in (0, 1):
        steps = [rows.batches(epoch, i, i + 1) for i in range(rows.batch_count)]
        assert_rows([np_of(tensors) for tensors in zip(*steps, strict=True)], order_of(epoch))
        assert len(steps[-1][0]) == ROWS % 8
    rows.close()


def np_of(tensors: Any) -> Any:
    return tf.concat(tensors, 0)


def test_without_shuffling_every_epoch_is_in_order() -> None:
    rows = streamed(shuffle=False)
    assert_rows(rows.batches(3, 0, rows.batch_count), np.arange(ROWS))
    rows.close()


def test_nests_and_types_are_those_of_rows_in_memory() -> None:
    x, y = {"a": X.astype(np.float64), "b": (X > 0)}, (np.arange(ROWS, dtype=np.int32), Y)
    ours, theirs = StreamedRows(x, y, None, batch_size=9, shuffle=False), Rows(x, y, None)
    assert (ours.count, ours.streamed, theirs.streamed) == (theirs.count, True, False)
    assert ours.specs(None) == theirs.specs(None)
    assert ours.specs(4) == theirs.specs(4)
    packed = ours.packed(ours.in_order(0, 2))
    expected = theirs.packed([tensor[:18] for tensor in theirs.tensors])
    tf.nest.assert_same_structure(packed, expected)
    for a, b in zip(tf.nest.flatten(packed), tf.nest.flatten(expected), strict=True):
        if b is not None:
            np.testing.assert_array_equal(a.numpy(), b.numpy())
    ours.close()


def test_rows_picked_from_a_file_are_read_as_they_lie_there(tmp_path: Path) -> None:
    whole = np.arange(600, dtype=np.float64).reshape(200, 3)
    (tmp_path / "a").write_bytes(whole.tobytes())
    chosen = np.random.default_rng(0).permutation(200)[:ROWS]
    x = Derived(Picked(FileRows.of_file(tmp_path / "a", 0, whole.shape, "f8"), chosen), lambda r: r * 2, (3,), "f4")
    rows = StreamedRows(x, np.arange(ROWS), batch_size=8, seed=SEED, blocks=BLOCKS)
    disk = np.argsort(chosen)
    samples, numbers = rows.batches(1, 0, rows.batch_count)
    np.testing.assert_array_equal(numbers, disk[order_of(1)])  # each target stays with its sample
    np.testing.assert_array_equal(samples, whole[chosen][numbers] * 2)
    np.testing.assert_array_equal(rows.in_order(0, rows.batch_count)[1], disk)
    rows.close()


# ---------------------------------------------------------------- reading ahead


class Watched(LazyRows):
    """Rows that tell when they are read, and wait for leave."""

    def __init__(self) -> None:
        super().__init__(X.shape, X.dtype)
        self.reads: list[int] = []
        self.leave = threading.Event()
        self.leave.set()
        self.error: Exception | None = None

    def read(self, first: int, stop: int) -> Any:
        return self.take(np.arange(first, stop))

    def pieces(self, rows: Any) -> Any:
        assert self.leave.wait(20)
        self.reads.append(len(rows))
        if self.error is not None:
            raise self.error
        yield np.arange(len(rows)), X[rows]


def reading() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == "nnviz-reading-ahead"]


def finished_reading() -> None:
    for thread in reading():
        thread.join(20)


def test_one_group_is_read_ahead_and_then_nothing_runs() -> None:
    x = Watched()
    rows = StreamedRows(x, Y, batch_size=7, seed=SEED, blocks=BLOCKS)
    for batch in range(3):  # the batches of the first group
        rows.batches(0, batch, batch + 1)
        finished_reading()
        assert len(x.reads) == 2
        assert reading() == []
    rows.batches(0, 3, 4)
    finished_reading()
    assert len(x.reads) == 3
    for batch in range(3, rows.batch_count):
        rows.batches(0, batch, batch + 1)
    finished_reading()
    assert len(x.reads) == 6  # five groups, and the first one of the next epoch
    rows.batches(1, 0, 1)
    finished_reading()
    assert len(x.reads) == 7
    rows.close()


def test_who_must_not_wait_is_told_whether_the_rows_are_there() -> None:
    x = Watched()
    x.leave.clear()
    rows = StreamedRows(x, Y, batch_size=8, seed=SEED, blocks=BLOCKS)
    for epoch in (0, None):
        assert not rows.ready(epoch, 0, 1, 0.0)
    x.leave.set()
    assert rows.ready(0, 0, 1, 20)
    assert rows.ready(None, 0, 1, 20)
    assert rows.ready(0, 0, 1, 0.0)
    rows.close()


def test_closing_waits_for_who_is_reading_and_rows_that_are_let_go_leave_no_thread() -> None:
    x = Watched()
    rows = StreamedRows(x, Y, batch_size=8, seed=SEED, blocks=BLOCKS)
    rows.batches(0, 0, 1)
    rows.close()
    assert reading() == []
    rows.batches(0, 0, 1)
    del rows
    gc.collect()
    finished_reading()
    assert reading() == []


def test_what_goes_wrong_while_reading_is_raised_where_the_rows_are_asked_for() -> None:
    x = Watched()
    rows = StreamedRows(x, Y, batch_size=8, seed=SEED, blocks=BLOCKS)
    x.error = BadInput("The file has gone.")
    for _ in range(2):
        with pytest.raises(BadInput, match="The file has gone"):
            rows.batches(0, 0, 1)
    x.error = None
    np.testing.assert_array_equal(rows.batches(0, 0, 1)[0], X[order_of(0)[:8]])
    rows.close()


# ---------------------------------------------------------------- training


def classifier(middle: Any = None, seed: int = 1) -> Any:
    middle = middle or (lambda: ())
    return oracle.model(optimizer=lambda: keras.optimizers.Adam(0.01), middle=middle, seed=seed)


@pytest.mark.parametrize("middle", [None, lambda: (keras.layers.Dropout(0.3, seed=5),)])
def test_training_is_that_of_fit_on_the_same_rows_in_the_same_order(middle: Any) -> None:
    made, theirs = classifier(middle), classifier(middle)
    held = StreamedRows(X[:20], Y[:20], batch_size=8, blocks=BLOCKS)
    loop = FusedLoop(made, streamed(), held, batch_size=8, seed=SEED)
    history: dict[str, list[float]] = {}
    expected: dict[str, list[float]] = {}
    for epoch in range(2):
        while loop.batch < loop.batches:
            loop.run_batches(1 if epoch == 0 else 5)
        while loop.validated < loop.validation_batches:
            loop.run_validation(2)
        for key, value in zip(loop.keys, loop.end_epoch().rows[0], strict=True):
            history.setdefault(key, []).append(float(value))
        order = order_of(epoch)
        data = oracle.Data(X[order], Y[order], WEIGHT[order], (X[:20], Y[:20]))
        for key, values in oracle.fit(theirs, data, 1).items():
            expected.setdefault(key, []).extend(values)
    oracle.assert_same_history(history, expected)
    oracle.assert_same_weights(made, theirs)
    assert loop.evaluate(streamed()) == pytest.approx(
        theirs.evaluate(X, Y, sample_weight=WEIGHT, batch_size=8, verbose=0, return_dict=True), rel=1e-6
    )


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    rng = np.random.default_rng(1)
    x = rng.normal(size=(200, 4)) * 3 + 10
    np.savez(tmp_path / "a.npz", x=x, y=(x[:, 0] > x[:, 1]).astype(int) + (x[:, 2] > 11))
    return tmp_path


def session_of(archive: Path, most_bytes: int | None = 0, **recipe: Any) -> Session:
    spec = Npz(path="a.npz", split=Split(validation=0.2, test=0.1))
    made = project(hidden(), data=spec, batch_size=16, **recipe)
    return Session(made, archive, load(spec, archive, most_bytes=most_bytes))


def weights_of(session: Session) -> list[np.ndarray]:
    return [np.asarray(variable).copy() for variable in session.model.variables]


def test_a_session_streams_and_learns_as_one_in_memory_does(archive: Path) -> None:
    ours, theirs = session_of(archive), session_of(archive, None)
    assert (ours.dataset.streamed, theirs.dataset.streamed) == (True, False)
    assert (ours.execution.streamed, theirs.execution.streamed) == (True, False)
    ours.step()  # one batch, then the rest
    assert ours.batch == 1
    pieces = [train(session, 12) for session in (ours, theirs)]
    assert [piece.ending for piece in pieces] == ["finished", "finished"]
    for part in ("train", "validation", "test"):
        mine, other = ours.evaluate(part), theirs.evaluate(part)
        assert mine.keys() == other.keys()
        assert mine["loss"] == pytest.approx(other["loss"], rel=0.2)
    mine, other = ours.predict(ours.dataset.test.x), ours.predict(theirs.dataset.test.x)
    np.testing.assert_allclose(mine, other, rtol=1e-4, atol=1e-6)
    assert ours.activity().layers.keys() >= {"h1", "out"}
    assert ours.layer_weights(8)
    ours.reset()
    assert (ours.epoch, ours.batch) == (0, 0)


def test_rows_that_are_not_shuffled_end_with_the_weights_they_have_in_memory(tmp_path: Path) -> None:
    np.savez(tmp_path / "a.npz", x=X, y=np.arange(ROWS) % 3)
    spec = Npz(path="a.npz", shuffle=False)
    made = project(hidden(), data=spec, batch_size=16, shuffle=False)
    ours, theirs = (Session(made, tmp_path, load(spec, tmp_path, most_bytes=most)) for most in (0, None))
    for _ in range(2 * ours.batches):
        ours.step()
    train(theirs, 2)
    for a, b in zip(weights_of(ours), weights_of(theirs), strict=True):
        np.testing.assert_allclose(a, b, rtol=1e-5, atol=1e-6)


def test_old_data_are_closed_once_new_ones_are_in_use(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nnviz.data.memory.budget", lambda: 0)
    kept = Datasets()
    first = kept.load(Npz(path="a.npz"), archive, lambda: False)
    assert kept.load(Npz(path="a.npz"), archive, lambda: False) is first
    second = kept.load(Npz(path="a.npz", scale="none"), archive, lambda: False)
    assert len(first.train.x[:3]) == 3  # a run may still be going on over them
    kept.close_before()
    with pytest.raises(ValueError, match="closed"):
        first.train.x[:3]
    assert len(second.train.x[:3]) == 3


def test_one_hot_targets_are_made_when_they_are_asked_for() -> None:
    facts, y = DataFacts((5,), "classes", 3), np.arange(ROWS) % 3
    hot, lazy = (encoded(y, facts, "categorical_crossentropy", (3,), lazily) for lazily in (False, True))
    assert isinstance(lazy, LazyRows)
    np.testing.assert_array_equal(lazy[:], hot)
    assert not isinstance(encoded(y, facts, "sparse_categorical_crossentropy", (3,), True), LazyRows)


def test_a_file_that_is_cut_short_ends_the_run_in_a_sentence(archive: Path) -> None:
    session = session_of(archive)
    os.truncate(archive / "a.npz", 400)
    with pytest.raises(BadInput, match=r"a\.npz has become shorter"):
        train(session, 3)
