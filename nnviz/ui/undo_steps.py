"""Steps of undo, which a menu names in the language that the window speaks by then."""

from __future__ import annotations

from PySide6.QtGui import QUndoCommand, QUndoStack

from nnviz.ui.language import said


class Step(QUndoCommand):
    """A step of undo that remembers what its name was made of.

    Args:
        text: for the menu, best ``worded`` or a ``Sentence``: other text stays in the language it was made in.
    """

    def __init__(self, text: str) -> None:
        super().__init__(said(text))
        self._text = text

    def say_again(self) -> None:
        """Have the name in the language that is spoken now."""
        self.setText(said(self._text))


def say_again(stack: QUndoStack) -> None:
    """Name all steps of *stack* in the language that is spoken now; who shows a name has to ask for it again."""
    for index in range(stack.count()):
        step = stack.command(index)
        if isinstance(step, Step):
            step.say_again()
