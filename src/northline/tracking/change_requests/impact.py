"""What carrying out a change request would do to its project: the scenario's plan beside the plan as it is."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import numpy as np

from northline.core.scope import Scope
from northline.scheduling.kept import Kept
from northline.scheduling.load.building import Floats
from northline.scheduling.load.entries import entries_in
from northline.scheduling.load.heat import MOST_DAYS, Asked, Heat, add, beyond, heat_of
from northline.scheduling.models import Scenario
from northline.scheduling.moments import compared, standings
from northline.scheduling.plan import Plan, Values
from northline.scheduling.scenarios.computing import Both, both_of, fingerprint_of
from northline.scheduling.working import WorkingTime
from northline.tracking.budgets.summing import planned_cost

MOST_MILESTONES = 50


def basis_of(row: Scenario, fingerprint: str | None = None) -> str:
    """The state of plan and scenario that an impact holds for."""
    known = fingerprint_of(row.project_id) if fingerprint is None else fingerprint
    return f"{known}:{row.plan_version}"


def impact_of(row: Scenario, *, today: date, by: Scope) -> Values:
    """The impact of a scenario that is already allowed, as plain JSON. Raises Refusal where it cannot be computed.

    Variances are in working minutes of the project, cost is in the workspace's money, overload in hours.
    """
    both = both_of(row)
    if both.refusal is not None:
        raise both.refusal
    return {
        "was": _outcome(both.before),
        "now": _outcome(both.after),
        "finish_minutes": _finish_minutes(both),
        "minutes_per_day": both.live.project["minutes_per_day"],
        "milestones": _milestones(both),
        "cost": _cost(both, today),
        "people": _people(both, by),
    }


def _outcome(kept: Kept) -> Values:
    p80 = kept.forecast["p80"] if kept.forecast else None
    return {"finish": kept.finish, "p80": str(p80) if p80 else None, "probability": kept.probability}


def _finish_minutes(both: Both) -> int:
    ends = [datetime.fromisoformat(kept.finish) for kept in (both.before, both.after)]
    return WorkingTime(both.plan, ends).between(*ends)


def _milestones(both: Both) -> list[Values]:
    """The milestones that would move, come or go, the farthest moved first."""
    was = standings(both.live, both.live.outline(), both.before.dates)
    now = standings(both.plan, both.plan.outline(), both.after.dates)
    moved = [
        row for row in compared(was, now, both.live) if row["type"] == "milestone" and row["state"] != "same"
    ]
    moved.sort(key=lambda row: -abs(row["finish_variance"] or 0))
    names = ("id", "key", "title", "state", "was_finish", "finish", "finish_variance")
    return [{name: row[name] for name in names} for row in moved[:MOST_MILESTONES]]


def _cost(both: Both, today: date) -> Values | None:
    """What either plan costs, as the budget reckons it; None where nothing of it has a price.

    `shared` where one of the rates is the workspace's, which not everybody who plans may know.
    """
    was, priced = planned_cost(both.live, both.before, today=today)
    now, priced_now = planned_cost(both.plan, both.after, today=today)
    if not (was or now or priced.steps or priced_now.steps):
        return None
    return {"was": was, "now": now, "shared": priced.shared or priced_now.shared}


def _people(both: Both, by: Scope) -> list[Values]:
    """Who has more to do than they can, over all projects, and by how much more or less than now; the most first."""
    first, last = _days(both)
    ids = {row["resource_id"] for plan in (both.live, both.plan) for row in plan.live_assignments()}
    if not ids:
        return []
    heat = heat_of(by, Asked(first, last, resource_ids=tuple(ids)))
    others = _without(heat, both.live.project["id"])
    overs = [
        _over(heat, others, plan, kept) for plan, kept in ((both.live, both.before), (both.plan, both.after))
    ]
    told = [
        {"id": str(row.pk), "title": row.title, "was": round(float(was), 1), "now": round(float(now), 1)}
        for row, was, now in zip(heat.resources, *overs, strict=True)
        if was or now
    ]
    return sorted(told, key=lambda one: (one["was"] - one["now"], one["title"]))


def _days(both: Both) -> tuple[date, date]:
    firsts = [date.fromisoformat(kept.start[:10]) for kept in (both.before, both.after)]
    lasts = [date.fromisoformat(kept.finish[:10]) for kept in (both.before, both.after)]
    return min(firsts), min(max(lasts), min(firsts) + timedelta(days=MOST_DAYS))


def _without(heat: Heat, project_id: Any) -> Floats:
    """What is promised to other projects."""
    hard, soft = np.zeros(heat.hard.shape), np.zeros(heat.hard.shape)
    for pk, found in heat.entries.items():
        if pk != project_id:
            add(found, heat.row_of, heat.asked, hard, soft)
    return hard


def _over(heat: Heat, others: Floats, plan: Plan, kept: Kept) -> Floats:
    """Hours of overload of each, with the plan by these dates beside the others."""
    hard, soft = others.copy(), np.zeros(others.shape)
    add(entries_in(plan, kept.dates), heat.row_of, heat.asked, hard, soft)
    hours: Floats = beyond(hard, heat.capacity).sum(axis=1) / 60
    return hours
