"""Make this checkout run on a machine that has Python and nothing else: ``set_up.py VENV [EXTRA]``.

Makes the virtual environment VENV, installs the project into it editable, with the versions of constraints.txt, and
sees to the system's libraries: where it may (root, or sudo without a password) it installs what is missing with
apt-get, elsewhere it prints the exact line and stops. Standard library only. Exit 0 when everything is there, else 1.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OLDEST_PYTHON = (3, 11)
# The tests of the real window run on a virtual X display.
SCREEN_PACKAGES = {"Xvfb": "xvfb", "xauth": "xauth"}
COMPILE_ALL = "import compileall, sysconfig; compileall.compile_dir(sysconfig.get_path('purelib'), quiet=2, workers=0)"


def main(arguments: Sequence[str]) -> int:
    """Set up the environment; say the one line that helps where that is not possible."""
    venv, extra = Path(arguments[0]), arguments[1] if len(arguments) > 1 else ""
    try:
        check_python()
        make_venv(venv)
        install(venv, extra)
        need_packages(missing_qt_packages(venv), "Qt needs these libraries of the system")
        if extra == "test":
            missing = [package for tool, package in SCREEN_PACKAGES.items() if not shutil.which(tool)]
            need_packages(missing, "the tests of the window need a virtual screen")
    except SetUpError as error:
        print(f"nnviz set-up: {error}", file=sys.stderr)
        return 1
    return 0


class SetUpError(Exception):
    """Something a person has to do first; the message says what."""


def check_python() -> None:
    """SetUpError where this Python is too old."""
    if sys.version_info < OLDEST_PYTHON:
        wanted, found = (".".join(map(str, version[:2])) for version in (OLDEST_PYTHON, sys.version_info))
        raise SetUpError(f"Python {wanted} or newer is needed, this is {found}; name another with PYTHON=...")


def make_venv(venv: Path) -> None:
    """The virtual environment *venv*, unless it is there and works."""
    python = python_of(venv)
    if python.exists() and succeeds(str(python), "-m", "pip", "--version"):
        return
    # Debian keeps the part of venv that installs pip in a package of its own.
    if importlib.util.find_spec("ensurepip") is None:
        version = ".".join(map(str, sys.version_info[:2]))
        need_packages([f"python{version}-venv"], "Python's venv module is not complete here")
    run(sys.executable, "-m", "venv", "--clear", str(venv))


def install(venv: Path, extra: str) -> None:
    """The project, editable, with its dependencies and those of *extra*."""
    what = f"{ROOT}[{extra}]" if extra else str(ROOT)
    # The constraints are the versions tested on Linux; elsewhere the ranges of pyproject.toml decide.
    constraints = ["-c", str(ROOT / "constraints.txt")] if sys.platform.startswith("linux") else []
    python = str(python_of(venv))
    run(python, "-m", "pip", "install", "--no-compile", "-e", what, *constraints)
    # pip would do this on one core. Some packages have files that are no Python of this version: nobody imports these.
    succeeds(python, "-c", COMPILE_ALL)


def missing_qt_packages(venv: Path) -> list[str]:
    """The Debian packages that hold what Qt is linked against and the system lacks."""
    command = [str(python_of(venv)), "-m", "nnviz.commands.qt_libraries"]
    asked = subprocess.run(command, capture_output=True, text=True, check=False)
    if asked.returncode:
        raise SetUpError(f"the installed nnviz does not start: {asked.stderr.strip()}")
    return asked.stdout.split()


def need_packages(packages: Sequence[str], why: str) -> None:
    """Install Debian *packages*, or SetUpError with the line that does where this is not ours to do."""
    if not packages:
        return
    line = f"apt-get install -y --no-install-recommends {' '.join(packages)}"
    privilege = how_to_be_root()
    if privilege is None or not shutil.which("apt-get"):
        raise SetUpError(f"{why}; install them with: sudo {line}")
    print(f"{why}: {line}", flush=True)
    os.environ["DEBIAN_FRONTEND"] = "noninteractive"
    if not succeeds(*privilege, *line.split(), shown=True):
        # A fresh machine has no list of packages yet.
        run(*privilege, "apt-get", "update")
        run(*privilege, *line.split())


def how_to_be_root() -> list[str] | None:
    """The words before a command that needs root: none, or sudo without a password; None where neither is ours."""
    if not hasattr(os, "geteuid"):
        return None
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and succeeds("sudo", "-n", "true"):
        return ["sudo", "-n"]
    return None


def python_of(venv: Path) -> Path:
    """The interpreter of the virtual environment *venv*."""
    return venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def run(*command: str) -> None:
    """Run *command* with its output shown; SetUpError where it fails."""
    if not succeeds(*command, shown=True):
        raise SetUpError(f"this failed, and said why above: {' '.join(command)}")


def succeeds(*command: str, shown: bool = False) -> bool:
    """Whether *command* ends with 0; its output is *shown* or not."""
    return subprocess.run(command, capture_output=not shown, check=False).returncode == 0


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1:]))
