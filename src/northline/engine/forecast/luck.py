"""Random numbers by counting: the number of a task and sample is a hash of both, so no order can change it.

The hash is the 32-bit multiply and xor-shift mix whose constants Wellons found by search (2018, "Prospecting for
hash functions"), with a second key added half-way: two tasks never draw shifted copies of one sequence. It
takes eight instructions and vectorises sixteen samples wide.

Written for numba, which compiles the loops as they stand; the functions over whole arrays are their twins.
"""

from typing import Any

import numpy as np
import numpy.typing as npt

Row = Any
Keys = npt.NDArray[np.uint32]
CELL_BITS = 11
CELLS = 1 << CELL_BITS
TO_CELL = np.uint32(32 - CELL_BITS)
STEP, MIX_1, MIX_2 = np.uint32(0x9E3779B9), np.uint32(0x21F0AAAD), np.uint32(0xD35A2D97)
FIFTEEN, SIXTEEN = np.uint32(15), np.uint32(16)
MULTIPLY, ADD = 0, 1
NOT_SUMMED = -(1 << 62)
HALF = np.float32(0.5)
LONGEST = np.float32(2_147_483_520)  # past every horizon, and the last float below 2³¹


def draw(bits: Row, key: Row, v: int, first: int, count: int) -> None:
    """Fill `bits` with 32 random bits for each of `count` samples from `first` on; `drawn` is the twin."""
    two = key[v, 1]
    turn = np.uint32(np.uint32(np.uint32(first + 1) * STEP) + key[v, 0])
    for b in range(count):
        x = turn
        turn = np.uint32(turn + STEP)
        x = np.uint32(x ^ (x >> SIXTEEN))
        x = np.uint32(x * MIX_1)
        x = np.uint32(x ^ (x >> FIFTEEN))
        x = np.uint32(np.uint32(x + two) * MIX_2)
        bits[b] = np.uint32(x ^ (x >> FIFTEEN))


def look_up(y: Row, bits: Row, tables: Row, t: int, count: int) -> None:
    """The values of distribution `t` for random bits, of which the cells stay."""
    for b in range(count):
        bits[b] = np.uint32(bits[b] >> TO_CELL)
    for b in range(count):
        y[b] = tables[t, bits[b]]


def share_out(
    shared: Row, bits: Row, y: Row, first: int, count: int,
    key: Row, table: Row, low: Row, width: Row, limit: Row, otherwise: Row, tables: Row,
) -> None:  # fmt: skip
    """Fill one row of `shared` per factor or impact: what it multiplies or adds in each sample."""
    for r in range(len(table)):
        row = shared[r]
        draw(bits, key, 2 * r, first, count)
        look_up(y, bits, tables, table[r], count)
        draw(bits, key, 2 * r + 1, first, count)
        for b in range(count):
            row[b] = low[r] + width[r] * y[b] if bits[b] <= limit[r] else otherwise[r]


def values(
    y: Row, bits: Row, v: int, first: int, count: int, key: Row, table: Row, tables: Row
) -> None:  # fmt: skip
    """The values of task v: from its distribution, or 0 where it has none."""
    if table[v] < 0:
        for b in range(count):
            y[b] = np.float32(0)
        return
    draw(bits, key, v, first, count)
    look_up(y, bits, tables, table[v], count)


def stretch(
    d: Row, y: Row, scaled: Row, count: int, low: Any, width: Any, least: int, part: Any,
    begin: int, end: int, extra_kind: Row, extra_row: Row, shared: Row,
) -> None:  # fmt: skip
    """Minutes of one stretch of work in each sample, from its task's values and what is shared with others."""
    if begin == end:
        for b in range(count):
            d[b] = max(np.int32(least), np.int32(min(low + width * y[b] + HALF, LONGEST)))
        return
    for b in range(count):
        scaled[b] = low + width * y[b]
    for x in range(begin, end):
        row = shared[extra_row[x]]
        if extra_kind[x] == MULTIPLY:
            for b in range(count):
                scaled[b] = scaled[b] * row[b]
        else:
            for b in range(count):
                scaled[b] = scaled[b] + part * row[b]
    for b in range(count):
        d[b] = max(np.int32(least), np.int32(min(scaled[b] + HALF, LONGEST)))


def draw_all(
    lasts: Row, d: Row, y: Row, scaled: Row, bits: Row, first: int, count: int,
    works: Row, key: Row, table: Row, tables: Row, seg_ptr: Row, seg_low: Row, seg_width: Row, part: Row, least: Row,
    extra_ptr: Row, extra_kind: Row, extra_row: Row, shared: Row,
) -> None:  # fmt: skip
    """Fill `lasts` (samples, segments) with the minutes of all uncertain work in `count` samples."""
    for v in range(len(table)):
        if not works[v] or (table[v] < 0 and extra_ptr[v] == extra_ptr[v + 1]):
            continue
        values(y, bits, v, first, count, key, table, tables)
        for g in range(seg_ptr[v], seg_ptr[v + 1]):
            stretch(
                d, y, scaled, count, seg_low[g], seg_width[g], least[v], part[g],
                extra_ptr[v], extra_ptr[v + 1], extra_kind, extra_row, shared,
            )  # fmt: skip
            for b in range(count):
                lasts[b, g] = d[b]


def drawn(keys: Keys, first: int, last: int) -> Keys:
    """The random bits of one key pair (2,) in samples `first` up to `last`, as the compiled loop draws them.

    >>> drawn(np.array([1, 2], np.uint32), 0, 3)[1:].tolist() == drawn(np.array([1, 2], np.uint32), 1, 3).tolist()
    True
    """
    x = np.arange(first + 1, last + 1, dtype=np.uint32) * STEP + keys[0]
    x = (x ^ (x >> SIXTEEN)) * MIX_1
    x ^= x >> FIFTEEN
    x = (x + keys[1]) * MIX_2
    made: Keys = x ^ (x >> FIFTEEN)
    return made
