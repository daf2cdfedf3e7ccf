"""What is said of a file that is not as it was written."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from nnviz.errors import BadInput
from nnviz.sentences import Sentence


class DamagedError(Exception):
    """The file is not as it was written; the text says where, as the second half of a sentence."""


@contextlib.contextmanager
def damage_named(path: Path) -> Iterator[None]:
    """Turns what a damaged file leads to into the one sentence about it."""
    try:
        yield
    except (DamagedError, BadInput) as error:
        raise BadInput(Sentence("{0} is damaged: {1}", path, error.args[0])) from error
