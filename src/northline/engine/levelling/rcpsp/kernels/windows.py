"""Breeding the order of one stretch of a schedule, behind all that goes before it and as if nothing came after."""

from typing import Any

from northline.engine.levelling.rcpsp.kernels.breeding import settle
from northline.engine.levelling.rcpsp.kernels.chance import draw
from northline.engine.levelling.rcpsp.kernels.children import cross, mutate, nearer, tournament
from northline.engine.levelling.rcpsp.kernels.schedules import lay
from northline.engine.levelling.rcpsp.kernels.shapes import FILLED, STAMP

# What is done with a window.
OPEN, BREED, CLOSE = range(3)
# A fitness is the last finish, and of equals the mean finish, which is below this.
MEAN = 1 << 31


def look(net: Any, pool: Any, window: Any, what: int, amount: int) -> None:
    """Open a window with a population, breed `amount` children, or close it and lay its first `amount` for good.

    `pool` holds the schedule that grows, and lists of the window's members as orders.
    """
    if what == OPEN:
        settle_line(net, pool, window)
    elif what == BREED:
        breed(net, pool, window, amount)
    else:
        if pool.figures[FILLED] > 0:
            best = 0
            for k in range(len(pool.fitness)):
                if pool.fitness[k] < pool.fitness[best]:
                    best = k
            window.line[:] = pool.orders[best]
            pool.figures[FILLED] = 0
        lay(
            net,
            window.line[:amount],
            pool.duration,
            pool.need,
            net.pred_ptr,
            net.pred,
            pool.free,
            pool.finish,
        )


def settle_line(net: Any, pool: Any, window: Any) -> None:
    """A population of the line as it is and of lists more or less like it."""
    size, length = len(pool.fitness), len(window.line)
    pool.child[:] = window.line
    settle(pool, 0, judge_part(net, pool, window))
    for k in range(1, size):
        shake(net, pool, window, length // 2 if k % 2 else length // 8)
        settle(pool, k, judge_part(net, pool, window))
    pool.figures[FILLED] = size


def breed(net: Any, pool: Any, window: Any, children: int) -> None:
    """As a whole population breeds."""
    for i in window.members:
        pool.marks[i] = 0
    pool.figures[STAMP] = 0
    for _ in range(children):
        first, second = tournament(pool), tournament(pool)
        cross(net, pool, first, second)
        mutate(net, pool)
        fitness = judge_part(net, pool, window)
        loser = nearer(pool, first, second)
        if fitness <= pool.fitness[loser]:
            settle(pool, loser, fitness)


def shake(net: Any, pool: Any, window: Any, reach: int) -> None:
    """Make the child of the line with everybody up to `reach` places later, behind those waited for."""
    inside = -1
    for k in range(len(window.line)):
        pool.marks[window.line[k]] = inside
        window.keys[window.line[k]] = k + draw(pool.figures, reach + 1)
    for i in window.members:
        for p in range(net.pred_ptr[i], net.pred_ptr[i + 1]):
            before = net.pred[p]
            if pool.marks[before] == inside:
                window.keys[i] = max(window.keys[i], window.keys[before])
    for i in window.members:
        pool.marks[i] = 0
    sort_by(window.keys, window.members, pool.bins, pool.child)


def judge_part(net: Any, pool: Any, window: Any) -> int:
    """Schedule the child forwards, backwards and forwards again, all else left alone; it becomes the last list."""
    members, keys, finish, duration = window.members, window.keys, pool.finish, pool.duration
    last = lay(net, pool.child, duration, pool.need, net.pred_ptr, net.pred, pool.free, finish)
    first = give_back(net, pool, members)
    # What is free in the window's time, read backwards.
    for t in range(first, last):
        for w in range(net.words):
            window.mirror[(last - 1 - t) * net.words + w] = pool.free[t * net.words + w]
    for i in members:
        keys[i] = -finish[i]
    sort_by(keys, members[::-1], pool.bins, pool.order)
    lay(net, pool.order, duration, pool.need, net.succ_ptr, net.succ, window.mirror, pool.back)
    for i in members:
        # Where it starts, counted from the window's end.
        keys[i] = -pool.back[i]
        # Nobody waits for those of other windows.
        pool.back[i] = 0
    sort_by(keys, members, pool.bins, pool.order)
    last = lay(net, pool.order, duration, pool.need, net.pred_ptr, net.pred, pool.free, finish)
    give_back(net, pool, members)
    total = 0
    for i in members:
        keys[i] = finish[i] - duration[i]
        total += finish[i]
    sort_by(keys, members, pool.bins, pool.child)
    return int(last * MEAN + total // len(members))


def give_back(net: Any, pool: Any, members: Any) -> int:
    """Free what the members take; the first start among them."""
    first = pool.finish[members[0]]
    for i in members:
        start = pool.finish[i] - pool.duration[i]
        first = min(first, start)
        for t in range(start, pool.finish[i]):
            for w in range(net.words):
                pool.free[t * net.words + w] += pool.need[i * net.words + w]
    return int(first)


def sort_by(keys: Any, members: Any, bins: Any, order: Any) -> None:
    """Fill `order` with the members by rising key, of equals as they come, by counting."""
    low = keys[members[0]]
    high = low
    for i in members:
        low = min(low, keys[i])
        high = max(high, keys[i])
    for t in range(high - low + 2):
        bins[t] = 0
    for i in members:
        bins[keys[i] - low + 1] += 1
    for t in range(high - low + 1):
        bins[t + 1] += bins[t]
    for i in members:
        order[bins[keys[i] - low]] = i
        bins[keys[i] - low] += 1
