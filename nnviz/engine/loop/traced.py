"""Graphs that TensorFlow does not let go of: a step with a gradient, traced, stays in memory after its function.

Its operations and the graph know each other in C++, where Python's collector does not look. TensorFlow takes such
graphs apart itself when their function goes, but not all of them: one of each network was left, with all that it had.
"""

from __future__ import annotations

import weakref

from tensorflow.python.framework.func_graph import FuncGraph, dismantle_func_graph

from nnviz.engine.keras_setup import tf

Graphs = list["weakref.ref[FuncGraph]"]


def note(graphs: Graphs) -> None:
    """Note the graph that is being traced now."""
    graph = tf.compat.v1.get_default_graph()
    if isinstance(graph, FuncGraph):
        graphs.append(weakref.ref(graph))


def go_with(owner: object, graphs: Graphs) -> None:
    """Take *graphs*, which were noted, apart when *owner* is gone: nothing is traced into them any more."""
    weakref.finalize(owner, _take_apart, graphs).atexit = False


def _take_apart(graphs: Graphs) -> None:
    for known in graphs:
        graph = known()
        if graph is not None:
            dismantle_func_graph(graph)
