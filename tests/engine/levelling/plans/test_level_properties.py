"""What must hold for every levelled plan, tried on plans that hypothesis makes up."""

import os
from dataclasses import replace
from datetime import datetime
from unittest.mock import patch

import pytest
from crowded_plans import crowded_plans, rich_plans
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from northline.engine import Project, resource_violations, schedule, violations
from northline.engine.errors import CapacityExceeded, ContradictoryLags
from northline.engine.fast import compiled
from northline.engine.levelling.plans import LevelOptions, level

calm = settings(
    max_examples=10,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


@calm
@given(crowded_plans(plain=True))
def test_a_levelled_plan_overloads_nobody_and_changes_only_what_it_may(plan: Project) -> None:
    found = level(plan, work=12)
    assert resource_violations(found.project, found.schedule, original=plan) == []
    assert violations(found.project, found.schedule) == []
    assert (found.overloads, found.broken_lags) == ((), ())


@calm
@given(crowded_plans())
def test_the_levelled_dates_are_the_engines_own(plan: Project) -> None:
    found = level(plan, work=8)
    assert schedule(found.project) == found.schedule
    known = {(v.code, v.task) for v in violations(plan, schedule(plan))}
    assert {(v.code, v.task) for v in violations(found.project, found.schedule)} <= known


@calm
@given(crowded_plans())
def test_what_is_still_overloaded_is_told_and_cannot_move_freely(plan: Project) -> None:
    found = level(plan, work=8)
    broken = resource_violations(found.project, found.schedule, original=plan)
    assert {v.code for v in broken} <= {"capacity", "capacity_fixed"}
    assert {v.resource for v in broken} == {o.resource for o in found.overloads}


@calm
@given(crowded_plans())
def test_a_task_of_the_highest_priority_and_begun_work_never_move(plan: Project) -> None:
    found = level(plan, work=8)
    now = schedule(plan)
    for task in plan.tasks:
        if task.priority == 1000 or task.actual_start or task.manual:
            assert found.schedule[task.id].start == now[task.id].start


@settings(calm, max_examples=25)
@given(rich_plans())
def test_pinned_work_moves_only_where_the_staffing_ahead_of_it_makes_it(plans: tuple[Project, ...]) -> None:
    try:
        given = [schedule(p) for p in plans]
        found = level(plans, work=8)
    except (ContradictoryLags, CapacityExceeded):
        assume(False)
    for plan, now, levelled, dates in zip(plans, given, found.projects, found.schedules, strict=True):
        freely = replace(levelled, tasks=tuple(replace(t, levelling_delay=0) for t in levelled.tasks))
        pushed = schedule(freely)
        for task in plan.tasks:
            pinned = task.priority == 1000 or task.actual_start or task.manual
            if pinned and task.id not in {d.task for d in plan.demands}:
                at = now[task.id].start
                assert dates[task.id].start in (at, max(at, pushed[task.id].start))
        assert schedule(levelled) == dates
        assert dates.finish < datetime(2027, 1, 1)


@calm
@given(crowded_plans())
def test_levelling_within_slack_never_moves_the_finish(plan: Project) -> None:
    found = level(plan, options=LevelOptions(within_slack=True), work=8)
    assert found.schedule.finish <= schedule(plan).finish


@calm
@given(crowded_plans(plain=True))
def test_a_plan_that_overloads_nobody_stays_as_it_is(plan: Project) -> None:
    levelled = level(plan, work=12).project
    cleared = replace(plan, tasks=tuple(replace(t, levelling_delay=0) for t in plan.tasks))
    for once in (levelled, cleared):
        if not resource_violations(once, schedule(once)):
            again = level(once, work=4)
            assert again.schedule.finish <= schedule(once).finish
            if all(t.levelling_delay == 0 for t in once.tasks):
                assert (again.project, again.moves) == (once, ())


@calm
@given(crowded_plans(), st.integers(0, 5))
def test_the_same_seed_and_work_give_the_same_answer(plan: Project, seed: int) -> None:
    first, second = (level(plan, work=10, seed=seed) for _ in range(2))
    assert (first.projects, first.moves, first.lower_bound) == (
        second.projects,
        second.moves,
        second.lower_bound,
    )


@calm
@given(crowded_plans())
def test_only_tasks_in_the_range_are_delayed(plan: Project) -> None:
    now = schedule(plan)
    middle = now.start + (now.finish - now.start) / 2
    found = level(plan, options=LevelOptions(last=middle), work=8)
    for task, levelled in zip(plan.tasks, found.project.tasks, strict=True):
        if now[task.id].start >= middle:
            assert levelled.levelling_delay == task.levelling_delay
    found = level(plan, options=LevelOptions(first=middle), work=8)
    for task in plan.tasks:
        if now[task.id].finish <= middle and task.duration:
            assert found.schedule[task.id].start == now[task.id].start


@calm
@given(crowded_plans(plain=True))
def test_no_plan_ends_before_its_lower_bound(plan: Project) -> None:
    found = level(plan, work=30)
    assert found.lower_bound <= found.finish
    assert found.lower_bound >= schedule(plan).finish or found.project == plan


@settings(calm, max_examples=6)
@given(crowded_plans())
def test_both_twins_of_the_kernels_agree(plan: Project) -> None:
    if compiled() is None:
        pytest.skip("numba is not installed")
    with patch.dict(os.environ, {"NORTHLINE_JIT": "on"}):
        fast = level(plan, work=10)
    slow = level(plan, work=10)
    assert (fast.projects, fast.tried, fast.lower_bound) == (slow.projects, slow.tried, slow.lower_bound)
