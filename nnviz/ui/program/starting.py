"""What keeps the start of the window's process short, and its garbage collector from standing in the way later."""

from __future__ import annotations

import builtins
import gc
from collections.abc import Iterator
from contextlib import contextmanager

import PySide6.QtCore  # noqa: F401  from here on its hook is in place


@contextmanager
def undisturbed() -> Iterator[None]:
    """What is loaded and made within stays until the end of the process: no garbage is looked for meanwhile.

    Nor is it afterwards by Python itself: a ``collecting.Collector`` does that.
    """
    import_plainly()
    gc.disable()
    try:
        yield
    finally:
        keep_for_good()


def keep_for_good() -> None:
    """Let the garbage collector never again look through what is there now, which takes it longer than a frame."""
    gc.freeze()


def forget_unused() -> None:
    """Let go of what nobody needs any more, of what was kept for good as well."""
    kept = gc.get_freeze_count() > 0
    gc.unfreeze()
    gc.collect()
    if kept:
        keep_for_good()


def thaw() -> None:
    """The program ends: what was kept for good is taken apart like everything else."""
    gc.unfreeze()


def import_plainly() -> None:
    """Take PySide6's hook off the import statement.

    It reads and keeps the source of every module that is imported, to see whether that may switch on other spellings
    of Qt's names (``from __feature__ import snake_case``). Nothing here does, and it takes a tenth of the start and
    some megabytes.
    """
    plain = getattr(builtins, "__orig_import__", None)  # put there by shiboken; another version may do without
    if plain is not None:
        builtins.__import__ = plain
