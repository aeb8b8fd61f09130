"""Addresses of amendments."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Router

from northline.core import editing
from northline.core.schemas import IfMatch
from northline.delivery import access as delivery
from northline.delivery.amendments import access, actions, schemas
from northline.delivery.amendments.models import Amendment

router = Router(tags=["delivery"])
OF_CHARTER = "/charters/{charter_id}/amendments"
HERE = "/charter-amendments/{charter_amendment_id}"


@router.get(OF_CHARTER, response=schemas.AmendmentsOut, operation_id="list_amendments")
def list_amendments(request: Any, charter_id: UUID) -> Any:
    """What was proposed to change in a signed charter, newest first, with what it changed and who signed."""
    scope = request.member_scope
    charter = delivery.charter(scope, charter_id)
    rows = list(Amendment.objects.filter(charter=charter).order_by("-created_at", "-pk"))
    return {
        "items": schemas.show_amendments(rows, scope),
        "sides": access.sides(scope, charter) if not any(row.state == "proposed" for row in rows) else [],
    }


@router.post(OF_CHARTER, response={201: schemas.AmendmentOut}, operation_id="propose_amendment")
def propose_amendment(
    request: Any, charter_id: UUID, body: schemas.AmendmentIn, if_match: IfMatch = None
) -> Any:
    """Propose other terms for a signed charter, and sign them for one side; the other side's signature makes them hold."""
    scope = request.member_scope
    terms = body.model_dump(exclude_unset=True, exclude={"side", "reason"})
    row = actions.propose(
        delivery.charter(scope, charter_id),
        side=body.side,
        terms=terms,
        reason=body.reason,
        expected=editing.expected_version(if_match),
        by=scope,
    )
    return 201, schemas.show_amendment(row, scope)


@router.get(HERE, response=schemas.AmendmentOut, operation_id="read_amendment")
def read_amendment(request: Any, charter_amendment_id: UUID) -> Any:
    row = access.open_amendment(request.member_scope, charter_amendment_id)
    return schemas.show_amendment(row, request.member_scope)


@router.post(f"{HERE}/signature", response=schemas.AmendmentOut, operation_id="sign_amendment")
def sign_amendment(
    request: Any, charter_amendment_id: UUID, body: schemas.SignatureIn, if_match: IfMatch = None
) -> Any:
    """Sign for the side that has not; the charter then holds the new terms, and its project the new deadline."""
    row = actions.sign(
        charter_amendment_id,
        side=body.side,
        expected=editing.expected_version(if_match),
        by=request.member_scope,
    )
    return schemas.show_amendment(row, request.member_scope)


@router.post(f"{HERE}/decline", response=schemas.AmendmentOut, operation_id="decline_amendment")
def decline_amendment(
    request: Any, charter_amendment_id: UUID, body: schemas.AmendmentDecline, if_match: IfMatch = None
) -> Any:
    """Say no and why; whoever proposed it takes it back by this."""
    row = actions.decline(
        charter_amendment_id,
        reason=body.reason,
        expected=editing.expected_version(if_match),
        by=request.member_scope,
    )
    return schemas.show_amendment(row, request.member_scope)
