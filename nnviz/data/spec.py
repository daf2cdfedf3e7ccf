"""The reference to the data and its preparation: what a project keeps instead of the numbers themselves."""

from __future__ import annotations

from typing import Literal

import msgspec

from nnviz.data.preparation.steps import ColumnName, Step

# "reconstruction" learns to give back the sample itself, whatever the source has for a target.
TaskChoice = Literal["auto", "regression", "binary", "classes", "labels", "reconstruction"]
Scale = Literal["none", "standard", "minmax", "255"]
Balance = Literal["none", "weights", "under", "over", "smote"]
BuiltinName = Literal[
    "and", "or", "nand", "xor", "circles", "moons", "spirals", "blobs", "waves", "catch",
    "iris", "wine", "breast_cancer", "diabetes", "digits", "linnerud",
]  # fmt: skip
GATES = ("and", "or", "nand", "xor")
TOYS = ("circles", "moons", "spirals", "blobs")
SERIES = ("waves",)
GAMES = ("catch",)
DRAWN = (*TOYS, *SERIES)  # of as many samples, and as noisy, as a person likes


class Split(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """How the rows are parted.

    Attributes:
        validation, test: shares of all rows, in [0, 1); the test share is taken off first. None takes the
            source's own habit: nothing for the gates, 0.2 validation elsewhere, and no test part.
        seed: the order in which rows are drawn.
        stratify: keep the shares of the classes the same in all parts.
        by_column: a column of the table that says of each row whether it is for ``train``, ``validation`` or ``test``;
            nothing is drawn then.
        by_time: a column of the table of numbers or dates: the latest rows are the test, those before validation.
    """

    validation: float | None = None
    test: float | None = None
    seed: int = 0
    stratify: bool = True
    by_column: ColumnName | None = None
    by_time: ColumnName | None = None


class _Source(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, tag_field="source"):
    task: TaskChoice = "auto"
    scale: Scale | None = None  # None: the source's own habit
    split: Split = Split()
    balance: Balance = "none"
    shuffle: bool = True


class Builtin(_Source, frozen=True, tag="builtin", kw_only=True):
    """A set that ships with nnviz: a gate, a 2-D toy, a series, a game, or one of scikit-learn's.

    Attributes:
        name: which one.
        samples: rows of a toy; windows of a series.
        noise: the toy's noise: the standard deviation of what is added to each coordinate, or step of a series.
        seed: the toy's random numbers.
    """

    name: BuiltinName
    samples: int | None = None
    noise: float | None = None
    seed: int = 0


class Table(_Source, frozen=True, tag="table", kw_only=True):
    """A person's own CSV, TSV, Parquet or Excel file.

    Attributes:
        path: relative to the project file, or absolute.
        target: names or 0-based numbers of the columns to be predicted; empty takes the last column.
        inputs: names or 0-based numbers of the columns to learn from; empty takes all others.
        header, delimiter, encoding: ``auto`` lets the file tell.
        test_path, validation_path: other files of the same columns, held back for the test and for validation.
        image_shape: ``[height, width, channels]`` where each row is a picture.
        sheet: the name or 0-based number of a sheet of a workbook; None takes the first that holds a table.
        steps: what is done to the columns, in this order; what no step does is done as without any: missing numbers
            become the median, text is one-hot, and ``scale`` takes the columns that no step scales.
    """

    path: str
    target: tuple[ColumnName, ...] | ColumnName = ()
    header: Literal["auto"] | bool = "auto"
    delimiter: str = "auto"
    encoding: str = "auto"
    inputs: tuple[ColumnName, ...] = ()
    test_path: str | None = None
    validation_path: str | None = None
    image_shape: tuple[int, ...] | None = None
    sheet: str | int | None = None
    steps: tuple[Step, ...] = ()


class Idx(_Source, frozen=True, tag="idx", kw_only=True):
    """MNIST's own format, plain or ``.gz``: a file of images and one of labels, and such pairs to be held back."""

    images: str
    labels: str
    test_images: str | None = None
    test_labels: str | None = None
    validation_images: str | None = None
    validation_labels: str | None = None


class Npz(_Source, frozen=True, tag="npz", kw_only=True):
    """NumPy arrays: an archive of ``x_train y_train x_val y_val x_test y_test`` or ``x y``, or ``.npy`` files.

    Attributes:
        path: the archive, or the ``.npy`` file of the samples.
        labels: the ``.npy`` file of what is to be answered; without one it is the last column of the samples.
        validation_path, validation_labels, test_path, test_labels: such files, held back for validation and the test.
    """

    path: str
    labels: str | None = None
    validation_path: str | None = None
    validation_labels: str | None = None
    test_path: str | None = None
    test_labels: str | None = None


class Images(_Source, frozen=True, tag="images", kw_only=True):
    """A folder of pictures, one subfolder a class.

    Attributes:
        size: ``[height, width]`` in pixels to which every picture is brought.
        color: ``grey`` (one channel) or ``rgb`` (three).
        test_folder, validation_folder: others with the same subfolders, held back for the test and for validation.
    """

    folder: str
    size: tuple[int, int] = (32, 32)
    color: Literal["grey", "rgb"] = "rgb"
    test_folder: str | None = None
    validation_folder: str | None = None


class Series(_Source, frozen=True, tag="series", kw_only=True):
    """Columns of a table in time order, cut into windows.

    Attributes:
        columns: names or 0-based numbers; empty takes all numeric ones. The first one is forecast.
        window: how many steps the network sees.
        horizon: how many steps after the window's end the forecast value lies.
        stride: how many steps lie between the starts of two windows.
        test_path, validation_path: other files of the same columns, held back for the test and for validation.
        sheet: the name or 0-based number of a sheet of a workbook; None takes the first that holds a table.
        steps: filling gaps and scaling single columns, in this order; see ``Table``.
    """

    path: str
    columns: tuple[ColumnName, ...] = ()
    window: int = 24
    horizon: int = 1
    stride: int = 1
    test_path: str | None = None
    validation_path: str | None = None
    sheet: str | int | None = None
    steps: tuple[Step, ...] = ()


class KerasSet(_Source, frozen=True, tag="keras", kw_only=True):
    """One of ``keras.datasets``, from the cache in the user's ``.keras`` folder."""

    name: Literal["mnist", "fashion_mnist", "cifar10", "imdb"]


DataSpec = Builtin | Table | Idx | Npz | Images | Series | KerasSet
