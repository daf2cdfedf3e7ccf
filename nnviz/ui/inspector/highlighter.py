"""Light colouring of Python: keywords, strings, numbers and comments, in the theme's colours."""

from __future__ import annotations

import keyword
import re

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from nnviz.ui import theme

_TOKEN = re.compile(
    r"(?P<comment>#[^\n]*)"
    r"|(?P<string>[rbf]?(?:'(?:[^'\\\n]|\\.)*'|\"(?:[^\"\\\n]|\\.)*\"))"
    r"|(?P<number>\b\d[\d_]*(?:\.\d*)?(?:[eE][+-]?\d+)?\b)"
    r"|(?P<word>\b[A-Za-z_]\w*\b)"
)
_COLORS = {"comment": "quiet", "string": "good", "number": "negative", "word": "accent"}
TRIPLE = '"' * 3
_OUTSIDE, _INSIDE = 0, 1


class PythonHighlighter(QSyntaxHighlighter):
    """Colours a document; follows the theme when told to ``rehighlight``."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        theme.notifier().changed.connect(self.rehighlight)

    def highlightBlock(self, text: str) -> None:
        colors = theme.current()
        start = self._docstring(text, colors)
        for match in _TOKEN.finditer(text, start):
            kind = match.lastgroup or ""
            if kind == "word" and not keyword.iskeyword(match.group()):
                continue
            self.setFormat(match.start(), match.end() - match.start(), _format(colors.color(_COLORS[kind]), kind))

    def _docstring(self, text: str, colors: theme.Theme) -> int:
        """Colour what belongs to a triple-quoted string; where ordinary code goes on."""
        inside = self.previousBlockState() == _INSIDE
        opening = -1 if inside else text.find(TRIPLE)
        if not inside and opening < 0:
            self.setCurrentBlockState(_OUTSIDE)
            return 0
        first = 0 if inside else opening
        closing = text.find(TRIPLE, 0 if inside else opening + 3)
        self.setCurrentBlockState(_INSIDE if closing < 0 else _OUTSIDE)
        end = len(text) if closing < 0 else closing + 3
        self.setFormat(first, end - first, _format(colors.color("quiet"), "comment"))
        return end


def _format(color: QColor, kind: str) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(color)
    if kind == "word":
        made.setFontWeight(QFont.Weight.DemiBold)
    return made
