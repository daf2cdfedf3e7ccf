"""Where one part that is held back comes from: a share of the rows, files of its own, or nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from nnviz.data.spec import DataSpec, Idx, Images, Npz
from nnviz.network.facts import DataFacts
from nnviz.ui import theme
from nnviz.ui.controls import ChoiceField, NumberField, text_label
from nnviz.ui.dialogs.data_pages.file_field import FileField
from nnviz.ui.files.part_files import PartName, files_of
from nnviz.ui.program.background import Background

LARGEST_SHARE = 90


class PartRow(QWidget):
    """A choice, and the field that belongs to it.

    Signals:
        changed: a person chose otherwise; carries the fields of the reference by name.
        failed: a sentence why a file cannot be taken.
    """

    changed = Signal(dict)
    failed = Signal(str)

    def __init__(self, part: PartName, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part: PartName = part
        self._spec: DataSpec | None = None
        self._base = Path()
        self._wants_file = False  # a person chose a file of its own, and has not said which
        self.source = ChoiceField()
        self.source.setAccessibleName(self.tr("Validation rows") if part == "validation" else self.tr("Test rows"))
        self.source.setFixedWidth(200)
        self.share = NumberField(minimum=1, maximum=LARGEST_SHARE, step=5, optional=True)
        self.share.setAccessibleName(self.tr("Share in %"))
        self.share.setFixedWidth(110)
        self.percent = text_label("%", quiet=True)
        self.file = FileField(self.tr("a file of its own"))
        self._reader = Background(self)
        self._reader.done.connect(self._take_file)
        self._reader.failed.connect(self.failed)
        self.source.choice_changed.connect(self._take_source)
        self.share.value_changed.connect(self._take_share)
        self.file.path_chosen.connect(self._read)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GAP)
        for widget in (self.source, self.share, self.percent):
            row.addWidget(widget)
        row.addWidget(self.file, 1)
        row.addStretch(0)

    def show_spec(self, spec: DataSpec, base: Path) -> None:
        """Show where *spec* takes the part from."""
        if self._spec is None or type(spec) is not type(self._spec) or _place(spec) != _place(self._spec):
            self._wants_file = False
        self._spec, self._base = spec, base
        files = files_of(spec, self._part)
        given = getattr(spec, files[0]) if files else None
        self._wants_file = self._wants_file and given is None
        share = getattr(spec.split, self._part)
        source = "file" if given is not None or self._wants_file else "none" if share == 0 else "share"
        source = "column" if spec.split.by_column is not None and source != "file" else source
        folder = isinstance(spec, Images)
        choices = [(self.tr("a share of the rows"), "share"), (self.tr("none"), "none")]
        if files:
            own = self.tr("a folder of its own") if folder else self.tr("a file of its own")
            choices.insert(1, (own, "file"))
        self.source.setEnabled(source != "column")
        self.source.set_choices([(self.tr("as a column says"), "column")] if source == "column" else choices)
        self.source.set_choice(source)
        self.share.set_value(None if share is None else round(100 * share))
        for widget in (self.share, self.percent):
            widget.setVisible(source == "share")
        self.file.setVisible(source == "file")
        self.file.set_folder(folder)
        self.file.show_path(given, base)

    def show_facts(self, facts: DataFacts | None) -> None:
        """Show the share that is taken unless a person says otherwise."""
        place = 1 if self._part == "validation" else 2
        usual = round(100 * facts.rows[place] / max(1, sum(facts.rows))) if facts is not None else None
        auto = self.tr("{0} · auto").format(usual) if usual is not None else self.tr("auto")
        self.share.set_follow(usual, auto)

    def cancel(self) -> None:
        """Give up what is being looked at."""
        self._reader.cancel()

    def _take_source(self, source: str) -> None:
        assert self._spec is not None
        files = files_of(self._spec, self._part)
        self._wants_file = source == "file"
        if source == "file":
            self.show_spec(self._spec, self._base)
            self.file.ask()
            return
        share = 0.0 if source == "none" else None
        split = msgspec.structs.replace(self._spec.split, **{self._part: share})
        self.changed.emit({"split": split, **dict.fromkeys(files)})

    def _take_share(self, percent: int | None) -> None:
        assert self._spec is not None
        share = None if percent is None else percent / 100
        self.changed.emit({"split": msgspec.structs.replace(self._spec.split, **{self._part: share})})

    def _read(self, path: str) -> None:
        """Find out off this thread what belongs to *path*: the labels of images, say."""
        spec = self._spec
        if isinstance(spec, Idx | Npz):
            self._reader.run(lambda _cancelled: _partners(Path(path)))
        elif spec is not None:
            self._take_file((path,))

    def _take_file(self, paths: tuple[str | None, ...]) -> None:
        assert self._spec is not None
        self._wants_file = False
        self.changed.emit(dict(zip(files_of(self._spec, self._part), paths, strict=False)))


def _place(spec: DataSpec) -> Any:
    return getattr(spec, "path", getattr(spec, "folder", getattr(spec, "images", getattr(spec, "name", None))))


def _partners(path: Path) -> tuple[str | None, ...]:
    """The samples and the labels of which *path* is one."""
    from nnviz.data.recognising import spec_of

    found = spec_of(path)
    if isinstance(found, Idx):
        return found.images, found.labels
    return (found.path, found.labels) if isinstance(found, Npz) else (str(path),)
