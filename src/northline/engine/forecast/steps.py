"""What plain.py's steps are, the ends of its positions, and where its rows lie."""

# ruff: noqa: PLR0912  one straight loop, as in engine/kernels.py

from typing import Any

import numpy as np

WORK, MARK, ROLL = 2, 3, 4
EARLIEST, LATEST = np.int32(-(1 << 31)), np.int32((1 << 31) - 1)

UNREAD, FREED = -1, -2

Row = Any


def ranks(rank: Row, ptr: Row, source: Row) -> None:
    """Fill `rank` (steps,) with the length of the longest way to each step; a `source` (edges,) below 0 is no step."""
    for i in range(len(rank)):
        for e in range(ptr[i], ptr[i + 1]):
            if source[e] >= 0:
                rank[i] = max(rank[i], rank[source[e]] + 1)


def places(
    place: Row, kind: Row, node: Row, start_row: Row, ends: Row, ptr: Row, e_row: Row, e_start: Row, fixed_row: Row
) -> int:  # fmt: skip
    """Fill `place` (rows, and one for none) with where each row lies, no two at one place while both are read.

    Returns how many places there are. Rows that end the plan, and fixed ones, keep theirs.
    """
    steps, count, free = len(node), 0, 0
    last = np.full(len(place), UNREAD, np.int64)
    spare = np.empty(len(place), np.int64)
    for i in range(steps):
        for e in range(ptr[i], ptr[i + 1]):
            last[e_row[e]] = i
            if kind[i] == ROLL and start_row[i] >= 0:
                last[e_start[e]] = i
        if ends[i]:
            last[node[i]] = steps
    for x in range(len(fixed_row)):
        last[fixed_row[x]] = steps
        place[fixed_row[x]] = count
        count += 1
    for i in range(steps):
        for row in (node[i], start_row[i]):
            if row >= 0 and free:
                free -= 1
                place[row] = spare[free]
            elif row >= 0:
                place[row] = count
                count += 1
        for e in range(ptr[i], ptr[i + 1]):
            for row in (e_row[e], e_start[e] if kind[i] == ROLL and start_row[i] >= 0 else e_row[e]):
                if last[row] == i:
                    last[row] = FREED
                    spare[free] = place[row]
                    free += 1
        for row in (node[i], start_row[i]):
            if row >= 0 and last[row] == UNREAD:
                spare[free] = place[row]
                free += 1
    return count
