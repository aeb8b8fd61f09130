"""What must hold for every plan, tried on plans that hypothesis makes up."""

import os
from dataclasses import replace
from datetime import timedelta
from random import Random
from unittest.mock import patch

import pytest
from engine_plans import on_the_clock, projects
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from northline.engine import Lag, LagUnit, LinkKind, Project, schedule, violations
from northline.engine.fast import compiled

calm = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@calm
@given(projects())
def test_the_checker_finds_nothing_wrong_with_a_schedule(plan: Project) -> None:
    assert violations(plan, schedule(plan)) == []


@calm
@given(projects())
def test_both_twins_of_the_kernels_agree(plan: Project) -> None:
    if compiled() is None:
        pytest.skip("numba is not installed")
    with patch.dict(os.environ, {"NORTHLINE_JIT": "on"}):
        fast = schedule(plan)
    with patch.dict(os.environ, {"NORTHLINE_JIT": "off"}):
        plain = schedule(plan)
    assert fast == plain


@calm
@given(projects(), st.randoms(use_true_random=False))
def test_the_order_of_tasks_and_links_changes_no_date(plan: Project, random: Random) -> None:
    tasks, links = list(plan.tasks), list(plan.links)
    random.shuffle(tasks)
    random.shuffle(links)
    shuffled = schedule(replace(plan, tasks=tuple(tasks), links=tuple(links)))
    for task in schedule(plan):
        other = shuffled[task.id]
        assert (task.start, task.finish) == (other.start, other.finish)
        assert (task.late_start, task.late_finish) == (other.late_start, other.late_finish)
        assert (task.total_slack, task.free_slack) == (other.total_slack, other.free_slack)


@calm
@given(projects(constraints=False))
def test_without_constraints_no_slack_is_negative_and_something_is_critical(plan: Project) -> None:
    result = schedule(plan)
    parents = {t.parent for t in plan.tasks}
    working = [result[t.id] for t in plan.tasks if t.active and t.id not in parents]
    assert all(0 <= t.free_slack <= t.total_slack for t in working)
    assert any(t.critical for t in working) or not working


@calm
@given(projects(constraints=False), st.integers(-5, 5))
def test_slack_of_the_critical_path_is_the_deadline_margin(plan: Project, days: int) -> None:
    """On calendars without a break, so that the margin is the same on each."""
    plan = on_the_clock(plan)
    finish = schedule(plan).finish
    held = schedule(replace(plan, deadline=finish + timedelta(days=days)), to_deadline=True)
    parents = {t.parent for t in plan.tasks}
    working = [held[t.id] for t in plan.tasks if t.active and t.id not in parents]
    assert not working or min(t.total_slack for t in working) == days * 1440


@calm
@given(projects(constraints=False), st.integers(2, 5))
def test_scaling_all_durations_and_lags_scales_the_plan(plan: Project, factor: int) -> None:
    plan = on_the_clock(plan)
    tasks = (
        replace(t, duration=t.duration * factor, levelling_delay=t.levelling_delay * factor)
        for t in plan.tasks
    )
    links = (
        k if k.lag.unit is LagUnit.PERCENT else replace(k, lag=Lag(k.lag.amount * factor, k.lag.unit))
        for k in plan.links
    )
    grown, small = schedule(replace(plan, tasks=tuple(tasks), links=tuple(links))), schedule(plan)
    for task in small:
        assert grown[task.id].start - plan.start == factor * (task.start - plan.start)
        assert grown[task.id].finish - plan.start == factor * (task.finish - plan.start)
        assert grown[task.id].total_slack == factor * task.total_slack


@calm
@given(projects(constraints=False))
def test_a_looser_calendar_never_delays_a_plan(plan: Project) -> None:
    """Saturdays too; without leads and elapsed times, which may reach further back over a shorter gap."""
    links = tuple(k for k in plan.links if k.lag.unit is not LagUnit.ELAPSED and k.lag.amount >= 0)
    plan = replace(plan, links=links)
    week = plan.calendars[0].week
    loose = tuple(replace(c, week=(*c.week[:5], week[0], ()), exceptions=()) for c in plan.calendars[::2])
    before, after = schedule(plan), schedule(replace(plan, calendars=(loose[0], plan.calendars[1], loose[1])))
    parents = {t.parent for t in plan.tasks}
    assert all(after[t.id].finish <= before[t.id].finish for t in plan.tasks if t.id not in parents)


@calm
@given(projects(constraints=False))
def test_no_task_starts_before_its_finish_to_start_links_allow(plan: Project) -> None:
    dates = schedule(plan)
    active = {t.id for t in plan.tasks if t.active}
    for link in plan.links:
        if link.kind is LinkKind.FS and link.lag.amount >= 0 and link.before in active:
            assert dates[link.after].start >= dates[link.before].finish
