"""Addresses of strategy: visions, objectives, key results, check-ins."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Router

from northline.core import editing, paging
from northline.core.refusal import NotFound
from northline.core.schemas import IfMatch, Page
from northline.products.access import product_for, readable_product
from northline.strategy import access, actions, queries, schemas
from northline.strategy.canvases.queries import said_in
from northline.strategy.canvases.rules import TEMPLATES, VISION
from northline.strategy.canvases.schemas import VersionDifferencesOut, VersionIn, show_differences
from northline.strategy.differences import box_differences

router = Router(tags=["strategy"])


@router.get("/products/{product_id}/visions", response=Page[schemas.VisionOut], operation_id="list_visions")
def list_visions(request: Any, product_id: UUID, cursor: str | None = None, limit: int = 50) -> Any:
    """Every version of the vision, newest first."""
    product = readable_product(request.member_scope, product_id)
    page = paging.page(
        queries.visions_of(product.pk), lambda row: row, cursor=cursor, limit=limit, order="-number"
    )
    return page | {"items": schemas.show_visions(page["items"], request.member_scope)}


@router.post("/products/{product_id}/visions", response={201: schemas.VisionOut}, operation_id="envision")
def envision(request: Any, product_id: UUID, body: VersionIn) -> Any:
    """Write the next version of the vision."""
    product = product_for(request.member_scope, product_id, right="steer")
    row = actions.envision(
        product, boxes=body.thoughts(), note=body.note, based_on=body.based_on, by=request.member_scope
    )
    return 201, schemas.show_vision(row, request.member_scope)


@router.get("/visions/{vision_id}", response=schemas.VisionOut, operation_id="read_vision")
def read_vision(request: Any, vision_id: UUID) -> Any:
    return schemas.show_vision(access.vision(request.member_scope, vision_id), request.member_scope)


@router.get(
    "/visions/{vision_id}/differences", response=VersionDifferencesOut, operation_id="compare_visions"
)
def compare_visions(request: Any, vision_id: UUID, since: UUID) -> Any:
    """What came and went from the version `since` to this one, box by box and word by word."""
    row, old = (access.vision(request.member_scope, key) for key in (vision_id, since))
    if old.product_id != row.product_id:
        raise NotFound("vision")
    boxes = box_differences(TEMPLATES[VISION], said_in(old.boxes), said_in(row.boxes))
    return show_differences(old.number, row.number, boxes)


@router.get("/objectives", response=Page[schemas.ObjectiveOut], operation_id="list_objectives")
def list_objectives(
    request: Any,
    product_id: UUID | None = None,
    q: str = "",
    period: str = "",
    owner_id: UUID | None = None,
    archived: bool = False,
    cursor: str | None = None,
    limit: int = 50,
) -> Any:
    """Objectives with their key results, newest first."""
    rows = queries.objectives(
        request.member_scope, product_id=product_id, q=q, period=period, owner_id=owner_id, archived=archived
    )
    return paging.page(
        rows, lambda row: schemas.show_objective(row, request.member_scope), cursor=cursor, limit=limit
    )


@router.post("/objectives", response={201: schemas.ObjectiveOut}, operation_id="set_objective")
def set_objective(request: Any, body: schemas.ObjectiveIn) -> Any:
    product = product_for(request.member_scope, body.product_id, right="steer")
    row = actions.set_objective(
        product, fields=body.model_dump(exclude={"product_id"}), by=request.member_scope
    )
    return 201, schemas.show_objective(row, request.member_scope)


@router.get("/objectives/{objective_id}", response=schemas.ObjectiveOut, operation_id="read_objective")
def read_objective(request: Any, objective_id: UUID) -> Any:
    return schemas.show_objective(access.objective(request.member_scope, objective_id), request.member_scope)


@router.patch("/objectives/{objective_id}", response=schemas.ObjectiveOut, operation_id="edit_objective")
def edit_objective(
    request: Any, objective_id: UUID, body: schemas.ObjectivePatch, if_match: IfMatch = None
) -> Any:
    row = access.objective(request.member_scope, objective_id, right="steer")
    expected, fields = editing.expected_version(if_match), body.model_dump(exclude_unset=True)
    row = actions.revise_objective(row, expected=expected, fields=fields, by=request.member_scope)
    return schemas.show_objective(row, request.member_scope)


@router.post(
    "/objectives/{objective_id}/archival", response=schemas.ObjectiveOut, operation_id="archive_objective"
)
def archive_objective(request: Any, objective_id: UUID, if_match: IfMatch = None) -> Any:
    row = access.objective(request.member_scope, objective_id, right="steer")
    row = editing.archive(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return schemas.show_objective(row, request.member_scope)


@router.delete(
    "/objectives/{objective_id}/archival", response=schemas.ObjectiveOut, operation_id="restore_objective"
)
def restore_objective(request: Any, objective_id: UUID, if_match: IfMatch = None) -> Any:
    row = access.objective(request.member_scope, objective_id, right="steer")
    row = editing.restore(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return schemas.show_objective(row, request.member_scope)


@router.get(
    "/objectives/{objective_id}/contributions",
    response=list[schemas.ContributionOut],
    operation_id="list_contributions",
)
def list_contributions(request: Any, objective_id: UUID) -> Any:
    """The work that advances an objective, with how much of it is done."""
    row = access.objective(request.member_scope, objective_id)
    found = queries.contributions_to(request.member_scope, row)
    return [schemas.show_contribution(each) for each in found]


@router.post(
    "/objectives/{objective_id}/key-results",
    response={201: schemas.KeyResultOut},
    operation_id="add_key_result",
)
def add_key_result(request: Any, objective_id: UUID, body: schemas.KeyResultIn) -> Any:
    objective = access.objective(request.member_scope, objective_id, right="steer")
    row = actions.add_key_result(objective, fields=body.model_dump(), by=request.member_scope)
    return 201, schemas.show_key_result(row, request.member_scope)


@router.get("/key-results/{key_result_id}", response=schemas.KeyResultOut, operation_id="read_key_result")
def read_key_result(request: Any, key_result_id: UUID) -> Any:
    return schemas.show_key_result(
        access.key_result(request.member_scope, key_result_id), request.member_scope
    )


@router.patch("/key-results/{key_result_id}", response=schemas.KeyResultOut, operation_id="edit_key_result")
def edit_key_result(
    request: Any, key_result_id: UUID, body: schemas.KeyResultPatch, if_match: IfMatch = None
) -> Any:
    row = access.key_result(request.member_scope, key_result_id, right="steer")
    expected, fields = editing.expected_version(if_match), body.model_dump(exclude_unset=True)
    row = actions.revise_key_result(row, expected=expected, fields=fields, by=request.member_scope)
    return schemas.show_key_result(row, request.member_scope)


@router.post(
    "/key-results/{key_result_id}/archival", response=schemas.KeyResultOut, operation_id="archive_key_result"
)
def archive_key_result(request: Any, key_result_id: UUID, if_match: IfMatch = None) -> Any:
    row = access.key_result(request.member_scope, key_result_id, right="steer")
    row = editing.archive(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return schemas.show_key_result(row, request.member_scope)


@router.delete(
    "/key-results/{key_result_id}/archival", response=schemas.KeyResultOut, operation_id="restore_key_result"
)
def restore_key_result(request: Any, key_result_id: UUID, if_match: IfMatch = None) -> Any:
    row = access.key_result(request.member_scope, key_result_id, right="steer")
    row = editing.restore(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return schemas.show_key_result(row, request.member_scope)


@router.get(
    "/key-results/{key_result_id}/check-ins", response=Page[schemas.CheckInOut], operation_id="list_check_ins"
)
def list_check_ins(request: Any, key_result_id: UUID, cursor: str | None = None, limit: int = 50) -> Any:
    """Where the key result stood, newest first."""
    row = access.key_result(request.member_scope, key_result_id)
    return paging.page(queries.check_ins_of(row), schemas.show_check_in, cursor=cursor, limit=limit)


@router.post(
    "/key-results/{key_result_id}/check-ins", response={201: schemas.CheckInOut}, operation_id="check_in"
)
def check_in(request: Any, key_result_id: UUID, body: schemas.CheckInIn) -> Any:
    """Say where the key result stands today."""
    row = access.key_result(request.member_scope, key_result_id, right="contribute")
    seen = actions.check_in(
        row, value=body.value, confidence=body.confidence, note=body.note, by=request.member_scope
    )
    return 201, schemas.show_check_in(seen)
