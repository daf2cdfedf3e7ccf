"""Data to look at that are made on the spot and remember what was read of them, and on which thread."""

from __future__ import annotations

import threading

import numpy as np

from nnviz.data.profile.viewing import DataView, Head, Scatter
from nnviz.data.spec import Builtin, Table


class FakeTable(DataView):
    """Row *i* is *i*, its half, and ``even`` or ``odd``; every tenth row has no half."""

    kind = "table"
    notes = ()

    def __init__(self, rows=1_000_000):
        self.spec = Table(path="fake.csv")
        self.rows = rows
        self.heads = (
            Head("number", "integer", "input"),
            Head("half", "number", "input"),
            Head("side", "text", "target"),
        )
        self.read_rows = []
        self.threads = set()
        self.closed = False

    def read(self, first, stop):
        assert not self.closed
        self.read_rows.append((first, stop))
        self.threads.add(threading.get_ident())
        return [(float(i), None if i % 10 == 0 else i / 2, "odd" if i % 2 else "even") for i in range(first, stop)]

    def labels(self, rows):
        return tuple("odd" if i % 2 else "even" for i in rows)

    def scatter(self, x, y, most=2000):
        self.threads.add(threading.get_ident())
        rows = np.arange(0, self.rows, max(1, self.rows // most))
        columns = rows.astype(float), rows / 2
        types = self.heads[x].type, self.heads[y].type
        classes = (rows % 2).astype(np.int32)
        return Scatter(columns[x], columns[y], rows, classes, ("even", "odd"), (), (), types, self.rows)

    def close(self):
        self.closed = True


class FakePictures(DataView):
    """Pictures of 8 by 8 grey pixels, all of row *i* as bright as *i* is large; classes ``a``, ``b``, ``c`` in turn."""

    kind = "pictures"
    notes = ()
    heads = (Head("class", "text", "target"),)

    def __init__(self, rows=100_000):
        self.spec = Builtin(name="digits")
        self.rows = rows
        self.seen = []
        self.threads = set()
        self.closed = False

    def read(self, first, stop):
        return [(label,) for label in self.labels(range(first, stop))]

    def samples(self, rows):
        assert not self.closed
        self.seen += list(rows)
        self.threads.add(threading.get_ident())
        return np.stack([np.full((8, 8, 1), row % 256, np.uint8) for row in rows])

    def labels(self, rows):
        return tuple("abc"[row % 3] for row in rows)

    def close(self):
        self.closed = True
