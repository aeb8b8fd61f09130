"""New lists: from nothing, of two parents, and changed a little."""

from typing import Any

from northline.engine.levelling.rcpsp.kernels.chance import draw
from northline.engine.levelling.rcpsp.kernels.shapes import STAMP


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
    if len(net.mode_duration) >= len(net.mode_ptr):
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
