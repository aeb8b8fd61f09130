"""The kernels of the genetic search: plain Python that numba compiles, and its own twin uncompiled.

Arrays are flat int64. `free[t * words + w]` is what is free in time unit t, with guard bits (see `arrays`). All stand
in one file, because numba's cache watches only the file of the kernel it keeps.
"""

from __future__ import annotations

from typing import Any, NamedTuple

# Where the figures of a pool lie.
SEED, USED, BEST, TARGET, IDLE, FILLED, STAMP = range(7)
# Added to the fitness of answers that overdraw a stock; larger than any makespan.
OVERDRAWN = 1 << 40


class Net(NamedTuple):
    """The problem: activities in topological order, rows of modes, links both ways."""

    words: int
    mode_ptr: Any
    mode_duration: Any
    mode_need: Any
    mode_use: Any
    stock: Any
    pred_ptr: Any
    pred: Any
    succ_ptr: Any
    succ: Any
    full: Any
    guard: Any
    late: Any
    thrifty: Any


class Pool(NamedTuple):
    """A population with its best answer, random state and scratch arrays."""

    orders: Any
    modes: Any
    fitness: Any
    figures: Any
    best_finish: Any
    best_modes: Any
    child: Any
    child_modes: Any
    duration: Any
    need: Any
    left: Any
    finish: Any
    back: Any
    order: Any
    marks: Any
    bins: Any
    free: Any


def evolve(net: Any, pool: Any, until: int) -> None:
    """Fill the population, then breed, until `until` schedules were made or the target is reached."""
    size = len(pool.fitness)
    while pool.figures[USED] < until and pool.figures[BEST] > pool.figures[TARGET]:
        if pool.figures[FILLED] < size:
            found(net, pool)
            fitness = judge(net, pool)
            settle(pool, pool.figures[FILLED], fitness)
            pool.figures[FILLED] += 1
        else:
            first, second = tournament(pool), tournament(pool)
            cross(net, pool, first, second)
            mutate(net, pool)
            fitness = judge(net, pool)
            # The child takes the place of the parent that it resembles: that keeps the population varied.
            loser = nearer(pool, first, second)
            pool.figures[IDLE] += 1
            if fitness <= pool.fitness[loser]:
                settle(pool, loser, fitness)


def judge(net: Any, pool: Any) -> int:
    """Schedule the child forwards, backwards and forwards again; it becomes the list of the last schedule.

    Double justification: Valls, Ballestin and Quintanilla (2005).
    """
    single = len(net.mode_duration) == len(pool.child)
    overdrawn = 0
    if not single:
        overdrawn = repair(net, pool)
    makespan = place(
        net, pool.child, pool.duration, pool.need, net.pred_ptr, net.pred, pool.free, pool.finish
    )
    remember(pool, makespan + overdrawn, pool.finish)
    sort_falling(pool.finish, makespan, pool.bins, pool.order)
    makespan = place(net, pool.order, pool.duration, pool.need, net.succ_ptr, net.succ, pool.free, pool.back)
    sort_mirrored(pool.back, makespan, pool.bins, pool.order)
    if single:
        makespan = place(
            net, pool.order, pool.duration, pool.need, net.pred_ptr, net.pred, pool.free, pool.finish
        )
    else:
        makespan = place_choosing(net, pool)
    remember(pool, makespan + overdrawn, pool.finish)
    sort_rising(pool.finish, pool.duration, makespan, pool.bins, pool.child)
    pool.figures[USED] += 3
    return makespan + overdrawn


def remember(pool: Any, fitness: int, finish: Any) -> None:
    """Keep an answer that is better than all before."""
    if fitness < pool.figures[BEST]:
        pool.figures[BEST] = fitness
        pool.figures[IDLE] = 0
        for i in range(len(finish)):
            pool.best_finish[i] = finish[i]
            pool.best_modes[i] = pool.child_modes[i]


def settle(pool: Any, at: int, fitness: int) -> None:
    """Put the child into the population."""
    pool.fitness[at] = fitness
    for i in range(len(pool.child)):
        pool.orders[at, i] = pool.child[i]
        pool.modes[at, i] = pool.child_modes[i]


def place(  # noqa: PLR0912  one loop, that calls would slow down
    net: Any, order: Any, duration: Any, need: Any, ptr: Any, pred: Any, free: Any, finish: Any
) -> int:
    """Serial schedule generation: each of `order` as early as those waited for and the resources allow.

    Fills `finish`, returns the makespan. Kelley (1963). `free` is full before and after.
    """
    makespan = 0
    words = net.words
    lid = net.guard[0]
    for i in order:
        start = 0
        for p in range(ptr[i], ptr[i + 1]):
            start = max(start, finish[pred[p]])
        length = duration[i]
        if length > 0:
            if words == 1:
                wanted = need[i]
                at = start + length - 1
                low = start
                while at >= low:
                    if (free[at] - wanted) & lid != lid:
                        # What was looked at after `at` fits: only the units that the window gains are left.
                        low = start + length
                        start = at + 1
                        at = start + length - 1
                    else:
                        at -= 1
                for t in range(start, start + length):
                    free[t] -= wanted
            else:
                start = gap(net, start, length, need, i * words, free)
                for t in range(start, start + length):
                    for w in range(words):
                        free[t * words + w] -= need[i * words + w]
        finish[i] = start + length
        makespan = max(makespan, finish[i])
    for t in range(makespan):
        for w in range(words):
            free[t * words + w] = net.full[w]
    return makespan


def gap(net: Any, start: int, length: int, need: Any, row: int, free: Any) -> int:
    """The earliest start from `start` on at which `length` units have room for the need at `row`."""
    words = net.words
    at = start
    while at < start + length:
        for w in range(words):
            if (free[at * words + w] - need[row + w]) & net.guard[w] != net.guard[w]:
                start = at + 1
                break
        at += 1
    return start


def place_choosing(net: Any, pool: Any) -> int:
    """Serial schedule generation that may take for an activity the mode that ends first, within the stocks.

    Van Peteghem and Vanhoucke (2010). Takes `pool.order`, changes the child's modes.
    """
    makespan = 0
    words = net.words
    stocks = len(net.stock)
    for i in pool.order:
        ready = 0
        for p in range(net.pred_ptr[i], net.pred_ptr[i + 1]):
            ready = max(ready, pool.finish[net.pred[p]])
        now = pool.child_modes[i]
        chosen = now
        length = net.mode_duration[now]
        ends = gap(net, ready, length, net.mode_need, now * words, pool.free) + length
        if draw(pool.figures, 100) < 60:
            for m in range(net.mode_ptr[i], net.mode_ptr[i + 1]):
                room = m != chosen
                for r in range(stocks):
                    more = net.mode_use[m, r] - net.mode_use[now, r]
                    if more > max(pool.left[r], 0):
                        room = False
                if room:
                    length = net.mode_duration[m]
                    other = gap(net, ready, length, net.mode_need, m * words, pool.free) + length
                    if other < ends:
                        ends = other
                        chosen = m
        take_mode(net, pool, i, chosen)
        for t in range(ends - pool.duration[i], ends):
            for w in range(words):
                pool.free[t * words + w] -= pool.need[i * words + w]
        pool.finish[i] = ends
        makespan = max(makespan, ends)
    for t in range(makespan):
        for w in range(words):
            pool.free[t * words + w] = net.full[w]
    return makespan


def take_mode(net: Any, pool: Any, i: int, m: int) -> None:
    """Give an activity of the child a mode, and book the stocks."""
    for r in range(len(net.stock)):
        pool.left[r] += net.mode_use[pool.child_modes[i], r] - net.mode_use[m, r]
    pool.child_modes[i] = m
    load_mode(net, pool, i)


def load_mode(net: Any, pool: Any, i: int) -> None:
    """Duration and need of an activity in the child's mode."""
    m = pool.child_modes[i]
    pool.duration[i] = net.mode_duration[m]
    for w in range(net.words):
        pool.need[i * net.words + w] = net.mode_need[m * net.words + w]


def repair(net: Any, pool: Any) -> int:
    """Load the child's modes and change some until no stock is overdrawn; the penalty if that fails.

    Changes one activity after another to the mode that overdraws least; if many do not suffice, the child gets the
    thrifty modes.
    """
    n = len(pool.child)
    over = load_modes(net, pool)
    tries = 4 * n
    while over > 0 and tries > 0:
        tries -= 1
        i = draw(pool.figures, n)
        choices = net.mode_ptr[i + 1] - net.mode_ptr[i]
        skip = draw(pool.figures, choices)
        best = pool.child_modes[i]
        for k in range(choices):
            # From a random one on, so that equals are taken in turns.
            m = net.mode_ptr[i] + (skip + k) % choices
            take_mode(net, pool, i, m)
            now = overdraft(pool.left)
            if now < over or (now == over and draw(pool.figures, 4) == 0):
                best, over = m, now
        take_mode(net, pool, i, best)
    if over > 0:
        for i in range(n):
            pool.child_modes[i] = net.thrifty[i]
        over = load_modes(net, pool)
    return OVERDRAWN + over * 1024 if over > 0 else 0


def load_modes(net: Any, pool: Any) -> int:
    """Durations, needs and what is left of the stocks in the child's modes; by how much they are overdrawn."""
    for r in range(len(net.stock)):
        pool.left[r] = net.stock[r]
    for i in range(len(pool.child)):
        load_mode(net, pool, i)
        for r in range(len(net.stock)):
            pool.left[r] -= net.mode_use[pool.child_modes[i], r]
    return overdraft(pool.left)


def overdraft(left: Any) -> int:
    """By how much the stocks are overdrawn together."""
    over = 0
    for r in range(len(left)):
        over += max(0, -left[r])
    return over


def sort_falling(finish: Any, makespan: int, bins: Any, order: Any) -> None:
    """Fill `order` with the activities by falling finish; of equals, those later in the topology first."""
    n = len(order)
    count(finish, makespan, bins)
    for k in range(n):
        i = n - 1 - k
        key = makespan - finish[i]
        order[bins[key]] = i
        bins[key] += 1


def sort_mirrored(back: Any, makespan: int, bins: Any, order: Any) -> None:
    """The same by falling finish backwards, which is rising start; of equals, the earlier first."""
    count(back, makespan, bins)
    for i in range(len(order)):
        key = makespan - back[i]
        order[bins[key]] = i
        bins[key] += 1


def count(finish: Any, makespan: int, bins: Any) -> None:
    """Set `bins` to the places from which on each falling finish is filed."""
    for t in range(makespan + 2):
        bins[t] = 0
    for i in range(len(finish)):
        bins[makespan - finish[i] + 1] += 1
    for t in range(makespan + 1):
        bins[t + 1] += bins[t]


def sort_rising(finish: Any, duration: Any, makespan: int, bins: Any, order: Any) -> None:
    """Fill `order` with the activities by rising start; of equals, those earlier in the topology first."""
    for t in range(makespan + 2):
        bins[t] = 0
    for i in range(len(order)):
        bins[finish[i] - duration[i] + 1] += 1
    for t in range(makespan + 1):
        bins[t + 1] += bins[t]
    for i in range(len(order)):
        key = finish[i] - duration[i]
        order[bins[key]] = i
        bins[key] += 1


def tournament(pool: Any) -> int:
    """The better of two of the population."""
    size = len(pool.fitness)
    one, other = draw(pool.figures, size), draw(pool.figures, size)
    return one if pool.fitness[one] <= pool.fitness[other] else other


def nearer(pool: Any, first: int, second: int) -> int:
    """Which of two the child has more places in common with. Crowding: De Jong (1975)."""
    lead = 0
    for k in range(len(pool.child)):
        if pool.child[k] == pool.orders[first, k]:
            lead += 1
        if pool.child[k] == pool.orders[second, k]:
            lead -= 1
    return first if lead > 0 else second


def found(net: Any, pool: Any) -> None:
    """A child from nothing: of three drawn that may go next, the one due first; modes at random."""
    n = len(pool.child)
    waits, ready, count_ready = pool.marks, pool.order, 0
    for i in range(n):
        choices = net.mode_ptr[i + 1] - net.mode_ptr[i]
        pool.child_modes[i] = net.mode_ptr[i] + (draw(pool.figures, choices) if choices > 1 else 0)
        waits[i] = net.pred_ptr[i + 1] - net.pred_ptr[i]
        if waits[i] == 0:
            ready[count_ready] = i
            count_ready += 1
    for k in range(n):
        at = draw(pool.figures, count_ready)
        for _ in range(2):
            other = draw(pool.figures, count_ready)
            if net.late[ready[other]] < net.late[ready[at]]:
                at = other
        i = ready[at]
        count_ready -= 1
        ready[at] = ready[count_ready]
        pool.child[k] = i
        for p in range(net.succ_ptr[i], net.succ_ptr[i + 1]):
            j = net.succ[p]
            waits[j] -= 1
            if waits[j] == 0:
                ready[count_ready] = j
                count_ready += 1
    for i in range(n):
        waits[i] = 0
    pool.figures[STAMP] = 0


def cross(net: Any, pool: Any, first: int, second: int) -> None:
    """A child of two parents: either the second's order, or the first's block, between two cuts.

    Two-point crossover on activity lists: Hartmann (1998).
    """
    n = len(pool.child)
    low, high = draw(pool.figures, n), draw(pool.figures, n)
    if high < low:
        low, high = high, low
    block = draw(pool.figures, 2)
    one, other = pool.orders[first], pool.orders[second]
    # Three parts of the first parent: before, between and after the cuts.
    pool.figures[STAMP] += 3
    stamp = pool.figures[STAMP]
    for k in range(n):
        pool.marks[one[k]] = stamp if k < low else (stamp + 1 if k < high else stamp + 2)
    if block:
        k = inherit(pool, 0, other, stamp)
        k = inherit(pool, k, one, stamp + 1)
        inherit(pool, k, other, stamp + 2)
    else:
        k = 0
        while k < low:
            pool.child[k] = one[k]
            k += 1
        for i in other:
            if k < high and pool.marks[i] > stamp:
                pool.marks[i] = stamp
                pool.child[k] = i
                k += 1
        for i in one:
            if k < n and pool.marks[i] > stamp:
                pool.child[k] = i
                k += 1
    for k in range(n):
        i = pool.child[k]
        from_first = (low <= k < high) == (block == 1)
        pool.child_modes[i] = pool.modes[first, i] if from_first else pool.modes[second, i]


def inherit(pool: Any, k: int, parent: Any, stamp: int) -> int:
    """Append those marked with `stamp` to the child in the parent's order."""
    for i in parent:
        if pool.marks[i] == stamp:
            pool.child[k] = i
            k += 1
    return k


def mutate(net: Any, pool: Any) -> None:
    """Swap a few neighbours and change a few modes; links are kept."""
    n = len(pool.child)
    for k in range(n - 1):
        if draw(pool.figures, 1000) < 20:
            swap(net, pool, k)
    if len(net.mode_duration) > n:
        for i in range(n):
            if draw(pool.figures, 1000) < 20:
                choices = net.mode_ptr[i + 1] - net.mode_ptr[i]
                pool.child_modes[i] = net.mode_ptr[i] + draw(pool.figures, choices)


def swap(net: Any, pool: Any, k: int) -> bool:
    """Swap the child's places `k` and `k + 1`, unless the one waits for the other."""
    i, j = pool.child[k], pool.child[k + 1]
    for p in range(net.pred_ptr[j], net.pred_ptr[j + 1]):
        if net.pred[p] == i:
            return False
    pool.child[k], pool.child[k + 1] = j, i
    return True


def draw(figures: Any, limit: int) -> int:
    """A number below `limit` (Marsaglia's xorshift, 32 bits)."""
    x = figures[SEED]
    x ^= (x << 13) & 0xFFFFFFFF
    x ^= x >> 17
    x ^= (x << 5) & 0xFFFFFFFF
    figures[SEED] = x
    below: int = (x * limit) >> 32
    return below
