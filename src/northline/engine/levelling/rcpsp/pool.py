"""Making a population's arrays, and trading between populations."""

from __future__ import annotations

import numpy as np

from northline.engine.levelling.rcpsp.arrays import Arrays, Ints
from northline.engine.levelling.rcpsp.kernels.shapes import (
    BEST,
    FILLED,
    IDLE,
    OVERDRAWN,
    SEED,
    TARGET,
    Net,
    Pool,
)
from northline.engine.levelling.rcpsp.stocks import thrifty_modes

NONE = 1 << 60


def net_of(arrays: Arrays) -> Net:
    """What the kernel needs to know of a problem."""
    return Net(
        words=arrays.words,
        mode_ptr=arrays.mode_ptr,
        mode_duration=arrays.mode_duration,
        mode_need=arrays.mode_need.ravel(),
        mode_use=arrays.mode_use,
        stock=arrays.stock,
        pred_ptr=arrays.pred_ptr,
        pred=arrays.pred,
        succ_ptr=arrays.succ_ptr,
        succ=arrays.succ,
        full=arrays.full,
        guard=arrays.guard,
        late=arrays.late,
        thrifty=thrifty_modes(arrays),
    )


def new_pool(arrays: Arrays, *, size: int, seed: int, target: int) -> Pool:
    """An empty population that stops at makespan `target`."""
    n = arrays.size
    figures = np.zeros(8, dtype=np.int64)
    figures[SEED] = (seed * 2_654_435_761 + 88_675_123) % 0xFFFFFFFF + 1
    figures[BEST], figures[TARGET] = NONE, target
    return Pool(
        orders=np.zeros((size, n), dtype=np.int64),
        modes=np.zeros((size, n), dtype=np.int64),
        fitness=np.full(size, NONE, dtype=np.int64),
        figures=figures,
        best_finish=np.zeros(n, dtype=np.int64),
        best_modes=arrays.mode_ptr[:-1].copy(),
        child=np.zeros(n, dtype=np.int64),
        child_modes=arrays.mode_ptr[:-1].copy(),
        duration=arrays.mode_duration[arrays.mode_ptr[:-1]].copy(),
        need=arrays.mode_need[arrays.mode_ptr[:-1]].ravel().copy(),
        left=arrays.stock.copy(),
        finish=np.zeros(n, dtype=np.int64),
        back=np.zeros(n, dtype=np.int64),
        order=np.zeros(n, dtype=np.int64),
        marks=np.zeros(n, dtype=np.int64),
        bins=np.zeros(arrays.horizon + 3, dtype=np.int64),
        free=np.tile(arrays.full, arrays.horizon + 2),
    )


def trade(giver: Pool, taker: Pool) -> None:
    """The giver's best individual takes the place of the taker's worst."""
    if giver.figures[FILLED] < len(giver.fitness) or taker.figures[FILLED] < len(taker.fitness):
        return
    best, worst = int(giver.fitness.argmin()), int(taker.fitness.argmax())
    taker.fitness[worst] = giver.fitness[best]
    taker.orders[worst] = giver.orders[best]
    taker.modes[worst] = giver.modes[best]


def renew(pool: Pool) -> None:
    """Begin a population anew; its best answer stays remembered."""
    pool.figures[FILLED] = pool.figures[IDLE] = 0
    pool.fitness[:] = NONE


def feasible(pool: Pool) -> bool:
    """Whether the best answer overdraws no stock."""
    return bool(pool.figures[BEST] < OVERDRAWN)


def best_of(pool: Pool) -> tuple[int, Ints, Ints]:
    """Makespan, finishes and mode rows of the best answer."""
    return int(pool.figures[BEST]), pool.best_finish, pool.best_modes
