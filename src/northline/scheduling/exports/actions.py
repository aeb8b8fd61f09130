"""Files of large plans are made by the job queue, and kept for a day for whoever asked."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from northline.accounts.authentication import scope_of_member
from northline.core import jobs
from northline.core.scope import Scope
from northline.delivery import access as delivery
from northline.delivery.models import Project
from northline.scheduling import exporting
from northline.scheduling.models import PlanExport

KEPT = timedelta(days=1)
# Reading the plan, writing the file, keeping it.
STEPS = 3


@transaction.atomic
def ask(project: Project, *, format: exporting.Format, drawing: Mapping[str, Any], by: Scope) -> PlanExport:
    """Have the plan written in the background. A file of one's own: no change of the workspace. Raises NotFound for a
    baseline of elsewhere."""
    exporting.agreed_of(project, exporting.Drawing(**drawing))
    PlanExport.objects.filter(created_at__lt=timezone.now() - KEPT).delete()
    row = PlanExport(workspace_id=by.workspace_id, project=project, by_id=by.member_id, format=format)
    row.drawing = {name: str(value) for name, value in drawing.items() if value is not None}
    row.save(force_insert=True)
    row.job = jobs.enqueue("export_plan", by=by, export_id=str(row.pk))
    row.save(update_fields=["job"])
    return row


@jobs.handles("export_plan")
def export_plan(run: jobs.Run) -> dict[str, Any]:
    """Write the file as whoever asked for it may read the plan now, and keep it."""
    rows = PlanExport.objects.select_related("by__person")
    row = rows.filter(pk=run.job.arguments["export_id"]).first()
    if row is None:
        raise jobs.Cancelled
    scope = scope_of_member(row.by)
    project = delivery.project(scope, row.project_id)
    run.report(0, of=STEPS, note="Reading the plan")
    ready = exporting.readied(project, scope, drawing=exporting.Drawing(**row.drawing))
    run.report(1, of=STEPS, note="Writing the file")
    made = exporting.made(ready, format=row.format)
    run.report(2, of=STEPS, note="Keeping the file")
    with transaction.atomic():
        run.hold()
        PlanExport.objects.filter(pk=row.pk).update(
            content=made.content, content_type=made.content_type, name=made.name, made_at=timezone.now()
        )
        run.report(STEPS, of=STEPS, note="The file is ready")
        run.finish({"export_id": str(row.pk)})
    return {"export_id": str(row.pk)}
