"""What a project was to cost, did and will, summed by phase, month and what it is paid for.

Work is reckoned day by day at the rate of the day, by the formulas of `engine.costs`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from uuid import UUID

import numpy as np

from northline.engine.calendars import Ints
from northline.engine.costs import cost_of, cost_of_work, overtime_rate
from northline.engine.model import ResourceKind
from northline.scheduling.compute import FINISH, START
from northline.scheduling.kept import Kept, kept_of
from northline.scheduling.load.building import Entries, Floats
from northline.scheduling.load.entries import day_at, day_number, entries_in
from northline.scheduling.plan import Plan
from northline.tracking.budgets import rules
from northline.tracking.budgets.models import CostLine
from northline.tracking.budgets.prices import Prices, prices_of, resources_of
from northline.tracking.budgets.rules import Part
from northline.tracking.timesheets.overtime import overtime_of
from northline.tracking.timesheets.reported import Reported, reported_of

# What is summed by phase and month, and of what each is made: minutes, then money.
PLANNED, ACTUAL, WAITING, COMMITTED, REMAINING = range(5)
MINUTES, WORK, OVERTIME, USES, MATERIAL, LINES = range(6)
PhaseOf = Callable[[UUID | None], UUID | None]
# The parts of money, as the API calls them, in that order.
PARTS: tuple[Part, ...] = ("work", "overtime", "uses", "material", "lines")


@dataclass(slots=True)
class Sums:
    """Minutes and the parts of money by phase, month and what they are."""

    phases: list[UUID | None]
    months: list[date]
    values: Floats
    places: dict[UUID | None, int] = field(init=False)

    def __post_init__(self) -> None:
        self.places = {phase: place for place, phase in enumerate(self.phases)}

    def add(self, phase: UUID | None, day: date, what: int, part: int, amount: float) -> None:
        place = self.places[phase], self.months.index(rules.month_of(day)), what
        self.values[(*place, part)] += amount


def summed(
    plan: Plan, phases: list[UUID | None], phase_of: PhaseOf, *, today: date, kept: Kept | None = None
) -> tuple[Sums, Prices]:
    """The sums of a plan by its dates, or by those of `kept`, and the prices that they are made of."""
    dates = (kept or kept_of(plan)).dates
    spans = {pk: _span(dates[str(pk)]) for pk in plan.items if str(pk) in dates}
    entries = entries_in(plan, dates)
    reported = reported_of(plan.project["id"])
    costs = list(CostLine.objects.filter(project=plan.project["id"], archived_at=None).order_by("pk"))
    workers = resources_of({one.member_id for one in reported}, plan.project["id"])
    on_it = {row["resource_id"] for row in plan.live_assignments()}
    prices = prices_of({*on_it, *(row.pk for every in workers.values() for row in every)})
    ends = {pk: finish for pk, (_, finish) in spans.items()}
    due = [line.on or (ends.get(line.item_id, today) if line.item_id else today) for line in costs]
    assigned = [day for row in plan.live_assignments() for day in spans.get(row["item_id"], ())]
    sums = _empty(phases, [today, *due, *assigned, *(one.on for one in reported), *_days(entries)])
    overtime = _overtime(entries, plan)
    _add_planned(sums, entries, overtime, prices, phase_of)
    _add_remaining(sums, entries, overtime, prices, phase_of, plan, today)
    _add_reported(sums, reported, prices, phase_of, entries, workers)
    _add_assigned(sums, plan, spans, prices, phase_of, today)
    for line, day in zip(costs, due, strict=True):
        _add_cost(sums, line, day, phase_of(line.item_id), today)
    return sums, prices


def planned_cost(plan: Plan, kept: Kept, *, today: date) -> tuple[float, Prices]:
    """What a plan with these dates costs from its beginning to its end, as its budget reckons, and by which prices."""
    sums, prices = summed(plan, [None], lambda _: None, today=today, kept=kept)
    return round(float(sums.values[:, :, PLANNED, WORK:].sum()), 2), prices


def _span(dates: Sequence[Any]) -> tuple[date, date]:
    return date.fromisoformat(dates[START][:10]), date.fromisoformat(dates[FINISH][:10])


def _days(entries: Entries) -> list[date]:
    if not len(entries.day):
        return []
    return [day_at(int(day)) for day in (entries.day.min(), entries.day.max())]


def _empty(phases: list[UUID | None], days: Sequence[date]) -> Sums:
    months = rules.months_between(min(days), max(days))
    return Sums(phases, months, np.zeros((len(phases), len(months), 5, 6)))


def _month_places(sums: Sums, days: Any) -> Any:
    firsts = np.array([day_number(month) for month in sums.months])
    return np.searchsorted(firsts, days, "right") - 1


def _overtime(entries: Entries, plan: Plan) -> Floats:
    """The minutes of planned overtime beside each entry of the load: they go along with the regular work."""
    planned = np.array([plan.assignments[pk]["overtime_minutes"] for pk in entries.assignments], np.float64)
    whole = np.bincount(entries.assignment, weights=entries.minutes, minlength=len(planned))
    share = np.divide(planned, whole, out=np.zeros(len(planned)), where=whole > 0)
    return entries.minutes * share[entries.assignment]


def _costs(
    entries: Entries, minutes: Floats, prices: Prices, days: Ints, *, overtime: bool = False
) -> Floats:
    """What so many minutes beside each entry of the load cost where they are worked on these days."""
    cost = np.zeros(len(entries.day))
    for number, pk in enumerate(entries.resources):
        own = entries.resource == number
        cost[own] = cost_of_work(minutes[own], prices.per_hour(pk, days[own], overtime=overtime))
    return cost


def _phase_places(sums: Sums, entries: Entries, phase_of: PhaseOf) -> Any:
    of_item = np.array([sums.places[phase_of(pk)] for pk in entries.items], np.int64)
    return of_item[entries.item] if len(of_item) else np.zeros(0, np.int64)


def _add_planned(sums: Sums, entries: Entries, overtime: Floats, prices: Prices, phase_of: PhaseOf) -> None:
    at = _phase_places(sums, entries, phase_of), _month_places(sums, entries.day), PLANNED
    np.add.at(sums.values[..., MINUTES], at, entries.minutes + overtime)
    np.add.at(sums.values[..., WORK], at, _costs(entries, entries.minutes, prices, entries.day))
    np.add.at(sums.values[..., OVERTIME], at, _costs(entries, overtime, prices, entries.day, overtime=True))


def _add_remaining(
    sums: Sums,
    entries: Entries,
    overtime: Floats,
    prices: Prices,
    phase_of: PhaseOf,
    plan: Plan,
    today: date,
) -> None:
    """What is left of each item, over its days that are still to come; today, where none is."""
    if not len(entries.day):
        return
    low = day_number(today)
    left = np.array([1 - plan.items[pk]["percent_complete"] / 100 for pk in entries.items])
    whole = np.bincount(entries.item, weights=entries.minutes, minlength=len(left))
    ahead = np.bincount(
        entries.item, weights=np.where(entries.day >= low, entries.minutes, 0.0), minlength=len(left)
    )
    has_ahead = ahead[entries.item] > 0
    share = np.where(has_ahead, whole[entries.item] / np.maximum(ahead[entries.item], 1e-9), 1.0)
    share = np.where(has_ahead & (entries.day < low), 0.0, share) * left[entries.item]
    days = np.maximum(entries.day, low)
    at = _phase_places(sums, entries, phase_of), _month_places(sums, days), REMAINING
    np.add.at(sums.values[..., MINUTES], at, (entries.minutes + overtime) * share)
    np.add.at(sums.values[..., WORK], at, _costs(entries, entries.minutes, prices, days) * share)
    np.add.at(sums.values[..., OVERTIME], at, _costs(entries, overtime, prices, days, overtime=True) * share)


def _add_reported(
    sums: Sums,
    reported: Sequence[Reported],
    prices: Prices,
    phase_of: PhaseOf,
    entries: Entries,
    workers: Any,
) -> None:
    on_it = set(entries.resources)
    for one, overtime in zip(reported, overtime_of(reported, workers), strict=True):
        mine = workers.get(one.member_id, [])
        chosen = next((row for row in mine if row.pk in on_it), mine[0] if mine else None)
        what, phase = ACTUAL if one.approved else WAITING, phase_of(one.item_id)
        sums.add(phase, one.on, what, MINUTES, one.minutes)
        if chosen is not None:
            who = prices.on(chosen.pk, day_number(one.on))
            usual = cost_of_work(one.minutes - overtime, who.cost_per_hour)
            sums.add(phase, one.on, what, WORK, usual)
            sums.add(phase, one.on, what, OVERTIME, cost_of_work(overtime, overtime_rate(who)))


def _add_assigned(
    sums: Sums,
    plan: Plan,
    spans: Mapping[UUID, tuple[date, date]],
    prices: Prices,
    phase_of: PhaseOf,
    today: date,
) -> None:
    """What each assignment costs beside hours: its use once the item begins, a material as the item goes on."""
    types = {row["id"]: row["type"] for row in plan.resources}
    for row in plan.live_assignments():
        item = plan.items[row["item_id"]]
        if not item["active"] or item["id"] not in spans:
            continue
        day, _ = spans[item["id"]]
        who = prices.on(row["resource_id"], day_number(day), type=types[row["resource_id"]])
        used = cost_of(replace(who, cost_per_hour=0.0))
        begun = item["actual_start"] is not None or item["percent_complete"] > 0
        done = {USES: float(begun), MATERIAL: item["percent_complete"] / 100}
        whole = {USES: used, MATERIAL: 0.0}
        if who.kind is ResourceKind.MATERIAL:
            whole[MATERIAL] = cost_of(who, units=row["units"]) - used
        phase = phase_of(item["id"])
        for part, cost in whole.items():
            sums.add(phase, day, PLANNED, part, cost)
            sums.add(phase, min(day, today), ACTUAL, part, cost * done[part])
            sums.add(phase, max(day, today), REMAINING, part, cost * (1 - done[part]))


def _add_cost(sums: Sums, line: CostLine, day: date, phase: UUID | None, today: date) -> None:
    sums.add(phase, day, PLANNED, LINES, line.planned)
    if line.state == CostLine.State.PLANNED:
        sums.add(phase, max(day, today), REMAINING, LINES, line.planned)
    else:
        what = ACTUAL if line.state == CostLine.State.ACTUAL else COMMITTED
        sums.add(phase, day, what, LINES, line.amount or 0.0)
