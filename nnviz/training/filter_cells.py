"""Which weight a number in the picture of a filter is: its cell in the layer's picture as a matrix, and back."""

from __future__ import annotations

from struct import unpack_from

from nnviz.training.pictures import Filters


def cell_of(filters: Filters, tile: int, row: int, col: int) -> tuple[int, int] | None:
    """The true (row, column) in the matrix of ``LayerWeights`` of a number of *filters*.

    *tile*, *row* and *col* count the pictures and numbers that are shown. None where the number is not one weight: a
    mean over channels, three of them, or of weights that the matrix does not show.
    """
    channel = _channel(filters)
    if channel is None:
        return None
    down, across, unit = filters.rows[row], filters.cols[col], filters.units[tile]
    if filters.laid == "steps":
        return across * filters.size[0] + down, unit
    return (down * filters.size[1] + across) * filters.channels + channel, unit


def value_of(filters: Filters, row: int, col: int) -> float | None:
    """The weight in the true *row* and *col* of the matrix, as *filters* show it; None where they do not."""
    channel = _channel(filters)
    if channel is None or col not in filters.units or row < 0:
        return None
    if filters.laid == "steps":
        across, down = divmod(row, filters.size[0])
    else:
        place, seen = divmod(row, filters.channels)
        down, across = divmod(place, filters.size[1])
        if seen != channel:
            return None
    if down not in filters.rows or across not in filters.cols:
        return None
    place = filters.units.index(col) * len(filters.rows) + filters.rows.index(down)
    place = place * len(filters.cols) + filters.cols.index(across)
    return float(unpack_from("<f", filters.values, 4 * place)[0])


def _channel(filters: Filters) -> int | None:
    """The one channel that is shown; None where it is not one."""
    if not filters.laid:
        return None
    if filters.channels == 1:
        return 0
    return filters.channel if filters.channel >= 0 else None
