"""What happens next: a heap of events, and the queues before resources; written for numba, like crew.py."""

from typing import Any

import numpy as np

SLACK = 1e-6
NEVER = (1 << 63) - 1
NO_BITS, ONE_BIT, TO_PLACE = np.uint64(0), np.uint64(1), np.uint64(58)
DE_BRUIJN = np.uint64(0x03F79D71B4CB0A89)  # its six highest bits tell apart all 64 shifts of it
PLACE = np.zeros(64, np.int64)
PLACE[[(int(DE_BRUIJN) << i) % (1 << 64) >> 58 for i in range(64)]] = np.arange(64)

Row = Any


def push(heap: Row, item: Row, size: int, key: int, what: int) -> int:
    """Add an event to the heap; returns its new size."""
    rise(heap, item, size, key, what)
    return size + 1


def pop(heap: Row, item: Row, size: int) -> int:
    """Take the first event off the heap, which has room for one more; returns its new size.

    The gap goes to the bottom before the last event fills it (Wegener, *Bottom-up heapsort*, 1993), and which of two
    events moves up is added rather than branched upon, as nobody could foresee it.
    """
    size -= 1
    key = heap[size]
    what = item[size]
    heap[size] = NEVER
    i = 0
    below = 1
    while below < size:
        below += int(heap[below + 1] < heap[below])
        heap[i] = heap[below]
        item[i] = item[below]
        i = below
        below = 2 * i + 1
    rise(heap, item, i, key, what)
    return size


def rise(heap: Row, item: Row, i: int, key: int, what: int) -> None:
    """Put an event into the gap at `i`, or above it where those above come later."""
    while i > 0:
        above = (i - 1) >> 1
        if heap[above] <= key:
            break
        heap[i] = heap[above]
        item[i] = item[above]
        i = above
    heap[i] = key
    item[i] = what


def queue(
    v: int, need_ptr: Row, need_of: Row, need_place: Row, waits: Row, waiting: Row, touched: Row, list_of_touched: Row,
    freed_by: Row, marked: int,
) -> int:  # fmt: skip
    """Let a ready task wait for its first need, and have that offered; returns how many resources are to be."""
    x = need_ptr[v]
    r = need_of[x]
    waits[need_place[x] >> 6] |= np.uint64(1) << np.uint64(need_place[x] & 63)
    waiting[r] += 1
    if touched[r]:
        return marked
    touched[r] = 1
    list_of_touched[marked] = r
    freed_by[r] = -1
    return marked + 1


def touch(r: int, by: int, touched: Row, list_of_touched: Row, freed_by: Row, marked: int) -> int:
    """Have a resource offered that task `by` (-1: nobody) has set free; returns how many are to be."""
    freed_by[r] = by
    if touched[r]:
        return marked
    touched[r] = 1
    list_of_touched[marked] = r
    return marked + 1


def owner(e: int, source: Row) -> int:
    """The node behind what drives a start: an edge's, or the task whose end set a resource free."""
    if e <= -2:
        return -2 - e
    return int(source[e]) if e >= 0 else -1


def served(
    r: int, waits: Row, waiting: Row, word_ptr: Row, task_at: Row,
    need_ptr: Row, need_of: Row, need_units: Row, need_place: Row, free: Row,
) -> int:  # fmt: skip
    """Take the first in rank who waits for resource `r` and has all that it needs off the queue, -1 for nobody.

    Who lacks another resource waits for that one from now on.
    """
    for word in range(word_ptr[r], word_ptr[r + 1]):
        bits = waits[word]
        while bits != NO_BITS:
            lowest = bits & (~bits + ONE_BIT)
            bits ^= lowest
            v = task_at[64 * word + PLACE[np.int64((lowest * DE_BRUIJN) >> TO_PLACE)]]
            lacks = -1
            for x in range(need_ptr[v], need_ptr[v + 1]):
                if free[need_of[x]] < need_units[x] - SLACK:
                    lacks = x
                    break
            if lacks < 0 or need_of[lacks] != r:
                waits[word] ^= lowest
                waiting[r] -= 1
            if lacks < 0:
                return int(v)
            if need_of[lacks] != r:
                other = need_place[lacks]
                waits[other >> 6] |= ONE_BIT << np.uint64(other & 63)
                waiting[need_of[lacks]] += 1
    return -1


def line_up(
    v: int, need_ptr: Row, need_of: Row, need_place: Row, waits: Row, waiting: Row, touched: Row, list_of_touched: Row,
    freed_by: Row, free: Row, marked: int,
) -> int:  # fmt: skip
    """Let a task that others could do as well wait for all of them; returns how many resources are to be offered."""
    for x in range(need_ptr[v], need_ptr[v + 1]):
        r = need_of[x]
        bit = ONE_BIT << np.uint64(need_place[x] & 63)
        if waits[need_place[x] >> 6] & bit == NO_BITS:
            waits[need_place[x] >> 6] |= bit
            waiting[r] += 1
            if not touched[r]:
                freed_by[r] = -1
        if free[r] > SLACK and not touched[r]:
            touched[r] = 1
            list_of_touched[marked] = r
            marked += 1
    return marked


def leave(v: int, need_ptr: Row, need_of: Row, need_place: Row, waits: Row, waiting: Row) -> None:
    """Take a task off every queue that it waits in."""
    for x in range(need_ptr[v], need_ptr[v + 1]):
        bit = ONE_BIT << np.uint64(need_place[x] & 63)
        if waits[need_place[x] >> 6] & bit != NO_BITS:
            waits[need_place[x] >> 6] ^= bit
            waiting[need_of[x]] -= 1
