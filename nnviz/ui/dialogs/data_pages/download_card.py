"""A set that is not on this computer yet: how large it is, Download, how far that is, and what to do offline."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nnviz.data.sources import keras_sets
from nnviz.data.spec import KerasSet
from nnviz.ui import style
from nnviz.ui.controls import primary_button, text_label
from nnviz.ui.fields.progress_line import ProgressLine
from nnviz.ui.program.background import Background
from nnviz.ui.sidebar.wording import bytes_text, data_title

WIDTH, WORDS_HEIGHT = 440, 68


class _Teller(QObject):
    """Brings the number of bytes from the thread that loads to the window's: once for each hundredth.

    Signals:
        came: so many hundredths are here.
    """

    came = Signal(int)

    def __init__(self, whole: int) -> None:
        super().__init__()
        self._whole, self._told = whole, -1

    def tell(self, count: int) -> None:
        """*count* bytes are here; called on the thread that loads."""
        share = min(100, 100 * count // max(1, self._whole))
        if share != self._told:
            self._told = share
            self.came.emit(share)


class DownloadCard(QWidget):
    """Asks before anything is downloaded.

    Signals:
        downloaded: the set is here now.
    """

    downloaded = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spec: KerasSet | None = None
        self._teller: _Teller | None = None
        self.words = text_label("", 12, wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.words.setMinimumHeight(WORDS_HEIGHT)
        self.start = primary_button(self.tr("Download"))
        self.progress = ProgressLine()
        self._loader = Background(self)
        self._loader.done.connect(self._take)
        self._loader.failed.connect(self._fail)
        self.start.clicked.connect(self.download)
        self.progress.stop_requested.connect(self.stop)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(1)
        for widget in (self.words, self.start, self.progress):
            if widget is not self.start:
                widget.setFixedWidth(WIDTH)
            column.addWidget(widget, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def show_spec(self, spec: KerasSet) -> None:
        """Offer to download *spec*; what is loaded already goes on where it is the same one."""
        if spec.name != (self._spec.name if self._spec is not None else None):
            self.cancel()
            self._spec = spec
            self._offer("")

    def download(self) -> None:
        """Download the set."""
        spec = self._spec
        if spec is None:
            return
        whole = keras_sets.missing_bytes(spec)
        teller = self._teller = _Teller(whole)
        teller.came.connect(lambda share: self._show_share(share, whole))
        self._show_loading(True)
        self._show_share(0, whole)
        self._loader.run(_downloading(spec, teller))

    def stop(self) -> None:
        """Stop: what came so far is thrown away."""
        self._loader.cancel()
        self._offer("")

    def cancel(self) -> None:
        """Give up what is being loaded."""
        self._loader.cancel()
        self._teller, self._spec = None, None

    def _offer(self, sentence: str) -> None:
        assert self._spec is not None
        size = bytes_text(keras_sets.missing_bytes(self._spec))
        asked = self.tr("{0} is not on this computer yet: {1} are downloaded once, and kept where Keras keeps them.")
        style.set_role(self.words, "bad" if sentence else "plain")
        self.words.setText(sentence or asked.format(data_title(self._spec), size))
        self.start.setText(self.tr("Try again") if sentence else self.tr("Download {0}").format(size))
        self._show_loading(False)

    def _show_loading(self, loading: bool) -> None:
        self.start.setVisible(not loading)
        self.progress.setVisible(loading)

    def _show_share(self, share: int, whole: int) -> None:
        if self.sender() not in (None, self._teller) or self.progress.isHidden():
            return  # of a download that was stopped
        style.set_role(self.words, "plain")
        here = bytes_text(share * whole // 100) if share else "0 MB"
        self.words.setText(self.tr("Downloading: {0} of {1}").format(here, bytes_text(whole)))
        self.progress.set_share(share / 100)

    def _take(self, _done: object) -> None:
        self._show_loading(False)
        self.downloaded.emit()

    def _fail(self, sentence: str) -> None:
        self._offer(sentence)


def _downloading(spec: KerasSet, teller: _Teller) -> Callable[[Callable[[], bool]], None]:
    return lambda cancelled: keras_sets.download(spec, cancelled, teller.tell)
