"""Which fields of a reference to data name the files of a part that is held back."""

from __future__ import annotations

from typing import Literal

from nnviz.data.spec import DataSpec, Idx, Images, Npz, Series, Table

PartName = Literal["validation", "test"]


def files_of(spec: DataSpec, part: PartName) -> tuple[str, ...]:
    """The fields of *spec* that name the files of *part*; none where it can have no files of its own."""
    if isinstance(spec, Table | Series):
        return (f"{part}_path",)
    if isinstance(spec, Images):
        return (f"{part}_folder",)
    if isinstance(spec, Idx):
        return f"{part}_images", f"{part}_labels"
    if isinstance(spec, Npz) and spec.path.lower().endswith(".npy"):
        return f"{part}_path", f"{part}_labels"
    return ()
