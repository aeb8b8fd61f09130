"""Working time ↔ dates over the tables of `calendars.py`, for the kernels.

Plain Python that numba can compile as it stands, like all of `kernels.py`. A calendar `c` is the number of its rows.
"""

from typing import Any

TIME_BITS, WORK_BITS = 10, 9  # an index has an entry for every 1024 minutes of the clock and 512 of work
TOO_LATE, TOO_EARLY = 1, 2

Row = Any  # a list of int in the twin, an int64 array under numba


def row_of(at: int, rows: Row, entry: int, high: int, index: Row) -> int:
    """The last row, of those before `high`, whose entry in the sorted `rows` is not after `at`: the calendar's first if all
    are. Entry `entry` of the index lies at it or before it."""
    if at >= rows[high - 1]:
        return int(high - 1)
    row = index[entry]
    while row + 1 < high and rows[row + 1] <= at:
        row += 1
    return int(row)


def entry_of(t: int, c: int, index: Row) -> int:
    """Where the index tells of calendar `c` at the date `t`."""
    return int(index[2 + 2 * c] + ((t - index[0]) >> TIME_BITS))


def work_at(t: int, c: int, begin: Row, end: Row, before: Row, offset: Row, index: Row, flag: Row) -> int:
    """Working minutes of calendar `c` from the start of its table up to `t`."""
    if t > index[1]:
        flag[0] |= TOO_LATE
    if t < index[0]:
        flag[0] |= TOO_EARLY
    low = offset[c]
    high = offset[c + 1]
    if low == high or t <= begin[low]:
        return 0
    low = row_of(t, begin, entry_of(t, c, index), high, index)
    if t >= end[low]:
        return int(before[low] + end[low] - begin[low])
    return int(before[low] + t - begin[low])


def date_of(
    w: int, c: int, as_start: bool, begin: Row, end: Row, before: Row, offset: Row, index: Row, flag: Row
) -> int:
    """The date at which `w` working minutes of calendar `c` are done: the later one of a seam if
    `as_start`."""
    low = offset[c]
    high = offset[c + 1]
    total = 0
    if low < high:
        total = before[high - 1] + end[high - 1] - begin[high - 1]
    if w > total or (as_start and w == total):
        flag[0] |= TOO_LATE
        return int(index[1])
    if w < 0 or (not as_start and w == 0):
        flag[0] |= TOO_EARLY
        return int(index[0])
    seam = w if as_start else w - 1
    low = row_of(seam, before, index[3 + 2 * c] + (seam >> WORK_BITS), high, index)
    return int(begin[low] + w - before[low])


def shift(
    t: int, by: int, c: int, as_start: bool,
    begin: Row, end: Row, before: Row, offset: Row, index: Row, flag: Row,
) -> int:  # fmt: skip
    """`t` moved by working minutes `by`; `by` 0 only aligns to a start or a finish of working time."""
    w = work_at(t, c, begin, end, before, offset, index, flag) + by
    return date_of(w, c, as_start, begin, end, before, offset, index, flag)


def laid_from(
    t: int, minutes: int, c: int, begin: Row, end: Row, before: Row, offset: Row, index: Row, flag: Row
) -> tuple[int, int]:
    """Start and finish of work that may begin at `t`: two calls of `shift` in one look-up."""
    row = offset[c]
    high = offset[c + 1]
    if row == high or t < index[0] or t >= index[1]:
        w = work_at(t, c, begin, end, before, offset, index, flag)
        t = date_of(w, c, True, begin, end, before, offset, index, flag)
        return t, date_of(w + minutes, c, False, begin, end, before, offset, index, flag)
    row = row_of(t, begin, entry_of(t, c, index), high, index)
    if t >= end[row]:
        row += 1
        if row == high:
            flag[0] |= TOO_LATE
            return int(index[1]), int(index[1])
    if t < begin[row]:
        t = int(begin[row])
    if t + minutes <= end[row]:
        return t, t + minutes
    w = before[row] + t - begin[row] + minutes
    return t, date_of(w, c, False, begin, end, before, offset, index, flag)


def laid_until(
    t: int, minutes: int, c: int, begin: Row, end: Row, before: Row, offset: Row, index: Row, flag: Row
) -> tuple[int, int]:
    """Start and finish of work that must be done by `t`: two calls of `shift` in one look-up."""
    row = offset[c]
    high = offset[c + 1]
    if row == high or t <= begin[row] or t >= index[1]:
        w = work_at(t, c, begin, end, before, offset, index, flag)
        t = date_of(w, c, False, begin, end, before, offset, index, flag)
        return date_of(w - minutes, c, True, begin, end, before, offset, index, flag), t
    row = row_of(t, begin, entry_of(t, c, index), high, index)
    if t == begin[row]:
        row -= 1
    if t > end[row]:
        t = int(end[row])
    if t - minutes >= begin[row]:
        return t - minutes, t
    w = before[row] + t - begin[row] - minutes
    return date_of(w, c, True, begin, end, before, offset, index, flag), t
