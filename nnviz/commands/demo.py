"""``nnviz demo``: the main job by itself, in the real window, with or without a screen."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from nnviz.commands.parsing import Parser
from nnviz.errors import BadInput

LIMIT_MS = 120_000


def main(argv: list[str]) -> int:
    """Draw a network for XOR by drag and drop, train it, and leave picture, project and weights in a folder."""
    parser = Parser("demo", "Draw a network for XOR in the real window, train it and take it home.")
    parser.add_argument("--out", type=Path, default=Path("demo-out"), metavar="DIR", help="default: demo-out")
    parser.add_argument("--size", default="1280x800", help="the window's size, as 1280x800")
    parser.add_argument("--colours", choices=("dark", "light"), default="dark")
    options = parser.parse_args(argv)
    width, height = _size(options.size)
    out = options.out.resolve()
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadInput(f"{out} cannot be made: {(error.strerror or str(error)).lower()}") from error
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

    from PySide6.QtCore import QTimer

    from nnviz.ui import theme
    from nnviz.ui.program.app import make_app
    from nnviz.ui.program.collecting import Collector
    from nnviz.ui.program.demo import Demo
    from nnviz.ui.window import MainWindow

    app = make_app()
    Collector(app)
    theme.choose(options.colours)
    window = MainWindow()
    window.resize(width, height)
    demo = Demo(window, out)
    demo.finished.connect(lambda: app.exit(0))  # quit would ask whether to save
    QTimer.singleShot(LIMIT_MS, demo, lambda: demo.give_up("it took longer than two minutes"))
    demo.start()
    app.exec()
    window.shutdown()
    if demo.failure:
        raise BadInput(f"the demo did not succeed: {demo.failure}")
    for path in demo.written:
        print(path)
    return 0


def _size(text: str) -> tuple[int, int]:
    try:
        width, height = (int(part) for part in text.lower().split("x"))
    except ValueError:
        raise BadInput(f"--size: expected a width and a height, as 1280x800, got {text!r}") from None
    return width, height
