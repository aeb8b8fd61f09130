"""What readers of a roadmap may see, decided over plain values."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

Precision = Literal["exact", "month", "quarter"]

FIELDS: Mapping[str, frozenset[str]] = {
    "roadmap": frozenset(
        {
            "window", "status", "lane", "horizon", "description", "forecast", "owner", "goal", "metrics",
            "features", "milestones", "dependencies", "effort", "theme", "container",
        }
    ),
    "timeline": frozenset({"dates", "progress", "links", "critical", "deadline", "forecast"}),
    # A report is shown whole.
    "status": frozenset(),
}  # fmt: skip

# What each group of readers gets unless somebody decides otherwise: customers no dates and no doubts, sales
# windows as wide as a quarter, executives goals and chances, engineers all of it.
USUAL: Mapping[str, tuple[frozenset[str], Precision]] = {
    "executives": (frozenset({"window", "status", "lane", "forecast", "goal", "milestones"}), "month"),
    "sales": (frozenset({"window", "horizon", "lane", "description"}), "quarter"),
    "customers": (frozenset({"horizon", "description"}), "quarter"),
    "engineering": (FIELDS["roadmap"], "exact"),
    "other": (frozenset({"window", "status", "lane"}), "exact"),
}


# What a layout lays out by.
_LAID_OUT_BY = {"timeline": "window", "horizons": "horizon"}
# The field that must be shown for the roadmap to be coloured by it, where its name is another.
_SEEN_BY = {"chance": "forecast", "period": "window"}


@dataclass(frozen=True, slots=True)
class Sight:
    """The fields that are shown, the states an initiative must be in (none: any), how exactly days are told, and by
    which field the roadmap is coloured."""

    fields: frozenset[str]
    statuses: frozenset[str] = frozenset()
    precision: Precision = "exact"
    colour: str = ""

    def may_colour(self) -> bool:
        """A colour tells its field: what is not shown colours nothing.

        >>> Sight(frozenset({"window"}), colour="period").may_colour()
        True
        >>> Sight(frozenset({"window"}), colour="owner").may_colour()
        False
        """
        return _SEEN_BY.get(self.colour, self.colour) in self.fields


def drawn_as(layout: str, fields: frozenset[str]) -> str:
    """The layout, or the other one where only what that lays out by is shown.

    >>> drawn_as("timeline", frozenset({"horizon", "description"}))
    'horizons'
    """
    possible = [name for name, field in _LAID_OUT_BY.items() if field in fields]
    return layout if layout in possible or not possible else possible[0]


def told_window(start: date, finish: date, precision: Precision) -> tuple[date, date]:
    """The window as readers are told it: widened to whole months or quarters, so that no exact day shows through.

    >>> told_window(date(2026, 11, 9), date(2027, 1, 12), "quarter")
    (datetime.date(2026, 10, 1), datetime.date(2027, 3, 31))
    """
    return first_told(start, precision), last_told(finish, precision)


def first_told(day: date, precision: Precision) -> date:
    """The first day of the month or quarter that holds the day.

    >>> first_told(date(2026, 11, 9), "month")
    datetime.date(2026, 11, 1)
    """
    if precision == "exact":
        return day
    month = day.month if precision == "month" else (day.month - 1) // 3 * 3 + 1
    return day.replace(month=month, day=1)


def last_told(day: date, precision: Precision) -> date:
    """The last day of the month or quarter that holds the day.

    >>> last_told(date(2027, 1, 12), "quarter")
    datetime.date(2027, 3, 31)
    """
    if precision == "exact":
        return day
    month = day.month if precision == "month" else (day.month - 1) // 3 * 3 + 3
    return date(day.year, month, monthrange(day.year, month)[1])
