"""Interrupting a task where its people are needed elsewhere: work is laid piece by piece into whatever room there is.

Only tasks of which all work runs on one calendar are torn, so that a break is as long for everybody on them.
"""

# ruff: noqa: PLR1730  straight loops; min/max calls cost in the twin

from northline.engine import kernels as k
from northline.engine.levelling.plans.kernels.profile import (
    date,
    free_minutes,
    occupy,
    parts_after,
    room_after,
    work,
)
from northline.engine.levelling.plans.kernels.shapes import MOST_CUTS, Call, Net, Pool, State, Time


def mend(v: int, call: Call, state: State) -> None:
    """Make `v` whole again."""
    stretch(v, -state.added[v], call, state)
    state.cuts[v] = 0


def stretch(v: int, by: int, call: Call, state: State) -> None:
    """Let the engine know that `v` takes so many more minutes."""
    if by != 0:
        for g in range(call.seg_ptr[v], call.seg_ptr[v + 1]):
            call.rows[0][g] += by
            call.rows[2][g] += by
        state.added[v] += by


def lay_pieces(v: int, x: int, t: int, net: Net, pool: Pool, time: Time, state: State) -> int:
    """Lay choice `x` of `v` into the room from `t` on, in pieces of its least length or more; the first one's date.

    FAR where there is no room. The breaks are left in the state.
    """
    c = net.use_cal[net.use_ptr[x]]
    w = work(t, c, time)
    first = w
    done = 0
    cuts = 0
    state.cuts[v] = 0
    while done < net.span[x]:
        left = net.span[x] - done
        least = net.piece[x]
        if left < 2 * least or cuts >= MOST_CUTS - 1:
            least = left
        at = next_room(x, w, done, least, net, pool, time)
        if at == k.FAR:
            return k.FAR
        if done == 0:
            first = at
        elif at > w:
            state.cut_at[v, cuts] = done
            state.cut_for[v, cuts] = at - w
            cuts += 1
        length = undisturbed(x, at, done, left, net, pool, time)
        if length < left and left - length < net.piece[x]:
            length = left - net.piece[x]
        if length < least:
            length = least
        done += length
        w = at + length
    state.cuts[v] = cuts
    return date(first, c, True, time)


def next_room(x: int, w: int, done: int, length: int, net: Net, pool: Pool, time: Time) -> int:
    """The first position from `w` on at which all uses of `x` have room for `length` minutes after those `done`."""
    moved = True
    while moved:
        moved = False
        for u in range(net.use_ptr[x], net.use_ptr[x + 1]):
            low = max(net.use_delay[u], done)
            high = min(net.use_delay[u] + net.use_minutes[u], done + length)
            if high <= low:
                continue
            c = net.use_cal[u]
            r = net.use_res[u]
            at = w + low - done
            if pool.axis[r] == c:
                later = room_after(r, at, high - low, net.use_need[u], pool)
            else:
                later = parts_after(r, c, at, high - low, net.use_need[u], pool, time)
            if later == k.FAR:
                return k.FAR
            if later > at:
                w += later - at
                moved = True
    return int(w)


def undisturbed(x: int, w: int, done: int, left: int, net: Net, pool: Pool, time: Time) -> int:
    """For how many of the minutes `left` all uses of `x` have room from `w` on."""
    best = left
    for u in range(net.use_ptr[x], net.use_ptr[x + 1]):
        low = max(net.use_delay[u], done)
        high = min(net.use_delay[u] + net.use_minutes[u], done + best)
        if high <= low:
            continue
        free = free_minutes(
            net.use_res[u], net.use_cal[u], w + low - done, high - low, net.use_need[u], pool, time
        )
        if free < high - low:
            best = low - done + free
    return int(best)


def breaks(v: int, state: State) -> int:
    """Minutes of the breaks of `v`."""
    total = 0
    for i in range(state.cuts[v]):
        total += state.cut_for[v, i]
    return int(total)


def tears(v: int, x: int, t: int, net: Net, pool: Pool, time: Time, call: Call, state: State) -> int:
    """Lay `v` in pieces from `t` on and lengthen it by its breaks; the date of the first, FAR where none suits."""
    mend(v, call, state)
    t = lay_pieces(v, x, t, net, pool, time, state)
    if t > net.limit[v] or t >= time.index[1]:
        state.cuts[v] = 0
        return k.FAR
    c = net.use_cal[net.use_ptr[x]]
    if net.limit[v] < k.FAR and work(t, c, time) + breaks(v, state) > work(net.limit[v], c, time):
        state.cuts[v] = 0
        return k.FAR
    stretch(v, breaks(v, state), call, state)
    return t


def occupy_torn(t: int, v: int, x: int, net: Net, pool: Pool, time: Time, state: State) -> int:
    """Enter all uses of choice `x`, begun at `t`, with the breaks of `v` left free; the overload that this makes."""
    over = 0
    for u in range(net.use_ptr[x], net.use_ptr[x + 1]):
        c = net.use_cal[u]
        w = work(t, c, time)
        low = net.use_delay[u]
        end = low + net.use_minutes[u]
        waited = 0
        for i in range(state.cuts[v] + 1):
            high = end
            if i < state.cuts[v] and state.cut_at[v, i] < end:
                high = state.cut_at[v, i]
            if high > low:
                over += occupy(net.use_res[u], c, w + waited + low, high - low, net.use_need[u], pool, time)
                low = high
            if i < state.cuts[v]:
                waited += state.cut_for[v, i]
    return over
