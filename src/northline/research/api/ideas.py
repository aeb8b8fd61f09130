"""Addresses of ideas."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Router

from northline.core import editing
from northline.core.schemas import IfMatch
from northline.products.access import product_for
from northline.research import access, actions, queries, schemas

router = Router()


@router.post("/ideas", response={201: schemas.IdeaOut}, operation_id="propose_idea")
def propose_idea(request: Any, body: schemas.IdeaIn) -> Any:
    product = product_for(request.member_scope, body.product_id, right="contribute")
    row = actions.propose_idea(
        product, fields=body.model_dump(exclude={"product_id"}), by=request.member_scope
    )
    return 201, schemas.show_idea(row, request.member_scope)


@router.get("/ideas/{idea_id}", response=schemas.IdeaOut, operation_id="read_idea")
def read_idea(request: Any, idea_id: UUID) -> Any:
    return schemas.show_idea(access.idea(request.member_scope, idea_id), request.member_scope)


@router.patch("/ideas/{idea_id}", response=schemas.IdeaOut, operation_id="edit_idea")
def edit_idea(request: Any, idea_id: UUID, body: schemas.IdeaPatch, if_match: IfMatch = None) -> Any:
    row = access.idea(request.member_scope, idea_id, right="contribute")
    fields = body.model_dump(exclude_unset=True)
    row = actions.revise(
        row, expected=editing.expected_version(if_match), fields=fields, by=request.member_scope
    )
    return schemas.show_idea(row, request.member_scope)


@router.post("/ideas/{idea_id}/archival", response=schemas.IdeaOut, operation_id="archive_idea")
def archive_idea(request: Any, idea_id: UUID, if_match: IfMatch = None) -> Any:
    row = access.idea(request.member_scope, idea_id, right="contribute")
    row = editing.archive(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return schemas.show_idea(row, request.member_scope)


@router.delete("/ideas/{idea_id}/archival", response=schemas.IdeaOut, operation_id="restore_idea")
def restore_idea(request: Any, idea_id: UUID, if_match: IfMatch = None) -> Any:
    row = access.idea(request.member_scope, idea_id, right="contribute")
    row = editing.restore(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return schemas.show_idea(row, request.member_scope)


@router.get("/ideas/{idea_id}/impact", response=schemas.ImpactOut, operation_id="read_idea_impact")
def read_idea_impact(request: Any, idea_id: UUID) -> Any:
    """How much the evidence behind it weighs, and which insight gives how much of that."""
    row = access.idea(request.member_scope, idea_id)
    return schemas.show_impact(queries.impact_of(row))
