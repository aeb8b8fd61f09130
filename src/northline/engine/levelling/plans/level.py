"""Levelling of plans: from values to the best plan found in the time given."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from time import perf_counter

import numpy as np

from northline.engine.calendars import Ints, from_minute
from northline.engine.errors import BadValue, BeyondHorizon
from northline.engine.levelling.plans.answer import chosen_ways, fixed, levelled, schedules
from northline.engine.levelling.plans.bounds import bound_of
from northline.engine.levelling.plans.canonical import as_given, in_canonical_order
from northline.engine.levelling.plans.exact import Exact, worth_asking
from northline.engine.levelling.plans.islands import Islands, islands
from northline.engine.levelling.plans.layout import Layout, layout
from northline.engine.levelling.plans.limits import CHILD, Limits
from northline.engine.levelling.plans.outcome import outcome
from northline.engine.levelling.plans.prepare import Prepared, prepare
from northline.engine.levelling.plans.search import Answer, Search
from northline.engine.levelling.plans.turns import take_turns
from northline.engine.levelling.plans.values import Goal, Levelled, LevelOptions, Progress
from northline.engine.levelling.plans.ways import refuse_empty_stocks
from northline.engine.model import Project

AS_EVER = LevelOptions()
WIDEST = 64
# Reading the answer off takes about so many times as long as getting the plans ready, and at most so many as laying
# them out.
READING, READING_LAID = 3.5, 7.0
# The interpreter may take up its garbage meanwhile, of which a longer search makes more: so large a share of the limit,
# and so many seconds at the least and at the most, of short limits no more than a twentieth.
PAUSE_SHARE, PAUSE_LEAST, PAUSE_MOST = 0.025, 0.05, 0.3
# Placing it again where ways were chosen, against finding the bound by links.
PLACED_AGAIN = 3.0
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
    answer, whatever the order in which a plan lists its parts. Raises what `schedule` raises, CapacityExceeded for needs
    beyond any capacity, and BadValue for senseless limits.

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
    ordered = [in_canonical_order(p) for p in given]
    plans = [prepare(p, options) for p in ordered]
    ready = limits.gone()
    # The answer is put back into the order given.
    limits.back = ready * any(a is not b for a, b in zip(given, ordered, strict=True))
    refuse_empty_stocks([p.project for p in plans], [p.ways for p in plans])
    search = _searched(plans, options, limits, seed, ready=ready)
    bound, least_late = search.floor, search.least_late
    search = _with_ways_fixed(search, options, seed)
    answer = search.best
    found = levelled(search.plan, answer)
    made = outcome(
        plans,
        found,
        schedules(found, options),
        plan=search.plan,
        bound=from_minute(bound),
        least_late=least_late,
        seconds=limits.gone(),
        tried=search.tried,
        options=options,
    )
    return as_given(made, given, ordered, options)


def _searched(
    plans: list[Prepared], options: LevelOptions, limits: Limits, seed: int, *, ready: float
) -> Search:
    """Search, on wider tables as often as dates run off them."""
    stretch = 1
    while True:
        began = limits.gone()
        plan = layout(plans, options, stretch=stretch)
        laying = limits.gone() - began
        search = Search(plan, goal=options.goal, seed=seed)
        pace = limits.gone() - began - laying
        # The passes may have had to load while the plans were got ready; laying out takes long where there are many ways.
        limits.kept = min(READING * ready, READING_LAID * laying) + _pause(limits.seconds) + limits.back
        if _has_choices(plan):
            # The answer is laid out and placed again.
            limits.kept += laying + PLACED_AGAIN * pace
        search.floor = bound_of(plan, search.least, search.floor)
        limits.begin(pace=pace)
        limits.phase, limits.phases, limits.made = 1, 2 if search.tearable else 1, 0
        if _run(search, limits, options, seed):
            return search
        stretch *= 2
        if stretch > WIDEST:
            raise BeyondHorizon("The levelled plan runs on past the last year that the engine reckons with.")


def _pause(seconds: float) -> float:
    """Seconds to keep back for what the interpreter may do of its own when the answer is read off."""
    return min(max(PAUSE_LEAST, PAUSE_SHARE * seconds), PAUSE_MOST, seconds / 20)


def _run(search: Search, limits: Limits, options: LevelOptions, seed: int) -> bool:
    """Rules, then breeding until a limit is reached; false where the tables were too narrow."""
    take_turns(search, limits)
    for keys in search.rules():
        rounds = limits.rounds(3, search.tried)
        if search.tried and (search.perfect or rounds < 0):
            break
        search.start_with(keys, rounds=max(0, rounds))
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
            crew.fill(until=lambda: not limits.fits(CHILD * side_by_side))
        # An answer of CP-SAT's takes its own schedules to be placed.
        heard = CHILD * (exact is not None)
        while not (search.flag or search.perfect) and (
            portion := limits.left(search.tried, owed=crew.owed + heard)
        ):
            if exact is not None:
                exact.consult(search, seconds=limits.for_search - limits.gone(), seed=seed)
            if not crew.breed(portion):
                break
            limits.tell(search)
        if not (search.flag or search.perfect or limits.over):
            crew.conclude()
            limits.tell(search)
        return not search.flag and _run_torn(crew, limits)


def _run_torn(crew: Islands, limits: Limits) -> bool:
    """Search on with tasks that may be interrupted, from what was found without: no plan gets worse by it."""
    search = crew.lead
    if limits.phases == 1 or search.perfect:
        return True
    limits.phase, limits.made = 2, search.tried
    if limits.left(search.tried):
        crew.tear(until=lambda: not limits.fits(CHILD * limits.workers))
    while not (search.flag or search.perfect) and (portion := limits.left(search.tried)):
        if not crew.breed(portion):
            break
        limits.tell(search)
    return not search.flag


@contextmanager
def _exact(search: Search, limits: Limits, options: LevelOptions) -> Iterator[Exact | None]:
    """CP-SAT's process where the clock and not the number of schedules ends the search, and it may help."""
    timed = limits.work is None and limits.for_search - limits.gone() >= WORTH_EXACT
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
    if not _has_choices(plan):
        return search
    best: Answer = search.best
    plans = [fixed(p, ways, options) for p, ways in zip(plan.plans, chosen_ways(plan, best), strict=True)]
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


def _has_choices(plan: Layout) -> bool:
    """Can any task be done in several ways?"""
    return any(len(w) > 1 for p in plan.plans for w in p.ways.values())


def _moved(old: Layout, new: Layout, row: Ints, *, otherwise: Ints) -> Ints:
    """What a row says of the tasks, as a row of another layout of the same plans."""
    keys = np.zeros(new.nodes, np.int64)
    keys[: len(otherwise)] = otherwise
    for number, p in enumerate(old.plans):
        size = len(p.project.tasks)
        low, there = old.first[number], new.first[number]
        keys[there : there + size] = row[low : low + size]
    return keys
