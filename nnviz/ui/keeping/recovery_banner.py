"""The calm card on top of the diagram that offers the work of a window that died."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from nnviz.project.work_folders import Found
from nnviz.ui import style, theme
from nnviz.ui.controls import GlyphButton, text_label
from nnviz.ui.diagram.zooming import ZoomingView
from nnviz.ui.figures import count_text
from nnviz.ui.keeping.recovery import Recovery, when

WIDTH, MARGIN = 600, 12


class RecoveryBanner(QWidget):
    """What was kept and when, and what may become of it; nothing waits for an answer."""

    def __init__(self, recovery: Recovery, over: ZoomingView) -> None:
        super().__init__(over)
        self._recovery, self._over = recovery, over
        self.setAccessibleName(self.tr("Work that was not saved"))
        self._title = text_label("", 13, semibold=True)
        self._what = text_label("", 12, quiet=True)
        self._what.setWordWrap(True)
        self.recover = self._button(self.tr("Recover"), "offer", recovery.recover)
        self.discard = self._button(self.tr("Discard"), "quiet", recovery.discard)
        self.later = GlyphButton("close", self.tr("Ask again at the next start"))
        self.later.clicked.connect(recovery.later)
        self._lay_out()
        recovery.offered.connect(self._follow)
        theme.notifier().changed.connect(self.update)
        over.installEventFilter(self)
        self._follow()

    def _button(self, text: str, role: str, slot: object) -> QPushButton:
        button = QPushButton(text)
        button.setFont(theme.font(12))
        button.setFixedHeight(theme.CONTROL_HEIGHT)
        style.set_role(button, role)
        button.clicked.connect(slot)
        return button

    def _lay_out(self) -> None:
        words = self._words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._what)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(18, 10, 8, 10)
        row.setSpacing(theme.GAP)
        row.addLayout(words, 1)
        for button in (self.discard, self.recover, self.later):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colors.color("line"))
        painter.setBrush(colors.color("panel"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors.color("accent"))
        painter.drawRoundedRect(QRectF(6, 10, 3, self.height() - 20), 1.5, 1.5)

    def _follow(self) -> None:
        found = self._recovery.first
        self.setVisible(found is not None)
        if found is None:
            self._over.cover(0)
        if found is not None:
            self._title.setText(self.tr("Unsaved work on {0}").format(found.about.title))
            self._what.setText(self._told(found))
            self._place()
            self.raise_()

    def _told(self, found: Found) -> str:
        runs, epochs, moment = count_text(found.runs), count_text(found.epochs), when(found.about)
        if found.epochs == 0:
            return self.tr("nnviz ended unexpectedly. It was kept as of {0}.").format(moment)
        if found.runs == 1:
            text = self.tr("nnviz ended unexpectedly. It was kept as of {0}, with a run of {1} epochs.")
            return text.format(moment, epochs)
        text = self.tr("nnviz ended unexpectedly. It was kept as of {0}, with {1} runs of {2} epochs in all.")
        return text.format(moment, runs, epochs)

    def _place(self) -> None:
        room = self._over.width()
        self.setFixedWidth(max(240, min(WIDTH, room - 2 * MARGIN)))
        for widget in self.findChildren(QWidget):
            widget.ensurePolished()  # only with its style a text knows how tall it has to be
        for layout in (self._words, self._row):  # each remembers how tall it was with another text
            layout.invalidate()
        self.setFixedHeight(max(56, self._row.totalHeightForWidth(self.width())))
        self.move((room - self.width()) // 2, MARGIN)
        self._over.cover(self.height() + MARGIN if self._recovery.first is not None else 0)
