"""Addresses of interviews."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from ninja import Query, Router

from northline.accounts.models import Workspace
from northline.core import editing
from northline.core.schemas import IfMatch
from northline.core.scope import Place
from northline.research import access
from northline.research.interviews import actions, erasing, queries, schemas
from northline.research.schemas import InsightOut, show_insight

router = Router(tags=["research"])
MOST_SHOWN = 500


@router.get(
    "/insights/{insight_id}/interview",
    response=schemas.InterviewOut | None,
    operation_id="read_interview",
)
def read_interview(request: Any, insight_id: UUID) -> Any:
    """Who took part and what they agreed to; null where nothing is noted."""
    row = queries.interview_of(access.insight(request.member_scope, insight_id))
    return row and schemas.show_interview(row, request.member_scope)


@router.put("/insights/{insight_id}/interview", response=schemas.InterviewOut, operation_id="note_interview")
def note_interview(request: Any, insight_id: UUID, body: schemas.InterviewIn) -> Any:
    """Say who took part, what they agreed to, and until when that is kept."""
    scope = request.member_scope
    insight = access.insight(scope, insight_id, right="contribute")
    fields = body.model_dump(exclude={"version"})
    row = actions.note_interview(insight, expected=body.version, fields=fields, by=scope)
    return schemas.show_interview(row, scope)


@router.post("/insights/{insight_id}/interview/erasure", response=InsightOut, operation_id="erase_interview")
def erase_interview(request: Any, insight_id: UUID, body: schemas.ErasureIn, if_match: IfMatch = None) -> Any:
    """Erase now what would be erased at the end of its time, as when consent is withdrawn. It does not come back."""
    scope = request.member_scope
    insight = access.insight(scope, insight_id, right="contribute")
    erasing.erase(insight, expected=editing.expected_version(if_match), by=scope, reason=body.reason)
    return show_insight(access.insight(scope, insight_id), scope)


@router.get("/interviews/due", response=list[schemas.InterviewOut], operation_id="list_due_interviews")
def list_due_interviews(
    request: Any,
    product_id: UUID | None = None,
    within_days: Annotated[int, Query(ge=0, le=3_650)] = 90,
) -> Any:
    """The interviews of which something is erased within so many days, the next first; at most 500."""
    scope = request.member_scope
    rows = queries.due(scope, product_id=product_id, within_days=within_days)
    return [schemas.show_interview(row, scope) for row in rows[:MOST_SHOWN]]


@router.get("/research/policy", response=schemas.ResearchPolicyOut, operation_id="read_research_policy")
def read_research_policy(request: Any) -> Any:
    """For how long interviews are kept, and what is erased then."""
    scope = request.member_scope
    return schemas.show_policy(actions.policy_of(scope.workspace_id), scope)


@router.put("/research/policy", response=schemas.ResearchPolicyOut, operation_id="set_research_policy")
def set_research_policy(request: Any, body: schemas.ResearchPolicyIn) -> Any:
    """Say for how long interviews are kept, and what is erased then."""
    scope = request.member_scope
    scope.require("administer", Place())
    workspace = Workspace.objects.get(pk=scope.workspace_id)
    fields = body.model_dump(exclude={"version"})
    row = actions.set_policy(workspace, expected=body.version, fields=fields, by=scope)
    return schemas.show_policy(row, scope)
