"""The simulation's inner loop for a plan on one calendar: 32-bit positions, a block of samples at a time.

A position is the working minutes since the project's start, shifted by a few bits that tell apart the fixed dates
within one break (a milestone on Sunday from the Friday evening before it). It orders as dates do, a duration or
a lag is one addition, and a maximum over predecessors takes sixteen samples at once. Sums are of integers, so
that no order of adding changes them.

Written for numba, which compiles it as it stands; `twin.py` is its oracle.
"""

# ruff: noqa: PLR0912, PLR0915  one straight loop, as in engine/kernels.py

from typing import Any

import numpy as np

from northline.engine.forecast import luck

WORK, MARK, ROLL = 2, 3, 4
EARLIEST, LATEST = np.int32(-(1 << 31)), np.int32((1 << 31) - 1)
ZERO8, ONE8 = np.uint8(0), np.uint8(1)

Row = Any


def latest(into: Row, here: Row, keep: Any, add: Any, count: int) -> None:
    """Raise `into` to what one edge asks for."""
    for b in range(count):
        into[b] = max(into[b], np.int32(np.int32(here[b] & keep) + add))


def simulate_plain(
    first_block: int, last_block: int, block: int, samples: int, want: int, rows: int, begin: int, bits: int,
    node: Row, kind: Row, floor: Row, need_floor: Row, has_need: Row, start_row: Row, ends: Row, track: Row, merges: Row,
    ptr: Row, e_row: Row, e_start: Row, e_keep: Row, e_add: Row, e_ends: Row,
    fixed_start: Row, fixed_finish: Row, fixed_row: Row, fixed_of: Row, fixed_at: Row,
    segment: Row, key: Row, table: Row, tables: Row, low: Row, width: Row, part: Row, least: Row, sure: Row,
    extra_ptr: Row, extra_kind: Row, extra_row: Row,
    s_key: Row, s_table: Row, s_low: Row, s_width: Row, s_limit: Row, s_otherwise: Row,
    finish: Row, tracked: Row, hits: Row, row_sum: Row, begin_sum: Row,
) -> None:  # fmt: skip
    """Fill `finish` and `tracked` (positions) in some blocks of samples; with `want`, add to hits and sums."""
    steps = len(node)
    whole = np.int32(~((1 << bits) - 1))
    at = np.empty((rows, block), np.int32)
    s = np.empty(block, np.int32)
    need = np.empty(block, np.int32)
    d = np.empty(block, np.int32)
    best = np.empty(block, np.int32)
    y = np.zeros(block, np.float32)
    scaled = np.zeros(block, np.float32)
    random = np.zeros(block, np.uint32)
    shared = np.zeros((max(1, len(s_table)), block), np.float32)
    begun = np.zeros((steps if want else 1, block), np.int32)
    critical = np.zeros((rows if want else 1, block), np.uint8)
    for x in range(len(fixed_row)):
        at[fixed_row[x], :] = fixed_at[x]
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
                latest(best, at[fixed_row[x]], np.int32(-1), np.int32(0), block)
        for i in range(steps):
            out = at[node[i]]
            if kind[i] == ROLL:
                out[:] = EARLIEST
                r = start_row[i]
                if r >= 0:
                    at[r, :] = LATEST
                for e in range(ptr[i], ptr[i + 1]):
                    latest(out, at[e_row[e]], np.int32(-1), np.int32(0), block)
                    if r >= 0:
                        start, here = at[r], at[e_start[e]]
                        for b in range(block):
                            start[b] = min(start[b], here[b])
                if fixed_finish[i] != EARLIEST:
                    out[:] = fixed_finish[i]
                if r >= 0 and fixed_start[i] != EARLIEST:
                    at[r, :] = fixed_start[i]
            else:
                s[:] = floor[i]
                if has_need[i]:
                    need[:] = need_floor[i]
                for e in range(ptr[i], ptr[i + 1]):
                    latest(need if e_ends[e] else s, at[e_row[e]], e_keep[e], e_add[e], block)
                if kind[i] == MARK:
                    out[:] = s
                else:
                    v, g = node[i], segment[i]
                    x0, x1 = extra_ptr[v], extra_ptr[v + 1]
                    if table[v] < 0 and x0 == x1:
                        d[:] = np.int32(sure[g])
                    else:
                        luck.values(y, random, v, first, block, key, table, tables)
                        luck.stretch(
                            d, y, scaled, block, low[g], width[g], least[v], part[g],
                            x0, x1, extra_kind, extra_row, shared,
                        )  # fmt: skip
                    if has_need[i]:
                        for b in range(block):
                            s[b] = max(s[b] & whole, np.int32((need[b] & whole) - np.int32(d[b] << bits)))
                    for b in range(block):
                        out[b] = np.int32((s[b] & whole) + np.int32(d[b] << bits))
                    if start_row[i] >= 0:
                        start = at[start_row[i]]
                        for b in range(block):
                            start[b] = s[b] & whole
                    if want:
                        start = begun[i]
                        for b in range(block):
                            start[b] = s[b] & whole
            if ends[i]:
                for b in range(block):
                    best[b] = max(best[b], out[b])
            if track[i] >= 0:
                for b in range(size):
                    tracked[track[i], first + b] = out[b]
        for b in range(size):
            finish[first + b] = best[b]
        if not want:
            continue
        for i in range(steps):
            if merges[i]:
                start = at[node[i]] if kind[i] == MARK else begun[i]
                begin_sum[i] += add_up(start, bits, size)
        for r in range(rows):
            if row_sum[r] != luck.NOT_SUMMED:
                row_sum[r] += add_up(at[r], bits, size)
        trace(
            at, begun, critical, best, size, whole, node, kind, start_row, ends, ptr, e_row, e_start, e_keep, e_add, e_ends,
            fixed_start, fixed_finish, fixed_row, fixed_of, hits,
        )  # fmt: skip


def add_up(row: Row, bits: int, size: int) -> Any:
    """The sum of working minutes in a row of positions."""
    total: Any = 0
    for b in range(size):
        total += np.int64(row[b] >> bits)
    return total


def trace(
    at: Row, begun: Row, critical: Row, best: Row, size: int, whole: Any,
    node: Row, kind: Row, start_row: Row, ends: Row, ptr: Row, e_row: Row, e_start: Row, e_keep: Row, e_add: Row, e_ends: Row,
    fixed_start: Row, fixed_finish: Row, fixed_row: Row, fixed_of: Row, hits: Row,
) -> None:  # fmt: skip
    """From the last finish of each sample back along the edges that hold: count the tasks on the way."""
    steps = len(node)
    critical[:, :] = ZERO8
    for i in range(steps + len(fixed_row)):
        if ends[i]:
            v = node[i] if i < steps else fixed_row[i - steps]
            here, mine = at[v], critical[v]
            for b in range(size):
                mine[b] = ONE8 if here[b] == best[b] else ZERO8
    for i in range(steps - 1, -1, -1):
        v = node[i]
        r = start_row[i]
        mine = critical[v]
        if kind[i] == ROLL:
            trace_roll(at, critical, i, v, r, size, ptr, e_row, e_start, fixed_start, fixed_finish, hits)
            continue
        if r >= 0:
            other = critical[r]
            for b in range(size):
                mine[b] |= other[b]
        total = 0
        for b in range(size):
            total += mine[b]
        if total == 0:
            continue
        hits[v] += total
        mask = whole if kind[i] == WORK else np.int32(-1)
        for e in range(ptr[i], ptr[i + 1]):
            wish = at[v] if e_ends[e] or kind[i] == MARK else begun[i]
            here, before = at[e_row[e]], critical[e_row[e]]
            keep, add = e_keep[e], e_add[e]
            for b in range(size):
                asked = np.int32(np.int32(here[b] & keep) + add) & mask
                before[b] |= mine[b] if asked == wish[b] else ZERO8
    for x in range(len(fixed_row)):
        mine = critical[fixed_row[x]]
        if fixed_of[x] >= 0:
            other = critical[fixed_of[x]]
            for b in range(size):
                other[b] |= mine[b]
            continue
        total = 0
        for b in range(size):
            total += mine[b]
        hits[fixed_row[x]] += total


def trace_roll(
    at: Row, critical: Row, i: int, v: int, r: int, size: int,
    ptr: Row, e_row: Row, e_start: Row, fixed_start: Row, fixed_finish: Row, hits: Row,
) -> None:  # fmt: skip
    """A summary hands on to the children that end, or that begin, with it."""
    mine = critical[v]
    total = 0
    for b in range(size):
        total += mine[b]
    begins = 0
    if r >= 0:
        for b in range(size):
            begins += critical[r, b]
    hits[v] += total + begins
    for e in range(ptr[i], ptr[i + 1]):
        if total:
            here, before, wish = at[e_row[e]], critical[e_row[e]], at[v]
            for b in range(size):
                before[b] |= mine[b] if here[b] == wish[b] else ZERO8
        if begins:
            here, before, wish, other = at[e_start[e]], critical[e_start[e]], at[r], critical[r]
            for b in range(size):
                before[b] |= other[b] if here[b] == wish[b] else ZERO8
