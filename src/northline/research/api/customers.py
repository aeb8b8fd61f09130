"""Addresses of customers."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Router

from northline.core import editing, paging
from northline.core.doors import visible
from northline.core.schemas import IfMatch, Page
from northline.research import access, actions, schemas
from northline.research.models import Customer

router = Router()


@router.get("/customers", response=Page[schemas.CustomerOut], operation_id="list_customers")
def list_customers(request: Any, q: str = "", cursor: str | None = None, limit: int = 50) -> Any:
    """Customers, by name."""
    rows = Customer.objects.select_related("company").filter(archived_at=None, title__icontains=q)
    return paging.page(
        visible(request.member_scope, rows),
        lambda row: schemas.show_customer(row, request.member_scope),
        cursor=cursor,
        limit=limit,
        order="title",
    )


@router.post("/customers", response={201: schemas.CustomerOut}, operation_id="note_customer")
def note_customer(request: Any, body: schemas.CustomerIn) -> Any:
    """Take down a customer."""
    access.require_contributor(request.member_scope)
    row = actions.note_customer(**body.model_dump(), by=request.member_scope)
    return 201, schemas.show_customer(row, request.member_scope)


@router.get("/customers/{customer_id}", response=schemas.CustomerOut, operation_id="read_customer")
def read_customer(request: Any, customer_id: UUID) -> Any:
    return schemas.show_customer(access.customer(request.member_scope, customer_id), request.member_scope)


@router.patch("/customers/{customer_id}", response=schemas.CustomerOut, operation_id="edit_customer")
def edit_customer(
    request: Any, customer_id: UUID, body: schemas.CustomerPatch, if_match: IfMatch = None
) -> Any:
    row = access.customer(request.member_scope, customer_id, right="contribute")
    row = actions.revise_customer(
        row,
        expected=editing.expected_version(if_match),
        fields=body.model_dump(exclude_unset=True),
        by=request.member_scope,
    )
    return schemas.show_customer(row, request.member_scope)


@router.post(
    "/customers/{customer_id}/archival", response=schemas.CustomerOut, operation_id="archive_customer"
)
def archive_customer(request: Any, customer_id: UUID, if_match: IfMatch = None) -> Any:
    row = access.customer(request.member_scope, customer_id, right="contribute")
    row = editing.archive(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return schemas.show_customer(row, request.member_scope)


@router.delete(
    "/customers/{customer_id}/archival", response=schemas.CustomerOut, operation_id="restore_customer"
)
def restore_customer(request: Any, customer_id: UUID, if_match: IfMatch = None) -> Any:
    row = access.customer(request.member_scope, customer_id, right="contribute")
    row = editing.restore(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return schemas.show_customer(row, request.member_scope)
