"""Gather what the window says into Qt Linguist's nnviz_ko.ts, and compile it to the nnviz_ko.qm that the window reads.

New English strings arrive in the .ts as unfinished; translate them, by hand or in Qt Linguist, and run this again.
"""

from __future__ import annotations

import ast
import json
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from typing import get_args

ROOT = Path(__file__).resolve().parent.parent
TS = ROOT / "resources/translations/nnviz_ko.ts"
QM = TS.with_suffix(".qm")

Message = tuple[str, str]  # context and English text


def main() -> int:
    """Extract, compile, and say what still has to be translated; 1 where something has."""
    extract(TS)
    compile_to(QM, TS)
    open_ones = unfinished(TS)
    for context, text in open_ones:
        print(f"not translated: {context}: {text}")
    return 1 if open_ones else 0


def extract(ts: Path) -> None:
    """Bring *ts* up to date with the sources: new strings are added as unfinished, those that are gone are dropped."""
    with tempfile.TemporaryDirectory() as folder:
        tables = Path(folder) / "tables.py"
        tables.write_text("".join(_call(message) for message in table_messages()), encoding="utf-8")
        sources = [*sorted((ROOT / "nnviz/ui").rglob("*.py")), tables]
        names = Path(folder) / "sources.lst"
        names.write_text("\n".join(map(str, sources)), encoding="utf-8")
        options = ["-silent", "-no-obsolete", "-locations", "none", "-source-language", "en", "-target-language", "ko"]
        run("pyside6-lupdate", f"@{names}", *options, "-ts", str(ts))


def compile_to(qm: Path, ts: Path) -> None:
    """Write *qm*, the form that a program reads, from *ts*.

    It takes the place of the one before in one step: Qt maps that into memory, and a window that runs would crash on a
    file that is written into under its hands.
    """
    with tempfile.TemporaryDirectory(dir=qm.parent, prefix=".qm-") as folder:
        fresh = Path(folder) / qm.name
        run("pyside6-lrelease", "-silent", str(ts), "-qm", str(fresh))
        fresh.replace(qm)


def run(tool: str, *arguments: str) -> None:
    """Run a tool of PySide6; CalledProcessError where it fails."""
    found = shutil.which(tool, path=Path(sys.executable).parent) or tool
    subprocess.run([found, *arguments], check=True)


def messages(ts: Path) -> dict[Message, str]:
    """What *ts* holds: the translation by context and English text; empty where it is unfinished."""
    found = {}
    for context in ElementTree.parse(ts).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            done = translation is not None and translation.get("type") is None
            key = context.findtext("name") or "", message.findtext("source") or ""
            found[key] = (translation.text or "") if translation is not None and done else ""
    return found


def unfinished(ts: Path) -> list[Message]:
    """What is not translated yet."""
    return [message for message, translation in messages(ts).items() if not translation]


def table_messages() -> list[Message]:
    """What the window translates by a variable, so that lupdate cannot see it: the texts of tables."""
    found = [*_of_layers(), *_of_recipes(), *_of_the_window(), *_of_sentences(), *_of_steps()]
    return list(dict.fromkeys(found))


def _of_layers() -> list[Message]:
    from nnviz.network.catalogue import CATALOGUE
    from nnviz.ui.inspector.activations import SENTENCES
    from nnviz.ui.inspector.wording import english_label

    found = []
    for kind in CATALOGUE.values():
        found += [("Catalogue", text) for text in (kind.title, kind.doc)]
        found += [("Catalogue", kind.group)] if kind.group != "main" else []
        for arg in kind.args:
            found += [("Catalogue", arg.doc), ("Inspector", english_label(arg.name, "layer"))]
            for inner in (inner for args in arg.objects.values() for inner in args):
                found += [("Catalogue", inner.doc), ("Inspector", english_label(inner.name, "object"))]
    return found + [("Activations", sentence) for sentence in SENTENCES.values()]


def _of_recipes() -> list[Message]:
    from nnviz.training.methods.terms import MEASURES
    from nnviz.training.optimizers import OPTIMIZERS, SCHEDULES
    from nnviz.training.suggest import LOSSES, METRICS
    from nnviz.ui.inspector.recipe_terms import TERMS, english_schedule, method_texts, term_of
    from nnviz.ui.inspector.wording import english_words

    found = [("Recipe", english_words(name)) for name in ("loss", *LOSSES, *METRICS, *MEASURES)]
    found += [("Recipe", doc) for doc in (*(doc for doc, _ in LOSSES.values()), *METRICS.values())]
    found += [("Recipe", english_schedule(kind)) for kind in SCHEDULES]
    found += method_texts()
    for term in TERMS.values():
        found += term.texts()
    for rule in (*OPTIMIZERS.values(), *SCHEDULES.values()):
        found.append(("Recipe", rule.doc))
        for arg in rule.args:
            found += term_of(arg).texts()
    return found


def _of_the_window() -> list[Message]:
    from nnviz.data.preview import ColumnType
    from nnviz.data.profile import known
    from nnviz.network.templates import TEMPLATES
    from nnviz.project.summary import COLUMNS
    from nnviz.training.methods.terms import MEASURES
    from nnviz.training.suggest import METRICS
    from nnviz.ui.diagram import group_names
    from nnviz.ui.dialogs.export_panel import FORMATS, GROUPS, OTHERS
    from nnviz.ui.sidebar.wording import BUILTIN_TITLES
    from nnviz.ui.training.metric_names import english_title

    found = [("Metrics", english_title(name)) for name in ("loss", *METRICS, *MEASURES)]
    found += [("DataWords", title) for title in BUILTIN_TITLES.values()]
    found += [("ExportPanel", text) for made in FORMATS + OTHERS for text in (made.title, made.sentence)]
    found += [("ExportPanel", title) for title in GROUPS]
    found += [(group_names.CONTEXT, name) for name in group_names.OWN]
    found += [("Preview", name) for name in get_args(ColumnType)]
    found += [("DataView", name) for name in (*get_args(known.ColumnType), *get_args(known.Role))]
    found += [("Templates", text) for made in TEMPLATES.values() for text in (made.title, made.sentence, made.takes)]
    found += [("Summary", text) for column in COLUMNS for text in (column.title, column.doc)] + [("Summary", "Total")]
    return found


def _of_sentences() -> list[Message]:
    """The patterns of every ``Sentence("...")`` in the rooms without Qt."""
    calls = (
        node
        for room in ("network", "data", "training", "project", "engine", "backend")
        for path in sorted((ROOT / "nnviz" / room).rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Sentence"
    )
    return [("Sentences", ast.literal_eval(call.args[0])) for call in calls if isinstance(call.args[0], ast.Constant)]


def _of_steps() -> list[Message]:
    """What the window says by ``worded("Context", "...")``, which lupdate does not know."""
    calls = (
        node
        for path in sorted((ROOT / "nnviz/ui").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "worded"
    )
    found = [[arg.value for arg in call.args if isinstance(arg, ast.Constant)] for call in calls]
    return [(str(texts[0]), str(texts[1])) for texts in found if len(texts) == 2]


def _call(message: Message) -> str:
    """*message* as a line of Python that lupdate reads."""
    return "translate({}, {})\n".format(*(json.dumps(text, ensure_ascii=False) for text in message))


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main())
