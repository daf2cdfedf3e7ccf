"""The dialog of what nobody foresaw: a sentence, the report, and the way on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from nnviz.ui import style, theme
from nnviz.ui.controls import primary_button, quiet_button, text_label
from nnviz.ui.figures import count_text

WIDTH, HEIGHT = 660, 460


class FaultDialog(QDialog):
    """Stands beside the work until a person goes on; nothing waits for it."""

    def __init__(self, folder: Path, *, crashed_before: bool = False, parent: QWidget | None = None) -> None:
        """*folder* has the logs; *crashed_before*: it is about the start before this one."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)  # what is being typed goes on where it was
        self.setModal(False)
        self.setWindowTitle(self.tr("Something went wrong"))
        self.resize(WIDTH, HEIGHT)
        self._folder = folder
        self.sentence = text_label(self._sentence(crashed_before), 13, wrap=True)
        self.times = text_label("", 12, quiet=True, tabular=True)
        self.report = QPlainTextEdit()
        self.copy = quiet_button(self.tr("Copy"))
        self.open_folder = quiet_button(self.tr("Open log folder"))
        self.go_on = primary_button(self.tr("Go on"))
        self._prepare()
        self._lay_out()
        self.copy.clicked.connect(self._copy)
        self.open_folder.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder))))
        self.go_on.clicked.connect(self.accept)

    def show_report(self, text: str, times: int) -> None:
        """Show the report; it has happened so many *times*."""
        self.times.setText(self.tr("It has happened {0} times").format(count_text(times)) if times > 1 else "")
        if text != self.report.toPlainText():
            bar = self.report.verticalScrollBar()
            place = bar.value()
            self.report.setPlainText(text)
            bar.setValue(place)
            self.copy.setText(self.tr("Copy"))

    def _sentence(self, crashed_before: bool) -> str:
        if crashed_before:
            return self.tr("nnviz crashed the last time it ran. What it was doing then stands in this report.")
        return self.tr(
            "nnviz has met something that it was not made for. Your work is as it was: you can go on, and save it."
        )

    def _prepare(self) -> None:
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(11)
        self.report.setFont(font)
        self.report.setReadOnly(True)
        self.report.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.report.setAccessibleName(self.tr("Report"))
        self.go_on.setDefault(True)

    def _lay_out(self) -> None:
        about = text_label(
            self.tr("The report tells of the program, not of your data, and goes nowhere unless you send it."),
            11, quiet=True, wrap=True,
        )  # fmt: skip
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.GAP)
        buttons.addWidget(self.copy)
        buttons.addWidget(self.open_folder)
        buttons.addStretch(1)
        buttons.addWidget(self.times)
        buttons.addWidget(self.go_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.GROUP, theme.GROUP, theme.GROUP, theme.GROUP)
        column.setSpacing(theme.GAP)
        column.addWidget(self.sentence)
        column.addWidget(self.report, 1)
        column.addWidget(about)
        column.addLayout(buttons)
        style.set_role(self.report, "report")
        self.go_on.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())
        self.copy.setText(self.tr("Copied"))
