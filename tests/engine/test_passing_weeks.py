"""Hours that hold for a time, and exceptions that recur by a rule."""

from datetime import date

import pytest
from engine_plans import MONDAY, at, project, task

from northline.engine import (
    BadCalendar,
    Calendar,
    CalendarException,
    NoWorkingTime,
    WorkInterval,
    WorkWeek,
    schedule,
    standard_calendar,
)

STANDARD = standard_calendar()
SHORT = ((WorkInterval(480, 720),),) * 5 + ((), ())
IDLE = ((),) * 7


def finish_of(days: float, calendar: Calendar, start: str = "03-02 08:00") -> object:
    plan = project(task("a", days), calendars=(calendar,), calendar=calendar.id, start=at(start))
    return schedule(plan)["a"].finish


def test_a_passing_week_replaces_the_hours_of_its_days_alone() -> None:
    short = WorkWeek(date(2026, 3, 3), date(2026, 3, 4), SHORT)
    calendar = Calendar("c", "Short days", STANDARD.week, weeks=(short,))
    assert finish_of(3, calendar) == at("03-05 17:00")


def test_an_exception_goes_before_a_week_and_the_first_of_two_weeks_wins() -> None:
    off = CalendarException(date(2026, 3, 3), date(2026, 3, 3))
    weeks = (
        WorkWeek(date(2026, 3, 3), date(2026, 3, 4), SHORT),
        WorkWeek(date(2026, 3, 1), date(2026, 3, 31), IDLE),
    )
    calendar = Calendar("c", "Both", STANDARD.week, (off,), weeks)
    assert finish_of(0.5, calendar) == at("03-04 12:00")


@pytest.mark.parametrize(
    ("rule", "days", "finish"),
    [
        ("FREQ=WEEKLY;BYDAY=WE", 5, "03-09 17:00"),
        ("FREQ=DAILY;INTERVAL=2", 3, "03-09 17:00"),  # off on 2, 4, 6, 8 March
        ("FREQ=MONTHLY;BYMONTHDAY=3", 2, "03-04 17:00"),
        ("FREQ=WEEKLY;BYDAY=TU;COUNT=1", 7, "03-11 17:00"),
    ],
)
def test_a_recurring_exception_takes_the_days_that_its_rule_picks(rule: str, days: int, finish: str) -> None:
    off = CalendarException(date(2026, 3, 2), date(2026, 12, 31), rule=rule)
    assert finish_of(days, Calendar("c", "Rule", STANDARD.week, (off,))) == at(finish)


def test_a_rule_that_began_long_ago_still_falls_on_the_right_days() -> None:
    off = CalendarException(date(1990, 1, 3), date(2040, 12, 31), rule="FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=3")
    assert finish_of(2, Calendar("c", "Rule", STANDARD.week, (off,))) == at("03-04 17:00")


def test_hours_in_a_passing_week_alone_are_working_time() -> None:
    calendar = Calendar(
        "c", "Once", IDLE, weeks=(WorkWeek(date(2026, 3, 2), date(2026, 3, 6), STANDARD.week),)
    )
    assert finish_of(5, calendar) == at("03-06 17:00")


def test_two_calendars_that_differ_only_in_a_rule_are_two() -> None:
    off = CalendarException(date(2026, 3, 2), date(2026, 12, 31), rule="FREQ=WEEKLY;BYDAY=MO")
    calendars = (STANDARD, Calendar("c", "Rule", STANDARD.week, (off,)))
    plan = schedule(project(task("a", 1), task("b", 1, calendar="c"), calendars=calendars))
    assert (plan["a"].start, plan["b"].start) == (MONDAY, at("03-03 08:00"))


def test_a_rule_that_cannot_be_read_is_refused() -> None:
    with pytest.raises(BadCalendar):
        CalendarException(date(2026, 3, 2), date(2026, 12, 31), rule="FREQ=SOMETIMES")


def test_a_passing_week_without_hours_leaves_a_calendar_idle() -> None:
    calendar = Calendar("c", "Idle", IDLE, weeks=(WorkWeek(date(2026, 3, 2), date(2026, 3, 6), IDLE),))
    with pytest.raises(NoWorkingTime):
        finish_of(1, calendar)
