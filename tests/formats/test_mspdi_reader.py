"""What the MSPDI reader makes of odd files, and that it refuses harmful ones, each in its own words."""

from datetime import datetime
from pathlib import Path

import pytest

from northline.engine import ConstraintKind, Lag, LagUnit, LinkKind, WorkInterval, schedule
from northline.formats import (
    FormatError,
    HasDoctype,
    ImportedPlan,
    NotAPlan,
    NotXml,
    TooDeep,
    TooLarge,
    Truncated,
    WrongSchema,
)
from northline.formats.mspdi import read

HEAD = '<?xml version="1.0"?><Project xmlns="http://schemas.microsoft.com/project">'
WEEK = "".join(
    f"<WeekDay><DayType>{day}</DayType><DayWorking>1</DayWorking><WorkingTimes><WorkingTime>"
    "<FromTime>08:00:00</FromTime><ToTime>16:00:00</ToTime></WorkingTime></WorkingTimes></WeekDay>"
    for day in range(2, 7)
)
BASE = f"<Calendar><UID>1</UID><Name>Base</Name><WeekDays>{WEEK}</WeekDays></Calendar>"


def plan_of(tasks: str = "", *, calendars: str = BASE, more: str = "") -> ImportedPlan:
    header = "<Title>Plan</Title><StartDate>2026-03-02T08:00:00</StartDate><CalendarUID>1</CalendarUID>"
    body = f"<Calendars>{calendars}</Calendars><Tasks>{tasks}</Tasks>{more}</Project>"
    return read((HEAD + header + body).encode())


def task(uid: int, level: int = 1, more: str = "", hours: int = 8) -> str:
    return (
        f"<Task><UID>{uid}</UID><Name>T{uid}</Name><OutlineLevel>{level}</OutlineLevel>"
        f"<Duration>PT{hours}H0M0S</Duration>{more}</Task>"
    )


def link(before: int, kind: int = 1, lag: int = 0, lag_format: int = 7) -> str:
    return (
        f"<PredecessorLink><PredecessorUID>{before}</PredecessorUID><Type>{kind}</Type>"
        f"<LinkLag>{lag}</LinkLag><LagFormat>{lag_format}</LagFormat></PredecessorLink>"
    )


BOMB = '<?xml version="1.0"?><!DOCTYPE Project [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
FILE = '<?xml version="1.0"?><!DOCTYPE Project [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
ROOT = '<Project xmlns="http://schemas.microsoft.com/project"><Title>&b;</Title></Project>'


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", NotXml),
        (b"UID,Name\n1,Paint", NotXml),
        (b"\xd0\xcf\x11\xe0 not a text at all", NotXml),
        (HEAD.encode() + b"<Tasks><Task></Tusk>", NotXml),
        (HEAD.encode() + b"<Tasks><Task><UID>1</UID>", Truncated),
        (HEAD.encode()[:60], Truncated),
        (b"<Project><Tasks/></Project>", WrongSchema),
        (b"<html xmlns='http://www.w3.org/1999/xhtml'></html>", WrongSchema),
        (b"<a:b>1</a:b>", WrongSchema),
        (HEAD.encode() + b"<a>" * 200_000, TooDeep),
        (HEAD.encode() + b"<a>" * 100 + b"</a>" * 100 + b"</Project>", TooDeep),
        ((BOMB + ROOT).encode(), HasDoctype),
        ((FILE + ROOT.replace("&b;", "&a;")).encode(), HasDoctype),
        ((BOMB + ROOT).encode("utf-16"), HasDoctype),
        ((HEAD + "<Title>&b;</Title></Project>").encode(), HasDoctype),
        ((HEAD + "</Project>").encode(), NotAPlan),
    ],
)
def test_a_bad_file_is_refused_with_its_own_error(content: bytes, error: type[FormatError]) -> None:
    with pytest.raises(FormatError) as refused:
        read(content)
    assert type(refused.value) is error


def test_a_large_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    file = tmp_path / "plan.xml"
    file.write_bytes(HEAD.encode() + b" " * 2048)
    for source in (file, file.read_bytes()):
        with pytest.raises(TooLarge):
            read(source, max_bytes=1024)


def test_every_error_has_a_code_of_its_own() -> None:
    kinds = FormatError.__subclasses__()
    assert len({k.code for k in kinds}) == len(kinds)


def test_link_types_lags_and_their_units_are_told_apart() -> None:
    links = link(1, 0) + link(2, 1, 4800) + link(3, 2, 14400, 8) + link(4, 3, 50, 19)
    plan = plan_of("".join(task(n) for n in range(1, 5)) + task(5, more=links))
    assert [k.kind for k in plan.project.links] == [LinkKind.FF, LinkKind.FS, LinkKind.SF, LinkKind.SS]
    assert [k.lag for k in plan.project.links] == [
        Lag(0), Lag(480), Lag(1440, LagUnit.ELAPSED), Lag(50, LagUnit.PERCENT),
    ]  # fmt: skip


def test_what_cannot_be_read_is_left_out_and_told() -> None:
    odd = "<Start>yesterday</Start><Priority>high</Priority><ConstraintType>2</ConstraintType>"
    plan = plan_of(task(1, more=odd + link(77)) + task(1) + task(2, more="<CalendarUID>9</CalendarUID>"))
    assert len(plan.project.tasks) == 2
    assert plan.project.tasks[0].constraint.kind is ConstraintKind.ASAP
    text = " ".join(plan.warnings)
    for sign in ("yesterday", "high", "has no date", "task 77", "repeated UID", "calendar 9"):
        assert sign in text


def test_outline_levels_make_the_breakdown_and_null_tasks_are_skipped() -> None:
    null = "<Task><UID>9</UID><IsNull>1</IsNull></Task>"
    plan = plan_of(task(0, 0) + task(1, 1) + task(2, 2) + null + task(3, 2) + task(4, 1)).project
    assert [(t.id, t.parent) for t in plan.tasks] == [
        ("0", None), ("1", "0"), ("2", "1"), ("3", "1"), ("4", "0"),
    ]  # fmt: skip
    assert schedule(plan)["0"].summary


def test_a_calendar_inherits_days_and_exceptions_and_its_own_come_first() -> None:
    day_off = (
        "<Exception><TimePeriod><FromDate>2026-03-03T00:00:00</FromDate><ToDate>2026-03-03T23:59:00</ToDate>"
        "</TimePeriod><Name>Off</Name><Type>1</Type><DayWorking>0</DayWorking></Exception>"
    )
    base = BASE.replace("</Calendar>", f"<Exceptions>{day_off}</Exceptions></Calendar>")
    monday_off = "<WeekDay><DayType>2</DayType><DayWorking>0</DayWorking></WeekDay>"
    derived = (
        "<Calendar><UID>2</UID><Name>Part time</Name><BaseCalendarUID>1</BaseCalendarUID>"
        f"<WeekDays>{monday_off}</WeekDays></Calendar>"
    )
    plan = plan_of(task(1, more="<CalendarUID>2</CalendarUID>", hours=16), calendars=base + derived)
    dates = schedule(plan.project)["1"]
    assert (dates.start, dates.finish) == (datetime(2026, 3, 4, 8), datetime(2026, 3, 5, 16))


def test_an_old_style_exception_and_a_night_shift_are_understood() -> None:
    night = (
        "<WeekDay><DayType>2</DayType><DayWorking>1</DayWorking><WorkingTimes><WorkingTime>"
        "<FromTime>22:00:00</FromTime><ToTime>06:00:00</ToTime></WorkingTime></WorkingTimes></WeekDay>"
        "<WeekDay><DayType>0</DayType><DayWorking>0</DayWorking><TimePeriod><FromDate>2026-03-02T00:00:00"
        "</FromDate><ToDate>2026-03-02T23:59:00</ToDate></TimePeriod></WeekDay>"
    )
    calendar = f"<Calendar><UID>1</UID><Name>Night</Name><WeekDays>{night}</WeekDays></Calendar>"
    own = plan_of(calendars=calendar).project.calendars[0]
    assert own.week[0] == (WorkInterval(1320, 1440),)
    assert own.week[1] == (WorkInterval(0, 360),)
    assert own.exceptions[0].intervals == ()


@pytest.mark.parametrize("place", [-40, 7])
def test_a_recurring_exception_that_fits_no_day_is_no_trouble(place: int) -> None:
    odd = (
        "<Exceptions><Exception><TimePeriod><FromDate>2026-01-01T00:00:00</FromDate><ToDate>2026-12-31T00:00:00"
        "</ToDate></TimePeriod><Type>5</Type><Period>1</Period><MonthItem>77</MonthItem>"
        f"<MonthPosition>{place}</MonthPosition><DayWorking>0</DayWorking></Exception></Exceptions></Calendar>"
    )
    plan = plan_of(task(1), calendars=BASE.replace("</Calendar>", odd))
    assert plan.project.calendars[0].exceptions == ()


def test_calendars_that_rest_on_each_other_are_told() -> None:
    one = BASE.replace("</Name>", "</Name><BaseCalendarUID>2</BaseCalendarUID>")
    two = one.replace("<UID>1<", "<UID>2<").replace("UID>2</BaseC", "UID>1</BaseC")
    assert any("in turn" in w for w in plan_of(calendars=one + two).warnings)


def test_a_plan_without_calendars_gets_the_standard_one() -> None:
    plan = plan_of(task(1), calendars="")
    assert schedule(plan.project)["1"].finish == datetime(2026, 3, 2, 17)
    assert plan.warnings


def test_the_remaining_work_of_begun_work_says_when_it_ends() -> None:
    begun = "<ActualStart>2026-03-02T08:00:00</ActualStart><PercentComplete>50</PercentComplete><RemainingDuration>PT4H0M0S</RemainingDuration>"
    people = (
        "<Resources><Resource><UID>1</UID><Name>Ann</Name><Type>1</Type></Resource></Resources><Assignments><Assignment>"
        "<UID>1</UID><TaskUID>1</TaskUID><ResourceUID>1</ResourceUID><Units>1</Units><Work>PT8H0M0S</Work>"
        "<ActualWork>PT4H0M0S</ActualWork><RemainingWork>PT{}H0M0S</RemainingWork></Assignment></Assignments>"
    )
    ends = [
        schedule(plan_of(task(1, more=begun), more=people.format(left)).project)["1"].finish
        for left in (4, 12)
    ]
    assert ends == [datetime(2026, 3, 2, 16), datetime(2026, 3, 3, 16)]
