"""What does not depend on how a plan is written down: the order of its parts, and the unit of its time.

The order changes nothing: plans are levelled in the order of their ids. In another unit an answer is a plan of the other
instance, no answer beats the other's bound, and where both are proven, both are as long, as every date of a plan without
idle time is a sum of durations and lags.
"""

from collections import Counter
from dataclasses import replace
from datetime import datetime
from random import Random

import pytest
from crowded_plans import crowded, crowded_plans, rich_plans
from engine_plans import on_the_clock, task
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from northline.engine import (
    Assignment,
    Lag,
    LagUnit,
    Link,
    Minutes,
    PlanError,
    Project,
    resource_violations,
    schedule,
)
from northline.engine.forecast import simulate
from northline.engine.levelling.plans import Levelled, LevelOptions, alternatives, level

calm = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])


PARTS = ("tasks", "links", "resources", "calendars", "assignments", "demands")


def shuffled(plan: Project, random: Random) -> Project:
    """The same plan with its tasks, links, people and other rows in another order."""
    parts = {name: list(getattr(plan, name)) for name in PARTS}
    for part in parts.values():
        random.shuffle(part)
    return replace(plan, **{name: tuple(part) for name, part in parts.items()})  # type: ignore[arg-type]


def by_id(found: Levelled) -> list[dict[str, tuple[datetime, datetime]]]:
    """Start and finish of every task of every plan."""
    return [{one.id: (one.start, one.finish) for one in dates} for dates in found.schedules]


def times(plan: Project, factor: int) -> Project:
    """The plan with every length of time so many times as long."""
    tasks = (
        replace(
            t,
            duration=Minutes(t.duration * factor),
            splits=tuple(
                replace(s, after=Minutes(s.after * factor), length=Minutes(s.length * factor))
                for s in t.splits
            ),
        )
        for t in plan.tasks
    )
    links = (
        k if k.lag.unit is LagUnit.PERCENT else replace(k, lag=Lag(k.lag.amount * factor, k.lag.unit))
        for k in plan.links
    )
    people = (replace(a, delay=Minutes(a.delay * factor)) for a in plan.assignments)
    return replace(plan, tasks=tuple(tasks), links=tuple(links), assignments=tuple(people))


def clean(found: Levelled) -> bool:
    return found.optimal and not found.overloads and not found.broken_lags


@calm
@given(rich_plans(), st.randoms(use_true_random=False), st.booleans())
def test_another_order_of_the_same_plans_gets_the_same_answer(
    plans: tuple[Project, ...], random: Random, may_split: bool
) -> None:
    options = LevelOptions(may_split=may_split)
    others = tuple(shuffled(plan, random) for plan in plans)
    try:
        here = level(plans, options=options, work=40, seed=3)
    except PlanError as refused:
        with pytest.raises(type(refused)):
            level(others, options=options, work=40, seed=3)
        return
    there = level(others, options=options, work=40, seed=3)
    assert by_id(there) == by_id(here)
    for mine, theirs, other, dates in zip(
        here.projects, there.projects, others, there.schedules, strict=True
    ):
        assert [t.id for t in theirs.tasks] == [t.id for t in other.tasks]
        assert sorted(map(repr, theirs.tasks)) == sorted(map(repr, mine.tasks))
        assert Counter(theirs.assignments) == Counter(mine.assignments)
        assert (theirs.links, theirs.resources, theirs.demands) == (
            other.links,
            other.resources,
            other.demands,
        )
        assert schedule(theirs) == dates
    for name in ("finish", "lower_bound", "optimal", "tardiness", "tried", "modes", "overloads"):
        assert getattr(there, name) == getattr(here, name)
    for name in ("moves", "interruptions", "broken_lags"):
        assert Counter(getattr(there, name)) == Counter(getattr(here, name))
    event(f"moved: {bool(here.moves)}")


@calm
@given(rich_plans(), st.randoms(use_true_random=False))
def test_another_order_of_the_same_plan_gets_the_same_forecast_of_scarce_people(
    plans: tuple[Project, ...], random: Random
) -> None:
    plan = plans[0]
    other = shuffled(plan, random)
    try:
        here = simulate(plan, samples=20, with_resources=True)
    except PlanError as refused:
        with pytest.raises(type(refused)):
            simulate(other, samples=20, with_resources=True)
        return
    assert simulate(other, samples=20, with_resources=True).finishes.tolist() == here.finishes.tolist()


def test_alternatives_are_the_same_in_every_order() -> None:
    plan = crowded(
        *(task(name, days) for name, days in (("a", 1), ("b", 2), ("c", 1), ("d", 0.5))),
        links=(Link("a", "d"), Link("b", "d")),
        assignments=tuple(Assignment(t, who) for t in "abcd" for who in ("ann", "bob")),
    )
    answers = [alternatives(one, work=40) for one in (plan, *(shuffled(plan, Random(n)) for n in range(3)))]
    told = [[(a.name, a.finish, a.cost, by_id(a.levelled)) for a in answer] for answer in answers]
    assert all(one == told[0] for one in told)


@calm
@given(crowded_plans(plain=True, most=5), st.integers(2, 4))
def test_every_length_of_time_so_many_times_as_long_makes_the_plan_so_many_times_as_long(
    plan: Project, factor: int
) -> None:
    resources = tuple(replace(r, availability=()) for r in plan.resources)
    plan = on_the_clock(replace(plan, resources=resources))
    small, large = level(plan, work=40), level(times(plan, factor), work=40)
    begin = plan.start

    def length(at: datetime) -> float:
        return (at - begin).total_seconds()

    # A levelled plan with all its times longer is a levelled plan of the longer instance.
    grown = times(small.project, factor)
    grown = replace(
        grown,
        tasks=tuple(replace(t, levelling_delay=Minutes(t.levelling_delay * factor)) for t in grown.tasks),
    )
    dates = schedule(grown)
    for one in small.schedule:
        assert length(dates[one.id].start) == factor * length(one.start)
    assert resource_violations(grown, dates) == []
    assert length(large.lower_bound) <= factor * length(small.finish)
    assert factor * length(small.lower_bound) <= length(large.finish)
    if clean(small) and clean(large):
        assert length(large.finish) == factor * length(small.finish)


def test_a_proven_plan_ends_at_the_same_time_in_every_order_and_scale() -> None:
    plan = crowded(
        *(task(name, days) for name, days in (("a", 1), ("b", 2), ("c", 1), ("d", 0.5))),
        links=(Link("a", "d"), Link("b", "d")),
        assignments=tuple(Assignment(t, "ann") for t in "abc"),
    )
    found = [level(shuffled(plan, Random(seed)), work=60) for seed in range(6)]
    assert all(map(clean, found))
    assert len({one.finish for one in found}) == 1
    still = on_the_clock(plan)
    lengths = [(level(times(still, n), work=60).finish - plan.start) / n for n in (1, 2, 5)]
    assert len(set(lengths)) == 1
