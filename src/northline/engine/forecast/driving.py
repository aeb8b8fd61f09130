"""From the last finish of each sample back along the edges that hold: which tasks drive it.

A sample is a byte: in `hold` with one bit for each of eight edges that asks for just the date that came about, in
`critical` with 1 or 0. Both are read eight samples to a word.

Written for numba, like plain.py, whose positions it reads.
"""

from typing import Any

import numpy as np

from northline.engine.forecast.steps import ROLL

Row = Any
NOBODY, ONE = np.uint64(0), np.uint64(1)
EVEN, EIGHT = np.uint64(0x00FF00FF00FF00FF), np.uint64(8)
PAIRS, LAST_PAIR = np.uint64(0x0001000100010001), np.uint64(48)


def ties_of(
    held: Row, h: int, tie: Row, at: Row, start: Row, finish: Row, mask: Any, e0: int, e1: int,
    e_from: Row, e_keep: Row, e_add: Row, e_ends: Row, count: int,
) -> None:  # fmt: skip
    """Fill the rows of `held` from `h` on: which of the edges `e0` up to `e1` ask for just `start`, or for `finish`."""
    for low in range(e0, e1, 8):
        tie[:] = 0
        for e in range(low, min(e1, low + 8)):
            if e_ends[e]:
                tied(tie, at, finish, mask, e_from[e], e_keep[e], e_add[e], np.int32(1 << (e - low)), count)
            else:
                tied(tie, at, start, mask, e_from[e], e_keep[e], e_add[e], np.int32(1 << (e - low)), count)
        for b in range(count):
            held[h, b] = np.uint8(tie[b])
        h += 1


def one_edge(
    held: Row, h: int, s: Row, at: Row, p: int, keep: Any, add: Any, floor: Any, mask: Any, count: int
) -> None:
    """The start of what waits for one edge, and where that edge decides it, in one go."""
    for b in range(count):
        asked = np.int32(np.int32(at[p, b] & keep) + add)
        s[b] = max(floor, asked)
        held[h, b] = np.uint8(np.int32((asked ^ s[b]) & mask) == 0)


def two_edges(
    held: Row, h: int, s: Row, at: Row, p: int, keep: Any, add: Any, q: int, other_keep: Any, other_add: Any,
    floor: Any, mask: Any, count: int,
) -> None:  # fmt: skip
    """The same of two edges, as most tasks have."""
    for b in range(count):
        one = np.int32(np.int32(at[p, b] & keep) + add)
        two = np.int32(np.int32(at[q, b] & other_keep) + other_add)
        most = max(floor, one, two)
        s[b] = most
        held[h, b] = np.uint8(
            np.uint8(np.int32((one ^ most) & mask) == 0)
            + np.uint8(np.uint8(2) * np.uint8(np.int32((two ^ most) & mask) == 0))
        )


def tied(
    tie: Row, at: Row, wish: Row, mask: Any, row: int, keep: Any, add: Any, bit: Any, count: int
) -> None:
    """Set one edge's bit in the samples in which it asks for just what is wished."""
    for b in range(count):
        asked = np.int32(np.int32(at[row, b] & keep) + add) & mask
        tie[b] |= bit if asked == (wish[b] & mask) else np.int32(0)


def trace(
    at: Row, marks: Row, critical: Row, hold: Row, hold_ptr: Row, best: Row, size: int, place: Row,
    node: Row, kind: Row, start_row: Row, ends: Row, ptr: Row, e_from: Row, e_begin: Row,
    fixed_row: Row, fixed_of: Row, hits: Row,
) -> None:  # fmt: skip
    """Add to `hits` in how many of a block's first `size` samples each task drives the finish.

    `critical` (its bytes are `marks`) has no bit set, before and after.
    """
    steps, words = len(node), critical.shape[1]
    for i in range(steps + len(fixed_row)):
        if ends[i]:
            p = place[node[i] if i < steps else fixed_row[i - steps]]
            for b in range(size):
                marks[p, b] = np.uint8(at[p, b] == best[b])
    for i in range(steps - 1, -1, -1):
        p, r, h = place[node[i]], start_row[i], hold_ptr[i]
        e0, e1 = ptr[i], ptr[i + 1]
        if r >= 0:
            q = place[r]
            if kind[i] == ROLL:
                hits[node[i]] += handed_on(critical, q, hold, h + (e1 - e0 + 7) // 8, e0, e1, e_begin, words)
            else:
                for w in range(words):
                    critical[p, w] |= critical[q, w]
                    critical[q, w] = NOBODY
        hits[node[i]] += handed_on(critical, p, hold, h, e0, e1, e_from, words)
    for x in range(len(fixed_row)):
        p = place[fixed_row[x]]
        if fixed_of[x] >= 0:
            for w in range(words):
                critical[place[fixed_of[x]], w] |= critical[p, w]
                critical[p, w] = NOBODY
        else:
            hits[fixed_row[x]] += handed_on(critical, p, hold, 0, 0, 0, e_from, words)


def handed_on(critical: Row, p: int, hold: Row, h: int, e0: int, e1: int, e_from: Row, words: int) -> Any:
    """Clear a row, after handing on to the rows that its edges come from; returns how many samples it had."""
    total = NOBODY
    for w in range(words):
        x = critical[p, w]
        total += (x & EVEN) + ((x >> EIGHT) & EVEN)
    if total == NOBODY:
        return 0
    for e in range(e0, e1):
        q, row, bit = e_from[e], h + (e - e0) // 8, np.uint64((e - e0) % 8)
        for w in range(words):
            critical[q, w] |= (hold[row, w] >> bit) & critical[p, w]
    for w in range(words):
        critical[p, w] = NOBODY
    return np.int64((total * PAIRS) >> LAST_PAIR)
