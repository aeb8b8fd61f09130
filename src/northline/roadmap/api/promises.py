"""Addresses of the ledger of commitments."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Router

from northline.core import editing, paging
from northline.core.schemas import IfMatch, Page
from northline.roadmap import access
from northline.roadmap.actions import promises as actions
from northline.roadmap.queries import launches as queries
from northline.roadmap.schemas import promises as schemas

router = Router()


@router.get("/promises", response=Page[schemas.PromiseOut], operation_id="list_promises")
def list_promises(
    request: Any,
    product_id: UUID | None = None,
    initiative_id: UUID | None = None,
    state: str = "",
    q: str = "",
    endangered: bool = False,
    archived: bool = False,
    cursor: str | None = None,
    limit: int = 50,
) -> Any:
    """Who was promised what, newest first; `endangered`: only open ones whose initiative ends too late."""
    scope = request.member_scope
    rows = queries.promises(
        scope,
        product_id=product_id,
        initiative_id=initiative_id,
        state=state,
        q=q,
        endangered=endangered,
        archived=archived,
    )
    return paging.page(rows, lambda row: schemas.show_promise(row, scope), cursor=cursor, limit=limit)


@router.post("/promises", response={201: schemas.PromiseOut}, operation_id="make_promise")
def make_promise(request: Any, body: schemas.PromiseIn) -> Any:
    """Write down a promise; the chance of its day at this moment is kept with it."""
    initiative = access.initiative(request.member_scope, body.initiative_id, right="steer")
    fields = body.model_dump(exclude={"initiative_id"})
    row = actions.promise(initiative, fields=fields, by=request.member_scope)
    return 201, schemas.show_promise(row, request.member_scope)


@router.get("/promises/{promise_id}", response=schemas.PromiseOut, operation_id="read_promise")
def read_promise(request: Any, promise_id: UUID) -> Any:
    return schemas.show_promise(access.promise(request.member_scope, promise_id), request.member_scope)


@router.patch("/promises/{promise_id}", response=schemas.PromiseOut, operation_id="edit_promise")
def edit_promise(request: Any, promise_id: UUID, body: schemas.PromisePatch, if_match: IfMatch = None) -> Any:
    """Change fields of your own of a promise. What was promised stays as it was said."""
    scope = request.member_scope
    row = access.promise(scope, promise_id, right="steer")
    fields = body.model_dump(exclude_unset=True)
    row = actions.revise_promise(row, expected=editing.expected_version(if_match), fields=fields, by=scope)
    return schemas.show_promise(row, scope)


@router.post("/promises/{promise_id}/outcomes", response=schemas.PromiseOut, operation_id="settle_promise")
def settle_promise(
    request: Any, promise_id: UUID, body: schemas.PromiseOutcomeIn, if_match: IfMatch = None
) -> Any:
    """Record that a promise was kept, broken or renegotiated."""
    row = access.promise(request.member_scope, promise_id, right="steer")
    expected = editing.expected_version(if_match)
    row = actions.settle(row, expected=expected, **body.model_dump(), by=request.member_scope)
    return schemas.show_promise(row, request.member_scope)


@router.post("/promises/{promise_id}/archival", response=schemas.PromiseOut, operation_id="archive_promise")
def archive_promise(request: Any, promise_id: UUID, if_match: IfMatch = None) -> Any:
    """Put away what was written down by mistake."""
    row = access.promise(request.member_scope, promise_id, right="steer")
    row = editing.archive(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return schemas.show_promise(row, request.member_scope)


@router.delete("/promises/{promise_id}/archival", response=schemas.PromiseOut, operation_id="restore_promise")
def restore_promise(request: Any, promise_id: UUID, if_match: IfMatch = None) -> Any:
    row = access.promise(request.member_scope, promise_id, right="steer")
    row = editing.restore(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return schemas.show_promise(row, request.member_scope)
