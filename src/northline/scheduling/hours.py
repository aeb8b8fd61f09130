"""Calendars as a reader needs them: days that recur by a rule are spelled out."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from dateutil.rrule import rrulestr

from northline.scheduling.compile import calendar_of

Values = dict[str, Any]
AROUND = timedelta(days=3 * 366)


def spelled_out(
    calendar: Values, *, start: str, finish: str | None, years: tuple[int, int] | None = None
) -> Values:
    """The calendar with a one-day exception for each day that a rule picks within three years of the plan, and for
    each holiday of its country in the `years`.

    >>> rows = {"country": "", "exceptions": [{"first": "2026-01-01", "last": "2026-12-31", "intervals": [], "name": "Fair",
    ...     "rule": "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=4"}]}
    >>> spelled_out(rows, start="2026-03-02T08:00", finish=None)["exceptions"]
    [{'first': '2026-05-04', 'last': '2026-05-04', 'intervals': [], 'name': 'Fair'}]
    """
    exceptions: list[Values] = []
    for exception in calendar["exceptions"]:
        if not exception.get("rule"):
            exceptions.append(exception)
            continue
        same = {name: exception[name] for name in ("intervals", "name")}
        days = _days(exception, start=start, finish=finish or start)
        exceptions += [{"first": str(day), "last": str(day)} | same for day in days]
    if calendar["country"] and years is not None:
        exceptions += [
            {
                "first": str(day.first),
                "last": str(day.last),
                "intervals": [[hours.start_minute, hours.end_minute] for hours in day.intervals],
                "name": day.name,
            }
            for day in calendar_of(calendar | {"exceptions": []}, years=years).exceptions
        ]
    shown = {name: value for name, value in calendar.items() if name not in ("country", "region")}
    return shown | {"exceptions": exceptions}


def _days(exception: Values, *, start: str, finish: str) -> list[date]:
    first = datetime.combine(date.fromisoformat(exception["first"]), time())
    low = max(first, datetime.fromisoformat(start) - AROUND)
    last = datetime.combine(date.fromisoformat(exception["last"]), time())
    high = min(last, datetime.fromisoformat(finish) + AROUND)
    rule = rrulestr(exception["rule"], dtstart=first)
    return [found.date() for found in rule.between(low, high, inc=True)]
