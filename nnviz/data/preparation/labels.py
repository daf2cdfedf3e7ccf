"""The classes that a source knows of its rows, where the samples themselves are to be reconstructed.

The network never learns from them: they colour what is shown.
"""

from __future__ import annotations

from dataclasses import dataclass

from nnviz.data.lazy import Array


@dataclass(frozen=True)
class Labels:
    """The class of each row of the training part.

    Attributes:
        names: what the classes are called.
        train: int32 ``(n,)``, indices of *names*.
    """

    names: tuple[str, ...]
    train: Array
