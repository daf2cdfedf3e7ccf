"""One style sheet for the whole window, generated from the theme and put back whenever the theme changes.

Widgets say what they are with ``set_role(widget, "quiet")``; how that looks stands here and nowhere else. Fonts are
set on the widgets (``theme.font``), because a style sheet cannot ask for tabular figures.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from string import Template

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from nnviz.ui import theme

_SHEET = Template("""
QToolTip { background: $panel; color: $text; border: 1px solid $line; padding: 4px 6px; }
QWidget[role="panel"] { background: $panel; }
QWidget[role="canvas"] { background: $background; }
QWidget[role="divider"] { background: $line; }
QScrollArea, QScrollArea > QWidget > QWidget[role="content"] { background: transparent; border: none; }

QLabel { background: transparent; }
QLabel[role="quiet"], QLabel[role="caption"] { color: $quiet; }
QLabel[role="good"] { color: $good; }
QLabel[role="caution"] { color: $caution; }
QLabel[role="bad"] { color: $bad; }
QLabel[role="accent"] { color: $accent; }
QLabel:disabled { color: $faint; }

QLineEdit, QPlainTextEdit, QTextEdit {
  background: $field; color: $text; border: 1px solid $field; border-radius: 6px; padding: 0 9px;
  selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit:hover { background: $field_hover; border-color: $field_hover; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus { border-color: $accent; }
QLineEdit:disabled { color: $faint; }
QLineEdit[wrong="true"] { border-color: $bad; }
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:hover, QAbstractSpinBox QLineEdit:focus {
  background: transparent; border: none; padding: 0; }
QPlainTextEdit, QTextEdit { padding: 8px; border-radius: 8px; }

QPushButton { background: $field; color: $text; border: 1px solid $field; border-radius: 8px; padding: 0 14px; }
QPushButton:hover { background: $field_hover; border-color: $field_hover; }
QPushButton:pressed { background: $line; border-color: $line; }
QPushButton:focus { border-color: $accent; }
QPushButton:disabled { color: $faint; background: $field; border-color: $field; }
QPushButton[role="primary"] { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton[role="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[role="primary"]:focus { border-color: $text; }
QPushButton[role="primary"]:disabled { background: $field; color: $faint; border-color: $field; }
QPushButton[role="small"] { border-radius: 6px; padding: 0 10px; }
QPushButton[role="outlined"] { background: transparent; border-color: $line; }
QPushButton[role="outlined"]:hover { background: $field; }
QPushButton[role="outlined"]:focus { border-color: $accent; }
QPushButton[role="offer"] { border-color: $accent; color: $accent; background: transparent; }
QPushButton[role="offer"]:hover { background: $field; }
QPushButton[role="offer"]:disabled { border-color: $field; color: $faint; background: $field; }
QPushButton::menu-indicator { width: 0; image: none; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 5px; color: $quiet; padding: 0; }
QToolButton:hover { background: $field_hover; color: $text; }
QToolButton:pressed { background: $line; }
QToolButton:focus { border-color: $accent; }

QComboBox QAbstractItemView, QListView[role="popup"] {
  background: $panel; color: $text; border: 1px solid $line; border-radius: 6px; padding: 4px; outline: 0; }
QComboBox QAbstractItemView::item, QListWidget[role="popup"]::item {
  min-height: 26px; padding: 0 8px; border-radius: 4px; color: $text; }
QComboBox QAbstractItemView::item:selected, QComboBox QAbstractItemView::item:hover,
QListWidget[role="popup"]::item:selected, QListWidget[role="popup"]::item:hover {
  background: $field_hover; color: $text; }

QListWidget[role="picker"], QListView[role="picker"] { background: transparent; border: none; outline: 0; }
QListWidget[role="contents"] { background: transparent; border: none; outline: 0; }
QListWidget[role="contents"]::item { min-height: 28px; padding: 0 10px; border-radius: 6px; color: $quiet; }
QListWidget[role="contents"]::item:hover { background: $field; color: $text; }
QListWidget[role="contents"]::item:selected { background: $field_hover; color: $text; }
QListWidget[role="contents"]::item:selected:focus { border: 1px solid $accent; padding: 0 9px; }

QMenu { background: $panel; border: 1px solid $line; border-radius: 8px; padding: 6px; }
QMenu::item { padding: 6px 28px 6px 12px; border-radius: 5px; color: $text; }
QMenu::item:selected { background: $field_hover; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $line; margin: 5px 8px; }

QSlider::groove:horizontal { height: 4px; background: $field_hover; border-radius: 2px; }
QSlider::sub-page:horizontal { background: $accent; border-radius: 2px; }
QSlider::handle:horizontal { width: 12px; height: 12px; margin: -5px 0; border-radius: 7px; background: $accent;
  border: 1px solid $accent; }
QSlider::handle:horizontal:hover { background: $accent_hover; }
QSlider:focus::handle:horizontal { border-color: $text; }
QSlider::sub-page:horizontal:disabled, QSlider::handle:horizontal:disabled { background: $line; border-color: $line; }

QScrollBar:vertical { width: 10px; background: transparent; margin: 0; }
QScrollBar:horizontal { height: 10px; background: transparent; margin: 0; }
QScrollBar::handle { background: $line; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: $faint; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }

QTableView { background: $field; color: $text; border: 1px solid $field; border-radius: 8px;
  gridline-color: transparent; outline: 0; }
QTableView:focus { border-color: $accent; }
QTableView::item { padding: 0 8px; border: none; }
QTableView[role="bare"] { background: transparent; border: none; border-radius: 0; }
QTableView[role="excerpt"] QHeaderView::section { background: $field; color: $quiet; border: none; padding: 0 8px; }
QHeaderView { background: transparent; border: none; }
QTableCornerButton::section { background: transparent; border: none; }
QDialog { background: $panel; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QDialogButtonBox QPushButton { min-height: 30px; min-width: 52px; }
QMessageBox QPushButton:default { background: $accent; color: $on_accent; border-color: $accent; }
QMessageBox QPushButton:default:hover { background: $accent_hover; border-color: $accent_hover; }
QMessageBox QPushButton:default:focus { border-color: $text; }
QMessageBox QLabel { color: $quiet; }
QMessageBox QLabel#qt_msgboxex_icon_label { max-width: 0; max-height: 0; }
QMessageBox QLabel#qt_msgbox_label { color: $text; font-weight: 600; min-width: 300px; }
QFileDialog QLineEdit { min-height: 28px; }
QFileDialog QComboBox { min-height: 28px; background: $field; border: 1px solid $field; border-radius: 6px;
  padding: 0 9px; }
QFileDialog QComboBox::drop-down { border: none; width: 24px; }
QFileDialog QTreeView, QFileDialog QListView {
  background: $field; color: $text; border: 1px solid $field; border-radius: 8px; outline: 0; }
QFileDialog QTreeView::item, QFileDialog QListView::item { min-height: 24px; }
QFileDialog QTreeView::item:selected, QFileDialog QListView::item:selected { background: $accent; color: $on_accent; }
QFileDialog QHeaderView::section { background: $field; color: $quiet; border: none; padding: 5px 8px; }

QMainWindow { background: $panel; }
QMainWindow > QTabBar { background: $panel; qproperty-drawBase: 0; }
QMainWindow > QTabBar::tab { background: transparent; color: $quiet; border: none; border-top: 2px solid transparent;
  padding: 3px 7px 5px 7px; margin: 0 0 0 6px; }
QMainWindow > QTabBar::tab:first, QMainWindow > QTabBar::tab:only-one { margin-left: 9px; }
QMainWindow > QTabBar::tab:hover { color: $text; }
QMainWindow > QTabBar::tab:selected { color: $text; border-top-color: $accent; }
QMainWindow::separator { background: $line; width: 1px; height: 1px; margin: 0; }
QMainWindow::separator:hover { background: $accent; }
QStatusBar { background: $panel; border-top: 1px solid $line; }
QStatusBar::item { border: none; }
QToolButton::menu-indicator { image: none; }
QToolTip { background: $panel; color: $text; border: 1px solid $line; padding: 4px; }
""")


def stylesheet(colors: theme.Theme) -> str:
    """The style sheet for *colors*."""
    quiet, field = colors.color("quiet"), colors.color("field")
    faint = QColor(
        (quiet.red() + field.red()) // 2, (quiet.green() + field.green()) // 2, (quiet.blue() + field.blue()) // 2
    )
    names = ("background", "panel", "field", "field_hover", "line", "text", "quiet", "accent", "accent_hover")
    values = {name: getattr(colors, name) for name in (*names, "on_accent", "good", "caution", "bad")}
    return _SHEET.substitute(values, faint=faint.name())


def install(app: QApplication) -> None:
    """Give *app* the Fusion style, the app's font and the sheet, now and at every change of the theme."""
    app.setStyle("Fusion")
    app.setFont(theme.font(12))
    _apply()
    if not app.property("nnviz_style"):  # one connection, however often this is called
        app.setProperty("nnviz_style", True)
        theme.notifier().changed.connect(_apply)


@contextlib.contextmanager
def sheet_at_the_end() -> Iterator[None]:
    """Many widgets are made within: they get the sheet once all stand, not anew each time one is put into another."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.setStyleSheet("")
    try:
        yield
    finally:
        _apply()


def _apply() -> None:
    app = QApplication.instance()
    if isinstance(app, QApplication):
        app.setStyleSheet(stylesheet(theme.current()))


def set_role(widget: QWidget, role: str) -> None:
    """Let *widget* look as the sheet says for *role*."""
    set_property(widget, "role", role)


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Set a property the sheet looks at, and repolish the widget when it changed."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    # A widget that was not shown yet is polished when it is; doing it here would cost a third of a window's start.
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.update()


def round_menu(menu: QMenu) -> QMenu:
    """Let the corners of *menu* be round: the window behind it must not be painted."""
    menu.setWindowFlags(menu.windowFlags() | Qt.WindowType.FramelessWindowHint | Qt.WindowType.NoDropShadowWindowHint)
    menu.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
    return menu


def icon_mode(widget: QWidget) -> QIcon.Mode:
    """How an icon on *widget* is painted: fainter while it is disabled."""
    return QIcon.Mode.Normal if widget.isEnabled() else QIcon.Mode.Disabled


def paint_field(painter: QPainter, widget: QWidget) -> None:
    """Paint the surface of a field that draws itself, as the sheet does for a line of text."""
    colors = theme.current()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    fill = colors.color("field_hover" if widget.underMouse() and widget.isEnabled() else "field")
    wrong = widget.property("wrong") == "true"
    painter.setPen(colors.color("bad") if wrong else colors.color("accent") if widget.hasFocus() else fill)
    painter.setBrush(fill)
    painter.drawRoundedRect(
        QRectF(widget.rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme.FIELD_RADIUS, theme.FIELD_RADIUS
    )
