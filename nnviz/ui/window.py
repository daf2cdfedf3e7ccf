"""The main window: it puts the parts in their places and connects them; what they do is their own."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow, QVBoxLayout, QWidget

from nnviz.backend.session import TrainingSession
from nnviz.ui import icons, language
from nnviz.ui.asking.evaluating import Evaluating
from nnviz.ui.asking.sample_answers import SampleAnswers
from nnviz.ui.asking.stepping import Stepping
from nnviz.ui.asking.trying import Trying
from nnviz.ui.by_hand.by_hand import ByHand
from nnviz.ui.diagram import commands
from nnviz.ui.diagram.layer_notes import LayerNotes
from nnviz.ui.diagram.scene import DiagramScene
from nnviz.ui.diagram.view import DiagramView
from nnviz.ui.doctor.doctor import Doctor
from nnviz.ui.doctor.marks import DoctorMarks
from nnviz.ui.files.outputs import Outputs
from nnviz.ui.files.templates import StartButton, TemplateOpener
from nnviz.ui.inside.controller import LookingInside
from nnviz.ui.inspector.inspector import Inspector
from nnviz.ui.keeping.recovery import Recovery
from nnviz.ui.lessons.guide import LessonGuide
from nnviz.ui.menus import MainMenu
from nnviz.ui.panes import plotting
from nnviz.ui.panes_area import PanesArea
from nnviz.ui.program import focus
from nnviz.ui.program.giving_way import GivingWay
from nnviz.ui.program.loading import Modules
from nnviz.ui.runs.before_after import BeforeAfter
from nnviz.ui.runs.ensembling import Ensembling
from nnviz.ui.runs.files import RunFiles
from nnviz.ui.runs.racing import Racing
from nnviz.ui.runs.runs import Runs
from nnviz.ui.sidebar.sidebar import Sidebar
from nnviz.ui.sidebar.wording import data_title
from nnviz.ui.statusline import StatusLine
from nnviz.ui.topbar import TopBar
from nnviz.ui.training.carrying import Carrying
from nnviz.ui.training.courses import Courses
from nnviz.ui.training.run_display import RunDisplay
from nnviz.ui.training.time_travel import TimeTravel
from nnviz.ui.workspace import Workspace

PANES_HEIGHT = 268
FRAME = 40  # pixels that a desktop may draw around a window
STATE_VERSION = 6
_PAGES = ("picture_page", "table_page", "parts_page", "preparation_page", "close_page", "augmentation_page")
LOADED_AT_REST = (
    *(f"nnviz.ui.dialogs.data_pages.{page}" for page in _PAGES),
    "nnviz.ui.data_view.data_view", "nnviz.ui.dialogs.data_chooser",
)  # fmt: skip


class MainWindow(QMainWindow):
    """Data and layers left, the diagram in the middle, the inspector right, live views below.

    Attributes:
        space: what is open and trains, which goes on in another window when this one gives way to it.
        document, session, running, files, live: of that, what the parts show and change.
        travel: which epoch all of them show.
    """

    def __init__(self, session: TrainingSession | None = None, space: Workspace | None = None) -> None:
        super().__init__()
        self.setWindowIcon(icons.app_icon())
        self.setAcceptDrops(True)
        self.space = space or Workspace(self, session)
        self.document, self.session, self.live = self.space.document, self.space.session, self.space.live
        self.running, self.files = self.space.running, self.space.files
        self.travel = TimeTravel(self)
        self.outputs, self.templates = Outputs(self), TemplateOpener(self)
        self.topbar, self.status = TopBar(), StatusLine()
        self.sidebar, self.inspector = Sidebar(self.document), Inspector(self.document)
        self.scene = DiagramScene(self.document, self.live, self)
        self.diagram = DiagramView(self.scene)
        self.carrying = Carrying(self.running, self)
        self.inspector.layer.carried.follow(self.carrying)
        self.notes = LayerNotes(self.scene, self.carrying, self)
        self._dialogs = Modules(LOADED_AT_REST, self)
        self._room_unshared = False  # nobody has said yet how large the panes are to be
        self._lay_out()
        self.panes = PanesArea(self, self.document, self.live)
        self.doctor = Doctor(self)
        self.marks = DoctorMarks(self.scene, self.doctor, self)
        self.display = RunDisplay(self)
        self.answers = SampleAnswers(
            self.panes.data, self.document, self.session, self.running, self.panes.feed.margin, self
        )
        self.evaluating, self.trying, self.stepping = Evaluating(self), Trying(self), Stepping(self)
        self.inside = LookingInside(self)
        self.by_hand, self.courses = ByHand(self), Courses(self)
        self.runs = Runs(self)
        self.run_files, self.racing, self.before_after = RunFiles(self), Racing(self), BeforeAfter(self)
        self.ensembling = Ensembling(self)
        self.lessons = LessonGuide(self)
        self.recovery = Recovery(self)
        self.menu = MainMenu(self)
        self.topbar.set_menu(self.menu)
        self.start_button = StartButton(self.templates, self)
        self.giving_way = GivingWay(self)
        self._connect()
        self._default_state = self.saveState(STATE_VERSION)
        self.diagram.setFocus()
        self._follow_title()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab leads past panes that lie behind others."""
        return focus.move_on(super().focusNextPrevChild, forward)

    # ------------------------------------------------------------------ places

    def _lay_out(self) -> None:
        self.setDockOptions(QMainWindow.DockOption.AnimatedDocks | QMainWindow.DockOption.AllowNestedDocks)
        self.setMenuWidget(self.topbar)
        self.setCentralWidget(self.diagram)
        for widget, name, area in (
            (self.sidebar, "sidebar", Qt.DockWidgetArea.LeftDockWidgetArea),
            (self.inspector, "inspector", Qt.DockWidgetArea.RightDockWidgetArea),
        ):
            self.addDockWidget(area, _fixed_dock(widget, name))
        bottom = QWidget()
        row = QVBoxLayout(bottom)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.travel.bar)
        row.addWidget(self.status)
        bar = self.statusBar()
        bar.setSizeGripEnabled(False)
        bar.setContentsMargins(0, 0, 0, 0)
        bar.addWidget(bottom, 1)
        # The sidebar reaches down to the status line; the panes have the rest.
        self.setCorner(Qt.Corner.BottomLeftCorner, Qt.DockWidgetArea.LeftDockWidgetArea)
        self.setCorner(Qt.Corner.BottomRightCorner, Qt.DockWidgetArea.BottomDockWidgetArea)
        self.resize(1280, 800)
        self.setMinimumSize(QSize(980, 640))

    def take_over(self, other: MainWindow) -> None:
        """Look as *other* did, in whose place this one comes; ``show_again`` follows when that is gone."""
        self.restoreState(other.saveState(STATE_VERSION), STATE_VERSION)
        self.inside.offer()
        self.topbar.speed.take_over(other.topbar.speed)
        parts = (
            "panes", "travel", "carrying", "display", "runs", "run_files", "racing", "ensembling", "before_after",
            "doctor", "trying", "stepping", "answers", "inside", "lessons", "recovery", "menu",
        )  # fmt: skip
        for name in parts:
            getattr(self, name).take_over(getattr(other, name))
        self.inspector.show_tab(other.inspector.tabs.currentIndex())

    def show_again(self) -> None:
        """Show all that is known, as the first that looks at it, and have the engine send what it shows."""
        tab = self.inspector.tabs.currentIndex()
        self.document.tell_again()
        self.live.tell_again()
        self.inspector.show_tab(tab)
        self.panes.seen_changed.emit()
        self.session.show_again()

    def restore_panes(self) -> None:
        """All panes back to where they were at first."""
        self.restoreState(self._default_state, STATE_VERSION)
        self.inside.offer()
        self._share_room()

    def restore(self) -> None:
        """The window as it was left last time."""
        self.topbar.speed.restore()
        settings = QSettings()
        geometry, state = settings.value("geometry"), settings.value("state")
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)
        else:
            self._fit(self.screen().availableSize())
        if not (isinstance(state, QByteArray) and self.restoreState(state, STATE_VERSION)):
            self._room_unshared = True

    def _fit(self, room: QSize) -> None:
        """Take most of *room*; all of it where there is none to spare for what the desktop draws around a window."""
        self.resize(
            min(room.width(), max(1280, round(room.width() * 0.85))),
            min(room.height(), max(800, round(room.height() * 0.88))),
        )
        if room.width() < self.width() + FRAME or room.height() < self.height() + FRAME:
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._room_unshared:  # before the first painting, so that there is no second one
            self._room_unshared = False
            self._share_room()

    def _share_room(self) -> None:
        height = max(PANES_HEIGHT, round(self.height() * 0.33))
        self.resizeDocks([self.panes.docks[0]], [height], Qt.Orientation.Vertical)
        self.panes.share_width(self)

    # ------------------------------------------------------------------ connections

    def _connect(self) -> None:
        document, topbar = self.document, self.topbar
        self.sidebar.choose_data_requested.connect(self.choose_data)
        document.data_wanted.connect(self.choose_data)
        self.sidebar.layer_requested.connect(self.append_layer)
        self.diagram.files_dropped.connect(self._open_dropped)
        self.scene.said.connect(self.display.say)
        self.inspector.layer.summary.layer_requested.connect(self.diagram.editing.go_to)
        self.diagram.editing.said.connect(self.display.say)
        self.diagram.groups.said.connect(self.display.say)
        self.inside.said.connect(self.display.say)
        self.diagram.help_requested.connect(self.menu.show_shortcuts)
        self.session.engine_ready.connect(self._load_rest)
        plotting.library().loaded.connect(self._dialogs.load)
        topbar.train_requested.connect(self.racing.train)
        self.travel.changed.connect(topbar.wake)
        topbar.pause_requested.connect(self.session.pause)
        topbar.step_requested.connect(self.travel.step)
        topbar.stop_requested.connect(self.racing.stop)
        topbar.speed.rate_changed.connect(self.session.set_rate)
        topbar.reset_requested.connect(self.running.reset)
        topbar.export_requested.connect(self.outputs.take)
        document.title_changed.connect(self._follow_title)
        document.data_changed.connect(self._follow_title)
        for part in (self.files, self.recovery):
            part.failed.connect(self.display.warn)
            part.said.connect(self.display.say)
        self.outputs.failed.connect(self.display.warn)
        self.outputs.said.connect(self.display.say)
        for telling in (self.runs, self.racing, self.ensembling):
            telling.said.connect(self.display.say)
            telling.failed.connect(self.display.warn)
        self.run_files.failed.connect(self.display.warn)
        for source in (self.panes.summary, self.inspector.script, self.run_files):
            source.save_requested.connect(self.outputs.save)
        self.files.data_dropped.connect(self.choose_data)
        QShortcut(QKeySequence("Space"), self.diagram, self.train_or_pause, context=Qt.ShortcutContext.WidgetShortcut)

    def start_engine(self) -> None:
        """Warm the engine up, so that Train starts at once."""
        self.session.start_engine()
        self.display.watch()
        plotting.library().promise()

    def train_or_pause(self) -> None:
        """What the big button does."""
        self.topbar.train.click()

    def _load_rest(self) -> None:
        """Load, bit by bit, what the curves and the first look at the data need; the window is shown without."""
        library = plotting.library()
        if library.is_loaded:
            self._dialogs.load()
        else:
            library.load()

    def append_layer(self, kind: str) -> None:
        """Add a layer where it belongs; the keyboard goes on from there."""
        commands.append(self.document, kind)
        self.diagram.setFocus()

    def choose_data(self, path: str = "") -> None:
        """Open the data chooser, at a file or folder of one's own where *path* is given."""
        from nnviz.ui.dialogs.data_chooser import DataChooser  # loaded by ``_load_rest``, or a moment later

        chooser = DataChooser(self.document, self, path=Path(path) if path else None, session=self.session)
        chooser.data_chosen.connect(self.files.use_data)
        chooser.augmented_chosen.connect(self.files.use_augmented)
        chooser.open()

    def show_exports(self) -> None:
        """Open the list of formats."""
        if self.topbar.export.isEnabled():
            self.topbar.panel.show_below(self.topbar.export)

    def take_language(self, value: str) -> None:
        """Speak the language *value* from now on: another window, made with its words, takes this one's place."""
        language.choose(value)
        self.giving_way.ask()

    def _follow_title(self) -> None:
        path = self.document.path
        name = path.stem if path is not None else data_title(self.document.data_spec)
        saved = not self.document.dirty and path is not None
        self.topbar.set_title(name, saved, self.files.saving.read_only)
        self.setWindowModified(self.document.dirty)
        self.setWindowTitle(f"{name}[*] - nnviz")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self._open_dropped([url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()])

    def _open_dropped(self, paths: list[str]) -> None:
        """Open the first of *paths* once the drop is over: the program it comes from waits for no question of ours."""
        if paths:
            QTimer.singleShot(0, self, lambda: self.files.open_anything(Path(paths[0])))

    # ------------------------------------------------------------------ the end

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.files.may_discard(self.close):
            event.ignore()
            return
        settings = QSettings()
        settings.setValue("geometry", self.saveGeometry())
        settings.setValue("state", self.saveState(STATE_VERSION))
        self.hide()  # what is still being written is waited for behind it
        self.shutdown()
        event.accept()

    def shutdown(self) -> None:
        """End everything that runs for this window."""
        self.giving_way.shutdown()
        self.rest()
        self.space.shutdown()
        plotting.library().shutdown()

    def rest(self) -> None:
        """Have nothing done any more by the parts of this window; what is open and trains goes on."""
        self._dialogs.stop()
        self.recovery.shutdown()
        self.outputs.shutdown()
        self.inspector.shutdown()
        self.answers.shutdown()
        self.panes.shutdown()
        self.evaluating.shutdown()
        self.trying.shutdown()
        self.stepping.shutdown()
        self.runs.shutdown()
        self.run_files.shutdown()
        self.ensembling.shutdown()
        self.inside.shutdown()


def _fixed_dock(widget: QWidget, name: str) -> QDockWidget:
    """A dock that stays where it is: no title, no handles."""
    dock = QDockWidget()
    dock.setObjectName(name)
    dock.setFeatures(QDockWidget.DockWidgetFeature.NoDockWidgetFeatures)
    dock.setTitleBarWidget(QWidget())
    dock.setWidget(widget)
    dock.setWindowTitle(widget.accessibleName() or name.capitalize())
    return dock
