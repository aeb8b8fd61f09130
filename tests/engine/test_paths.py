"""Critical path, near-critical tasks, float paths and drag."""

from dataclasses import replace

import pytest
from engine_plans import DAY, at, project, projects, task
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from northline.engine import (
    Constraint,
    ConstraintKind,
    DragMethod,
    FloatBy,
    Lag,
    Link,
    LinkKind,
    Minutes,
    Project,
    UnknownId,
    critical_path,
    drags,
    float_paths,
    link_float,
    near_critical,
    schedule,
)
from northline.engine.drag import without
from northline.engine.feasible.hours import Hours, minute_of

calm = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
# a(2) → b(3) → e(1), c(4) → e, d(1) → b: the way over a and b is critical, c has 1 day, d has 1 day.
DIAMOND = project(
    task("a", 2),
    task("b", 3),
    task("c", 4),
    task("d", 1),
    task("e", 1),
    links=(Link("a", "b"), Link("b", "e"), Link("c", "e"), Link("d", "b")),
)


def test_the_critical_path_is_the_one_way_without_room_in_order() -> None:
    assert critical_path(DIAMOND, schedule(DIAMOND)) == ("a", "b", "e")
    assert critical_path(project(), schedule(project())) == ()


def test_it_runs_through_summaries_from_leaf_to_leaf() -> None:
    plan = project(
        task("s"), task("x", 2, parent="s"), task("y", 1, parent="s"), task("z"), links=(Link("s", "z"),)
    )
    assert critical_path(plan, schedule(plan)) == ("x", "z")


def test_near_critical_tasks_come_by_their_slack() -> None:
    dates = schedule(DIAMOND)
    assert near_critical(DIAMOND, dates, within=Minutes(DAY)) == ("c", "d")
    assert near_critical(DIAMOND, dates, within=Minutes(DAY - 1)) == ()


@pytest.mark.parametrize("by", FloatBy)
def test_float_paths_branch_off_in_order_of_their_float(by: FloatBy) -> None:
    paths = float_paths(DIAMOND, schedule(DIAMOND), by=by)
    assert [(p.number, p.tasks, p.float, p.joins) for p in paths] == [
        (1, ("a", "b", "e"), 0, None),
        (2, ("c",), DAY, "e"),
        (3, ("d",), DAY, "b"),
    ]


def test_free_float_sees_past_a_deadline_that_total_float_heeds() -> None:
    due = replace(DIAMOND.tasks[2], deadline=at("03-03 17:00"))
    plan = replace(DIAMOND, tasks=(*DIAMOND.tasks[:2], due, *DIAMOND.tasks[3:]))
    dates = schedule(plan)
    assert float_paths(plan, dates, end="e", by=FloatBy.TOTAL)[0].tasks == ("c", "e")
    assert float_paths(plan, dates, end="e", by=FloatBy.FREE)[0].tasks == ("a", "b", "e")


def test_paths_end_where_one_asks_and_stop_at_most() -> None:
    dates = schedule(DIAMOND)
    assert [p.tasks for p in float_paths(DIAMOND, dates, end="b")] == [("a", "b"), ("d",)]
    assert len(float_paths(DIAMOND, dates, most=2)) == 2
    with pytest.raises(UnknownId):
        float_paths(DIAMOND, dates, end="zz")


def test_the_float_of_a_link_is_how_far_its_predecessor_may_slip() -> None:
    dates = schedule(DIAMOND)
    assert [link_float(DIAMOND, dates, n) for n in range(4)] == [0, 0, DAY, DAY]


def test_drag_is_the_duration_or_the_least_slack_beside_it() -> None:
    found = drags(DIAMOND, schedule(DIAMOND))
    assert [(d.task, d.minutes, d.method) for d in found] == [
        ("a", DAY, DragMethod.PARALLEL_SLACK),
        ("b", DAY, DragMethod.PARALLEL_SLACK),
        ("e", DAY, DragMethod.PARALLEL_SLACK),
    ]


def test_where_the_rule_does_not_hold_the_plan_is_scheduled_anew() -> None:
    plan = replace(DIAMOND, links=(*DIAMOND.links, Link("a", "c", LinkKind.SS, Lag(60))))
    found = drags(plan, schedule(plan))
    assert {d.method for d in found} == {DragMethod.RESCHEDULED}
    assert {d.task: d.minutes for d in found}["e"] == DAY


def test_a_lag_beside_a_task_is_not_overlooked() -> None:
    links = (Link("a", "b"), Link("b", "c"), Link("a", "c", lag=Lag(300)))
    plan = project(task("a", 0), task("b", 2), task("c", 0.5), links=links)
    assert {d.task: d.minutes for d in drags(plan, schedule(plan))}["b"] == 2 * DAY - 300


def test_of_begun_work_only_the_rest_drags() -> None:
    plan = project(
        task("a", 4, actual_start=at("03-02 08:00"), remaining_duration=Minutes(DAY)), task("b", 1)
    )
    assert [(d.task, d.minutes) for d in drags(plan, schedule(plan))] == [("a", DAY)]


def test_a_date_that_holds_the_end_leaves_nothing_to_drag() -> None:
    held = task("a", 1, constraint=Constraint(ConstraintKind.FNET, at("03-20 17:00")))
    plan = project(task("b", 1), held, links=(Link("b", "a"),))
    assert all(d.minutes == 0 for d in drags(plan, schedule(plan)))


@calm
@given(projects())
def test_drag_is_what_setting_the_duration_to_zero_gains(plan: Project) -> None:
    # Levelling that pushes a task past its late start moves the end twice; no chain tells that.
    assume(not any(t.constraint.kind is ConstraintKind.ALAP and t.levelling_delay for t in plan.tasks))
    dates = schedule(plan)
    found = {d.task: d.minutes for d in drags(plan, dates)}
    hours = Hours(plan.calendars[0])
    summaries = {t.parent for t in plan.tasks}
    for one in plan.tasks:
        if one.id not in summaries and one.duration:
            after = schedule(without(plan, one.id))
            gained = hours.worked(minute_of(after.finish), minute_of(dates.finish))
            assert found.get(one.id, 0) == max(0, gained)


@st.composite
def uniform(draw: st.DrawFn) -> Project:
    """One calendar, finish-to-start links without lag."""
    count = draw(st.integers(2, 9))
    tasks = [task(f"t{n}", draw(st.sampled_from([0, 0.5, 1, 2, 5]))) for n in range(count)]
    pairs = draw(st.lists(st.tuples(st.integers(0, count - 1), st.integers(0, count - 1)), max_size=14))
    links = [Link(f"t{a}", f"t{b}") for a, b in pairs if a < b]
    return project(*tasks, links=tuple(links))


@calm
@given(uniform())
def test_the_rule_of_parallel_slack_agrees_with_scheduling_anew(plan: Project) -> None:
    dates = schedule(plan)
    found = drags(plan, dates)
    assert all(d.method is DragMethod.PARALLEL_SLACK for d in found)
    hours = Hours(plan.calendars[0])
    ruled = {d.task: d.minutes for d in found}
    for one in plan.tasks:
        after = schedule(without(plan, one.id))
        gained = hours.worked(minute_of(after.finish), minute_of(dates.finish))
        assert ruled.get(one.id, 0) == gained


@calm
@given(projects(), st.sampled_from(FloatBy))
def test_every_task_lies_on_one_path_at_most_and_floats_rise_by_free_float(
    plan: Project, by: FloatBy
) -> None:
    paths = float_paths(plan, schedule(plan), by=by, most=50)
    tasks = [t for p in paths for t in p.tasks]
    assert len(tasks) == len(set(tasks))
    assert all(p.joins in tasks for p in paths[1:])
