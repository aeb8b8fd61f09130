"""What each open risk costs: the forecast with all of them beside the same one without it, by the same draws."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from northline.core import events
from northline.delivery.rules import plan_time
from northline.engine.forecast import Risk
from northline.scheduling.compile import compiled
from northline.scheduling.compute import simulated
from northline.scheduling.models import SavedForecast
from northline.scheduling.plan import Placed, Plan
from northline.scheduling.risks import PlanRisk, compiled_risks, risks_of
from northline.scheduling.working import WorkingTime

# Tasks times simulations that an edit may wait for: a tenth of a second in plans of 1,000 tasks and more, as measured by
# `bench/recovery.py`.
QUICK = 4_000


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
    time = WorkingTime(plan, [without.p80, whole.p80])

    def days(first: datetime, last: datetime) -> float:
        return round(time.between(first, last) / int(plan.project["minutes_per_day"]), 1)

    each = []
    for risk in risks:
        others = [other for other in risks if other is not risk]
        other = simulated(project, plan, risks=others, criticality=False) if others else without
        each.append(
            {
                "id": risk.id,
                "days": days(other.p80, whole.p80),
                "probability_without": other.probability_on_time,
            }
        )
    return {
        "days": days(without.p80, whole.p80),
        "p80_without": plan_time(without.p80),
        "probability_without": without.probability_on_time,
        "each": sorted(each, key=lambda one: -float(str(one["days"]))),
    }
