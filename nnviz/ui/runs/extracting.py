"""What the engine needs to stand at a run again, as files: taken out of the project's file where they are there."""

from __future__ import annotations

from pathlib import Path

from nnviz.project.files import snapshot_bytes
from nnviz.project.runs import Run, Snapshot
from nnviz.training.kept_names import name_of
from nnviz.ui.training.run_standing import Extract

KEPT_BY = "opened"  # in the names of the files of snapshots that were taken out


def newest(run: Run) -> Snapshot | None:
    """The snapshot that has the most of *run*: the last one, or of the others the one after the most epochs."""
    last = run.snapshot("last")
    return last or max(run.snapshots, key=lambda snapshot: snapshot.epoch, default=None)


def extract(run: Run, folder: Path) -> Extract | None:
    """*run* as files in *folder*; None where no snapshot of it was kept. BadInput where the project's file is damaged.

    The columns and the project of the run are read as well, so that they are at hand.
    """
    snapshot = newest(run)
    if snapshot is None:
        return None
    folder.mkdir(parents=True, exist_ok=True)
    weights = snapshot.place
    if not _stands_alone(weights):
        weights = folder / "weights.safetensors"
        weights.write_bytes(snapshot_bytes(run, snapshot.kind, snapshot.epoch))
    places = {kept.place.parent for kept in run.kept if _stands_alone(kept.place)}
    if len(places) == 1 and all(_stands_alone(kept.place) for kept in run.kept):
        kept_folder = places.pop()
    else:
        kept_folder = folder / "kept"
        for kept in run.kept:
            kept_folder.mkdir(exist_ok=True)
            (kept_folder / name_of(kept.epoch, KEPT_BY)).write_bytes(snapshot_bytes(run, "kept", kept.epoch))
    dict(run.columns)
    _ = run.project, run.times
    return Extract(weights, snapshot.epoch, kept_folder)


def _stands_alone(place: Path) -> bool:
    return place.suffix == ".safetensors" and place.is_file()
