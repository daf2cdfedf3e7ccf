"""Runs as TensorBoard event files: a folder for each run, in it one for the training and one for the validation part.

Names are those of ``keras.callbacks.TensorBoard``: ``epoch_loss`` in ``train`` and in ``validation``, so that both
lie on the same axes. An event file is a TFRecord of ``Event`` messages; they are written here one by one, since
``tf.summary`` would stamp each with the time at which it is written instead of the time at which it was measured.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import safetensors
import safetensors.numpy

from nnviz.engine.keras_setup import tf
from nnviz.engine.process.unforeseen import report
from nnviz.errors import BadInput
from nnviz.project.atomic import reason
from nnviz.project.run_logs import LogSnapshot, RunLog, read_source
from nnviz.sentences import Sentence
from nnviz.training.messages import Event, Exported, Refused, WriteLogs

VERSION = "brain.Event:2"  # of the format of event files
SUFFIX = ".nnviz"
BUCKETS = 30
PIECE = 200  # events written before anything else has its turn
WORKING = 0.01  # seconds of writing between two pieces of training
MOST_TOLD = 100  # sentences about what was left out
_PREFIX = "val_"


class LogWriter:
    """Writes logs between two pieces of other work.

    Args:
        send: takes the answers.

    Attributes:
        handlers: the type of the command -> what carries it out.
    """

    def __init__(self, send: Callable[[Event], None]) -> None:
        self._send = send
        self._work: Iterator[None] | None = None
        self.handlers: dict[type, Callable[[Any], None]] = {WriteLogs: self._write}

    @property
    def writes(self) -> bool:
        """Whether there is more to be written: ``write_some`` goes on with it."""
        return self._work is not None

    def _write(self, command: WriteLogs) -> None:
        while self._work is not None:  # those that were asked for before
            self.write_some()
        self._work = self._writing(read_source(Path(command.source)), Path(command.folder))

    def _writing(self, logs: tuple[RunLog, ...], folder: Path) -> Iterator[None]:
        left_out: list[str] = []
        yield from writing(logs, folder, left_out)
        size = sum(path.stat().st_size for path in folder.rglob(f"*{SUFFIX}"))
        self._send(Exported("tensorboard", str(folder), size, left_out=tuple(dict.fromkeys(left_out))[:MOST_TOLD]))

    def write_some(self) -> None:
        """Write for about ``WORKING`` seconds, where there is something to be written."""
        began = time.monotonic()
        try:
            while self._work is not None and time.monotonic() - began < WORKING:
                next(self._work)
        except StopIteration:
            self._work = None
        except BadInput as error:
            self._work = None
            self._send(Refused("WriteLogs", error.args[0]))
        except Exception as error:
            self._work = None
            report(self._send, "WriteLogs", error)
            self._send(Refused("WriteLogs", "The logs could not be written."))


def write_logs(logs: Iterable[RunLog], folder: Path) -> list[str]:
    """Write all *logs* into *folder*, in place of earlier ones; BadInput where that cannot be done.

    Returns:
        What was left out because it is damaged, a sentence each.
    """
    left_out: list[str] = []
    for _ in writing(logs, folder, left_out):
        pass
    return left_out


def writing(logs: Iterable[RunLog], folder: Path, left_out: list[str]) -> Iterator[None]:
    """The same in pieces."""
    for log in logs:
        if log.damaged:
            left_out.append(log.damaged)
        parts = {
            "train": {key: column for key, column in log.columns.items() if not key.startswith(_PREFIX)},
            "validation": {key: column for key, column in log.columns.items() if key.startswith(_PREFIX)},
        }
        for part, columns in parts.items():
            snapshots = log.snapshots if part == "train" else ()
            if columns or snapshots:
                spreads = _spreads(snapshots, left_out)
                yield from _file(folder / log.name / part, _events(columns, log.times, spreads))


def _file(folder: Path, events: Iterator[Any]) -> Iterator[None]:
    """One event file in *folder*, there whole or not at all."""
    draft = folder / "writing.part"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tf.io.TFRecordWriter(str(draft)) as file:
            for number, event in enumerate(events):
                file.write(event.SerializeToString())
                if number % PIECE == PIECE - 1:
                    yield
        for old in folder.glob(f"*tfevents*{SUFFIX}"):
            old.unlink()
        draft.replace(folder / f"events.out.tfevents.{int(time.time())}{SUFFIX}")
    except (OSError, tf.errors.OpError) as error:
        told = reason(error) if isinstance(error, OSError) else error.message
        raise BadInput(Sentence("{0} could not be written: {1}", folder, told)) from error
    finally:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)
    yield


def _events(
    columns: Mapping[str, np.ndarray[Any, np.dtype[np.float64]]],
    wall: np.ndarray[Any, np.dtype[np.float64]],
    spreads: Iterable[tuple[int, list[Any]]],
) -> Iterator[Any]:
    """The head of the file, every epoch's values under the epoch's number, and the spread of the weights."""
    first = float(wall[0]) if len(wall) else 0.0
    yield tf.compat.v1.Event(wall_time=first, file_version=VERSION)
    names = {key: f"epoch_{key.removeprefix(_PREFIX)}" for key in columns}
    for place, at in enumerate(wall.tolist()):
        values = [
            tf.compat.v1.Summary.Value(tag=names[key], simple_value=column[place])
            for key, column in columns.items()
            if not np.isnan(column[place])
        ]
        yield tf.compat.v1.Event(wall_time=at, step=place + 1, summary=tf.compat.v1.Summary(value=values))
    for epoch, values in spreads:
        at = float(wall[min(max(epoch, 1), len(wall)) - 1]) if len(wall) else 0.0
        yield tf.compat.v1.Event(wall_time=at, step=epoch, summary=tf.compat.v1.Summary(value=values))


def _spreads(snapshots: Iterable[LogSnapshot], left_out: list[str]) -> Iterator[tuple[int, list[Any]]]:
    """The epoch of each snapshot and a histogram of every weight; of one that is damaged a sentence is *left_out*."""
    for snapshot in snapshots:
        try:
            yield snapshot.epoch, _histograms(snapshot.read())
        except (BadInput, safetensors.SafetensorError) as error:
            left_out.append(str(error) if isinstance(error, BadInput) else f"{snapshot.place} is damaged: {error}")


def _histograms(weights: bytes) -> list[Any]:
    """A histogram of every weight of a snapshot."""
    plugin = tf.compat.v1.SummaryMetadata.PluginData(plugin_name="histograms")
    metadata = tf.compat.v1.SummaryMetadata(plugin_data=plugin)
    return [
        tf.compat.v1.Summary.Value(tag=name, metadata=metadata, tensor=tf.make_tensor_proto(_spread(array)))
        for name, array in safetensors.numpy.load(weights).items()
        if not name.startswith("state/") and array.size and np.issubdtype(array.dtype, np.floating)
    ]


def _spread(array: np.ndarray[Any, Any]) -> np.ndarray[Any, np.dtype[np.float64]]:
    """``(buckets, 3)``: left edge, right edge and count, as TensorBoard's histograms have it."""
    values = array[np.isfinite(array)].astype(np.float64).ravel()
    if not len(values):
        return np.zeros((0, 3))
    counts, edges = np.histogram(values, BUCKETS)
    return np.stack([edges[:-1], edges[1:], counts.astype(np.float64)], axis=1)
