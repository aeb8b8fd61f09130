"""Sweeps of windows over the best plan: one stretch of its order after the other is bred behind what goes before it, as if
nothing came after.

A window costs what is in it, so that its order is bred thoroughly where a whole plan could be laid only a few times. The
kernels are those of the search; they are shown a part of the plan. What is done depends on counts, never on the clock.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from northline.engine import kernels as k
from northline.engine.calendars import Ints
from northline.engine.levelling.plans.kernels.shapes import FINISH, LEVEL
from northline.engine.levelling.plans.limits import CHILD
from northline.engine.levelling.plans.search import Answer, Search, herd_of
from northline.engine.levelling.plans.turns import late_projects
from northline.engine.levelling.plans.values import Goal

# From so many tasks on windows find what breeding whole plans does not (docs/levelling.md).
LARGE = 400
# Plans that a window's population begins with; children of each window in the first sweep, and how many times as many in each
# sweep after it.
FOUNDERS, CHILDREN, GROWTH = 6, 10, 1.5
# A window holds so many times the tasks in progress at once, at least so many, and half of all at the most; more children
# order more tasks well.
DEEP, LEAST, WIDER = 40, 60, 4
PROFILE = ("pos", "free", "count", "stock")


def worth_windows(search: Search) -> bool:
    """Is the plan large, its last finish what counts, and every stretch of its order as good as done once it is laid?

    Tasks under maximum lags may have to be laid anew after their successors; who is late among several projects is decided by
    chains through the whole of each.
    """
    moves = int((search.plan.net.role >= LEVEL).sum())
    bound = len(search.plan.net.far_from) > 0 or late_projects(search)
    return moves >= LARGE and not bound and search.goal is Goal.FINISH


def at_once(search: Search, best: Answer) -> float:
    """How many tasks are in progress at a time, on the average."""
    moves = search.plan.net.role >= LEVEL
    begin = int(best.start[search.state.line].min())
    return float((best.finish - best.start)[moves].sum() / max(1, best.price[FINISH] - begin))


class Windows:
    """Sweeps over the best plan of a search."""

    def __init__(self, search: Search) -> None:
        net, pool = search.plan.net, search.plan.pool
        # Of equal last finishes the earliest mean start counts.
        self.net = net._replace(
            now=np.where(net.role >= LEVEL, 0, net.now), deadline=np.zeros_like(net.deadline)
        )
        self.pool = pool._replace(**{f"base_{name}": getattr(pool, name).copy() for name in PROFILE})
        self.search, self.state = search, search.state
        self.herd = herd_of(search.plan, FOUNDERS, Goal.FINISH, seed=0)
        self.luck = np.random.default_rng(int(search.herd.luck[0]))
        self.herd.luck[0] = search.herd.luck[0]
        self.children = float(CHILDREN)
        self.size = search.plan.ordered
        self.laid = 0
        self.order, self.wish = np.zeros(0, np.int64), np.zeros(0, np.int64)
        self._steps: Iterator[None] = iter(())
        self.sweeping = False

    def advance(self, schedules: int) -> int:
        """Sweep on until as many tasks are laid as so many schedules have, or the sweep is at its end; how many schedules
        that makes."""
        before = self.search.tried
        if not self.sweeping:
            self._begin()
        while self.sweeping and self.search.tried - before < schedules:
            if next(self._steps, True):
                self.conclude()
                self.children *= GROWTH
            self._count()
        return self.search.tried - before

    def conclude(self) -> None:
        """Lay the whole plan anew in the order found so far."""
        if self.sweeping:
            self.sweeping = False
            keys = np.zeros(self.search.plan.nodes, np.int64)
            keys[self.order] = np.arange(self.size)
            self.search.adopt(keys, self.wish)

    def _count(self) -> None:
        """Tasks laid in windows count as schedules when they are as many as a plan has."""
        self.search.tried += self.laid // self.size
        self.laid %= self.size

    def _begin(self) -> None:
        """Take up the best plan."""
        best, search = self.search.best, self.search
        # Laid once more it leaves its order, in which everybody comes after those they wait for.
        search.look_at(best.start, best.taken)
        self.order, self.wish = search.state.order.copy(), best.taken
        length = int(max(LEAST, DEEP * at_once(search, best)) + WIDER * self.children**0.5)
        for name in PROFILE:
            getattr(self.pool, f"base_{name}")[:] = getattr(search.plan.pool, f"base_{name}")
        self._steps = self._sweep(max(1, min(self.size // 2, length)))
        self.sweeping = True

    def _sweep(self, length: int) -> Iterator[None]:
        """From the first window to the last, with a rest after every few schedules."""
        step = max(1, length * int(self.luck.integers(60, 81)) // 100)
        at = 0
        while at < self.size:
            line = self.order[at : at + length].copy()
            self._show(line)
            yield from self._found(line)
            yield from self._breed(len(line))
            self.order[at : at + length] = self._bred(line)
            kept = line if at + length >= self.size else self.order[at : at + step]
            self._leave(kept)
            at += len(kept)
            yield

    def _show(self, line: Ints) -> None:
        """Let the kernels see these tasks alone."""
        inside = np.zeros(self.search.plan.nodes, np.int64)
        inside[line] = 1
        self.state = self.search.state._replace(
            line=np.sort(line), inside=inside, order=np.zeros(len(line), np.int64)
        )
        self.herd = self.herd._replace(order=np.zeros(len(line), np.int64))
        self.herd.price[:] = self.herd.best_price[:] = k.FAR

    def _found(self, line: Ints) -> Iterator[None]:
        """A population of the line as it is and of lines more or less like it."""
        herd, state = self.herd, self.state
        for place in range(FOUNDERS):
            reach = 0 if place == 0 else len(line) // (2 if place % 2 else 8)
            state.keys[line] = np.arange(len(line)) + self.luck.integers(0, reach + 1, len(line))
            state.wish[line] = self.wish[line]
            self._run(False, 1)
            herd.start[place], herd.taken[place], herd.price[place] = state.begin, state.taken, state.price
            yield

    def _breed(self, length: int) -> Iterator[None]:
        """The window's children, as many at a time as make a schedule."""
        left, few = int(self.children), max(1, self.size // (CHILD * length))
        while left > 0:
            self._run(True, CHILD * min(left, few))
            left -= few
            yield

    def _bred(self, line: Ints) -> Ints:
        """The line in the order of the best that was found."""
        self.state.keys[:], self.state.wish[:] = self.herd.best_start, self.herd.best_taken
        self.wish[line] = self.herd.best_taken[line]
        self._run(False, 0)
        order: Ints = self.state.order
        return order

    def _leave(self, line: Ints) -> None:
        """Lay the line for good."""
        self._show(line)
        self.state.keys[line] = np.arange(len(line))
        self.state.wish[line] = self.wish[line]
        self._run(False, 0)
        for name in PROFILE:
            getattr(self.pool, f"base_{name}")[:] = getattr(self.pool, name)

    def _run(self, breed: bool, amount: int) -> None:
        p = self.search.plan
        made = self.search.run(
            breed, amount, self.net, self.pool, p.time, p.call, self.state, self.herd, -k.FAR
        )
        self.laid += made * len(self.state.line)
