"""What a window means. Plain values in, plain values out."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from typing import Literal

from northline.core.refusal import Refusal

Precision = Literal["day", "month", "quarter"]


@dataclass(frozen=True, slots=True)
class Window:
    """From the first to the last day, both included."""

    start: date
    finish: date
    precision: Precision


def snapped(start: date, *, finish: date, precision: Precision) -> Window:
    """The window widened to whole months or quarters: nobody promises a day they do not know.

    Raises Refusal `window.backwards` when it finishes before it starts.

    >>> snapped(date(2026, 2, 10), finish=date(2026, 2, 11), precision="quarter").finish
    datetime.date(2026, 3, 31)
    """
    if finish < start:
        raise Refusal(
            "window.backwards",
            f"A window from {start} cannot finish on {finish}, which is earlier. Nothing was changed.",
        )
    if precision == "day":
        return Window(start, finish, precision)
    months = 1 if precision == "month" else 3
    return Window(_first_day(start, months), _last_day(finish, months), precision)


def _first_day(day: date, months: int) -> date:
    """The first day of the span of so many months, counted from January, that `day` lies in."""
    return date(day.year, day.month - (day.month - 1) % months, 1)


def _last_day(day: date, months: int) -> date:
    last_month = _first_day(day, months).month + months - 1
    return date(day.year, last_month, calendar.monthrange(day.year, last_month)[1])
