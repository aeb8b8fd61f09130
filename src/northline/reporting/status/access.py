"""The doors to status reports: whoever reads a project reads what was published, whoever plans it writes its drafts."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q, QuerySet

from northline.core.doors import opened, visible
from northline.core.refusal import Conflict
from northline.core.scope import Place, Right, Scope
from northline.delivery.models import Project
from northline.reporting.status.models import StatusReport


def status_report(scope: Scope, report_id: UUID, *, right: Right = "read") -> StatusReport:
    row: StatusReport = opened(scope, StatusReport.objects.all(), report_id, right=right)
    if row.state == StatusReport.State.DRAFT:
        scope.require("plan", row.place(), what=StatusReport.KIND)
    return row


def published(scope: Scope, report_id: UUID, *, right: Right = "read") -> StatusReport:
    """A report that may leave the house. Raises Conflict `status_report.not_published`."""
    row = status_report(scope, report_id, right=right)
    if row.state != StatusReport.State.PUBLISHED:
        raise Conflict("status_report.not_published", f"{row.key} is a draft. Publish it first.")
    return row


def open_report(scope: Scope, report_id: UUID, right: Right) -> StatusReport:
    """The door as the register of kinds calls it."""
    return status_report(scope, report_id, right=right)


def draft(scope: Scope, report_id: UUID) -> StatusReport:
    """A draft, held until the transaction ends. Raises Conflict `status_report.published`."""
    row: StatusReport = opened(
        scope, StatusReport.objects.select_for_update(of=("self",)), report_id, right="plan"
    )
    refuse_published(row)
    return row


def refuse_published(row: StatusReport) -> None:
    """What others have read stays as they read it."""
    if row.state == StatusReport.State.PUBLISHED:
        raise Conflict(
            "status_report.published",
            f"{row.key} is published and stays as it is. Draft a new report, which supersedes it.",
        )


def seen(scope: Scope, project: Project) -> QuerySet[StatusReport]:
    """The reports of a project that is already allowed which the member may read."""
    rows: QuerySet[StatusReport] = StatusReport.objects.filter(project=project, archived_at=None)
    if not scope.may("plan", project.place()):
        rows = rows.exclude(state=StatusReport.State.DRAFT)
    return rows


def narrowed(rows: QuerySet[StatusReport], scope: Scope) -> QuerySet[StatusReport]:
    """The reports that were published, of what the member may read, and the drafts of what they plan."""
    readable = visible(scope, rows, product="project__product_id", project="project_id")
    if scope.may("plan", Place()):
        return readable
    products, projects = (scope.granted(kind, "plan") for kind in ("product", "project"))
    mine = Q(project__product_id__in=products) | Q(project_id__in=projects)
    return readable.filter(Q(state=StatusReport.State.PUBLISHED) | mine)


def superseded_by(row: StatusReport) -> StatusReport | None:
    """The report that was published after a published one."""
    if row.published_at is None:
        return None
    later: QuerySet[StatusReport] = StatusReport.objects.filter(project_id=row.project_id)
    later = later.filter(Q(published_at__gt=row.published_at))
    return later.order_by("published_at", "pk").first()


def last_published(project: Project) -> StatusReport | None:
    rows: QuerySet[StatusReport] = StatusReport.objects.filter(project=project)
    return rows.filter(state=StatusReport.State.PUBLISHED).order_by("-published_at", "-pk").first()
