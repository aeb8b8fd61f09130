"""Compute plans anew whose calendars or people changed: a few at once, many in the background."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F

from northline.core import events, jobs
from northline.core.refusal import Refusal
from northline.core.scope import nameless
from northline.delivery.models import Project
from northline.scheduling.actions import compute_anew

# More than these would keep whoever saves a holiday waiting.
AT_ONCE = 3


@events.on("plans_changed")
@transaction.atomic
def plans_changed(project_ids: Sequence[UUID]) -> None:
    """Give every plan a new state, so that nothing computed of the old one is shown, and compute them.

    Until a job has come to a plan, whoever reads it has it computed on the spot.
    """
    # Held in one order, so that two changes of calendars never wait for each other.
    held = list(Project.objects.select_for_update().filter(pk__in=project_ids).order_by("pk"))
    Project.objects.filter(pk__in=[row.pk for row in held]).update(plan_version=F("plan_version") + 1)
    for row in held[:AT_ONCE]:
        compute_anew(row.pk)
    if waiting := held[AT_ONCE:]:
        by = nameless(waiting[0].workspace_id)
        jobs.enqueue("compute_plans", by=by, project_ids=[str(row.pk) for row in waiting])


@jobs.handles("compute_plans")
def compute_plans(run: jobs.Run) -> dict[str, Any]:
    """Compute each plan in a transaction of its own."""
    ids = [UUID(name) for name in run.job.arguments["project_ids"]]
    for number, project_id in enumerate(ids):
        run.report(number, of=len(ids), unit=jobs.Unit.PLANS, note="Computing plans")
        try:
            compute_anew(project_id)
        except (Project.DoesNotExist, Refusal):
            # Gone meanwhile, or a plan that cannot be computed: whoever opens that one is told why.
            continue
    return {"computed": len(ids)}
