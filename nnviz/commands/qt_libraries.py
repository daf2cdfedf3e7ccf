"""Which of the system's libraries Qt needs here and does not find, and the Debian packages that have them.

The set-up script asks this right after the installation, before anything of Qt is loaded: standard library only.
"""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

# What Qt's modules and its plugins for a screen and for none are linked against, beyond the C and C++ libraries.
PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libGLX.so.0": "libglx0",
    "libGLdispatch.so.0": "libglvnd0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libbrotlidec.so.1": "libbrotli1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libstdc++.so.6": "libstdc++6",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libzstd.so.1": "libzstd1",
}


def missing_libraries() -> tuple[str, ...]:
    """The names of the libraries that the dynamic linker does not find; empty where this is not Linux."""
    if not sys.platform.startswith("linux") or not shutil.which("ldd"):
        return ()
    files = _qt_files()
    if not files:
        return ()
    listed = subprocess.run(["ldd", *map(str, files)], capture_output=True, text=True, check=False).stdout
    return tuple(sorted(set(re.findall(r"(\S+) => not found", listed))))


def packages_for(libraries: tuple[str, ...]) -> tuple[str, ...]:
    """The Debian packages of *libraries*, without those that no package is known for."""
    return tuple(sorted({PACKAGES[name] for name in libraries if name in PACKAGES}))


def apt_line(packages: tuple[str, ...]) -> str:
    """The line that installs *packages* on Debian and its relatives."""
    return f"sudo apt-get install {' '.join(packages)}"


def _qt_files() -> list[Path]:
    """The files of PySide6 that the window loads, found without importing it; none where it is not installed."""
    spec = importlib.util.find_spec("PySide6")
    if spec is None or not spec.submodule_search_locations:
        return []
    root = Path(spec.submodule_search_locations[0])
    platforms = ["offscreen", "xcb"] + ["wayland"] * bool(os.environ.get("WAYLAND_DISPLAY"))
    files = [root / f"Qt{module}.abi3.so" for module in ("Core", "Gui", "Widgets", "Svg")]
    files += [root / f"Qt/plugins/platforms/libq{platform}.so" for platform in platforms]
    return [file for file in files if file.exists()]


if __name__ == "__main__":
    print(*packages_for(missing_libraries()))
