"""The simulation's inner loop for a plan on one calendar: 32-bit positions, a block of samples at a time.

A position is the working minutes since the project's start, shifted by a few bits that tell apart the fixed dates
within one break (a milestone on Sunday from the Friday evening before it). It orders as dates do, a duration or
a lag is one addition, and a maximum over predecessors takes eight samples at once or more. Sums are of integers, so
that no order of adding changes them. The rows of positions are few, for each is used again once nobody reads it any
more, and so stay in the cache; they are reached by number, as counting references to each would take longer.

Written for numba, which compiles it as it stands; `twin.py` is its oracle.
"""

# ruff: noqa: PLR0912, PLR0915  one straight loop, as in engine/kernels.py

from typing import Any

import numpy as np

from northline.engine.forecast import luck
from northline.engine.forecast.driving import one_edge, ties_of, trace, two_edges
from northline.engine.forecast.steps import EARLIEST, LATEST, MARK, ROLL, places

Row = Any
ALL, NOTHING = np.int32(-1), np.int32(0)


def simulate_plain(
    first_block: int, last_block: int, block: int, samples: int, want: int, rows: int, begin: int, bits: int,
    node: Row, kind: Row, floor: Row, need_floor: Row, has_need: Row, start_row: Row, ends: Row, track: Row, merges: Row,
    ptr: Row, e_row: Row, e_start: Row, e_keep: Row, e_add: Row, e_ends: Row,
    fixed_start: Row, fixed_finish: Row, fixed_row: Row, fixed_of: Row, fixed_at: Row,
    key: Row, table: Row, tables: Row, low: Row, width: Row, part: Row, least: Row, sure: Row,
    extra_begin: Row, extra_end: Row, extra_kind: Row, extra_row: Row,
    s_key: Row, s_table: Row, s_low: Row, s_width: Row, s_limit: Row, s_otherwise: Row,
    finish: Row, tracked: Row, hits: Row, row_sum: Row, begin_sum: Row,
) -> None:  # fmt: skip
    """Fill `finish` and `tracked` (positions) in some blocks of samples; with `want`, add to hits and sums.

    A block has a multiple of eight samples. What belongs to a step lies in the order of the steps.
    """
    steps = len(node)
    whole, unit = np.int32(~((1 << bits) - 1)), np.int32(1 << bits)
    place = np.full(rows + 1, -1, np.int64)
    room = places(place, kind, node, start_row, ends, ptr, e_row, e_start, fixed_row)
    e_from, e_begin = place[e_row], place[e_start]
    at = np.empty((room, block), np.int32)
    hold_ptr, holds = np.zeros(steps, np.int64), 0
    for i in range(steps):
        hold_ptr[i] = holds
        holds += (ptr[i + 1] - ptr[i] + 7) // 8 * (2 if kind[i] == ROLL and start_row[i] >= 0 else 1)
    words = block // 8
    hold = np.zeros((holds if want else 1, words), np.uint64)
    held = hold.view(np.uint8)
    critical = np.zeros((room if want else 1, words), np.uint64)
    marks = critical.view(np.uint8)
    tie = np.zeros(block, np.int32)
    s = np.empty(block, np.int32)
    need = np.empty(block, np.int32)
    d = np.empty(block, np.int32)
    best = np.empty(block, np.int32)
    y = np.zeros(block, np.float32)
    scaled = np.zeros(block, np.float32)
    random = np.zeros(block, np.uint32)
    shared = np.zeros((max(1, len(s_table)), block), np.float32)
    for x in range(len(fixed_row)):
        at[place[fixed_row[x]], :] = fixed_at[x]
    for number in range(first_block, last_block):
        first = number * block
        size = min(block, samples - first)
        if len(s_table):
            luck.share_out(
                shared, random, y, first, block, s_key, s_table, s_low, s_width, s_limit, s_otherwise, tables
            )
        best[:] = EARLIEST if steps or len(fixed_row) else np.int32(begin)
        for x in range(len(fixed_row)):
            if ends[steps + x]:
                latest(best, at, place[fixed_row[x]], ALL, NOTHING, block)
            if want and row_sum[fixed_row[x]] != luck.NOT_SUMMED:
                row_sum[fixed_row[x]] += np.int64(fixed_at[x] >> bits) * size
        for i in range(steps):
            v, r = node[i], start_row[i]
            out, start = place[v], place[r]
            e0, e1, h = ptr[i], ptr[i + 1], hold_ptr[i]
            if kind[i] == ROLL:
                s[:] = EARLIEST
                for e in range(e0, e1):
                    latest(s, at, e_from[e], ALL, NOTHING, block)
                if fixed_finish[i] != EARLIEST:
                    s[:] = fixed_finish[i]
                keep_row(at, out, s, ALL, block)
                if want:
                    ties_of(held, h, tie, at, s, s, ALL, e0, e1, e_from, e_keep, e_add, e_ends, block)
                if r >= 0:
                    s[:] = LATEST
                    for e in range(e0, e1):
                        earliest(s, at, e_begin[e], block)
                    if fixed_start[i] != EARLIEST:
                        s[:] = fixed_start[i]
                    keep_row(at, start, s, ALL, block)
                    if want:
                        h += (e1 - e0 + 7) // 8
                        ties_of(held, h, tie, at, s, s, ALL, e0, e1, e_begin, e_keep, e_add, e_ends, block)
            else:
                mask = ALL if kind[i] == MARK else whole
                if want and e1 - e0 == 1 and not has_need[i]:
                    one_edge(held, h, s, at, e_from[e0], e_keep[e0], e_add[e0], floor[i], mask, block)
                elif want and e1 - e0 == 2 and not has_need[i]:
                    two_edges(
                        held, h, s, at, e_from[e0], e_keep[e0], e_add[e0], e_from[e0 + 1], e_keep[e0 + 1], e_add[e0 + 1],
                        floor[i], mask, block,
                    )  # fmt: skip
                else:
                    s[:] = floor[i]
                    if has_need[i]:
                        need[:] = need_floor[i]
                    for e in range(e0, e1):
                        if e_ends[e]:
                            latest(need, at, e_from[e], e_keep[e], e_add[e], block)
                        else:
                            latest(s, at, e_from[e], e_keep[e], e_add[e], block)
                if kind[i] == MARK:
                    keep_row(at, out, s, ALL, block)
                else:
                    if table[i] < 0 and extra_begin[i] == extra_end[i]:
                        d[:] = np.int32(sure[i])
                    else:
                        luck.values(y, random, i, first, block, key, table, tables)
                        luck.stretch(
                            d, y, scaled, block, low[i], width[i], least[i], part[i],
                            extra_begin[i], extra_end[i], extra_kind, extra_row, shared,
                        )  # fmt: skip
                    if has_need[i]:
                        for b in range(block):
                            s[b] = max(s[b] & whole, np.int32((need[b] & whole) - np.int32(d[b] * unit)))
                            need[b] = np.int32((s[b] & whole) + np.int32(d[b] * unit))
                    for b in range(block):
                        at[out, b] = np.int32((s[b] & whole) + np.int32(d[b] * unit))
                    if r >= 0:
                        keep_row(at, start, s, whole, block)
                if want and (e1 - e0 > 2 or has_need[i]):
                    ties_of(held, h, tie, at, s, need, mask, e0, e1, e_from, e_keep, e_add, e_ends, block)
                if want and merges[i]:
                    begin_sum[i] += added(s, bits, size)
            if ends[i]:
                latest(best, at, out, ALL, NOTHING, block)
            if track[i] >= 0:
                for b in range(size):
                    tracked[track[i], first + b] = at[out, b]
            if want and row_sum[v] != luck.NOT_SUMMED:
                row_sum[v] += added_of(at, out, bits, size)
            if want and r >= 0 and row_sum[r] != luck.NOT_SUMMED:
                row_sum[r] += added_of(at, start, bits, size)
        for b in range(size):
            finish[first + b] = best[b]
        if want:
            trace(
                at, marks, critical, hold, hold_ptr, best, size, place, node, kind, start_row, ends, ptr, e_from, e_begin,
                fixed_row, fixed_of, hits,
            )  # fmt: skip


def latest(into: Row, at: Row, row: int, keep: Any, add: Any, count: int) -> None:
    """Raise `into` to what one edge asks for."""
    for b in range(count):
        into[b] = max(into[b], np.int32(np.int32(at[row, b] & keep) + add))


def earliest(into: Row, at: Row, row: int, count: int) -> None:
    for b in range(count):
        into[b] = min(into[b], at[row, b])


def keep_row(at: Row, row: int, values: Row, mask: Any, count: int) -> None:
    for b in range(count):
        at[row, b] = values[b] & mask


def added(row: Row, bits: int, size: int) -> Any:
    """The sum of working minutes in a row of positions."""
    total, rest = np.int64(0), np.int64(0)
    for b in range(size):
        total += row[b]
    if bits:
        for b in range(size):
            rest += row[b] & np.int32((1 << bits) - 1)
    return (total - rest) >> bits


def added_of(at: Row, r: int, bits: int, size: int) -> Any:
    """The same of a row by its number."""
    total, rest = np.int64(0), np.int64(0)
    for b in range(size):
        total += at[r, b]
    if bits:
        for b in range(size):
            rest += at[r, b] & np.int32((1 << bits) - 1)
    return (total - rest) >> bits
