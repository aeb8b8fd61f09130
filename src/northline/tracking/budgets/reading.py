"""A project's budget against its plan, what it cost and what it will: a fixed number of queries."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

import numpy as np
from django.utils import timezone

from northline.core.schemas import ref_of
from northline.core.scope import Place, Scope
from northline.delivery.models import Project
from northline.scheduling.load.building import Floats
from northline.scheduling.plan import Plan, load
from northline.tracking.budgets import rules
from northline.tracking.budgets.models import BudgetLine
from northline.tracking.budgets.summing import (
    ACTUAL,
    COMMITTED,
    LINES,
    MATERIAL,
    MINUTES,
    OVERTIME,
    PARTS,
    PLANNED,
    REMAINING,
    USES,
    WORK,
    Sums,
    summed,
)


def budget_page(project: Project, scope: Scope) -> dict[str, Any]:
    """The budget of a project that is already allowed, by phase and month; money only for whoever may know rates."""
    today = timezone.localdate()
    plan = load(project.pk)
    lines = list(BudgetLine.objects.filter(project=project, archived_at=None).order_by("pk"))
    phases, phase_of = phases_of(plan)
    named = [pk for pk in phases if pk is not None]
    sums, prices = summed(plan, phases, phase_of, today=today)
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


def item_costs(project: Project, scope: Scope) -> dict[str, Any]:
    """What each item of a project that is already allowed was to cost, did and will; nothing for whoever may not know rates."""
    plan = load(project.pk)
    ids = list(plan.items)
    sums, prices = summed(
        plan, [None, *ids], lambda pk: pk if pk in plan.items else None, today=timezone.localdate()
    )
    if not sees_money(scope, project, shared=prices.shared):
        return {"money": False, "items": []}
    of_item = sums.values[1:, :, :, WORK:].sum(axis=(1, 3))
    return {
        "money": True,
        "items": [
            {
                "id": pk,
                "planned": round(float(found[PLANNED]), 2),
                "actual": round(float(found[ACTUAL]), 2),
                "remaining": round(float(found[REMAINING]), 2),
            }
            for pk, found in zip(ids, of_item, strict=True)
            if found.any()
        ],
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


def _phase(sums: Sums, place: int, lines: Sequence[BudgetLine], *, sees: bool) -> dict[str, Any]:
    mine = [line for line in lines if line.approved_at and _phase_place(sums, line) == place]
    return _figures(sums.values[place], mine, sees=sees)


def _phase_place(sums: Sums, line: BudgetLine) -> int:
    return sums.phases.index(line.phase_id if line.phase_id in sums.phases else None)


def _figures(values: Floats, lines: Sequence[BudgetLine], *, sees: bool) -> dict[str, Any]:
    """The figures of a phase, or of all, with its months: in hours, and in money where the reader may know."""
    hours, money = values[..., MINUTES] / 60, values[..., MINUTES + 1 :].sum(axis=-1)
    budget_hours = sum(line.minutes for line in lines) / 60 if any(line.minutes for line in lines) else None
    budget = sum(line.amount for line in lines) if any(line.amount for line in lines) else None
    planned, forecast = _side(values, PLANNED), _side(values, ACTUAL, COMMITTED, REMAINING)
    shown_budget = budget if sees else None
    found = rules.reasons(planned, forecast, budget_hours=budget_hours, budget=shown_budget)
    return {
        "hours": _columns(hours, budget_hours),
        "money": _columns(money, budget) if sees else None,
        "parts": _parts(values) if sees else None,
        "reasons": [
            {"code": one.code, "hours": round(one.hours, 2), "money": round(one.money, 2) if sees else None}
            for one in found
            if sees or one.hours
        ],
        "said": [line.reason for line in lines if line.reason],
    }


def _side(values: Floats, *what: int) -> rules.Side:
    parts = values[:, what, :].sum(axis=(0, 1))
    other = parts[[USES, MATERIAL, LINES]].sum()
    return rules.Side(float(parts[MINUTES]) / 60, float(parts[WORK] + parts[OVERTIME]), float(other))


def _parts(values: Floats) -> list[dict[str, Any]]:
    """What the money is paid for, as far as any is."""
    sums = values.sum(axis=0)[:, MINUTES + 1 :]
    forecast = sums[[ACTUAL, COMMITTED, REMAINING]].sum(axis=0)
    return [
        {
            "part": part,
            "planned": round(float(sums[PLANNED, at]), 2),
            "actual": round(float(sums[ACTUAL, at]), 2),
            "forecast": round(float(forecast[at]), 2),
        }
        for at, part in enumerate(PARTS)
        if sums[:, at].any()
    ]


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
