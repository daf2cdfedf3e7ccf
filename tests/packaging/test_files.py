"""What must hold for every file of the repository."""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib
import unicodedata
from pathlib import Path

import pytest

import nnviz

ROOT = Path(__file__).resolve().parents[2]
# Where packages come from is pip's own setting, and no machine is like the one a file was written on.
INDEX = re.compile(
    r"--(extra-)?index-url|--find-links|--trusted-host|/simple/?\s*$|files\.pythonhosted|pypi\.org/simple"
)
MACHINE = re.compile(r"(?<![\w.<])/(home|Users|root)/\w+")
NOT_ON_WINDOWS = re.compile(r'(^|/)(con|prn|aux|nul|com\d|lpt\d)(\.|/|$)|[<>:"|?*\\]|[. ](/|$)', re.IGNORECASE)


def repository_files() -> list[Path]:
    if not shutil.which("git") or not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def test_no_file_names_a_package_index_or_somebodys_folder() -> None:
    found = []
    for path in repository_files():
        text = path.read_bytes()
        if path == Path(__file__) or b"\0" in text:
            continue
        for number, line in enumerate(text.decode("utf-8").splitlines(), 1):
            if INDEX.search(line) or MACHINE.search(line):
                found.append(f"{path.relative_to(ROOT)}:{number}: {line.strip()}")
    assert found == []


def test_the_constraints_are_versions_alone() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not re.fullmatch(r"(#.*|[\w.-]+==[\w.!+]+)", line)] == []
    names = [line.split("==")[0].lower().replace("_", "-") for line in lines if "==" in line]
    assert len(names) == len(set(names))


def test_every_dependency_is_constrained() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    wanted = {
        re.split(r"[<>=!~\[ ]", line)[0]
        for line in [*project["dependencies"], *extras["test"], *extras["bundle"], *extras["bench"]]
    }
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pinned = {line.split("==")[0].lower().replace("_", "-") for line in lines}
    assert {name.lower().replace("_", "-") for name in wanted} - pinned == set()


def test_every_name_is_one_file_on_every_system() -> None:
    """Windows and macOS take Net.py for net.py, and Windows keeps some names for devices and some letters."""
    names = [path.relative_to(ROOT).as_posix() for path in repository_files()]
    assert len({unicodedata.normalize("NFC", name).casefold() for name in names}) == len(names)
    assert [name for name in names if NOT_ON_WINDOWS.search(name)] == []
    assert max(map(len, names)) < 120  # a path of Windows has 260 letters, and the folder it is installed in takes some


def test_the_version_is_the_same_everywhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == nnviz.__version__


def test_no_source_file_is_longer_than_400_lines() -> None:
    sources = [path for path in repository_files() if path.suffix == ".py"]
    long = [path.name for path in sources if len(path.read_text(encoding="utf-8").splitlines()) > 400]
    assert long == []
