"""What XER can hold comes back as it was; what it cannot is told."""

from dataclasses import replace
from datetime import datetime

from hypothesis import HealthCheck, given, settings
from xer_plans import canonical, plans

from northline.engine import schedule
from northline.engine.model import (
    Assignment,
    Baseline,
    Lag,
    LagUnit,
    Link,
    Minutes,
    Project,
    Resource,
    Split,
    Task,
    standard_calendar,
)
from northline.formats import ImportedPlan
from northline.formats.losses import losses
from northline.formats.xer import read, write

MONDAY = datetime(2026, 3, 2, 8)
QUIET = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def plan_of(*tasks: Task, **fields: object) -> ImportedPlan:
    values = {
        "id": "1",
        "name": "Plan",
        "start": MONDAY,
        "calendars": (standard_calendar("1"),),
        "calendar": "1",
    }
    project = Project(tasks=tasks, **(values | fields))  # type: ignore[arg-type]
    return ImportedPlan(project=project, details={})


def come_back(plan: ImportedPlan) -> ImportedPlan:
    return read(write(plan))


def lost(plan: ImportedPlan) -> list[str]:
    return [loss.field for loss in losses(plan, come_back(plan))]


@QUIET
@given(plans())
def test_a_plan_that_xer_can_hold_comes_back_as_it_was(plan: ImportedPlan) -> None:
    back = come_back(plan)
    assert back.project == canonical(plan)
    assert {i: d.notes for i, d in back.details.items()} == {i: d.notes for i, d in plan.details.items()}
    assert not back.warnings


@settings(QUIET, max_examples=25)
@given(plans())
def test_writing_what_was_read_changes_no_byte(plan: ImportedPlan) -> None:
    once = write(plan)
    assert write(read(once)) == once


def test_what_xer_cannot_say_is_told() -> None:
    task = Task(
        id="1",
        name="Odd",
        duration=Minutes(480),
        splits=(Split(Minutes(60), Minutes(60)),),
        baselines=(Baseline(MONDAY, MONDAY),),
        priority=1000,
        owner="Ann",
    )
    people = {
        "resources": (Resource("9", "Ann"),),
        "assignments": (Assignment("1", "9", overtime=Minutes(60)),),
    }
    assert lost(plan_of(task, weight=2.0, **people)) == [
        "assignment.overtime",
        "project.weight",
        "task.baselines",
        "task.owner",
        "task.priority",
        "task.splits",
    ]


def test_links_and_people_on_summaries_are_told() -> None:
    tasks = (Task(id="w5"), Task(id="1", parent="w5"), Task(id="2"))
    plan = plan_of(
        *tasks,
        links=(Link("w5", "2"),),
        resources=(Resource("1"),),
        assignments=(Assignment("w5", "1"),),
    )
    assert lost(plan) == ["assignment", "link"]


def test_inactive_tasks_hold_nobody_up_in_p6() -> None:
    tasks = (Task(id="1", duration=Minutes(480), active=False), Task(id="2", duration=Minutes(480)))
    plan = plan_of(*tasks, links=(Link("1", "2"),))
    assert [t.id for t in come_back(plan).project.tasks] == ["2"]
    assert lost(plan) == ["link", "task"]


def test_a_lag_in_percent_becomes_the_time_that_it_is_now() -> None:
    tasks = (Task(id="1", duration=Minutes(600)), Task(id="2"))
    plan = plan_of(*tasks, links=(Link("1", "2", lag=Lag(50, LagUnit.PERCENT)),))
    assert come_back(plan).project.links[0].lag == Lag(300)
    assert lost(plan) == ["link.lag"]


def test_a_task_that_lasts_time_on_the_clock_gets_a_calendar_that_always_works() -> None:
    plan = plan_of(Task(id="1", duration=Minutes(2880), elapsed_duration=True))
    back = come_back(plan)
    dates = [schedule(p.project).tasks["1"] for p in (plan, back)]
    assert (dates[0].start, dates[0].finish) == (dates[1].start, dates[1].finish)


def test_a_task_placed_by_hand_must_start_there() -> None:
    there = datetime(2026, 3, 11, 8)
    plan = plan_of(Task(id="1", duration=Minutes(480), manual=True, manual_start=there))
    assert schedule(come_back(plan).project).tasks["1"].start == there


def test_the_dates_of_a_schedule_are_written_and_read() -> None:
    plan = plan_of(
        Task(id="1", duration=Minutes(480)), Task(id="2", duration=Minutes(960)), links=(Link("1", "2"),)
    )
    computed = schedule(plan.project)
    stored = read(write(plan, computed)).details["2"].stored
    assert stored["EarlyStart"] == stored["Start"] == computed.tasks["2"].early_start
    assert stored["LateFinish"] == computed.tasks["2"].late_finish


def test_the_dates_come_back_though_tabs_and_line_breaks_in_names_do_not() -> None:
    plan = plan_of(Task(id="1", name="Dig\tand\nfill", duration=Minutes(480)))
    assert come_back(plan).project.tasks[0].name == "Dig and fill"
    assert lost(plan) == ["task.name"]


def test_letters_beyond_windows_1252_are_written_in_marked_utf_8() -> None:
    plain, other = (write(plan_of(Task(id="1", name=name))) for name in ("Tür", "Дверь"))
    assert "Tür".encode("cp1252") in plain
    assert other.startswith(b"\xef\xbb\xbf")
    assert replace(read(other).project.tasks[0], name="") == replace(read(plain).project.tasks[0], name="")
