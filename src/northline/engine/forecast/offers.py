"""Who of all that wait begins next, where tasks need several resources or may choose between them.

Written for numba, like crew.py, whose arrays it reads; plans in which every task waits for one resource alone need
none of it.
"""

from typing import Any

import numpy as np

from northline.engine.forecast.choosing import choose
from northline.engine.forecast.events import DE_BRUIJN, NO_BITS, ONE_BIT, PLACE, SLACK, TO_PLACE

Row = Any


def next_up(
    now: int, marked: int, found: Row, rank: Row, touched: Row, list_of_touched: Row,
    waits: Row, waiting: Row, word_ptr: Row, task_at: Row, need_ptr: Row, need_of: Row, need_units: Row, need_place: Row,
    free: Row, chosen: Row,
    way_ptr: Row, way: Row, slot: Row, slot_units: Row, cand: Row,
    picked: Row, holder: Row, seen: Row, from_slot: Row, from_cand: Row, line: Row, wish: Row,
    c: int, begin: Row, end: Row, before: Row, offset: Row, index: Row, flag: Row,
) -> int:  # fmt: skip
    """The first in rank who can begin with what is free, -1 for nobody; it keeps its place in the queues.

    `found` is left with how many resources are still to be offered, the one that it waited for, and the next code at
    which to ask again because somebody free begins work.
    """
    best = -1
    x = marked - 1
    while x >= 0:
        r = list_of_touched[x]
        v = -1
        if waiting[r] > 0 and free[r] > SLACK:
            v = first_of(
                r, now, waits, waiting, word_ptr, task_at, need_ptr, need_of, need_units, need_place, free, chosen, found,
                way_ptr, way, slot, slot_units, cand, picked, holder, seen, from_slot, from_cand, line, wish,
                c, begin, end, before, offset, index, flag,
            )  # fmt: skip
        if v < 0:
            marked -= 1
            touched[r] = 0
            list_of_touched[x] = list_of_touched[marked]
        elif best < 0 or rank[v] < rank[best]:
            best = v
            found[1] = r
        x -= 1
    found[0] = marked
    return best


def first_of(
    r: int, now: int, waits: Row, waiting: Row, word_ptr: Row, task_at: Row,
    need_ptr: Row, need_of: Row, need_units: Row, need_place: Row, free: Row, chosen: Row, found: Row,
    way_ptr: Row, way: Row, slot: Row, slot_units: Row, cand: Row,
    picked: Row, holder: Row, seen: Row, from_slot: Row, from_cand: Row, line: Row, wish: Row,
    c: int, begin: Row, end: Row, before: Row, offset: Row, index: Row, flag: Row,
) -> int:  # fmt: skip
    """The first in rank who waits for resource r and has all that it needs; who lacks another waits for that one."""
    for word in range(word_ptr[r], word_ptr[r + 1]):
        bits = waits[word]
        while bits != NO_BITS:
            lowest = bits & (~bits + ONE_BIT)
            bits ^= lowest
            v = task_at[64 * word + PLACE[np.int64((lowest * DE_BRUIJN) >> TO_PLACE)]]
            if way_ptr[v] < way_ptr[v + 1]:
                chosen[v] = choose(
                    v, now, free, way_ptr, way, slot, slot_units, cand, picked, holder, seen, from_slot, from_cand, line,
                    wish, c, begin, end, before, offset, index, flag,
                )  # fmt: skip
                if chosen[v] >= 0:
                    return int(v)
                found[2] = min(found[2], wish[0])
                continue
            lacks = -1
            for x in range(need_ptr[v], need_ptr[v + 1]):
                if free[need_of[x]] < need_units[x] - SLACK:
                    lacks = x
                    break
            if lacks < 0:
                return int(v)
            if need_of[lacks] != r:
                waits[word] ^= lowest
                waiting[r] -= 1
                other = need_place[lacks]
                waits[other >> 6] |= ONE_BIT << np.uint64(other & 63)
                waiting[need_of[lacks]] += 1
    return -1
