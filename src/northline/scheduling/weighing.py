"""What each open risk costs: the forecast with all of them beside the same one without it, by the same draws."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import numpy as np

from northline import engine
from northline.core import events
from northline.engine.calendars import to_minute
from northline.engine.compiled import compile_plan
from northline.engine.forecast import Risk
from northline.engine.forecast.worktime import WorkTime
from northline.scheduling.compile import compiled
from northline.scheduling.compute import simulated
from northline.scheduling.models import SavedForecast
from northline.scheduling.plan import Placed, Plan
from northline.scheduling.risks import PlanRisk, compiled_risks, risks_of

# Tasks times simulations that an edit may wait for: about a tenth of a second.
QUICK = 5_000


def weigh(plan: Plan, outline: list[Placed], told: Sequence[PlanRisk]) -> dict[str, Any] | None:
    """What the open risks cost, all and each, kept beside the forecast; None where none strikes the plan.

    `days` are working days of the P80: with all risks less without this one, or without all.
    """
    if not told:
        return None
    risks = compiled_risks(told, plan)
    found = _weighed(plan, outline, risks) if risks and outline else None
    project_id, version = plan.project["id"], plan.project["plan_version"]
    SavedForecast.objects.filter(pk=project_id, plan_version=version).update(risks=found)
    days = {UUID(one["id"]): one["days"] for one in found["each"]} if found else {}
    events.emit("risks_weighed", project_id=project_id, days=days)
    return found


def weigh_if_quick(plan: Plan, outline: list[Placed]) -> None:
    """Weigh at once where nobody would notice; otherwise it is done when somebody reads the forecast."""
    told = risks_of(plan.project["id"])
    if len(outline) * (len(told) + 2) <= QUICK:
        weigh(plan, outline, told)


def named(found: dict[str, Any] | None, told: Sequence[PlanRisk]) -> dict[str, Any] | None:
    """What `weigh` found, with the risks by their names as they are now."""
    if found is None:
        return None
    names = {str(risk.id): {"kind": "risk", "key": risk.key, "title": risk.title} for risk in told}
    return found | {"each": [one | names[one["id"]] for one in found["each"] if one["id"] in names]}


def _weighed(plan: Plan, outline: list[Placed], risks: Sequence[Risk]) -> dict[str, Any]:
    project = compiled(plan, outline, plan.live_links())
    whole = simulated(project, plan, risks=risks, criticality=False)
    without = simulated(project, plan, risks=(), criticality=False)
    days = _Days(project, plan, until=max(whole.p80, without.p80))
    each = []
    for risk in risks:
        others = [other for other in risks if other is not risk]
        other = simulated(project, plan, risks=others, criticality=False) if others else without
        each.append(
            {
                "id": risk.id,
                "days": days.between(other.p80, whole.p80),
                "probability_without": other.probability_on_time,
            }
        )
    return {
        "days": days.between(without.p80, whole.p80),
        "p80_without": without.p80.isoformat(timespec="minutes"),
        "probability_without": without.probability_on_time,
        "each": sorted(each, key=lambda one: -float(str(one["days"]))),
    }


class _Days:
    """Working days between dates, by the project's calendar."""

    def __init__(self, project: engine.Project, plan: Plan, *, until: datetime) -> None:
        made = compile_plan(project)
        while made.horizon.high <= to_minute(until):
            made = made.widened()
        self.time, self.day = WorkTime(made), plan.project["minutes_per_day"]

    def between(self, first: datetime, last: datetime) -> float:
        ahead = self.time.work_at(np.array([to_minute(first), to_minute(last)], np.int64))
        return round(int(ahead[1] - ahead[0]) / int(self.day), 1)
