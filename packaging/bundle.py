"""Build the program as one folder, ``dist/nnviz``, in an environment of its own, and see that it runs.

The bundle has tensorflow-cpu where there is one: half the size, and it must never share an environment with tensorflow.
"""

from __future__ import annotations

import platform
import re
import shutil
import subprocess
import sys
import tomllib

import set_up

ROOT = set_up.ROOT
ENVIRONMENT, WORK, DIST = ROOT / "build/bundle-venv", ROOT / "build/pyinstaller", ROOT / "dist"
# Where each file for the desktop belongs below a prefix such as /usr.
DESKTOP = {
    "packaging/share/org.nnviz.nnviz.desktop": "share/applications/org.nnviz.nnviz.desktop",
    "packaging/share/org.nnviz.nnviz.metainfo.xml": "share/metainfo/org.nnviz.nnviz.metainfo.xml",
    "packaging/share/org.nnviz.nnviz.mime.xml": "share/mime/packages/org.nnviz.nnviz.xml",
    "resources/icons/nnviz.svg": "share/icons/hicolor/scalable/apps/org.nnviz.nnviz.svg",
}


def main() -> int:
    """Build, add the files for the desktop, try the result; 0 where it runs."""
    try:
        set_up.check_python()
        if sys.platform.startswith("linux"):
            # PyInstaller reads shared libraries with objdump; the spec strips them.
            set_up.need_packages([] if shutil.which("objdump") else ["binutils"], "the bundle needs binutils")
        prepare()
        build()
        return try_out()
    except set_up.SetUpError as error:
        print(f"nnviz bundle: {error}", file=sys.stderr)
        return 1


def requirements() -> list[str]:
    """What the bundle is made of and with."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needs = [*project["dependencies"], *project["optional-dependencies"]["bundle"]]
    if platform.machine() in ("x86_64", "AMD64"):
        needs = [re.sub(r"^tensorflow\b", "tensorflow-cpu", need) for need in needs]
    return needs


def prepare() -> None:
    """The environment the bundle is made from."""
    set_up.make_venv(ENVIRONMENT)
    pip = [str(set_up.python_of(ENVIRONMENT)), "-m", "pip", "install"]
    constraints = ["-c", str(ROOT / "constraints.txt")] if sys.platform.startswith("linux") else []
    set_up.run(*pip, *requirements(), *constraints)
    set_up.run(*pip, "--no-deps", "--force-reinstall", str(ROOT))


def build() -> None:
    """``dist/nnviz``, with the files that make it known to a desktop."""
    python, spec = str(set_up.python_of(ENVIRONMENT)), str(ROOT / "packaging/nnviz.spec")
    set_up.run(
        python, "-m", "PyInstaller", "--noconfirm", "--distpath", str(DIST), "--workpath", str(WORK), spec
    )  # fmt: skip
    for source, target in DESKTOP.items():
        copy = DIST / "nnviz" / target
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / source, copy)


def try_out() -> int:
    """Whether the built program knows its version and finds nothing missing; prints its size."""
    program = str(DIST / "nnviz" / ("nnviz.exe" if sys.platform == "win32" else "nnviz"))
    set_up.run(program, "--version")
    code = subprocess.run([program, "doctor"], check=False).returncode
    size = sum(file.stat().st_size for file in (DIST / "nnviz").rglob("*") if not file.is_symlink())
    print(f"{DIST / 'nnviz'}: {size / 1e6:.0f} MB")
    return code


if __name__ == "__main__":
    sys.exit(main())
