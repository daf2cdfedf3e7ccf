"""The head of a table; a click on a column makes it the target."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from nnviz.data.preview import Column, TablePreview
from nnviz.ui import theme
from nnviz.ui.figures import count_text

ROW_HEIGHT, HEADER_HEIGHT = 24, 42
NARROWEST, WIDEST = 72, 220
TINT = 0.16
Index = QModelIndex | QPersistentModelIndex


class PreviewModel(QAbstractTableModel):
    """Cells of a preview as text, with the target columns marked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.preview: TablePreview | None = None
        self.targets: tuple[int, ...] = ()

    def set_preview(self, preview: TablePreview | None) -> None:
        """Show *preview*."""
        self.beginResetModel()
        self.preview = preview
        self.endResetModel()

    def set_targets(self, targets: tuple[int, ...]) -> None:
        """Mark the columns *targets*."""
        if targets != self.targets:
            self.targets = targets
            rows, columns = self.rowCount(), self.columnCount()
            if rows and columns:
                self.dataChanged.emit(self.index(0, 0), self.index(rows - 1, columns - 1))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, max(0, columns - 1))

    def column(self, index: int) -> Column:
        """What is known of column *index*."""
        assert self.preview is not None
        return self.preview.columns[index]

    def rowCount(self, parent: Index | None = None) -> int:
        return len(self.preview.rows) if self.preview is not None else 0

    def columnCount(self, parent: Index | None = None) -> int:
        return len(self.preview.columns) if self.preview is not None else 0

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self.preview is None or not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            cells = self.preview.rows[row]
            return cells[column].replace("\n", " ") if column < len(cells) else ""
        if role == Qt.ItemDataRole.BackgroundRole and column in self.targets:
            return theme.current().color("accent", TINT)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            numeric = self.preview.columns[column].type in ("integer", "number")
            side = Qt.AlignmentFlag.AlignRight if numeric else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole or self.preview is None:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self.preview.columns[section].name
        return str(section + 1)


class _Header(QHeaderView):
    """A column's name, and below it its type; the target in the accent."""

    def __init__(self, model: PreviewModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._preview_model = model
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setFixedHeight(HEADER_HEIGHT)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), HEADER_HEIGHT)

    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:
        colors, model = theme.current(), self._preview_model
        if model.preview is None or logical_index >= model.columnCount():
            return
        is_target = logical_index in model.targets
        painter.save()
        painter.fillRect(rect, colors.color("field"))
        if is_target:
            painter.fillRect(rect, colors.color("accent", TINT))
            painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 2), colors.color("accent"))
        box = rect.adjusted(9, 5, -9, -5)
        column = model.column(logical_index)
        self._write(painter, box, column.name, 12, True, colors.color("accent" if is_target else "text"), top=True)
        below = self.tr("target") if is_target else _type_text(column)
        self._write(painter, box, below, 10, False, colors.color("accent" if is_target else "quiet"), top=False)
        painter.restore()

    def _write(
        self, painter: QPainter, box: QRect, text: str, size: int, semibold: bool, color: QColor, *, top: bool
    ) -> None:
        painter.setFont(theme.font(size, semibold=semibold))
        painter.setPen(color)
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        edge = Qt.AlignmentFlag.AlignTop if top else Qt.AlignmentFlag.AlignBottom
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | edge, shown)


def _type_text(column: Column) -> str:
    missing = f", {count_text(column.missing)} missing" if column.missing and column.type != "empty" else ""
    distinct = f", {count_text(column.distinct)} values" if column.type == "text" else ""
    return column.type + distinct + missing


class PreviewTable(QTableView):
    """The table; the mouse on a column, or Enter and Space in it, makes it the target; with Ctrl one more.

    Signals:
        targets_chosen: the 0-based columns that are targets now.
    """

    targets_chosen = Signal(tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.preview_model = PreviewModel(self)
        self.setModel(self.preview_model)
        header = _Header(self.preview_model, self)
        self.setHorizontalHeader(header)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.setShowGrid(False)
        self.setFont(theme.font(11, tabular=True))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(self.tr("Preview; choose the target column"))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        header.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        header.viewport().installEventFilter(self)

    def set_preview(self, preview: TablePreview | None) -> None:
        """Show *preview* with columns as wide as their content, within reason."""
        self.preview_model.set_preview(preview)
        if preview is None:
            return
        metrics, bold = self.fontMetrics(), theme.font(12, semibold=True)
        for i, column in enumerate(preview.columns[:400]):
            texts = [row[i][:40] for row in preview.rows[:30] if i < len(row)]
            widest = max((metrics.horizontalAdvance(text) for text in texts), default=0)
            from_name = round(len(column.name) * bold.pixelSize() * 0.62)
            self.setColumnWidth(i, max(NARROWEST, min(WIDEST, max(widest, from_name) + 24)))

    def eventFilter(self, watched: Any, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            column = self.horizontalHeader().logicalIndexAt(event.position().toPoint())
            self._choose(column, add=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        return bool(super().eventFilter(watched, event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        column = self.indexAt(event.position().toPoint()).column()
        if event.button() == Qt.MouseButton.LeftButton:
            self._choose(column, add=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.currentIndex().isValid():
            add = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self._choose(self.currentIndex().column(), add=add)
        else:
            super().keyPressEvent(event)

    def _choose(self, column: int, *, add: bool) -> None:
        if column < 0:
            return
        targets = self.preview_model.targets
        if add:
            left = tuple(x for x in targets if x != column)
            chosen = left if column in targets and left else tuple(sorted({*targets, column}))
        else:
            chosen = (column,)
        if chosen != targets:
            self.preview_model.set_targets(chosen)
            self.targets_chosen.emit(chosen)
