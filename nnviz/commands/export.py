"""``nnviz export``: the trained network as a file that others read."""

from __future__ import annotations

import os
from pathlib import Path

from nnviz.commands.parsing import Parser
from nnviz.commands.weights import trained_session
from nnviz.errors import BadInput
from nnviz.project.atomic import write_whole
from nnviz.project.files import open_project

FORMATS = ("keras", "weights.h5", "npz", "csv", "safetensors", "python")
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
    if args.format == "python":  # a script needs no weights, and neither Keras to write it
        from nnviz.project.script import project_script

        write_whole(args.out, project_script(contents.project, contents.base).encode())
    else:
        trained_session(contents, str(args.project), args.weights).export(args.format, args.out)
    print(f"{args.out}: {args.out.stat().st_size:,} bytes")
    return 0


def _check_format(name: str) -> None:
    if name in NOT_YET:
        raise BadInput(f"The format {name} is not available yet: expected one of {', '.join(FORMATS)}")
    if name not in FORMATS:
        raise BadInput(f"There is no format {name!r}: expected one of {', '.join(FORMATS)}")
