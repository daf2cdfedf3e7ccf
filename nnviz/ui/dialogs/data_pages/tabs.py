"""The pages of the data chooser, each made when it is first needed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from nnviz.backend.session import TrainingSession
from nnviz.data.dataset import Dataset
from nnviz.data.spec import DataSpec, Series, Table
from nnviz.network.spec import LayerSpec
from nnviz.ui.dialogs.data_pages.file_look import FileLook
from nnviz.ui.dialogs.data_pages.page import DataPage
from nnviz.ui.fields.cards import SegmentedTabs
from nnviz.ui.program.in_pieces import InPieces

DATA, PARTS, PREPARATION, AUGMENTATION, CLOSE = range(5)


class Tabs(QStackedWidget):
    """The page that *bar* stands at, for the reference that is shown.

    Attributes:
        look: what is known of the file of a table.

    Signals:
        spec_changed: a page changed something; carries the new reference.
        failed: a sentence why a page cannot show what it should.
        layers_changed: the layers that vary pictures are others now.
    """

    spec_changed = Signal(object)
    layers_changed = Signal(tuple)
    failed = Signal(str)

    def __init__(
        self, bar: SegmentedTabs, base: Path, session: TrainingSession | None, parent: QWidget | None = None
    ) -> None:
        """Relative paths count from *base*; the engine of *session* draws pictures."""
        super().__init__(parent)
        self._session = session
        self._layers: tuple[LayerSpec, ...] | None = None
        self._bar, self._base = bar, base
        self._spec: DataSpec | None = None
        self._dataset: Dataset | None = None
        self._made: dict[str, DataPage] = {}
        self._unfinished: dict[str, Iterator[None]] = {}
        self._ahead = ["parts", "preparation"]
        self._making = InPieces(self._make_piece, lambda: not self._ahead, self)
        self.look = FileLook(base, self)
        self.look.failed.connect(self.failed)
        for title in (
            self.tr("Data"),
            self.tr("Validation and test"),
            self.tr("Preparation"),
            self.tr("Augmentation"),
            self.tr("A closer look"),
        ):
            bar.addTab(title)
        bar.setTabVisible(AUGMENTATION, False)
        bar.setAccessibleName(self.tr("What to look at"))
        bar.currentChanged.connect(lambda _: self._show_current())

    def page(self, name: str) -> DataPage:
        """The page called *name*, see ``_make``; made now where it was not needed yet."""
        page = self._begun(name)
        for _ in self._unfinished.pop(name, ()):
            pass
        return page

    def _begun(self, name: str) -> DataPage:
        """The page called *name*, of which pieces may be missing."""
        if name not in self._made:
            page = self._made[name] = self._make(name)
            self._unfinished[name] = page.making()
            page.spec_changed.connect(self.spec_changed)
            page.failed.connect(self.failed)
            # A page that is not seen, and maybe not whole yet, has no say in how large the window is.
            page.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
            self.addWidget(page)
        return self._made[name]

    def _make_piece(self) -> None:
        """A piece of a page that may be opened next."""
        name = self._ahead[0]
        self._begun(name)
        if next(self._unfinished.get(name, iter(())), self) is self:  # nothing is left of it
            self._unfinished.pop(name, None)
            self._ahead.pop(0)

    def show_layers(self, layers: tuple[LayerSpec, ...] | None) -> None:
        """Show the *layers* that vary pictures; None where the network has no place for them."""
        self._layers = layers
        page = self._made.get("augmentation")
        if page is not None:
            page.show_layers(layers or ())  # type: ignore[attr-defined]

    def show_spec(self, spec: DataSpec) -> None:
        """Show *spec*, of which nothing is known yet."""
        self._spec, self._dataset = spec, None
        self.look.show_spec(spec)
        self._show_current()

    def show_dataset(self, spec: DataSpec, dataset: Dataset | None) -> None:
        """Show what loading gave."""
        self._dataset = dataset
        if dataset is not None:
            self._show_augmentation(len(dataset.facts.input_shape) == 3)
            self._making.start()
        self._current().show_dataset(spec, dataset)

    def cancel(self) -> None:
        """Give up what the pages do in the background."""
        self.look.cancel()
        self._ahead.clear()
        for name, page in self._made.items():
            if name not in self._unfinished:
                page.cancel()

    def _show_augmentation(self, pictures: bool) -> None:
        """Pictures can be varied, where the network has one place at which they come in."""
        self._bar.setTabVisible(AUGMENTATION, pictures and self._layers is not None)

    def _augmentation(self) -> DataPage:
        from nnviz.ui.dialogs.data_pages.augmentation_page import AugmentationPage

        page = AugmentationPage(self._session)
        page.show_layers(self._layers or ())
        page.layers_changed.connect(self.layers_changed)
        return page

    def _show_current(self) -> None:
        if self._spec is None:
            return
        page = self._current()
        page.show_spec(self._spec, self._base)
        if self._dataset is not None:
            page.show_dataset(self._spec, self._dataset)
        self.setCurrentWidget(page)

    def _current(self) -> DataPage:
        names = {PARTS: "parts", PREPARATION: "preparation", AUGMENTATION: "augmentation", CLOSE: "close"}
        of_data = "table" if isinstance(self._spec, Table | Series) else "picture"
        return self.page(names.get(self._bar.currentIndex(), of_data))

    def _make(self, name: str) -> DataPage:
        # Each is imported when it is needed: the first click on the data opens one of them alone.
        if name == "table":
            from nnviz.ui.dialogs.data_pages.table_page import TablePage

            return TablePage(self.look)
        if name == "parts":
            from nnviz.ui.dialogs.data_pages.parts_page import PartsPage

            return PartsPage(self.look)
        if name == "preparation":
            from nnviz.ui.dialogs.data_pages.preparation_page import PreparationPage

            return PreparationPage(self.look)
        if name == "augmentation":
            return self._augmentation()
        if name == "close":
            from nnviz.ui.dialogs.data_pages.close_page import ClosePage

            return ClosePage()
        from nnviz.ui.dialogs.data_pages.picture_page import PicturePage

        return PicturePage()
