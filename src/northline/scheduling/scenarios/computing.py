"""The schedule and forecast of a scenario, by the same draws as the plan's, so that they differ by the changes alone."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime
from uuid import UUID

import orjson

from northline.core.refusal import Refusal
from northline.delivery.models import Resource
from northline.scheduling.compute import compute
from northline.scheduling.kept import Kept, kept_of
from northline.scheduling.models import SavedSchedule, Scenario
from northline.scheduling.plan import Plan, load
from northline.scheduling.scenarios.overlay import laid_over, touched, whole
from northline.scheduling.staffing import brought


@dataclass(frozen=True, slots=True)
class Both:
    """The plan as it is now, and the scenario's. `refusal` says why the scenario cannot be computed."""

    live: Plan
    plan: Plan
    before: Kept
    after: Kept
    refusal: Refusal | None = None


def both_of(row: Scenario) -> Both:
    """The plan and the scenario of a row that is already allowed: eleven queries, and no computation where what the
    last edit computed still holds."""
    kept = whole(row.changes)
    live = load(row.project_id, also=touched(kept))
    before = kept_of(live)
    plan = laid_over(live, kept)
    _bring_people(plan)
    plan.project = live.project | {"plan_version": version_of(row, live)}
    if row.computed and row.computed_for and row.computed_for == fingerprint_of(row.project_id):
        return Both(live, plan, before, _read(row.computed))
    try:
        return Both(live, plan, before, Kept.of(compute(plan, plan.outline())))
    except Refusal as refusal:
        # It must stay open to whoever mends it.
        undated = Kept(
            before.start, before.finish, {}, [refusal.message], None, before.computed_at, saved=False
        )
        return Both(live, plan, before, undated, refusal)


def _bring_people(plan: Plan) -> None:
    """Those of the workspace who are on the plan in the scenario alone."""
    known = {row["id"] for row in plan.resources}
    for row in plan.assignments.values():
        if row["resource_id"] not in known:
            known.add(brought(plan, row["resource_id"], Resource.objects.all())["id"])


def version_of(row: Scenario, live: Plan) -> int:
    """Which state of the scenario's plan this is: it grows with each edit of either."""
    version: int = live.project["plan_version"] + row.plan_version
    return version


def fingerprint_of(project_id: UUID) -> str:
    """What the plan's kept schedule was computed from; empty while nothing is kept."""
    kept = SavedSchedule.objects.filter(pk=project_id)
    return kept.values_list("fingerprint", flat=True).first() or ""


def remember(row: Scenario, after: Kept) -> None:
    """Put what was computed on the row; the caller saves it."""
    row.computed_for = fingerprint_of(row.project_id)
    row.computed = orjson.dumps(asdict(after), option=orjson.OPT_UTC_Z).decode()
    row.finish, row.probability = after.finish, after.probability
    row.p80 = after.forecast["p80"] if after.forecast else None


COMPUTED = ("computed_for", "computed", "finish", "probability", "p80")


def _read(text: str) -> Kept:
    values = orjson.loads(text)
    return Kept(**values | {"computed_at": datetime.fromisoformat(values["computed_at"])})
