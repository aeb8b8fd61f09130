"""Levelling of plans: from values to the best plan found in the time given."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from time import perf_counter

import numpy as np

from northline.engine.calendars import Ints, from_minute
from northline.engine.errors import BadValue, BeyondHorizon
from northline.engine.levelling.plans.answer import chosen_ways, fixed, levelled, schedules
from northline.engine.levelling.plans.bounds import bound_of
from northline.engine.levelling.plans.exact import Exact, worth_asking
from northline.engine.levelling.plans.islands import Islands, islands
from northline.engine.levelling.plans.kernels.shapes import FINISH
from northline.engine.levelling.plans.layout import Layout, layout
from northline.engine.levelling.plans.outcome import outcome
from northline.engine.levelling.plans.prepare import Prepared, prepare
from northline.engine.levelling.plans.search import Answer, Search
from northline.engine.levelling.plans.turns import take_turns
from northline.engine.levelling.plans.values import Goal, Levelled, LevelOptions, Progress
from northline.engine.levelling.plans.ways import refuse_empty_stocks
from northline.engine.model import Project

AS_EVER = LevelOptions()
PORTION = 20
WIDEST = 64
# Below this many seconds the start of another process costs more than it brings.
WORTH_EXACT = 1.5


def level(
    projects: Project | Sequence[Project],
    *,
    options: LevelOptions = AS_EVER,
    seconds: float = 10.0,
    work: int | None = None,
    workers: int = 1,
    seed: int = 0,
    clock: Callable[[], float] = perf_counter,
    on_progress: Callable[[Progress], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Levelled:
    """Resolve overloads of people by delaying tasks, choosing modes and staff; projects share resources by id.

    Stops after `seconds` by the `clock`, after `work` schedules, on proof, or when `cancelled` says so, and returns
    the best plan found; so many `workers` search side by side. The same seed, `work` and `workers` give the same
    answer. Raises what `schedule` raises, CapacityExceeded for needs beyond any capacity, and BadValue for senseless
    limits.

    >>> from datetime import datetime
    >>> from northline.engine import Assignment, Minutes, Resource, Task, standard_calendar
    >>> shed = Project(id="p", name="", start=datetime(2026, 3, 2, 8), calendars=(standard_calendar(),),
    ...     tasks=(Task(id="a", duration=Minutes(480)), Task(id="b", duration=Minutes(240), priority=600)),
    ...     resources=(Resource(id="ann"),), assignments=(Assignment("a", "ann"), Assignment("b", "ann")))
    >>> found = level(shed, work=50)
    >>> found.schedule["a"].start, found.optimal, found.moves[0].because_of
    (datetime.datetime(2026, 3, 2, 13, 0), True, ('b',))
    """
    if not seconds > 0 or (work is not None and work < 1) or workers < 1:
        raise BadValue("Levelling needs some seconds, at least one schedule and at least one worker.")
    given = (projects,) if isinstance(projects, Project) else tuple(projects)
    if not given:
        raise BadValue("There is no plan to level.")
    limits = Limits(clock, seconds, work, cancelled, on_progress, workers)
    plans = [prepare(p, options) for p in given]
    # Reading the answer off takes about four times as long as getting ready.
    limits.seconds -= min(4 * limits.gone(), seconds / 4)
    refuse_empty_stocks([p.project for p in plans], [p.ways for p in plans])
    search = _searched(plans, options, limits, seed)
    bound = search.floor
    search = _with_ways_fixed(search, options, seed)
    answer = search.best
    found = levelled(search.plan, answer)
    return outcome(
        plans,
        found,
        schedules(found, options),
        plan=search.plan,
        bound=from_minute(bound),
        seconds=limits.gone(),
        tried=search.tried,
        options=options,
    )


@dataclass
class Limits:
    """When to stop, and whom to tell."""

    clock: Callable[[], float]
    seconds: float
    work: int | None
    cancelled: Callable[[], bool] | None
    on_progress: Callable[[Progress], None] | None
    workers: int = 1
    phase: int = 1
    phases: int = 1
    made: int = 0
    begun: float = field(init=False)
    # Seconds when the search began.
    ready: float = 0.0
    # Seconds and schedules at the last look at the clock.
    seen: tuple[float, int] = (0.0, 0)

    def __post_init__(self) -> None:
        self.begun = self.clock()

    def gone(self) -> float:
        """Seconds since the beginning."""
        return self.clock() - self.begun

    @property
    def over(self) -> bool:
        """Is the time of this phase up, or has somebody cancelled?"""
        if self.cancelled is not None and self.cancelled():
            return True
        return self.work is None and self.gone() >= self._until

    @property
    def _until(self) -> float:
        return self.seconds * self.phase / self.phases

    def left(self, tried: int) -> int:
        """How many more schedules may be made before the next look at the clock; 0: stop."""
        most = PORTION * self.workers
        if self.over:
            return 0
        if self.work is not None:
            return max(0, min(most, self.work - tried + self.made))
        # Of a large plan twenty schedules may take longer than there is.
        (then, made), now = self.seen, self.gone()
        self.seen = now, tried
        if tried <= made:
            return most
        return max(self.workers, min(most, int((self._until - now) * (tried - made) / max(now - then, 1e-9))))

    def within(self, share: float, tried: int) -> bool:
        """Is this share of the time, or of the schedules, not used up yet?"""
        if self.work is not None:
            return not self.over and tried < share * self.work
        since = self.ready
        return not self.over and self.gone() - since < share * (self._until - since)

    def tell(self, search: Search) -> None:
        """Report how far it is."""
        if self.on_progress is not None:
            finish = from_minute(int(search.best.price[FINISH]))
            self.on_progress(Progress(self.gone(), search.tried, finish, from_minute(search.floor)))


def _searched(plans: list[Prepared], options: LevelOptions, limits: Limits, seed: int) -> Search:
    """Search, on wider tables as often as dates run off them."""
    stretch = 1
    while True:
        plan = layout(plans, options, stretch=stretch)
        search = Search(plan, goal=options.goal, seed=seed)
        search.floor = bound_of(plan, search.early, search.floor)
        limits.phase, limits.phases, limits.made = 1, 2 if search.tearable else 1, 0
        if _run(search, limits, options, seed):
            return search
        stretch *= 2
        if stretch > WIDEST:
            raise BeyondHorizon("The levelled plan runs on past the last year that the engine reckons with.")


def _run(search: Search, limits: Limits, options: LevelOptions, seed: int) -> bool:
    """Rules, then breeding until a limit is reached; false where the tables were too narrow."""
    limits.ready = limits.gone()
    take_turns(search, more=lambda share: limits.within(share, search.tried))
    for keys in search.rules():
        if search.tried and (search.perfect or not limits.left(search.tried)):
            break
        search.start_with(keys)
        if search.flag:
            return False
    limits.tell(search)
    if search.perfect or not (limits.left(search.tried) or limits.phases > 1):
        return True
    with ExitStack() as stack:
        exact = stack.enter_context(_exact(search, limits, options))
        # CP-SAT's process keeps one of the cores busy.
        side_by_side = max(1, limits.workers - (exact is not None))
        crew = stack.enter_context(islands(search, workers=side_by_side))
        if limits.left(search.tried):
            crew.fill(until=lambda: limits.over)
        while not (search.flag or search.perfect) and (portion := limits.left(search.tried)):
            if exact is not None:
                exact.consult(search, seconds=limits.seconds - limits.gone(), seed=seed)
            if not crew.breed(portion):
                break
            limits.tell(search)
        return not search.flag and _run_torn(crew, limits)


def _run_torn(crew: Islands, limits: Limits) -> bool:
    """Search on with tasks that may be interrupted, from what was found without: no plan gets worse by it."""
    search = crew.lead
    if limits.phases == 1 or search.perfect:
        return True
    limits.phase, limits.made = 2, search.tried
    if limits.left(search.tried):
        crew.tear()
    while not (search.flag or search.perfect) and (portion := limits.left(search.tried)):
        if not crew.breed(portion):
            break
        limits.tell(search)
    return not search.flag


@contextmanager
def _exact(search: Search, limits: Limits, options: LevelOptions) -> Iterator[Exact | None]:
    """CP-SAT's process where the clock and not the number of schedules ends the search, and it may help."""
    timed = limits.work is None and limits.seconds - limits.gone() >= WORTH_EXACT
    # Its bound holds for work that is done in one piece.
    if not timed or search.tearable or options.goal is not Goal.FINISH or not worth_asking(search):
        yield None
        return
    with Exact() as exact:
        yield exact


def _with_ways_fixed(search: Search, options: LevelOptions, seed: int) -> Search:
    """Place the answer again with its ways made the plan's own, so that the engine dates exactly that plan.

    A lag in percent of a duration, for one, depends on the way taken.
    """
    plan = search.plan
    if all(len(w) == 1 for p in plan.plans for w in p.ways.values()):
        return search
    best: Answer = search.best
    plans = [fixed(p, ways) for p, ways in zip(plan.plans, chosen_ways(plan, best), strict=True)]
    stretch = 1
    while True:
        again = Search(layout(plans, options, stretch=stretch), goal=options.goal, seed=seed)
        torn = (best.cuts > 0).astype(best.cuts.dtype)
        again.state.torn[:] = _moved(plan, again.plan, torn, otherwise=torn[:0])
        again.herd.tears[0] = torn.any()
        again.repeat(_moved(plan, again.plan, best.start, otherwise=again.plan.net.now))
        if not again.flag or stretch > WIDEST:
            again.tried += search.tried
            return again
        stretch *= 2


def _moved(old: Layout, new: Layout, row: Ints, *, otherwise: Ints) -> Ints:
    """What a row says of the tasks, as a row of another layout of the same plans."""
    keys = np.zeros(new.nodes, np.int64)
    keys[: len(otherwise)] = otherwise
    for number, p in enumerate(old.plans):
        size = len(p.project.tasks)
        low, there = old.first[number], new.first[number]
        keys[there : there + size] = row[low : low + size]
    return keys
