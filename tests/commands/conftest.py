"""Projects on disk, and a command run in this process, so that Keras is loaded once for all tests."""

from __future__ import annotations

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


@pytest.fixture
def nnviz(capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Runs ``nnviz WORD ...`` here."""

    def run(*words: object) -> Ran:
        capsys.readouterr()
        code = main([str(word) for word in words])
        out, err = capsys.readouterr()
        return Ran(code, out, err)

    return run


@pytest.fixture
def project(tmp_path: Path) -> Callable[..., Path]:
    """Writes a project as a person would: ``project(data, network, **training)``."""

    def write(data: dict[str, Any], network: dict[str, Any] | None = None, **training: Any) -> Path:
        path = tmp_path / "project.json"
        form = {"nnviz": 1, "network": network or NETWORK, "data": data, "training": {"epochs": 2, **training}}
        path.write_text(json.dumps(form))
        return path

    return write


@pytest.fixture
def xor(project: Callable[..., Path]) -> Path:
    """XOR with a recipe that learns it."""
    optimizer = {"kind": "Adam", "learning_rate": 0.05}
    return project({"source": "builtin", "name": "xor"}, epochs=150, optimizer=optimizer, seed=3)


@pytest.fixture
def trained(nnviz: Callable[..., Ran], xor: Path, tmp_path: Path) -> Path:
    """The folder that training XOR has left."""
    assert nnviz("train", xor, "--json", "--out", tmp_path / "out").code == 0
    return tmp_path / "out"
