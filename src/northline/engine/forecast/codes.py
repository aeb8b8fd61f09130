"""Dates as codes: one integer that orders as dates do, and on which working time is one addition.

A code holds the working minutes of one calendar before a date, shifted by GAP bits, plus the minutes since the
end of the working period before it. Written for numba, like engine/kernels.py.
"""

from typing import Any

from northline.engine import kernels as k
from northline.engine.worktime import entry_of, row_of

COPY, ADD, SLOW, DROP = 0, 1, 2, 3
GAP = 28

Row = Any


def encode(t: int, c: int, begin: Row, end: Row, before: Row, offset: Row, index: Row, flag: Row) -> int:
    """The code of a date on calendar `c`."""
    low = offset[c]
    high = offset[c + 1]
    if t > index[1]:
        flag[0] |= k.TOO_LATE
    if t < index[0]:
        flag[0] |= k.TOO_EARLY
        return 0
    if t <= begin[low]:
        return int(t - index[0])
    low = row_of(t, begin, entry_of(t, c, index), high, index)
    if t >= end[low]:
        return int(((before[low] + end[low] - begin[low]) << GAP) + t - end[low])
    if t == begin[low]:
        return int((before[low] << GAP) + t - end[low - 1])
    return int((before[low] + t - begin[low]) << GAP)


def decode(code: int, c: int, begin: Row, end: Row, before: Row, offset: Row, index: Row, flag: Row) -> int:
    """The date that a code stands for."""
    w = code >> GAP
    if w == 0:
        return int(index[0] + code)
    return int(k.date_of(w, c, False, begin, end, before, offset, index, flag) + (code & ((1 << GAP) - 1)))


def edge_code(
    code: int, mode: int, lag: int, lag_cal: int, c: int,
    begin: Row, end: Row, before: Row, offset: Row, index: Row, flag: Row,
) -> int:  # fmt: skip
    """What an edge asks of its target, as a code, given the code of the date that it leaves."""
    if mode == COPY:
        return code
    if mode == ADD:
        return ((code >> GAP) + lag) << GAP
    t = decode(code, c, begin, end, before, offset, index, flag)
    if lag_cal == k.NONE:
        t += lag
    else:
        t = k.shift(t, lag, lag_cal, lag < 0, begin, end, before, offset, index, flag)
    return encode(t, c, begin, end, before, offset, index, flag)
