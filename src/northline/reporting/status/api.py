"""Addresses of status reports."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from ninja import Router

from northline.core import editing, paging
from northline.core.schemas import IfMatch
from northline.delivery.access import project as project_at
from northline.reporting.schemas import ShareMade, show_share
from northline.reporting.shares.actions import open_share
from northline.reporting.shares.framing import address_of
from northline.reporting.status import access, actions, mailing, schemas
from northline.reporting.status.files import Format, status_file
from northline.reporting.status.schemas import StatusReportOut, show_status_report
from northline.reporting.status.told import told_of

router = Router(tags=["status"])
HERE = "/status-reports/{status_report_id}"


@router.post("/status-reports", response={201: StatusReportOut}, operation_id="draft_status_report")
def draft_status_report(request: Any, body: schemas.StatusDraftIn) -> Any:
    """Draft a report of a project from its data: every sentence with what it rests on, a health with its reasons."""
    scope = request.member_scope
    project = project_at(scope, body.project_id, right="plan")
    return 201, show_status_report(actions.draft_report(project, by=scope), scope)


@router.get(
    "/projects/{uuid:project_id}/status-reports",
    response=schemas.StatusReportsOut,
    operation_id="list_status_reports",
)
def list_status_reports(request: Any, project_id: UUID, cursor: str | None = None, limit: int = 20) -> Any:
    """The reports of a project, the newest first; drafts for whoever may write them."""
    scope = request.member_scope
    project = project_at(scope, project_id)
    found = paging.page(
        access.seen(scope, project),
        lambda row: schemas.show_status_line(row, scope),
        cursor=cursor,
        limit=limit,
    )
    can = {"draft": scope.may("plan", project.place()) and project.archived_at is None}
    return found | {"can": can}


@router.get(HERE, response=StatusReportOut, operation_id="read_status_report")
def read_status_report(request: Any, status_report_id: UUID) -> Any:
    """A report with its sentences, and what changed since the one before it."""
    row = access.status_report(request.member_scope, status_report_id)
    return show_status_report(row, request.member_scope)


@router.patch(HERE, response=StatusReportOut, operation_id="edit_status_report")
def edit_status_report(
    request: Any, status_report_id: UUID, body: schemas.StatusReportPatch, if_match: IfMatch = None
) -> Any:
    """Rewrite, remove and add sentences of a draft, or say another health with a reason."""
    scope = request.member_scope
    row = access.status_report(scope, status_report_id, right="plan")
    fields = body.model_dump(include=body.model_fields_set)
    expected = editing.expected_version(if_match)
    return show_status_report(actions.revise_report(row, expected=expected, fields=fields, by=scope), scope)


@router.post(f"{HERE}/redraft", response=StatusReportOut, operation_id="redraft_status_report")
def redraft_status_report(request: Any, status_report_id: UUID, if_match: IfMatch = None) -> Any:
    """Read the data again under what people wrote."""
    scope = request.member_scope
    row = access.status_report(scope, status_report_id, right="plan")
    row = actions.redraft(row, expected=editing.expected_version(if_match), by=scope)
    return show_status_report(row, scope)


@router.post(f"{HERE}/publication", response=StatusReportOut, operation_id="publish_status_report")
def publish_status_report(request: Any, status_report_id: UUID, if_match: IfMatch = None) -> Any:
    """Publish a draft for good. It supersedes the report before it."""
    scope = request.member_scope
    row = access.status_report(scope, status_report_id, right="plan")
    row = actions.publish(row, expected=editing.expected_version(if_match), by=scope)
    return show_status_report(row, scope)


@router.post(f"{HERE}/archival", response=StatusReportOut, operation_id="archive_status_report")
def archive_status_report(request: Any, status_report_id: UUID, if_match: IfMatch = None) -> Any:
    """Put a draft away; it can be taken up again."""
    scope = request.member_scope
    row = access.status_report(scope, status_report_id, right="plan")
    row = actions.put_away(row, expected=editing.expected_version(if_match), by=scope)
    return show_status_report(row, scope)


@router.delete(f"{HERE}/archival", response=StatusReportOut, operation_id="restore_status_report")
def restore_status_report(request: Any, status_report_id: UUID, if_match: IfMatch = None) -> Any:
    scope = request.member_scope
    row = access.status_report(scope, status_report_id, right="plan")
    row = actions.take_up(row, expected=editing.expected_version(if_match), by=scope)
    return show_status_report(row, scope)


@router.get(f"{HERE}/readers", response=list[schemas.StatusReaderOut], operation_id="list_status_readers")
def list_status_readers(request: Any, status_report_id: UUID) -> Any:
    """Whom a report can be sent to: the product's stakeholders and whoever follows the project; who has it already."""
    scope = request.member_scope
    return mailing.readers_of(access.status_report(scope, status_report_id, right="plan"), scope)


@router.post(f"{HERE}/mailing", response=StatusReportOut, operation_id="send_status_report")
def send_status_report(request: Any, status_report_id: UUID, body: schemas.StatusMailing) -> Any:
    """Send a published report by mail, to each reader once."""
    scope = request.member_scope
    row = access.published(scope, status_report_id, right="plan")
    origin = f"{request.scheme}://{request.get_host()}"
    return show_status_report(mailing.send_report(row, **body.model_dump(), origin=origin, by=scope), scope)


@router.post(f"{HERE}/shares", response={201: ShareMade}, operation_id="share_status_report")
def share_status_report(request: Any, status_report_id: UUID, body: schemas.StatusShareIn) -> Any:
    """Show a published report, as it stands for good, at a public address, told this once."""
    scope = request.member_scope
    row = access.published(scope, status_report_id, right="plan")
    share, token = open_share(
        view="status",
        object_id=row.project_id,
        fields=[],
        freeze=lambda _share: {"fields": [], "status": told_of(row)},
        **body.model_dump(),
        by=scope,
    )
    return 201, show_share(share) | {"address": address_of(request, token)}


@router.get(f"{HERE}/file", response=bytes, operation_id="download_status_report")
def download_status_report(request: Any, status_report_id: UUID, format: Format = "pdf") -> HttpResponse:
    """A published report as slides: PDF or PPTX."""
    row = access.published(request.member_scope, status_report_id)
    return status_file(told_of(row), format=format)
