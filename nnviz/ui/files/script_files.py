"""The script of the open project as a file: plain Python, or a notebook."""

from __future__ import annotations

from pathlib import Path

from nnviz.project.atomic import write_whole
from nnviz.ui.document import Document
from nnviz.ui.files.saving import SaveJob
from nnviz.ui.language import translate
from nnviz.ui.sidebar.wording import data_title


def script_job(document: Document) -> SaveJob:
    """The script of *document* as it is now, as a file of Python."""
    title, names = translate("ScriptFiles", "Save the script"), translate("ScriptFiles", "Python script (*.py)")
    project, base, facts = document.project, document.base, document.facts

    def write(path: Path) -> None:
        from nnviz.project.script import project_script

        write_whole(path, project_script(project, base, facts).encode())

    return SaveJob(title, names, ".py", write)


def notebook_job(document: Document, *, shown: bool = False) -> SaveJob:
    """The same script in the cells of a notebook; *shown*: opened once it is written."""
    title, names = translate("ScriptFiles", "Save the notebook"), translate("ScriptFiles", "Notebook (*.ipynb)")
    project, base, facts = document.project, document.base, document.facts
    name = document.path.stem if document.path is not None else data_title(document.data_spec)

    def write(path: Path) -> None:
        from nnviz.project.notebook import notebook
        from nnviz.project.script import project_script

        write_whole(path, notebook(project_script(project, base, facts), name).encode())

    return SaveJob(title, names, ".ipynb", write, shown=shown)
