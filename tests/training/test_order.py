"""The order of the rows is a pure function of seed and epoch."""

from __future__ import annotations

import numpy as np
import pytest

from nnviz.training.order import epoch_orders, in_blocks


@pytest.mark.parametrize("rows", [4, 300, 4096, 5000])
def test_every_order_is_a_permutation_and_epochs_differ(rows: int) -> None:
    orders = epoch_orders(1, 250, 12, rows)
    assert orders.shape == (12, rows)
    assert (np.sort(orders, axis=1) == np.arange(rows)).all()
    assert rows < 10 or len({order.tobytes() for order in orders}) == 12


@pytest.mark.parametrize("rows", [4, 5000])
def test_any_stretch_of_epochs_gives_the_same_orders(rows: int) -> None:
    whole = epoch_orders(7, 0, 600 if in_blocks(rows) else 6, rows)
    parts = [epoch_orders(7, first, 1, rows)[0] for first in range(len(whole))]
    assert (whole == np.stack(parts)).all()
    assert (epoch_orders(8, 0, 6, rows) != whole[:6]).any()


def test_no_epochs_is_an_empty_order() -> None:
    assert epoch_orders(0, 5, 0, 4).shape == (0, 4)
