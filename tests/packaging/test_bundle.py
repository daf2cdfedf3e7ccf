"""The bundle that was built does everything by itself: no Python, no environment, wherever its folder lies.

``make bundle-test`` runs this after ``make bundle``; the folder may be named with NNVIZ_BUNDLE.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import safetensors.numpy

from nnviz.project.card import card_path
from tests.commands.conftest import write_project

ROOT = Path(__file__).resolve().parents[2]
BUNDLE = Path(os.environ.get("NNVIZ_BUNDLE", ROOT / "dist" / "nnviz"))
DEMO_FILES = ("window.png", "project.nnviz", "weights.weights.h5", "model.keras")
ENDINGS = {
    "keras": ".keras", "savedmodel": ".savedmodel", "tflite": ".tflite", "onnx": ".onnx", "weights.h5": ".weights.h5",
    "npz": ".npz", "csv": ".csv", "safetensors": ".safetensors", "python": ".py", "notebook": ".ipynb",
}  # fmt: skip
RUNTIMES = ("savedmodel", "tflite", "onnx")
RUNS = ("tensorboard", "runs.csv", "epochs.csv")
# A lesson of each way to train that has a step of its own, and the class that does it.
METHODS = {
    "generator-against-discriminator": "Adversarial",
    "boltzmann-machine": "ContrastiveDivergence",
    "catch": "QLearning",
}
MOST_MB = 1110  # 583 of them are one library of TensorFlow, stripped
NOBODY = 65534
pytestmark = [
    pytest.mark.nightly,
    pytest.mark.timeout(1200),
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks into a bundle for Linux"),
    pytest.mark.skipif(not (BUNDLE / "nnviz").exists(), reason="no bundle was built: make bundle"),
]


def run(program: Path, *words: object, home: Path, display: str | None = None, user: int | None = None) -> str:
    """What the bundle prints, with an empty environment but for a home to write to, and perhaps a screen."""
    # Every name that a library asks for has to be found as it is loaded, not when something first needs it.
    environment = {"HOME": str(home), "LD_BIND_NOW": "1"} | ({"DISPLAY": display} if display else {})
    command = [str(program), *map(str, words)]
    somebody = {} if user is None else {"user": user, "group": user, "extra_groups": []}
    ran = subprocess.run(
        command, cwd=home, env=environment, capture_output=True, text=True, check=False, timeout=600, **somebody
    )  # fmt: skip
    assert ran.returncode == 0, f"{' '.join(command)} ended with {ran.returncode}\n{ran.stdout}\n{ran.stderr}"
    assert "Traceback" not in ran.stderr
    return ran.stdout


@pytest.fixture
def home() -> Iterator[Path]:
    """A home that anyone may write to; not in pytest's own folder, which the next pytest closes to others."""
    with tempfile.TemporaryDirectory(prefix="nnviz-bundle-") as folder:
        Path(folder).chmod(0o777)
        yield Path(folder)


@pytest.fixture
def screen() -> Iterator[str]:
    """A virtual X display."""
    server = shutil.which("Xvfb")
    if server is None:
        pytest.skip("no Xvfb here")
    read, write = os.pipe()
    command = [server, "-displayfd", str(write), "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL) as running:
        os.close(write)
        with os.fdopen(read) as answer:
            number = answer.readline().strip()
        try:
            yield f":{number}"
        finally:
            running.terminate()


def test_nothing_is_missing(home: Path) -> None:
    assert "All is well." in run(BUNDLE / "nnviz", "doctor", home=home)


def test_the_demo_without_a_screen(home: Path) -> None:
    check_demo(BUNDLE / "nnviz", home, None)


def test_the_demo_on_a_screen(home: Path, screen: str) -> None:
    check_demo(BUNDLE / "nnviz", home, screen)


def test_training_and_every_export(home: Path) -> None:
    check_exports(BUNDLE / "nnviz", home)


@pytest.mark.parametrize("lesson", METHODS)
def test_a_method_and_its_script(lesson: str, home: Path) -> None:
    """The script that the bundle writes has the text of the step, and runs where there is Keras and no nnviz."""
    form = json.loads((ROOT / "resources" / "lessons" / lesson / "project.json").read_text(encoding="utf-8"))
    form["training"]["epochs"] = 2
    project, script = home / "lesson.json", home / "lesson.py"
    project.write_text(json.dumps(form), encoding="utf-8")
    program = BUNDLE / "nnviz"
    lines = run(program, "train", project, "--json", "--out", home / "trained", home=home).splitlines()
    assert json.loads(lines[-1]) | {"seconds": 0} == {"ending": "finished", "epochs": 2, "seconds": 0}
    run(program, "export", home / "trained" / "project.nnviz", "--format", "python", "-o", script, home=home)
    assert f"class {METHODS[lesson]}:" in script.read_text(encoding="utf-8")
    clean = {"HOME": str(home), "PATH": os.defpath}
    ran = subprocess.run(
        [sys.executable, "-P", str(script)], cwd=home, env=clean, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr


def test_every_other_command(home: Path) -> None:
    program = BUNDLE / "nnviz"
    iris = write_project(home / "iris.json", {"source": "builtin", "name": "iris"})
    run(program, "train", iris, "--out", home / "trained", home=home)
    trained = home / "trained" / "project.nnviz"
    assert "accuracy" in json.loads(run(program, "evaluate", trained, "--json", home=home))
    (home / "rows.csv").write_text("1,2,3,4\n5,4,3,2\n")
    assert len(run(program, "predict", trained, "rows.csv", "--json", home=home).splitlines()) == 2
    assert "Dense" in run(program, "show", trained, home=home)
    run(program, "export", trained, "--format", "keras", "-o", home / "net.keras", home=home)
    run(program, "import", home / "net.keras", "--out", home / "again.nnviz", home=home)
    assert "Dense" in run(program, "show", home / "again.nnviz", home=home)
    points = run(program, "sweep", iris, "--set", "hidden.units=2,3", "--jobs", "1", "--json", home=home)
    assert len(points.splitlines()) == 2
    for kind in RUNS:
        run(program, "export", trained, "--format", kind, "-o", home / f"runs-{kind}", home=home)
        assert (home / f"runs-{kind}").exists()


def test_it_runs_read_only_in_a_folder_of_another_name(home: Path) -> None:
    """As on a stick or in /opt; somebody without rights runs it where the test itself is root."""
    moved = BUNDLE.with_name("a folder of 다른 이름")
    user = NOBODY if os.geteuid() == 0 else None
    BUNDLE.rename(moved)
    modes = {path: path.stat().st_mode for path in [moved, *moved.rglob("*")] if path.is_dir()}
    try:
        for folder, mode in modes.items():
            folder.chmod(mode & ~0o222)
        assert "All is well." in run(moved / "nnviz", "doctor", home=home, user=user)
        check_demo(moved / "nnviz", home, None, user)
        check_exports(moved / "nnviz", home, user)
    finally:
        for folder, mode in modes.items():
            folder.chmod(mode)
        moved.rename(BUNDLE)


def test_what_is_inside_and_how_large_it_is() -> None:
    files = [path for path in BUNDLE.rglob("*") if path.is_file() and not path.is_symlink()]
    assert sum(path.stat().st_size for path in files) < MOST_MB * 1e6
    text = (BUNDLE / "LICENCES.txt").read_text(encoding="utf-8")
    for name in (
        "Python ",
        "tensorflow_cpu ",
        "keras ",
        "numpy ",
        "onnxruntime ",
        "duckdb ",
        "pyinstaller ",
        "GNU Lesser",
    ):
        assert name in text
    names = {path.name for path in files}
    assert not names & {"libqeglfs.so", "libgtk-3.so.0", "stablehlo_extension.so", "_pywrap_profiler_plugin.so"}
    assert {name for name in names if name.startswith("qtbase_")} == {"qtbase_en.qm", "qtbase_ko.qm"}
    assert "direct_url.json" not in names  # it would name a folder of the machine that built it
    for place in ("applications/org.nnviz.nnviz.desktop", "metainfo/org.nnviz.nnviz.metainfo.xml"):
        assert (BUNDLE / "share" / place).exists()


def check_demo(program: Path, home: Path, display: str | None, user: int | None = None) -> None:
    """The main job: draw, train, take the weights home."""
    run(program, "demo", "--out", home / "demo", home=home, display=display, user=user)
    assert [name for name in DEMO_FILES if not (home / "demo" / name).stat().st_size] == []
    assert (home / "demo" / "window.png").read_bytes().startswith(b"\x89PNG")


def check_exports(program: Path, home: Path, user: int | None = None) -> None:
    """A network with a layer of each family that something is special about, trained and exported in every format."""
    layers = [
        {"id": "in", "kind": "Input"},
        {"id": "steps", "kind": "Reshape", "target_shape": [2, 2]},
        {"id": "memory", "kind": "LSTM", "units": 4},
        {"id": "round", "kind": "Dense", "units": 4, "activation": "gelu"},
        {"id": "out", "kind": "Output"},
    ]
    iris = write_project(home / "iris.json", {"source": "builtin", "name": "iris"}, {"layers": layers})
    out = home / "trained"
    assert '"ending"' in run(program, "train", iris, "--json", "--out", out, home=home, user=user)
    for kind, ending in ENDINGS.items():
        path = home / f"net{ending}"
        said = run(
            program, "export", out / "project.nnviz", "--format", kind, "-o", path, "--force", home=home, user=user
        )  # fmt: skip
        assert path.exists()
        assert ("it differs from the network by" in said) == (kind in RUNTIMES)
    assert card_path(home / "net.onnx", ".onnx").exists()
    loaded = np.load(home / "net.npz")
    for name, array in safetensors.numpy.load_file(home / "net.safetensors").items():
        np.testing.assert_array_equal(loaded[name], array)
