"""``nnviz show``: what a project holds, for people as tables, for programs as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import msgspec

from nnviz.commands.parsing import Parser
from nnviz.errors import BadInput
from nnviz.network.fit import fit_to_data
from nnviz.network.inference import Inference, infer
from nnviz.network.spec import NetworkSpec
from nnviz.project.changes import Change
from nnviz.project.files import Contents, open_project
from nnviz.project.json_form import data_to_json
from nnviz.project.pretty import pretty
from nnviz.project.runs import Run
from nnviz.project.summary import summary_of
from nnviz.project.text_table import TextTable, as_text
from nnviz.training.check import problems
from nnviz.training.json_form import recipe_to_json
from nnviz.training.suggest import fitted_recipe

_NUMBERS = ("parameters", "multiply-adds", "epochs", "loss")


def main(argv: list[str]) -> int:
    """Print the network with its shapes and parameters, the data, the recipe and the runs of a project."""
    parser = Parser("show", "The network with shapes and parameters, its data, recipe and runs.")
    parser.add_argument("project", type=Path, help="a .nnviz or .json file")
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of tables")
    args = parser.parse_args(argv)
    report = described(open_project(args.project))
    print(pretty(report) if args.json else _text(args.project, report))
    return 0


def described(contents: Contents) -> dict[str, Any]:
    """Everything that is shown of *contents*; data that cannot be read are told under ``data.problem``."""
    project = contents.project
    facts, data = None, None
    if project.data is not None:
        data = data_to_json(project.data)
        try:
            from nnviz.data.load import load

            facts = load(project.data, contents.base).facts
            data["facts"] = asdict(facts)
        except BadInput as error:
            data["problem"] = str(error)
    fitted = fit_to_data(project.network, facts)
    recipe = project.training if facts is None else fitted_recipe(project.training, facts)
    found = problems(project.network, facts, project.training)
    return {
        "network": _network(fitted, infer(fitted), recipe.batch_size),
        "data": data,
        "training": recipe_to_json(recipe),
        "problems": [{"layer": item.layer, "text": item.text, "caution": item.caution} for item in found],
        "runs": [_run(run) for run in contents.runs],
    }


def _network(fitted: NetworkSpec, inference: Inference, batch: int) -> dict[str, Any]:
    summary = summary_of(fitted, inference, batch)
    layers = [
        {
            "id": row.layer,
            "kind": fitted.layer(row.layer).kind,
            "shape": None if row.shape is None else list(row.shape[1:]),
            "parameters": row.parameters,
            "trainable": row.trainable,
            "multiply_adds": row.multiply_adds,
            "args": dict(fitted.layer(row.layer).args),
        }
        for row in summary.rows
    ]
    total = summary.total
    return {
        "layers": layers,
        "links": [list(link) for link in fitted.links],
        "parameters": total.parameters,
        "trainable": total.trainable,
        "multiply_adds": total.multiply_adds,
    }


def _run(run: Run) -> dict[str, Any]:
    return {
        "id": run.id,
        "started": run.started,
        "epochs": run.epochs,
        "seconds": run.seconds,
        "ending": run.ending,
        "last": {key: float(column[-1]) for key, column in run.columns.items() if len(column)},
        "test": dict(run.test),
        "snapshots": [{"kind": snapshot.kind, "epoch": snapshot.epoch} for snapshot in run.snapshots],
        "changes": [msgspec.to_builtins(change) for change in run.changes],
    }


def _text(path: Path, report: dict[str, Any]) -> str:
    network = report["network"]
    parts = [
        f"{path.name}: {_counted(len(network['layers']), 'layer')}, {_counted(network['parameters'], 'parameter')}",
        _table(_LAYER_HEAD, [_layer_row(row) for row in network["layers"]]),
        *(["Links   " + ", ".join(f"{a} -> {b}" for a, b in network["links"])] if network["links"] else []),
        "Data    " + _data_text(report["data"]),
        "Recipe  " + _recipe_text(report["training"]),
    ]
    if report["problems"]:
        parts.append("\n".join(f"{'Note ' if p['caution'] else 'WRONG'}   {p['text']}" for p in report["problems"]))
    if report["runs"]:
        parts.append(_table(["run", "started", "epochs", "ending", "loss", "snapshots"], _run_rows(report["runs"])))
        if any(run["changes"] for run in report["runs"]):
            parts.append(_table(["run", "after epoch", "changed"], _change_rows(report["runs"])))
    else:
        parts.append("Runs    none yet")
    return "\n\n".join(parts)


_LAYER_HEAD = ["layer", "kind", "shape", "parameters", "multiply-adds", "settings"]


def _layer_row(layer: dict[str, Any]) -> list[str]:
    shape = "?" if layer["shape"] is None else " x ".join(str(size) for size in layer["shape"])
    settings = ", ".join(f"{key} {_shown(value)}" for key, value in layer["args"].items() if key != "shape")
    return [layer["id"], layer["kind"], shape, f"{layer['parameters']:,}", f"{layer['multiply_adds']:,}", settings]


def _data_text(data: dict[str, Any] | None) -> str:
    if data is None:
        return "none chosen"
    own = {key: value for key, value in data.items() if key not in ("source", "facts", "problem", "steps")}
    lines = [f"{data['source']}: " + ", ".join(f"{key} {_shown(value)}" for key, value in own.items())]
    lines += [f"{number}. {_step_text(step)}" for number, step in enumerate(data.get("steps", ()), 1)]
    if "problem" in data:
        lines.append(data["problem"])
    else:
        facts = data["facts"]
        asks = f"{facts['task']} ({', '.join(facts['class_names'][:10])})" if facts["class_names"] else facts["task"]
        target = f"{', '.join(facts['target_names'])}: {asks}" if data["source"] == "table" else asks
        lines.append(f"inputs {' x '.join(str(size) for size in facts['input_shape'])}, target {target}")
        lines.append("rows: {} training, {} validation, {} test".format(*facts["rows"]))
    return "\n        ".join(lines)


def _step_text(step: dict[str, Any]) -> str:
    """A step of the preparation, as ``fill Age, how mean``."""
    columns = ", ".join(str(name) for name in step.get("columns", ()))
    rest = [f"{key} {_shown(value)}" for key, value in step.items() if key not in ("step", "columns")]
    return ", ".join([" ".join(filter(None, (step["step"], columns))), *rest])


def _recipe_text(training: dict[str, Any]) -> str:
    given = training["optimizer"]
    args = ", ".join(f"{key} {_shown(value)}" for key, value in given.items() if key != "kind")
    optimizer = f"{given['kind']} ({args})" if args else str(given["kind"])
    schedule = f"{_counted(training['epochs'], 'epoch')}, batch size {training['batch_size']}, seed {training['seed']}"
    extras = [f"{key} {_shown(training[key])}" for key in _EXTRAS if training.get(key, []) != []]
    lines = [f"loss {training.get('loss', 'by the task')}, optimizer {optimizer}", ", ".join([schedule, *extras])]
    return "\n        ".join([*lines, *_method_lines(training.get("method"))])


def _method_lines(method: dict[str, Any] | None) -> list[str]:
    """What a recipe says of its method, where it has one."""
    if method is None:
        return []
    own = [f"{key} {_shown(value)}" for key, value in method.items() if key != "kind" and value != ""]
    return [", ".join(["method " + str(method["kind"]).replace("_", " "), *own])]


_EXTRAS = ("metrics", "shuffle", "stop_early", "reduce_on_plateau", "class_weight")


def _run_rows(runs: Sequence[dict[str, Any]]) -> list[list[str]]:
    return [
        [
            str(run["id"]),
            run["started"],
            str(run["epochs"]),
            run["ending"].replace("_", " "),
            f"{run['last']['loss']:.4g}" if "loss" in run["last"] else "",
            _snapshots(run["snapshots"]),
        ]
        for run in runs
    ]


def _snapshots(snapshots: Sequence[dict[str, Any]]) -> str:
    """The first, best and last by their epochs, of those kept along the run their number."""
    texts = [f"{snapshot['kind']} ({snapshot['epoch']})" for snapshot in snapshots if snapshot["kind"] != "kept"]
    kept = len(snapshots) - len(texts)
    return ", ".join([*texts, f"{kept} kept"] if kept else texts)


def _change_rows(runs: Sequence[dict[str, Any]]) -> list[list[str]]:
    return [
        [str(run["id"]), str(change["epoch"]), str(msgspec.convert(change, Change))]
        for run in runs
        for change in run["changes"]
    ]


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} {_shown(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_shown(item) for item in value) + "]"
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def _counted(count: int, what: str) -> str:
    return f"{count:,} {what}" if count == 1 else f"{count:,} {what}s"


def _table(head: list[str], rows: list[list[str]]) -> str:
    return as_text(TextTable(head, rows, frozenset(i for i, name in enumerate(head) if name in _NUMBERS)))
