"""Modules that a library imports when it is loaded and uses only for what nnviz never does, as what is enough for that.

Each is a library of machine code that the bundle goes without: 30 MB in all.
"""

from __future__ import annotations

import os

STAND_INS = {
    # pyqtgraph derives a class from the widget, for curves that are drawn by the graphics card where one asks for it.
    "PySide6.QtOpenGL": "",
    "PySide6.QtOpenGLWidgets": ("from PySide6.QtWidgets import QWidget\n\n\nclass QOpenGLWidget(QWidget):\n    pass\n"),
    # TensorFlow's way to ask another machine how fast its program is.
    "tensorflow.python.profiler.internal._pywrap_profiler_plugin": "",
}


def written(folder: str) -> list[tuple[str, str, str]]:
    """Write the modules below *folder*; entries of PyInstaller's list of data, which belong beside the real ones."""
    entries = []
    for module, source in STAND_INS.items():
        name = os.path.join(*module.split(".")) + ".py"
        path = os.path.join(folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(f'"""Stands in for a library that is not in this folder; nothing of it is used."""\n\n{source}')
        entries.append((name, path, "DATA"))
    return entries
