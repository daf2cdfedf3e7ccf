"""Opening a template: as a project of its own, or on the data that are open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from nnviz.network.spec import NetworkSpec
from nnviz.network.templates import Template
from nnviz.project.from_template import template_project
from nnviz.ui import style
from nnviz.ui.controls import quiet_button
from nnviz.ui.language import worded

if TYPE_CHECKING:
    from nnviz.ui.window import MainWindow


MERGE_KEY = "template"


class TemplateOpener(QObject):
    """The gallery of a window, and what a click in it does."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def ask(self) -> None:
        """Show the gallery."""
        from nnviz.ui.dialogs.template_gallery import TemplateGallery

        gallery = TemplateGallery(self._window.document, self._window)
        gallery.template_chosen.connect(self.use)
        gallery.open()

    def use(self, template: Template, mine: bool) -> None:
        """Open *template*: on the data that are open, to be undone in one step, or as a new project with its own."""
        window, document = self._window, self._window.document
        if mine:
            project = template_project(template, document.data_spec, document.facts)
            name = worded("Templates", template.title)
            text = worded("TemplateOpener", "Use the template {0}").format(name)
            # A network of its own, which keeps nothing of the former one, though layers may be called the same.
            document.edit_network(NetworkSpec(), text, MERGE_KEY)
            document.edit_project(project, text, MERGE_KEY)
            window.diagram.begin()
        else:
            window.files.start(template_project(template))


class StartButton(QWidget):
    """The way to the gallery in the middle of a diagram on which there is nothing yet."""

    def __init__(self, opener: TemplateOpener, window: MainWindow) -> None:
        super().__init__(window.diagram)
        self._document, self._over = window.document, window.diagram
        self.button = quiet_button(self.tr("Start from a template…"))
        style.set_role(self.button, "offer")
        self.button.setParent(self)
        self.button.clicked.connect(opener.ask)
        self._over.installEventFilter(self)
        self._document.network_changed.connect(self._follow)
        self._follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._place()

    def _follow(self) -> None:
        self.setVisible(not self._document.network.layers)
        self._place()

    def _place(self) -> None:
        self.button.ensurePolished()  # only with its style the button knows how wide it has to be
        self.button.adjustSize()
        self.resize(self.button.size())
        room = self._over.size()
        self.move((room.width() - self.width()) // 2, (room.height() - self.height()) // 2)
