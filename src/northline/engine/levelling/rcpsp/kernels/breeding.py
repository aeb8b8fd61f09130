"""A population of lists that breeds until its schedules are spent."""

from typing import Any

from northline.engine.levelling.rcpsp.kernels.children import cross, found, mutate, nearer, tournament
from northline.engine.levelling.rcpsp.kernels.lists import sort_falling, sort_mirrored, sort_rising
from northline.engine.levelling.rcpsp.kernels.schedules import place
from northline.engine.levelling.rcpsp.kernels.shapes import BEST, FILLED, IDLE, TARGET, USED
from northline.engine.levelling.rcpsp.kernels.ways import place_choosing, repair


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
