"""Days that are said without a time of day: the hours of a project's calendar say when they begin and end."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from northline.delivery import rules
from northline.delivery.models import PlanCalendar, Project

Week = list[list[list[int]]]
# On a day off, or where there is no calendar.
OFFICE = (8 * 60, rules.DAY_ENDS)
LAST_MINUTE = 1439


def with_hours(
    fields: Mapping[str, Any], project: Project, *, first: Collection[str] = (), last: Collection[str] = ()
) -> dict[str, Any]:
    """The fields, with the hour when work begins in those of `first` that are bare days, and when it ends in those of `last`."""
    bare = {name: fields[name] for name in (*first, *last) if is_day(fields.get(name))}
    if not bare:
        return dict(fields)
    calendar_id = fields.get("calendar_id", project.calendar_id)
    calendar = _calendar(calendar_id)
    moments = {
        name: f"{day}T{clock(hours_on(calendar, date.fromisoformat(day))[name in last])}"
        for name, day in bare.items()
    }
    return {**fields, **moments}


def is_day(text: object) -> bool:
    return isinstance(text, str) and len(text) == len("2026-03-02")


def hours_on(calendar: PlanCalendar | None, day: date) -> tuple[int, int]:
    """When work begins and ends on a day, in minutes after midnight.

    >>> half = PlanCalendar(week=[[[480, 720]]] * 5 + [[], []], exceptions=[], weeks=[])
    >>> hours_on(half, date(2026, 3, 2)), hours_on(half, date(2026, 3, 7)), hours_on(None, date(2026, 3, 2))
    ((480, 720), (480, 1020), (480, 1020))
    """
    hours = _intervals(calendar, day) if calendar else []
    return (hours[0][0], min(hours[-1][1], LAST_MINUTE)) if hours else OFFICE


def clock(minute: int) -> str:
    """
    >>> clock(510)
    '08:30'
    """
    return f"{minute // 60:02}:{minute % 60:02}"


def _calendar(calendar_id: UUID | None) -> PlanCalendar | None:
    return PlanCalendar.objects.filter(pk=calendar_id).first() if calendar_id else None


def _intervals(calendar: PlanCalendar, day: date) -> list[list[int]]:
    for exception in calendar.exceptions:
        # Which days a rule picks is not worth finding out for an hour.
        if not exception.get("rule") and _covers(exception, day):
            found: list[list[int]] = exception["intervals"]
            return found
    passing = next((one for one in calendar.weeks if _covers(one, day)), None)
    week: Week = passing["week"] if passing else calendar.week
    return week[day.weekday()]


def _covers(span: Mapping[str, str], day: date) -> bool:
    return span["first"] <= day.isoformat() <= span["last"]
