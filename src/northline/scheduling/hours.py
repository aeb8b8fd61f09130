"""Calendars as a reader needs them: days that recur by a rule are spelled out."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from dateutil.rrule import rrulestr

Values = dict[str, Any]
AROUND = timedelta(days=3 * 366)


def spelled_out(calendar: Values, *, start: str, finish: str | None) -> Values:
    """The calendar with a one-day exception for each day that a rule picks within three years of the plan.

    >>> rows = {"exceptions": [{"first": "2026-01-01", "last": "2026-12-31", "intervals": [], "name": "Fair",
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
    return calendar | {"exceptions": exceptions}


def _days(exception: Values, *, start: str, finish: str) -> list[date]:
    first = datetime.combine(date.fromisoformat(exception["first"]), time())
    low = max(first, datetime.fromisoformat(start) - AROUND)
    last = datetime.combine(date.fromisoformat(exception["last"]), time())
    high = min(last, datetime.fromisoformat(finish) + AROUND)
    rule = rrulestr(exception["rule"], dtstart=first)
    return [found.date() for found in rule.between(low, high, inc=True)]
