"""Activities that can be done in several modes, and the stocks that these use up."""

from typing import Any

from northline.engine.levelling.rcpsp.kernels.chance import draw
from northline.engine.levelling.rcpsp.kernels.schedules import gap
from northline.engine.levelling.rcpsp.kernels.shapes import OVERDRAWN


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
