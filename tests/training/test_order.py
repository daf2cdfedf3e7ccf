"""The order of the rows is a pure function of seed and epoch."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnviz.training.order import BLOCK_BYTES, BLOCKS_PER_GROUP, BlockOrder, epoch_orders, in_blocks


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


@pytest.mark.parametrize("rows", [4, 5000])
def test_no_epochs_is_an_empty_order(rows: int) -> None:
    assert epoch_orders(0, 5, 0, rows).shape == (0, rows)


# ---------------------------------------------------------------- rows on a disk

SIZES = st.integers(1, 400), st.integers(1, 60), st.integers(1, 9)


@given(*SIZES, st.integers(0, 2**31), st.integers(0, 10_000))
def test_every_row_comes_once_in_an_epoch_of_blocks(rows: int, block: int, group: int, seed: int, epoch: int) -> None:
    order = BlockOrder(rows, block, group, seed)
    groups = [order.group_rows(epoch, number) for number in range(order.groups)]
    assert (np.sort(np.concatenate(groups)) == np.arange(rows)).all()
    assert order.starts(epoch).tolist() == np.cumsum([0, *map(len, groups)]).tolist()
    # The rows of a group are whole blocks of neighbours, and no more of them than are to be read together.
    for numbers in groups:
        blocks = np.unique(numbers // block)
        assert len(blocks) <= group
        assert len(numbers) == sum(min(block, rows - start * block) for start in blocks)


@given(*SIZES)
def test_rows_that_are_not_shuffled_come_as_they_stand(rows: int, block: int, group: int) -> None:
    order = BlockOrder(rows, block, group, None)
    for epoch in (0, 3):
        whole = np.concatenate([order.group_rows(epoch, number) for number in range(order.groups)])
        assert (whole == np.arange(rows)).all()


def test_the_order_of_blocks_is_a_pure_function_of_seed_and_epoch() -> None:
    orders = {
        (seed, epoch): np.concatenate([BlockOrder(999, 10, 7, seed).group_rows(epoch, g) for g in range(15)])
        for seed in (0, 1, 2)
        for epoch in (0, 1, 2)
    }
    assert len({order.tobytes() for order in orders.values()}) == 9
    again = BlockOrder(999, 10, 7, 1)
    assert (np.concatenate([again.group_rows(2, g) for g in range(15)]) == orders[1, 2]).all()


def test_rows_sorted_by_class_are_well_mixed() -> None:
    """Half of the rows are of one class, then come those of the other: a batch of 100 has about as many of both."""
    rows, size = 200_000, 100
    order = BlockOrder.of_size(rows, 3000, seed=0)
    taken = np.concatenate([order.group_rows(0, group) for group in range(order.groups)])
    shares = (taken < rows // 2)[: rows // size * size].reshape(-1, size).mean(axis=1)
    assert abs(shares - 0.5).max() < 0.4
    assert shares.std() < 2 * 0.05  # 0.05 is that of rows drawn one by one
    assert (np.abs(np.diff(taken)) == 1).mean() < 0.001


@given(st.integers(1, 10**7), st.integers(1, 10**7))
def test_groups_are_of_bounded_size_however_large_a_row_is(rows: int, row_bytes: int) -> None:
    order = BlockOrder.of_size(rows, row_bytes, 0)
    held = order.group * order.block * row_bytes
    assert held <= max(BLOCK_BYTES * BLOCKS_PER_GROUP, row_bytes)
    assert order.block * row_bytes <= max(BLOCK_BYTES, row_bytes)
