"""Finish-to-finish and start-to-finish links onto a summary: the tasks that end it wait."""

import os
from dataclasses import replace
from unittest.mock import patch

import pytest
from engine_plans import at, on_the_clock, project, projects, task
from hypothesis import HealthCheck, given, settings

from northline.engine import (
    Cycle,
    DateKind,
    DriverKind,
    Lag,
    LagUnit,
    Link,
    LinkKind,
    Project,
    Task,
    explain,
    schedule,
    violations,
    why,
)
from northline.engine.edges import held_ends, links_onto_finish
from northline.engine.result import Schedule
from northline.engine.scheduler import Scheduler

calm = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
SUMMARY = Task(id="s", name="Build")


def built(*links: Link, **fields: object) -> Project:
    """“Test” of four days beside a summary of one day, another after it, and a third by itself."""
    tasks = (task("test", 4), SUMMARY, task("a", parent="s"), task("b", parent="s"), task("c", parent="s"))
    return project(*tasks, links=(Link("a", "b"), Link("test", "s", LinkKind.FF), *links), **fields)


def test_the_tasks_that_end_a_summary_wait_for_its_link_and_no_other_does() -> None:
    plan = schedule(built())
    assert plan["s"].finish == plan["test"].finish == at("03-05 17:00")
    assert plan["a"].start == at("03-02 08:00")
    assert plan["b"].start == plan["c"].start == at("03-05 08:00")
    assert plan.warnings == ()


def test_an_sf_link_counts_from_the_start_with_its_lag() -> None:
    plan = schedule(
        project(task("x"), SUMMARY, task("a", parent="s"), links=(Link("x", "s", LinkKind.SF, Lag(960)),))
    )
    assert plan["s"].finish == at("03-03 17:00")


def test_a_task_before_others_of_the_summary_on_a_way_outside_ends_nothing() -> None:
    tasks = (task("test", 4), SUMMARY, task("a", parent="s"), task("b", parent="s"), task("out"))
    links = (Link("a", "out"), Link("out", "b"), Link("test", "s", LinkKind.FF))
    assert held_ends(project(*tasks, links=links)) == {"s": frozenset({"b"})}


def test_a_predecessor_that_begins_with_the_summary_closes_no_circle() -> None:
    plan = schedule(built(Link("a", "test", LinkKind.SS)))
    assert plan["s"].finish == plan["test"].finish


def test_a_link_from_an_end_of_the_summary_onto_its_finish_is_a_circle() -> None:
    with pytest.raises(Cycle, match="circle") as refused:
        schedule(built(Link("b", "test")))
    assert set(refused.value.ids) == {"b", "test"}


def test_the_link_s_source_must_finish_before_the_ends_must() -> None:
    plan = schedule(built(deadline=at("03-04 17:00")), to_deadline=True)
    assert plan["test"].total_slack == -480
    assert plan["b"].total_slack == -480
    assert plan["a"].total_slack == 480


def test_the_summary_s_finish_is_explained_by_the_link() -> None:
    plan = built()
    found = why(schedule(plan), plan, "s", date=DateKind.FINISH)
    assert found[0].code == "child.finish"
    assert [(r.code, r.through, r.before) for r in found if r.code == "link.FF"] == [("link.FF", "s", "test")]
    assert found[-1].code == "project_start"
    late = why(schedule(plan), plan, "test", date=DateKind.LATE_FINISH)
    assert [(r.code, r.through) for r in late if r.link is not None] == [("late.FF", "test")]


def test_removing_the_link_is_offered_with_its_gain() -> None:
    moves = explain(built(), "c", date=DateKind.START).moves
    assert moves[0].sentence == "Remove the link from test to Build."
    assert moves[0].gain == 3 * 480


def test_a_broken_finish_of_a_summary_is_found() -> None:
    plan = built()
    loose = schedule(replace(plan, links=plan.links[:1]))
    assert [(v.code, v.task) for v in violations(plan, loose)] == [("link", "s")]


def test_done_and_pinned_tasks_leave_the_wait_to_the_others() -> None:
    plan = built()
    done = replace(plan.tasks[3], actual_start=at("03-02 08:00"), actual_finish=at("03-02 17:00"))
    pinned = replace(plan.tasks[4], manual=True, manual_start=at("03-02 08:00"))
    plan = replace(plan, tasks=(*plan.tasks[:3], done, pinned))
    dates = schedule(plan)
    assert held_ends(plan) == {"s": frozenset({"a"})}
    assert dates["s"].finish == at("03-05 17:00")
    begun = replace(plan.tasks[2], actual_start=at("03-02 08:00"), actual_finish=at("03-02 17:00"))
    over = schedule(replace(plan, tasks=(*plan.tasks[:2], begun, done, pinned)))
    assert over.warnings[0].startswith("Link FF from test to summary s holds nothing")


def test_a_finished_end_hands_the_wait_on_when_the_plan_is_kept_computed() -> None:
    plan = built()
    held = Scheduler(plan)
    done = replace(plan.tasks[4], actual_start=at("03-02 08:00"), actual_finish=at("03-02 17:00"))
    edited = replace(plan, tasks=(*plan.tasks[:4], done))
    assert held.reschedule(edited) == schedule(edited)


@calm
@given(projects(constraints=False))
def test_every_summary_finishes_no_sooner_than_its_links_allow(plan: Project) -> None:
    plan = on_the_clock(plan)
    dates = schedule(plan)
    tasks = {t.id: t for t in plan.tasks}
    for number in links_onto_finish(plan):
        link = plan.links[number]
        branch = [t for t in plan.tasks if t.parent == link.after]
        if tasks[link.before].active and any(t.active for t in branch):
            origin = dates[link.before].start if link.kind is LinkKind.SF else dates[link.before].finish
            assert (dates[link.after].finish - origin).total_seconds() >= 60 * link.lag.amount


@calm
@given(projects(constraints=False))
def test_a_later_finish_anywhere_makes_no_date_earlier(plan: Project) -> None:
    plan = on_the_clock(plan)
    longer = tuple(
        replace(t, duration=t.duration + 600) if t.duration and n % 3 == 0 else t
        for n, t in enumerate(plan.tasks)
    )
    # Links leave from finishes: longer work whose finish is pulled starts sooner. None is left out, for that could make
    # another task the one that ends its summary.
    kinds = {LinkKind.SS: LinkKind.FS, LinkKind.SF: LinkKind.FF}
    whole = (replace(k, lag=Lag(0)) if k.lag.unit is LagUnit.PERCENT else k for k in plan.links)
    forward = tuple(replace(k, kind=kinds.get(k.kind, k.kind)) for k in whole)
    before, after = (schedule(replace(plan, tasks=t, links=forward)) for t in (plan.tasks, longer))
    assert all(after[t.id].finish >= t.finish for t in before)


def test_both_twins_hold_the_same_ends() -> None:
    found: list[Schedule] = []
    for jit in ("on", "off"):
        with patch.dict(os.environ, {"NORTHLINE_JIT": jit}):
            found.append(schedule(built()))
    assert found[0] == found[1]
    assert found[0]["b"].driver.kind is DriverKind.LINK
