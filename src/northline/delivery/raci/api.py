"""Addresses of who is what of a project's work items."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from django.utils import timezone
from ninja import Query, Router

from northline.core.exports.matrices import drawn
from northline.core.listing.exporting.sending import sent
from northline.core.listing.exporting.writing import KINDS_OF_FILE, written
from northline.core.schemas import In
from northline.delivery import access
from northline.delivery.raci import schemas
from northline.delivery.raci.actions import Circled, put_together
from northline.delivery.raci.queries import Asked, Matrix, lines_of, matrix_of, of_items, table_of

router = Router(tags=["tracking"])
HERE = "/projects/{uuid:project_id}/responsibilities"
MOST = 500


class RaciFilters(In):
    """`person_id` is a member, or a resource that stands for none; `under` an item of the breakdown with all below it."""

    person_id: UUID | None = None
    gaps: bool = False
    under: UUID | None = None
    open: bool = False
    q: str = ""

    def asked(self) -> Asked:
        return Asked(self.person_id, self.gaps, self.under, self.open, self.q)


Filters = Annotated[RaciFilters, Query()]


@router.get(HERE, response=schemas.ProjectRaciOut, operation_id="read_project_responsibilities")
def read_project_responsibilities(
    request: Any,
    project_id: UUID,
    filters: Filters,
    start: Annotated[int, Query(ge=0)] = 0,
    limit: Annotated[int, Query(ge=1, le=MOST)] = 200,
) -> Any:
    """Who owns each item of a project, works on it, is asked before and told after; a page from line `start` on."""
    scope = request.member_scope
    project = access.project(scope, project_id)
    matrix = matrix_of(project, filters.asked())
    may = project.archived_at is None and scope.may("plan", project.place())
    return _shown(matrix, start, limit, can={"edit": may})


@router.get(f"{HERE}/export", operation_id="export_project_responsibilities")
def export_project_responsibilities(
    request: Any, project_id: UUID, filters: Filters, format: str = "csv"
) -> Any:
    """The matrix of the project's items and people as csv, xlsx, json or vector pdf."""
    project = access.project(request.member_scope, project_id)
    matrix = matrix_of(project, filters.asked())
    name = f"{project.code}-responsibilities-{timezone.localdate().isoformat()}"
    if format == "pdf":
        title = f"Responsibilities in {project.title}"
        people = [person.name for person in matrix.people]
        return drawn(title, people=people, lines=lines_of(matrix), name=name).sent(inline=False)
    fields, rows = table_of(matrix)
    file = written(fields, rows, format=format)
    return sent(request, file, name=f"{name}.{format}", content_type=KINDS_OF_FILE[format])


@router.put(HERE, response=list[schemas.RaciLineOut], operation_id="name_circles")
def name_circles(request: Any, project_id: UUID, body: schemas.CirclesIn) -> Any:
    """Say who is asked before and told after of some items: all or none. Answers their lines."""
    scope = request.member_scope
    project = access.project(scope, project_id, right="plan")
    circles = [Circled(one.item_id, one.said(), one.version) for one in body.items]
    put_together(project, circles=circles, by=scope)
    return [schemas.show_line(line) for line in of_items(project, (one.item_id for one in circles))]


@router.get("/work-items/{uuid:item_id}/circle", response=schemas.CircleOut, operation_id="read_item_circle")
def read_item_circle(request: Any, item_id: UUID) -> Any:
    """Who is asked before and told after of one item."""
    scope = request.member_scope
    return schemas.show_circle(access.work_item(scope, item_id), scope)


def _shown(matrix: Matrix, start: int, limit: int, *, can: dict[str, bool]) -> dict[str, Any]:
    end = start + limit
    return {
        "people": schemas.show_people(matrix.people),
        "items": [schemas.show_line(line) for line in matrix.lines[start:end]],
        "total": len(matrix.lines),
        "next": str(end) if end < len(matrix.lines) else None,
        "can": can,
    }
