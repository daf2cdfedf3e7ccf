"""TensorBoard logs, read back by TensorFlow's own reader of event files."""

from __future__ import annotations

import struct
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import safetensors.numpy

from nnviz.data.spec import Builtin
from nnviz.engine.files.tensorboard import LogWriter, write_logs
from nnviz.engine.keras_setup import tf
from nnviz.errors import BadInput
from nnviz.project.files import Contents, open_file, save_file
from nnviz.project.project import Project
from nnviz.project.run_label import Label
from nnviz.project.run_logs import log_of, read_source, write_source
from nnviz.project.runs import Run, Snapshot
from nnviz.training.messages import Exported, Refused, WriteLogs
from tests.network.test_edits import chain

PROJECT = Project(chain("Input", "Dense", "Output"), Builtin(name="xor"))
LOSS, HELD = np.array([0.5, 0.25, np.inf]), np.array([np.nan, 0.3, 0.2])
WALL = np.array([[1.0, 1e9 + 1], [2.0, 1e9 + 7], [3.0, 1e9 + 9.5]])
KERNEL = np.arange(-6, 6, dtype=np.float32).reshape(3, 4)


@pytest.fixture
def run(tmp_path: Path) -> Run:
    weights = tmp_path / "weights.safetensors"
    arrays = {"hidden_1/kernel": KERNEL, "state/variables/0": np.zeros(2, np.float32)}
    weights.write_bytes(safetensors.numpy.save(arrays))
    snapshots = (Snapshot(0, "kept", weights), Snapshot(3, "kept", weights), Snapshot(3, "last", weights))
    columns = {"loss": LOSS, "val_loss": HELD}
    return Run(
        7, "2026-01-01T00:00:00+00:00", PROJECT, columns, snapshots=snapshots, label=Label("wide / 2 é"), clock=WALL
    )


def events(folder: Path) -> list:
    (path,) = folder.glob("*tfevents*")
    return [tf.compat.v1.Event.FromString(record.numpy()) for record in tf.data.TFRecordDataset(str(path))]


def scalars(found: list) -> dict[str, list[tuple[int, float, float]]]:
    values: dict[str, list[tuple[int, float, float]]] = {}
    for event in found:
        for value in event.summary.value:
            if value.HasField("simple_value"):
                values.setdefault(value.tag, []).append((event.step, event.wall_time, value.simple_value))
    return values


def test_every_value_stands_at_its_epoch_and_at_the_time_it_was_measured(run: Run, tmp_path: Path) -> None:
    write_logs([log_of(run)], tmp_path / "logs")
    folder = tmp_path / "logs" / "run-007-wide-2-é"
    train, held = events(folder / "train"), events(folder / "validation")
    assert train[0].file_version == held[0].file_version == "brain.Event:2"
    assert scalars(train) == {"epoch_loss": [(1, 1e9 + 1, 0.5), (2, 1e9 + 7, 0.25), (3, 1e9 + 9.5, float("inf"))]}
    np.testing.assert_allclose(scalars(held)["epoch_loss"], [(2, 1e9 + 7, 0.3), (3, 1e9 + 9.5, 0.2)])


def test_the_weights_of_each_snapshot_stand_there_as_histograms(run: Run, tmp_path: Path) -> None:
    write_logs([log_of(run)], tmp_path)
    found = [
        (event.step, value.tag, tf.make_ndarray(value.tensor))
        for event in events(next(tmp_path.glob("run-*")) / "train")
        for value in event.summary.value
        if value.metadata.plugin_data.plugin_name == "histograms"
    ]
    assert [(step, tag) for step, tag, _ in found] == [(0, "hidden_1/kernel"), (3, "hidden_1/kernel")]
    buckets = found[0][2]
    assert (buckets[0, 0], buckets[-1, 1], buckets[:, 2].sum()) == (-6, 5, KERNEL.size)
    counts, _ = np.histogram(KERNEL, buckets.shape[0])
    np.testing.assert_array_equal(buckets[:, 2], counts)


def test_writing_again_replaces_what_was_there_and_leaves_nothing_else(run: Run, tmp_path: Path) -> None:
    for _ in range(2):
        write_logs([log_of(run)], tmp_path / "logs")
    left = sorted(path.parent.name for path in (tmp_path / "logs").rglob("*") if path.is_file())
    assert left == ["train", "validation"]


def test_the_engine_writes_what_the_window_has_put_into_a_file(run: Run, tmp_path: Path) -> None:
    source = tmp_path / "source.msgpack"
    write_source(source, [run])
    assert read_source(source) == (log_of(run),)
    answers: list = []
    writer = LogWriter(answers.append)
    writer.handlers[WriteLogs](WriteLogs(str(source), str(tmp_path / "logs")))
    while writer.writes:
        writer.write_some()
    (answer,) = answers
    assert isinstance(answer, Exported)
    assert answer.size == sum(path.stat().st_size for path in (tmp_path / "logs").rglob("*tfevents*"))


def test_a_folder_that_cannot_be_written_is_said_in_a_sentence(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(BadInput, match="could not be written"):
        write_logs([log_of(run)], tmp_path / "file")
    source, answers = tmp_path / "source.msgpack", []
    write_source(source, [run])
    writer = LogWriter(answers.append)
    writer.handlers[WriteLogs](WriteLogs(str(source), str(tmp_path / "file")))
    while writer.writes:
        writer.write_some()
    assert isinstance(answers[0], Refused)


def damaged(saved: Path, what: bytes) -> None:
    """Flip a bit of *what* in the project file *saved*."""
    data = bytearray(saved.read_bytes())
    data[data.index(what) + 9] ^= 1
    saved.write_bytes(data)


def test_what_is_damaged_is_named_and_everything_else_is_written(run: Run, tmp_path: Path) -> None:
    saved, numbers = tmp_path / "a.nnviz", np.arange(3.0) + 0.125
    other = replace(run, id=8, columns={"loss": numbers}, snapshots=run.snapshots[:1])
    save_file(saved, Contents(PROJECT, (run, other), tmp_path))
    opened = open_file(saved).runs
    damaged(saved, numbers.tobytes())  # the metrics of run 8
    damaged(saved, KERNEL.tobytes())  # one of the snapshots
    write_source(tmp_path / "source", opened)
    left_out = write_logs(read_source(tmp_path / "source"), tmp_path / "logs")
    assert len(left_out) == 2
    assert any("metrics of run 8" in sentence for sentence in left_out)
    assert any("weights of run" in sentence for sentence in left_out)
    assert len(scalars(events(tmp_path / "logs" / "run-007-wide-2-é" / "train"))["epoch_loss"]) == 3
    steps = [
        event.step
        for folder in sorted((tmp_path / "logs").glob("run-*"))
        for event in events(folder / "train")
        for value in event.summary.value
        if value.metadata.plugin_data.plugin_name == "histograms"
    ]
    assert len(steps) == 2  # of three


def test_weights_of_another_file_in_the_place_of_the_project_are_not_taken_for_the_runs(
    run: Run, tmp_path: Path
) -> None:
    saved = tmp_path / "a.nnviz"
    save_file(saved, Contents(PROJECT, (run,), tmp_path))
    (opened,) = open_file(saved).runs
    log = log_of(opened)
    other = {"hidden_1/kernel": KERNEL + 1}
    (tmp_path / "weights.safetensors").write_bytes(safetensors.numpy.save(other))
    save_file(saved, Contents(PROJECT, (run,), tmp_path))
    left_out = write_logs([log], tmp_path / "logs")
    assert len(left_out) == 2
    assert all("replaced by another file" in sentence for sentence in left_out)
    assert scalars(events(tmp_path / "logs" / "run-007-wide-2-é" / "train"))


def test_a_damaged_source_is_refused(tmp_path: Path) -> None:
    (tmp_path / "source").write_bytes(struct.pack("<I", 99))
    with pytest.raises(BadInput, match="could not be read"):
        read_source(tmp_path / "source")
