"""What people say is left of begun work moves its finish, or their units, by the type of the task."""

from dataclasses import replace
from datetime import datetime

import pytest
from engine_plans import DAY, MONDAY, at, project, task
from hypothesis import given, settings
from hypothesis import strategies as st

from northline.engine import (
    Assignment,
    DateKind,
    Link,
    Minutes,
    Project,
    Resource,
    Scheduler,
    TaskType,
    drags,
    explain,
    lint,
    resource_violations,
    schedule,
    violations,
)
from northline.engine.forecast import Spread, simulate
from northline.engine.levelling.plans import LevelOptions, level
from northline.engine.remaining import with_remaining_work

PEOPLE = (Resource(id="ann"), Resource(id="bob"))


def shed(*people: Assignment, kind: TaskType = TaskType.FIXED_UNITS, **fields: object) -> Project:
    """Four days of work begun on Monday, a quarter of it done, and what waits for it."""
    facts = {"actual_start": MONDAY, "percent_complete": 25.0, "type": kind} | fields
    return project(
        task("dig", 4, **facts),
        task("pour"),
        links=(Link("dig", "pour"),),
        resources=PEOPLE,
        assignments=people,
    )


def left(hours: float, who: str = "ann", **fields: object) -> Assignment:
    return Assignment("dig", who, remaining_work=Minutes(round(hours * 60)), **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", [TaskType.FIXED_UNITS, TaskType.FIXED_WORK])
@pytest.mark.parametrize(
    ("people", "finish"),
    [
        ((left(24),), "03-05 17:00"),  # no more than was planned
        ((left(40),), "03-09 17:00"),
        ((left(8),), "03-03 17:00"),
        ((left(0),), "03-02 17:00"),
        ((left(24, units=0.5),), "03-10 17:00"),
        ((left(40), left(8, "bob")), "03-09 17:00"),
        ((left(8), Assignment("dig", "bob")), "03-05 17:00"),  # he is not said to have less
        ((left(40, work_minutes=Minutes(4 * DAY), actual_work=Minutes(DAY)),), "03-09 17:00"),
        ((left(60, work_minutes=Minutes(4 * DAY), overtime=Minutes(2 * DAY)),), "03-09 17:00"),
    ],
)
def test_remaining_work_over_units_is_the_remaining_duration(
    kind: TaskType, people: tuple[Assignment, ...], finish: str
) -> None:
    plan = shed(*people, kind=kind)
    dates = schedule(plan)
    assert dates["dig"].finish == at(finish)
    assert dates["pour"].start > at(finish)
    assert violations(plan, dates) == []


def test_a_fixed_duration_keeps_its_finish_and_changes_units() -> None:
    plan = shed(left(48), kind=TaskType.FIXED_DURATION)
    assert schedule(plan)["dig"].finish == at("03-05 17:00")
    assert with_remaining_work(plan).assignments[0].units == 2
    assert [v.code for v in resource_violations(plan, schedule(plan))] == ["capacity"]


def test_what_has_not_begun_is_done_or_pinned_is_as_long_as_planned() -> None:
    assert schedule(shed(left(80), actual_start=None, percent_complete=0.0))["dig"].finish == at(
        "03-05 17:00"
    )
    done = shed(left(80), actual_finish=at("03-04 17:00"))
    assert schedule(done)["dig"].finish == at("03-04 17:00")
    hand = shed(left(80), manual=True, manual_start=MONDAY, manual_finish=at("03-05 17:00"))
    assert schedule(hand)["dig"].finish == at("03-05 17:00")


def test_the_rest_goes_on_after_the_status_date() -> None:
    plan = shed(left(16))
    assert schedule(plan, status_date=at("03-05 08:00"))["dig"].finish == at("03-06 17:00")


def test_everything_reckons_with_it() -> None:
    plan = shed(left(40), Assignment("pour", "ann"))
    finish = schedule(plan).finish
    assert finish == at("03-10 17:00")
    assert simulate(plan, samples=10, default_spread=Spread(1, 1, 1)).p80 == finish
    assert level(plan, options=LevelOptions(), work=20).schedule["pour"].finish == finish
    assert [(d.task, d.minutes) for d in drags(plan, schedule(plan))] == [("dig", 5 * DAY), ("pour", DAY)]
    told = explain(plan, "dig", date=DateKind.FINISH)
    assert told.at == at("03-09 17:00")
    assert max(move.gain for move in told.moves) > 0
    assert lint(plan).points[11].verdict == "pass"


def test_it_does_not_overrule_what_is_changed_after_it_was_taken() -> None:
    taken = with_remaining_work(shed(left(40)))
    assert with_remaining_work(taken) is taken
    less = replace(taken.tasks[0], duration=Minutes(2 * DAY), remaining_duration=Minutes(DAY))
    assert schedule(replace(taken, tasks=(less, taken.tasks[1])))["dig"].finish == at("03-03 17:00")


@st.composite
def said(draw: st.DrawFn) -> Project:
    """Begun work of one or two people who say what is left of it, or do not."""
    people = []
    for who in ("ann", "bob")[: draw(st.integers(1, 2))]:
        units = draw(st.sampled_from([0.5, 1.0, 2.0]))
        work = draw(st.sampled_from([None, round(4 * DAY * units), round(2 * DAY * units)]))
        rest = draw(st.sampled_from([None, 0, 60, 480, 1000, 5000]))
        over = draw(st.sampled_from([0, 0, 240]))
        people.append(Assignment("dig", who, units, work, remaining_work=rest, overtime=Minutes(over)))  # type: ignore[arg-type]
    percent = draw(st.sampled_from([0.0, 25.0, 50.0, 99.0]))
    given_ = draw(st.sampled_from([None, Minutes(300), Minutes(4 * DAY)]))
    return shed(
        *people, kind=draw(st.sampled_from(TaskType)), percent_complete=percent, remaining_duration=given_
    )


@settings(max_examples=60, deadline=None)
@given(said(), said(), st.sampled_from([None, at("03-04 12:00")]))
def test_the_checker_agrees_and_an_edit_gives_what_the_whole_gives(
    old: Project, new: Project, status: datetime | None
) -> None:
    dates = schedule(new, status_date=status)
    assert violations(new, dates, status_date=status) == []
    held = Scheduler(old, status_date=status)
    assert list(held.reschedule(new, status_date=status)) == list(dates)
