"""``nnviz demo`` on a real X display: the picture shows what a person would see."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from nnviz.project.files import open_project


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("demo")
    environment = {k: v for k, v in os.environ.items() if k != "QT_QPA_PLATFORM"}
    command = ["xvfb-run", "-a", sys.executable, "-m", "nnviz", "demo", "--out", str(out), "--size", "1280x800"]
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)
    assert ran.returncode == 0, ran.stderr
    assert sorted(ran.stdout.split()) == sorted(str(path) for path in out.iterdir())
    return out


def colours(picture: np.ndarray, box: tuple[int, int, int, int]) -> np.ndarray:
    left, top, right, bottom = box
    return picture[top:bottom, left:right, :3].reshape(-1, 3).astype(int)


def share_near(pixels: np.ndarray, colour: str) -> float:
    wanted = [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
    return float((np.abs(pixels - wanted).max(axis=1) < 40).mean())


@pytest.mark.xvfb
def test_the_picture_shows_coloured_weights_a_falling_loss_and_the_surface(demo: Path) -> None:
    from PIL import Image

    from nnviz.ui.theme import DARK

    picture = np.asarray(Image.open(demo / "window.png").convert("RGB"))
    assert picture.shape == (800, 1280, 3)
    diagram = colours(picture, (400, 120, 860, 420))
    assert share_near(diagram, DARK.positive) > 0.01
    assert share_near(diagram, DARK.negative) > 0.01
    surface = colours(picture, (1050, 510, 1262, 674))
    assert share_near(surface, "#477bb3") + share_near(surface, "#a96f42") > 0.5
    # The curve starts high on the left and ends low on the right.
    loss = np.abs(picture[505:690, 258:470].astype(int) - [0x5A, 0xA9, 0xFF]).max(axis=2) < 60
    columns = np.flatnonzero(loss.any(axis=0))
    heights = [np.flatnonzero(loss[:, column]).mean() for column in (columns[0], columns[-1])]
    assert heights[0] < heights[1] - 80


@pytest.mark.xvfb
def test_the_project_holds_the_run_and_its_weights(demo: Path) -> None:
    contents = open_project(demo / "project.nnviz")
    (run,) = contents.runs
    assert run.ending == "finished"
    assert run.epochs == 600
    assert run.columns["loss"][-1] < 0.05 < run.columns["loss"][0]
    assert run.snapshot("last") is not None
