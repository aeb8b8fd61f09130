"""Addresses of the opportunity-solution tree."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Router

from northline.core import editing
from northline.core.edge import written
from northline.core.schemas import IfMatch
from northline.products.access import product_for, readable_product
from northline.research import access as research
from northline.research.discovery import access, queries
from northline.research.discovery.actions import branches, growing
from northline.research.discovery.actions.growing import Spot
from northline.research.discovery.schemas import tree as schemas
from northline.research.schemas import IdeaOut, OpportunityOut, show_idea, show_opportunity

router = Router()


@router.get(
    "/products/{product_id}/discovery-tree", response=schemas.TreeOut, operation_id="read_discovery_tree"
)
def read_discovery_tree(request: Any, product_id: UUID) -> Any:
    """Outcomes, opportunities, ideas and experiments of a product, and what looks wrong among them."""
    product = readable_product(request.member_scope, product_id)
    tree = queries.tree_of(request.member_scope, product)
    return written(schemas.show_tree(tree, product, request.member_scope))


@router.post(
    "/opportunities/{opportunity_id}/ideas", response={201: IdeaOut}, operation_id="answer_opportunity"
)
def answer_opportunity(request: Any, opportunity_id: UUID, body: schemas.NodeIn) -> Any:
    """Propose an idea that addresses the opportunity."""
    need = research.opportunity(request.member_scope, opportunity_id, right="contribute")
    row = growing.answer_with(need, title=body.title, by=request.member_scope)
    return 201, show_idea(row, request.member_scope)


@router.post(
    "/outcomes/{kind}/{object_id}/opportunities",
    response={201: OpportunityOut},
    operation_id="name_opportunity_below",
)
def name_opportunity_below(
    request: Any, kind: schemas.OutcomeKind, object_id: UUID, body: schemas.OpportunityBelowIn
) -> Any:
    """Name an opportunity that serves an outcome."""
    product = product_for(request.member_scope, body.product_id, right="contribute")
    outcome = access.outcome(request.member_scope, kind, object_id)
    row = growing.name_below(product, outcome, title=body.title, by=request.member_scope)
    return 201, show_opportunity(row, request.member_scope)


@router.post("/opportunities/{opportunity_id}/move", response=OpportunityOut, operation_id="move_opportunity")
def move_opportunity(
    request: Any, opportunity_id: UUID, body: schemas.OpportunityMoveIn, if_match: IfMatch = None
) -> Any:
    """Hang an opportunity elsewhere in the tree."""
    row = growing.move_opportunity(
        research.opportunity(request.member_scope, opportunity_id, right="contribute"),
        expected=editing.expected_version(if_match),
        away_from=_spot(body.away_from),
        to=_spot(body.to),
        by=request.member_scope,
    )
    return show_opportunity(row, request.member_scope)


@router.post("/ideas/{idea_id}/move", response=IdeaOut, operation_id="move_idea")
def move_idea(request: Any, idea_id: UUID, body: schemas.IdeaMoveIn, if_match: IfMatch = None) -> Any:
    """Let an idea address another opportunity."""
    row = growing.move_idea(
        research.idea(request.member_scope, idea_id, right="contribute"),
        expected=editing.expected_version(if_match),
        away_from=body.away_from_id,
        to=body.to_id,
        by=request.member_scope,
    )
    return show_idea(row, request.member_scope)


@router.patch(
    "/opportunities/{opportunity_id}/branch", response=schemas.BranchOut, operation_id="mark_branch"
)
def mark_branch(
    request: Any, opportunity_id: UUID, body: schemas.BranchPatch, if_match: IfMatch = None
) -> Any:
    """Say how far the branch is, and whether it is what the team works on now."""
    row = research.opportunity(request.member_scope, opportunity_id, right="contribute")
    branch = branches.mark_branch(
        row,
        expected=editing.expected_version(if_match),
        fields=body.model_dump(exclude_unset=True),
        by=request.member_scope,
    )
    return schemas.show_branch(row, branch)


@router.post(
    "/opportunities/{opportunity_id}/pruning", response=schemas.PrunedOut, operation_id="prune_branch"
)
def prune_branch(request: Any, opportunity_id: UUID, if_match: IfMatch = None) -> Any:
    """Archive the opportunity, those below it, and the ideas that would answer nothing then."""
    row = research.opportunity(request.member_scope, opportunity_id, right="contribute")
    needs, ideas = branches.prune(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return {"opportunities": [one.pk for one in needs], "ideas": [one.pk for one in ideas]}


@router.post("/dismissals", response={201: schemas.DismissalOut}, operation_id="dismiss_warning")
def dismiss_warning(request: Any, body: schemas.DismissalIn) -> Any:
    """Do not warn of this again."""
    door = research.opportunity if body.object_kind == "opportunity" else research.idea
    row = door(request.member_scope, body.object_id, right="contribute")
    return 201, branches.dismiss(row.product, row, warning=body.warning, by=request.member_scope)


@router.delete("/dismissals/{dismissal_id}", response={204: None}, operation_id="show_warning_again")
def show_warning_again(request: Any, dismissal_id: UUID) -> Any:
    row = access.dismissal(request.member_scope, dismissal_id, right="contribute")
    branches.show_again(row, by=request.member_scope)
    return 204, None


def _spot(given: schemas.SpotIn | None) -> Spot | None:
    return Spot(given.kind, given.id) if given else None
