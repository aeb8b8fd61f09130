"""What each lever does to a plan, as a pure function."""

from contextlib import suppress
from dataclasses import replace
from datetime import date

import pytest
from engine_plans import at, project, projects, task
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from northline.engine import (
    Assignment,
    Availability,
    CalendarException,
    Lag,
    LagUnit,
    Link,
    LinkKind,
    Minutes,
    Project,
    Resource,
    Split,
    Task,
    TaskType,
    ThreePoint,
    schedule,
    standard_calendar,
)
from northline.engine.recovery import (
    AddCapacity,
    AddPerson,
    Change,
    Defer,
    DoesNotFit,
    Drop,
    MoveDate,
    Overlap,
    Overtime,
    SplitTask,
    Swap,
    apply,
)

ANN, BOB = Resource("ann", "Ann"), Resource("bob", "Bob")
CHAIN = project(
    task("a", 4), task("b", 4), task("c", 4), links=(Link("a", "b"), Link("b", "c")), resources=(ANN, BOB),
    assignments=(Assignment("a", "ann", work_minutes=Minutes(4 * 480)), Assignment("b", "ann"), Assignment("c", "bob")),
)  # fmt: skip


def get(plan: Project, task_id: str) -> Task:
    return next(t for t in plan.tasks if t.id == task_id)


def people(plan: Project, task_id: str) -> list[tuple[str, float, int | None]]:
    return [(a.resource, a.units, a.work_minutes) for a in plan.assignments if a.task == task_id]


def test_a_second_full_hand_halves_a_task() -> None:
    plan = apply(CHAIN, AddPerson("a", "ann", efficiency=1.0))
    assert get(plan, "a").duration == 2 * 480
    assert people(plan, "a") == [("ann", 2.0, 4 * 480)]
    assert plan.resources[0].capacity == 2
    assert schedule(plan)["a"].finish == at("03-03 17:00")


def test_a_newcomer_does_less_and_the_work_grows() -> None:
    """1 + 0.8 hands: 4 ÷ 1.8 days, in which two are paid."""
    plan = apply(CHAIN, AddPerson("a", "bob", efficiency=0.8, hired=False))
    days = 4 * 480 / 1.8
    assert get(plan, "a").duration == round(days)
    assert people(plan, "a") == [("ann", 1.0, round(days)), ("bob", 1.0, None)]
    assert [r.capacity for r in plan.resources] == [1, 1]
    assert schedule(plan)["a"].finish < schedule(CHAIN)["a"].finish


def test_a_person_shortens_only_what_is_left_of_a_task() -> None:
    begun = task(
        "a", 4, actual_start=at("03-02 08:00"), percent_complete=50, remaining_duration=Minutes(960),
        estimate=ThreePoint(Minutes(960), Minutes(1920), Minutes(3840)),
    )  # fmt: skip
    found = get(apply(project(begun), AddPerson("a", efficiency=1.0)), "a")
    assert (found.duration, found.remaining_duration) == (960 + 480, 480)
    assert found.percent_complete == pytest.approx(100 * 960 / 1440)
    assert found.estimate == ThreePoint(Minutes(720), Minutes(1440), Minutes(2880))
    assert found.actual_start == at("03-02 08:00")


def test_breaks_of_a_task_keep_their_place() -> None:
    broken = task("a", 4, splits=(Split(Minutes(960), Minutes(60)),))
    assert get(apply(project(broken), AddPerson("a", efficiency=1.0)), "a").splits == (
        Split(Minutes(480), Minutes(60)),
    )


@pytest.mark.parametrize(
    "fields",
    [
        {"actual_start": at("03-02 08:00"), "actual_finish": at("03-05 17:00")},
        {"percent_complete": 100.0},
        {"manual": True, "manual_start": at("03-02 08:00"), "manual_finish": at("03-05 17:00")},
        {"active": False},
        {"milestone": True},
        {"elapsed_duration": True},
        {"type": TaskType.FIXED_DURATION},
    ],
)
def test_what_is_done_pinned_or_keeps_its_time_is_not_touched(fields: dict[str, object]) -> None:
    with pytest.raises(DoesNotFit):
        apply(project(task("a", 4, **fields)), AddPerson("a"))


@pytest.mark.parametrize("change", [Drop("a"), Defer("a"), SplitTask("a"), Swap("a", "ann", "bob")])
def test_begun_work_is_neither_dropped_nor_split_nor_handed_over(change: Change) -> None:
    begun = replace(CHAIN, tasks=(task("a", 4, actual_start=at("03-02 08:00")), *CHAIN.tasks[1:]))
    with pytest.raises(DoesNotFit, match="has begun"):
        apply(begun, change)


def test_more_of_a_resource_is_there_whenever_it_is_there() -> None:
    part_time = replace(ANN, availability=(Availability(date(2026, 3, 2), date(2026, 3, 6), 0.5),))
    plan = apply(replace(CHAIN, resources=(part_time, BOB)), AddCapacity("ann", 1.0))
    assert (plan.resources[0].capacity, plan.resources[0].availability[0].units) == (2, 1.5)


def test_overtime_lengthens_working_days_and_leaves_days_off() -> None:
    """Two hours more a day: 4 days' work takes 3 days and 2 hours; 4 March is off and stays off."""
    off = CalendarException(date(2026, 3, 4), date(2026, 3, 4))
    plan = replace(CHAIN, calendars=(replace(standard_calendar(), exceptions=(off,)),))
    longer = apply(plan, Overtime("ann", 120, date(2026, 3, 2), date(2026, 3, 31)))
    found = schedule(longer)
    assert found["a"].finish == at("03-06 10:00")
    assert schedule(plan)["a"].finish == at("03-06 17:00")
    with pytest.raises(DoesNotFit):
        apply(plan, Overtime("ann", 120, date(2026, 3, 7), date(2026, 3, 8)))


def test_overtime_ends_at_midnight() -> None:
    plan = apply(CHAIN, Overtime("ann", 2000, date(2026, 3, 2), date(2026, 3, 2)))
    extra = plan.calendars[-1].exceptions
    assert extra[-1].intervals[-1].end_minute == 1440


def test_an_overlapped_successor_begins_early_and_does_some_work_twice() -> None:
    """Half of a's 4 days: b begins 2 days before its end and takes 20 % of 2 days more."""
    plan = apply(CHAIN, Overlap("a", "b", 0.5, rework=0.2))
    found = schedule(plan)
    assert found["b"].start == at("03-04 08:00")
    assert get(plan, "b").duration == round(4.4 * 480)
    assert found["c"].finish < schedule(CHAIN)["c"].finish


def test_an_overlap_may_count_from_the_start() -> None:
    plan = apply(CHAIN, Overlap("a", "b", 0.5, rework=0.0, kind=LinkKind.SS))
    assert plan.links[0] == Link("a", "b", LinkKind.SS, Lag(50, LagUnit.PERCENT))
    assert schedule(plan)["b"].start == at("03-04 08:00")


def test_a_lag_is_kept_when_its_link_is_overlapped() -> None:
    lagged = replace(CHAIN, links=(Link("a", "b", lag=Lag(480)), Link("b", "c")))
    plan = apply(lagged, Overlap("a", "b", 0.25, rework=0.0))
    assert plan.links[0].lag == Lag(0)
    with pytest.raises(DoesNotFit, match="does not wait"):
        apply(CHAIN, Overlap("a", "c", 0.5))


@pytest.mark.parametrize("change", [Drop("b"), Defer("b")])
def test_what_waited_for_a_dropped_task_waits_for_its_predecessors(change: Change) -> None:
    plan = apply(CHAIN, change)
    assert plan.links == (Link("a", "c"),)
    assert schedule(plan)["c"].start == at("03-06 08:00")
    assert not get(plan, "b").active


def test_bridges_keep_the_ends_and_lags_of_their_links() -> None:
    links = (Link("a", "b", LinkKind.SS, Lag(60)), Link("b", "c", LinkKind.FF, Lag(30)), Link("a", "c"))
    plan = apply(replace(CHAIN, links=links), Drop("b"))
    assert set(plan.links) == {Link("a", "c"), Link("a", "c", LinkKind.SF, Lag(90))}


def test_two_halves_are_done_at_once_and_both_are_waited_for() -> None:
    plan = apply(CHAIN, SplitTask("b", 0.5, overhead=0.1, resource="bob"))
    half = round(4 * 480 * 1.1 / 2)
    assert (get(plan, "b").duration, get(plan, "b~2").duration) == (half, half)
    assert set(plan.links) == {Link("a", "b"), Link("b", "c"), Link("a", "b~2"), Link("b~2", "c")}
    found = schedule(plan)
    assert found["b"].start == found["b~2"].start == at("03-06 08:00")
    assert people(plan, "b~2") == [("bob", 1.0, None)]
    with pytest.raises(DoesNotFit):
        apply(plan, SplitTask("b"))


def test_people_swap_tasks() -> None:
    plan = apply(CHAIN, Swap("b", "ann", "bob", "c"))
    assert (people(plan, "b")[0][0], people(plan, "c")[0][0]) == ("bob", "ann")
    handed = apply(CHAIN, Swap("b", "ann", "bob"))
    assert (people(handed, "b")[0][0], people(handed, "c")[0][0]) == ("bob", "bob")
    with pytest.raises(DoesNotFit):
        apply(CHAIN, Swap("b", "bob", "ann"))
    with pytest.raises(DoesNotFit):
        apply(CHAIN, Swap("b", "ann", "carl"))


def test_a_new_date_is_the_projects() -> None:
    assert apply(CHAIN, MoveDate(at("04-01 17:00"))).deadline == at("04-01 17:00")


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(projects(), st.data())
def test_any_lever_gives_a_plan_that_can_be_scheduled_or_says_why_not(
    plan: Project, data: st.DataObject
) -> None:
    plan = replace(
        plan,
        tasks=tuple(replace(t, calendar=None) for t in plan.tasks),  # else Ann may share no hour with a task
        resources=(ANN, BOB),
        assignments=tuple(Assignment(t.id, "ann") for t in plan.tasks if t.id[0] == "t"),
    )
    ids = st.sampled_from([t.id for t in plan.tasks])
    one, other = data.draw(ids), data.draw(ids)
    changes = [
        AddPerson(one, "ann"), AddPerson(one, "bob"), Overlap(one, other, 0.5), Drop(one), SplitTask(one),
        Overtime("ann", 60, date(2026, 3, 2), date(2026, 4, 2)), Swap(one, "ann", "bob"), AddCapacity("bob"),
    ]  # fmt: skip
    before = repr(plan)
    for change in data.draw(st.lists(st.sampled_from(changes), max_size=4, unique=True)):
        with suppress(DoesNotFit):
            schedule(apply(plan, change))
    assert repr(plan) == before
