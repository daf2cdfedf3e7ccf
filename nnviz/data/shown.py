"""The data as a window needs them: known in full, but of large ones only what is looked at is ever in memory."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from nnviz.data.dataset import Dataset, never, nothing
from nnviz.data.load import load
from nnviz.data.spec import DataSpec

MOST_BYTES = 32 << 20  # prepared samples that take more stay on the disk, whatever the engine does with them


def load_to_show(
    spec: DataSpec,
    base: Path,
    cancelled: Callable[[], bool] = never,
    progress: Callable[[float], None] = nothing,
) -> Dataset:
    """As ``load``, with lazy rows where the samples are large: their facts, and any rows one by one."""
    # SMOTE makes new rows from all others, which it needs in memory.
    most_bytes = None if spec.balance == "smote" else MOST_BYTES
    return load(spec, base, cancelled, most_bytes, progress, traced=True)
