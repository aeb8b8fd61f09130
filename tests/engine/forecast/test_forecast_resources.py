"""The simulation with scarce resources: nobody is overbooked, and plenty changes nothing."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from engine_plans import at, project, projects, task
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from northline.engine import (
    Assignment,
    Availability,
    Calendar,
    Constraint,
    ConstraintKind,
    Link,
    LinkKind,
    Minutes,
    Project,
    Resource,
    Task,
    WorkInterval,
    schedule,
)
from northline.engine.calendars import to_minute
from northline.engine.compiled import compile_plan
from northline.engine.cpm import run_passes
from northline.engine.errors import CapacityExceeded
from northline.engine.forecast import DEFAULT_SPREAD, Historical, Spread, simulate
from northline.engine.forecast.crewruns import spans_of
from northline.engine.forecast.draws import draws_of
from northline.engine.forecast.jit import loops
from northline.engine.forecast.simulate import setting_of
from northline.engine.forecast.staffing import rank_of, staffing_of
from northline.engine.forecast.uncertain import Doubt

pytestmark = pytest.mark.skipif(loops() is None, reason="needs numba")
slowly = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
CERTAIN = Spread(1, 1, 1)


def staffed(plan: Project, data: st.DataObject, *, capacity: float | None = None) -> Project:
    """The plan with two resources, and any task on neither, one or both of them."""
    resources = tuple(
        Resource(name, capacity=capacity or data.draw(st.sampled_from([1.0, 1.5, 2.0])))
        for name in ("ann", "bob")
    )
    assignments = [
        Assignment(t.id, name, data.draw(st.sampled_from([0.5, 1.0])))
        for t in plan.tasks
        if t.id.startswith("t")
        for name in ("ann", "bob")
        if data.draw(st.booleans())
    ]
    tasks = tuple(replace(t, levelling_delay=Minutes(0), ignores_resource_calendar=True) for t in plan.tasks)
    return replace(plan, tasks=tasks, resources=resources, assignments=tuple(assignments))


def one_sample(
    plan: Project, *, plainly: bool, samples: int = 3, seed: int = 1, spread: Spread = DEFAULT_SPREAD
) -> tuple[list[int], list[list[int]]]:
    """Finishes, and start and finish of every task in the last sample."""
    made, dates = run_passes(compile_plan(plan), plan)
    draws = draws_of(made, plan, seed=seed, doubt=Doubt(spread))
    staff = staffing_of(made, plan, rank_of(plan, dates, None), begin=dates.project_start)
    setting = setting_of(made, dates, plan, None)
    while True:
        outcome, spans, _ = spans_of(made, draws, setting, staff, samples=samples, plainly=plainly)
        if not outcome.flag:
            return outcome.finish.tolist(), spans.tolist()
        made = made.widened()


@slowly
@given(projects(constraints=False), st.data())
def test_with_plenty_of_everybody_nothing_waits(plan: Project, data: st.DataObject) -> None:
    rich = staffed(plan, data, capacity=1000.0)
    free, held = (simulate(rich, samples=20, with_resources=w) for w in (False, True))
    assert held.finishes.tolist() == free.finishes.tolist()


@slowly
@given(projects(), st.data())
def test_nobody_works_on_more_than_there_is_of_them(plan: Project, data: st.DataObject) -> None:
    """Counted minute by minute at every start, apart from tasks that hard dates pin."""
    plan = staffed(plan, data)
    _, spans = one_sample(plan, plainly=False)
    index = {t.id: v for v, t in enumerate(plan.tasks)}
    pinned = {t.id for t in plan.tasks if t.constraint.kind.name in ("MSO", "MFO", "SNLT", "FNLT")}
    if pinned:
        return
    for resource in plan.resources:
        own = [(*spans[index[a.task]], a) for a in plan.assignments if a.resource == resource.id]
        own = [
            (s, f, a.units)
            for s, f, a in own
            if plan.tasks[index[a.task]].active and plan.tasks[index[a.task]].duration
        ]
        for start, _, _ in own:
            busy = sum(units for s, f, units in own if s <= start < f)
            assert busy <= resource.capacity + 1e-9


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(projects(), st.data())
def test_the_compiled_loop_does_what_its_source_says(plan: Project, data: st.DataObject) -> None:
    plan = staffed(plan, data)
    with np.errstate(over="ignore"):
        assert one_sample(plan, plainly=True) == one_sample(plan, plainly=False)


def two_jobs(**fields: object) -> Project:
    return project(
        task("long", 3), task("short", 1), task("after", 4), links=(Link("short", "after"),),
        resources=(Resource("ann", **fields),),  # type: ignore[arg-type]
        assignments=(Assignment("long", "ann"), Assignment("short", "ann")),
    )  # fmt: skip


def test_what_is_more_urgent_goes_first() -> None:
    """`short` has the later start to lose: one day, then four; `long` waits for Ann and ends on day four."""
    forecast = simulate(two_jobs(), samples=5, default_spread=CERTAIN, with_resources=True)
    assert forecast.p50 == at("03-06 17:00")
    assert forecast.with_resources
    other = simulate(
        two_jobs(), samples=5, default_spread=CERTAIN, with_resources=True, order=["long", "short", "after"]
    )
    assert other.p50 == at("03-11 17:00")


def test_priority_goes_before_urgency() -> None:
    plan = two_jobs()
    first = replace(plan, tasks=(replace(plan.tasks[0], priority=900), *plan.tasks[1:]))
    assert simulate(first, samples=5, default_spread=CERTAIN, with_resources=True).p50 == at("03-11 17:00")


def test_a_second_pair_of_hands_ends_the_wait() -> None:
    assert simulate(two_jobs(capacity=2.0), samples=5, default_spread=CERTAIN, with_resources=True).p50 == at(
        "03-06 17:00"
    )
    plan = project(
        *(task(str(n), 1) for n in range(6)), resources=(Resource("ann", capacity=2.0),),
        assignments=tuple(Assignment(str(n), "ann") for n in range(6)),
    )  # fmt: skip
    assert simulate(plan, samples=5, default_spread=CERTAIN, with_resources=True).p50 == at("03-04 17:00")


def test_levelling_delays_give_way_but_their_order_stays() -> None:
    """Levelled the other way round: `short` was put after `long`."""
    plan = two_jobs()
    levelled = replace(
        plan, tasks=(plan.tasks[0], replace(plan.tasks[1], levelling_delay=Minutes(3 * 1440)), plan.tasks[2])
    )
    forecast = simulate(levelled, samples=5, default_spread=CERTAIN, with_resources=True)
    assert forecast.p50 == schedule(levelled).finish == at("03-11 17:00")


def test_a_resource_that_is_away_is_waited_for() -> None:
    away = (Availability(date(2026, 3, 2), date(2026, 3, 4), 0.0),)
    forecast = simulate(two_jobs(availability=away), samples=5, default_spread=CERTAIN, with_resources=True)
    assert forecast.earliest == at("03-11 17:00")


def test_an_absence_that_begins_in_a_break_is_seen_before_it() -> None:
    """Who is free on Friday evening begins on Monday morning, and Ann is away then."""
    away = (Availability(date(2026, 3, 9), date(2026, 3, 10), 0.0),)
    plan = project(task("a", 5), task("b", 1), links=(Link("a", "b"),),
                   resources=(Resource("ann", availability=away), Resource("bob")),
                   assignments=(Assignment("a", "bob"), Assignment("b", "ann")))  # fmt: skip
    forecast = simulate(plan, samples=5, default_spread=CERTAIN, with_resources=True)
    assert forecast.p50 == at("03-11 17:00")


@pytest.mark.parametrize("turned", [False, True])
def test_rank_decides_among_all_that_could_begin_at_one_moment(turned: bool) -> None:
    """Both wait for Ann; the one that needs Bob too may not slip past the other for being asked first."""
    plan = project(
        task("pair", 1), task("alone", 1), task("later", 3), links=(Link("alone", "later"),),
        resources=(Resource("ann"), Resource("bob")),
        assignments=(Assignment("pair", "bob"), Assignment("pair", "ann"), Assignment("alone", "ann")),
    )  # fmt: skip
    if turned:
        plan = replace(plan, tasks=plan.tasks[::-1], resources=plan.resources[::-1])
    assert simulate(plan, samples=3, default_spread=CERTAIN, with_resources=True).p50 == at("03-05 17:00")


def test_a_task_with_a_date_of_its_own_keeps_its_rank_over_the_night() -> None:
    """Its date makes it go the scheduler's own way; it is ready on Monday evening and goes before the other."""
    early = Constraint(ConstraintKind.SNLT, at("03-20 08:00"))
    plan = project(
        task("first", 1), task("urgent", 1, constraint=early, priority=900), task("other", 2),
        links=(Link("first", "urgent"), Link("first", "other")),
        resources=(Resource("ann"),), assignments=(Assignment("urgent", "ann"), Assignment("other", "ann")),
    )  # fmt: skip
    _, spans = one_sample(replace(plan), plainly=False, samples=1, spread=CERTAIN)
    assert spans[1][1] == to_minute(at("03-03 17:00"))


def test_merge_bias_with_resources_leaves_the_wait_for_people_apart() -> None:
    """Two uniform tasks by two people merge at a sixth; the merged task then waits for Cy, who is busy for long."""
    clock = Calendar("clock", "Clock", ((WorkInterval(0, 1440),),) * 7)
    uniform = Historical(tuple(float(n) for n in range(0, 100_001, 50)))
    long = Minutes(100_000)
    plan = project(
        Task(id="a", duration=long), Task(id="b", duration=long), Task(id="busy", duration=Minutes(150_000), priority=900),
        Task(id="end", duration=Minutes(60)), links=(Link("a", "end"), Link("b", "end")), calendars=(clock,), calendar="clock",
        resources=(Resource("ann"), Resource("bob"), Resource("cy")),
        assignments=(Assignment("a", "ann"), Assignment("b", "bob"), Assignment("busy", "cy"), Assignment("end", "cy")),
    )  # fmt: skip
    told = {"samples": 20_000, "durations": {"a": uniform, "b": uniform}, "default_spread": CERTAIN}
    held = simulate(plan, with_resources=True, **told)  # type: ignore[arg-type]
    assert held.merge_points[0].bias == pytest.approx(100_000 / 6, rel=0.03)
    assert held.merge_points[0].wait == pytest.approx(150_000 - 200_000 / 3, rel=0.02)
    quick = replace(
        plan, tasks=(*plan.tasks[:2], replace(plan.tasks[2], duration=Minutes(60_000)), plan.tasks[3])
    )
    held = simulate(quick, with_resources=True, **told)  # type: ignore[arg-type]
    assert [m.id for m in held.merge_points] == ["end"]
    assert held.merge_points[0].bias == pytest.approx(100_000 / 6, rel=0.03)
    # The later of two uniform ends has density 2x: E[max(0, 0.6 - it)] = 0.6³ ÷ 3.
    assert held.merge_points[0].wait == pytest.approx(100_000 * 0.6**3 / 3, rel=0.05)
    free = simulate(quick, **told)  # type: ignore[arg-type]
    assert [(m.id, m.wait) for m in free.merge_points] == [("end", 0)]


def test_people_on_other_calendars_work_in_their_own_hours() -> None:
    plan = project(
        task("a", 1), task("b", 1), resources=(Resource("owl", calendar="night"),),
        assignments=(Assignment("a", "owl"), Assignment("b", "owl")),
    )  # fmt: skip
    _, spans = one_sample(plan, plainly=False)
    (a, b) = sorted(spans)
    assert a[1] <= b[0]
    assert {(s % 1440 >= 1320 or s % 1440 < 360) for s, _ in spans} == {True}


def test_begun_work_holds_its_people_and_who_waits_says_so() -> None:
    begun = task("begun", 4, actual_start=at("03-02 08:00"), percent_complete=25)
    plan = project(
        begun, task("next", 1), resources=(Resource("ann"),),
        assignments=(Assignment("begun", "ann"), Assignment("next", "ann")),
    )  # fmt: skip
    forecast = simulate(plan, samples=50, with_resources=True)
    assert forecast.earliest > at("03-05 12:00")
    assert {d.id: d.criticality_index for d in forecast.drivers} == {"begun": 1.0, "next": 1.0}


def test_more_than_there_ever_is_is_refused() -> None:
    plan = project(task("a"), resources=(Resource("ann"),), assignments=(Assignment("a", "ann", 2.0),))
    with pytest.raises(CapacityExceeded) as refused:
        simulate(plan, samples=2, with_resources=True)
    assert refused.value.ids == ("a", "ann")
    gone = Resource("ann", availability=(Availability(date(2026, 3, 3), date(2999, 1, 1), 0.0),))
    left = project(
        task("a"), task("b"), resources=(gone,), assignments=(Assignment("a", "ann"), Assignment("b", "ann"))
    )
    with pytest.raises(CapacityExceeded):
        simulate(left, samples=2, with_resources=True)


@pytest.mark.parametrize("workers", [2, 5])
def test_threads_do_not_change_the_answer(workers: int) -> None:
    plan = project(
        *(task(str(n), 1 + n % 3) for n in range(40)), Task(id="m", milestone=True),
        links=(*(Link(str(n // 2), str(n), LinkKind.SS if n % 5 == 0 else LinkKind.FS) for n in range(1, 40)), Link("39", "m")),
        resources=(Resource("ann", capacity=2.0), Resource("bob")),
        assignments=tuple(Assignment(str(n), "ann" if n % 2 else "bob") for n in range(40)),
    )  # fmt: skip
    one = simulate(plan, samples=1001, with_resources=True, workers=1)
    assert simulate(plan, samples=1001, with_resources=True, workers=workers) == one
    assert one.milestones[0].p50 > simulate(plan, samples=1001).milestones[0].p50


def test_a_plan_without_tasks_finishes_when_it_starts() -> None:
    assert simulate(project(), samples=5, with_resources=True).p50 == schedule(project()).finish
