"""When a search looks at the clock again, and when it stops."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import replace
from typing import Any

import pytest
from engine_plans import at
from test_level_workers import crowd

from northline.engine import Project, resource_violations, schedule
from northline.engine.levelling.plans import Goal, LevelOptions, level
from northline.engine.levelling.plans.answer import levelled
from northline.engine.levelling.plans.kernels.shapes import FINISH
from northline.engine.levelling.plans.layout import layout
from northline.engine.levelling.plans.level import AS_EVER, READING
from northline.engine.levelling.plans.limits import PORTION, Limits
from northline.engine.levelling.plans.prepare import prepare
from northline.engine.levelling.plans.search import Search


class Clock:
    """Goes on when it is told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class Costly:
    """A clock that goes on by `pace` for each schedule, and by set times for getting ready, laying out and reading off,
    in which there is a `pause`."""

    def __init__(self, patch: pytest.MonkeyPatch, *, pace: float, lay: float, pause: float = 0.0) -> None:
        self.now, self.pace, self.passes = 0.0, pace, 0
        module = sys.modules["northline.engine.levelling.plans.level"]
        patch.setattr(module, "layout", self._then(lay, module.layout))
        patch.setattr(module, "prepare", self._then(lay, module.prepare))
        patch.setattr(module, "outcome", self._then(READING * lay + pause, module.outcome))
        patch.setattr(Search, "_improve", self._by_schedules(Search._improve))
        patch.setattr(Search, "breed", self._by_schedules(Search.breed))

    def __call__(self) -> float:
        return self.now

    def _then(self, cost: float, do: Callable[..., Any]) -> Callable[..., Any]:
        def done(*args: Any, **named: Any) -> Any:
            self.now += cost
            return do(*args, **named)

        return done

    def _by_schedules(self, do: Callable[..., int]) -> Callable[..., int]:
        def done(*args: Any, **named: Any) -> int:
            made = do(*args, **named)
            self.now += made * self.pace
            self.passes += 1
            return made

        return done


def late_ones(*, split: bool = False) -> list[Project]:
    """Two plans that cannot both end in time."""
    return [
        replace(crowd(splittable=split), id=name, weight=weight, deadline=at("03-10 17:00"))
        for name, weight in (("one", 1.0), ("two", 4.0))
    ]


@pytest.mark.parametrize("split", [False, True])
@pytest.mark.parametrize("pace", [0.001, 0.02, 0.03, 0.07, 0.1])
@pytest.mark.parametrize("programme", [False, True])
def test_no_pass_is_begun_that_would_end_past_the_limit(
    monkeypatch: pytest.MonkeyPatch, programme: bool, pace: float, split: bool
) -> None:
    clock = Costly(monkeypatch, pace=pace, lay=0.03)
    plans = late_ones(split=split)
    found = level(
        plans if programme else plans[:1], options=LevelOptions(may_split=split), seconds=1.0, clock=clock
    )
    assert clock.now <= 1.0
    assert clock.passes > 2  # the bound takes two: there was time for more
    for made, dates, given in zip(found.projects, found.schedules, plans, strict=False):
        assert resource_violations(made, dates, original=given) == []


class Heard:
    """CP-SAT's process as it is heard: with an answer at every look."""

    def consult(self, search: Search, **_: Any) -> None:
        search.adopt(search.best.start, search.best.taken)


@pytest.mark.parametrize("pace", [0.013, 0.03, 0.045, 0.07])
def test_no_answer_of_another_process_is_placed_past_the_limit(
    monkeypatch: pytest.MonkeyPatch, pace: float
) -> None:
    clock = Costly(monkeypatch, pace=pace, lay=0.0)
    asked: list[Heard] = []

    def hears(*_: Any) -> nullcontext[Heard]:
        asked.append(Heard())
        return nullcontext(asked[-1])

    monkeypatch.setattr(sys.modules["northline.engine.levelling.plans.level"], "_exact", hears)
    level(late_ones(), seconds=5.0, clock=clock)
    assert asked
    assert clock.now <= 5.0


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize(("seconds", "pause"), [(0.6, 0.03), (1.0, 0.05), (10.0, 0.25)])
def test_an_answer_comes_in_time_though_reading_it_off_is_paused(
    monkeypatch: pytest.MonkeyPatch, seconds: float, pause: float, workers: int
) -> None:
    clock = Costly(monkeypatch, pace=seconds / 1000, lay=0.03, pause=pause)
    level(late_ones()[:1], seconds=seconds, workers=workers, clock=clock)
    assert 0.7 * seconds < clock.now <= seconds


def test_the_first_schedule_is_made_even_where_it_takes_longer_than_the_limit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clock = Costly(monkeypatch, pace=5.0, lay=0.0)
    found = level(crowd(), seconds=1.0, clock=clock)
    assert (found.tried, found.overloads) == (1, ())


def limits_by(clock: Clock, *, seconds: float = 10.0, work: int | None = None, workers: int = 2) -> Limits:
    return Limits(clock, seconds, work, None, None, workers)


def test_no_more_schedules_are_asked_for_than_the_time_left_is_enough_for() -> None:
    clock = Clock()
    limits = limits_by(clock)
    assert limits.left(0) == 2 * PORTION
    clock.now = 8.0
    # Forty took eight seconds: two are left, for ten; the last child of either worker may make two more than asked for.
    assert limits.left(40) == 6
    clock.now = 9.0
    assert limits.left(45) == 0  # five fit in, and two children may make six
    assert (limits.fits(5), limits.fits(6)) == (True, False)


def test_what_begins_late_gets_only_the_rounds_that_it_can_end() -> None:
    clock = Clock()
    limits = limits_by(clock, workers=1)
    limits.begin(pace=1.0)
    assert limits.rounds(3, 0) == 3  # seven schedules
    clock.now = 5.0
    assert [limits.rounds(3, 5), limits.rounds(1, 5)] == [2, 1]
    clock.now = 9.5
    assert limits.rounds(3, 10) == -1


def test_a_number_of_schedules_leaves_the_rounds_as_they_are() -> None:
    limits = limits_by(Clock(), work=50)
    assert (limits.rounds(3, 49), limits.rounds(3, 50)) == (3, -1)


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
