"""Bad plans are refused, each with its own error, code and ids."""

from datetime import UTC, date, datetime

import pytest
from engine_plans import MONDAY, project, task

from northline.engine import (
    Assignment,
    BadCalendar,
    BadConstraint,
    BadDate,
    BadValue,
    BeyondHorizon,
    Calendar,
    CalendarException,
    Constraint,
    ConstraintKind,
    Cycle,
    DuplicateId,
    ImpossibleConstraint,
    Lag,
    Link,
    Minutes,
    NegativeDuration,
    NoWorkingTime,
    ParentLoop,
    PlanError,
    Resource,
    Task,
    ThreePoint,
    UnknownId,
    WorkInterval,
    schedule,
    standard_calendar,
)

IDLE = Calendar("idle", "Idle", ((),) * 7)
ONCE = Calendar(
    "once",
    "Once",
    ((),) * 7,
    (CalendarException(date(2026, 3, 2), date(2026, 3, 2), (WorkInterval(480, 540),)),),
)
CALENDARS = (standard_calendar(), IDLE, ONCE)


def test_a_circle_is_refused_and_named_in_order() -> None:
    links = (Link("c", "a"), Link("a", "b"), Link("b", "c"))
    with pytest.raises(Cycle) as refused:
        schedule(project(task("a"), task("b"), task("c"), task("d"), links=links))
    assert refused.value.ids == ("a", "b", "c")
    assert refused.value.code == "plan.cycle"


def test_a_task_may_not_wait_for_itself() -> None:
    with pytest.raises(Cycle) as refused:
        schedule(project(task("a"), links=(Link("a", "a"),)))
    assert refused.value.ids == ("a",)


def test_a_summary_and_its_child_may_not_wait_for_each_other() -> None:
    with pytest.raises(Cycle) as refused:
        schedule(project(task("s"), task("a", parent="s"), links=(Link("s", "a"),)))
    assert set(refused.value.ids) == {"s", "a"}


@pytest.mark.parametrize(
    ("make", "error", "ids"),
    [
        (lambda: task("a", -1), NegativeDuration, ("a",)),
        (lambda: task("a", remaining_duration=Minutes(-1)), NegativeDuration, ("a",)),
        (lambda: Assignment("a", "r", 1.0, Minutes(-1)), NegativeDuration, ("a", "r")),
        (lambda: task("a", percent_complete=101), BadValue, ("a",)),
        (lambda: task(""), BadValue, ()),
        (lambda: Resource("r", capacity=-1), BadValue, ("r",)),
        (lambda: Resource("r", capacity=float("nan")), BadValue, ("r",)),
        (lambda: Assignment("a", "r", -1), BadValue, ("a", "r")),
        (lambda: ThreePoint(Minutes(5), Minutes(3), Minutes(9)), BadValue, ()),
        (lambda: task("a", deadline=datetime(2026, 1, 1, tzinfo=UTC)), BadDate, ("a",)),
        (lambda: task("a", deadline=datetime(1, 1, 1)), BadDate, ("a",)),
        (lambda: task("a", actual_start=MONDAY, actual_finish=datetime(2026, 1, 1)), BadDate, ("a",)),
        (lambda: project(schedule_from_start=False), BadDate, ("p",)),
        (lambda: Link("a", "b", lag=Lag(60), longest=Lag(30)), ImpossibleConstraint, ("a", "b")),
        (lambda: Constraint(ConstraintKind.MSO), BadConstraint, ()),
        (lambda: Constraint(ConstraintKind.ASAP, MONDAY), BadConstraint, ()),
        (lambda: WorkInterval(600, 500), BadCalendar, ()),
        (lambda: Calendar("c", "C", ()), BadCalendar, ("c",)),
        (lambda: Calendar("c", "C", ((WorkInterval(0, 60), WorkInterval(30, 90)),) * 7), BadCalendar, ()),
        (lambda: CalendarException(date(2026, 2, 2), date(2026, 2, 1)), BadCalendar, ()),
        (lambda: project(task("a"), task("a")), DuplicateId, ("a",)),
        (lambda: project(task("a"), links=(Link("a", "z"),)), UnknownId, ("z",)),
        (lambda: project(task("a", parent="z")), UnknownId, ("z",)),
        (lambda: project(task("a", calendar="z")), UnknownId, ("z",)),
        (lambda: project(calendar="z"), UnknownId, ("z",)),
        (lambda: project(task("a"), assignments=(Assignment("a", "z"),)), UnknownId, ("z",)),
        (lambda: project(task("a", parent="b"), task("b", parent="a")), ParentLoop, ("a", "b")),
    ],
)  # fmt: skip
def test_a_bad_plan_is_refused_with_its_own_error(make, error, ids) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(error) as refused:
        make()
    assert refused.value.ids == ids
    assert refused.value.code.startswith("plan.")


def test_every_error_has_a_code_of_its_own() -> None:
    kinds = PlanError.__subclasses__()
    assert len({k.code for k in kinds}) == len(kinds)


def test_work_on_a_calendar_without_working_time_is_refused() -> None:
    with pytest.raises(NoWorkingTime) as refused:
        schedule(project(task("a", calendar="idle"), calendars=CALENDARS))
    assert refused.value.ids == ("idle",)


def test_a_milestone_on_a_calendar_without_working_time_is_harmless() -> None:
    assert schedule(project(task("a", 0, calendar="idle"), calendars=CALENDARS))["a"].start == MONDAY


def test_work_that_outlasts_its_calendar_is_refused() -> None:
    with pytest.raises(BeyondHorizon):
        schedule(project(task("a", calendar="once"), calendars=CALENDARS))


def test_work_past_the_last_year_is_refused() -> None:
    with pytest.raises(BeyondHorizon):
        schedule(project(Task(id="a", duration=Minutes(10**12))))


def test_an_elapsed_lag_past_the_last_year_is_refused() -> None:
    with pytest.raises(PlanError):
        schedule(project(task("a"), task("b"), links=(Link("a", "b", lag=Lag(10**12)),)))


def told(refused: pytest.ExceptionInfo[PlanError]) -> str:
    """What a refusal says."""
    return refused.value.message


def test_refusals_name_the_tasks_and_the_way_out() -> None:
    with pytest.raises(NoWorkingTime) as idle:
        schedule(project(task("a", calendar="idle"), calendars=CALENDARS))
    assert "task a planned on it never ends. Give it working hours" in told(idle)
    with pytest.raises(BeyondHorizon) as endless:
        schedule(project(task("b"), Task(id="a", duration=Minutes(10**12))))
    assert endless.value.ids == ("a",)
    assert "Task a runs on past the year 3099" in told(endless)
    with pytest.raises(UnknownId) as unknown:
        project(task("a", calendar="z"))
    assert (
        told(unknown)
        == "Task a names calendar z, which is not in the plan. Add it, or name one that is there."
    )
    with pytest.raises(UnknownId) as loose:
        project(task("a"), links=(Link("a", "z"),))
    assert told(loose).startswith("The link from a to z names task z")
    with pytest.raises(NegativeDuration) as negative:
        task("a", -1)
    assert "Give it a duration of 0 or more" in told(negative)
    with pytest.raises(ParentLoop) as loop:
        project(task("a", parent="b"), task("b", parent="a"))
    assert "a in b in a" in told(loop)


@pytest.mark.parametrize("odd", [datetime(9999, 12, 31), datetime(1, 1, 1), datetime(2026, 3, 2, tzinfo=UTC)])
def test_a_status_date_that_no_plan_has_is_refused(odd: datetime) -> None:
    with pytest.raises(BadDate):
        schedule(project(task("a")), status_date=odd)


def test_an_empty_plan_is_a_plan() -> None:
    assert len(schedule(project())) == 0
