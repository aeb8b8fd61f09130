"""What must hold for every plan, tried on plans that hypothesis makes up."""

import os
from dataclasses import replace
from random import Random
from unittest.mock import patch

import pytest
from engine_plans import projects
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from northline.engine import Project, schedule, violations
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
