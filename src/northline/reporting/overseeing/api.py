"""Addresses of overseeing."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Router

from northline.core import paging
from northline.reporting.overseeing import actions, delivery, queries, schemas
from northline.roadmap import access

router = Router(tags=["overseeing"])


@router.get("/initiatives/{initiative_id}/updates", response=schemas.UpdatesOut, operation_id="list_updates")
def list_updates(request: Any, initiative_id: UUID, cursor: str | None = None, limit: int = 20) -> Any:
    """How an initiative went, in its people's words, the newest first."""
    row = access.initiative(request.member_scope, initiative_id)
    found = paging.page(queries.updates_of(row), schemas.show_update, cursor=cursor, limit=limit)
    return found | {"can": {"say": request.member_scope.may("contribute", row.place())}}


@router.post(
    "/initiatives/{initiative_id}/updates",
    response={201: schemas.UpdateOut},
    operation_id="say_how_it_goes",
)
def say_how_it_goes(request: Any, initiative_id: UUID, body: schemas.UpdateIn) -> Any:
    """Say how an initiative goes; the chance and the window of this moment are kept with it."""
    row = access.initiative(request.member_scope, initiative_id, right="contribute")
    said = actions.say_how_it_goes(row, **body.model_dump(), by=request.member_scope)
    return 201, schemas.show_update(said)


@router.get(
    "/initiatives/{initiative_id}/delivery", response=schemas.DeliveryOut, operation_id="read_delivery"
)
def read_delivery(request: Any, initiative_id: UUID) -> Any:
    """What is done of an initiative, when it ends, what was added since its charter, and what came of it."""
    row = access.initiative(request.member_scope, initiative_id)
    return delivery.delivery_of(row, request.member_scope)
