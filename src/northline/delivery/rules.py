"""Decisions of delivery over plain values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import overload

CODE = re.compile(r"[A-Z][A-Z0-9]{1,9}")
MOST_ITEMS = 20_000
# How well somebody has a skill of whom nothing else is said, from 1 to 5.
ABLE = 3
# A working day starts at eight and ends at five, in minutes after midnight, unless a calendar says otherwise.
DAY_STARTS, DAY_ENDS = "08:00", 17 * 60


def is_plan_time(text: str) -> bool:
    """Is this a date of a plan, `YYYY-MM-DDTHH:MM`, between 1900 and 2999?

    >>> is_plan_time("2026-03-02T08:00"), is_plan_time("2026-03-02")
    (True, False)
    """
    try:
        return len(text) == 16 and 1900 <= datetime.strptime(text, "%Y-%m-%dT%H:%M").year <= 2999
    except ValueError:
        return False


def plan_time(moment: datetime) -> str:
    """A moment as plans write it.

    >>> plan_time(datetime(2026, 3, 2, 8))
    '2026-03-02T08:00'
    """
    return moment.isoformat(timespec="minutes")


@overload
def day_of(plan_time: str) -> date: ...
@overload
def day_of(plan_time: str | None) -> date | None: ...
def day_of(plan_time: str | None) -> date | None:
    """The day of a date of a plan, as far as there is one.

    >>> day_of("2026-03-02T08:00")
    datetime.date(2026, 3, 2)
    """
    return date.fromisoformat(plan_time[:10]) if plan_time else None


def monday_of(day: date) -> date:
    """The Monday of the week of a day.

    >>> monday_of(date(2026, 3, 8))
    datetime.date(2026, 3, 2)
    """
    return day - timedelta(days=day.weekday())


def code_words(title: str) -> Iterator[str]:
    """Codes that the title suggests, the nicest first, without an end.

    >>> words = code_words("Atlas rollout"); next(words), next(words), next(words)
    ('ATL', 'ATLA', 'ATL2')
    """
    letters = re.sub(r"[^A-Z0-9]", "", title.upper()).lstrip("0123456789") or "PLAN"
    base = letters[:3] if len(letters) >= 2 else f"{letters}P"
    yield base
    if len(letters) > 3:
        yield letters[:4]
    number = 2
    while True:
        yield f"{base}{number}"
        number += 1
