"""What does not depend on how a plan is written down: the order of its parts, and the unit of its time.

The search draws by place and breaks ties by place, so another order may find another plan within the same work. What holds
for any order: each answer is one of the other's, no answer beats the other's bound, and where both are proven, both end
at the same time. The same holds for scale, as every date of a plan without idle time is a sum of durations and lags.
"""

from dataclasses import replace
from datetime import datetime
from random import Random

from crowded_plans import crowded, crowded_plans
from engine_plans import on_the_clock, task
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from northline.engine import (
    Assignment,
    Lag,
    LagUnit,
    Link,
    Minutes,
    Project,
    resource_violations,
    schedule,
    violations,
)
from northline.engine.levelling.plans import Levelled, level

calm = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def shuffled(plan: Project, random: Random) -> Project:
    """The same plan with its tasks, links, people and assignments in another order."""
    parts = {name: list(getattr(plan, name)) for name in ("tasks", "links", "resources", "assignments")}
    for part in parts.values():
        random.shuffle(part)
    return replace(plan, **{name: tuple(part) for name, part in parts.items()})  # type: ignore[arg-type]


def put_back(levelled: Project, original: Project) -> Project:
    """A levelled plan with its tasks and links as they stood in the original."""
    tasks = {t.id: t for t in levelled.tasks}
    return replace(
        levelled,
        tasks=tuple(tasks[t.id] for t in original.tasks),
        links=original.links,
        resources=original.resources,
    )


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
@given(crowded_plans(plain=True), st.randoms(use_true_random=False))
def test_another_order_finds_a_plan_of_the_same_instance_with_the_same_bound(
    plan: Project, random: Random
) -> None:
    here, there = level(plan, work=40), level(shuffled(plan, random), work=40)
    again = put_back(there.project, plan)
    dates = schedule(again)
    assert all(dates[t.id].start == there.schedule[t.id].start for t in plan.tasks)
    assert resource_violations(again, dates, original=plan) == []
    assert violations(again, dates) == []
    assert here.lower_bound <= there.finish
    assert there.lower_bound <= here.finish
    event(f"both proven: {here.optimal and there.optimal}")
    if clean(here) and clean(there):
        assert here.finish == there.finish


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
