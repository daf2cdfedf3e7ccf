"""The graphs of a network that is gone are gone with it."""

from __future__ import annotations

import gc

import pytest
from tensorflow.python.framework.func_graph import FuncGraph

from tests.engine.projects import hidden, session, train


def operations() -> int:
    """Of all steps that are in memory, traced."""
    gc.collect()
    graphs = [thing for thing in gc.get_objects() if isinstance(thing, FuncGraph) and thing.name.startswith("one")]
    return sum(len(graph.get_operations()) for graph in graphs)


@pytest.mark.nightly
def test_a_network_that_is_replaced_leaves_none_of_its_traced_steps_behind():
    def trained() -> None:
        it = session(hidden("dense", 3, "tanh"))
        train(it, 1)
        assert operations() > before
        it.close(wait=True)

    before = operations()
    for _ in range(2):
        trained()
        assert operations() == before
