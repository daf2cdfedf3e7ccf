"""The diagram as a file for a paper or a slide: what it will look like, and in which form it is wanted."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from nnviz.project.atomic import write_whole
from nnviz.ui import style, theme
from nnviz.ui.controls import (
    ChoiceField,
    LabelledRow,
    SectionCaption,
    SegmentedTabs,
    ToggleField,
    divider,
    primary_button,
    quiet_button,
    text_label,
)  # fmt: skip
from nnviz.ui.diagram.exporting import DPI, Drawing, draw, image, pdf, pixels, png, svg
from nnviz.ui.document import Document
from nnviz.ui.files.saving import SaveJob
from nnviz.ui.program.background import Background
from nnviz.ui.training.live import LiveState

FORMATS = ("svg", "pdf", "png")
SCALES = (1, 2, 3, 4)
USUAL_SCALE = 2
PREVIEW = 1400  # pixels along the longer side of what is shown
CHECK = 8  # pixels of a square that stands for nothing
MM = 25.4


class _Preview(QWidget):
    """The picture as large as there is room, never larger than it is; squares where it is transparent."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.image: QImage | None = None
        self.transparent = False
        self.setMinimumSize(QSize(360, 240))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Preview"))

    def place(self) -> QRectF:
        """Where the picture is shown."""
        room = QRectF(self.rect()).adjusted(theme.GROUP, theme.GROUP, -theme.GROUP, -theme.GROUP)
        if self.image is None:
            return room
        size = self.image.size().toSizeF()
        size *= min(1.0, room.width() / size.width(), room.height() / size.height())
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(room.center())
        return place

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current().color("background"))
        if self.image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            place = self.place().toAlignedRect()
            painter.fillRect(place, Qt.GlobalColor.white)
            if self.transparent:
                self._paint_squares(painter, place)
            painter.drawImage(place, self.image)
        painter.end()

    def _paint_squares(self, painter: QPainter, place: QRect) -> None:
        grey = theme.LIGHT.color("field_hover")
        for row, y in enumerate(range(place.top(), place.bottom() + 1, CHECK)):
            for x in range(place.left() + (row % 2) * CHECK, place.right() + 1, 2 * CHECK):
                painter.fillRect(QRect(x, y, CHECK, CHECK).intersected(place), grey)


class DiagramExport(QDialog):
    """Shows the picture that is going to be made.

    Signals:
        save_requested: the file that is wanted (a ``SaveJob``).
        copy_requested: the picture is wanted on the clipboard: drawing, scale, whether it is transparent.
    """

    save_requested = Signal(object)
    copy_requested = Signal(object, float, bool)

    def __init__(self, document: Document, live: LiveState, title: str, parent: QWidget | None = None) -> None:
        """For the diagram of *document* with the weights in *live*; *title* is the project's name.

        BadInput where the diagram is empty.
        """
        drawing = draw(document, live, title)  # before there is a dialog that would be left behind
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Export diagram"))
        self.resize(860, 480)
        self._document, self._live, self._title = document, live, title
        self._drawing, self._over = drawing, False
        self._background = Background(self)
        self._background.done.connect(self._show)
        self._background.failed.connect(self._fail)
        self.preview = _Preview(self)
        self.format = SegmentedTabs(tuple(name.upper() for name in FORMATS))
        self.format.setAccessibleName(self.tr("Format"))
        self.what = text_label("", 11, quiet=True, wrap=True)
        self.weights = ToggleField()
        self.background = ChoiceField([(self.tr("white"), False), (self.tr("transparent"), True)])
        self.scale = ChoiceField([(f"{scale} ×", scale) for scale in SCALES])
        self.size_text = text_label("", 11, quiet=True, tabular=True, wrap=True)
        self.copy = quiet_button(self.tr("Copy picture"))
        self.save = primary_button(self.tr("Save…"))
        self._start()
        self._lay_out()
        self._bind()
        self._look_at(drawing)

    def done(self, result: int) -> None:
        self._over = True
        self._background.cancel()
        super().done(result)

    def _start(self) -> None:
        learned = bool(self._live.kernels)
        self.weights.setChecked(learned)
        self.weights.setEnabled(learned)
        self.background.set_choice(False)
        self.scale.set_choice(USUAL_SCALE)
        self.save.setDefault(True)
        self.what.setMinimumHeight(2 * self.what.fontMetrics().lineSpacing())
        self.what.setAlignment(Qt.AlignmentFlag.AlignTop)

    def _lay_out(self) -> None:
        form = QVBoxLayout()
        form.setContentsMargins(theme.GROUP, theme.GROUP, theme.GROUP, theme.GROUP)
        form.setSpacing(theme.GAP)
        form.addWidget(SectionCaption(self.tr("Format")))
        form.addWidget(self.format)
        form.addWidget(self.what)
        form.addSpacing(theme.GAP)
        form.addWidget(SectionCaption(self.tr("Picture")))
        hint = self.tr("Draw the weights as they are now; without them a link is an arrow.")
        form.addWidget(LabelledRow(self.tr("Weights"), self.weights, hint))
        form.addWidget(LabelledRow(self.tr("Background"), self.background))
        form.addWidget(LabelledRow(self.tr("Size"), self.scale, self.tr("Pixels of a PNG for a pixel of the screen.")))
        form.addWidget(self.size_text)
        form.addStretch(1)
        form.addWidget(self.copy)
        form.addWidget(self.save)
        side = QWidget()
        side.setLayout(form)
        side.setFixedWidth(264)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.preview, 1)
        row.addWidget(divider(vertical=True))
        row.addWidget(side)

    def _bind(self) -> None:
        self.format.currentChanged.connect(lambda _: self._describe())
        self.weights.toggled.connect(lambda _: self._draw_again())
        self.background.choice_changed.connect(lambda _: self._describe())
        self.scale.choice_changed.connect(lambda _: self._describe())
        self.copy.clicked.connect(self._copy)
        self.save.clicked.connect(self._save)

    # ------------------------------------------------------------------ what is shown

    def _draw_again(self) -> None:
        live = self._live if self.weights.isChecked() else LiveState()
        self._look_at(draw(self._document, live, self._title))

    def _look_at(self, drawing: Drawing) -> None:
        """Show *drawing* as soon as it is cropped."""
        self._drawing = drawing
        self.save.setEnabled(False)
        self.copy.setEnabled(False)

        def work(_cancelled: object) -> tuple[Drawing, QImage]:
            cropped = drawing.cropped()
            scale = min(2.0, PREVIEW / max(cropped.rect.width(), cropped.rect.height()))
            return cropped, image(cropped, scale, transparent=True)

        self._background.run(work)

    def _show(self, made: tuple[Drawing, QImage]) -> None:
        self._drawing, self.preview.image = made
        self.save.setEnabled(True)
        self.copy.setEnabled(True)
        if self.focusWidget() is None or self.focusWidget() is self.format:
            self.save.setFocus()
        self._describe()

    def _fail(self, sentence: str) -> None:
        style.set_role(self.size_text, "bad")
        self.size_text.setText(sentence)

    def _describe(self) -> None:
        """Say what the chosen form is, and how large the picture will be."""
        name = self._format()
        sentences = {
            "svg": self.tr("Sharp at every size; for papers, slides and web pages. Texts are outlines."),
            "pdf": self.tr("Sharp at every size; for LaTeX. One page, as large as the picture."),
            "png": self.tr("Pixels; for whatever takes no SVG."),
        }
        self.what.setText(sentences[name])
        self.scale.setEnabled(name == "png")
        size = self._drawing.rect.size()
        if name == "png":
            wide = pixels(self._drawing, self._scale())
            text = self.tr("{0} × {1} pixels").format(f"{wide.width():,}", f"{wide.height():,}")
        else:
            text = self.tr("{0} × {1} mm").format(*(f"{side * MM / DPI:.0f}" for side in (size.width(), size.height())))
        style.set_role(self.size_text, "quiet")
        self.size_text.setText(text)
        self.preview.transparent = self._transparent()
        self.preview.update()

    def _format(self) -> str:
        return FORMATS[self.format.currentIndex()]

    def _scale(self) -> float:
        return float(self.scale.choice)

    def _transparent(self) -> bool:
        return bool(self.background.choice)

    # ------------------------------------------------------------------ what is done

    def _copy(self) -> None:
        self.copy_requested.emit(self._drawing, self._scale(), self._transparent())

    def _save(self) -> None:
        name, drawing, scale, transparent = self._format(), self._drawing, self._scale(), self._transparent()

        def write(path: Path) -> None:
            if name == "png":
                written = png(drawing, scale, transparent=transparent)
            else:
                written = (svg if name == "svg" else pdf)(drawing, transparent=transparent)
            write_whole(path, written)

        names = self.tr("{0} picture (*.{1})").format(name.upper(), name)
        self.save_requested.emit(SaveJob(self.tr("Export diagram"), names, f".{name}", write, self._saved))

    def _saved(self, _path: Path) -> None:
        if not self._over:  # it may have been closed while the file was written
            self.accept()
