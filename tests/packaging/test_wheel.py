"""The wheel, installed where nothing of the checkout can help it, does the main job."""

from __future__ import annotations

import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ("nnviz", "resources", "docs", "pyproject.toml", "setup.py", "README.md", "LICENSE")
DEMO_FILES = ("window.png", "project.nnviz", "weights.weights.h5", "model.keras")
PREDICT = """
import sys, numpy, keras
model = keras.models.load_model(sys.argv[1])
before = [w.copy() for w in model.get_weights()]
model.set_weights([w * 0 for w in before])
model.load_weights(sys.argv[2])
print(*numpy.round(model.predict(numpy.array([[0, 0], [0, 1], [1, 0], [1, 1]], "float32"), verbose=0)).ravel())
"""


def run(command: list[object], cwd: Path, environment: dict[str, str] | None = None) -> str:
    """The standard output of *command*; its errors are the test's where it fails."""
    words = [str(word) for word in command]
    ran = subprocess.run(words, cwd=cwd, env=environment, capture_output=True, text=True, check=False, timeout=900)
    assert ran.returncode == 0, f"{' '.join(words)} ended with {ran.returncode}\n{ran.stdout}\n{ran.stderr}"
    return ran.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory, outside_environment: dict[str, str]) -> Path:
    """The wheel of this checkout. Its sources are copied first: building leaves folders behind."""
    folder = tmp_path_factory.mktemp("wheel")
    for name in SOURCES:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / "source" / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, folder / "source" / name)
    command = [sys.executable, "-m", "build", "--wheel", "--outdir", folder, folder / "source"]
    run(command, folder, outside_environment)
    (built,) = folder.glob("*.whl")
    return built


def make_environment(folder: Path) -> Path:
    """A new virtual environment in *folder*; returns its folder of programs."""
    venv.create(folder, with_pip=True)
    return Path(sysconfig.get_path("scripts", "venv", {"base": str(folder), "platbase": str(folder)}))


def share_packages(folder: Path) -> None:
    """Let the environment in *folder* see the packages of this one, which are 3 GB, behind its own."""
    ours = sysconfig.get_path("purelib")
    theirs = Path(sysconfig.get_path("purelib", "venv", {"base": str(folder), "platbase": str(folder)}))
    (theirs / "shared_packages.pth").write_text(f"{ours}\n", encoding="utf-8")


@pytest.fixture(scope="module")
def programs(wheel: Path, tmp_path_factory: pytest.TempPathFactory, outside_environment: dict[str, str]) -> Path:
    """The programs of a clean environment with the wheel in it."""
    folder = tmp_path_factory.mktemp("clean")
    made = make_environment(folder)
    run([made / "python", "-m", "pip", "install", "--no-deps", wheel], folder, outside_environment)
    share_packages(folder)
    return made


def test_the_wheel_has_the_package_and_its_resources_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0] for name in names} == {"nnviz", f"nnviz-{wheel.name.split('-')[1]}.dist-info"}
    sources = {path.relative_to(ROOT).as_posix() for path in (ROOT / "nnviz").rglob("*.py")}
    assert sources <= set(names)
    for path in (ROOT / "resources").rglob("*"):
        if path.is_file():
            assert f"nnviz/{path.relative_to(ROOT).as_posix()}" in names


@pytest.mark.nightly
def test_it_is_the_installed_one_that_runs(programs: Path, tmp_path: Path) -> None:
    where = run([programs / "python", "-c", "import nnviz; print(nnviz.__file__)"], tmp_path)
    assert Path(where.strip()).is_relative_to(programs.parent)
    assert run([programs / "nnviz", "--version"], tmp_path).startswith("nnviz ")


@pytest.mark.nightly
def test_doctor_finds_nothing_missing(programs: Path, tmp_path: Path) -> None:
    assert "All is well." in run([programs / "nnviz", "doctor"], tmp_path)


@pytest.mark.nightly
def test_the_demo_leaves_weights_that_plain_keras_reads(programs: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run([programs / "nnviz", "demo", "--out", out], tmp_path)
    assert [name for name in DEMO_FILES if not (out / name).stat().st_size] == []
    assert (out / "window.png").read_bytes().startswith(b"\x89PNG")
    said = run([sys.executable, "-c", PREDICT, out / "model.keras", out / "weights.weights.h5"], tmp_path)
    assert said.splitlines()[-1] == "0.0 1.0 1.0 0.0"


@pytest.mark.nightly
def test_an_installation_with_nothing_shared(wheel: Path, tmp_path: Path, outside_environment: dict[str, str]) -> None:
    programs = make_environment(tmp_path / "clean")
    run([programs / "python", "-m", "pip", "install", wheel], tmp_path, outside_environment)
    run([programs / "nnviz", "doctor"], tmp_path)
    run([programs / "nnviz", "demo", "--out", tmp_path / "out"], tmp_path)
    assert all((tmp_path / "out" / name).exists() for name in DEMO_FILES)
