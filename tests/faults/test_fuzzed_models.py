"""Mutated models: each is read, or refused in one sentence; never a traceback, never a hang, never more memory."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from nnviz.backend.importer import read_apart
from nnviz.errors import BadInput
from tests.faults.ledger import Ledger
from tests.faults.mutations import good_files, mutated

ROOT = Path(__file__).parents[2]
MOST_MB, LONGEST = 200, 1500
A_BATCH = 500


def read_batch(folder: Path, seed: int, first: int, end: int) -> list[dict[str, Any]]:
    """What a process said of each of these files; another goes on behind one that ends it.

    Broken HDF5 may crash the library that reads it, or keep it busy for ever. Such a file is read again as the window
    does, which has to refuse it in time.
    """
    told: list[dict[str, Any]] = []
    while first < end:
        words = [sys.executable, "-m", "tests.faults.read_mutated", str(folder), str(seed), str(first), str(end)]
        ran = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
        told += [json.loads(line) for line in ran.stdout.splitlines()]
        first = told[-1]["number"] + 1 if ran.stdout else first
        if first < end:
            assert ran.returncode < 0, f"seed {seed}, file {first}: {ran.stderr}"
            told.append({"number": first, "said": read_alone(folder, seed, first), "seconds": 0.0, "peak": 0})
            first += 1
    return told


def read_alone(folder: Path, seed: int, number: int) -> str:
    suffix, data = mutated(sorted(folder.glob("good/*")), seed, number)
    path = folder / f"alone{suffix}"
    path.write_bytes(data)
    with pytest.raises(BadInput) as refused:
        read_apart(path, folder / "weights.safetensors")
    return str(refused.value)


def read_all(folder: Path, seed: int, files: int, ledger: Ledger) -> None:
    (folder / "good").mkdir()
    good_files(folder / "good")
    told = [
        row
        for first in range(0, files, A_BATCH)
        for row in read_batch(folder, seed, first, min(files, first + A_BATCH))
    ]
    assert [row["number"] for row in told] == list(range(files))
    bad = [row for row in told if "\n" in row["said"] or len(row["said"]) > LONGEST or row["peak"] >= MOST_MB]
    assert bad == [], f"seed {seed}"
    assert 0.02 < sum(not row["said"] for row in told) / files < 0.8  # some mutations do no harm, most do
    ledger.row("a mutated model", files, 0, max(row["seconds"] for row in told))


def test_two_hundred_mutated_models(tmp_path: Path, ledger: Ledger) -> None:
    read_all(tmp_path, 1, 200, ledger)


@pytest.mark.nightly
def test_two_thousand_mutated_models(tmp_path: Path, ledger: Ledger) -> None:
    read_all(tmp_path, random.randrange(2**32), 2000, ledger)
