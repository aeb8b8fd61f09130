"""Free capacity of resources as step functions over their own working time: look for room, take it.

Plain Python that numba can compile as it stands. A use on the resource's own calendar is one stretch of its
axis; on any other calendar it is one stretch for each working period.
"""

from northline.engine import kernels as k
from northline.engine.levelling.plans.kernels.shapes import Net, Pool, Row, Time


def step_at(positions: Row, count: int, w: int) -> int:
    """The last of the first `count` sorted positions that is not after `w` (the first if all are)."""
    low = 0
    high = count
    while high - low > 1:
        middle = (low + high) >> 1
        if positions[middle] <= w:
            low = middle
        else:
            high = middle
    return low


def period_of(w: int, c: int, time: Time) -> int:
    """The row of calendar `c` in which its working minute `w` lies, or -1 past the end of the table."""
    low = time.offset[c]
    high = time.offset[c + 1]
    if low == high or w >= time.before[high - 1] + time.end[high - 1] - time.begin[high - 1]:
        return -1
    while high - low > 1:
        middle = (low + high) >> 1
        if time.before[middle] <= w:
            low = middle
        else:
            high = middle
    return int(low)


def work(t: int, c: int, time: Time) -> int:
    """Working minutes of calendar `c` up to date `t`."""
    return k.work_at(t, c, time.begin, time.end, time.before, time.offset, time.index, time.flag)


def date(w: int, c: int, as_start: bool, time: Time) -> int:
    """The date at which `w` working minutes of calendar `c` are done."""
    return k.date_of(w, c, as_start, time.begin, time.end, time.before, time.offset, time.index, time.flag)


def room_after(r: int, w: int, length: int, need: int, pool: Pool) -> int:
    """The earliest position from `w` on at which `length` minutes fit; FAR if never."""
    positions = pool.pos[r]
    free = pool.free[r]
    count = pool.count[r]
    i = step_at(positions, count, w)
    start = w
    while i < count and positions[i] < start + length:
        if free[i] < need:
            if i + 1 >= count:
                return k.FAR
            start = positions[i + 1]
        i += 1
    return int(start)


def room_before(r: int, w: int, length: int, need: int, pool: Pool) -> int:
    """The latest position up to `w` at which `length` minutes fit; -1 if none."""
    positions = pool.pos[r]
    free = pool.free[r]
    start = w
    i = step_at(positions, pool.count[r], w + length - 1)
    while i >= 0:
        if free[i] < need:
            start = positions[i] - length
        if i > 0 and positions[i] <= start:
            break
        i -= 1
    return int(start) if start >= 0 else -1


def parts_after(r: int, c: int, w: int, length: int, need: int, pool: Pool, time: Time) -> int:
    """As `room_after` for a use on a calendar that is not the resource's axis; `w` in that calendar's minutes."""
    axis = pool.axis[r]
    start = w
    row = period_of(start, c, time)
    done = 0
    while done < length:
        if row < 0 or row >= time.offset[c + 1]:
            time.flag[0] |= k.TOO_LATE
            return k.FAR
        at = time.begin[row]
        if start + done > time.before[row]:
            at += start + done - time.before[row]
        last = time.end[row]
        if last - at > length - done:
            last = at + length - done
        low = work(at, axis, time)
        high = work(last, axis, time)
        i = step_at(pool.pos[r], pool.count[r], low)
        clash = -1
        while i < pool.count[r] and pool.pos[r, i] < high:
            if pool.free[r, i] < need:
                clash = i
            i += 1
        if clash >= 0:
            if clash + 1 >= pool.count[r]:
                return k.FAR
            later = work(date(pool.pos[r, clash + 1], axis, True, time), c, time)
            start = later if later > start else start + 1
            row = period_of(start, c, time)
            done = 0
        else:
            done += last - at
            row += 1
    return int(start)


def free_minutes(r: int, c: int, w: int, length: int, need: int, pool: Pool, time: Time) -> int:
    """How many of `length` minutes from the working minute `w` of calendar `c` on have room before the first that has
    none."""
    axis = pool.axis[r]
    if axis == c:
        return free_steps(r, w, w + length, need, pool) - w
    row = period_of(w, c, time)
    done = 0
    while done < length and row >= 0 and row < time.offset[c + 1]:
        at = time.begin[row]
        if w + done > time.before[row]:
            at += w + done - time.before[row]
        last = min(time.end[row], at + length - done)
        low = work(at, axis, time)
        high = work(last, axis, time)
        until = free_steps(r, low, high, need, pool)
        if until < high:
            return int(done + max(0, date(until, axis, True, time) - at))
        done += last - at
        row += 1
    return int(done)


def free_steps(r: int, low: int, high: int, need: int, pool: Pool) -> int:
    """The position from `low` up to `high` on the axis at which room ends."""
    i = step_at(pool.pos[r], pool.count[r], low)
    while i < pool.count[r] and pool.pos[r, i] < high:
        if pool.free[r, i] < need:
            return max(low, int(pool.pos[r, i]))
        i += 1
    return high


def fit(t: int, x: int, net: Net, pool: Pool, time: Time) -> int:
    """The earliest date from `t` on at which all uses of choice `x` find room; FAR if never."""
    moved = True
    while moved:
        moved = False
        for u in range(net.use_ptr[x], net.use_ptr[x + 1]):
            c = net.use_cal[u]
            r = net.use_res[u]
            w = work(t, c, time) + net.use_delay[u]
            if pool.axis[r] == c:
                later = room_after(r, w, net.use_minutes[u], net.use_need[u], pool)
            else:
                later = parts_after(r, c, w, net.use_minutes[u], net.use_need[u], pool, time)
            if later == k.FAR:
                return k.FAR
            if later > w:
                t = date(later - net.use_delay[u], c, True, time)
                if t >= time.index[1]:
                    return k.FAR
                moved = True
    return t


def fit_back(t: int, x: int, net: Net, pool: Pool, time: Time) -> int:
    """The latest date up to `t` at which all uses of choice `x` on their resource's axis find room; -1 if none."""
    moved = True
    while moved:
        moved = False
        for u in range(net.use_ptr[x], net.use_ptr[x + 1]):
            c = net.use_cal[u]
            r = net.use_res[u]
            if pool.axis[r] == c:
                w = work(t, c, time) + net.use_delay[u]
                sooner = room_before(r, w, net.use_minutes[u], net.use_need[u], pool)
                if sooner - net.use_delay[u] <= 0:
                    return -1
                if sooner < w:
                    t = date(sooner - net.use_delay[u], c, True, time)
                    moved = True
    return t


def split_step(r: int, w: int, pool: Pool, time: Time) -> int:
    """Make `w` a position of the profile; the number of its step, or -1 (and a flag) where there is no room."""
    count = pool.count[r]
    i = step_at(pool.pos[r], count, w)
    if pool.pos[r, i] == w:
        return i
    if count >= pool.pos.shape[1]:
        time.flag[0] |= 4
        return -1
    for j in range(count, i + 1, -1):
        pool.pos[r, j] = pool.pos[r, j - 1]
        pool.free[r, j] = pool.free[r, j - 1]
    pool.pos[r, i + 1] = w
    pool.free[r, i + 1] = pool.free[r, i]
    pool.count[r] = count + 1
    return i + 1


def take(r: int, low: int, high: int, need: int, pool: Pool, time: Time) -> int:
    """Take `need` from `low` to `high` of the axis; the minutes of overload that this makes."""
    if high <= low or need == 0:
        return 0
    i = split_step(r, low, pool, time)
    j = split_step(r, high, pool, time)
    if i < 0 or j < 0:
        return 0
    over = 0
    for s in range(i, j):
        was = pool.free[r, s]
        pool.free[r, s] = was - need
        if was < need:
            over += (pool.pos[r, s + 1] - pool.pos[r, s]) * (need - was if was > 0 else need)
    return int(over)


def book(t: int, x: int, net: Net, pool: Pool, time: Time) -> int:
    """Enter all uses of choice `x` for a start at `t`; the overload that this makes, in minutes × thousandths."""
    over = 0
    for u in range(net.use_ptr[x], net.use_ptr[x + 1]):
        c = net.use_cal[u]
        w = work(t, c, time) + net.use_delay[u]
        over += occupy(net.use_res[u], c, w, net.use_minutes[u], net.use_need[u], pool, time)
    return over


def occupy(r: int, c: int, w: int, minutes: int, need: int, pool: Pool, time: Time) -> int:
    """Take `need` of a resource for `minutes` from the working minute `w` of calendar `c` on; the overload it makes."""
    axis = pool.axis[r]
    if axis == c:
        return take(r, w, w + minutes, need, pool, time)
    over = 0
    row = period_of(w, c, time)
    left = minutes
    while left > 0 and row >= 0 and row < time.offset[c + 1]:
        at = time.begin[row]
        if w > time.before[row]:
            at += w - time.before[row]
        last = time.end[row]
        if last - at > left:
            last = at + left
        over += take(r, work(at, axis, time), work(last, axis, time), need, pool, time)
        left -= last - at
        row += 1
    return over
