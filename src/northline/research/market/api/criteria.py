"""Addresses of criteria of comparison."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Router

from northline.core import editing
from northline.core.schemas import IfMatch
from northline.products.access import product_for
from northline.research.market import access
from northline.research.market.actions import objects as actions
from northline.research.market.models import Criterion
from northline.research.market.schemas import objects as schemas

router = Router()
HERE = "/criteria/{criterion_id}"


@router.post("/criteria", response={201: schemas.CriterionOut}, operation_id="add_criterion")
def add_criterion(request: Any, body: schemas.CriterionIn) -> Any:
    """Compare by one more criterion, at the end of the list."""
    product = product_for(request.member_scope, body.product_id, right="contribute")
    row = actions.add_criterion(
        product, fields=body.model_dump(exclude={"product_id"}), by=request.member_scope
    )
    return 201, _shown(request, row)


@router.get(HERE, response=schemas.CriterionOut, operation_id="read_criterion")
def read_criterion(request: Any, criterion_id: UUID) -> Any:
    return _shown(request, access.of_product(request.member_scope, Criterion, criterion_id))


@router.patch(HERE, response=schemas.CriterionOut, operation_id="edit_criterion")
def edit_criterion(
    request: Any, criterion_id: UUID, body: schemas.CriterionPatch, if_match: IfMatch = None
) -> Any:
    row = editing.revise(
        _editable(request, criterion_id),
        expected=editing.expected_version(if_match),
        fields=body.model_dump(exclude_unset=True),
        by=request.member_scope,
    )
    return _shown(request, row)


@router.post(f"{HERE}/archival", response=schemas.CriterionOut, operation_id="archive_criterion")
def archive_criterion(request: Any, criterion_id: UUID, if_match: IfMatch = None) -> Any:
    expected, row = editing.expected_version(if_match), _editable(request, criterion_id)
    return _shown(request, editing.archive(row, expected=expected, by=request.member_scope))


@router.delete(f"{HERE}/archival", response=schemas.CriterionOut, operation_id="restore_criterion")
def restore_criterion(request: Any, criterion_id: UUID, if_match: IfMatch = None) -> Any:
    expected, row = editing.expected_version(if_match), _editable(request, criterion_id)
    return _shown(request, editing.restore(row, expected=expected, by=request.member_scope))


def _editable(request: Any, criterion_id: UUID) -> Criterion:
    return access.of_product(request.member_scope, Criterion, criterion_id, right="contribute")


def _shown(request: Any, row: Criterion) -> dict[str, Any]:
    return schemas.show_criterion(row, request.member_scope)
