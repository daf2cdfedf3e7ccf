"""How the bundled program appears on Windows and macOS: its icon, its version, the files it opens."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import nnviz

ICON = Path(__file__).resolve().parent.parent / "resources" / "icons" / "nnviz.svg"
IDENTIFIER, TITLE = "org.nnviz.nnviz", "nnviz"
PROJECT = {"UTTypeIdentifier": "org.nnviz.project", "UTTypeDescription": "nnviz project"}
# Drawn in a process of its own: Qt loaded beside PyInstaller would be taken for a part of it.
DRAW = """
import sys
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QIcon
app = QGuiApplication(["nnviz"])
sys.exit(not QIcon(sys.argv[1]).pixmap(QSize(1024, 1024)).save(sys.argv[2]))
"""


def of_program(work: str) -> dict[str, Any]:
    """Arguments of PyInstaller's EXE; nothing on Linux, where the desktop entry has the icon. Files go to *work*."""
    if sys.platform == "win32":
        return {"icon": icon(work), "version": windows_version(nnviz.__version__)}
    return {"icon": icon(work)} if sys.platform == "darwin" else {}


def of_mac_bundle(work: str) -> dict[str, Any]:
    """Arguments of PyInstaller's BUNDLE, the form in which macOS knows a program."""
    document = {
        "CFBundleTypeName": PROJECT["UTTypeDescription"],
        "CFBundleTypeExtensions": ["nnviz"],
        "CFBundleTypeRole": "Editor",
        "LSHandlerRank": "Owner",
        "LSItemContentTypes": [PROJECT["UTTypeIdentifier"]],
    }
    tags = {"public.filename-extension": ["nnviz"], "public.mime-type": ["application/x-nnviz"]}
    kind = {**PROJECT, "UTTypeConformsTo": ["public.data"], "UTTypeTagSpecification": tags}
    plist = {
        "CFBundleDocumentTypes": [document],
        "UTExportedTypeDeclarations": [kind],
        "NSHighResolutionCapable": True,
        # PyInstaller takes a program of the command line for one without windows.
        "LSBackgroundOnly": False,
    }
    return {
        "icon": icon(work), "bundle_identifier": IDENTIFIER, "version": nnviz.__version__, "info_plist": plist,
    }  # fmt: skip


def icon(work: str) -> str:
    """The icon as a PNG of 1024 pixels, which PyInstaller, with Pillow, turns into what the system wants."""
    path = os.path.join(work, "nnviz.png")
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    subprocess.run([sys.executable, "-c", DRAW, str(ICON), path], check=True, env=environment)
    return path


def windows_version(version: str) -> Any:
    """What Windows shows of the program in its properties."""
    from PyInstaller.utils.win32 import versioninfo as info

    numbers = (*(int(part) for part in version.split(".")[:3]), 0)
    texts = {
        "ProductName": TITLE, "FileDescription": TITLE, "ProductVersion": version, "FileVersion": version,
        "OriginalFilename": "nnviz.exe", "LegalCopyright": "MIT licence",
    }  # fmt: skip
    table = info.StringTable("040904B0", [info.StringStruct(name, text) for name, text in texts.items()])
    parts = [info.StringFileInfo([table]), info.VarFileInfo([info.VarStruct("Translation", [0x409, 1200])])]
    return info.VSVersionInfo(ffi=info.FixedFileInfo(filevers=numbers, prodvers=numbers), kids=parts)
