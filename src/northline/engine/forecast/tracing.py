"""Which tasks drove the last finish: from it back along the edges that hold, for a block of samples.

Written for numba, like kernel.py, whose codes it reads.
"""

# ruff: noqa: PLR0912  one straight loop, as in engine/kernels.py

from typing import Any

from northline.engine import kernels as k
from northline.engine.forecast.codes import DROP, GAP, edge_code

SKIP, FIXED, WORK, MARK, ROLL, GENERAL, APART, BEGUN = 0, 1, 2, 3, 4, 5, 6, 7

Row = Any


def trace_codes(
    code: Row, critical: Row, taken: Row, drives: Row, best: Row, size: int,
    order: Row, cls: Row, start_row: Row, pre_row: Row, counted: Row,
    ptr: Row, e_row: Row, e_start: Row, e_mode: Row, kind: Row, lag: Row, lag_cal: Row,
    c: int, begin: Row, end: Row, before: Row, offset: Row, index: Row, hits: Row, flag: Row,
) -> None:  # fmt: skip
    """Add to `hits` (m,) in how many samples of the block each node lies on a path that drives the finish.

    `taken` holds starts (of milestones and APART tasks: what their links ask for).
    """
    critical[:, :] = 0
    for v in range(len(order)):
        if cls[v] != SKIP and counted[v]:
            for b in range(size):
                if code[v, b] == best[b]:
                    critical[v, b] = 1
    for i in range(len(order) - 1, -1, -1):
        v = order[i]
        if cls[v] == SKIP:
            continue
        r = start_row[v]
        total = 0
        for b in range(size):
            total += critical[v, b]
        if r >= 0:
            for b in range(size):
                if cls[v] == ROLL:
                    total += critical[r, b]
                elif critical[r, b] and not critical[v, b]:
                    critical[v, b] = 1
                    total += 1
        if total == 0:
            continue
        hits[v] += total
        if cls[v] == FIXED or cls[v] == BEGUN:
            continue
        for e in range(ptr[v], ptr[v + 1]):
            if e_mode[e] == DROP:
                continue
            row = e_row[e]
            for b in range(size):
                if cls[v] == ROLL:
                    if critical[v, b] and code[row, b] == code[v, b]:
                        critical[row, b] = 1
                    if r >= 0 and critical[r, b] and code[e_start[e], b] == code[r, b]:
                        critical[e_start[e], b] = 1
                    continue
                if not critical[v, b]:
                    continue
                if cls[v] == GENERAL:
                    if drives[v, b] == e:
                        critical[row, b] = 1
                    continue
                t = edge_code(
                    code[row, b], e_mode[e], lag[e], lag_cal[e], c, begin, end, before, offset, index, flag
                )
                if cls[v] == MARK or cls[v] == APART:
                    if t == code[v if cls[v] == MARK else pre_row[v], b]:
                        critical[row, b] = 1
                else:
                    bound = code[v, b] if kind[e] == k.FF else taken[v, b]
                    if t >> GAP == bound >> GAP:
                        critical[row, b] = 1
