"""The text of a step, as a script takes it in, stands on its own, and a bundle of nnviz holds it too."""

from __future__ import annotations

import ast
import builtins
from pathlib import Path

import pytest

from nnviz.project.script_method import step_text

ROOT = Path(__file__).parents[2]
STEPS = sorted(path.stem for path in (ROOT / "nnviz" / "engine" / "methods").glob("[a-z]*.py"))


def free_names(text: str) -> set[str]:
    """What *text* reads and neither makes nor imports."""
    nodes = list(ast.walk(ast.parse(text)))
    made = {node.id for node in nodes if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load)}
    made |= {node.name for node in nodes if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    made |= {node.arg for node in nodes if isinstance(node, ast.arg)}
    made |= {a.asname or a.name for node in nodes if isinstance(node, ast.Import | ast.ImportFrom) for a in node.names}
    read = {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
    return read - made - set(dir(builtins))


@pytest.mark.parametrize("name", STEPS)
def test_the_text_of_a_step_needs_nothing_but_what_it_imports(name: str) -> None:
    imports, texts = step_text(f"nnviz.engine.methods.{name}")
    whole = "\n".join(["import keras", "import numpy as np", *imports, *texts])
    assert free_names(whole) == set()
    assert not any("nnviz" in line for line in imports)
    assert not any(line.startswith("from __future__") for line in imports)


def test_modules_of_ours_that_a_module_takes_from_are_taken_in_before_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "nnviz" / "engine" / "methods"
    folder.mkdir(parents=True)
    (folder / "base.py").write_text('"""Base."""\n\nimport math\n\nimport numpy as np\n\nONE = math.pi * np.ones(1)\n')
    (folder / "top.py").write_text(
        '"""Top."""\n\nfrom __future__ import annotations\n\nimport math\n\n'
        "from nnviz.engine.keras_setup import keras, tf\nfrom nnviz.engine.methods.base import ONE\n\nTWO = 2 * ONE\n"
    )
    monkeypatch.setattr("nnviz.project.script_method.nnviz.__file__", str(tmp_path / "nnviz" / "__init__.py"))
    step_text.cache_clear()
    try:
        imports, texts = step_text("nnviz.engine.methods.top")
    finally:
        step_text.cache_clear()
    assert set(imports) == {"import math", "import tensorflow as tf"}
    assert texts == ("ONE = math.pi * np.ones(1)", "TWO = 2 * ONE")


def test_the_bundle_holds_the_texts() -> None:
    spec = (ROOT / "packaging" / "nnviz.spec").read_text(encoding="utf-8")
    assert '"pyz+py" for name in ("nnviz.engine.methods", "nnviz.training.methods", "pyqtgraph")' in spec
