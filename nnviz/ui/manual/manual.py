"""The window of the manual: the list of its pages, and one of them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from nnviz.ui import language, style, theme
from nnviz.ui.controls import divider
from nnviz.ui.fields.cards import ScrollPanel
from nnviz.ui.fields.reading import Reading
from nnviz.ui.manual import pages

LIST_WIDTH, WIDTH, HEIGHT = 228, 960, 660


class Manual(QDialog):
    """Stays open beside the work.

    Attributes:
        list: the pages by their headings.
        text: the one that is read.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Manual"))
        self.setModal(False)
        self.list, self.text = QListWidget(), Reading()
        style.set_role(self.list, "contents")
        self.list.setAccessibleName(self.tr("Pages"))
        self.list.setFixedWidth(LIST_WIDTH)
        self.list.setFont(theme.font(12))
        for page in pages.pages():
            item = QListWidgetItem(pages.title(page.page, language.spoken()))
            item.setData(Qt.ItemDataRole.UserRole, page.page)
            self.list.addItem(item)
        self._panel = ScrollPanel(theme.GROUP * 2, theme.GROUP)
        self._panel.column.addWidget(self.text)
        self._panel.column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.GAP, theme.GROUP, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list)
        row.addSpacing(theme.GAP)
        row.addWidget(divider(vertical=True))
        row.addWidget(self._panel, 1)
        self.resize(WIDTH, HEIGHT)
        self.list.currentItemChanged.connect(self._show)

    @property
    def page(self) -> str:
        """The name of the page that is read."""
        item = self.list.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else ""

    def show_page(self, name: str) -> None:
        """Turn to the page *name* and come to the front."""
        for place in range(self.list.count()):
            if self.list.item(place).data(Qt.ItemDataRole.UserRole) == name:
                self.list.setCurrentRow(place)
        self.show()
        self.raise_()
        self.activateWindow()

    def _show(self, item: QListWidgetItem) -> None:
        spoken = language.spoken()
        self.text.setAccessibleName(item.text())
        self.text.show_markdown(pages.text(item.data(Qt.ItemDataRole.UserRole), spoken), pages.folder(spoken))
        self._panel.verticalScrollBar().setValue(0)
