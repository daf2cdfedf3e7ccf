"""The menu at the head of a column: what is the column for?"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QWidget

from nnviz.data.spec import Series, Table
from nnviz.ui import style
from nnviz.ui.dialogs.data_pages.roles import Columns, Role, Wish, allowed, roles
from nnviz.ui.language import translate


def column_menu(
    spec: Table | Series, columns: Columns, place: int, choose: Callable[[Wish], None], parent: QWidget
) -> QMenu:
    """The roles that column *place* may have, the present one ticked; *choose* is given another one."""
    menu = style.round_menu(QMenu(parent))
    now = roles(spec, columns)
    alone = now.count("target") == 1
    for wish, text in _texts(spec):
        if wish == "also" and (isinstance(spec, Series) or (alone and now[place] == "target")):
            continue
        action = menu.addAction(text)
        action.setData(wish)
        action.setCheckable(True)
        action.setChecked(_is_now(wish, now[place], alone=alone))
        action.setEnabled(action.isChecked() or allowed(spec, columns, place, wish))
        if not action.isChecked():
            action.triggered.connect(lambda _=False, wish=wish: choose(wish))
    return menu


def _texts(spec: Table | Series) -> tuple[tuple[Wish, str], ...]:
    series = isinstance(spec, Series)
    predict, forecast = translate("ColumnMenu", "Predict this"), translate("ColumnMenu", "Forecast this")
    return (
        ("target", forecast if series else predict),
        ("also", translate("ColumnMenu", "Predict this as well")),
        ("input", translate("ColumnMenu", "Learn from it (input)")),
        ("out", translate("ColumnMenu", "Leave it out")),
    )


def _is_now(wish: Wish, role: Role, *, alone: bool) -> bool:
    """Whether *wish* is what the column is for; of several that are predicted none is predicted *alone*."""
    if role == "target" and not alone:
        return wish == "also"
    return wish == role
