"""When somebody's work is due, seen from today: decisions over plain values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any, Literal

When = Literal["late", "today", "this_week", "next_week", "later", "done"]
A_WEEK = timedelta(days=7)


def when(start: date | None, finish: date | None, *, begun: bool, today: date) -> When:
    """Where open work belongs on a list of what to do; weeks end on Sunday.

    >>> wednesday = date(2026, 3, 4)
    >>> when(date(2026, 3, 6), date(2026, 3, 9), begun=False, today=wednesday)
    'this_week'
    >>> when(date(2026, 3, 2), date(2026, 3, 3), begun=True, today=wednesday)
    'late'
    """
    if finish is not None and finish < today:
        return "late"
    if begun or (start is not None and start <= today):
        return "today"
    sunday = today + timedelta(days=6 - today.weekday())
    if start is None or start > sunday + A_WEEK:
        return "later"
    return "this_week" if start <= sunday else "next_week"


def has_open(checklist: Iterable[Mapping[str, Any]], member_id: str) -> bool:
    """Is something of the list given to the member, and not done?

    >>> has_open([{"assignee_id": "a", "done": True}, {"assignee_id": "b", "done": False}], "a")
    False
    """
    return any(entry["assignee_id"] == member_id and not entry["done"] for entry in checklist)


def remaining(duration_minutes: int, percent_complete: float) -> int:
    """Working minutes that are left of a task."""
    return round(duration_minutes * (1 - percent_complete / 100))
