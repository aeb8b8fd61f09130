"""The address of what one's own finished work says of an estimate."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Router

from northline.delivery import access
from northline.scheduling.suggesting import queries, schemas

router = Router(tags=["scheduling"])


@router.get(
    "/work-items/{item_id}/estimate-suggestion",
    response=schemas.EstimateSuggestion,
    operation_id="suggest_estimate",
)
def suggest_estimate(request: Any, item_id: UUID) -> Any:
    """What finished work like this item was estimated at and took, and the estimate that this suggests."""
    return queries.suggestion_for(access.work_item(request.member_scope, item_id), request.member_scope)
