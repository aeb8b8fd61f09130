"""The address of recorded forecasts."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Router

from northline.delivery import access
from northline.tracking.forecasts import queries, schemas

router = Router(tags=["tracking"])


@router.get(
    "/projects/{uuid:project_id}/forecast-history",
    response=schemas.ForecastHistoryOut,
    operation_id="read_forecast_history",
)
def read_forecast_history(request: Any, project_id: UUID) -> Any:
    """What was forecast of a project and its milestones, day by day, blended from its network and its flow."""
    return queries.history_of(access.project(request.member_scope, project_id))
