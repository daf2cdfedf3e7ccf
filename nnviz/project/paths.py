"""Relative data paths that still lead to the same file when the project moves to another folder."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import msgspec

from nnviz.data.spec import DataSpec
from nnviz.project.project import Project

_PATH_KEYS = ("path", "test_path", "images", "labels", "test_images", "test_labels", "folder")


def rebased(project: Project, old: Path, new: Path) -> Project:
    """*project* with its relative data paths, so far relative to *old*, made relative to *new*."""
    if project.data is None or old.resolve() == new.resolve():
        return project
    return replace(project, data=_rebased_data(project.data, old.resolve(), new.resolve()))


def _rebased_data(data: DataSpec, old: Path, new: Path) -> DataSpec:
    changes = {
        key: _rebased_path(value, old, new) for key in _PATH_KEYS if (value := getattr(data, key, None)) is not None
    }
    return msgspec.structs.replace(data, **changes)


def _rebased_path(text: str, old: Path, new: Path) -> str:
    if Path(text).is_absolute():
        return text
    file = (old / text).parent.resolve() / Path(text).name
    try:
        return Path(os.path.relpath(file, new)).as_posix()
    except ValueError:  # another drive of Windows
        return file.as_posix()
