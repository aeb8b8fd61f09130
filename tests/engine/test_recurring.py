"""Recurring tasks, and the holidays of countries."""

from datetime import date, datetime

import pytest

from northline.engine import (
    BadValue,
    Minutes,
    Project,
    Task,
    WorkInterval,
    country_holidays,
    occurrences,
    recurring_tasks,
    schedule,
    standard_calendar,
    with_holidays,
)

MONDAY = datetime(2026, 3, 2, 9)


def test_a_series_is_scheduled_on_its_dates() -> None:
    summary = Task(id="r", name="Stand-up")
    series = recurring_tasks(
        summary,
        "FREQ=WEEKLY;BYDAY=MO,TH",
        MONDAY,
        duration=Minutes(30),
        calendar=standard_calendar(),
        count=3,
    )
    plan = Project(
        id="p", name="", start=datetime(2026, 3, 2, 8), calendars=(standard_calendar(),), tasks=series
    )
    starts = [schedule(plan)[t.id].start for t in series[1:]]
    assert starts == [MONDAY, datetime(2026, 3, 5, 9), datetime(2026, 3, 9, 9)]
    assert all(t.parent == "r" for t in series[1:])


def test_dates_on_days_off_move_on_or_are_left_out() -> None:
    calendar = with_holidays(standard_calendar(), "DE", first_year=2026, last_year=2026)
    asked = {"duration": Minutes(30), "calendar": calendar, "last": datetime(2026, 5, 31)}
    rule, labour_day = "FREQ=MONTHLY;BYMONTHDAY=1", datetime(2026, 4, 1, 9)
    moved = recurring_tasks(Task(id="r"), rule, labour_day, **asked)  # type: ignore[arg-type]
    assert [t.constraint.at for t in moved[1:]] == [labour_day, datetime(2026, 5, 4, 8)]
    fewer = recurring_tasks(Task(id="r"), rule, labour_day, skip_days_off=True, **asked)  # type: ignore[arg-type]
    assert [t.constraint.at for t in fewer[1:]] == [labour_day]


def test_the_last_date_counts_and_the_rule_may_end_itself() -> None:
    assert len(occurrences("FREQ=DAILY", MONDAY, last=datetime(2026, 3, 5, 9))) == 4
    assert len(occurrences("FREQ=DAILY;COUNT=5", MONDAY)) == 5
    assert len(occurrences("FREQ=DAILY;COUNT=5", MONDAY, count=2)) == 2
    assert occurrences("FREQ=DAILY", MONDAY, last=datetime(2026, 3, 1)) == ()


@pytest.mark.parametrize(
    ("rule", "options"),
    [
        ("FREQ=SOMETIMES", {"count": 1}),
        ("", {"count": 1}),
        ("FREQ=DAILY", {}),
        ("FREQ=DAILY", {"count": 0}),
        ("FREQ=MINUTELY", {"last": datetime(2027, 1, 1)}),
        ("FREQ=DAILY;UNTIL=20260401T000000Z", {}),
    ],
)
def test_rules_that_cannot_be_read_or_never_end_are_refused(rule: str, options: dict[str, object]) -> None:
    with pytest.raises(BadValue):
        occurrences(rule, MONDAY, **options)  # type: ignore[arg-type]


def test_a_region_has_days_of_its_own() -> None:
    bavaria = {e.first for e in country_holidays("DE", region="BY", first_year=2026, last_year=2026)}
    berlin = {e.first for e in country_holidays("de", region="be", first_year=2026, last_year=2026)}
    assert date(2026, 1, 6) in bavaria - berlin
    assert date(2026, 3, 8) in berlin - bavaria
    assert date(2026, 10, 3) in bavaria & berlin


def test_half_days_keep_the_first_half_of_the_hours() -> None:
    days = country_holidays("IS", first_year=2026, last_year=2026)
    eve = next(e for e in days if e.first == date(2026, 12, 24))
    assert eve.intervals == (WorkInterval(480, 720),)
    assert next(e for e in days if e.first == date(2026, 12, 25)).intervals == ()


def test_own_exceptions_win_over_holidays() -> None:
    from dataclasses import replace

    from northline.engine import CalendarException

    party = CalendarException(date(2026, 1, 1), date(2026, 1, 1), (WorkInterval(600, 720),))
    own = replace(standard_calendar(), exceptions=(party,))
    assert with_holidays(own, "FR", first_year=2026, last_year=2026).exceptions[0] == party


@pytest.mark.parametrize(
    "asked",
    [
        {"country": "XX"},
        {"country": "DE", "region": "XX"},
        {"country": "VA", "region": "BY"},
        {"country": "DE", "language": "xx"},
        {"country": "DE", "first_year": 2027},
    ],
)
def test_what_is_unknown_is_refused_with_what_is_known(asked: dict[str, object]) -> None:
    with pytest.raises(BadValue) as refusal:
        country_holidays(**({"first_year": 2026, "last_year": 2026} | asked))  # type: ignore[arg-type]
    assert any(word in refusal.value.message for word in ("Known", "Leave", "Ask"))
