"""``nnviz export``: the trained network as a file that others read."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from nnviz.commands.parsing import Parser
from nnviz.commands.weights import trained_session
from nnviz.errors import BadInput
from nnviz.project.atomic import write_whole
from nnviz.project.card import card_path, card_text
from nnviz.project.files import Contents, open_project

if TYPE_CHECKING:
    from nnviz.engine.session import Session

SCRIPTS = ("python", "notebook")  # they need no weights, and neither Keras to write them
FORMATS = ("keras", "weights.h5", "npz", "csv", "safetensors", *SCRIPTS)
NOT_YET = ("onnx", "tflite", "savedmodel")


def main(argv: list[str]) -> int:
    """Write one file; an older one is only replaced with ``--force``."""
    parser = Parser("export", "Weights, model or script of a project as a file.")
    parser.add_argument("project", type=Path, help="a trained .nnviz file, or a .json file with --weights")
    parser.add_argument("--format", required=True, metavar="F", help=", ".join(FORMATS))
    parser.add_argument("-o", "--out", type=Path, required=True, metavar="PATH", help="the file to write")
    parser.add_argument("--weights", type=Path, metavar="FILE", help="a .weights.h5, .keras, .npz or .safetensors file")
    parser.add_argument("--force", action="store_true", help="replace a file that is there")
    args = parser.parse_args(argv)
    _check_format(args.format)
    contents = open_project(args.project)
    if os.path.lexists(args.out) and not args.force:
        raise BadInput(f"{args.out} is there already: give --force to replace it")
    beside = ""
    if args.format in SCRIPTS:
        write_whole(args.out, _script(contents, args.format, args.project.stem).encode())
    else:
        session = trained_session(contents, str(args.project), args.weights)
        card = _card(session, args.format, args.out, args.force)
        session.export(args.format, args.out, carded=True)
        beside = f", with {card.name} beside it"
    print(f"{args.out}: {args.out.stat().st_size:,} bytes{beside}")
    return 0


def _card(session: Session, name: str, path: Path, force: bool) -> Path:
    """Where the card of the preparation will lie; BadInput where another one is, unless *force* replaces it."""
    from nnviz.engine.export import SUFFIXES

    card = card_path(path, SUFFIXES[name])
    mine = card_text(session.project, session.dataset, session.network).encode()
    if os.path.lexists(card) and not force and not (card.is_file() and card.read_bytes() == mine):
        raise BadInput(f"{card} is there already, for other data: give --force to replace it, or take another name")
    return card


def _script(contents: Contents, name: str, title: str) -> str:
    """The script of the project as the text of a file; a notebook is called *title*."""
    from nnviz.project.notebook import notebook
    from nnviz.project.script import project_script

    script = project_script(contents.project, contents.base)
    return notebook(script, title) if name == "notebook" else script


def _check_format(name: str) -> None:
    if name in NOT_YET:
        raise BadInput(f"The format {name} is not available yet: expected one of {', '.join(FORMATS)}")
    if name not in FORMATS:
        raise BadInput(f"There is no format {name!r}: expected one of {', '.join(FORMATS)}")
