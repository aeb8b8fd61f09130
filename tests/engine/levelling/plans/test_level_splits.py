"""Interrupting tasks in order to level them: only where it is allowed, in pieces that are worth it, never for worse."""

import os
from dataclasses import replace
from datetime import datetime
from itertools import pairwise
from unittest.mock import patch

import pytest
from crowded_plans import crowded, crowded_plans
from engine_plans import DAY, at, task
from hypothesis import given, settings
from hypothesis import strategies as st
from test_level_begun import BEGUN, TUESDAY
from test_level_properties import calm

from northline.engine import (
    Assignment,
    BadValue,
    Constraint,
    ConstraintKind,
    Link,
    Minutes,
    Project,
    Split,
    Task,
    resource_violations,
    schedule,
    violations,
)
from northline.engine.fast import compiled
from northline.engine.levelling.plans import Interruption, Levelled, LevelOptions, level

SPLIT = LevelOptions(may_split=True)
ANN = Assignment("a", "ann"), Assignment("b", "ann")
HELD = Constraint(ConstraintKind.MSO, TUESDAY)


def appointment(**fields: object) -> Task:
    """A day's work that has to begin on Tuesday."""
    return task("b", constraint=HELD, **fields)


def solved(plan: Project, options: LevelOptions = SPLIT) -> Levelled:
    found = level(plan, options=options, work=30)
    assert (
        resource_violations(found.project, found.schedule, original=plan, status_date=options.status_date)
        == []
    )
    assert schedule(found.project, status_date=options.status_date) == found.schedule
    return found


def test_a_task_is_interrupted_for_an_appointment_and_taken_up_again() -> None:
    found = solved(crowded(task("a", 3, splittable=True), appointment(), assignments=ANN))
    assert found.project.tasks[0].splits == (Split(Minutes(DAY), Minutes(DAY)),)
    assert (found.schedule["a"].start, found.schedule["a"].finish) == (at("03-02 08:00"), at("03-05 17:00"))
    assert (found.optimal, found.moves) == (True, ())
    assert found.interruptions == (
        Interruption("p", "a", at("03-02 17:00"), at("03-04 08:00"), "ann", ("b",)),
    )


def test_a_task_stays_whole_unless_it_and_the_options_allow_otherwise() -> None:
    plan = crowded(task("a", 3), appointment(), assignments=ANN)
    willing = replace(plan, tasks=(replace(plan.tasks[0], splittable=True), plan.tasks[1]))
    for found in (solved(plan), solved(willing, LevelOptions())):
        assert (found.project.tasks[0].splits, found.interruptions) == ((), ())
        assert found.schedule["a"].start == at("03-04 08:00")


def test_no_piece_is_shorter_than_asked_for() -> None:
    plan = crowded(task("a", 3, splittable=True), appointment(), assignments=ANN)
    found = solved(plan, replace(SPLIT, least_piece=Minutes(DAY + 1)))
    assert found.project.tasks[0].splits == ()
    with pytest.raises(BadValue):
        LevelOptions(least_piece=Minutes(0))


def test_what_is_left_of_begun_work_is_interrupted_too() -> None:
    begun = task("a", 4, splittable=True, **(BEGUN | {"percent_complete": 25.0}))
    held = task("b", constraint=Constraint(ConstraintKind.MSO, at("03-04 08:00")))
    found = solved(crowded(begun, held, assignments=ANN), replace(SPLIT, status_date=TUESDAY))
    assert found.project.tasks[0].splits == (Split(Minutes(2 * DAY), Minutes(DAY)),)
    assert (found.project.tasks[0].resume, found.schedule["a"].finish) == (None, at("03-06 17:00"))
    assert [(i.since, i.until) for i in found.interruptions] == [(at("03-03 17:00"), at("03-05 08:00"))]


def test_a_break_that_the_plan_has_already_is_kept_and_made_longer() -> None:
    broken = task("a", 3, splittable=True, splits=(Split(Minutes(DAY), Minutes(60)),))
    found = solved(crowded(broken, appointment(), assignments=ANN))
    assert sum(s.length for s in found.project.tasks[0].splits) == DAY
    assert found.schedule["a"].finish == at("03-05 17:00")


def test_people_on_one_task_are_interrupted_together() -> None:
    people = (*ANN, Assignment("a", "crew", 2.0), Assignment("c", "crew", 2.0))
    tasks = (task("a", 3, splittable=True), appointment(), task("c", 1, priority=100))
    found = solved(crowded(*tasks, assignments=people))
    assert (found.schedule["c"].start, found.schedule.finish) == (TUESDAY, at("03-05 17:00"))
    assert found.project.tasks[0].splits == (Split(Minutes(DAY), Minutes(DAY)),)


@st.composite
def splittable_plans(draw: st.DrawFn) -> tuple[Project, datetime | None]:
    """Long tasks of few people, most of them splittable and some begun, among short appointments."""
    count = draw(st.integers(1, 4))
    tasks = [draw(_long_task(n)) for n in range(count)]
    assigned = [Assignment(t.id, who) for t in tasks for who in draw(_people())]
    for n in range(draw(st.integers(1, 3))):
        moment = datetime(2026, 3, draw(st.integers(3, 5)), draw(st.sampled_from([8, 10, 15])))
        held = Constraint(ConstraintKind.MSO, moment)
        tasks.append(task(f"m{n}", draw(st.sampled_from([0.125, 0.5])), constraint=held))
        assigned.append(Assignment(f"m{n}", draw(st.sampled_from(["ann", "cat"]))))
    links = [Link("t00", f"t{n:02}") for n in range(1, count) if draw(st.integers(0, 3)) == 0]
    plan = crowded(*tasks, assignments=tuple(assigned), links=tuple(links))
    return plan, draw(st.sampled_from([None, at("03-02 08:00"), at("03-02 15:00")]))


@st.composite
def _long_task(draw: st.DrawFn, number: int) -> Task:
    whole = task(
        f"t{number:02}", draw(st.sampled_from([1, 2, 3])), splittable=draw(st.integers(0, 5)) > 0,
        priority=draw(st.sampled_from([500] * 3 + [700])), calendar=draw(st.sampled_from([None] * 5 + ["holiday"])),
        splits=draw(st.sampled_from([()] * 5 + [(Split(Minutes(180), Minutes(90)),)])),
    )  # fmt: skip
    if draw(st.integers(0, 3)):
        return whole
    done = draw(st.sampled_from([0.0, 10.0, 25.0, 50.0]))
    return replace(whole, actual_start=at("03-02 08:00"), percent_complete=done)


def _people() -> st.SearchStrategy[list[str]]:
    """Who works on a task: one person, or two on the same or on different calendars."""
    return st.sampled_from([["ann"]] * 4 + [["cat"], ["ann", "crew"], ["ann", "bob"]])


@settings(calm, max_examples=12)
@given(splittable_plans(), st.sampled_from([30, 60, 240]))
def test_interrupted_plans_keep_every_rule(drawn: tuple[Project, datetime | None], piece: int) -> None:
    plan, status = drawn
    wish = replace(SPLIT, status_date=status, least_piece=Minutes(piece))
    found = level(plan, options=wish, work=8)
    assert schedule(found.project, status_date=status) == found.schedule
    broken = resource_violations(found.project, found.schedule, original=plan, status_date=status)
    assert {v.code for v in broken} <= {"capacity", "capacity_fixed"}
    assert {v.resource for v in broken} == {o.resource for o in found.overloads}
    known = {
        (v.code, v.task) for v in violations(plan, schedule(plan, status_date=status), status_date=status)
    }
    assert {(v.code, v.task) for v in violations(found.project, found.schedule, status_date=status)} <= known
    for before, after in zip(plan.tasks, found.project.tasks, strict=True):
        marks = [0, *(s.after for s in after.splits if s not in before.splits), after.duration]
        if len(marks) > 2 and not before.splits and not before.actual_start:
            assert min(b - a for a, b in pairwise(marks)) >= piece


@settings(calm, max_examples=10)
@given(splittable_plans(), st.integers(0, 3))
def test_interrupting_never_makes_a_plan_worse(drawn: tuple[Project, datetime | None], seed: int) -> None:
    plan, status = drawn
    whole = level(plan, options=LevelOptions(status_date=status), work=8, seed=seed)
    torn = level(plan, options=replace(SPLIT, status_date=status), work=8, seed=seed)
    if not whole.overloads:
        assert (len(torn.overloads), torn.tardiness, torn.finish) <= (0, whole.tardiness, whole.finish)
    assert torn.lower_bound <= torn.finish


@settings(calm, max_examples=6)
@given(splittable_plans())
def test_both_twins_interrupt_alike(drawn: tuple[Project, datetime | None]) -> None:
    if compiled() is None:
        pytest.skip("numba is not installed")
    plan, status = drawn
    wish = replace(SPLIT, status_date=status)
    with patch.dict(os.environ, {"NORTHLINE_JIT": "on"}):
        fast = level(plan, options=wish, work=10)
    slow = level(plan, options=wish, work=10)
    assert (fast.projects, fast.tried) == (slow.projects, slow.tried)


@settings(calm, max_examples=6)
@given(crowded_plans())
def test_tasks_that_are_not_splittable_are_never_interrupted(plan: Project) -> None:
    found = level(plan, options=SPLIT, work=8)
    assert [t.splits for t in found.project.tasks] == [t.splits for t in plan.tasks]
    assert found.interruptions == ()
