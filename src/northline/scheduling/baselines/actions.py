"""The verbs of baselines: set one, keep those that a plan file brought along. Deleting one is archiving it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

import orjson
from django.db import transaction

from northline.core import changes, editing
from northline.core.models import Change
from northline.core.refusal import Refusal
from northline.core.scope import Scope
from northline.delivery.access import locked_project, refuse_archived
from northline.delivery.models import Project, WorkItem
from northline.scheduling.kept import kept_of
from northline.scheduling.models import Baseline
from northline.scheduling.moments import Standing, standings
from northline.scheduling.plan import Placed, Plan, load

MOST = 100


@transaction.atomic
def set_baseline(
    project_id: UUID, *, title: str, note: str, by: Scope, cause: Change | None = None
) -> Baseline:
    """Freeze the schedule of a project as it is now.

    Raises Refusal `baseline.nothing_planned`, `baseline.too_many`, Conflict `project.archived`.
    """
    project = locked_project(by, project_id, right="plan")
    refuse_archived(project, "Restore it before you set a baseline.")
    plan = load(project_id)
    outline = plan.outline()
    if not outline:
        raise Refusal(
            "baseline.nothing_planned", f"{project.key} has nothing planned yet. Add its work first."
        )
    if Baseline.objects.filter(project=project, archived_at=None).count() >= MOST:
        raise Refusal("baseline.too_many", f"{project.key} has {MOST} baselines. Delete one of them first.")
    kept = kept_of(plan)
    row = _baseline(project, standings(plan, outline, kept.dates), title=title, note=note, by=by)
    row.start, row.finish = kept.start, kept.finish
    row.plan_version, row.probability = project.plan_version, kept.probability
    return editing.create(row, prefix=Baseline.PREFIX, by=by, verb="set", cause=cause)


def keep_imported(project_id: UUID, *, baselines: Mapping[str, Mapping[str, Any]], by: Scope) -> None:
    """Keep the baselines of a plan file by their numbers; the import itself is the change that is recorded.

    Each says of items, by what the file calls them, their dates and minutes.
    """
    if not baselines:
        return
    project = Project.objects.get(pk=project_id)
    ids = dict(WorkItem.objects.filter(project=project).values_list("source_uid", "pk"))
    plan = load(project_id)
    outline = plan.outline()
    for number, told in sorted(baselines.items()):
        rows = _told(plan, outline, {str(ids[uid]): row for uid, row in told.items() if uid in ids})
        if not rows:
            continue
        title = "Baseline" if number == "0" else f"Baseline {number}"
        row = _baseline(project, rows, title=title, note="", by=by)
        row.number = int(number)
        row.start = min(one.start or "" for one in rows)
        row.finish = max(one.finish or "" for one in rows)
        row.key = changes.next_key(by.workspace_id, Baseline.PREFIX)
        row.save(force_insert=True)


def _told(plan: Plan, outline: Sequence[Placed], told: Mapping[str, Mapping[str, Any]]) -> list[Standing]:
    return [one._replace(**told[one.id]) for one in standings(plan, outline, {}) if one.id in told]


def _baseline(project: Project, rows: Sequence[Standing], *, title: str, note: str, by: Scope) -> Baseline:
    return Baseline(
        workspace_id=project.workspace_id,
        project=project,
        title=title,
        note=note,
        taken_by_id=by.member_id,
        item_count=len(rows),
        work_minutes=sum(one.work_minutes for one in rows if one.type != "summary"),
        items=orjson.dumps([tuple(one) for one in rows]).decode(),
    )
