"""Addresses of recorded forecasts."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from ninja import Router

from northline.core.doors import visible
from northline.delivery import access
from northline.delivery.models import Project
from northline.tracking.forecasts import judging, queries, schemas
from northline.tracking.forecasts.moves.telling import moves_of

router = Router(tags=["tracking"])


@router.get(
    "/projects/{uuid:project_id}/forecast-history",
    response=schemas.ForecastHistoryOut,
    operation_id="read_forecast_history",
)
def read_forecast_history(request: Any, project_id: UUID) -> Any:
    """What was forecast of a project and its milestones, day by day, blended from its network and its flow."""
    return queries.history_of(access.project(request.member_scope, project_id))


@router.get(
    "/projects/{uuid:project_id}/forecast-moves",
    response=schemas.ForecastMovesOut,
    operation_id="read_forecast_moves",
)
def read_forecast_moves(request: Any, project_id: UUID, since: date | None = None) -> Any:
    """Why the forecast of a project moved since a day, a week ago unless said: by progress, estimates, structure, people,
    risks and the deadline."""
    return moves_of(access.project(request.member_scope, project_id), since=since)


@router.get(
    "/forecast-calibration", response=schemas.ForecastCalibrationOut, operation_id="read_forecast_calibration"
)
def read_forecast_calibration(request: Any, project_id: UUID | None = None) -> Any:
    """How the recorded forecasts of one project, or of all that the member may read, fared once it was known."""
    scope = request.member_scope
    projects = visible(scope, Project.objects.all(), product="product_id", project="pk")
    if project_id is not None:
        projects = projects.filter(pk=access.project(scope, project_id).pk)
    return judging.calibration_of(projects)
