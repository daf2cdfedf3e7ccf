"""A person's own table: how the file is read, its first rows, and the target chosen by clicking."""

from __future__ import annotations

from pathlib import Path

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nnviz.data.preview import TablePreview, preview_table
from nnviz.data.spec import Table
from nnviz.ui import style, theme
from nnviz.ui.background import Background
from nnviz.ui.controls import ChoiceField, text_label
from nnviz.ui.dialogs.preview_table import PreviewTable
from nnviz.ui.figures import count_text

DELIMITERS = (",", ";", "\t", "|", " ")
ENCODINGS = ("utf-8", "utf-16", "cp949", "latin-1", "cp1252", "shift_jis", "gb18030")


class TablePage(QWidget):
    """Shows the table of a reference.

    Signals:
        spec_changed: a person changed how the file is read, or the target; carries the new reference.
        previewed: the first rows are here.
        failed: a sentence why they are not.
    """

    spec_changed = Signal(object)
    previewed = Signal()
    failed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spec: Table | None = None
        self.delimiter, self.header, self.encoding = ChoiceField(), ChoiceField(), ChoiceField()
        self.table = PreviewTable()
        self.hint = text_label(self.tr("Click the column to be predicted"), 11, quiet=True)
        self.count = text_label("", 11, quiet=True)
        self._shown: tuple[object, ...] = ()
        self._background = Background(self)
        self._background.done.connect(self._show_preview)
        self._background.failed.connect(self._show_failure)
        self.delimiter.choice_changed.connect(lambda value: self._reread(delimiter=value))
        self.header.choice_changed.connect(lambda value: self._reread(header=value))
        self.encoding.choice_changed.connect(lambda value: self._reread(encoding=value))
        self.table.targets_chosen.connect(self._take_targets)
        self._lay_out()
        self._show_format(None)

    @property
    def preview(self) -> TablePreview | None:
        """The first rows, once they are here."""
        return self.table.preview_model.preview

    def show_spec(self, spec: Table, base: Path) -> None:
        """Show the table of *spec*; the file is read anew only where it has to be."""
        self.spec = spec
        wanted = (spec.path, spec.delimiter, spec.header, spec.encoding, base)
        if wanted == self._shown:
            self._mark_targets()
            return
        self._shown = wanted
        path = base / Path(spec.path).expanduser()
        self._background.run(lambda cancelled: preview_table(path, spec.delimiter, spec.header, spec.encoding))

    def cancel(self) -> None:
        """Give up what is being read."""
        self._background.cancel()

    def _lay_out(self) -> None:
        choices = QHBoxLayout()
        choices.setSpacing(theme.GAP)
        for label, field in (
            (self.tr("Delimiter"), self.delimiter),
            (self.tr("Header"), self.header),
            (self.tr("Encoding"), self.encoding),
        ):
            cell = QVBoxLayout()
            cell.setSpacing(3)
            caption = text_label(label, 11, quiet=True)
            caption.setBuddy(field)
            field.setAccessibleName(label)
            cell.addWidget(caption)
            cell.addWidget(field)
            choices.addLayout(cell, 1)
        line = QHBoxLayout()
        line.addWidget(self.hint, 1)
        line.addWidget(self.count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        column.addLayout(choices)
        column.addSpacing(theme.STEP)
        column.addLayout(line)
        column.addWidget(self.table, 1)

    def _show_format(self, preview: TablePreview | None) -> None:
        spec = self.spec or Table(path="")
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

    def _offer(self, field: ChoiceField, choices: list[tuple[str, object]], found: str, given: object) -> None:
        following = self.tr("{0} · auto").format(found) if found and given == "auto" else self.tr("auto")
        field.set_choices([(following, "auto"), *choices])
        field.set_choice(given)
        field.set_short("", quiet=given == "auto")

    def _show_preview(self, preview: TablePreview) -> None:
        self.table.set_preview(preview)
        self._show_format(preview)
        rows, columns = count_text(preview.total_rows), count_text(len(preview.columns))
        self.count.setText(self.tr("{0} rows, {1} columns").format(rows, columns))
        self._mark_targets()
        self.previewed.emit()

    def _show_failure(self, sentence: str) -> None:
        self.table.set_preview(None)
        self.count.setText("")
        self._show_format(None)
        self.failed.emit(sentence)

    def _mark_targets(self) -> None:
        if self.spec is None or self.preview is None:
            return
        names = [column.name for column in self.preview.columns]
        given = self.spec.target if isinstance(self.spec.target, tuple) else (self.spec.target,)
        places = tuple(names.index(t) if t in names else t for t in given if t in names or isinstance(t, int))
        columns = tuple(sorted(p for p in places if isinstance(p, int) and 0 <= p < len(names)))
        self.table.preview_model.set_targets(columns or ((len(names) - 1,) if not given else ()))
        self._word_hint(given == ())

    def _word_hint(self, still_open: bool) -> None:
        last = self.tr("The last column is predicted: click another one to change that")
        self.hint.setText(last if still_open else self.tr("Ctrl+click predicts several columns"))
        style.set_role(self.hint, "quiet")

    def _take_targets(self, columns: tuple[int, ...]) -> None:
        if self.spec is None or self.preview is None:
            return
        names = [column.name for column in self.preview.columns]
        by_name = self.preview.has_header and len(set(names)) == len(names)
        targets: tuple[str | int, ...] = tuple(names[c] if by_name else c for c in columns)
        self.spec = msgspec.structs.replace(self.spec, target=targets[0] if len(targets) == 1 else targets)
        self._word_hint(False)
        self.spec_changed.emit(self.spec)

    def _reread(self, **changes: object) -> None:
        if self.spec is not None:
            self.spec_changed.emit(msgspec.structs.replace(self.spec, **changes))
