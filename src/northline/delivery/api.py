"""Addresses of projects, charters and imports of plans."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import File, Form, Router
from ninja.files import UploadedFile

from northline.core import editing, paging
from northline.core.schemas import IfMatch, Line, Page
from northline.delivery import access, actions, chartering, importing, queries, schemas
from northline.delivery.models import Charter

router = Router(tags=["delivery"])


@router.get("/projects", response=Page[schemas.ProjectOut], operation_id="list_projects")
def list_projects(
    request: Any,
    product_id: UUID | None = None,
    archived: bool = False,
    cursor: str | None = None,
    limit: int = 50,
) -> Any:
    """The projects you may see, newest first."""
    rows = queries.projects(request.member_scope, product_id=product_id, archived=archived)
    return paging.page(
        rows, lambda row: schemas.show_project(row, request.member_scope), cursor=cursor, limit=limit
    )


@router.post("/projects", response={201: schemas.ProjectOut}, operation_id="start_project")
def start_project(request: Any, body: schemas.ProjectIn) -> Any:
    """Start an empty project; you become its project manager."""
    row = actions.start_project(**body.model_dump(), by=request.member_scope)
    return 201, _managed(schemas.show_project(row, request.member_scope))


def _managed(shown: dict[str, Any]) -> dict[str, Any]:
    """The request's scope was read before its member became the project's manager."""
    return shown | {"can": dict.fromkeys(shown["can"], True)}


@router.get("/projects/{uuid:project_id}", response=schemas.ProjectOut, operation_id="read_project")
def read_project(request: Any, project_id: UUID) -> Any:
    return schemas.show_project(access.project(request.member_scope, project_id), request.member_scope)


@router.patch("/projects/{uuid:project_id}", response=schemas.ProjectOut, operation_id="edit_project")
def edit_project(request: Any, project_id: UUID, body: schemas.ProjectPatch, if_match: IfMatch = None) -> Any:
    """Change a project; new dates are computed at once where they depend on it."""
    row = access.project(request.member_scope, project_id, right="plan")
    fields = body.model_dump(exclude_unset=True)
    row = actions.revise_project(
        row, expected=editing.expected_version(if_match), fields=fields, by=request.member_scope
    )
    return schemas.show_project(row, request.member_scope)


@router.post(
    "/projects/{uuid:project_id}/archival", response=schemas.ProjectOut, operation_id="archive_project"
)
def archive_project(request: Any, project_id: UUID, if_match: IfMatch = None) -> Any:
    row = access.project(request.member_scope, project_id, right="plan")
    row = editing.archive(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return schemas.show_project(row, request.member_scope)


@router.delete(
    "/projects/{uuid:project_id}/archival", response=schemas.ProjectOut, operation_id="restore_project"
)
def restore_project(request: Any, project_id: UUID, if_match: IfMatch = None) -> Any:
    row = access.project(request.member_scope, project_id, right="plan")
    row = editing.restore(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return schemas.show_project(row, request.member_scope)


@router.get(
    "/initiatives/{initiative_id}/charters", response=list[schemas.CharterOut], operation_id="list_charters"
)
def list_charters(request: Any, initiative_id: UUID) -> Any:
    """The charters of an initiative that you may see, newest first."""
    initiative = access.initiative(request.member_scope, initiative_id)
    rows = Charter.objects.filter(initiative=initiative).order_by("-created_at")
    return [schemas.show_charter(row, request.member_scope) for row in rows]


@router.post(
    "/initiatives/{initiative_id}/charters",
    response={201: schemas.CharterOut},
    operation_id="propose_charter",
)
def propose_charter(request: Any, initiative_id: UUID, body: schemas.CharterIn) -> Any:
    """Offer an initiative to a project."""
    initiative = access.initiative(request.member_scope, initiative_id, right="plan")
    row = chartering.propose(initiative, terms=body.model_dump(), by=request.member_scope)
    return 201, schemas.show_charter(row, request.member_scope)


@router.get("/charters/{charter_id}", response=schemas.CharterOut, operation_id="read_charter")
def read_charter(request: Any, charter_id: UUID) -> Any:
    return schemas.show_charter(access.charter(request.member_scope, charter_id), request.member_scope)


@router.patch("/charters/{charter_id}", response=schemas.CharterOut, operation_id="edit_charter")
def edit_charter(request: Any, charter_id: UUID, body: schemas.CharterPatch, if_match: IfMatch = None) -> Any:
    """Change the terms of a charter that nobody has answered yet."""
    row = access.charter(request.member_scope, charter_id, right="plan")
    fields = body.model_dump(exclude_unset=True)
    row = chartering.revise(
        row, expected=editing.expected_version(if_match), fields=fields, by=request.member_scope
    )
    return schemas.show_charter(row, request.member_scope)


@router.post("/charters/{charter_id}/acceptance", response=schemas.CharterOut, operation_id="accept_charter")
def accept_charter(request: Any, charter_id: UUID, if_match: IfMatch = None) -> Any:
    row = access.charter(request.member_scope, charter_id)
    row = chartering.accept(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return schemas.show_charter(row, request.member_scope)


@router.post("/charters/{charter_id}/decline", response=schemas.CharterOut, operation_id="decline_charter")
def decline_charter(request: Any, charter_id: UUID, body: schemas.Decline, if_match: IfMatch = None) -> Any:
    row = access.charter(request.member_scope, charter_id)
    expected = editing.expected_version(if_match)
    return schemas.show_charter(
        chartering.decline(row, expected=expected, reason=body.reason, by=request.member_scope),
        request.member_scope,
    )


@router.post("/projects/imports", response={202: schemas.ImportOut}, operation_id="import_plan")
def import_plan(
    request: Any,
    file: UploadedFile | None = File(None),  # type: ignore[type-arg]  # noqa: B008 - ninja's way
    title: Line = Form(""),  # type: ignore[type-arg]  # noqa: B008 - Form[Line] would lose the default
    code: Form[str] = "",
    product_id: Form[UUID | None] = None,
) -> Any:
    """Upload a plan file (Microsoft Project's XML). A job reads it; look at the import until it is ready."""
    cut = getattr(request, "upload_cut", False)
    row = importing.take_in(
        file, cut=cut, title=title, code=code, product_id=product_id, by=request.member_scope
    )
    return 202, schemas.show_import(row)


@router.get("/imports/{import_id}", response=schemas.ImportOut, operation_id="read_import")
def read_import(request: Any, import_id: UUID) -> Any:
    return schemas.show_import(access.own_import(request.member_scope, import_id))


@router.post(
    "/imports/{import_id}/confirmation", response={202: schemas.ImportOut}, operation_id="confirm_import"
)
def confirm_import(request: Any, import_id: UUID, body: schemas.Confirmation | None = None) -> Any:
    """Make the plan that was read a project."""
    row = access.own_import(request.member_scope, import_id)
    given = body.model_dump(exclude_none=True) if body else {}
    return 202, schemas.show_import(importing.confirm(row, given=given, by=request.member_scope))


@router.delete("/imports/{import_id}", response={204: None}, operation_id="drop_import")
def drop_import(request: Any, import_id: UUID) -> Any:
    """Forget the import and its file."""
    importing.drop(access.own_import(request.member_scope, import_id), by=request.member_scope)
    return 204, None
