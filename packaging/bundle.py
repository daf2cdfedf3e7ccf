"""Build the program as one folder, ``dist/nnviz``, in an environment of its own, see that it runs, and pack it.

The bundle has tensorflow-cpu where there is one: half the size, and it must never share an environment with tensorflow.
The versions of everything in it are those of constraints.txt.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

import set_up

ROOT = set_up.ROOT
# Where each file for the desktop belongs below a prefix such as /usr.
DESKTOP = {
    "resources/desktop/org.nnviz.nnviz.desktop": "share/applications/org.nnviz.nnviz.desktop",
    "resources/desktop/org.nnviz.nnviz.metainfo.xml": "share/metainfo/org.nnviz.nnviz.metainfo.xml",
    "resources/desktop/org.nnviz.nnviz.mime.xml": "share/mime/packages/org.nnviz.nnviz.xml",
    "resources/icons/nnviz.svg": "share/icons/hicolor/scalable/apps/org.nnviz.nnviz.svg",
}
SOURCES = ("nnviz", "resources", "docs", "pyproject.toml", "setup.py", "README.md", "LICENSE")
# The same sources give the same bytes: no order of a set and no moment of the build goes into them.
SAME_EACH_TIME = {"PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": "1767225600"}
# What unpacks without further options: zstd takes windows up to 2^27 bytes unasked.
ZSTD = ["zstd", "-19", "--long=27", "-T0", "--quiet", "--force"]


@dataclass(frozen=True)
class Places:
    """Where things are made.

    Attributes:
        work: for the environment and what PyInstaller keeps from one build to the next.
        out: for the folder ``nnviz`` and the archive.
    """

    work: Path
    out: Path

    @property
    def environment(self) -> Path:
        """The environment the bundle is made from."""
        return self.work / "bundle-venv"

    @property
    def python(self) -> str:
        """Its interpreter."""
        return str(set_up.python_of(self.environment))

    @property
    def folder(self) -> Path:
        """The bundle."""
        return self.out / "nnviz"

    @property
    def program(self) -> Path:
        """The program in it."""
        return self.folder / ("nnviz.exe" if sys.platform == "win32" else "nnviz")


def main(arguments: list[str] | None = None) -> int:
    """Build, add the files for the desktop, try the result, pack it; 0 where it runs."""
    parser = argparse.ArgumentParser(description="Build the program as one folder, and pack it.")
    parser.add_argument("--work", type=Path, default=ROOT / "build", help="for what is made on the way")
    parser.add_argument("--out", type=Path, default=ROOT / "dist", help="for the bundle and its archive")
    args = parser.parse_args(arguments)
    places = Places(args.work.resolve(), args.out.resolve())
    try:
        set_up.check_python()
        need_tools()
        prepare(places)
        build(places)
        code = try_out(places)
        pack(places)
    except set_up.SetUpError as error:
        print(f"nnviz bundle: {error}", file=sys.stderr)
        return 1
    return code


def need_tools() -> None:
    """The programs of the system that the build calls, on Linux; elsewhere Python has all it needs."""
    if sys.platform.startswith("linux"):
        # PyInstaller reads shared libraries with objdump; the spec strips them.
        tools = {"objdump": "binutils", "zstd": "zstd"}
        missing = [package for tool, package in tools.items() if not shutil.which(tool)]
        set_up.need_packages(missing, "the bundle needs these tools")


def requirements() -> list[str]:
    """What the bundle is made of and with."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needs = [*project["dependencies"], *project["optional-dependencies"]["bundle"]]
    if platform.machine() in ("x86_64", "AMD64"):
        needs = [re.sub(r"^tensorflow\b", "tensorflow-cpu", need) for need in needs]
    return needs


def prepare(places: Places) -> None:
    """The environment the bundle is made from."""
    set_up.make_venv(places.environment)
    pip = [places.python, "-m", "pip", "install"]
    constraints = ["-c", str(ROOT / "constraints.txt")] if sys.platform.startswith("linux") else []
    set_up.run(*pip, *requirements(), *constraints)
    set_up.run(*pip, "--no-deps", "--force-reinstall", str(copied_sources(places)))


def copied_sources(places: Places) -> Path:
    """The sources in a folder of their own: what an earlier build left among them would come along."""
    copy = places.work / "source"
    shutil.rmtree(copy, ignore_errors=True)
    for name in SOURCES:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(ROOT / name, copy / name)
    return copy


def build(places: Places) -> None:
    """The bundle, with the files that make it known to a desktop and the licences of what is inside."""
    os.environ |= SAME_EACH_TIME
    work, spec = places.work / "pyinstaller", str(ROOT / "packaging/nnviz.spec")
    command = [places.python, "-m", "PyInstaller", "--noconfirm", "--distpath", str(places.out)]
    set_up.run(*command, "--workpath", str(work), spec)
    copies = {work / "nnviz" / "LICENCES.txt": "LICENCES.txt", ROOT / "LICENSE": "LICENSE"}
    if sys.platform.startswith("linux"):
        copies |= {ROOT / source: target for source, target in DESKTOP.items()}
    for source, target in copies.items():
        copy = places.folder / target
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(source, copy)


def try_out(places: Places) -> int:
    """Whether the built program knows its version and finds nothing missing; prints its size."""
    set_up.run(str(places.program), "--version")
    code = subprocess.run([str(places.program), "doctor"], check=False).returncode
    size = sum(file.stat().st_size for file in places.folder.rglob("*") if not file.is_symlink())
    print(f"{places.folder}: {size / 1e6:.0f} MB", flush=True)
    return code


def pack(places: Places) -> Path:
    """One file of the bundle: ``.tar.zst`` on Linux, ``.zip`` elsewhere; prints its size."""
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    stem = f"nnviz-{version}-{sys.platform}-{platform.machine().lower()}"
    archive = places.out / f"{stem}{'.tar.zst' if sys.platform.startswith('linux') else '.zip'}"
    if sys.platform.startswith("linux"):
        named = ["--sort=name", f"--mtime=@{SAME_EACH_TIME['SOURCE_DATE_EPOCH']}", "--owner=0", "--group=0"]
        tar = ["tar", *named, "--numeric-owner", "-C", str(places.out), "-c", "nnviz"]
        with subprocess.Popen(tar, stdout=subprocess.PIPE) as packing:
            packed = subprocess.run([*ZSTD, "-o", str(archive)], stdin=packing.stdout, check=False)
        if packing.returncode or packed.returncode:
            raise set_up.SetUpError(f"{archive} could not be packed")
    elif sys.platform == "darwin":
        # Python's zip follows links, of which such a program has one for every library.
        set_up.run("ditto", "-c", "-k", "--keepParent", str(places.out / "nnviz.app"), str(archive))
    else:
        shutil.make_archive(str(places.out / stem), "zip", places.out, "nnviz")
    print(f"{archive}: {archive.stat().st_size / 1e6:.0f} MB")
    return archive


if __name__ == "__main__":
    sys.exit(main())
