"""The layers that can be drawn: the three main ones, a search over all, and a fold for each family."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSettings, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nnviz.network.catalogue import CATALOGUE, LayerKind
from nnviz.ui import theme
from nnviz.ui.controls import SectionCaption, text_label
from nnviz.ui.inspector.recipe_search import SearchField
from nnviz.ui.sidebar.finding import found
from nnviz.ui.sidebar.layer_card import LAYER_MIME, LayerCard, layer_mime
from nnviz.ui.sidebar.layer_fold import LayerFold

__all__ = ["LAYER_MIME", "LayerCard", "Palette", "layer_mime"]
OPEN_FOLDS = "palette/open"
MOST_HITS = 12
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Palette(QWidget):
    """All kinds of the catalogue.

    Attributes:
        search: what is typed here takes the place of the folds.
        folds: the families by their heading in English.

    Signals:
        layer_requested: a kind is to be added without the mouse.
        focus_moved: an arrow key went to this widget.
    """

    layer_requested = Signal(str)
    focus_moved = Signal(QWidget)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._main: dict[str, LayerCard] = {}
        self._hits: dict[str, LayerCard] = {}
        self._shown_hits: list[LayerCard] = []
        self.search = SearchField(self.tr("Search {0} layers").format(len(CATALOGUE)))
        self.search.setToolTip(self.tr("Title, Keras name or family of a layer; Enter adds the first one found."))
        self.search.textChanged.connect(self._find)
        self.search.left.connect(lambda: self._go(next(iter(self._main.values()))))
        self.folds = {group: self._fold(group) for group in _groups()}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        column.addWidget(SectionCaption(self.tr("Layers")))
        self._add_main(column)
        column.addSpacing(theme.STEP)
        column.addWidget(self.search)
        column.addWidget(self._make_results())
        column.addWidget(self._make_folds())
        self.search.installEventFilter(self)
        self._restore()

    def card(self, kind: str) -> LayerCard:
        """The card of *kind*, unfolded where it was folded away."""
        if kind in self._main:
            return self._main[kind]
        self.search.clear()
        fold = self.folds[CATALOGUE[kind].group]
        fold.open()
        return fold.cards[kind]

    # ------------------------------------------------------------------ what it is made of

    def _add_main(self, column: QVBoxLayout) -> None:
        subtitles = {"Input": self.tr("what comes in"), "Dense": "Dense", "Output": self.tr("the answer")}
        for kind in CATALOGUE.values():
            if kind.group == "main":
                card = self._main[kind.kind] = LayerCard(kind, subtitles.get(kind.kind, kind.kind), self)
                card.layer_requested.connect(self.layer_requested)
                column.addWidget(card)

    def _make_results(self) -> QWidget:
        self._results = QWidget()
        self._hit_column = QVBoxLayout()
        self._hit_column.setSpacing(theme.STEP)
        self._rest = text_label("", 11, quiet=True, wrap=True)
        column = QVBoxLayout(self._results)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        column.addLayout(self._hit_column)
        column.addWidget(self._rest)
        self._results.hide()
        return self._results

    def _make_folds(self) -> QWidget:
        self._folds = QWidget()
        column = QVBoxLayout(self._folds)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for fold in self.folds.values():
            column.addWidget(fold)
        return self._folds

    def _fold(self, group: str) -> LayerFold:
        fold = LayerFold(group, [kind for kind in CATALOGUE.values() if kind.group == group])
        fold.layer_requested.connect(self.layer_requested)
        fold.header.installEventFilter(self)
        fold.header.clicked.connect(self._remember)
        return fold

    def _restore(self) -> None:
        for group in str(QSettings().value(OPEN_FOLDS, "")).split(","):
            if group in self.folds:
                self.folds[group].open()

    def _remember(self) -> None:
        QSettings().setValue(OPEN_FOLDS, ",".join(group for group, fold in self.folds.items() if fold.is_open))

    # ------------------------------------------------------------------ searching

    def _find(self, query: str) -> None:
        """Show what *query* looks for in place of the folds."""
        searching = bool(query.strip())
        kinds = found(query) if searching else []
        for card in self._shown_hits:
            self._hit_column.removeWidget(card)
            card.hide()
        self._shown_hits = [self._hit(kind) for kind in kinds[:MOST_HITS]]
        for card in self._shown_hits:
            self._hit_column.addWidget(card)
            card.show()
        beyond = len(kinds) - len(self._shown_hits)
        self._rest.setText(self.tr("and {0} more").format(beyond) if kinds else self.tr("No layer is called so."))
        self._rest.setVisible(beyond > 0 or not kinds)
        self._results.setVisible(searching)
        self._folds.setVisible(not searching)

    def _hit(self, kind: LayerKind) -> LayerCard:
        if kind.kind not in self._hits:
            card = self._hits[kind.kind] = LayerCard(kind, parent=self._results)
            card.layer_requested.connect(self.layer_requested)
        return self._hits[kind.kind]

    # ------------------------------------------------------------------ the keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(watched, QWidget):
            if watched is self.search and event.key() in _ENTER:
                if self._shown_hits:
                    self.layer_requested.emit(self._shown_hits[0].kind)
                return True
            return self._moved(watched, Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = self.focusWidget()
        if focused is None or not self._moved(focused, Qt.Key(event.key())):
            super().keyPressEvent(event)

    def _moved(self, start: QWidget, key: Qt.Key) -> bool:
        """Whether *key*, pressed on *start*, is an arrow that leads somewhere; goes there."""
        stops = self._stops()
        if start not in stops:
            return False
        at = stops.index(start)
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            at += 1 if key == Qt.Key.Key_Down else -1
            if 0 <= at < len(stops):
                self._go(stops[at])
            return True
        fold = next((fold for fold in self.folds.values() if fold.isAncestorOf(start)), None)
        if fold is None or start is self.search or key not in (Qt.Key.Key_Left, Qt.Key.Key_Right, *_ENTER):
            return False
        if start is fold.header:
            fold.open(not fold.is_open if key in _ENTER else key == Qt.Key.Key_Right)
            self._remember()
        elif key == Qt.Key.Key_Left:
            self._go(fold.header)
        return True

    def _stops(self) -> list[QWidget]:
        """Where the arrows lead, from top to bottom."""
        stops: list[QWidget] = [*self._main.values(), self.search, *self._shown_hits]
        if self._folds.isVisible():
            for fold in self.folds.values():
                stops += [fold.header, *(fold.cards.values() if fold.is_open else ())]
        return stops

    def _go(self, stop: QWidget) -> None:
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        self.focus_moved.emit(stop)


def _groups() -> tuple[str, ...]:
    return tuple(dict.fromkeys(kind.group for kind in CATALOGUE.values() if kind.group != "main"))
