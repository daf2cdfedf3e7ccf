"""``nnviz import``: a model that Keras saved as a project: an editable diagram with its weights."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from nnviz.backend.importer import read_apart
from nnviz.commands.parsing import Parser
from nnviz.errors import BadInput
from nnviz.project.files import Contents, save_project
from nnviz.project.keras_files.reading import Imported
from nnviz.project.runs import Run
from nnviz.training.json_form import recipe_to_json
from nnviz.training.recipe import Recipe

SUFFIXES = (".nnviz", ".json")


def main(argv: list[str]) -> int:
    """Write the project; an older file is only replaced with ``--force``."""
    parser = Parser("import", "A model that Keras saved as a project: an editable diagram with its weights.")
    parser.add_argument("model", type=Path, help="a .keras or .h5 file, or what model.to_json() gives in a .json file")
    parser.add_argument(
        "-o",
        "--out",
        type=Path,
        metavar="PROJECT",
        help="the .nnviz or .json file to write; MODEL.nnviz by default",
    )
    parser.add_argument("--force", action="store_true", help="replace a file that is there")
    args = parser.parse_args(argv)
    out = args.out if args.out is not None else Path(f"{args.model.stem}.nnviz")
    if out.suffix.lower() not in SUFFIXES:
        raise BadInput(f'{out} cannot be a project: expected a name in .nnviz or .json, got "{out.name}"')
    if os.path.lexists(out) and not args.force:
        raise BadInput(f"{out} is there already: give --force to replace it")
    with tempfile.TemporaryDirectory(prefix="nnviz-") as folder:
        received = read_apart(args.model, Path(folder) / "imported.safetensors")
        if received.imported is None:
            raise BadInput(
                f"{args.model.name} holds weights, but not the model they belong to: expected one saved as a whole"
            )
        _write(received.imported, received.weights, args.model, out)
    for line in _told(received.imported, received.weights is not None, out):
        print(line)
    return 0


def _write(imported: Imported, weights: Path | None, source: Path, out: Path) -> None:
    runs: tuple[Run, ...] = ()
    if weights is not None and out.suffix.lower() == ".nnviz":
        runs = (imported.run(source, weights),)
    save_project(out, Contents(imported.project, runs))


def _told(imported: Imported, weights: bool, out: Path) -> list[str]:
    """What was imported and what was not, a line each; whether it had *weights*."""
    layers = len(imported.network.layers)
    told = [f"{out}: {layers:,} layer{'s' * (layers != 1)}, {imported.parameters:,} parameters"]
    if not weights:
        told.append("Note: the file has no weights: the network starts from new ones")
    elif out.suffix.lower() == ".json":
        told.append("Note: a .json file keeps no weights; a .nnviz file does")
    else:
        told.append("The weights are in it; what the optimizer remembered of them is not")
    if imported.recipe != Recipe():
        told.append(f"Recipe: {_recipe(imported.recipe)}")
    return told + [f"Note: {note}" for note in imported.notes]


def _recipe(recipe: Recipe) -> str:
    form = recipe_to_json(recipe)
    optimizer = form["optimizer"]["kind"]
    metrics = ", ".join(form.get("metrics", ()))
    told = f"loss {form.get('loss', 'by the task')}, optimizer {optimizer}"
    return f"{told}, metrics {metrics}" if metrics else told
