"""CP-SAT beside the search: asked with the best plan as a hint, heard for better plans, bounds and the proof."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from northline.engine.levelling.cp_process import CpProcess
from northline.engine.levelling.plans.exact_model import Model
from northline.engine.levelling.plans.kernels.shapes import FINISH, HARD, LEVEL, OVERLOAD, TARDY
from northline.engine.levelling.plans.layout import Layout
from northline.engine.levelling.plans.search import Search

# Beyond these a model takes longer to load than it is worth.
MOST_TASKS, MOST_STRETCHES = 1500, 40_000
# A less late plan may end later than the best one by this share of its length.
LATER = 0.1
# Measured on Microsoft Project's plans: these three find more in five seconds than the solver's own choice of one.
SUBSOLVERS = ["no_lp", "reduced_costs", "fixed"]


class Exact(CpProcess):
    """A CP-SAT process for one layout."""

    def __init__(self) -> None:
        self._plan: Layout | None = None
        self._model: Model | None = None
        self._heard: object = None
        self._unit = 1
        super().__init__(Path(__file__).with_name("cp_model.py"))

    def consult(self, search: Search, *, seconds: float, seed: int) -> None:
        """Ask about the search's plan, once; take over what came in since the last look."""
        if not self.asked:
            self._ask(search, seconds=seconds, seed=seed)
        elif search.plan is self._plan and self._model is not None:
            self._hear(search, self._model)

    def _ask(self, search: Search, *, seconds: float, seed: int) -> None:
        best, plan = search.best, search.plan
        self.asked = True
        late, finish = bool(best.price[TARDY] > 0), int(best.price[FINISH])
        last = finish + int(LATER * (finish - int(search.least.min()))) * late
        model = Model(plan, early=search.least, early_finish=search.least_finish, finish=last, late=late)
        if model.size > MOST_STRETCHES:
            self.done.set()
            return
        self._plan, self._model, self._unit = plan, model, model.unit
        request = model.request(lower=search.floor)
        # Only better answers are looked for.
        request["horizon"] -= not late
        starts, turns = model.hint(best)
        self.send(
            request
            | {"hint_starts": starts, "hint_modes": turns, "subsolvers": SUBSOLVERS}
            | {"workers": 1, "seed": seed, "seconds": seconds}
        )

    def _hear(self, search: Search, model: Model) -> None:
        proved, found, bound = self.proved, self.found, self.bound
        if found is not None and found is not self._heard:
            self._heard = found
            search.adopt(*_keys(model, *found))
        if model.due:
            return
        reached = model.axis.last // self._unit
        if proved and found is None:
            bound = reached
        search.floor = max(search.floor, model.axis.date(min(bound, reached) * self._unit))


def worth_asking(search: Search) -> bool:
    """Is the plan small enough, and free of overloads?"""
    price = search.best.price
    several = int((search.plan.net.role >= LEVEL).sum())
    fair = not (price[HARD] or price[OVERLOAD])
    return bool(fair and 0 < several <= MOST_TASKS and _periods(search) <= MOST_STRETCHES)


def _periods(search: Search) -> int:
    """At least how many stretches of positions a model would have, bar calendars that rest together.

    Building a model only to find it too large would take a good part of a short limit.
    """
    net, time = search.plan.net, search.plan.time
    calendars, uses = np.unique(net.use_cal, return_counts=True)
    if len(calendars) < 2:
        return len(net.use_cal)
    low, high = int(search.early.min()), int(search.best.price[FINISH])
    total = 0
    for c, several in zip(calendars.tolist(), uses.tolist(), strict=True):
        rows = slice(time.offset[c], time.offset[c + 1])
        total += several * int(((time.end[rows] > low) & (time.begin[rows] < high)).sum())
    return total


def _keys(model: Model, starts: list[int], modes: list[int]) -> tuple[np.ndarray, np.ndarray]:
    """Keys and wished choices of all nodes."""
    net = model.net
    keys, wish = np.zeros(len(net.role), np.int64), np.full(len(net.role), -1, np.int64)
    keys[model.nodes] = starts
    wish[model.nodes] = net.choice_ptr[model.nodes] + np.array(modes, np.int64)
    return keys, wish
