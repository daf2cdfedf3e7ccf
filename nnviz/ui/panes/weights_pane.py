"""The pane of one layer's weights: the matrix as an image and how its values are spread, or its filters as pictures."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction, QActionGroup, QContextMenuEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from nnviz.training.course import Course
from nnviz.training.filter_cells import cell_of
from nnviz.training.pictures import COLOUR, MEAN, Filters, LayerWeights, WantedFilters, Weights
from nnviz.ui import style
from nnviz.ui.panes.course_view import CourseView
from nnviz.ui.panes.mosaic_page import MosaicPage
from nnviz.ui.panes.pane import Pane
from nnviz.ui.panes.pictured import Pictured
from nnviz.ui.panes.scale_bar import ScaleBar
from nnviz.ui.panes.text_button import TextButton
from nnviz.ui.panes.weights_view import WeightsView
from nnviz.ui.training.live import Kernel, steady_limit

LEAST_FOR_SCALE = 300  # pixels of width
SMALLEST_PICTURE = 12 * 12  # pixels; filters beyond those that fit at this size are left out
MOST_NUMBERS = 1 << 16  # of all pictures together, however large the pane


class WeightsPane(Pane):
    """The newest weights of one layer; weights that come faster than the screen replace each other.

    Signals:
        layer_chosen: a person chose another layer here; carries its id.
        wanted_changed: other filters are wanted than before.
        course_wished: the course of another layer is to be seen than before.
        weight_requested: a person wants to set a weight: layer, row, column, and where on the screen.
        weight_refused: a sentence why the number that a person wants to set is not a weight that can be set.
        menu_requested: a person asks what can be done with the weights of a layer: which one, and where on the screen.

    Attributes:
        view: matrix and histogram.
        mosaic: the filters as pictures.
        course: the weights over the epochs; ``over`` chooses it.
        wanted: the filters that are to be seen as pictures; None for none.
    """

    layer_chosen = Signal(str)
    wanted_changed = Signal()
    course_wished = Signal()
    weight_requested = Signal(str, int, int, QPoint)
    weight_refused = Signal(str)
    menu_requested = Signal(str, QPoint)

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.set_title(title or self.tr("Weights"))
        self._layers: dict[str, LayerWeights] = {}
        self._names: dict[str, str] = {}
        self._inputs: dict[str, tuple[str, ...]] = {}
        self._wanted: str | None = None
        self._pictured: dict[str, Pictured] = {}
        self._filters: Filters | None = None
        self._channels: dict[str, int] = {}
        self._awaited = False
        self._limit, self._own_limit = 1.0, 0.0
        self.wanted: WantedFilters | None = None
        self._course_of: str | None = None
        self._make_header()
        self._make_pages()

    def _make_header(self) -> None:
        self._chooser = TextButton("", self, arrow=True)
        self._chooser.setToolTip(self.tr("Choose the layer whose weights are shown"))
        self._menu = style.round_menu(QMenu(self))
        self._chooser.clicked.connect(self._open_menu)
        self._chooser.hide()
        self._scale = ScaleBar(self)
        self._scale.hide()
        self.switch = TextButton(self.tr("Pictures"), self)
        self.switch.setToolTip(self.tr("Show each filter as a picture, or all weights as a matrix"))
        self.switch.setChecked(True)
        self.switch.toggled.connect(self.refresh_soon)
        self.switch.hide()
        self.over = TextButton(self.tr("Epochs"), self)
        self.over.setToolTip(self.tr("Show how the weights have moved over the epochs"))
        self.over.toggled.connect(self.refresh_soon)
        self.over.hide()
        self.header.add(self._chooser)
        self.header.add_space()
        self.header.add(self._scale)
        self.header.add(self.switch)
        self.header.add(self.over)

    def _make_pages(self) -> None:
        self.view, self.mosaic = WeightsView(self), MosaicPage(self)
        self.view.cell_requested.connect(self._request_weight)
        self.view.empty_text = self.tr("The weights of a layer appear here")
        self.mosaic.channel_chosen.connect(self._choose_channel)
        self.mosaic.view.resized.connect(self.refresh_soon)
        self.mosaic.view.number_requested.connect(self._request_number)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.view)
        self._pages.addWidget(self.mosaic)
        self.course = CourseView(self)
        self.course.empty_text = self.tr("How the weights move appears here once the run has kept some epochs")
        self._pages.addWidget(self.course)
        self.body.addWidget(self._pages)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_header()

    def _fit_header(self) -> None:
        """In a narrow pane the layer's name is worth more than the scale and the title, which stand elsewhere too."""
        matrix = self._pages.currentWidget() is self.view
        self._scale.setVisible(bool(self._layers) and matrix and self.width() >= LEAST_FOR_SCALE)
        if not self.header.room_for(""):
            self._scale.hide()
        title = self.accessibleName()
        self.header.set_title(title if self.header.room_for(title) else "")

    @property
    def shown_layer(self) -> str | None:
        """The layer on screen: the selected one, else the first with weights; None without weights."""
        return self._wanted if self._wanted in self._layers else next(iter(self._layers), None)

    def show_weights(self, weights: Weights | None, names: dict[str, str]) -> None:
        """Take newer weights; *names* are the layers' names by id. None empties the pane."""
        layers = weights.layers if weights is not None else ()
        self._layers = {layer.id: layer for layer in layers if layer.rows and layer.cols}
        self._names = names
        self._filters = weights.filters if weights is not None else None
        self._awaited = False
        self.refresh_soon()

    def set_pictured(self, pictured: dict[str, Pictured]) -> None:
        """Which layers have filters that can be seen as pictures, and how."""
        if pictured != self._pictured:
            self._pictured = pictured
            self.refresh_soon()

    def set_input_names(self, names: dict[str, tuple[str, ...]]) -> None:
        """Name the inputs of layers by id, as the features that come in; others are called x1, x2, ..."""
        self._inputs = names
        self.refresh_soon()

    def set_scale(self, limit: float) -> None:
        """Full colour means *limit*, here as in the diagram."""
        if limit != self._limit and limit > 0:
            self._limit = limit
            self.refresh_soon()

    def select_layer(self, layer: str) -> None:
        """Follow a selection made elsewhere; a layer without weights changes nothing until it has some."""
        if layer != self._wanted:
            self._wanted = layer
            self.refresh_soon()

    def refresh(self) -> None:
        shown = self.shown_layer
        self._chooser.setVisible(shown is not None)
        self.over.setVisible(shown is not None)
        self.switch.setVisible(shown in self._pictured and not self.over.isChecked())
        self._follow_course()
        self._want(shown)
        self._show_page()
        self._fit_header()
        if shown is None:
            self.view.show_layer(None)
            return
        name = self._name(shown)
        self._chooser.setText(name)
        self._chooser.setAccessibleName(self.tr("Layer: {name}").format(name=name))
        self._fit_header()
        if self._pages.currentWidget() is self.view:
            self._show_matrix(self._layers[shown])

    @property
    def course_layer(self) -> str | None:
        """The layer whose course is to be seen; None where none is."""
        return self.shown_layer if self.over.isChecked() else None

    def show_course(self, course: Course) -> None:
        """How the weights of ``course_layer`` have moved."""
        self.course.show_course(course)

    def _follow_course(self) -> None:
        if self.course_layer != self._course_of:
            self._course_of = self.course_layer
            self.course.show_course(None)
            self.course_wished.emit()

    def _show_matrix(self, layer: LayerWeights) -> None:
        """On the scale of the diagram, where there is only a scale for kernels: other numbers have one of their own."""
        if layer.parts:
            self._own_limit = steady_limit(self._own_limit, Kernel.of(layer).largest()) or 1.0
        else:
            self._own_limit = 0.0
        limit = self._own_limit or self._limit
        self.view.limit = limit
        if limit != self._scale.limit:
            self._scale.set_limit(limit)
        self.view.show_layer(layer, layer.parts or self._inputs.get(layer.id, ()))

    def _want(self, shown: str | None) -> None:
        """Ask for the filters of the layer that is shown, as many as there are pixels for."""
        wanted = None
        pictures = self.switch.isChecked() and not self.over.isChecked()
        if shown is not None and shown in self._pictured and pictures:
            how = self._pictured[shown]
            room = max(1, self._pages.width() * self._pages.height())
            numbers = min(MOST_NUMBERS, 1 << (room - 1).bit_length())  # so that dragging an edge asks seldom
            channel = self._channels.get(shown, COLOUR if how.colour else MEAN)
            wanted = WantedFilters(shown, max(1, numbers // SMALLEST_PICTURE), numbers, channel, how.picture)
        if wanted != self.wanted:
            self.wanted, self._awaited = wanted, wanted is not None
            self.wanted_changed.emit()

    def _show_page(self) -> None:
        """The pictures that are wanted, blank until they come; the matrix where there are none."""
        wanted, filters = self.wanted, self._filters
        if self.course_layer is not None:
            self._pages.setCurrentWidget(self.course)
        elif wanted is not None and filters is not None and filters.id == wanted.layer:
            self.mosaic.show_filters(filters, self._pictured[wanted.layer])
            self._pages.setCurrentWidget(self.mosaic)
        elif wanted is not None and self._awaited:
            self.mosaic.show_filters(None, Pictured())
            self._pages.setCurrentWidget(self.mosaic)
        else:
            self._pages.setCurrentWidget(self.view)

    def _choose_channel(self, channel: int) -> None:
        shown = self.shown_layer
        if shown is not None:
            self._channels[shown] = channel
            self.refresh_soon()

    def _request_weight(self, row: int, col: int, at: QPoint) -> None:
        if self.shown_layer is not None:
            self.weight_requested.emit(self.shown_layer, row, col, at)

    def _request_number(self, tile: int, row: int, col: int, at: QPoint) -> None:
        """The weight that a number of a filter's picture is, where it is one."""
        filters = self.mosaic.view.filters
        cell = cell_of(filters, tile, row, col) if filters is not None else None
        if filters is not None and cell is not None:
            self.weight_requested.emit(filters.id, *cell, at)
        elif filters is not None and filters.laid:
            self.weight_refused.emit(self.tr("Several input channels are shown: choose one below to set its weights"))
        elif filters is not None:
            self.weight_refused.emit(
                self.tr("The filters of a separable convolution cannot be set by hand, only what mixes its channels")
            )

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.shown_layer is not None:
            self.menu_requested.emit(self.shown_layer, event.globalPos())

    def _name(self, layer: str) -> str:
        return self._names.get(layer, layer)

    def _open_menu(self) -> None:
        self.fill_menu()
        self._menu.popup(self._chooser.mapToGlobal(self._chooser.rect().bottomLeft()))

    def fill_menu(self) -> QMenu:
        """The menu of layers, each with the shape of its kernel; the one on screen is checked."""
        self._menu.clear()
        group = QActionGroup(self._menu)
        for layer in self._layers.values():
            inputs, units = layer.shape
            action = QAction(f"{self._name(layer.id)}\t{inputs:,} × {units:,}", group)
            action.setCheckable(True)
            action.setChecked(layer.id == self.shown_layer)
            action.triggered.connect(partial(self._choose, layer.id))
            self._menu.addAction(action)
        return self._menu

    def _choose(self, layer: str, _checked: bool = True) -> None:
        if layer != self.shown_layer:
            self.select_layer(layer)
            self.layer_chosen.emit(layer)

    def _recolour(self) -> None:
        self._scale.update()
        self.course.redraw()
        super()._recolour()
