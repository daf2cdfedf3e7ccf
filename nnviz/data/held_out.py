"""Rows with their targets from another file, brought to the network as the training rows were."""

from __future__ import annotations

from pathlib import Path

import msgspec

from nnviz.data.archive import is_array
from nnviz.data.dataset import Dataset, Given, Part
from nnviz.data.encoded import another_part
from nnviz.data.load import read_raw
from nnviz.data.partners import answers_of
from nnviz.data.preparing import prepared
from nnviz.data.spec import DataSpec, Npz, Table
from nnviz.data.targets import coding_for
from nnviz.errors import BadInput


def read_part(spec: DataSpec, base: Path, file: Path, dataset: Dataset) -> Part:
    """The rows of *file*, which must have the form of the project's own data, target included.

    Args:
        spec: the project's data; a table or an ``.npz``.
        base: the folder that its relative paths start from.
        file: another such file.
        dataset: the project's data as they were loaded, with the preparation that was fitted to them.

    Raises:
        BadInput: where the file cannot be used, or does not have the samples that the network learned from.
    """
    if not file.is_file():
        raise BadInput(f"There is no file {file}")
    raw = read_raw(_beside(spec, file), base)
    given = raw.test or Given(raw.x, raw.target)
    if dataset.preparation.steps:
        given = another_part(given, dataset.preparation.steps)
    elif given.x.shape[1:] != dataset.facts.input_shape:
        raise BadInput(
            f"{file} has samples of shape {given.x.shape[1:]}, but the network learned from {dataset.facts.input_shape}"
        )
    coding = coding_for(read_raw(spec, base).target, spec.task)
    return coding.part_of(prepared(given.x, dataset.preparation), coding.encode(given.target))


def _beside(spec: DataSpec, file: Path) -> DataSpec:
    """The data with *file* as what is held back; a table is read by the columns of the one learned from."""
    if isinstance(spec, Table):
        return msgspec.structs.replace(spec, test_path=str(file.resolve()))
    if isinstance(spec, Npz):
        labels = answers_of(file) if is_array(file) else None
        return msgspec.structs.replace(
            spec, path=str(file.resolve()), labels=None if labels is None else str(labels.resolve()),
            validation_path=None, test_path=None,
        )  # fmt: skip
    raise BadInput(
        "Another file can be judged where the project learns from a table or an .npz file; this one learns from "
        "something else."
    )
