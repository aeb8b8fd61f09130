"""Islands of the genetic search, stepped in parallel; what they exchange depends on counts, never on the clock."""

from __future__ import annotations

from concurrent.futures import Executor

import numpy as np

from northline.engine.levelling.rcpsp.arrays import Arrays, Ints
from northline.engine.levelling.rcpsp.kernels import evolve
from northline.engine.levelling.rcpsp.kernels.shapes import BEST, IDLE, USED, Pool
from northline.engine.levelling.rcpsp.pool import NONE, best_of, feasible, net_of, new_pool, renew, trade

ISLANDS = 2
CHILD = 3
# Schedules that an island makes between two looks at the clock, for a problem of a hundred activities.
STRIDE = 3000
# Steps after which the islands exchange their best.
TRADE = 8
RIPE = 10_000
PATIENCE = 60


class Search:
    """Two islands; `step` breeds on both, `best` is the best of both."""

    def __init__(
        self, arrays: Arrays, *, seed: int, target: int, schedules: int | None, seconds: float
    ) -> None:
        self.arrays = arrays
        self.net = net_of(arrays)
        # An island stops at its share; a child costs three schedules, so it begins none that would pass it.
        self.share = None if schedules is None else max(1, schedules // ISLANDS - CHILD + 1)
        self.steps = 0
        size = population(arrays, schedules=schedules, seconds=seconds)
        self.pools = [
            new_pool(arrays, size=size, seed=seed * ISLANDS + k, target=target) for k in range(ISLANDS)
        ]
        self.stride = max(60, STRIDE * 100 // max(arrays.size, 1))
        if arrays.size == 0:
            for pool in self.pools:
                pool.figures[BEST] = 0

    @property
    def makespan(self) -> int:
        """Of the best answer; beyond any horizon before the first."""
        return int(min(pool.figures[BEST] for pool in self.pools))

    @property
    def feasible(self) -> bool:
        """Whether an answer within the stocks was found."""
        return any(feasible(pool) for pool in self.pools)

    @property
    def used(self) -> int:
        """Schedules made."""
        return int(sum(pool.figures[USED] for pool in self.pools))

    @property
    def exhausted(self) -> bool:
        """Whether the budget leaves no room for another child."""
        return self.share is not None and all(pool.figures[USED] >= self.share for pool in self.pools)

    @property
    def ripe(self) -> bool:
        """Whether there is an answer worth handing over as a hint."""
        return self.used >= RIPE

    def best(self) -> tuple[int, Ints, Ints]:
        """Makespan, finishes and mode rows of the best answer."""
        return best_of(min(self.pools, key=lambda pool: int(pool.figures[BEST])))

    def step(self, threads: Executor, *, seconds: float, lanes: int) -> None:
        """Let the islands breed for a stride, `lanes` of them."""
        stride = self.stride if self.share is not None or self.steps else self.stride // 4
        active = self.pools if self.share is not None else self.pools[:lanes]
        goals = [self._goal(pool, stride) for pool in active]
        list(threads.map(evolve(), [self.net] * len(active), active, goals))
        self.steps += 1
        if self.steps % TRADE == 0:
            for giver, taker in zip(active, active[1:] + active[:1], strict=True):
                trade(giver, taker)
        for pool in active:
            if pool.figures[IDLE] > PATIENCE * len(pool.fitness):
                renew(pool)

    def conclude(self) -> None:
        """Islands leave nothing half done."""

    def _goal(self, pool: Pool, stride: int) -> int:
        goal = int(pool.figures[USED]) + stride
        return goal if self.share is None else min(goal, self.share)

    def adopt(self, starts: list[int], modes: list[int]) -> None:
        """Take over a better answer from elsewhere, as the best and into the first island."""
        rows = self.arrays.mode_ptr[:-1] + np.array(modes, dtype=np.int64)
        begin = np.array(starts, dtype=np.int64)
        finish = begin + self.arrays.mode_duration[rows]
        pool = self.pools[0]
        pool.figures[BEST] = finish.max(initial=0)
        pool.best_finish[:], pool.best_modes[:] = finish, rows
        worst = int(pool.fitness.argmax())
        if pool.fitness[worst] < NONE:
            pool.fitness[worst] = pool.figures[BEST]
            pool.orders[worst] = np.argsort(begin, kind="stable")
            pool.modes[worst] = rows


def population(arrays: Arrays, *, schedules: int | None, seconds: float) -> int:
    """A size that the budget lets converge; measured on PSPLIB's sets."""
    budget = (
        schedules if schedules is not None else min(max(seconds, 0.05), 60.0) * 2e7 / max(arrays.size, 20)
    )
    return int(min(800, max(20, (budget / ISLANDS) ** 0.5 / 2)))
