"""``nnviz evaluate``: loss and metrics of a trained project on one of its parts, or on a file."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from nnviz.commands.parsing import Parser
from nnviz.commands.weights import trained_session
from nnviz.errors import BadInput
from nnviz.project.files import open_project

PARTS = ("test", "validation", "train")


def main(argv: list[str]) -> int:
    """Print loss and metrics, as ``model.evaluate`` gives them."""
    parser = Parser("evaluate", "Loss and metrics on the rows that were held out, or on a file.")
    parser.add_argument("project", type=Path, help="a trained .nnviz file, or a .json file with --weights")
    parser.add_argument("--weights", type=Path, metavar="FILE", help="a .weights.h5, .keras, .npz or .safetensors file")
    parser.add_argument("--part", choices=PARTS, help="which rows; without it the test part, else validation, else all")
    parser.add_argument("--data", type=Path, metavar="PATH", help="a file or folder of the same form, with answers")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    args = parser.parse_args(argv)
    if args.part and args.data:
        raise BadInput("--part and --data exclude each other: give one of them")
    contents = open_project(args.project)
    session = trained_session(contents, str(args.project), args.weights)
    dataset = session.dataset
    if args.data is not None:
        from nnviz.data.held_out import read_part

        assert contents.project.data is not None  # a session has data
        name = str(args.data)
        rows = read_part(contents.project.data, contents.base, args.data, dataset, _tell)
    else:
        name = args.part or next(part for part in PARTS if getattr(dataset, part) is not None)
        rows = getattr(dataset, name)
        if rows is None:
            there = [part for part in PARTS if getattr(dataset, part) is not None]
            raise BadInput(f"{args.project} has no {name} part: there is {' and '.join(there)}")
    scores = session.evaluate(rows)
    if args.json:
        print(json.dumps({"part": name, "rows": rows.rows, **scores}, ensure_ascii=False))
    else:
        print(f"{name}, {rows.rows:,} rows: " + ", ".join(f"{key} {value:.4g}" for key, value in scores.items()))
    return 0


def _tell(note: str) -> None:
    print(f"Note: {note}", file=sys.stderr)
