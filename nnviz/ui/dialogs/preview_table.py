"""The head of a table; a click on a column makes it the target."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)  # fmt: skip

from nnviz.data.preview import Column, TablePreview
from nnviz.ui import theme
from nnviz.ui.figures import count_text
from nnviz.ui.language import translate

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
        return None

    def side(self, column: int) -> Qt.AlignmentFlag:
        """Numbers stand on the right of their column, everything else on the left."""
        numeric = self.column(column).type in ("integer", "number")
        return Qt.AlignmentFlag.AlignRight if numeric else Qt.AlignmentFlag.AlignLeft

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
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
        side = model.side(logical_index)
        painter.setFont(theme.font(12, semibold=True))
        painter.setPen(colors.color("accent" if is_target else "text"))
        _write(painter, box, column.name, side | Qt.AlignmentFlag.AlignTop)
        painter.setFont(theme.font(10))
        painter.setPen(colors.color("accent" if is_target else "quiet"))
        below = self.tr("target") if is_target else _type_text(column)
        _write(painter, box, below, side | Qt.AlignmentFlag.AlignBottom)
        painter.restore()


def _write(painter: QPainter, box: QRect, text: str, alignment: Qt.AlignmentFlag) -> None:
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, alignment, shown)


class _CellDelegate(QStyledItemDelegate):
    """A cell's text; tinted in a target column, framed where the keyboard is."""

    def __init__(self, model: PreviewModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._preview_model = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colors, box = theme.current(), QRect(option.rect)
        if index.column() in self._preview_model.targets:
            painter.fillRect(box, colors.color("accent", TINT))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(colors.color("accent"))
            painter.drawRect(box.adjusted(0, 0, -1, -1))
        painter.setPen(colors.color("text"))
        side = self._preview_model.side(index.column())
        _write(painter, box.adjusted(9, 0, -9, 0), str(index.data()), side | Qt.AlignmentFlag.AlignVCenter)


def _type_text(column: Column) -> str:
    parts = [translate("Preview", column.type)]
    if column.type == "text":
        parts.append(translate("Preview", "{0} values").format(count_text(column.distinct)))
    if column.missing and column.type != "empty":
        parts.append(translate("Preview", "{0} missing").format(count_text(column.missing)))
    return ", ".join(parts)


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
        self.setItemDelegate(_CellDelegate(self.preview_model, self))
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
        metrics = self.fontMetrics()
        bold, small = QFontMetrics(theme.font(12, semibold=True)), QFontMetrics(theme.font(10))
        for i, column in enumerate(preview.columns[:400]):
            texts = [row[i][:40] for row in preview.rows[:30] if i < len(row)]
            widest = max((metrics.horizontalAdvance(text) for text in texts), default=0)
            above = max(bold.horizontalAdvance(column.name), small.horizontalAdvance(_type_text(column)))
            self.setColumnWidth(i, max(NARROWEST, min(WIDEST, max(widest, above) + 22)))

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
