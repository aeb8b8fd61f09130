"""When a search looks at the clock again, and when it stops."""

from __future__ import annotations

from test_level_workers import crowd

from northline.engine import resource_violations, schedule
from northline.engine.levelling.plans import Goal
from northline.engine.levelling.plans.answer import levelled
from northline.engine.levelling.plans.kernels.shapes import FINISH
from northline.engine.levelling.plans.layout import layout
from northline.engine.levelling.plans.level import AS_EVER, PORTION, Limits
from northline.engine.levelling.plans.prepare import prepare
from northline.engine.levelling.plans.search import Search


class Clock:
    """Goes on when it is told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def limits_by(clock: Clock, *, seconds: float = 10.0, work: int | None = None, workers: int = 2) -> Limits:
    return Limits(clock, seconds, work, None, None, workers)


def test_no_more_schedules_are_asked_for_than_the_time_left_is_enough_for() -> None:
    clock = Clock()
    limits = limits_by(clock)
    assert limits.left(0) == 2 * PORTION
    clock.now = 8.0
    # Forty took eight seconds: two are left, for ten.
    assert limits.left(40) == 10
    clock.now = 9.9
    assert limits.left(50) == 2  # one for each worker at least
    clock.now = 10.0
    assert limits.left(52) == 0


def test_quick_schedules_are_asked_for_by_portions() -> None:
    clock = Clock()
    limits = limits_by(clock)
    limits.left(0)
    clock.now = 0.01
    assert limits.left(40) == 2 * PORTION


def test_a_number_of_schedules_is_cut_into_the_same_portions_whatever_the_clock_says() -> None:
    clock = Clock()
    limits = limits_by(clock, work=50)
    assert limits.left(0) == 40
    clock.now = 1000.0
    assert (limits.over, limits.left(40), limits.left(50)) == (False, 10, 0)


def test_a_population_is_filled_until_the_time_is_up_and_bred_as_it_is() -> None:
    plan = crowd()
    search = Search(layout([prepare(plan, AS_EVER)], AS_EVER), goal=Goal.FINISH, seed=1)
    search.start_with(search.late)
    search.fill(until=lambda: search.count == 3)
    assert search.count == 3
    found = int(search.best.price[FINISH])
    search.breed(50)
    assert search.best.price[FINISH] <= found
    (levelled_plan,) = levelled(search.plan, search.best)
    assert resource_violations(levelled_plan, schedule(levelled_plan), original=plan) == []
