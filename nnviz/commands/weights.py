"""A project's trained weights, for the commands that use them: from a file, or from its newest run."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from nnviz.errors import BadInput
from nnviz.project.files import Contents, snapshot_bytes
from nnviz.project.ready import ready_dataset
from nnviz.project.runs import last_weights

if TYPE_CHECKING:
    from nnviz.engine.session import Session


def trained_session(contents: Contents, name: str, weights: Path | None) -> Session:
    """The project made ready, with the trained weights in it.

    Args:
        contents: the project and its runs.
        name: what to call the project in a sentence.
        weights: a file of weights; None takes the last ones of the newest run.

    Raises:
        BadInput: where there are no trained weights, or they do not fit.
    """
    stored = last_weights(contents.runs)
    if weights is None and stored is None:
        raise BadInput(
            f"{name} has no trained weights yet: train it with 'nnviz train {name} --out DIR' and use "
            "DIR/project.nnviz, or give a file with --weights"
        )
    if weights is not None and not weights.is_file():
        raise BadInput(f"There is no file {weights}")
    # Found in order, so that what is wrong with the weights is said before Keras is loaded.
    snapshot = snapshot_bytes(stored[0], stored[1].kind) if weights is None and stored is not None else b""
    dataset = ready_dataset(contents.project, contents.base)
    from nnviz.engine.session import Session

    session = Session(contents.project, contents.base, dataset)
    if weights is not None:
        session.load_weights(weights)
        return session
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "weights.safetensors"
        file.write_bytes(snapshot)
        session.load_weights(file)
    return session
