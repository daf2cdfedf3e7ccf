"""How a file is read as a table: what a row is, the delimiter, the header, the encoding, or the sheet."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nnviz.data.preview import TablePreview
from nnviz.data.spec import Series, Table
from nnviz.ui import theme
from nnviz.ui.controls import ChoiceField, text_label

DELIMITERS = (",", ";", "\t", "|", " ")
CELL_WIDTH = 200
ENCODINGS = ("utf-8", "utf-16", "cp949", "latin-1", "cp1252", "shift_jis", "gb18030")


class ReadingRow(QWidget):
    """Fields side by side; those that say nothing of the file at hand are hidden.

    Signals:
        changed: a person chose otherwise; carries the fields of the reference by name.
        kind_chosen: what a row is: example, picture or step.
    """

    changed = Signal(dict)
    kind_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind, self.sheet = ChoiceField(), ChoiceField()
        self.delimiter, self.header, self.encoding = ChoiceField(), ChoiceField(), ChoiceField()
        self._cells: dict[ChoiceField, QWidget] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GAP)
        for label, field in (
            (self.tr("A row is"), self.kind),
            (self.tr("Sheet"), self.sheet),
            (self.tr("Delimiter"), self.delimiter),
            (self.tr("Header"), self.header),
            (self.tr("Encoding"), self.encoding),
        ):
            self._cells[field] = _captioned(label, field)
            self._cells[field].setMaximumWidth(CELL_WIDTH)
            row.addWidget(self._cells[field], 1)
        row.addStretch(0)
        self.kind.choice_changed.connect(lambda kind: self.kind_chosen.emit(kind))
        for name in ("sheet", "delimiter", "header", "encoding"):
            field = getattr(self, name)
            field.choice_changed.connect(lambda value, name=name: self.changed.emit({name: value}))

    def show_file(self, spec: Table | Series, preview: TablePreview | None, *, pictures: bool) -> None:
        """Show how the file of *spec* is read; with *pictures*, its rows may be some."""
        kinds = [(self.tr("an example"), "example"), (self.tr("a moment in time"), "step")]
        if pictures:
            kinds.insert(1, (self.tr("the pixels of a picture"), "picture"))
        self.kind.set_choices(kinds)
        self.kind.set_choice(row_kind(spec))
        sheets = preview.sheets if preview is not None else ()
        self._cells[self.sheet].setVisible(bool(sheets))
        self.sheet.set_choices((name, name) for name in sheets)
        self.sheet.set_choice(preview.sheet if preview is not None and sheets else None)
        is_text = isinstance(spec, Table) and (preview is None or bool(preview.delimiter))
        for field in (self.delimiter, self.header, self.encoding):
            self._cells[field].setVisible(is_text)
        if isinstance(spec, Table):
            self._show_text(spec, preview)

    def _show_text(self, spec: Table, preview: TablePreview | None) -> None:
        found = preview.delimiter if preview is not None else ""
        names = {
            ",": self.tr("comma"),
            ";": self.tr("semicolon"),
            "\t": self.tr("tab"),
            "|": self.tr("bar |"),
            " ": self.tr("space"),
        }
        self._offer(self.delimiter, [(names[d], d) for d in DELIMITERS], names.get(found, found), spec.delimiter)
        headers: list[tuple[str, object]] = [(self.tr("first row"), True), (self.tr("none"), False)]
        has = "" if preview is None else headers[0][0] if preview.has_header else headers[1][0]
        self._offer(self.header, headers, has, spec.header)
        encoding = preview.encoding if preview is not None else ""
        self._offer(self.encoding, [(e, e) for e in ENCODINGS], encoding, spec.encoding)

    def _offer(self, field: ChoiceField, choices: list[tuple[str, object]], found: str, given: Any) -> None:
        following = self.tr("{0} · auto").format(found) if found and given == "auto" else self.tr("auto")
        field.set_choices([(following, "auto"), *choices])
        field.set_choice(given)
        field.set_short("", quiet=given == "auto")


def row_kind(spec: Table | Series) -> str:
    """What a row of *spec* is: example, picture or step."""
    if isinstance(spec, Series):
        return "step"
    return "picture" if spec.image_shape else "example"


def _captioned(label: str, field: ChoiceField) -> QWidget:
    cell = QWidget()
    column = QVBoxLayout(cell)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(3)
    caption = text_label(label, 11, quiet=True)
    caption.setBuddy(field)
    field.setAccessibleName(label)
    column.addWidget(caption)
    column.addWidget(field)
    return cell
