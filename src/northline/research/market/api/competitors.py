"""Addresses of competitors."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Router

from northline.core import editing
from northline.core.schemas import IfMatch
from northline.products.access import product_for
from northline.research.market import access
from northline.research.market.actions import objects as actions
from northline.research.market.models import Competitor
from northline.research.market.schemas import objects as schemas

router = Router()
HERE = "/competitors/{competitor_id}"


@router.post("/competitors", response={201: schemas.CompetitorOut}, operation_id="name_competitor")
def name_competitor(request: Any, body: schemas.CompetitorIn) -> Any:
    """Name what people use, or could use, instead."""
    product = product_for(request.member_scope, body.product_id, right="contribute")
    row = actions.name_competitor(
        product, fields=body.model_dump(exclude={"product_id"}), by=request.member_scope
    )
    return 201, _shown(request, row)


@router.get(HERE, response=schemas.CompetitorOut, operation_id="read_competitor")
def read_competitor(request: Any, competitor_id: UUID) -> Any:
    return _shown(request, access.of_product(request.member_scope, Competitor, competitor_id))


@router.patch(HERE, response=schemas.CompetitorOut, operation_id="edit_competitor")
def edit_competitor(
    request: Any, competitor_id: UUID, body: schemas.CompetitorPatch, if_match: IfMatch = None
) -> Any:
    row = editing.revise(
        _editable(request, competitor_id),
        expected=editing.expected_version(if_match),
        fields=body.model_dump(exclude_unset=True),
        by=request.member_scope,
    )
    return _shown(request, row)


@router.post(f"{HERE}/archival", response=schemas.CompetitorOut, operation_id="archive_competitor")
def archive_competitor(request: Any, competitor_id: UUID, if_match: IfMatch = None) -> Any:
    expected, row = editing.expected_version(if_match), _editable(request, competitor_id)
    return _shown(request, editing.archive(row, expected=expected, by=request.member_scope))


@router.delete(f"{HERE}/archival", response=schemas.CompetitorOut, operation_id="restore_competitor")
def restore_competitor(request: Any, competitor_id: UUID, if_match: IfMatch = None) -> Any:
    expected, row = editing.expected_version(if_match), _editable(request, competitor_id)
    return _shown(request, editing.restore(row, expected=expected, by=request.member_scope))


def _editable(request: Any, competitor_id: UUID) -> Competitor:
    return access.of_product(request.member_scope, Competitor, competitor_id, right="contribute")


def _shown(request: Any, row: Competitor) -> dict[str, Any]:
    return schemas.show_competitor(row, request.member_scope)
