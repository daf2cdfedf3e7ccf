"""Ctrl+F: a slim field over the diagram that finds layers by name and kind."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsPathItem, QHBoxLayout, QWidget

from nnviz.ui import theme
from nnviz.ui.controls import GlyphButton, text_label
from nnviz.ui.diagram import finding
from nnviz.ui.diagram.scene import DiagramScene
from nnviz.ui.diagram.sheet import EDGE, Sheet
from nnviz.ui.inspector.recipe_search import SearchField

WIDTH, FADED = 320, 0.22


class _Field(SearchField):
    """Enter and the arrows go through the hits.

    Signals:
        step_requested: 1 for the next hit, -1 for the one before.
    """

    step_requested = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, back = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step_requested.emit(-1 if back else 1)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.step_requested.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class SearchBar(Sheet):
    """Shows how many layers are meant, frames them and fades the others, and goes from one to the next.

    Attributes:
        hits: the ids of the layers that are meant.

    Signals:
        hit_requested: the layer to go to.
    """

    hit_requested = Signal(str)

    def __init__(self, scene: DiagramScene, parent: QWidget) -> None:
        super().__init__(parent)
        self._scene, self._at = scene, -1
        self._frames = QGraphicsPathItem()
        self._frames.setZValue(4)
        scene.addItem(self._frames)
        self.hits: tuple[str, ...] = ()
        self.field = _Field(self.tr("Find a layer by name or kind"), self)
        self.count = text_label("", 11, quiet=True, tabular=True)
        self.count.setMinimumWidth(52)
        self.count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        before = GlyphButton("chevron-up", self.tr("Previous (Shift+Enter)"))
        after = GlyphButton("chevron-down", self.tr("Next (Enter)"))
        close = GlyphButton("close", self.tr("Close (Esc)"))
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 5, 4, 5)
        row.setSpacing(2)
        row.addWidget(self.field, 1)
        row.addWidget(self.count)
        row.addSpacing(4)
        for button in (before, after, close):
            button.setFixedSize(26, 26)
            row.addWidget(button)
        before.clicked.connect(lambda: self.go(-1))
        after.clicked.connect(lambda: self.go(1))
        close.clicked.connect(self.close_sheet)
        self.field.left.connect(self.close_sheet)
        self.field.step_requested.connect(self.go)
        self.field.textChanged.connect(self._look)
        scene.content_changed.connect(self._look_again)

    def place(self, area: QSize) -> None:
        """Stand at the upper right of *area*."""
        self.setFixedWidth(min(WIDTH, area.width() - 2 * EDGE))
        self.adjustSize()
        self.move(area.width() - self.width() - EDGE, EDGE)

    def open(self) -> None:
        """Show it, with the words of last time chosen, so that others can be typed at once."""
        self.show()
        self.raise_()
        self._look()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def go(self, step: int) -> None:
        """Go *step* hits further, round and round."""
        if not self.hits:
            return
        self._at = (self._at + step) % len(self.hits) if self._at >= 0 else (0 if step > 0 else len(self.hits) - 1)
        self._say()
        self.hit_requested.emit(self.hits[self._at])

    def close_sheet(self) -> None:
        # Not when it is hidden: it is that too while the window goes, and the scene may be gone by then.
        self._fade(all_clear=True)
        super().close_sheet()

    # ------------------------------------------------------------------ inside

    def _look(self) -> None:
        self.hits, self._at = finding.found(self._scene.document.network, self.field.text()), -1
        self._say()
        self._fade()

    def _look_again(self) -> None:
        """The diagram changed: what was the hit stays it where it still is one."""
        if self.isHidden():
            return
        hit = self.hits[self._at] if self._at >= 0 else ""
        self.hits = finding.found(self._scene.document.network, self.field.text())
        self._at = self.hits.index(hit) if hit in self.hits else -1
        self._say()
        self._fade()

    def _say(self) -> None:
        if not self.field.text().strip():
            self.count.setText("")
        elif not self.hits:
            self.count.setText(self.tr("none"))
        elif self._at < 0:
            self.count.setText(str(len(self.hits)))
        else:
            self.count.setText(self.tr("{0} of {1}").format(self._at + 1, len(self.hits)))

    def _fade(self, all_clear: bool = False) -> None:
        """Frame what is meant and fade the rest; nothing while no word is given."""
        clear, hits = all_clear or not self.field.text().strip(), set(self.hits)
        path = QPainterPath()
        for item in self._scene.shown_items():
            hit = not hits.isdisjoint(item.layers)
            item.setOpacity(1.0 if clear or hit else FADED)
            if hit and not clear:
                path.addRoundedRect(item.geometry.frame.translated(item.pos()).adjusted(-4, -4, 4, 4), 13, 13)
        for link, link_item in self._scene.link_items.items():
            link_item.setOpacity(1.0 if clear or hits.issuperset(link) else FADED)
        self._frames.setPath(path)
        pen = QPen(theme.current().color("caution", 0.9), 1.5)
        pen.setCosmetic(True)
        self._frames.setPen(pen)
