"""The head of a table; a click on the head of a column asks what it is for."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)  # fmt: skip
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
from nnviz.ui.dialogs.data_pages.roles import Role
from nnviz.ui.figures import count_text
from nnviz.ui.language import translate

ROW_HEIGHT, HEADER_HEIGHT = 24, 42
NARROWEST, WIDEST = 72, 220
TINT, FAINT = 0.16, 0.4
Index = QModelIndex | QPersistentModelIndex


class PreviewModel(QAbstractTableModel):
    """Cells of a preview as text, with what each column is for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.preview: TablePreview | None = None
        self.roles: tuple[Role, ...] = ()

    def set_preview(self, preview: TablePreview | None) -> None:
        """Show *preview*."""
        self.beginResetModel()
        self.preview = preview
        self.endResetModel()

    @property
    def targets(self) -> tuple[int, ...]:
        """The columns that are predicted."""
        return tuple(place for place, role in enumerate(self.roles) if role == "target")

    def role(self, column: int) -> Role:
        """What *column* is for."""
        return self.roles[column] if column < len(self.roles) else "input"

    def set_roles(self, roles: tuple[Role, ...]) -> None:
        """Mark the columns by what they are for."""
        if roles != self.roles:
            self.roles = roles
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
    """A column's name, and below it its role and type: targets in the accent, faint what is left out."""

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
        role, column = model.role(logical_index), model.column(logical_index)
        painter.save()
        painter.fillRect(rect, colors.color("field"))
        if role == "target":
            painter.fillRect(rect, colors.color("accent", TINT))
            painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 2), colors.color("accent"))
        ink = colors.color("accent" if role == "target" else "text", FAINT if role == "out" else 1.0)
        box = rect.adjusted(9, 5, -9, -5)
        side = model.side(logical_index)
        name = theme.font(12, semibold=True)
        name.setStrikeOut(role == "out")
        painter.setFont(name)
        painter.setPen(ink)
        _write(painter, box, column.name, side | Qt.AlignmentFlag.AlignTop)
        painter.setFont(theme.font(10))
        painter.setPen(ink if role == "target" else colors.color("quiet", FAINT if role == "out" else 1.0))
        _write(painter, box, header_text(role, column), side | Qt.AlignmentFlag.AlignBottom)
        painter.restore()


def _write(painter: QPainter, box: QRect, text: str, alignment: Qt.AlignmentFlag) -> None:
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, alignment, shown)


class _CellDelegate(QStyledItemDelegate):
    """A cell's text: tinted in a target column, faint where it is left out, framed where the keyboard is."""

    def __init__(self, model: PreviewModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._preview_model = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colors, box = theme.current(), QRect(option.rect)
        role = self._preview_model.role(index.column())
        if role == "target":
            painter.fillRect(box, colors.color("accent", TINT))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(colors.color("accent"))
            painter.drawRect(box.adjusted(0, 0, -1, -1))
        painter.setPen(colors.color("text", FAINT if role == "out" else 1.0))
        side = self._preview_model.side(index.column())
        _write(painter, box.adjusted(9, 0, -9, 0), str(index.data()), side | Qt.AlignmentFlag.AlignVCenter)


def _type_text(column: Column) -> str:
    parts = [translate("Preview", column.type)]
    if column.type == "text":
        parts.append(translate("Preview", "{0} values").format(count_text(column.distinct)))
    if column.missing and column.type != "empty":
        parts.append(translate("Preview", "{0} missing").format(count_text(column.missing)))
    return ", ".join(parts)


def header_text(role: Role, column: Column) -> str:
    """What stands below a column's name: its type, or that it is predicted or left out."""
    if role == "input":
        return _type_text(column)
    return translate("Preview", "predicted") if role == "target" else translate("Preview", "left out")


class PreviewTable(QTableView):
    """The table; the mouse on the head of a column, or Enter and Space in it, asks what it is for.

    Signals:
        role_requested: the 0-based column, and where on the screen a menu may open.
    """

    role_requested = Signal(int, QPoint)

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
        self.setAccessibleName(self.tr("Preview; Enter asks what a column is for"))
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
            below = small.horizontalAdvance(_type_text(column))
            above = max(bold.horizontalAdvance(column.name), below)
            self.setColumnWidth(i, max(NARROWEST, min(WIDEST, max(widest, above) + 26)))

    def eventFilter(self, watched: Any, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            self.ask(self.horizontalHeader().logicalIndexAt(event.position().toPoint()))
        return bool(super().eventFilter(watched, event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.currentIndex().isValid():
            self.ask(self.currentIndex().column())
        else:
            super().keyPressEvent(event)

    def ask(self, column: int) -> None:
        """Ask what *column* is for."""
        if column >= 0:
            header = self.horizontalHeader()
            corner = QPoint(header.sectionViewportPosition(column), header.height())
            self.role_requested.emit(column, header.viewport().mapToGlobal(corner))
