"""Addresses of the stakeholder register and of sign-off."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Router

from northline.core import editing, paging
from northline.core.schemas import IfMatch, Page
from northline.products.access import product_for, readable_product
from northline.strategy.access import vision
from northline.strategy.canvases.access import canvas_version
from northline.strategy.stakeholders import access, actions, queries, schemas
from northline.strategy.stakeholders.documents import Document, of_canvas, of_vision

router = Router(tags=["stakeholders"])
ONE = "/stakeholders/{stakeholder_id}"
CANVAS = "/canvas-versions/{canvas_version_id}"


@router.get(
    "/products/{product_id}/stakeholders",
    response=list[schemas.RegisteredOut],
    operation_id="list_stakeholders",
)
def list_stakeholders(request: Any, product_id: UUID, archived: bool = False) -> Any:
    """The register, most power first, with what each was told last and what they said last."""
    product = readable_product(request.member_scope, product_id)
    rows = list(queries.stakeholders_of(product.pk, archived=archived))
    told, said = queries.last_tellings(rows), queries.last_verdicts(product.pk)
    return [
        schemas.show_registered(row, request.member_scope, told=told.get(row.pk), said=said.get(row.pk))
        for row in rows
    ]


@router.post(
    "/products/{product_id}/stakeholders",
    response={201: schemas.StakeholderOut},
    operation_id="register_stakeholder",
)
def register_stakeholder(request: Any, product_id: UUID, body: schemas.StakeholderIn) -> Any:
    product = product_for(request.member_scope, product_id, right="steer")
    row = actions.register_stakeholder(product, fields=_fields(body), by=request.member_scope)
    return 201, schemas.show_stakeholder(row, request.member_scope)


@router.get(ONE, response=schemas.StakeholderOut, operation_id="read_stakeholder")
def read_stakeholder(request: Any, stakeholder_id: UUID) -> Any:
    row = access.stakeholder(request.member_scope, stakeholder_id)
    return schemas.show_stakeholder(row, request.member_scope)


@router.patch(ONE, response=schemas.StakeholderOut, operation_id="edit_stakeholder")
def edit_stakeholder(
    request: Any, stakeholder_id: UUID, body: schemas.StakeholderPatch, if_match: IfMatch = None
) -> Any:
    row = access.stakeholder(request.member_scope, stakeholder_id, right="steer")
    expected = editing.expected_version(if_match)
    row = actions.revise_stakeholder(row, expected=expected, fields=_fields(body), by=request.member_scope)
    return schemas.show_stakeholder(row, request.member_scope)


@router.post(f"{ONE}/archival", response=schemas.StakeholderOut, operation_id="archive_stakeholder")
def archive_stakeholder(request: Any, stakeholder_id: UUID, if_match: IfMatch = None) -> Any:
    row = access.stakeholder(request.member_scope, stakeholder_id, right="steer")
    row = editing.archive(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return schemas.show_stakeholder(row, request.member_scope)


@router.delete(f"{ONE}/archival", response=schemas.StakeholderOut, operation_id="restore_stakeholder")
def restore_stakeholder(request: Any, stakeholder_id: UUID, if_match: IfMatch = None) -> Any:
    row = access.stakeholder(request.member_scope, stakeholder_id, right="steer")
    row = editing.restore(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return schemas.show_stakeholder(row, request.member_scope)


@router.get(f"{ONE}/tellings", response=Page[schemas.TellingOut], operation_id="list_tellings")
def list_tellings(request: Any, stakeholder_id: UUID, cursor: str | None = None, limit: int = 50) -> Any:
    """What a stakeholder was told, newest first."""
    row = access.stakeholder(request.member_scope, stakeholder_id)
    return paging.page(queries.tellings_of(row), schemas.show_telling, cursor=cursor, limit=limit)


@router.post(f"{ONE}/tellings", response={201: schemas.TellingOut}, operation_id="tell_stakeholder")
def tell_stakeholder(request: Any, stakeholder_id: UUID, body: schemas.TellingIn) -> Any:
    """Note what a stakeholder was told, how, and which version of the vision they saw."""
    row = access.stakeholder(request.member_scope, stakeholder_id, right="contribute")
    told = actions.tell(row, **body.model_dump(), by=request.member_scope)
    return 201, schemas.show_telling(told)


@router.get("/visions/{vision_id}/sign-off", response=schemas.SignOffOut | None, operation_id="read_sign_off")
def read_sign_off(request: Any, vision_id: UUID) -> Any:
    """Who agrees to this version, by its content; nothing where it was not put up."""
    return _shown(request, of_vision(vision(request.member_scope, vision_id)))


@router.post(
    "/visions/{vision_id}/sign-off", response={201: schemas.SignOffOut}, operation_id="ask_for_sign_off"
)
def ask_for_sign_off(request: Any, vision_id: UUID, body: schemas.SignOffIn) -> Any:
    """Put the version before those for whom something material changed."""
    row = vision(request.member_scope, vision_id, right="steer")
    actions.ask_for_sign_off(of_vision(row), material=body.material, by=request.member_scope)
    return 201, _shown(request, of_vision(row))


@router.post("/visions/{vision_id}/verdict", response={201: schemas.SignOffOut}, operation_id="give_verdict")
def give_verdict(request: Any, vision_id: UUID, body: schemas.VerdictIn) -> Any:
    """Agree, agree with a reservation, or object. It takes being asked, no role."""
    document = of_vision(vision(request.member_scope, vision_id))
    actions.give_verdict(document, **body.model_dump(), by=request.member_scope)
    return 201, _shown(request, document)


@router.get(f"{CANVAS}/sign-off", response=schemas.SignOffOut | None, operation_id="read_canvas_sign_off")
def read_canvas_sign_off(request: Any, canvas_version_id: UUID) -> Any:
    """Who agrees to this version, by its content; nothing where it was not put up."""
    return _shown(request, of_canvas(canvas_version(request.member_scope, canvas_version_id)))


@router.post(f"{CANVAS}/sign-off", response={201: schemas.SignOffOut}, operation_id="ask_for_canvas_sign_off")
def ask_for_canvas_sign_off(request: Any, canvas_version_id: UUID, body: schemas.SignOffIn) -> Any:
    """Put the version before those for whom something material changed."""
    row = canvas_version(request.member_scope, canvas_version_id, right="steer")
    actions.ask_for_sign_off(of_canvas(row), material=body.material, by=request.member_scope)
    return 201, _shown(request, of_canvas(row))


@router.post(f"{CANVAS}/verdict", response={201: schemas.SignOffOut}, operation_id="give_canvas_verdict")
def give_canvas_verdict(request: Any, canvas_version_id: UUID, body: schemas.VerdictIn) -> Any:
    """Agree, agree with a reservation, or object. It takes being asked, no role."""
    document = of_canvas(canvas_version(request.member_scope, canvas_version_id))
    actions.give_verdict(document, **body.model_dump(), by=request.member_scope)
    return 201, _shown(request, document)


def _shown(request: Any, document: Document) -> Any:
    found = queries.sign_off_of(document)
    return schemas.show_sign_off(found, request.member_scope) if found else None


def _fields(body: schemas.StakeholderIn | schemas.StakeholderPatch) -> dict[str, Any]:
    return body.model_dump(exclude_unset=isinstance(body, schemas.StakeholderPatch))
