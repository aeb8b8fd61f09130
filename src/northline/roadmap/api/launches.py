"""Addresses of launches, their checklists and decisions, and of outcome reviews."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Router

from northline.core import editing, paging
from northline.core.schemas import IfMatch, Page
from northline.products.access import product_for, readable_product
from northline.roadmap import access
from northline.roadmap.actions import launches as actions
from northline.roadmap.models import LaunchTemplate
from northline.roadmap.queries import launches as queries
from northline.roadmap.schemas import launches as schemas
from northline.strategy.access import key_result

router = Router()


@router.get("/launches", response=Page[schemas.ListedLaunch], operation_id="list_launches")
def list_launches(
    request: Any,
    product_id: UUID | None = None,
    archived: bool = False,
    cursor: str | None = None,
    limit: int = 50,
) -> Any:
    """Launches, the latest day first."""
    scope = request.member_scope
    rows = queries.launches(scope, product_id=product_id, archived=archived)
    return paging.page(
        rows, lambda row: schemas.show_listed(row, scope), cursor=cursor, limit=limit, order="-day"
    )


@router.post("/launches", response={201: schemas.LaunchOut}, operation_id="plan_launch")
def plan_launch(request: Any, body: schemas.LaunchIn) -> Any:
    scope = request.member_scope
    product = product_for(scope, body.product_id, right="steer")
    row = actions.plan_launch(
        product,
        fields=body.model_dump(exclude={"product_id", "initiative_ids", "template_id"}),
        initiative_ids=body.initiative_ids,
        template=access.launch_template(scope, body.template_id) if body.template_id else None,
        by=scope,
    )
    return 201, schemas.show_launch(row, scope)


@router.get("/launches/{launch_id}", response=schemas.LaunchOut, operation_id="read_launch")
def read_launch(request: Any, launch_id: UUID) -> Any:
    return schemas.show_launch(access.launch(request.member_scope, launch_id), request.member_scope)


@router.patch("/launches/{launch_id}", response=schemas.LaunchOut, operation_id="edit_launch")
def edit_launch(request: Any, launch_id: UUID, body: schemas.LaunchPatch, if_match: IfMatch = None) -> Any:
    """Change a launch; the due days of its checklist move with its day."""
    row = access.launch(request.member_scope, launch_id, right="steer")
    row = actions.revise_launch(
        row,
        expected=editing.expected_version(if_match),
        fields=body.model_dump(exclude_unset=True, exclude={"initiative_ids"}),
        initiative_ids=body.initiative_ids,
        by=request.member_scope,
    )
    return schemas.show_launch(row, request.member_scope)


@router.post("/launches/{launch_id}/archival", response=schemas.LaunchOut, operation_id="archive_launch")
def archive_launch(request: Any, launch_id: UUID, if_match: IfMatch = None) -> Any:
    row = access.launch(request.member_scope, launch_id, right="steer")
    row = editing.archive(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return schemas.show_launch(row, request.member_scope)


@router.delete("/launches/{launch_id}/archival", response=schemas.LaunchOut, operation_id="restore_launch")
def restore_launch(request: Any, launch_id: UUID, if_match: IfMatch = None) -> Any:
    row = access.launch(request.member_scope, launch_id, right="steer")
    row = editing.restore(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return schemas.show_launch(row, request.member_scope)


@router.post(
    "/launches/{launch_id}/decisions", response={201: schemas.LaunchOut}, operation_id="decide_launch"
)
def decide_launch(request: Any, launch_id: UUID, body: schemas.DecisionIn) -> Any:
    """Record go or no go."""
    row = access.launch(request.member_scope, launch_id, right="steer")
    actions.decide(row, **body.model_dump(), by=request.member_scope)
    return 201, schemas.show_launch(row, request.member_scope)


@router.post("/launches/{launch_id}/release", response=schemas.LaunchOut, operation_id="release_launch")
def release_launch(request: Any, launch_id: UUID, body: schemas.ReleaseIn, if_match: IfMatch = None) -> Any:
    """It happened: outcome reviews 30, 60 and 90 days later begin to wait."""
    row = access.launch(request.member_scope, launch_id, right="steer")
    expected = editing.expected_version(if_match)
    row = actions.release(row, expected=expected, on=body.on, by=request.member_scope)
    return schemas.show_launch(row, request.member_scope)


@router.post(
    "/launches/{launch_id}/steps", response={201: schemas.LaunchStepOut}, operation_id="add_launch_step"
)
def add_launch_step(request: Any, launch_id: UUID, body: schemas.LaunchStepIn) -> Any:
    launch = access.launch(request.member_scope, launch_id, right="contribute")
    row = actions.add_step(launch, fields=body.model_dump(), by=request.member_scope)
    return 201, schemas.show_step(row, request.member_scope)


@router.get("/launch-steps/{launch_step_id}", response=schemas.LaunchStepOut, operation_id="read_launch_step")
def read_launch_step(request: Any, launch_step_id: UUID) -> Any:
    scope = request.member_scope
    return schemas.show_step(access.launch_step(scope, launch_step_id), scope)


@router.patch(
    "/launch-steps/{launch_step_id}", response=schemas.LaunchStepOut, operation_id="edit_launch_step"
)
def edit_launch_step(
    request: Any, launch_step_id: UUID, body: schemas.LaunchStepPatch, if_match: IfMatch = None
) -> Any:
    """Change a point of the checklist; `done` checks it off."""
    row = access.launch_step(request.member_scope, launch_step_id, right="contribute")
    expected, fields = editing.expected_version(if_match), body.model_dump(exclude_unset=True)
    row = actions.revise_step(row, expected=expected, fields=fields, by=request.member_scope)
    return schemas.show_step(row, request.member_scope)


@router.post(
    "/launch-steps/{launch_step_id}/archival",
    response=schemas.LaunchStepOut,
    operation_id="archive_launch_step",
)
def archive_launch_step(request: Any, launch_step_id: UUID, if_match: IfMatch = None) -> Any:
    row = access.launch_step(request.member_scope, launch_step_id, right="contribute")
    row = editing.archive(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return schemas.show_step(row, request.member_scope)


@router.get(
    "/products/{product_id}/launch-templates",
    response=list[schemas.LaunchTemplateOut],
    operation_id="list_launch_templates",
)
def list_launch_templates(request: Any, product_id: UUID) -> Any:
    scope = request.member_scope
    product = readable_product(scope, product_id)
    return [schemas.show_template(row, scope) for row in queries.templates_of(product.pk)]


@router.post(
    "/products/{product_id}/launch-templates",
    response={201: schemas.LaunchTemplateOut},
    operation_id="add_launch_template",
)
def add_launch_template(request: Any, product_id: UUID, body: schemas.LaunchTemplateIn) -> Any:
    scope = request.member_scope
    product = product_for(scope, product_id, right="steer")
    row = LaunchTemplate(workspace_id=scope.workspace_id, product=product, **body.model_dump())
    row = editing.create(row, prefix=LaunchTemplate.PREFIX, by=scope)
    return 201, schemas.show_template(row, scope)


@router.get(
    "/launch-templates/{launch_template_id}",
    response=schemas.LaunchTemplateOut,
    operation_id="read_launch_template",
)
def read_launch_template(request: Any, launch_template_id: UUID) -> Any:
    scope = request.member_scope
    return schemas.show_template(access.launch_template(scope, launch_template_id), scope)


@router.patch(
    "/launch-templates/{launch_template_id}",
    response=schemas.LaunchTemplateOut,
    operation_id="edit_launch_template",
)
def edit_launch_template(
    request: Any, launch_template_id: UUID, body: schemas.LaunchTemplatePatch, if_match: IfMatch = None
) -> Any:
    row = access.launch_template(request.member_scope, launch_template_id, right="steer")
    expected, fields = editing.expected_version(if_match), body.model_dump(exclude_unset=True)
    row = editing.revise(row, expected=expected, fields=fields, by=request.member_scope)
    return schemas.show_template(row, request.member_scope)


@router.post(
    "/launch-templates/{launch_template_id}/archival",
    response=schemas.LaunchTemplateOut,
    operation_id="archive_launch_template",
)
def archive_launch_template(request: Any, launch_template_id: UUID, if_match: IfMatch = None) -> Any:
    row = access.launch_template(request.member_scope, launch_template_id, right="steer")
    row = editing.archive(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return schemas.show_template(row, request.member_scope)


@router.get(
    "/outcome-reviews/{outcome_review_id}",
    response=schemas.OutcomeReviewOut,
    operation_id="read_outcome_review",
)
def read_outcome_review(request: Any, outcome_review_id: UUID) -> Any:
    scope = request.member_scope
    return schemas.show_review(access.outcome_review(scope, outcome_review_id), scope)


@router.patch(
    "/outcome-reviews/{outcome_review_id}",
    response=schemas.OutcomeReviewOut,
    operation_id="conclude_outcome_review",
)
def conclude_outcome_review(
    request: Any, outcome_review_id: UUID, body: schemas.ConclusionIn, if_match: IfMatch = None
) -> Any:
    """Decide after looking: keep, iterate or stop."""
    scope = request.member_scope
    row = access.outcome_review(scope, outcome_review_id, right="steer")
    row = actions.conclude(
        row,
        expected=editing.expected_version(if_match),
        verdict=body.verdict,
        findings=body.findings,
        key_result=key_result(scope, body.key_result_id) if body.key_result_id else None,
        by=scope,
    )
    return schemas.show_review(row, scope)
