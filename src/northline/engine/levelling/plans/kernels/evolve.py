"""The search over orders: a small steady-state population, two-point crossover, forward-backward improvement.

Activity lists with two-point crossover: Hartmann (1998); double justification of every child: Valls, Ballestín and
Quintanilla (2005).
"""

# ruff: noqa: PLR1730, SIM114  straight loops; min/max calls cost in the twin

from northline.engine.levelling.plans.kernels.order import justify, order_by
from northline.engine.levelling.plans.kernels.place import place
from northline.engine.levelling.plans.kernels.shapes import (
    FACTOR,
    HARD,
    LEVEL,
    MODULUS,
    OVERLOAD,
    Call,
    Herd,
    Net,
    Pool,
    Row,
    State,
    Time,
)


def roll(herd: Herd, sides: int) -> int:
    """A number from 0 up to `sides`."""
    herd.luck[0] = herd.luck[0] * FACTOR % MODULUS
    return int(herd.luck[0] % sides)


def beats(a: Row, b: Row, herd: Herd) -> bool:
    """Is price `a` below price `b`, the first part that differs deciding?"""
    for i in range(len(herd.goal)):
        part = herd.goal[i]
        if a[part] != b[part]:
            return bool(a[part] < b[part])
    return False


def copy(source: Row, into: Row) -> None:
    """Copy a row: an assignment of slices would need room of its own for it."""
    for i in range(len(source)):
        into[i] = source[i]


def keep_best(state: State, herd: Herd) -> bool:
    """Remember the answer just placed if it beats the best; true if it did."""
    if not beats(state.price, herd.best_price, herd):
        return False
    copy(state.price, herd.best_price)
    copy(state.begin, herd.best_start)
    copy(state.finish, herd.best_finish)
    copy(state.delay, herd.best_delay)
    copy(state.taken, herd.best_taken)
    if herd.tears[0]:
        copy(state.cuts, herd.best_cuts)
        for v in range(len(state.cuts)):
            copy(state.cut_at[v], herd.best_cut_at[v])
            copy(state.cut_for[v], herd.best_cut_for[v])
    return True


def improve(net: Net, pool: Pool, time: Time, call: Call, state: State, herd: Herd, rounds: int) -> int:
    """Place by `state.keys`, then backwards and forwards again while that helps; the number of schedules made.

    The dates of the last pass are left in `state`: a schedule never ends later after a round, bar odd links.
    """
    order_by(state.keys, net, state)
    place(net, pool, time, call, state)
    keep_best(state, herd)
    made = 1
    for _ in range(rounds):
        copy(state.price, state.was)
        justify(net, pool, time, call, state)
        copy(state.right, state.keys)
        order_by(state.keys, net, state)
        place(net, pool, time, call, state)
        keep_best(state, herd)
        made += 2
        if not beats(state.price, state.was, herd):
            break
    return made


def enter(at: int, state: State, herd: Herd) -> None:
    """Put the answer just placed into the population."""
    copy(state.begin, herd.start[at])
    copy(state.taken, herd.taken[at])
    copy(state.torn, herd.torn[at])
    copy(state.price, herd.price[at])


def cross(a: int, b: int, net: Net, state: State, herd: Herd) -> None:
    """Keys of a child: the first and the last of a's order around a stretch in b's order, then slightly shuffled."""
    n = len(state.order)
    order_by(herd.start[b], net, state)
    copy(state.order, herd.order)
    order_by(herd.start[a], net, state)
    low = roll(herd, n)
    high = low + 1 + roll(herd, n)
    if high > n:
        high = n
    marked = state.release
    for v in state.line:
        marked[v] = 0
    place_no = 0
    for i in range(low):
        v = state.order[i]
        state.keys[v] = place_no
        marked[v] = 1
        place_no += 1
    for i in range(n):
        v = herd.order[i]
        if place_no >= high:
            break
        if marked[v] == 0:
            state.keys[v] = place_no
            marked[v] = 1
            place_no += 1
    for i in range(low, n):
        v = state.order[i]
        if marked[v] == 0:
            state.keys[v] = place_no
            place_no += 1
    for v in state.line:
        state.wish[v] = herd.taken[b, v] if roll(herd, 2) else herd.taken[a, v]
    shuffle(n, net, state, herd)
    if herd.tears[0]:
        tear_some(a, b, n, net, state, herd)


def tear_some(a: int, b: int, n: int, net: Net, state: State, herd: Herd) -> None:
    """Let the child's tasks be interrupted where its parents' are, and change that for a few."""
    for v in state.line:
        if net.role[v] >= LEVEL:
            state.torn[v] = herd.torn[b, v] if roll(herd, 2) else herd.torn[a, v]
            if roll(herd, 4 * n) < n // 20 + 4:
                state.torn[v] = 1 - state.torn[v]


def shuffle(n: int, net: Net, state: State, herd: Herd) -> None:
    """Move a few tasks within the order, and let a few choose anew how they are done."""
    reach = 2 + n // (4 + roll(herd, 60))
    share = 2 + roll(herd, 40)
    for v in state.line:
        if net.role[v] < LEVEL:
            continue
        if roll(herd, 4 * n) < n // share + 4:
            state.keys[v] += roll(herd, 2 * reach + 1) - reach
        width = net.choice_ptr[v + 1] - net.choice_ptr[v]
        if width > 1:
            luck = roll(herd, 100)
            if luck < 4:
                state.wish[v] = net.choice_ptr[v] + roll(herd, width)
            elif luck < 12:
                state.wish[v] = -1


def evolve(
    children: int, net: Net, pool: Pool, time: Time, call: Call, state: State, herd: Herd, floor: int
) -> int:
    """Breed until about `children` schedules are made or nothing is left to gain; the number made."""
    size = len(herd.price)
    made = 0
    while made < children and not perfect(herd, floor):
        a = roll(herd, size)
        c = roll(herd, size)
        if beats(herd.price[c], herd.price[a], herd):
            a = c
        b = roll(herd, size)
        if b == a:
            b = (b + 1) % size
        cross(a, b, net, state, herd)
        made += improve(net, pool, time, call, state, herd, 1)
        worst = 0
        twin = -1
        for i in range(size):
            if beats(herd.price[worst], herd.price[i], herd):
                worst = i
            if not beats(herd.price[i], state.price, herd) and not beats(state.price, herd.price[i], herd):
                twin = i
        if twin >= 0:
            enter(twin, state, herd)
        elif beats(state.price, herd.price[worst], herd):
            enter(worst, state, herd)
        elif roll(herd, 50) == 0 and worst != 0:
            enter(worst, state, herd)
    return made


def perfect(herd: Herd, floor: int) -> bool:
    """Does the best answer break nothing, sit on the lower bound of the first aim that counts, and be on time?"""
    if herd.best_price[HARD] > 0 or herd.best_price[OVERLOAD] > 0:
        return False
    return bool(herd.best_price[herd.goal[2]] <= 0 and herd.best_price[herd.goal[3]] <= floor)


def run(
    breed: bool,
    amount: int,
    net: Net,
    pool: Pool,
    time: Time,
    call: Call,
    state: State,
    herd: Herd,
    floor: int,
) -> int:
    """Breed about `amount` schedules, or place `state.keys` and justify up to `amount` times; schedules made."""
    if breed:
        return evolve(amount, net, pool, time, call, state, herd, floor)
    return improve(net, pool, time, call, state, herd, amount)
