"""Projects on disk, and a command run in this process, so that Keras is loaded once for all tests."""

from __future__ import annotations

import contextlib
import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from nnviz.__main__ import main

NETWORK = {
    "layers": [
        {"id": "in", "kind": "Input"},
        {"id": "hidden", "kind": "Dense", "units": 8, "activation": "tanh"},
        {"id": "out", "kind": "Output"},
    ]
}


@dataclass(frozen=True)
class Ran:
    """What a command has left behind."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[dict[str, Any]]:
        """stdout as JSON lines."""
        return [json.loads(line) for line in self.out.splitlines()]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keras 3.15 makes arrays of its variables in a way that NumPy 2 frowns upon."""
    frown = pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(frown)


def run_here(*words: object) -> Ran:
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main([str(word) for word in words])
    return Ran(code, out.getvalue(), err.getvalue())


def write_project(path: Path, data: dict[str, Any], network: dict[str, Any] | None = None, **training: Any) -> Path:
    form = {"nnviz": 1, "network": network or NETWORK, "data": data, "training": {"epochs": 2, **training}}
    path.write_text(json.dumps(form))
    return path


@pytest.fixture(scope="session")
def nnviz() -> Callable[..., Ran]:
    """Runs ``nnviz WORD ...`` here."""
    return run_here


@pytest.fixture
def project(tmp_path: Path) -> Callable[..., Path]:
    """Writes a project as a person would: ``project(data, network, **training)``."""
    return lambda data, network=None, **training: write_project(tmp_path / "project.json", data, network, **training)


@pytest.fixture(scope="session")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds a trained XOR: ``project.json``, and in ``out`` what training has left."""
    folder = tmp_path_factory.mktemp("trained")
    optimizer = {"kind": "Adam", "learning_rate": 0.05}
    xor = write_project(
        folder / "project.json", {"source": "builtin", "name": "xor"}, epochs=150, optimizer=optimizer, seed=3
    )
    ran = run_here("train", xor, "--json", "--out", folder / "new" / "out")
    assert (ran.code, ran.err) == (0, "")
    (folder / "printed.jsonl").write_text(ran.out)
    return folder / "new" / "out"
