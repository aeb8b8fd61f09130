"""A schedule's values as columns say what its tasks say."""

from dataclasses import fields

import numpy as np
from engine_plans import project, projects, task
from hypothesis import HealthCheck, given, settings

from northline.engine import Link, Project, Schedule, schedule
from northline.engine.result import Columns, driver_of

calm = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@calm
@given(projects())
def test_columns_tasks_and_single_look_ups_agree(plan: Project) -> None:
    one_by_one, all_at_once = schedule(plan), schedule(plan)
    tasks = list(all_at_once)
    assert [one_by_one[t.id] for t in plan.tasks] == tasks
    for field in fields(Columns)[1:-1]:
        assert getattr(one_by_one.columns, field.name).tolist() == [getattr(t, field.name) for t in tasks]
    assert [driver_of(code) for code in one_by_one.columns.driver.tolist()] == [t.driver for t in tasks]


@calm
@given(projects())
def test_a_schedule_made_of_values_has_the_same_columns(plan: Project) -> None:
    made = schedule(plan)
    again = Schedule(made.start, made.finish, dict(made.tasks), made.warnings)
    assert again == made
    assert again.critical == made.critical
    for field in fields(Columns):
        assert np.array_equal(getattr(again.columns, field.name), getattr(made.columns, field.name))


def test_an_unknown_task_is_a_key_error_and_membership_is_known() -> None:
    made = schedule(project(task("a"), task("b"), links=(Link("a", "b"),)))
    assert "a" in made.tasks
    assert "z" not in made.tasks
    assert list(made.tasks) == ["a", "b"]
    assert len(made) == 2
