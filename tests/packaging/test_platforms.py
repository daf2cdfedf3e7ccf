"""Nothing is called that another system does not have."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.nightly
@pytest.mark.timeout(900)
@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_the_types_hold_on_other_systems(platform: str, tmp_path: Path) -> None:
    """What the standard library lacks there is an error of types; what is for one system alone is skipped."""
    command = [sys.executable, "-m", "mypy", "--platform", platform, "--no-warn-unreachable"]
    ran = subprocess.run(
        [*command, "--cache-dir", str(tmp_path)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stdout
