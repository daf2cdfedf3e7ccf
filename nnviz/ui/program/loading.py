"""What a window loads once it is shown: on its own thread, a little at a time.

Not on another one: what is loaded makes classes of PySide6, and where Qt runs on the window's thread meanwhile that has
been seen to end the process.
"""

from __future__ import annotations

import ast
import importlib
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from importlib.util import find_spec, module_from_spec
from types import CodeType, ModuleType

from PySide6.QtCore import QObject

from nnviz.ui.program.in_pieces import InPieces


class PackageImport:
    """The import of a package, one statement of its own file after the other.

    Where the file is not there as text, as in some bundles, the whole of it is one step. Until all is done only who
    called ``finish`` may use the package.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._module: ModuleType | None = None
        self._steps: list[CodeType] = []

    @property
    def is_done(self) -> bool:
        """Whether all of it is there."""
        return not self._steps and self._name in sys.modules

    def step(self) -> None:
        """One more statement, unless all is done; what it raises ends the import, and the next step begins anew."""
        if self.is_done:
            return
        if self._module is None:
            self._begin()
            return
        try:
            exec(self._steps.pop(), self._module.__dict__)
        except BaseException:
            self._module, self._steps = None, []
            sys.modules.pop(self._name, None)
            raise

    def finish(self) -> ModuleType:
        """All that is left, at once; the package."""
        while not self.is_done:
            self.step()
        return sys.modules[self._name]

    def _begin(self) -> None:
        spec = find_spec(self._name)
        text = _text_of(spec)
        if spec is None or text is None:
            importlib.import_module(self._name)
            return
        place = spec.origin or self._name
        statements = [ast.Module([node], []) for node in ast.parse(text, place).body]
        self._steps = [compile(statement, place, "exec") for statement in reversed(statements)]
        self._module = sys.modules[self._name] = module_from_spec(spec)


class Modules(QObject):
    """Loads modules one by one, from the window's next turn on.

    Args:
        names: of the modules.
    """

    def __init__(self, names: Sequence[str], parent: QObject) -> None:
        super().__init__(parent)
        self._names = list(reversed(names))
        self._pieces = InPieces(self._load_next, lambda: not self._names, self)

    def load(self) -> None:
        """Begin, or go on."""
        self._pieces.start()

    def stop(self) -> None:
        """Load no more of them until ``load``."""
        self._pieces.stop()

    def _load_next(self) -> None:
        importlib.import_module(self._names.pop())


def _text_of(spec: ModuleSpec | None) -> str | None:
    source = getattr(spec.loader, "get_source", None) if spec is not None else None
    try:
        return source(spec.name) if source is not None and spec is not None else None
    except (ImportError, OSError):
        return None
