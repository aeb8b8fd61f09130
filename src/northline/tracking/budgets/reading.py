"""A project's budget against its plan, what it cost and what it will: a fixed number of queries."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import numpy as np
from django.utils import timezone

from northline.core.schemas import ref_of
from northline.core.scope import Place, Scope
from northline.delivery.models import Project
from northline.engine.calendars import Ints
from northline.scheduling.compute import FINISH
from northline.scheduling.kept import kept_of
from northline.scheduling.load.entries import Entries, day_at, day_number, entries_in
from northline.scheduling.load.heat import Floats
from northline.scheduling.plan import Plan, load
from northline.tracking.budgets import rules
from northline.tracking.budgets.models import BudgetLine, CostLine
from northline.tracking.budgets.prices import Prices, prices_of, resources_of
from northline.tracking.timesheets.reported import Reported, reported_of

# What is summed by phase and month, each as minutes, cost of work, other costs.
PLANNED, ACTUAL, WAITING, COMMITTED, REMAINING = range(5)


@dataclass(slots=True)
class Sums:
    """Minutes, cost of work and other costs by phase, month and what they are."""

    phases: list[UUID | None]
    months: list[date]
    values: Floats

    def add(
        self,
        phase: UUID | None,
        day: date,
        what: int,
        *,
        minutes: float = 0,
        work: float = 0,
        other: float = 0,
    ) -> None:
        place = self.phases.index(phase), self.months.index(rules.month_of(day)), what
        self.values[place] += (minutes, work, other)


def budget_page(project: Project, scope: Scope) -> dict[str, Any]:
    """The budget of a project that is already allowed, by phase and month; money only for whoever may know rates."""
    today = timezone.localdate()
    plan = load(project.pk)
    kept = kept_of(plan)
    entries = entries_in(plan, kept.dates)
    reported = reported_of(project.pk)
    costs = list(CostLine.objects.filter(project=project, archived_at=None).order_by("pk"))
    lines = list(BudgetLine.objects.filter(project=project, archived_at=None).order_by("pk"))
    workers = resources_of({one.member_id for one in reported}, project.pk)
    ids = {*entries.resources, *(row.pk for every in workers.values() for row in every)}
    prices = prices_of(ids)
    phases, phase_of = phases_of(plan)
    named = [pk for pk in phases if pk is not None]
    ends = {
        pk: date.fromisoformat(kept.dates[str(pk)][FINISH][:10]) for pk in plan.items if str(pk) in kept.dates
    }
    due = [line.on or (ends.get(line.item_id, today) if line.item_id else today) for line in costs]
    sums = _empty(phases, [today, *due, *(one.on for one in reported), *_days(entries)])
    _add_planned(sums, entries, prices, phase_of)
    _add_remaining(sums, entries, prices, phase_of, plan, today)
    _add_reported(sums, reported, prices, phase_of, entries, workers)
    for line, day in zip(costs, due, strict=True):
        _add_cost(sums, line, day, phase_of(line.item_id), today)
    sees = sees_money(scope, project, shared=prices.shared)
    rows = [_phase(sums, place, lines, sees=sees) for place, _ in enumerate(phases)]
    told = {pk: ref_of("work_item", plan.items[pk]) for pk in named}
    rights = scope.rights_at(project.place())
    return {
        "today": today,
        "months": sums.months,
        "this_month": rules.month_of(today),
        "phases": [
            {"phase": told.get(pk) if pk else None} | row
            for pk, row in zip(phases, rows, strict=True)
            if pk or _is_used(row)
        ],
        "total": _figures(sums.values.sum(axis=0), [line for line in lines if line.approved_at], sees=sees),
        "open_lines": sum(line.approved_at is None for line in lines),
        "money": sees,
        "can": {
            "edit": "plan" in rights and project.archived_at is None,
            "approve": "steer" in rights and project.archived_at is None,
        },
    }


def sees_money(scope: Scope, project: Project, *, shared: bool) -> bool:
    """May the reader know what the project's work costs, and so what its people do?"""
    if scope.may("administer", Place()):
        return True
    return not shared and scope.may("plan", project.place())


def phases_of(plan: Plan) -> tuple[list[UUID | None], Callable[[UUID | None], UUID | None]]:
    """The phases of a plan, then None for what is in none, and what says in which one an item is.

    Phases are the summaries at the top; below a single one that holds everything, those in it.
    """
    level = list(plan.children.get(None, ()))
    while len(level) == 1 and plan.children.get(level[0]):
        level = list(plan.children[level[0]])
    phases = [pk for pk in level if plan.children.get(pk)]
    known = set(phases)

    def phase_of(item_id: UUID | None) -> UUID | None:
        while item_id is not None and item_id not in known:
            item_id = plan.items[item_id]["parent_id"] if item_id in plan.items else None
        return item_id

    return [*phases, None], phase_of


def _days(entries: Entries) -> list[date]:
    if not len(entries.day):
        return []
    return [day_at(int(day)) for day in (entries.day.min(), entries.day.max())]


def _empty(phases: list[UUID | None], days: Sequence[date]) -> Sums:
    months = rules.months_between(min(days), max(days))
    return Sums(phases, months, np.zeros((len(phases), len(months), 5, 3)))


def _month_places(sums: Sums, days: Any) -> Any:
    firsts = np.array([day_number(month) for month in sums.months])
    return np.searchsorted(firsts, days, "right") - 1


def _costs(entries: Entries, prices: Prices, days: Ints) -> Floats:
    """What each entry of the load costs where it is worked on these days."""
    cost = np.zeros(len(entries.day))
    for number, pk in enumerate(entries.resources):
        own = entries.resource == number
        cost[own] = entries.minutes[own] / 60 * prices.per_hour(pk, days[own])
    return cost


def _phase_places(sums: Sums, entries: Entries, phase_of: Callable[[UUID | None], UUID | None]) -> Any:
    of_item = np.array([sums.phases.index(phase_of(pk)) for pk in entries.items], np.int64)
    return of_item[entries.item] if len(of_item) else np.zeros(0, np.int64)


def _add_planned(sums: Sums, entries: Entries, prices: Prices, phase_of: Any) -> None:
    at = _phase_places(sums, entries, phase_of), _month_places(sums, entries.day), PLANNED
    np.add.at(sums.values[..., 0], at, entries.minutes)
    np.add.at(sums.values[..., 1], at, _costs(entries, prices, entries.day))


def _add_remaining(
    sums: Sums, entries: Entries, prices: Prices, phase_of: Any, plan: Plan, today: date
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
    np.add.at(sums.values[..., 0], at, entries.minutes * share)
    np.add.at(sums.values[..., 1], at, _costs(entries, prices, days) * share)


def _add_reported(
    sums: Sums, reported: Sequence[Reported], prices: Prices, phase_of: Any, entries: Entries, workers: Any
) -> None:
    on_it = set(entries.resources)
    for one in reported:
        mine = workers.get(one.member_id, [])
        chosen = next((row for row in mine if row.pk in on_it), mine[0] if mine else None)
        day = np.array([day_number(one.on)], np.int64)
        work = one.minutes / 60 * float(prices.per_hour(chosen.pk if chosen else None, day)[0])
        what = ACTUAL if one.approved else WAITING
        sums.add(phase_of(one.item_id), one.on, what, minutes=one.minutes, work=work)


def _add_cost(sums: Sums, line: CostLine, day: date, phase: UUID | None, today: date) -> None:
    sums.add(phase, day, PLANNED, other=line.planned)
    if line.state == CostLine.State.PLANNED:
        sums.add(phase, max(day, today), REMAINING, other=line.planned)
    else:
        what = ACTUAL if line.state == CostLine.State.ACTUAL else COMMITTED
        sums.add(phase, day, what, other=line.amount or 0.0)


def _phase(sums: Sums, place: int, lines: Sequence[BudgetLine], *, sees: bool) -> dict[str, Any]:
    mine = [line for line in lines if line.approved_at and _phase_place(sums, line) == place]
    return _figures(sums.values[place], mine, sees=sees)


def _phase_place(sums: Sums, line: BudgetLine) -> int:
    return sums.phases.index(line.phase_id if line.phase_id in sums.phases else None)


def _figures(values: Floats, lines: Sequence[BudgetLine], *, sees: bool) -> dict[str, Any]:
    """The figures of a phase, or of all, with its months: in hours, and in money where the reader may know."""
    hours, money = values[..., 0] / 60, values[..., 1] + values[..., 2]
    budget_hours = sum(line.minutes for line in lines) / 60 if any(line.minutes for line in lines) else None
    budget = sum(line.amount for line in lines) if any(line.amount for line in lines) else None
    planned, forecast = _side(values, PLANNED), _side(values, ACTUAL, COMMITTED, REMAINING)
    shown_budget = budget if sees else None
    found = rules.reasons(planned, forecast, budget_hours=budget_hours, budget=shown_budget)
    return {
        "hours": _columns(hours, budget_hours),
        "money": _columns(money, budget) if sees else None,
        "reasons": [
            {"code": one.code, "hours": round(one.hours, 2), "money": round(one.money, 2) if sees else None}
            for one in found
            if sees or one.hours
        ],
        "said": [line.reason for line in lines if line.reason],
    }


def _side(values: Floats, *what: int) -> rules.Side:
    minutes, work, other = values[:, what, :].sum(axis=(0, 1)).tolist()
    return rules.Side(minutes / 60, work, other)


def _columns(by_month: Floats, budget: float | None) -> dict[str, Any]:
    names = ("planned", "actual", "waiting", "committed", "remaining")
    totals = dict(zip(names, by_month.sum(axis=0).tolist(), strict=True))
    ahead = by_month[:, [ACTUAL, COMMITTED, REMAINING]].sum(axis=1)
    forecast = float(ahead.sum())
    against = totals["planned"] if budget is None else budget
    return {name: round(value, 2) for name, value in totals.items()} | {
        "budget": None if budget is None else round(budget, 2),
        "forecast": round(forecast, 2),
        "variance": round(forecast - against, 2),
        "by_month": {
            "planned": np.round(by_month[:, PLANNED], 2).tolist(),
            "actual": np.round(by_month[:, ACTUAL], 2).tolist(),
            "forecast": np.round(ahead, 2).tolist(),
        },
    }


def _is_used(row: dict[str, Any]) -> bool:
    """Is there anything in it?"""
    return any(
        figures and (figures["budget"] or figures["planned"] or figures["forecast"] or figures["waiting"])
        for figures in (row["hours"], row["money"])
    )
