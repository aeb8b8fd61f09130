"""Addresses of audiences and of roadmaps as files."""

from __future__ import annotations

from typing import Any, Literal
from uuid import UUID

from django.http import HttpResponse
from ninja import Router

from northline.core import editing
from northline.core.doors import visible
from northline.core.schemas import IfMatch
from northline.products.access import product_for, readable_product
from northline.reporting.audiences import access, actions, schemas
from northline.reporting.audiences.files import roadmap_file
from northline.reporting.audiences.view import roadmap_for
from northline.reporting.exports.files import Format
from northline.reporting.models import Audience

router = Router(tags=["audiences"])


@router.get("/audiences", response=list[schemas.AudienceOut], operation_id="list_audiences")
def list_audiences(request: Any, product_id: UUID) -> Any:
    """The audiences of a product."""
    readable_product(request.member_scope, product_id)
    rows = visible(request.member_scope, Audience.objects.filter(archived_at=None), product="product_id")
    rows = rows.filter(product_id=product_id).order_by("created_at", "pk")
    return [schemas.show_audience(row, request.member_scope) for row in rows]


@router.post("/audiences", response={201: schemas.AudienceOut}, operation_id="address_audience")
def address_audience(request: Any, body: schemas.AudienceIn) -> Any:
    """Decide what a group of readers is shown."""
    product = product_for(request.member_scope, body.product_id, right="steer")
    chosen = body.model_dump(exclude={"product_id", "title", "group"}, exclude_none=True)
    row = actions.address(product, title=body.title, group=body.group, chosen=chosen, by=request.member_scope)
    return 201, schemas.show_audience(row, request.member_scope)


@router.get("/audiences/{audience_id}", response=schemas.AudienceOut, operation_id="read_audience")
def read_audience(request: Any, audience_id: UUID) -> Any:
    return schemas.show_audience(access.audience(request.member_scope, audience_id), request.member_scope)


@router.patch("/audiences/{audience_id}", response=schemas.AudienceOut, operation_id="edit_audience")
def edit_audience(
    request: Any, audience_id: UUID, body: schemas.AudiencePatch, if_match: IfMatch = None
) -> Any:
    row = access.audience(request.member_scope, audience_id, right="steer")
    expected, fields = editing.expected_version(if_match), body.model_dump(exclude_unset=True)
    row = actions.revise(row, expected=expected, fields=fields, by=request.member_scope)
    return schemas.show_audience(row, request.member_scope)


@router.post(
    "/audiences/{audience_id}/archival", response=schemas.AudienceOut, operation_id="archive_audience"
)
def archive_audience(request: Any, audience_id: UUID, if_match: IfMatch = None) -> Any:
    row = access.audience(request.member_scope, audience_id, right="steer")
    row = editing.archive(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return schemas.show_audience(row, request.member_scope)


@router.delete(
    "/audiences/{audience_id}/archival", response=schemas.AudienceOut, operation_id="restore_audience"
)
def restore_audience(request: Any, audience_id: UUID, if_match: IfMatch = None) -> Any:
    row = access.audience(request.member_scope, audience_id, right="steer")
    row = editing.restore(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return schemas.show_audience(row, request.member_scope)


@router.get("/audiences/{audience_id}/roadmap", response=dict[str, Any], operation_id="read_roadmap_as")
def read_roadmap_as(request: Any, audience_id: UUID) -> Any:
    """The roadmap as the readers of an audience get it."""
    row = access.audience(request.member_scope, audience_id)
    return roadmap_for(row.product, row.sight())


@router.get("/products/{product_id}/roadmap/file", response=bytes, operation_id="export_roadmap")
def export_roadmap(
    request: Any,
    product_id: UUID,
    format: Format = "pdf",
    layout: Literal["timeline", "horizons"] | None = None,
    audience_id: UUID | None = None,
    colour: str | None = None,
) -> HttpResponse:
    """The roadmap as PDF, PNG, SVG, PPTX, iCalendar, CSV or JSON, as an audience may see it, or all of it; coloured as
    the audience's is, or by another field that it may see."""
    product = readable_product(request.member_scope, product_id)
    audience = access.audience(request.member_scope, audience_id) if audience_id else None
    made = roadmap_file(product, format=format, layout=layout, audience=audience, colour=colour)
    return made.sent(inline=False)
