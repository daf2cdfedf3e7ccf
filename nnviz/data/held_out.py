"""Rows with their targets from another file, brought to the network as the training rows were."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec

from nnviz.data.dataset import Dataset, Given, Part, never
from nnviz.data.load import read_raw
from nnviz.data.partners import answers_of
from nnviz.data.preparation.preparing import prepared
from nnviz.data.preparation.targets import coding_for
from nnviz.data.sources.archive import is_array
from nnviz.data.spec import DataSpec, Idx, Images, Npz, Series, Table
from nnviz.data.tables.encoded import another_part, unknown_notes
from nnviz.errors import BadInput
from nnviz.sentences import Sentence


def read_part(
    spec: DataSpec, base: Path, file: Path, dataset: Dataset, note: Callable[[str], object] = lambda _: None
) -> Part:
    """The rows of *file*, which must have the form of the project's own data, target included.

    Args:
        spec: the project's data; what is built in or downloaded has no other files.
        base: the folder that its relative paths start from.
        file: another such file, or folder of pictures; the images of an IDX pair.
        dataset: the project's data as they were loaded, with the preparation that was fitted to them.

        note: takes each sentence on rows that were taken with less than they hold.

    Raises:
        BadInput: where the file cannot be used, or does not have the samples that the network learned from.
    """
    if not file.exists():
        raise BadInput(Sentence("There is no file {0}", file))
    raw = read_raw(_beside(spec, file), base)
    given = raw.test or Given(raw.x, raw.target)
    if dataset.preparation.steps:
        coded = another_part(given, dataset.preparation.steps)
        for sentence in unknown_notes(given, dataset.preparation.steps, never):
            note(sentence)
        given = coded
    elif given.x.shape[1:] != dataset.facts.input_shape:
        raise BadInput(
            Sentence(
                "{0} has samples of shape {1}, but the network learned from {2}",
                file,
                given.x.shape[1:],
                dataset.facts.input_shape,
            )
        )
    coding = coding_for(read_raw(spec, base).target, spec.task)
    return coding.part_of(prepared(given.x, dataset.preparation), coding.encode(given.target))


def _beside(spec: DataSpec, file: Path) -> DataSpec:
    """The data with *file* as what is held back; it is read by the columns and classes of what is learned from."""
    place = str(file.resolve())
    if isinstance(spec, Table | Series):
        return msgspec.structs.replace(spec, test_path=place)
    if isinstance(spec, Images):
        return msgspec.structs.replace(spec, test_folder=place)
    if isinstance(spec, Idx):
        answers = answers_of(file)
        if answers is None:
            raise BadInput(
                Sentence("{0} needs its labels beside it, as images-idx3-ubyte has labels-idx1-ubyte.", file.name)
            )
        return msgspec.structs.replace(spec, test_images=place, test_labels=str(answers.resolve()))
    if isinstance(spec, Npz):
        labels = answers_of(file) if is_array(file) else None
        return msgspec.structs.replace(
            spec, path=str(file.resolve()), labels=None if labels is None else str(labels.resolve()),
            validation_path=None, test_path=None,
        )  # fmt: skip
    raise BadInput(
        Sentence(
            "Another file can be judged where the project learns from a person's own files; this one learns "
            "from a data set that is built in or downloaded."
        )
    )
