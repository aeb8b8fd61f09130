"""Addresses of the view log."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from ninja import Router
from pydantic import StringConstraints

from northline.core import kinds
from northline.core.api import ChangeOut
from northline.core.schemas import In, Out, Who, Writable
from northline.core.visits import looking

router = Router(tags=["core"])
View = Annotated[str, StringConstraints(strip_whitespace=True, max_length=24), Writable]


class VisitIn(In):
    view: View = ""


class SinceOut(Out):
    since: datetime | None
    total: int
    changes: list[ChangeOut]


class VisitOut(Out):
    by: Who
    view: str
    at: datetime


@router.post("/objects/{kind}/{object_id}/visit", response={204: None}, operation_id="visit")
def visit(request: Any, kind: str, object_id: UUID, body: VisitIn) -> Any:
    """Take down that you look at an object, or at a view of it such as a product's roadmap."""
    scope = request.member_scope
    looking.look(kinds.object_at(scope, kind, object_id), view=body.view, by=scope)
    return 204, None


@router.get("/objects/{kind}/{object_id}/visits", response=list[VisitOut], operation_id="list_visits")
def list_visits(request: Any, kind: str, object_id: UUID) -> Any:
    """Who looked at an object, the latest first; for whoever contributes to it."""
    row = kinds.object_at(request.member_scope, kind, object_id, right="contribute")
    return [{"by": seen.member, "view": seen.view, "at": seen.at} for seen in looking.lookers(row)[:200]]


@router.get("/objects/{kind}/{object_id}/since", response=SinceOut, operation_id="list_since")
def list_since(request: Any, kind: str, object_id: UUID, view: View = "") -> Any:
    """What others changed on an object since you last looked at it."""
    scope = request.member_scope
    return looking.since(scope, kinds.object_at(scope, kind, object_id), view=view)


@router.get("/products/{product_id}/since", response=SinceOut, operation_id="list_product_since")
def list_product_since(request: Any, product_id: UUID, view: View = "") -> Any:
    """What others changed in a product since you last looked at it, or at its `view`."""
    scope = request.member_scope
    return looking.since(scope, kinds.object_at(scope, "product", product_id), view=view)
