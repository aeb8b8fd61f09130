"""Moving what is left of begun work: later, never what is done, never before the status date."""

from dataclasses import replace
from datetime import datetime

import pytest
from crowded_plans import crowded, crowded_plans
from engine_plans import at, task
from hypothesis import given, settings
from hypothesis import strategies as st
from test_level_properties import calm

from northline.engine import (
    Assignment,
    Demand,
    Link,
    Minutes,
    Project,
    Resource,
    Skill,
    Split,
    Task,
    resource_violations,
    schedule,
    violations,
)
from northline.engine.errors import CapacityExceeded
from northline.engine.levelling.plans import Goal, LevelOptions, Why, level

BEGUN = {"actual_start": at("03-02 08:00"), "percent_complete": 50.0}
ANN = Assignment("a", "ann"), Assignment("b", "ann")
TUESDAY, WEDNESDAY, THURSDAY = (at(f"03-0{day} 08:00") for day in (3, 4, 5))


def test_what_is_left_of_begun_work_waits_for_what_is_more_urgent() -> None:
    plan = crowded(task("a", 2, **BEGUN), task("b", priority=600), assignments=ANN)
    found = level(plan, options=LevelOptions(status_date=TUESDAY), work=20)
    assert (found.schedule["a"].start, found.schedule["a"].finish) == (at("03-02 08:00"), at("03-04 17:00"))
    assert (found.project.tasks[0].resume, found.schedule["b"].start) == (WEDNESDAY, TUESDAY)
    [move] = found.moves
    assert (move.task, move.rest, move.before, move.after) == ("a", True, TUESDAY, WEDNESDAY)
    assert (move.reason, move.resource, move.because_of) == (Why.RESOURCE, "ann", ("b",))
    assert resource_violations(found.project, found.schedule, original=plan, status_date=TUESDAY) == []


def test_begun_work_stays_where_its_rest_may_not_be_moved() -> None:
    plan = crowded(task("a", 2, **BEGUN), task("b", priority=600), assignments=ANN)
    found = level(plan, options=LevelOptions(status_date=TUESDAY, move_remaining=False), work=20)
    assert (found.project.tasks[0], found.schedule["b"].start) == (plan.tasks[0], WEDNESDAY)


def test_without_a_status_date_what_is_done_keeps_its_people_and_its_time() -> None:
    plan = crowded(task("a", 2, **BEGUN), task("b", priority=600), assignments=ANN)
    found = level(plan, work=20)
    assert (found.schedule["b"].start, found.project.tasks[0].resume) == (TUESDAY, WEDNESDAY)


def test_breaks_ahead_leave_people_free() -> None:
    broken = task(
        "a", 3, splits=(Split(Minutes(960), Minutes(480)),), **(BEGUN | {"percent_complete": 100 / 3})
    )
    found = level(
        crowded(broken, task("b"), assignments=ANN), options=LevelOptions(status_date=TUESDAY), work=20
    )
    assert found.schedule["b"].start == WEDNESDAY
    assert (found.schedule["a"].finish, found.moves[0].task) == (at("03-05 17:00"), "b")


def test_what_is_left_waits_for_links_and_its_people() -> None:
    people = (Assignment("a", "ann"), Assignment("b", "ann"), Assignment("c", "crew"))
    plan = crowded(
        task("c", 2),
        task("a", 2, **BEGUN),
        task("b", 1, priority=600),
        assignments=people,
        links=(Link("c", "a"),),
    )
    found = level(plan, options=LevelOptions(status_date=TUESDAY), work=20)
    assert found.moves == ()
    assert found.schedule["a"].finish == at("03-05 17:00")


def test_moving_back_or_redoing_what_is_done_is_found_out() -> None:
    plan = crowded(task("a", 2, **BEGUN, resume=WEDNESDAY, splittable=True), assignments=ANN[:1])
    back = replace(plan.tasks[0], resume=TUESDAY)
    torn = replace(plan.tasks[0], splits=(Split(Minutes(60), Minutes(60)),))
    later = replace(plan.tasks[0], resume=THURSDAY)
    for moved, codes in ((back, ["moved"]), (torn, ["moved"]), (later, [])):
        after = replace(plan, tasks=(moved,))
        assert [v.code for v in resource_violations(after, schedule(after), original=plan)] == codes


@st.composite
def begun_plans(draw: st.DrawFn) -> tuple[Project, datetime | None]:
    """Plans of which some tasks are begun, with the date that they are told on."""
    plan = draw(crowded_plans(plain=True))
    status = draw(st.sampled_from([None, at("03-02 08:00"), at("03-03 13:00"), at("03-07 09:00")]))
    tasks = tuple(draw(_maybe_begun(t)) for t in plan.tasks)
    return replace(plan, tasks=tasks), status


@st.composite
def _maybe_begun(draw: st.DrawFn, given: Task) -> Task:
    if given.id == "s" or draw(st.booleans()):
        return given
    begun = replace(
        given,
        actual_start=draw(st.sampled_from([at("02-27 08:00"), at("03-02 08:00"), at("03-03 13:00")])),
        percent_complete=draw(st.sampled_from([0.0, 25.0, 50.0, 90.0, 100.0])),
    )
    return replace(begun, resume=draw(st.sampled_from([None] * 4 + [at("03-04 08:00")])))


@settings(calm, max_examples=12)
@given(begun_plans())
def test_what_is_done_stays_and_the_dates_are_the_engines_own(drawn: tuple[Project, datetime | None]) -> None:
    plan, status = drawn
    found = level(plan, options=LevelOptions(status_date=status), work=8)
    assert schedule(found.project, status_date=status) == found.schedule
    broken = resource_violations(found.project, found.schedule, original=plan, status_date=status)
    assert {v.code for v in broken} <= {"capacity"}
    assert {v.resource for v in broken} == {o.resource for o in found.overloads}
    for before, after in zip(plan.tasks, found.project.tasks, strict=True):
        if before.actual_start and before.id != "s":
            assert found.schedule[before.id].start == schedule(plan, status_date=status)[before.id].start
            if after.resume != before.resume:
                assert after.resume >= max(d for d in (before.actual_start, before.resume, status) if d)
    assert violations(found.project, found.schedule, status_date=status) == []


@settings(calm, max_examples=8)
@given(begun_plans())
def test_overloads_by_what_is_left_are_always_resolved(drawn: tuple[Project, datetime | None]) -> None:
    plan, _ = drawn
    status = at("03-12 08:00")  # past all that is done
    found = level(plan, options=LevelOptions(status_date=status), work=12)
    assert resource_violations(found.project, found.schedule, original=plan, status_date=status) == []
    assert found.overloads == ()


@settings(calm, max_examples=6)
@given(begun_plans(), st.sampled_from([LevelOptions(within_slack=True), LevelOptions(goal=Goal.STABILITY)]))
def test_every_goal_and_limit_holds_for_begun_work(
    drawn: tuple[Project, datetime | None], options: LevelOptions
) -> None:
    plan, status = drawn
    wish = replace(options, status_date=status)
    found = level(plan, options=wish, work=8)
    if options.within_slack:
        assert found.schedule.finish <= schedule(plan, status_date=status).finish
    pinned = level(plan, options=replace(wish, move_remaining=False), work=8)
    assert [t.resume for t in pinned.project.tasks] == [t.resume for t in plan.tasks]
    assert len(found.overloads) <= len(pinned.overloads) or found.tardiness < pinned.tardiness


@pytest.mark.parametrize("done", [0.0, 100.0])
def test_the_ends_of_progress_are_sound(done: float) -> None:
    begun = task("a", 1, actual_start=at("03-02 08:00"), percent_complete=done)
    found = level(crowded(begun, task("b", priority=600), assignments=ANN), work=12)
    assert found.schedule["b"].start == at("03-02 08:00")
    assert found.project.tasks[0].resume == (None if done else TUESDAY)


def test_what_begun_work_and_work_put_by_hand_ask_for_is_filled_by_the_cheapest_who_can() -> None:
    people = (
        Resource(id="dear", skills=(Skill("paint"),), cost_per_hour=90.0),
        Resource(id="fair", skills=(Skill("paint"),), cost_per_hour=40.0),
        Resource(id="ann"),
    )
    put = {"manual": True, "manual_start": at("03-09 08:00"), "manual_finish": at("03-09 17:00")}
    tasks = (
        task("a", 2, actual_start=at("03-02 08:00"), percent_complete=50),
        task("b", 1, **put),
        task("c", 1),
        task("done", 1, actual_start=at("03-02 08:00"), actual_finish=at("03-02 17:00")),
    )
    plan = crowded(
        *tasks, resources=people, assignments=(Assignment("c", "fair"),), demands=tuple(Demand(t, "paint") for t in ("a", "b", "done"))
    )  # fmt: skip
    found = level(plan, work=20)
    assert {(a.task, a.resource) for a in found.project.assignments} == {
        ("a", "fair"),
        ("b", "fair"),
        ("c", "fair"),
    }
    assert resource_violations(found.project, found.schedule, original=plan) == []
    assert found.overloads == ()
    assert len(found.warnings) == 2


def test_begun_work_that_asks_for_what_nobody_can_is_refused() -> None:
    plan = crowded(task("a", 2, actual_start=at("03-02 08:00")), demands=(Demand("a", "fly"),))
    with pytest.raises(CapacityExceeded, match="nobody can"):
        level(plan, work=2)
