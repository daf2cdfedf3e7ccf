"""Four tabs: Layer, Recipe, Script, Lessons."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from nnviz.ui import style, theme
from nnviz.ui.controls import SegmentedTabs, divider
from nnviz.ui.document import Document
from nnviz.ui.inspector.layer_tab import LayerTab
from nnviz.ui.inspector.recipe_tab import RecipeTab
from nnviz.ui.inspector.script_tab import ScriptTab
from nnviz.ui.lessons.lessons_tab import LessonsTab

LAYER, RECIPE, SCRIPT, LESSONS = range(4)


class Inspector(QWidget):
    """The right side of the window. A layer that gets selected brings its tab to the front unless Script is read."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        style.set_role(self, "panel")
        self.setFixedWidth(theme.INSPECTOR_WIDTH)
        self.tabs = SegmentedTabs((self.tr("Layer"), self.tr("Recipe"), self.tr("Script"), self.tr("Lessons")))
        self.tabs.setAccessibleName(self.tr("Inspector"))
        self.setAccessibleName(self.tabs.accessibleName())
        self.layer, self.recipe, self.script = LayerTab(document), RecipeTab(document), ScriptTab(document)
        self.lessons = LessonsTab()
        self._stack = _Pages()
        for page in (self.layer, self.recipe, self.script, self.lessons):
            self._stack.addWidget(page)
        head = QHBoxLayout()
        head.setContentsMargins(14, 0, 14, 0)
        head.addWidget(self.tabs)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(divider())
        column.addWidget(self._stack, 1)
        self._column = column
        self.tabs.currentChanged.connect(self._stack.setCurrentIndex)
        document.selection_changed.connect(self._follow_selection)

    def show_tab(self, index: int) -> None:
        """Bring LAYER, RECIPE, SCRIPT or LESSONS to the front."""
        self.tabs.setCurrentIndex(index)

    def add_foot(self, widget: QWidget) -> None:
        """Let *widget* stand below all tabs."""
        self._stack.setMinimumHeight(1)  # the tabs scroll; what stands below them does not
        self._column.addWidget(widget)

    def shutdown(self) -> None:
        """Give up what runs in the background."""
        self.script.shutdown()

    def _follow_selection(self) -> None:
        if len(self._document.selection) == 1 and self.tabs.currentIndex() == RECIPE:
            self.show_tab(LAYER)


class _Pages(QStackedWidget):
    """The tabs' pages, which scroll and so can be as low as one wants; what stands below them cannot."""

    def hasHeightForWidth(self) -> bool:
        return False  # else the layout would ask the pages how high they have to be
