"""Addresses of portals and of who may enter them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Router

from northline.core import editing
from northline.core.refusal import Refusal
from northline.core.schemas import IfMatch
from northline.products.access import product_for
from northline.research.portal import access, queries, schemas
from northline.research.portal.actions import portals

router = Router()
AT = "/portals/{portal_id}"
LEAST = 8


@router.get("/portals", response=list[schemas.PortalOut], operation_id="list_portals")
def list_portals(request: Any, product_id: UUID | None = None, archived: bool = False) -> Any:
    """The portals of the products that you may read: at most one a product. `archived`: the closed ones."""
    rows = queries.portals(request.member_scope, product_id, archived=archived).order_by("title", "pk")
    return [schemas.show_portal(row, request.member_scope) for row in rows]


@router.post("/portals", response={201: schemas.PortalOut}, operation_id="open_portal")
def open_portal(request: Any, body: schemas.PortalIn) -> Any:
    product = product_for(request.member_scope, body.product_id, right="steer")
    fields = body.model_dump(exclude={"product_id", "slug"}) | {"slug": body.slug or ""}
    origin = request.build_absolute_uri("/")
    row = portals.open_portal(product, fields=fields, origin=origin, by=request.member_scope)
    return 201, schemas.show_portal(row, request.member_scope)


@router.get(AT, response=schemas.PortalOut, operation_id="read_portal")
def read_portal(request: Any, portal_id: UUID) -> Any:
    return schemas.show_portal(access.portal(request.member_scope, portal_id), request.member_scope)


@router.patch(AT, response=schemas.PortalOut, operation_id="edit_portal")
def edit_portal(request: Any, portal_id: UUID, body: schemas.PortalPatch, if_match: IfMatch = None) -> Any:
    row = access.portal(request.member_scope, portal_id, right="steer")
    row = portals.revise_portal(
        row,
        expected=editing.expected_version(if_match),
        fields=body.model_dump(exclude_unset=True),
        by=request.member_scope,
    )
    return schemas.show_portal(row, request.member_scope)


@router.post(f"{AT}/archival", response=schemas.PortalOut, operation_id="close_portal")
def close_portal(request: Any, portal_id: UUID, if_match: IfMatch = None) -> Any:
    """Close it: from outside it is as if it had never been. Nothing is lost."""
    row = access.portal(request.member_scope, portal_id, right="steer")
    row = editing.archive(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return schemas.show_portal(row, request.member_scope)


@router.delete(f"{AT}/archival", response=schemas.PortalOut, operation_id="reopen_portal")
def reopen_portal(request: Any, portal_id: UUID, if_match: IfMatch = None) -> Any:
    row = access.portal(request.member_scope, portal_id, right="steer")
    row = editing.restore(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return schemas.show_portal(row, request.member_scope)


@router.put(f"{AT}/passphrase", response=schemas.PortalOut, operation_id="set_portal_passphrase")
def set_portal_passphrase(
    request: Any, portal_id: UUID, body: schemas.NewPassphrase, if_match: IfMatch = None
) -> Any:
    """Words that let anybody into a private portal. A new one locks out whoever had the old one."""
    row = access.portal(request.member_scope, portal_id, right="steer")
    expected = editing.expected_version(if_match)
    if 0 < len(body.passphrase) < LEAST:
        raise Refusal(
            "portal.passphrase_short", f"A passphrase has at least {LEAST} characters. Nothing was changed."
        )
    row = portals.set_passphrase(row, expected=expected, passphrase=body.passphrase, by=request.member_scope)
    return schemas.show_portal(row, request.member_scope)


@router.get(f"{AT}/guests", response=list[schemas.GuestOut], operation_id="list_portal_guests")
def list_portal_guests(request: Any, portal_id: UUID) -> Any:
    """The addresses that may enter a private portal."""
    row = access.portal(request.member_scope, portal_id, right="steer")
    return [schemas.show_guest(guest) for guest in queries.guests(row)]


@router.post(f"{AT}/guests", response={201: schemas.GuestOut}, operation_id="invite_portal_guest")
def invite_portal_guest(request: Any, portal_id: UUID, body: schemas.GuestIn) -> Any:
    row = access.portal(request.member_scope, portal_id, right="steer")
    return 201, schemas.show_guest(portals.invite_guest(row, body.email, by=request.member_scope))


@router.delete(
    "/portals/guests/{portal_guest_id}", response={204: None}, operation_id="uninvite_portal_guest"
)
def uninvite_portal_guest(request: Any, portal_guest_id: UUID) -> Any:
    portals.uninvite_guest(access.guest(request.member_scope, portal_guest_id), by=request.member_scope)
    return 204, None


@router.get(f"{AT}/waiting", response=schemas.WaitingOut, operation_id="list_waiting")
def list_waiting(request: Any, portal_id: UUID) -> Any:
    """What waits for a moderator."""
    return queries.waiting(access.portal(request.member_scope, portal_id), request.member_scope)
