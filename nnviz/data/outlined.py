"""What is known of data without downloading them: enough to write a script that downloads them itself."""

from __future__ import annotations

from pathlib import Path

from nnviz.data.dataset import Raw
from nnviz.data.load import facts_of, read_raw
from nnviz.data.preparation.parts import drawn_evenly, split_rows
from nnviz.data.preparation.targets import coding_for
from nnviz.data.sources import keras_sets
from nnviz.data.spec import DataSpec, KerasSet
from nnviz.network.facts import DataFacts


def waits_for_download(spec: DataSpec) -> bool:
    """Whether *spec* would have to be downloaded to be loaded."""
    return isinstance(spec, KerasSet) and keras_sets.missing_bytes(spec) > 0


def known_raw(spec: DataSpec, base: Path) -> Raw:
    """As ``read_raw``, but nothing is downloaded: of a set that would have to be it is ``keras_sets.outline``."""
    if isinstance(spec, KerasSet) and waits_for_download(spec):
        return keras_sets.outline(spec)
    return read_raw(spec, base)


def outlined_facts(spec: DataSpec, base: Path) -> DataFacts:
    """The facts that ``load`` would give, found out without downloading or preparing anything."""
    raw = known_raw(spec, base)
    coding = coding_for(raw.target, spec.task)
    y = coding.encode(raw.target)
    rows = split_rows(raw, y, coding.task, spec.split, spec.shuffle)
    train = y if rows.train is None else y[rows.train]
    # SMOTE makes up as many rows as would be drawn again.
    drawn = drawn_evenly(train, coding.task, "over" if spec.balance == "smote" else spec.balance, spec.split.seed)
    train = train if drawn is None else train[drawn]
    held_back = [
        len(given.x) if given is not None else 0 if own is None else len(own)
        for given, own in ((raw.validation, rows.validation), (raw.test, rows.test))
    ]
    return facts_of(raw, coding, (len(train), held_back[0], held_back[1]), train, spec)
