"""Working copies on the disk: they go with their data, and a full disk is a sentence."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from nnviz.data import scratch
from nnviz.data.load import load
from nnviz.data.spec import DataSpec, Npz, Table
from nnviz.errors import BadInput
from tests.data.samples import arrays, left_behind, people_csv


def open_files() -> int:
    """Working copies that this process has open: they have no name any more."""
    links = [os.readlink(link) for link in Path("/proc/self/fd").iterdir() if link.is_symlink()]
    return sum(str(scratch.folder()) in link for link in links)


@pytest.mark.nightly
def test_a_working_copy_goes_with_its_data(tmp_path: Path) -> None:
    people_csv(tmp_path, "plain")
    np.savez_compressed(tmp_path / "a.npz", x=arrays(90, 4), y=np.arange(90) % 3)
    gc.collect()
    before = open_files()
    for spec in (Npz(path="a.npz"), Table(path="plain.csv")):
        dataset = load(spec, tmp_path, most_bytes=0)
        assert open_files() == before + 1
        assert left_behind() == []
        del dataset
        gc.collect()
        assert open_files() == before
    dataset = load(Npz(path="a.npz"), tmp_path, most_bytes=0)
    dataset.close()
    assert open_files() == before


def test_a_killed_process_leaves_nothing_that_stays(tmp_path: Path) -> None:
    program = (
        "import os, signal\n"
        "from nnviz.data.scratch import Scratch, room_for, scratch_folder\n"
        "copy = Scratch((3,), 'f4', 10, 'a')\n"
        "with scratch_folder() as folder:\n"
        "    (folder / 'table.duckdb').write_text('rows')\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    scratch.folder().mkdir(parents=True, exist_ok=True)
    ran = subprocess.run([sys.executable, "-c", program], timeout=60, check=False)
    assert ran.returncode == -9
    assert [path.name.partition("-")[0] for path in left_behind()] == ["unpacking"]
    with scratch.scratch_folder() as folder:
        assert left_behind() == [folder]
    assert left_behind() == []


def test_a_full_disk_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k", "none", str(disk)], capture_output=True)
    if mounted.returncode:
        pytest.skip("mounting a small disk needs root")
    monkeypatch.setattr(scratch, "folder", lambda: disk)
    try:
        np.savez_compressed(tmp_path / "a.npz", x=np.zeros((90_000, 4)), y=np.arange(90_000) % 3)
        (tmp_path / "a.csv").write_text("a,b,y\n" + "".join(f"{i}.{i},{i * 7},{i % 2}\n" for i in range(30_000)))
        for spec in (Npz(path="a.npz"), Table(path="a.csv")):
            assert "is larger than the memory, so a working copy" in sentence(spec, tmp_path)
        # The disk fills up on the way, in spite of what was free at first.
        monkeypatch.setattr("nnviz.data.scratch.room_for", lambda size, name: None)
        monkeypatch.setattr("nnviz.data.tables.large_table.room_for", lambda size, name: None)
        for spec in (Npz(path="a.npz"), Table(path="a.csv")):
            assert "the disk is full: make room there" in sentence(spec, tmp_path)
        gc.collect()
        assert list(disk.iterdir()) == []
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=True)


def sentence(spec: DataSpec, base: Path) -> str:
    with pytest.raises(BadInput) as caught:
        load(spec, base, most_bytes=0)
    return str(caught.value)
