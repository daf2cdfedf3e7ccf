"""``nnviz export``: the trained network as a file that others read, and other runtimes run."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from nnviz.commands import export_runs
from nnviz.commands.parsing import Parser
from nnviz.commands.weights import trained_session
from nnviz.errors import BadInput
from nnviz.project.atomic import write_whole
from nnviz.project.card import card_path, card_text
from nnviz.project.files import Contents, open_project

if TYPE_CHECKING:
    from nnviz.engine.session import Session

SCRIPTS = ("python", "notebook")  # they need no weights, and neither Keras to write them
NETWORKS = ("keras", "savedmodel", "tflite", "onnx", "weights.h5", "npz", "csv", "safetensors")
FORMATS = (*NETWORKS, *SCRIPTS, *export_runs.FORMATS)


def main(argv: list[str]) -> int:
    """Write one file, or the folder of a SavedModel; an older one is only replaced with ``--force``."""
    parser = Parser("export", "Weights, model or script of a project as a file.")
    parser.add_argument("project", type=Path, help="a trained .nnviz file, or a .json file with --weights")
    parser.add_argument("--format", required=True, metavar="F", help=", ".join(FORMATS))
    parser.add_argument("-o", "--out", type=Path, required=True, metavar="PATH", help="the file, or folder, to write")
    parser.add_argument("--weights", type=Path, metavar="FILE", help="a .weights.h5, .keras, .npz or .safetensors file")
    parser.add_argument("--force", action="store_true", help="replace a file that is there")
    args = parser.parse_args(argv)
    _check_format(args.format)
    contents = open_project(args.project)
    if args.format in export_runs.FORMATS:
        print(export_runs.export_runs(contents, args.format, args.out, force=args.force))
        return 0
    if os.path.lexists(args.out) and not args.force:
        raise BadInput(f"{args.out} is there already: give --force to replace it")
    if args.format in SCRIPTS:
        script = _script(contents, args.format, args.project.stem).encode()
        write_whole(args.out, script)
        print(f"{args.out}: {len(script):,} bytes")
        return 0
    session = trained_session(contents, str(args.project), args.weights)
    card = _card(session, args.format, args.out, args.force)
    written = session.export(args.format, args.out, carded=True)
    print(f"{args.out}: {written.size:,} bytes, with {card.name} beside it")
    if written.compared is not None:
        tried = written.compared
        print(f"Run again on {tried.samples} samples, it differs from the network by {tried.difference:.1e} at most")
    return 0


def _card(session: Session, name: str, path: Path, force: bool) -> Path:
    """Where the card of the preparation will lie; BadInput where another one is, unless *force* replaces it."""
    from nnviz.engine.files.export import SUFFIXES

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
    if name not in FORMATS:
        raise BadInput(f"There is no format {name!r}: expected one of {', '.join(FORMATS)}")
