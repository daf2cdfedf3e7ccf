"""What ``nnviz doctor`` looks at, one function per question.

Nothing here loads Qt or TensorFlow into this process: a broken one may end the process that loads it, so that they are
tried in another, which is this program again with ``doctor --try``.
"""

from __future__ import annotations

import importlib.metadata
import json
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from nnviz.assets import asset
from nnviz.commands import qt_libraries

State = Literal["ok", "note", "bad"]
GIB = 2**30
# TensorFlow alone takes about 0.6 GB before it holds any network.
LEAST_MEMORY, LEAST_DISK = 1.0, 0.5
RESOURCES = ("fonts/Inter-Regular.otf", "fonts/NanumSquareR.ttf", "icons/nnviz.svg", "icons/play.svg")
TRY_SECONDS = 120


@dataclass(frozen=True)
class Check:
    """One answer.

    Attributes:
        name: what was looked at.
        state: "ok", "note" (good to know, nothing to mend), or "bad" (nnviz will not work as it should).
        said: what was found.
        fix: the line or the step that mends it, where there is one.
    """

    name: str
    state: State
    said: str
    fix: str | None = None


def python() -> Check:
    """Which Python this is; an older one than nnviz needs could not have installed it."""
    return Check("Python", "ok", f"{platform.python_version()} at {sys.executable}")


def packages() -> Check:
    """Every required package is there in a version that nnviz works with."""
    from packaging.requirements import Requirement

    try:
        lines = importlib.metadata.requires("nnviz") or []
    except importlib.metadata.PackageNotFoundError:
        return Check("Packages", "note", "nnviz runs from its source folder and is not installed", "make run")
    needed = [r for r in map(Requirement, lines) if r.marker is None or r.marker.evaluate({"extra": ""})]
    wrong = []
    for requirement in needed:
        # The bundle has tensorflow-cpu, which is the same without GPUs.
        version = _version(requirement.name) or _version(f"{requirement.name}-cpu")
        if version is None or not requirement.specifier.contains(version, prereleases=True):
            wrong.append((str(requirement), version))
    if wrong:
        said = ", ".join(f"{wanted} is needed, {found or 'none'} is here" for wanted, found in wrong)
        return Check("Packages", "bad", said, "pip install " + " ".join(f'"{wanted}"' for wanted, _ in wrong))
    return Check("Packages", "ok", f"all {len(needed)} that nnviz needs")


def pyside() -> Check:
    """PySide6 is there and not the release that crashes on this Python."""
    version = _version("PySide6-Essentials")
    fix = 'pip install "PySide6-Essentials>=6.11,<6.12"'
    if version is None:
        return Check("PySide6", "bad", "PySide6-Essentials is not installed", fix)
    if version.startswith("6.12.0") and sys.version_info < (3, 12):
        return Check("PySide6", "bad", f"{version} crashes on Python 3.11 after a few repaints", fix)
    return Check("PySide6", "ok", version)


def qt_system_libraries() -> Check:
    """The system has the libraries that Qt is linked against."""
    missing = qt_libraries.missing_libraries()
    if not missing:
        return Check("Qt libraries", "ok", "all found")
    fix = qt_libraries.apt_line(qt_libraries.packages_for(missing))
    return Check("Qt libraries", "bad", f"missing: {', '.join(missing)}", fix)


def qt_start() -> Check:
    """Qt starts on this screen, or without one."""
    screen = has_screen()
    found = try_out("qt", {} if screen else {"QT_QPA_PLATFORM": "offscreen"})
    if "error" in found:
        return Check("Qt", "bad", found["error"], "see Qt libraries")
    where = f"on {found['platform']}" if screen else "without a screen"
    return Check("Qt", "ok", f"{found['version']} starts {where}")


def display() -> Check:
    """There is a screen for the window."""
    if has_screen():
        return Check("Screen", "ok", os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY") or "here")
    said = "none: the window needs one; demo, train and the other commands do not"
    return Check("Screen", "note", said, "xvfb-run -a nnviz (a virtual screen)")


def resources() -> Check:
    """Fonts and icons were installed with the app."""
    missing = []
    for name in RESOURCES:
        try:
            asset(name)
        except FileNotFoundError:
            missing.append(name)
    if missing:
        said = f"missing: {', '.join(missing)}"
        return Check("Fonts and icons", "bad", said, "pip install --force-reinstall nnviz")
    return Check("Fonts and icons", "ok", "all here")


def tensorflow() -> list[Check]:
    """TensorFlow and Keras load, which versions, and which processors they see."""
    if all(_version(name) for name in ("tensorflow", "tensorflow-cpu")):
        said = "tensorflow and tensorflow-cpu are both installed and overwrite each other"
        fix = "pip uninstall tensorflow tensorflow-cpu, then pip install tensorflow"
        return [Check("TensorFlow", "bad", said, fix)]
    found = try_out("tensorflow", {"TF_CPP_MIN_LOG_LEVEL": "3", "KERAS_BACKEND": "tensorflow"})
    if "error" in found:
        return [Check("TensorFlow", "bad", found["error"], 'pip install "tensorflow>=2.21" "keras>=3.15"')]
    said = f"{found['tensorflow']} with Keras {found['keras']}, loaded in {found['seconds']:.1f} s"
    return [Check("TensorFlow", "ok", said), _gpu(found["gpus"])]


def _gpu(gpus: list[str]) -> Check:
    if gpus:
        return Check("GPU", "ok", ", ".join(gpus))
    if shutil.which("nvidia-smi"):
        said = "there is an NVIDIA driver, but TensorFlow sees no GPU"
        return Check("GPU", "note", said, 'pip install "tensorflow[and-cuda]"')
    return Check("GPU", "note", "none seen: training runs on the processor")


def processor() -> Check:
    """The processor can run TensorFlow's instructions."""
    machine, cores = platform.machine(), os.cpu_count() or 1
    info = Path("/proc/cpuinfo")
    flags = info.read_text(encoding="utf-8", errors="replace").split() if info.exists() else []
    known = [name for name in ("avx", "avx2", "fma", "avx512f") if name in flags]
    if machine in ("x86_64", "AMD64") and flags and "avx" not in known:
        return Check("Processor", "bad", "it has no AVX, which TensorFlow needs", "use a newer machine")
    said = f"{cores} cores, {machine}{': ' if known else ''}{', '.join(known)}"
    return Check("Processor", "ok", said)


def memory() -> Check:
    """There is memory for TensorFlow and a network."""
    free = _free_memory()
    if free is None:
        return Check("Memory", "note", "this system does not say how much is free")
    if free < LEAST_MEMORY:
        said = f"{free:.1f} GB free; TensorFlow and a small network take about {LEAST_MEMORY:.0f} GB"
        return Check("Memory", "bad", said, "close other programs")
    return Check("Memory", "ok", f"{free:.1f} GB free")


def disk() -> Check:
    """There is room where the work is kept while a project is open."""
    import platformdirs

    folder = _nearest(platformdirs.user_data_path("nnviz", appauthor=False))
    if not os.access(folder, os.W_OK):
        said = f"{folder} cannot be written to, so that work would not survive a crash"
        return Check("Disk", "bad", said, f'chmod u+w "{folder}", or set XDG_DATA_HOME to a folder of yours')
    free = shutil.disk_usage(folder).free / GIB
    if free < LEAST_DISK:
        said = f"{free:.1f} GB free at {folder}; runs and snapshots may take {LEAST_DISK} GB"
        return Check("Disk", "bad", said, f"free some space at {folder}")
    return Check("Disk", "ok", f"{free:.1f} GB free at {folder}")


CHECKS: tuple[Callable[[], Check | list[Check]], ...] = (
    python, packages, pyside, qt_system_libraries, qt_start, display, resources, tensorflow, processor, memory, disk,
)  # fmt: skip


def has_screen() -> bool:
    """Whether windows can be shown here."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY"))


def try_out(what: str, environment: dict[str, str]) -> dict[str, Any]:
    """What ``doctor --try`` *what* found in its own process, or ``error``: one line that says why it ended."""
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "nnviz"]
    ran = subprocess.Popen(
        [*program, "doctor", "--try", what],
        env=os.environ | environment,
        # Not from a person's folder: a random.py there would shadow the library's.
        cwd=Path(__file__).resolve().parents[2],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        errors="replace",
    )
    try:
        out, err = ran.communicate(timeout=TRY_SECONDS)
    except subprocess.TimeoutExpired:
        ran.kill()
        ran.communicate()
        return {"error": f"no answer within {TRY_SECONDS} s"}
    lines = [line for line in out.splitlines() if line.startswith("{")]
    if ran.returncode == 0 and lines:
        found: dict[str, Any] = json.loads(lines[-1])
        return found
    said = [line.strip() for line in err.splitlines() if line.strip()] or [f"it ended with code {ran.returncode}"]
    # Python gives the reason last, Qt first.
    return {"error": said[-1 if "Traceback" in err else 0]}


def _version(package: str) -> str | None:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return None


def _nearest(folder: Path) -> Path:
    """*folder*, or the one around it that is there and may be looked at."""
    try:
        return folder if folder.exists() else _nearest(folder.parent)
    except PermissionError:
        return _nearest(folder.parent)


def _free_memory() -> float | None:
    """Memory that a new program could take, in GB; None where the system does not say."""
    info = Path("/proc/meminfo")
    if not info.exists():
        return None
    kib = dict(line.split(":") for line in info.read_text(encoding="ascii").splitlines())["MemAvailable"]
    return int(kib.split()[0]) * 1024 / GIB
