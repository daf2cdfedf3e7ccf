"""``nnviz predict``: what a trained network answers for the rows of a file."""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnviz.commands.parsing import Parser
from nnviz.commands.weights import trained_session
from nnviz.errors import BadInput
from nnviz.network.facts import DataFacts
from nnviz.project.atomic import write_whole
from nnviz.project.files import open_project
from nnviz.training.methods.kinds import Adversarial
from nnviz.training.suggest import has_margin

Column = list[Any]


def main(argv: list[str]) -> int:
    """Print or write a table with a line for each row of the input, or for each readable picture of a folder."""
    parser = Parser("predict", "What the network answers for the rows of a file.")
    parser.add_argument("project", type=Path, help="a trained .nnviz file, or a .json file with --weights")
    parser.add_argument("input", type=Path, help="a table, a picture, a folder of pictures, an .npz or an IDX file")
    parser.add_argument("--weights", type=Path, metavar="FILE", help="a .weights.h5, .keras, .npz or .safetensors file")
    parser.add_argument("-o", "--out", type=Path, metavar="OUT.csv", help="write the table there, not to stdout")
    parser.add_argument("--json", action="store_true", help="a JSON object per row instead of a table")
    args = parser.parse_args(argv)
    contents = open_project(args.project)
    if not args.input.exists():
        raise BadInput(f"There is no file {args.input}")
    session = trained_session(contents, str(args.project), args.weights)
    from nnviz.data.rows import read_folder, read_inputs

    assert session.project.data is not None  # a session has data
    dataset, names = session.dataset, dict[str, Column]()
    if args.input.is_dir():
        folder = read_folder(session.project.data, args.input, dataset.preparation)
        x, names = folder.x, {"file": list(folder.names)}
        for sentence in folder.notes:
            _note(sentence)
    else:
        x = read_inputs(session.project.data, Path(), args.input, dataset.preparation, _note)
    outputs = session.predict(x)
    contest = isinstance(session.recipe.method, Adversarial)  # its discriminator says how real a sample looks
    margin = has_margin(session.recipe.loss)
    columns = names | ({"real": outputs[:, 0].tolist()} if contest else answers(outputs, dataset.facts, margin))
    text = _json_lines(columns) if args.json else _table(columns)
    if args.out is None:
        sys.stdout.write(text)
    else:
        write_whole(args.out, text.encode())
    return 0


def _note(sentence: str) -> None:
    print(f"Note: {sentence}", file=sys.stderr)


def answers(outputs: NDArray[np.float32], facts: DataFacts, margin: bool = False) -> dict[str, Column]:
    """The network's outputs ``(n, units)`` as named columns: the class and each probability, or the numbers.

    With a *margin* a single answer to yes or no lies around 0, and is as sure as can be from -1 and 1 on.
    """
    if facts.task == "regression":
        names = facts.target_names or tuple(f"output {i}" for i in range(outputs.shape[1]))
        return {name: outputs[:, i].tolist() for i, name in enumerate(names)}
    if facts.task != "labels" and outputs.shape[1] == 1:  # one unit says how sure the second class is
        outputs = np.clip((outputs + 1) / 2, 0, 1) if margin else outputs
        outputs = np.concatenate([1 - outputs, outputs], axis=1)
    # A softmax may have more units than there are classes; these have no name.
    names = (*facts.class_names, *(str(i) for i in range(len(facts.class_names), outputs.shape[1])))
    if facts.task == "labels":
        return {name: outputs[:, i].tolist() for i, name in enumerate(names)}
    best = outputs.argmax(axis=1)
    columns: dict[str, Column] = {"prediction": [names[i] for i in best]}
    return columns | {f"p({name})": outputs[:, i].tolist() for i, name in enumerate(names)}


def _table(columns: dict[str, Column]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(zip(*([_cell(value) for value in column] for column in columns.values()), strict=True))
    return text.getvalue()


def _cell(value: Any) -> str:
    return f"{value:.7g}" if isinstance(value, float) else str(value)


def _json_lines(columns: dict[str, Column]) -> str:
    rows = zip(*columns.values(), strict=True)
    return "".join(json.dumps(dict(zip(columns, row, strict=True)), ensure_ascii=False) + "\n" for row in rows)
