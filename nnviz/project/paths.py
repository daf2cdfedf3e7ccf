"""Relative data paths that still lead to the same file when the project moves to another folder."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import msgspec

from nnviz.data.spec import DataSpec
from nnviz.project.project import Project

_PATH_KEYS = (
    "path", "test_path", "validation_path", "images", "labels", "test_images", "test_labels", "validation_images",
    "validation_labels", "folder", "test_folder", "validation_folder",
)  # fmt: skip


def rebased(project: Project, old: Path, new: Path) -> Project:
    """*project* with its relative data paths, so far relative to *old*, made relative to *new*.

    A file in the new folder, or below it, is made relative too: both can then move together.
    """
    if project.data is None:
        return project
    return replace(project, data=_rebased_data(project.data, old.resolve(), new.resolve()))


def same_data(one: DataSpec | None, other: DataSpec | None) -> bool:
    """Whether both are the same reference to data, wherever the project that they stand in has moved."""
    return _nameless(one) == _nameless(other)


def _nameless(data: DataSpec | None) -> DataSpec | None:
    """*data* with the names of its files, without their folders."""
    if data is None:
        return None
    names = {key: Path(value).name for key in _PATH_KEYS if (value := getattr(data, key, None)) is not None}
    return msgspec.structs.replace(data, **names)


def _rebased_data(data: DataSpec, old: Path, new: Path) -> DataSpec:
    changes = {
        key: _rebased_path(value, old, new) for key in _PATH_KEYS if (value := getattr(data, key, None)) is not None
    }
    return msgspec.structs.replace(data, **changes)


def _rebased_path(text: str, old: Path, new: Path) -> str:
    if Path(text).is_absolute():
        return _beside(Path(text), new)
    if old == new:
        return text
    file = (old / text).parent.resolve() / Path(text).name
    try:
        return Path(os.path.relpath(file, new)).as_posix()
    except ValueError:  # another drive of Windows
        return file.as_posix()


def _beside(file: Path, folder: Path) -> str:
    """*file* relative to *folder* where it lies there or below; as it is elsewhere."""
    place = file.parent.resolve() / file.name
    return place.relative_to(folder).as_posix() if place.is_relative_to(folder) else str(file)
