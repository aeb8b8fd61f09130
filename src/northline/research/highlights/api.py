"""Addresses of highlights."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Router

from northline.core import editing
from northline.core.schemas import IfMatch
from northline.research import access
from northline.research.highlights import actions, queries, schemas
from northline.research.highlights.passages import Passage
from northline.research.models import Idea, Opportunity

router = Router(tags=["research"])


@router.get(
    "/insights/{insight_id}/highlights",
    response=list[schemas.HighlightOut],
    operation_id="list_highlights",
)
def list_highlights(request: Any, insight_id: UUID) -> Any:
    """The passages marked in an insight, in the order of its text."""
    row = access.insight(request.member_scope, insight_id)
    return [schemas.show_quote(quote) for quote in queries.marked_in(row, by=request.member_scope)]


@router.post(
    "/insights/{insight_id}/highlights",
    response={201: schemas.HighlightOut},
    operation_id="highlight_passage",
)
def highlight_passage(request: Any, insight_id: UUID, body: schemas.HighlightIn) -> Any:
    """Mark a passage for the opportunity or idea that it speaks for; the two are linked."""
    scope = request.member_scope
    insight = access.insight(scope, insight_id, right="contribute")
    target = access.need_or_idea(scope, body.target_kind, body.target_id)
    passage = Passage(body.quote, before=body.before, after=body.after)
    row = actions.mark(insight, passage, target=target, importance=body.importance, by=scope)
    return 201, schemas.show_quote(queries.placed(row, by=scope))


@router.patch("/highlights/{highlight_id}", response=schemas.HighlightOut, operation_id="edit_highlight")
def edit_highlight(
    request: Any, highlight_id: UUID, body: schemas.HighlightPatch, if_match: IfMatch = None
) -> Any:
    """Say how much a passage matters, or lead it to another opportunity or idea, and its insight's link with it."""
    scope = request.member_scope
    row = access.highlight(scope, highlight_id, right="contribute")
    row = actions.revise_row(
        row,
        expected=editing.expected_version(if_match),
        fields=body.model_dump(exclude_unset=True),
        by=scope,
    )
    return schemas.show_quote(queries.placed(row, by=scope))


@router.delete("/highlights/{highlight_id}", response={204: None}, operation_id="remove_highlight")
def remove_highlight(request: Any, highlight_id: UUID, if_match: IfMatch = None) -> Any:
    """Let a passage go; the link to its target stays."""
    scope = request.member_scope
    row = access.highlight(scope, highlight_id, right="contribute")
    actions.unmark(row, expected=editing.expected_version(if_match), by=scope)
    return 204, None


@router.get(
    "/opportunities/{opportunity_id}/highlights",
    response=list[schemas.HighlightOut],
    operation_id="list_opportunity_quotes",
)
def list_opportunity_quotes(request: Any, opportunity_id: UUID) -> Any:
    """What was said for a need, in the words of those who said it, the most important first."""
    return _quotes(request, access.opportunity(request.member_scope, opportunity_id))


@router.get(
    "/ideas/{idea_id}/highlights",
    response=list[schemas.HighlightOut],
    operation_id="list_idea_quotes",
)
def list_idea_quotes(request: Any, idea_id: UUID) -> Any:
    """What was said for an idea, in the words of those who said it, the most important first."""
    return _quotes(request, access.idea(request.member_scope, idea_id))


def _quotes(request: Any, row: Opportunity | Idea) -> Any:
    return [schemas.show_quote(quote) for quote in queries.quotes_for(row, by=request.member_scope)]
