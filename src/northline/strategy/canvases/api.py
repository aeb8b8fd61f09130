"""Addresses of canvases, their versions and statements."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Router

from northline.core import editing, paging
from northline.core.refusal import NotFound
from northline.core.schemas import IfMatch, Page
from northline.products.access import product_for, readable_product
from northline.strategy.canvases import access, actions, queries, rules, schemas
from northline.strategy.differences import box_differences

router = Router(tags=["canvases"])
ONE = "/canvases/{canvas_id}"
VERSION = "/canvas-versions/{canvas_version_id}"


@router.get("/products/{product_id}/canvases", response=list[schemas.CanvasOut], operation_id="list_canvases")
def list_canvases(request: Any, product_id: UUID, archived: bool = False) -> Any:
    """The canvases of a product, oldest first, with how their assumptions stand."""
    product = readable_product(request.member_scope, product_id)
    return schemas.show_canvases(queries.canvases_of(product.pk, archived=archived), request.member_scope)


@router.post("/canvases", response={201: schemas.CanvasOut}, operation_id="draw_canvas")
def draw_canvas(request: Any, body: schemas.CanvasIn) -> Any:
    """Begin a canvas after a template."""
    product = product_for(request.member_scope, body.product_id, right="steer")
    row = actions.draw_canvas(product, title=body.title, template=body.template, by=request.member_scope)
    return 201, schemas.show_canvas(row, request.member_scope)


@router.get(ONE, response=schemas.CanvasOut, operation_id="read_canvas")
def read_canvas(request: Any, canvas_id: UUID) -> Any:
    return schemas.show_canvas(access.canvas(request.member_scope, canvas_id), request.member_scope)


@router.patch(ONE, response=schemas.CanvasOut, operation_id="edit_canvas")
def edit_canvas(request: Any, canvas_id: UUID, body: schemas.CanvasPatch, if_match: IfMatch = None) -> Any:
    row = access.canvas(request.member_scope, canvas_id, right="steer")
    expected, fields = editing.expected_version(if_match), body.model_dump(exclude_unset=True)
    row = editing.revise(row, expected=expected, fields=fields, by=request.member_scope)
    return schemas.show_canvas(row, request.member_scope)


@router.post(f"{ONE}/archival", response=schemas.CanvasOut, operation_id="archive_canvas")
def archive_canvas(request: Any, canvas_id: UUID, if_match: IfMatch = None) -> Any:
    row = access.canvas(request.member_scope, canvas_id, right="steer")
    row = editing.archive(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return schemas.show_canvas(row, request.member_scope)


@router.delete(f"{ONE}/archival", response=schemas.CanvasOut, operation_id="restore_canvas")
def restore_canvas(request: Any, canvas_id: UUID, if_match: IfMatch = None) -> Any:
    row = access.canvas(request.member_scope, canvas_id, right="steer")
    row = editing.restore(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return schemas.show_canvas(row, request.member_scope)


@router.get(f"{ONE}/versions", response=Page[schemas.CanvasVersionOut], operation_id="list_canvas_versions")
def list_canvas_versions(request: Any, canvas_id: UUID, cursor: str | None = None, limit: int = 50) -> Any:
    """Every version of a canvas, newest first, with today's evidence for and against its statements."""
    canvas = access.canvas(request.member_scope, canvas_id)
    page = paging.page(
        queries.versions_of(canvas), lambda row: row, cursor=cursor, limit=limit, order="-number"
    )
    return page | {"items": schemas.show_versions(page["items"], request.member_scope)}


@router.post(f"{ONE}/versions", response={201: schemas.CanvasVersionOut}, operation_id="write_canvas_version")
def write_canvas_version(request: Any, canvas_id: UUID, body: schemas.VersionIn) -> Any:
    """Write the next version of a canvas."""
    canvas = access.canvas(request.member_scope, canvas_id, right="steer")
    row = actions.write_version(
        canvas, boxes=body.thoughts(), note=body.note, based_on=body.based_on, by=request.member_scope
    )
    return 201, schemas.show_version(row, request.member_scope)


@router.get(VERSION, response=schemas.CanvasVersionOut, operation_id="read_canvas_version")
def read_canvas_version(request: Any, canvas_version_id: UUID) -> Any:
    row = access.canvas_version(request.member_scope, canvas_version_id)
    return schemas.show_version(row, request.member_scope)


@router.get(
    f"{VERSION}/differences",
    response=schemas.VersionDifferencesOut,
    operation_id="compare_canvas_versions",
)
def compare_canvas_versions(request: Any, canvas_version_id: UUID, since: UUID) -> Any:
    """What came and went from the version `since` to this one, box by box and word by word."""
    row = access.canvas_version(request.member_scope, canvas_version_id)
    old = access.canvas_version(request.member_scope, since)
    if old.canvas_id != row.canvas_id:
        raise NotFound("canvas version")
    boxes = box_differences(
        rules.TEMPLATES[row.canvas.template], queries.said_in(old.boxes), queries.said_in(row.boxes)
    )
    return schemas.show_differences(old.number, row.number, boxes)


@router.get("/statements/{statement_id}", response=schemas.StatementOut, operation_id="read_statement")
def read_statement(request: Any, statement_id: UUID) -> Any:
    """One statement of a canvas, with how it stands to its evidence."""
    return schemas.show_statement(access.statement(request.member_scope, statement_id), request.member_scope)
