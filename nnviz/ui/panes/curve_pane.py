"""The pane of one metric over the epochs."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from nnviz.ui.panes.curve_legend import CurveLegend, Entry
from nnviz.ui.panes.curve_marks import Mark
from nnviz.ui.panes.curve_view import CurveView
from nnviz.ui.panes.curves import Reading, RunCurves, Values
from nnviz.ui.panes.pane import Pane
from nnviz.ui.panes.text_button import TextButton
from nnviz.ui.panes.ticks import value_text


class CurvePane(Pane):
    """Training and validation curve of one metric, live, with the run before as a faint line.

    Every epoch that is appended is kept and can be read with the crosshair, whatever the screen has time to show.
    """

    def __init__(self, title: str, key: str, parent: QWidget | None = None) -> None:
        """*key* is the metric as Keras calls it ("loss", "accuracy"); *title* is what a person reads."""
        super().__init__(title, parent)
        self._curves = RunCurves(key)
        self._resting = False
        self._seen: int | None = None
        self._legend = CurveLegend(self)
        self._log = TextButton(self.tr("log"), self)
        self._log.setToolTip(self.tr("Logarithmic scale"))
        self._log.setAccessibleName(self.tr("Logarithmic scale"))
        self._log.toggled.connect(self._take_log)
        self.header.add(self._log)
        self.header.add(self._legend, 1)
        self.view = CurveView(self._curves, self)
        self.view.moved.connect(self.refresh_soon)
        self.body.addWidget(self.view)
        self._name_everything(title)

    @property
    def curves(self) -> RunCurves:
        """The values."""
        return self._curves

    def take_over(self, other: Pane) -> None:
        super().take_over(other)
        if isinstance(other, CurvePane):
            self._curves = self.view.curves = other._curves
            self._resting = other._resting
            self.view.take_over(other.view)
            self.refresh_soon()

    def set_key(self, key: str, title: str) -> None:
        """Show another metric: its values are to be appended again."""
        if key != self._curves.key:
            self.forget(key)
            self._log.setChecked(False)
        self.set_title(title)
        self._name_everything(title)
        self.refresh_soon()

    def forget(self, key: str | None = None) -> None:
        """Forget all runs: other data, whose figures do not compare."""
        self._curves = RunCurves(key or self._curves.key)
        self.view.curves = self._curves
        self.view.forget_range()
        if key is None:
            self.set_marks(())
        self._resting = False
        self.refresh_soon()

    def set_marks(self, marks: tuple[Mark, ...]) -> None:
        """Mark where this run was changed; in the order of the epochs."""
        self.view.overlay.set_marks(marks)

    def mark_seen(self, epoch: int | None) -> None:
        """Mark the epoch that all of the window shows, and tell its values; None for the present."""
        self._seen = epoch
        self.view.overlay.mark_seen(epoch)
        self.refresh_soon()

    def append(self, first: int, train_values: Values, validation_values: Values | None = None) -> None:
        """Take the values of the epochs from *first* (1-based) on; what stood there and after is replaced."""
        self._curves.append(first, train_values, validation_values)
        self._resting = False
        self.refresh_soon()

    def rewind(self, epoch: int) -> None:
        """Forget what came after *epoch*; 0 empties the curves of this run."""
        self._curves.rewind(epoch)
        self.set_marks(tuple(mark for mark in self.view.overlay.marks if mark.epoch <= epoch))
        self.refresh_soon()

    def start_run(self) -> None:
        """A new run begins at epoch 1; the one before stays as a faint line."""
        self._curves.start_run()
        self.set_marks(())
        self._resting = False
        self.view.forget_range()
        self.refresh_soon()

    def rest(self) -> None:
        """The run paused or ended: the best epoch is marked until it goes on."""
        self._resting = True
        self.refresh_soon()

    def reading_at(self, pixel: float) -> Reading:
        """What the crosshair shows at *pixel* from the left edge of the pane."""
        return self.view.reading_at(pixel)

    def refresh(self) -> None:
        told = self._resting and self._curves.epochs > 1
        self.view.overlay.mark_best(self._curves.best() if told else None)
        self._legend.set_entries(self._entries())
        self.view.refresh()
        if self._resting:
            self.setAccessibleDescription(self._legend.accessibleName())

    @Slot(bool)
    def _take_log(self, on: bool) -> None:
        self.view.log = on
        self.refresh_soon()

    def _entries(self) -> tuple[Entry, ...]:
        told = self._curves.last() if self._seen is None else self._curves.reading(self._seen)
        percent = self._curves.percent
        entries = []
        if self._curves.epochs:
            text = value_text(told.training, percent)
            entries.append(Entry(self.tr("train"), self.tr("train"), text, "training"))
        if told.validation == told.validation:
            text = value_text(told.validation, percent)
            entries.append(Entry(self.tr("validation"), self.tr("val."), text, "validation"))
        if len(self._curves.earlier) and not entries:
            entries.append(Entry(self.tr("last run"), self.tr("last run"), "", "quiet"))
        return tuple(entries)

    def _name_everything(self, title: str) -> None:
        self._log.setVisible(self._curves.may_be_logarithmic)
        self.view.setAccessibleName(self.tr("{metric} of every epoch").format(metric=title))
        if self._curves.key == "loss":
            self.view.empty_text = self.tr("The loss of every epoch appears here")
        else:
            self.view.empty_text = self.tr("{metric} of every epoch appears here").format(metric=title)

    def _recolour(self) -> None:
        self.view.recolour()
        self._legend.update()
        super()._recolour()
