"""Addresses of how a project flows and how far it is."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Router

from northline.core.edge import written
from northline.delivery import access
from northline.tracking.flow import queries, schemas, slack_queries

router = Router(tags=["tracking"])


@router.get("/projects/{uuid:project_id}/flow", response=schemas.FlowOut, operation_id="read_flow")
def read_flow(request: Any, project_id: UUID) -> Any:
    """Burn-up with its forecast, cumulative flow, cycle times and throughput of a project."""
    return written(queries.flow_page(access.project(request.member_scope, project_id)))


@router.get(
    "/projects/{uuid:project_id}/progress", response=schemas.ProgressOut, operation_id="read_progress"
)
def read_progress(request: Any, project_id: UUID) -> Any:
    """How far a project is by its items, its effort and its earned value, and why these disagree."""
    return queries.progress_of(access.project(request.member_scope, project_id))


@router.get("/projects/{uuid:project_id}/slack", response=schemas.SlackOut, operation_id="read_slack")
def read_slack(request: Any, project_id: UUID) -> Any:
    """How much of the room before a project's deadline is used up, day by day as it was forecast, with its zones."""
    return slack_queries.slack_burn(access.project(request.member_scope, project_id))
