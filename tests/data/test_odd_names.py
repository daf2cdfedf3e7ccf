"""Names of files that are not in UTF-8 are refused before anything is learned: no project could be saved with them."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from nnviz.data.load import load
from nnviz.data.spec import Images, Npz, Table
from nnviz.errors import BadInput

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
ODD = os.fsdecode(b"caf\xe9")


def test_an_archive_and_a_table(tmp_path: Path) -> None:
    np.savez(tmp_path / "fine.npz", x=np.zeros((4, 2)), y=np.arange(4) % 2)
    (tmp_path / "fine.npz").rename(tmp_path / f"{ODD}.npz")
    (tmp_path / f"{ODD}.csv").write_text("a,b\n1,2\n3,4\n")
    for spec in (Npz(path=f"{ODD}.npz"), Table(path=f"{ODD}.csv")):
        with pytest.raises(BadInput, match="caf\ufffd"):
            load(spec, tmp_path)


def test_a_class_of_pictures(tmp_path: Path) -> None:
    for name in ("tea", ODD):
        (tmp_path / name).mkdir()
        for i in range(3):
            Image.new("L", (4, 4), i).save(tmp_path / name / f"{i}.png")
    with pytest.raises(BadInput, match="caf\ufffd cannot be read: its name"):
        load(Images(folder=".", size=(4, 4)), tmp_path)
