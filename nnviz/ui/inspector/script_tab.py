"""The Keras script of what is drawn: made off the window's thread, and only while someone looks."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication, QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPlainTextEdit, QVBoxLayout, QWidget

from nnviz.ui import style, theme
from nnviz.ui.controls import quiet_button, text_label
from nnviz.ui.document import Document
from nnviz.ui.files.script_files import notebook_job, script_job
from nnviz.ui.inspector.highlighter import PythonHighlighter
from nnviz.ui.program.background import Background

REST_MS = 150  # a wheel turned through ten values makes one script
COPIED_MS = 1500


class ScriptTab(QWidget):
    """Read-only Python, to be copied, saved, or opened as a notebook.

    Signals:
        save_requested: a file of the script is wanted (a ``SaveJob``).
    """

    save_requested = Signal(object)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._stale = True
        self._background = Background(self)
        self._background.done.connect(self._show_script)
        self._background.failed.connect(self._show_sentence)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._make)
        self.text = QPlainTextEdit(readOnly=True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(11)
        self.text.setFont(font)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("Keras script"))
        self._highlighter = PythonHighlighter(self.text.document())
        self.sentence = text_label("", 11, quiet=True, wrap=True)
        self.copy = quiet_button(self.tr("Copy"), small=True)
        self.copy.setToolTip(self.tr("Put the whole script on the clipboard"))
        self.copy.clicked.connect(self._copy)
        self.save = quiet_button(self.tr("Save") + " ▾", small=True)
        self.save.setToolTip(self.tr("Save the script, or open it as a notebook"))
        self.save.clicked.connect(self._open_menu)
        self.menu = self._make_menu()
        self._copied = QTimer(self, singleShot=True, interval=COPIED_MS)
        self._copied.timeout.connect(lambda: self.copy.setText(self.tr("Copy")))
        self._lay_out()
        for signal in (
            document.network_changed,
            document.recipe_changed,
            document.data_changed,
            document.facts_changed,
        ):
            signal.connect(self._outdate)

    def shutdown(self) -> None:
        """Give up the script that is being made."""
        self._rest.stop()
        self._background.shutdown()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._rest.start(0)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._rest.stop()

    def _lay_out(self) -> None:
        self.sentence.setText(self.tr("Trains the same network without nnviz."))
        head = QHBoxLayout()
        head.setSpacing(theme.STEP)
        head.addWidget(self.sentence, 1)
        head.addWidget(self.copy)
        head.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(theme.GAP)
        column.addLayout(head)
        column.addWidget(self.text, 1)

    def _outdate(self) -> None:
        self._stale = True
        if self.isVisible():
            self._rest.start(REST_MS)

    def _make(self) -> None:
        self._stale = False
        project, base, facts = self._document.project, self._document.base, self._document.facts

        def work(cancelled: object) -> str:
            from nnviz.project.script import project_script

            return project_script(project, base, facts)

        self._background.run(work)

    def _show_script(self, script: str) -> None:
        style.set_role(self.sentence, "quiet")
        self.sentence.setText(self.tr("Trains the same network without nnviz."))
        self.copy.setEnabled(True)
        self.save.setEnabled(True)
        if script != self.text.toPlainText():
            place = self.text.verticalScrollBar().value()
            self.text.setPlainText(script)
            self.text.verticalScrollBar().setValue(place)

    def _show_sentence(self, sentence: str) -> None:
        style.set_role(self.sentence, "caution")
        self.sentence.setText(sentence)
        self.copy.setEnabled(False)
        self.save.setEnabled(False)
        self.text.clear()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.copy.setText(self.tr("Copied"))
        self._copied.start()

    def _make_menu(self) -> QMenu:
        menu = style.round_menu(QMenu(self))
        for text, make in (
            (self.tr("Save as Python script…"), script_job),
            (self.tr("Save as notebook…"), notebook_job),
            (self.tr("Save as notebook and open it…"), partial(notebook_job, shown=True)),
        ):
            menu.addAction(text).triggered.connect(
                lambda _=False, make=make: self.save_requested.emit(make(self._document))
            )
        return menu

    def _open_menu(self) -> None:
        size = self.menu.sizeHint()
        self.menu.popup(self.save.mapToGlobal(QPoint(self.save.width() - size.width(), self.save.height() + 4)))
