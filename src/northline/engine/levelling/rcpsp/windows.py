"""The search for large problems: sweeps of overlapping windows over the best schedule, each bred behind what goes before.

A window costs what is in it, so that its order is bred thoroughly where a whole schedule could be laid only a few times.
Two halves of the schedule are swept in parallel; what they do depends on counts, never on the clock.
"""

from __future__ import annotations

from concurrent.futures import Executor

import numpy as np

from northline.engine.levelling.rcpsp.arrays import Arrays, Ints
from northline.engine.levelling.rcpsp.kernels import evolve, judge, look
from northline.engine.levelling.rcpsp.kernels.shapes import BEST, FILLED, USED, Net, Pool, Window
from northline.engine.levelling.rcpsp.kernels.windows import BREED, CLOSE, OPEN
from northline.engine.levelling.rcpsp.pool import best_of, feasible, net_of, new_pool

# From so many activities on windows find more than breeding whole lists does (docs/levelling.md).
LARGE = 1000
HALVES = 2
# Schedules that begin the search, and how many of them are made between two looks at the clock.
FOUNDERS, FEW = 20, 5
# Children of each window in the first sweep, and how many times as many in each sweep after it.
CHILDREN, GROWTH = 60, 1.5
# Activities that a half lays between two looks at the clock.
STRIDE = 300_000
JUDGED = 3  # schedules that justifying takes


class Windows:
    """Sweeps over the best schedule; the face is that of `Search`."""

    def __init__(self, arrays: Arrays, *, seed: int, target: int, schedules: int | None) -> None:
        self.arrays, self.net = arrays, net_of(arrays)
        self.budget = schedules
        self.pool = new_pool(arrays, size=FOUNDERS, seed=seed, target=target)
        self.halves = [Half(arrays, self.net, seed=seed * HALVES + k + 1) for k in range(HALVES)]
        self.luck = np.random.default_rng(seed)
        self.children = float(CHILDREN)
        self.sweeping = False

    @property
    def makespan(self) -> int:
        """Of the best answer; beyond any horizon before the first."""
        return int(self.pool.figures[BEST])

    @property
    def feasible(self) -> bool:
        """Whether there is an answer."""
        return feasible(self.pool)

    @property
    def used(self) -> int:
        """Schedules made, or as many activities laid in windows as they have."""
        return int(self.pool.figures[USED]) + sum(half.laid for half in self.halves) // self.arrays.size

    @property
    def exhausted(self) -> bool:
        """Whether the budget leaves no room for another step and for laying the whole after it."""
        if self.budget is None or not self.used:
            return False
        if self.sweeping:
            return all(half.done or half.cost > self._room for half in self.halves)
        return self._room < self.arrays.size

    @property
    def _room(self) -> int:
        """How many activities each half may lay in a step."""
        if self.budget is None:
            return STRIDE
        left = self.budget - int(self.pool.figures[USED]) - JUDGED
        laid = sum(half.laid for half in self.halves)
        return min(STRIDE, (left * self.arrays.size - laid) // HALVES)

    def best(self) -> tuple[int, Ints, Ints]:
        """Makespan, finishes and mode rows of the best answer."""
        return best_of(self.pool)

    def step(self, threads: Executor, *, seconds: float, lanes: int) -> None:
        """Found some schedules; then sweep on for a stride, both halves side by side where there are `lanes`."""
        if self.pool.figures[FILLED] < FOUNDERS:
            goal = min(self.used + FEW * JUDGED, FOUNDERS * JUDGED)
            if self.budget is not None:
                goal = min(goal, max(1, self.budget - JUDGED + 1))
            evolve()(self.net, self.pool, goal)
            return
        if not self.sweeping:
            self._begin()
        run = threads.map if lanes > 1 else map
        list(run(Half.advance, self.halves, [self._room] * HALVES))
        if all(half.done for half in self.halves):
            self.conclude()
            self.children *= GROWTH

    def conclude(self) -> None:
        """Lay the whole schedule anew as far as it was swept, and justify it."""
        if self.sweeping:
            self.sweeping = False
            self.pool.child[:] = np.concatenate([half.closed() for half in self.halves])
            if judge()(self.net, self.pool) == self.makespan:
                self.pool.best_finish[:] = self.pool.finish

    def _begin(self) -> None:
        """Divide the best schedule anew, and choose the windows."""
        n, children = self.arrays.size, int(self.children)
        order = np.argsort(self.pool.best_finish - self.pool.duration, kind="stable")
        cut = n // 2 + int(self.luck.integers(-n // 10, n // 10 + 1))
        # More children order more activities well.
        length = max(1, min(60 + 4 * int(children**0.5), n // 4))
        step = max(1, length * int(self.luck.integers(60, 91)) // 100)
        for half, low, high in zip(self.halves, (0, cut), (cut, n), strict=True):
            half.begin(order, low, high, length=length, step=step, children=children)
        self.sweeping = True


class Half:
    """A part of the schedule that is swept; laid before it is all that comes before it."""

    def __init__(self, arrays: Arrays, net: Net, *, seed: int) -> None:
        self.net = net
        self.whole = new_pool(arrays, size=1, seed=seed, target=0)
        self.pool = self.whole
        self.keys = np.zeros(arrays.size, dtype=np.int64)
        self.mirror = self.whole.free.copy()
        self.laid = 0
        self.left: int | None = None
        self.done = True

    def begin(self, order: Ints, low: int, high: int, *, length: int, step: int, children: int) -> None:
        """Lay what goes before."""
        self.low, self.high, self.at = low, high, low
        self.order, self.length, self.step, self.children = order.copy(), length, step, children
        self.pool = _part(self.whole, length, size=max(16, int(children**0.5 / 2)))
        self.whole.free.reshape(-1, self.net.words)[:] = self.net.full
        self.whole.finish[:] = 0
        self.done, self.left = False, None
        self.window = self._window(0, low)
        self._look(CLOSE, low)
        self.laid += low
        self.window = self._window(low, low + length)

    @property
    def cost(self) -> int:
        """How many activities are laid next, at the least."""
        if self.left is None:
            return JUDGED * self.length * len(self.pool.fitness)
        return JUDGED * self.length if self.left else self._kept()

    def advance(self, amount: int) -> None:
        """Breed in one window after another until so many activities are laid."""
        limit = self.laid + amount
        while not self.done and self.laid + self.cost <= limit:
            if self.left is None:
                self.laid += self.cost
                self._look(OPEN, 0)
                self.left = self.children
            elif self.left:
                portion = min(self.left, (limit - self.laid) // self.cost)
                self._look(BREED, portion)
                self.laid += self.cost * portion
                self.left -= portion
            else:
                kept = self._kept()
                self._look(CLOSE, kept)
                self.done = not kept
                self.laid += kept
                self.at += kept
                self.left = None
                self.window = self._window(self.at, self.at + self.length)

    def _kept(self) -> int:
        """How many of the window's line the next one leaves alone; none of the last."""
        return min(self.step, self.high - self.length - self.at)

    def closed(self) -> Ints:
        """The part's order as it is now."""
        if not self.done:
            self._look(CLOSE, 0)
            self.done = True
        return self.order[self.low : self.high]

    def _window(self, low: int, high: int) -> Window:
        line = self.order[low:high]
        return Window(members=np.sort(line), line=line, keys=self.keys, mirror=self.mirror)

    def _look(self, what: int, amount: int) -> None:
        look()(self.net, self.pool, self.window, what, amount)


def _part(whole: Pool, length: int, *, size: int) -> Pool:
    """A population of lists of `length` activities over the arrays of the whole."""
    return whole._replace(
        orders=np.zeros((size, length), dtype=np.int64),
        modes=np.tile(whole.child_modes, (size, 1)),
        fitness=np.zeros(size, dtype=np.int64),
        child=np.zeros(length, dtype=np.int64),
        order=np.zeros(length, dtype=np.int64),
    )
