"""Serial schedule generation over the engine's own forward pass: every node gets its date in a given order.

Kelley (1963); Kolisch (1996). Where one task may lie is sought in `seek.py`.
"""

# ruff: noqa: PLR1730  straight loops; min/max calls cost in the twin

from northline.engine import kernels as k
from northline.engine.levelling.plans.kernels.profile import book, date, work
from northline.engine.levelling.plans.kernels.seek import reckon, seek, takes_up
from northline.engine.levelling.plans.kernels.shapes import (
    FINISH,
    FOLLOW,
    HARD,
    LEVEL,
    OVERLOAD,
    PINNED,
    REST,
    SHIFT,
    TARDY,
    Call,
    Net,
    Pool,
    State,
    Time,
)
from northline.engine.levelling.plans.kernels.tear import breaks, occupy_torn

RESTARTS = 200
# After so many turns a lag is given up for the pass; GIVEN_UP marks those that no pass can keep.
MOST_RAISES, GIVEN_UP = 40, 1 << 40


def place(net: Net, pool: Pool, time: Time, call: Call, state: State) -> None:
    """Date every node in `state.order`, fill the profile, and price the answer in `state.price`."""
    has_lags = len(net.far_from) > 0
    if has_lags:
        forget(state, keep=GIVEN_UP)
    restarts = 0
    again = 1
    while again:
        again = 0
        start_over(net, pool, state)
        for i in range(len(state.order)):
            v = state.order[i]
            put(v, net, pool, time, call, state)
            if has_lags and net.far_ptr[v] < net.far_ptr[v + 1]:
                again = too_late(v, restarts < RESTARTS, net, state, time, call)
                if again:
                    # What is put off only for a lag given up must not stay put off.
                    restarts = restarts + 1 if again == 1 else 0
                    break
    weigh(net, state)


def put(v: int, net: Net, pool: Pool, time: Time, call: Call, state: State) -> None:
    """Date `v` as its role allows."""
    role = net.role[v]
    if role == LEVEL:
        settle(v, net, pool, time, call, state)
    elif role == REST:
        fits = takes_up(v, net, pool, time, call, state)
        over = engage(v, net.choice_ptr[v], net, pool, time, state)
        if not fits:
            state.price[OVERLOAD] += over
    else:
        reckon(v, net, call, state)
        if role == PINNED:
            hold(v, net, call, state)
        if role == FOLLOW:
            book(state.start[v], net.choice_ptr[v], net, pool, time)


def hold(v: int, net: Net, call: Call, state: State) -> None:
    """Keep pinned work where it stands though what is ahead of it may be done sooner or later than now."""
    if state.start[v] != net.now[v]:
        state.delay[v] = 0
        reckon(v, net, call, state)
    if state.start[v] < net.now[v]:
        state.delay[v] = net.now[v] - state.start[v]
        reckon(v, net, call, state)
    state.price[HARD] += abs(state.start[v] - net.now[v])


def settle(v: int, net: Net, pool: Pool, time: Time, call: Call, state: State) -> None:
    """Choose how `v` is done and when: the wished choice, or the one that ends first."""
    low = net.choice_ptr[v]
    high = net.choice_ptr[v + 1]
    x = low
    if high - low > 1:
        x = state.wish[v]
        if x < low or x >= high or eats_too_much(x, v, net, pool):
            x = -1
            best = k.FAR
            for y in range(low, high):
                if eats_too_much(y, v, net, pool):
                    continue
                ends = k.FAR - 1
                if seek(v, y, net, pool, time, call, state):
                    ends = state.finish[v]
                if ends < best:
                    best = ends
                    x = y
            if x < 0:
                x = low
                state.price[HARD] += 1
    fits = seek(v, x, net, pool, time, call, state)
    over = engage(v, x, net, pool, time, state)
    if not fits:
        state.price[OVERLOAD] += over
    for e in range(net.eat_ptr[x], net.eat_ptr[x + 1]):
        s = net.eat_res[e]
        pool.stock[s] -= net.eat_need[e] - net.least_eaten[v, s]


def eats_too_much(x: int, v: int, net: Net, pool: Pool) -> bool:
    """Would choice `x` leave too little of a stock for the thriftiest choices of the tasks still to come?"""
    for e in range(net.eat_ptr[x], net.eat_ptr[x + 1]):
        s = net.eat_res[e]
        if net.eat_need[e] - net.least_eaten[v, s] > pool.stock[s]:
            return True
    return False


def engage(v: int, x: int, net: Net, pool: Pool, time: Time, state: State) -> int:
    """Enter the uses of `v` where it was dated; the overload that this makes."""
    if state.cuts[v] > 0:
        return occupy_torn(state.begin[v], v, x, net, pool, time, state)
    return book(state.begin[v], x, net, pool, time)


def forget(state: State, keep: int) -> None:
    """Take back all releases, and begin anew with lags for which tasks were put off fewer than `keep` times."""
    for v in range(len(state.release)):
        state.release[v] = 0
    for e in range(len(state.raised)):
        if state.raised[e] < keep:
            state.raised[e] = 0


def too_late(v: int, more: bool, net: Net, state: State, time: Time, call: Call) -> int:
    """Where a maximum lag into `v` is broken: raise its predecessor's release if that may move; 1 if so.

    A lag that is broken still after MOST_RAISES is given up, with all releases: 2. The unscheduling step of serial
    generation under maximum lags (Neumann, Schwindt and Zimmermann, 2003).
    """
    for e in range(net.far_ptr[v], net.far_ptr[v + 1]):
        ends = net.far_kind[e] == k.FF or net.far_kind[e] == k.SF
        mine = state.finish[v] if ends else state.start[v]
        late = mine - allowed(v, e, net, state, time)
        if late <= 0:
            continue
        p = net.far_from[e]
        begins = net.far_kind[e] == k.SS or net.far_kind[e] == k.SF
        movable = net.role[p] == LEVEL or (net.role[p] == REST and not begins)
        if more and movable and state.raised[e] < MOST_RAISES:
            state.raised[e] += 1
            if state.raised[e] == MOST_RAISES:
                forget(state, keep=0)
                return 2
            state.release[p] = put_off(p, e, mine, begins, net, state, time, call)
            return 1
        state.price[HARD] += late
    return 0


def put_off(p: int, e: int, mine: int, begins: bool, net: Net, state: State, time: Time, call: Call) -> int:
    """The earliest begin of `p` from which its end of maximum lag `e` may be late enough for a date `mine` of the other."""
    t = mine - net.far_lag[e]
    if net.far_cal[e] != k.NONE:
        t = date(work(mine, net.far_cal[e], time) - net.far_lag[e], net.far_cal[e], False, time)
    if not begins:
        left = 2 if net.role[p] == REST else 0
        first = state.begin[p] + t - state.finish[p]
        if call.seg_ptr[p] < call.seg_ptr[p + 1]:
            first = k.FAR
        for g in range(call.seg_ptr[p], call.seg_ptr[p + 1]):
            c = call.rows[1][g]
            length = call.rows[left][g]
            w = work(t, c, time)
            if date(w, c, False, time) < t:
                w += 1
            first = min(first, date(w - length, c, False, time) if length else t)
        t = first
    return int(max(t, state.begin[p] + 1))


def allowed(v: int, e: int, net: Net, state: State, time: Time) -> int:
    """The latest date that maximum lag `e` allows to its end of task `v`."""
    p = net.far_from[e]
    begins = net.far_kind[e] == k.SS or net.far_kind[e] == k.SF
    t = state.start[p] if begins else state.finish[p]
    if net.far_cal[e] == k.NONE:
        return int(t + net.far_lag[e])
    w = work(t, net.far_cal[e], time) + net.far_lag[e]
    return date(w, net.far_cal[e], True, time)


def start_over(net: Net, pool: Pool, state: State) -> None:
    """Empty the profile and the price."""
    for i in range(len(state.price)):
        state.price[i] = 0
    for r in range(len(pool.count)):
        n = pool.base_count[r]
        pool.count[r] = n
        for i in range(n):
            pool.pos[r, i] = pool.base_pos[r, i]
            pool.free[r, i] = pool.base_free[r, i]
    for s in range(len(pool.stock)):
        pool.stock[s] = pool.base_stock[s]


def weigh(net: Net, state: State) -> None:
    """Price the dates: tardiness, last finish, distance from the current plan, finishes past their ceiling."""
    last = 0
    tardy = 0.0
    for p in range(len(state.ends)):
        state.ends[p] = 0
    for i in range(len(state.order)):
        v = state.order[i]
        if net.counts[v] == 1 and state.finish[v] > state.ends[net.project[v]]:
            state.ends[net.project[v]] = state.finish[v]
        if net.role[v] >= LEVEL:
            state.price[SHIFT] += abs(state.begin[v] - net.now[v]) + breaks(v, state)
        if net.due[v] > 0 and state.finish[v] > net.due[v]:
            tardy += net.weight[v] * (state.finish[v] - net.due[v])
    for p in range(len(state.ends)):
        end = state.ends[p]
        if end > last:
            last = end
        if end > net.ceiling[p]:
            state.price[HARD] += end - net.ceiling[p]
        if net.deadline[p] > 0 and end > net.deadline[p]:
            tardy += net.price[p] * (end - net.deadline[p])
    state.price[FINISH] = last
    state.price[TARDY] = int(tardy)
