"""Running the kernels: priority rules first, then breeding, in portions between which the caller may stop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from northline.engine import kernels as k
from northline.engine.calendars import Ints
from northline.engine.levelling.plans.kernels import kernels
from northline.engine.levelling.plans.kernels.place import GIVEN_UP, MOST_RAISES
from northline.engine.levelling.plans.kernels.shapes import (
    FINISH,
    HARD,
    LEVEL,
    MODULUS,
    MOST_CUTS,
    OVERLOAD,
    PRICES,
    SHIFT,
    TARDY,
    Call,
    Herd,
    Net,
    State,
)
from northline.engine.levelling.plans.layout import Layout
from northline.engine.levelling.plans.loosened import loosened, releases, several_ways
from northline.engine.levelling.plans.values import Goal

ORDERS = {
    Goal.FINISH: (HARD, OVERLOAD, TARDY, FINISH, SHIFT),
    Goal.STABILITY: (HARD, OVERLOAD, SHIFT, TARDY, FINISH),
}
OUT_OF_ROOM = 4


def never() -> bool:
    """Goes on for ever."""
    return False


@dataclass(frozen=True)
class Answer:
    """Dates, delays and choices of all nodes, and the price; `start` of REST is where what is left is taken up."""

    start: Ints
    finish: Ints
    delay: Ints
    taken: Ints
    cuts: Ints
    cut_at: Ints
    cut_for: Ints
    price: Ints


class Search:
    """One search over a layout; `flag` is not zero once dates or profiles ran out of room.

    By links alone no answer ends before `floor` nor is less late than `least_late`.
    """

    def __init__(self, plan: Layout, *, goal: Goal, seed: int) -> None:
        self.plan, self.run, self.goal = plan, kernels(), goal
        self.size = 20 if plan.ordered < 200 else 12
        self.state = _state(plan)
        self.herd = herd_of(plan, self.size, goal, seed)
        self.tried = 0
        self.floor = 0
        self.least_late = 0
        self.count = 0
        self._relax(goal)

    @property
    def flag(self) -> int:
        """What ran out: the kernels' TOO_EARLY and TOO_LATE, or 4 for the profiles."""
        return int(self.plan.time.flag[0])

    @property
    def best(self) -> Answer:
        """The best answer so far."""
        h = self.herd
        copies = (
            a.copy()
            for a in (
                h.best_start,
                h.best_finish,
                h.best_delay,
                h.best_taken,
                h.best_cuts,
                h.best_cut_at,
                h.best_cut_for,
                h.best_price,
            )
        )
        return Answer(*copies)

    @property
    def perfect(self) -> bool:
        """Can nothing that counts before the last aim get any better?"""
        price, order = self.herd.best_price, self.herd.goal
        clean = price[HARD] == 0 and price[OVERLOAD] == 0
        least = self.least_late if order[2] == TARDY else 0
        return bool(clean and price[order[2]] <= least and price[order[3]] <= self.floor)

    def rules(self) -> list[Ints]:
        """Keys of the priority rules, the most promising first: latest start, latest finish, current plan, least
        slack, greatest rank positional weight, shortest first, early and late start together.

        Where some work may not begin after a date, that goes ahead of all by those dates: whatever has no such date still
        finds room behind it, while it would find none behind the others.
        """
        p = self.plan
        late, late_finish, early = self.late, self.late_finish, self.early
        after = np.zeros(p.nodes, np.int64)
        span = np.maximum(self.early_finish - early, 0)
        waits = np.repeat(np.arange(p.nodes), np.diff(p.net.succ_ptr))
        np.add.at(after, waits, span[p.net.succ])
        found = [late, late_finish, p.net.now, late - early, -(span + after), span, late + early]
        moves = p.net.role >= LEVEL
        bound = moves & (p.net.limit < k.FAR)
        some = 0 < bound.sum() < moves.sum()
        return [np.where(bound, p.net.limit - k.FAR, late), *found] if some else found

    def start_with(self, keys: Ints, *, rounds: int = 3) -> None:
        """Place by some keys, justify, and enter the answer into the population."""
        self.state.keys[:] = keys
        self.state.wish[:] = -1
        self.tried += self._improve(self.plan.net, rounds)
        self._enter()

    def look_at(self, keys: Ints, wish: Ints | int = -1) -> list[int]:
        """The price of placing by some keys and choices; the answer is kept where it is the best."""
        self.state.keys[:], self.state.wish[:] = keys, wish
        self.tried += self._improve(self.plan.net, 0)
        price: list[int] = self.state.price[self.herd.goal].tolist()
        return price

    def repeat(self, starts: Ints) -> None:
        """Place everything as late as it started elsewhere; then as early as it can in that order, and justified."""
        net = self.plan.net
        self.state.keys[:], self.state.wish[:] = starts, -1
        self.tried += self._improve(net._replace(least=np.maximum(net.least, starts)), 0)
        self.start_with(starts, rounds=1)

    def adopt(self, keys: Ints, wish: Ints) -> None:
        """Place by the keys and choices of an answer from elsewhere, and enter it in place of the worst."""
        self.state.keys[:], self.state.wish[:] = keys, wish
        self.tried += self._improve(self.plan.net, 1)
        worst = int(np.lexsort(self.herd.price[:, self.herd.goal[::-1]].T)[-1])
        self.herd.start[worst], self.herd.taken[worst] = self.state.begin, self.state.taken
        self.herd.price[worst] = self.state.price

    def fill(self, *, until: Callable[[], bool] = never) -> None:
        """Complete the population with disturbed latest starts, unless the time is up."""
        random = np.random.default_rng([int(self.herd.luck[0]), self.count])
        spread = max(1, int(self.early_finish.max() - self.early[self.plan.net.counts >= 0].min()) // 6)
        while self.count < self.size and not until():
            reach = spread * (1 if self.count % 2 else 8)
            noise = random.integers(-reach, reach + 1, self.plan.nodes)
            self.start_with(self.late + noise, rounds=1)

    def renew(self) -> None:
        """Keep the best alone of the population, which is to be completed anew."""
        herd = self.herd
        herd.price[:] = k.FAR
        herd.start[0], herd.taken[0], herd.price[0] = herd.best_start, herd.best_taken, herd.best_price
        self.count = 1

    @property
    def ranked(self) -> Ints:
        """Places of the population, the best first."""
        places: Ints = np.lexsort(self.herd.price[:, self.herd.goal[::-1]].T)
        return places

    @property
    def tearable(self) -> bool:
        """May any task be interrupted?"""
        return bool((self.plan.net.piece > 0).any())

    def tear(self, *, until: Callable[[], bool] = never) -> None:
        """From now on tasks may be interrupted: the better half of the population is placed anew in pieces, unless the
        time is up."""
        herd = self.herd
        herd.tears[0] = 1
        ranked = self.ranked
        for good, bad in zip(ranked[: self.size // 2], ranked[::-1], strict=False):
            if until():
                break
            self.state.keys[:], self.state.wish[:] = herd.start[good], herd.taken[good]
            self.state.torn[:] = 1
            self.tried += self._improve(self.plan.net, 1)
            herd.start[bad], herd.taken[bad], herd.torn[bad] = self.state.begin, self.state.taken, 1
            herd.price[bad] = self.state.price

    def breed(self, schedules: int) -> int:
        """Make about so many more schedules; how many were made."""
        p = self.plan
        made = int(
            self.run(True, schedules, p.net, p.pool, p.time, p.call, self.state, self.herd, self.floor)
        )
        self.tried += made
        return made

    def _improve(self, net: Net, rounds: int, call: Call | None = None) -> int:
        p = self.plan
        return int(
            self.run(False, rounds, net, p.pool, p.time, call or p.call, self.state, self.herd, self.floor)
        )

    def _enter(self) -> None:
        at = min(self.count, self.size - 1)
        self.herd.start[at], self.herd.taken[at] = self.state.begin, self.state.taken
        self.herd.price[at] = self.state.price
        self.count += 1

    def _relax(self, goal: Goal) -> None:
        """Place all without regard to resources: the keys of the rules, and the bound by links.

        `least` and `least_finish` hold whatever the ways; `early` and `late` are those of the ways that end first.
        """
        p, real = self.plan, self.herd
        nothing = p.net._replace(
            use_ptr=np.zeros_like(p.net.use_ptr), eat_ptr=np.zeros_like(p.net.eat_ptr),
            limit=np.full_like(p.net.limit, k.FAR),
        )  # fmt: skip
        self.herd = herd_of(p, 1, goal, 1)
        self.state.keys[:] = p.net.now
        self._improve(nothing, 0)
        self.early, self.early_finish = self.herd.best_start.copy(), self.herd.best_finish.copy()
        self.floor, self.least_late = (int(self.herd.best_price[x]) for x in (FINISH, TARDY))
        self._give_up_lags()
        self.least, self.least_finish = self.early, self.early_finish
        self._improve(nothing, 1)
        self.late, self.late_finish = self.state.right.copy(), self.state.back_finish.copy()
        open_ = several_ways(p)
        if len(open_):
            self.herd = herd_of(p, 1, goal, 1)
            self._improve(nothing, 0, loosened(p))
            self.least, self.least_finish = self.herd.best_start.copy(), self.herd.best_finish.copy()
            self.floor, self.least_late = (int(self.herd.best_price[x]) for x in (FINISH, TARDY))
            self.least[open_] = releases(p, open_, self.least, self.least_finish)
        self.herd = real

    def _give_up_lags(self) -> None:
        """Try no more to keep maximum lags that cannot be kept even with everybody there."""
        raised = self.state.raised
        raised[raised >= MOST_RAISES] = GIVEN_UP


def _state(plan: Layout) -> State:
    blank = [np.zeros(plan.nodes, np.int64) for _ in range(13)]
    return State(
        start=blank[0], finish=blank[1], driver=blank[2], begin=blank[9],
        resume=plan.resume, torn=np.zeros(plan.nodes, np.int64), cuts=np.zeros(plan.nodes, np.int64), cut_at=_cuts(plan), cut_for=_cuts(plan),
        added=np.zeros(plan.nodes, np.int64), delay=plan.delay, taken=plan.net.choice_ptr[:-1].copy(),
        wish=np.full(plan.nodes, -1, np.int64), release=blank[3], single=np.zeros(1, np.int64),
        price=np.zeros(PRICES, np.int64), was=np.zeros(PRICES, np.int64), line=np.flatnonzero(plan.net.counts >= 0), inside=(plan.net.counts >= 0).astype(np.int64),
        order=np.zeros(plan.ordered, np.int64), waiting=blank[4],
        heap=np.zeros(2 * plan.nodes + 2, np.int64), keys=blank[5], right=blank[6], back_start=blank[7],
        back_finish=blank[8], ends=np.zeros(len(plan.plans), np.int64),
        raised=np.zeros(len(plan.net.far_from), np.int64),
    )  # fmt: skip


def _cuts(plan: Layout) -> Ints:
    """Room for the breaks of every node, where there are any."""
    return np.zeros((plan.nodes, MOST_CUTS if (plan.net.piece > 0).any() else 1), np.int64)


def herd_of(plan: Layout, size: int, goal: Goal, seed: int) -> Herd:
    """An empty population."""
    n = plan.nodes
    return Herd(
        start=np.zeros((size, n), np.int64), taken=np.zeros((size, n), np.int64),
        price=np.full((size, PRICES), k.FAR, np.int64), best_start=np.zeros(n, np.int64),
        best_finish=np.zeros(n, np.int64), best_delay=np.zeros(n, np.int64), best_taken=np.zeros(n, np.int64),
        best_cuts=np.zeros(n, np.int64),
        best_cut_at=_cuts(plan), best_cut_for=_cuts(plan), torn=np.zeros((size, n), np.int64), tears=np.zeros(1, np.int64),
        best_price=np.full(PRICES, k.FAR, np.int64), luck=np.array([1 + seed * 7919 % (MODULUS - 2)], np.int64),
        goal=np.array(ORDERS[goal], np.int64), order=np.zeros(plan.ordered, np.int64),
    )  # fmt: skip


__all__ = ["LEVEL", "OUT_OF_ROOM", "Answer", "Search"]
