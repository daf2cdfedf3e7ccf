"""Describing data: all figures and problems of what a view shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from nnviz.data.dataset import never
from nnviz.data.profile.array_figures import array_findings, checksums, look
from nnviz.data.profile.array_view import ArrayView
from nnviz.data.profile.association import associations
from nnviz.data.profile.cell_findings import cell_findings
from nnviz.data.profile.class_findings import class_findings
from nnviz.data.profile.column_figures import describe, number_figures
from nnviz.data.profile.column_findings import column_findings
from nnviz.data.profile.findings import in_order
from nnviz.data.profile.known import ClassCount, Profile
from nnviz.data.profile.row_findings import repeated_rows, shared_rows
from nnviz.data.profile.table_view import TableView
from nnviz.data.profile.viewing import DataView, Part
from nnviz.data.spec import Series

Asked = Callable[[], bool]


def profile(views: Mapping[Part, DataView], cancelled: Asked = never) -> Profile:
    """What is known of the data that ``opening.open_views`` opened.

    Figures and problems are of the data to learn from; of files held back for validation and the test, it is told
    whether they hold the same rows. Cancelled soon after ``cancelled()`` turns true.
    """
    view = views["train"]
    others = {part: other for part, other in views.items() if part != "train"}
    if isinstance(view, TableView):
        return _table(view, {part: other for part, other in others.items() if isinstance(other, TableView)}, cancelled)
    assert isinstance(view, ArrayView)
    return _arrays(view, {part: other for part, other in others.items() if isinstance(other, ArrayView)}, cancelled)


def profile_held_back(view: DataView, cancelled: Asked = never) -> Profile:
    """What is known of one file that is held back, looked at alone; nothing is to be done about its problems."""
    found = profile({"train": view}, cancelled)
    return replace(found, findings=tuple(replace(finding, remedy=None) for finding in found.findings))


def _table(view: TableView, others: Mapping[Part, TableView], cancelled: Asked) -> Profile:
    store, aim, spec = view.store, view.aim, view.spec
    figures = number_figures(store, [column for column in store.columns if column.numeric], cancelled)
    columns = describe(store, view.roles, figures, cancelled)
    found = associations(store, columns, aim, cancelled)
    columns = tuple(replace(column, association=found.get(column.position)) for column in columns)
    total = sum(aim.counts) if aim.kind == "classes" else view.rows
    classes = tuple(ClassCount(name, n, n / max(1, total)) for name, n in zip(aim.names, aim.counts, strict=True))
    targets = tuple(view.heads[i].name for i in aim.columns)
    findings = [
        *cell_findings(store, columns, figures, spec, aim.kind == "numbers", cancelled),
        *column_findings(store, columns, aim, spec, cancelled),
    ]
    if not isinstance(spec, Series):  # where the same values may well come again
        findings += repeated_rows(view, spec, cancelled)
    findings += shared_rows(view, others, cancelled)
    if aim.kind == "classes":
        values = [value for value, count in zip(aim.values, aim.counts, strict=True) if count]
        findings += class_findings(classes, values if len(targets) == 1 else (), targets[0])
    return Profile("table", view.rows, columns, targets, classes, None, in_order(findings, spec))


def _arrays(view: ArrayView, others: Mapping[Part, ArrayView], cancelled: Asked) -> Profile:
    facts = look(view, cancelled)
    held_back = {part: checksums(other, cancelled) for part, other in others.items()}
    findings = list(array_findings(view, checksums(view, cancelled), held_back))
    targets = tuple(head.name for head in view.heads)
    return Profile(view.kind, view.rows, (), targets, view.classes, facts, in_order(findings, view.spec))
