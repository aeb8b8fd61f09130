"""The address of the trend of milestones."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Router

from northline.delivery import access
from northline.tracking.trend import queries, schemas

router = Router(tags=["tracking"])


@router.get(
    "/projects/{uuid:project_id}/milestone-trend",
    response=schemas.MilestonesTrendOut,
    operation_id="read_milestone_trend",
)
def read_milestone_trend(request: Any, project_id: UUID) -> Any:
    """The date of each milestone as baselines, recorded forecasts and the plan had it, day by day."""
    return queries.trend_of(access.project(request.member_scope, project_id))
