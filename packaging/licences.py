"""What is inside a bundle, and under which licences: the text of the file ``LICENCES.txt`` that lies in it."""

from __future__ import annotations

import importlib.metadata
import platform
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable
from pathlib import Path

RULE = "=" * 100
LICENCE_FILE = re.compile(r"(licen[cs]e|copying|notice|copyright|authors)", re.IGNORECASE)
# Qt is in the bundle as shared libraries that anyone may replace; its packages carry no text of its licence.
QT = """Qt and PySide6 are used under the GNU Lesser General Public License, version 3. They are in this folder as
shared libraries, unchanged, in _internal/PySide6; you may put other builds of them in their place. Their sources are at
https://download.qt.io. The text of the licence is at https://www.gnu.org/licenses/lgpl-3.0.txt. What of others is in
Qt, as the libraries of ICU, and under which licences: https://doc.qt.io/qt-6/licenses-used-in-qt.html."""
# Some licences ask that changed files say so.
CHANGED = """\
Most shared libraries other than Qt's are here without their symbol tables. What nnviz never uses of a package is left
out."""
# Its beginning is in the program itself.
STARTER = "pyinstaller"


def licences(modules: Iterable[str], files: Iterable[str]) -> str:
    """The text for a bundle of the Python *modules* (dotted names) and the shared libraries *files* (their paths)."""
    found = sorted({*distributions(modules), STARTER}, key=lambda name: name.lower())
    packages = debian_packages(files)
    lines = ["nnviz and what this folder holds besides", "", CHANGED, ""]
    lines += [f"Python {platform.python_version()}: PSF-2.0"]
    lines += [f"{name} {importlib.metadata.version(name)}: {licence_of(name)}" for name in found]
    lines += [f"{name} (a library of the system it was built on)" for name in packages]
    texts = [("Python", python_text()), ("Qt and PySide6", QT)]
    texts += [(name, text) for name in found if (text := texts_of(name))]
    texts += [(name, text) for name in packages if (text := debian_text(name))]
    for title, text in texts:
        lines += ["", RULE, title, RULE, "", text.strip()]
    return "\n".join(lines) + "\n"


def distributions(modules: Iterable[str]) -> set[str]:
    """The installed packages that *modules* came from."""
    owners = importlib.metadata.packages_distributions()
    tops = {module.split(".")[0] for module in modules}
    return {owner for top in tops for owner in owners.get(top, ())}


def licence_of(name: str) -> str:
    """What the package *name* says of its licence, in one line."""
    said = importlib.metadata.metadata(name)
    short = said.get("License-Expression") or (said.get("License") or "").strip()
    if short and "\n" not in short and len(short) < 80:
        return short
    classified = [line.split("::")[-1].strip() for line in said.get_all("Classifier", []) if line.startswith("License")]
    return ", ".join(classified) or "see its text below"


def texts_of(name: str) -> str:
    """The files in which the package *name* has its licence, one behind the other."""
    listed = importlib.metadata.files(name) or []
    found = [file for file in listed if ".dist-info" in str(file) and LICENCE_FILE.search(file.name)]
    paths = [Path(str(file.locate())) for file in found]
    return "\n\n".join(path.read_text(encoding="utf-8", errors="replace") for path in paths if path.is_file())


def python_text() -> str:
    """Python's own licence."""
    for folder in (sysconfig.get_path("stdlib"), sys.base_prefix, Path(sysconfig.get_path("stdlib")).parent):
        path = Path(folder) / "LICENSE.txt"
        if path.is_file():
            return path.read_text(encoding="utf-8")
    return "https://docs.python.org/3/license.html"


def debian_packages(files: Iterable[str]) -> list[str]:
    """The Debian packages that those of *files* come from that no Python package brought; none on other systems."""
    own = Path(sysconfig.get_path("purelib")).resolve()
    paths = {str(Path(file).resolve()) for file in files if own not in Path(file).resolve().parents}
    if not paths or not shutil.which("dpkg-query"):
        return []
    # The folders /lib and /usr/lib are one, and the list of files has either.
    asked = sorted(paths | {path.removeprefix("/usr") for path in paths})
    ran = subprocess.run(["dpkg-query", "--search", *asked], capture_output=True, text=True, check=False)
    return sorted({line.split(":")[0] for line in ran.stdout.splitlines() if ": /" in line})


def debian_text(name: str) -> str:
    """What Debian's package *name* says of its licence."""
    path = Path("/usr/share/doc") / name / "copyright"
    return path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
