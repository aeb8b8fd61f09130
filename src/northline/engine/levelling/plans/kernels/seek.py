"""Where one task may lie: the earliest start at which its links, its calendars and all its resources agree.

Dates come from `kernels.forward`, called for one node at a time, so that the levelled plan is the engine's
schedule to the minute; levelling only chooses delays.
"""

# ruff: noqa: PLR1730, RUF005  straight loops; min/max calls cost in the twin

from northline.engine import kernels as k
from northline.engine.levelling.plans.kernels.profile import date, fit, work
from northline.engine.levelling.plans.kernels.shapes import Call, Net, Pool, State, Time
from northline.engine.levelling.plans.kernels.tear import mend, tears

TRIES = 64


def reckon(v: int, net: Net, call: Call, state: State) -> None:
    """Let the engine date node `v`, its predecessors and its delay being known."""
    state.single[0] = v
    figures = call.scalars[net.project[v]]
    k.forward(
        *(
            (state.single,)
            + call.before
            + (figures[0], figures[1], figures[2])
            + call.after
            + (state.start, state.finish, state.driver)
        )
    )
    state.begin[v] = state.start[v]


def choose(v: int, x: int, net: Net, call: Call, state: State) -> None:
    """Give task `v` the stretches of work of its choice `x`."""
    state.taken[v] = x
    if net.choice_ptr[v + 1] - net.choice_ptr[v] > 1:
        low = call.seg_ptr[v]
        for i in range(len(call.rows)):
            for g in range(call.seg_ptr[v + 1] - low):
                call.rows[i][low + g] = call.shelf[i][net.seg_from[x] + g]


def seek(v: int, x: int, net: Net, pool: Pool, time: Time, call: Call, state: State) -> bool:
    """Find the earliest start of `v` with choice `x` for which all its resources have room; false: its own start."""
    mend(v, call, state)
    choose(v, x, net, call, state)
    state.delay[v] = 0
    reckon(v, net, call, state)
    t = state.start[v]
    if net.least[v] > t:
        t = net.least[v]
    if state.release[v] > t:
        t = state.release[v]
    if state.torn[v] and net.piece[x] > 0:
        if seek_pieces(v, x, t, net, pool, time, call, state):
            return True
        mend(v, call, state)
        state.delay[v] = 0
        reckon(v, net, call, state)
    for _ in range(TRIES):
        t = fit(t, x, net, pool, time)
        if t > net.limit[v] or t >= k.FAR:
            break
        if t == state.start[v]:
            return True
        state.delay[v] += t - state.start[v]
        reckon(v, net, call, state)
        if state.start[v] == t:
            return True
        if state.start[v] > t:
            t = state.start[v]
    state.delay[v] = 0
    reckon(v, net, call, state)
    return False


def seek_pieces(v: int, x: int, t: int, net: Net, pool: Pool, time: Time, call: Call, state: State) -> bool:
    """As `seek` from `t` on for a task that may be interrupted; its breaks are left in the state."""
    for _ in range(TRIES):
        t = tears(v, x, t, net, pool, time, call, state)
        if t >= k.FAR:
            return False
        reckon(v, net, call, state)
        if state.start[v] < t:
            state.delay[v] += t - state.start[v]
            reckon(v, net, call, state)
        if state.start[v] == t:
            return True
        if state.start[v] < t:
            return False
        t = state.start[v]
    return False


def takes_up(v: int, net: Net, pool: Pool, time: Time, call: Call, state: State) -> bool:
    """Find the earliest date at which what is left of `v` finds room; false: where its facts and links put it."""
    x = net.choice_ptr[v]
    mend(v, call, state)
    state.taken[v] = x
    freely = net.least[v]
    for _ in range(TRIES):
        t = left_from(v, freely, net, time, call, state)
        if t <= freely:
            break
        freely = t
    t = max(freely, state.release[v])
    if state.torn[v] and net.piece[x] > 0:
        if take_up_pieces(v, x, t, net, pool, time, call, state):
            state.delay[v] = state.begin[v] - freely
            return True
        mend(v, call, state)
    for _ in range(TRIES):
        t = fit(t, x, net, pool, time)
        if t > net.limit[v] or t >= k.FAR:
            break
        later = left_from(v, t, net, time, call, state)
        if later <= t:
            # The engine heeds no delay of begun work: it is told where that is taken up.
            state.delay[v] = t - freely
            return True
        t = later
    left_from(v, freely, net, time, call, state)
    state.delay[v] = 0
    return False


def take_up_pieces(
    v: int, x: int, t: int, net: Net, pool: Pool, time: Time, call: Call, state: State
) -> bool:
    """As `seek_pieces` for what is left of begun work."""
    for _ in range(TRIES):
        t = tears(v, x, t, net, pool, time, call, state)
        if t >= k.FAR:
            return False
        later = left_from(v, t, net, time, call, state)
        if later <= t:
            return True
        t = later
    return False


def left_from(v: int, t: int, net: Net, time: Time, call: Call, state: State) -> int:
    """Take up what is left of `v` at `t`; the latest date from which it would end just when it does now."""
    state.resume[v] = t
    reckon(v, net, call, state)
    state.begin[v] = t
    late = k.FAR
    for g in range(call.seg_ptr[v], call.seg_ptr[v + 1]):
        if call.rows[2][g] > 0:
            c = call.rows[1][g]
            late = min(late, date(work(state.finish[v], c, time) - call.rows[2][g], c, True, time))
    return late
