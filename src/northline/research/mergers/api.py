"""Addresses of mergers."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Router

from northline.core import editing
from northline.core.schemas import IfMatch
from northline.research import access
from northline.research.mergers import actions, queries, schemas
from northline.research.schemas import InsightOut, show_insight

router = Router(tags=["research"])


@router.get(
    "/insights/{insight_id}/merged",
    response=list[schemas.MergedOut],
    operation_id="list_merged_insights",
)
def list_merged_insights(request: Any, insight_id: UUID) -> Any:
    """The insights that were merged into this one, the last first."""
    row = access.insight(request.member_scope, insight_id)
    return [schemas.show_merged(merger) for merger in queries.merged_into(row)]


@router.post("/insights/{insight_id}/merger", response=InsightOut, operation_id="merge_insight")
def merge_insight(request: Any, insight_id: UUID, body: schemas.MergerIn, if_match: IfMatch = None) -> Any:
    """Merge an insight into another that says the same: that one counts for both, with the links of both."""
    scope = request.member_scope
    row = access.insight(scope, insight_id, right="contribute")
    into = access.insight(scope, body.into, right="contribute")
    actions.merge(row, into=into, expected=editing.expected_version(if_match), by=scope)
    return show_insight(access.insight(scope, insight_id), scope)


@router.delete("/insights/{insight_id}/merger", response=InsightOut, operation_id="unmerge_insight")
def unmerge_insight(request: Any, insight_id: UUID, if_match: IfMatch = None) -> Any:
    """Take a merged insight out again: what went along with it comes back."""
    scope = request.member_scope
    row = access.insight(scope, insight_id, right="contribute")
    actions.unmerge(row, expected=editing.expected_version(if_match), by=scope)
    return show_insight(access.insight(scope, insight_id), scope)
