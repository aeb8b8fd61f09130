"""Budget against forecast, and why they differ: decisions over plain values. Money is the workspace's, work in hours."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Cause = Literal["more_effort", "less_effort", "dearer", "cheaper", "other_costs", "unplanned", "over_budget"]
# What money is paid for: hours, overtime, uses of whom or what is assigned, material, and what is ordered beside work.
Part = Literal["work", "overtime", "uses", "material", "lines"]
# Differences below are rounding.
LEAST_HOURS, LEAST_MONEY = 0.5, 1.0


@dataclass(frozen=True, slots=True)
class Side:
    """Hours of work, what they cost, and other costs."""

    hours: float = 0.0
    work: float = 0.0
    other: float = 0.0

    @property
    def money(self) -> float:
        return self.work + self.other


@dataclass(frozen=True, slots=True)
class Reason:
    """Something that makes a forecast another than the budget, by so many hours or so much money."""

    code: Cause
    hours: float
    money: float


def month_of(day: date) -> date:
    """The first of the month of a day."""
    return day.replace(day=1)


def months_between(first: date, last: date) -> list[date]:
    """The firsts of the months from that of the first day to that of the last.

    >>> months_between(date(2026, 11, 30), date(2027, 1, 1))
    [datetime.date(2026, 11, 1), datetime.date(2026, 12, 1), datetime.date(2027, 1, 1)]
    """
    count = (last.year - first.year) * 12 + last.month - first.month
    places = range(first.month - 1, first.month + count)
    return [date(first.year + place // 12, place % 12 + 1, 1) for place in places]


def reasons(
    planned: Side, forecast: Side, *, budget_hours: float | None, budget: float | None
) -> list[Reason]:
    """Why the forecast is not what was approved: effort at the planned price, price, other costs, and what of the plan
    was never approved. They add up to the whole difference.

    >>> [one.code for one in reasons(Side(10, 1000), Side(12, 1320), budget_hours=10, budget=1000)]
    ['more_effort', 'dearer']
    >>> reasons(Side(10), Side(12), budget_hours=None, budget=None)
    [Reason(code='more_effort', hours=2, money=0.0)]
    """
    found = []
    over = Side(planned.hours - (planned.hours if budget_hours is None else budget_hours))
    beyond = planned.money - (planned.money if budget is None else budget)
    if over.hours >= LEAST_HOURS or beyond >= LEAST_MONEY:
        found.append(Reason("over_budget", max(0.0, over.hours), max(0.0, beyond)))
    more = forecast.hours - planned.hours
    # Hours of whom no rate is known for cost nothing, and say nothing of a price.
    priced = planned.hours > 0 and abs(forecast.work - planned.work) >= LEAST_MONEY
    price = planned.work / planned.hours if priced else 0.0
    if abs(more) >= LEAST_HOURS:
        code: Cause = "unplanned" if not planned.hours else "more_effort" if more > 0 else "less_effort"
        found.append(Reason(code, more, more * price if planned.hours else forecast.work))
    dearer = forecast.work - forecast.hours * price if priced else 0.0
    if abs(dearer) >= LEAST_MONEY:
        found.append(Reason("dearer" if dearer > 0 else "cheaper", 0.0, dearer))
    other = forecast.other - planned.other
    if abs(other) >= LEAST_MONEY:
        found.append(Reason("other_costs", 0.0, other))
    return found
