"""The tab of the lessons: all of them in chapters, or the one that is open."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from nnviz.project import lessons
from nnviz.ui import language, theme
from nnviz.ui.controls import SectionCaption, quiet_button, text_label
from nnviz.ui.fields.cards import Card, ScrollPanel
from nnviz.ui.fields.reading import Reading
from nnviz.ui.lessons.goals_card import GoalsCard


class LessonCard(Card):
    """One lesson of the list."""

    def __init__(self, name: str, number: int, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(clickable=True, parent=parent)
        title = lessons.title(name, spoken)
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 9)
        column.addWidget(text_label(f"{number}.  {title}", 12, wrap=True))


class LessonsTab(QWidget):
    """The list, made when it is seen first, and the text of a lesson.

    Attributes:
        name: of the lesson that is open; empty while the list is shown.
        text: what is read.
        goals: its results; None where it has none.

    Signals:
        chosen: the name of a lesson that is to be opened.
        followed: where a link in the text leads.
    """

    chosen = Signal(str)
    followed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = ""
        self.cards: dict[str, LessonCard] = {}
        self.text = Reading()
        self.goals: GoalsCard | None = None
        self.back, self.next = quiet_button("‹  " + self.tr("All lessons"), small=True), quiet_button("", small=True)
        self._list = ScrollPanel(theme.GROUP + theme.STEP, theme.GROUP)
        self._page = ScrollPanel(theme.GROUP + theme.STEP, theme.GROUP)
        self._page.column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self._page.column.addWidget(self.text)
        self._page.column.addWidget(self.next)
        self._page.column.addStretch(1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.back.clicked.connect(self.show_list)
        self.next.clicked.connect(lambda: self.chosen.emit(self._following()))
        self.text.followed.connect(self.followed)

    def show_list(self) -> None:
        """All lessons."""
        if not self.cards:
            self._fill()
        self.name = ""
        self._stack.setCurrentWidget(self._list)

    def show_lesson(self, name: str) -> None:
        """The text of the lesson *name*, from its beginning."""
        self.name = name
        self.text.setAccessibleName(lessons.title(name, language.spoken()))
        self.text.show_markdown(lessons.text(name, language.spoken()))
        self._show_goals(lessons.about(name).goals)
        following = self._following()
        self.next.setVisible(bool(following))
        if following:
            self.next.setText(self.tr("Next: {0}").format(lessons.title(following, language.spoken())))
        self._page.verticalScrollBar().setValue(0)
        self._stack.setCurrentWidget(self._page)

    def _show_goals(self, goals: tuple[lessons.Goal, ...]) -> None:
        if self.goals is not None:
            self.goals.deleteLater()
        self.goals = GoalsCard(goals) if goals else None
        if self.goals is not None:
            self._page.column.insertWidget(2, self.goals)

    def _fill(self) -> None:
        spoken = language.spoken()
        column = self._list.column
        words = self.tr("Each opens a project of its own, with a text beside it and a result to reach.")
        column.addWidget(text_label(words, 12, quiet=True, wrap=True))
        number = 0
        for chapter in lessons.chapters():
            column.addSpacing(theme.GAP)
            column.addWidget(SectionCaption(chapter.title[spoken]))
            for name in chapter.lessons:
                number += 1
                card = self.cards[name] = LessonCard(name, number, spoken)
                card.clicked.connect(lambda name=name: self.chosen.emit(name))
                column.addWidget(card)
        column.addStretch(1)

    def _following(self) -> str:
        names = [name for chapter in lessons.chapters() for name in chapter.lessons]
        place = names.index(self.name) + 1
        return names[place] if place < len(names) else ""
