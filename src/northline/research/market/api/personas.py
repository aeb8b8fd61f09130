"""Addresses of personas."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Router

from northline.core import editing
from northline.core.schemas import IfMatch
from northline.products.access import product_for
from northline.research.access import require_contributor
from northline.research.market import access
from northline.research.market.actions import objects as actions
from northline.research.market.models import Persona
from northline.research.market.queries import voices
from northline.research.market.schemas import coverage as heard
from northline.research.market.schemas import objects as schemas

router = Router()
HERE = "/personas/{persona_id}"


@router.post("/personas", response={201: schemas.PersonaOut}, operation_id="describe_persona")
def describe_persona(request: Any, body: schemas.PersonaIn) -> Any:
    """Describe whom a product is for; without a product, any product of the workspace."""
    scope = request.member_scope
    product = None
    if body.product_id is None:
        require_contributor(scope)
    else:
        product = product_for(scope, body.product_id, right="contribute")
    row = actions.describe_persona(product, fields=body.model_dump(exclude={"product_id"}), by=scope)
    return 201, _shown(request, row)


@router.get(HERE, response=schemas.PersonaOut, operation_id="read_persona")
def read_persona(request: Any, persona_id: UUID) -> Any:
    return _shown(request, access.persona(request.member_scope, persona_id))


@router.patch(HERE, response=schemas.PersonaOut, operation_id="edit_persona")
def edit_persona(request: Any, persona_id: UUID, body: schemas.PersonaPatch, if_match: IfMatch = None) -> Any:
    row = editing.revise(
        _editable(request, persona_id),
        expected=editing.expected_version(if_match),
        fields=body.model_dump(exclude_unset=True),
        by=request.member_scope,
    )
    return _shown(request, row)


@router.post(f"{HERE}/archival", response=schemas.PersonaOut, operation_id="archive_persona")
def archive_persona(request: Any, persona_id: UUID, if_match: IfMatch = None) -> Any:
    expected, row = editing.expected_version(if_match), _editable(request, persona_id)
    return _shown(request, editing.archive(row, expected=expected, by=request.member_scope))


@router.delete(f"{HERE}/archival", response=schemas.PersonaOut, operation_id="restore_persona")
def restore_persona(request: Any, persona_id: UUID, if_match: IfMatch = None) -> Any:
    expected, row = editing.expected_version(if_match), _editable(request, persona_id)
    return _shown(request, editing.restore(row, expected=expected, by=request.member_scope))


@router.get(f"{HERE}/voices", response=heard.VoicesOut, operation_id="read_persona_voices")
def read_persona_voices(request: Any, persona_id: UUID) -> Any:
    """What speaks for the persona, and which customers are of its segments."""
    scope = request.member_scope
    row = access.persona(scope, persona_id)
    return {
        "heard": heard.show_heard(voices.voices_of(scope, row)),
        "customers": heard.show_customers(voices.customers_in_segments(scope, row)),
    }


def _editable(request: Any, persona_id: UUID) -> Persona:
    return access.persona(request.member_scope, persona_id, right="contribute")


def _shown(request: Any, row: Persona) -> dict[str, Any]:
    return schemas.show_persona(row, request.member_scope)
