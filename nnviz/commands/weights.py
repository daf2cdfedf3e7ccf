"""A project's trained weights, for the commands that use them: from a file, or from its newest run."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from nnviz.errors import BadInput
from nnviz.project.files import Contents, snapshot_bytes
from nnviz.project.paths import same_data
from nnviz.project.project import Project
from nnviz.project.ready import ready_dataset
from nnviz.project.runs import Run, last_weights

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
    snapshot = b""
    if weights is None and stored is not None:
        snapshot = snapshot_bytes(stored[0], stored[1].kind)
        if note := learned_otherwise(stored[0], contents.project):
            print(f"Note: {note}", file=sys.stderr)
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


def learned_otherwise(run: Run, project: Project) -> str:
    """What is said where the weights of *run* meet other numbers now than they learned from; empty where they do not.

    The figures of a preparation are fitted to the training part, so another split makes other numbers as well.
    """
    if run.project.data is None or same_data(run.project.data, project.data):  # they may come from elsewhere
        return ""
    return f"the weights are those of run {run.id}, but the data or their preparation were changed since: train again."
