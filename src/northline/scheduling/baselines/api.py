"""Addresses of baselines and of comparisons."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from ninja import Router

from northline.core import editing
from northline.core.edge import written
from northline.core.listing.exporting.sending import sent
from northline.core.listing.exporting.writing import KINDS_OF_FILE
from northline.core.schemas import IfMatch
from northline.delivery.access import project as readable_project
from northline.scheduling.baselines import access, actions, queries
from northline.scheduling.baselines.schemas import (
    BaselineIn,
    BaselineOut,
    BaselinePatch,
    MomentsCompared,
    show_baseline,
)

router = Router(tags=["scheduling"])
OF_PROJECT = "/projects/{uuid:project_id}"
HERE = "/baselines/{baseline_id}"


@router.post(f"{OF_PROJECT}/baselines", response={201: BaselineOut}, operation_id="set_baseline")
def set_baseline(request: Any, project_id: UUID, body: BaselineIn) -> Any:
    """Freeze the schedule as it is now."""
    row = actions.set_baseline(project_id, title=body.title, note=body.note, by=request.member_scope)
    return 201, show_baseline(row, request.member_scope)


@router.get(f"{OF_PROJECT}/baselines", response=list[BaselineOut], operation_id="list_baselines")
def list_baselines(request: Any, project_id: UUID, archived: bool = False) -> Any:
    """The baselines of a project, newest first; the deleted ones where asked for."""
    project = readable_project(request.member_scope, project_id)
    return [
        show_baseline(row, request.member_scope) for row in queries.baselines_of(project, archived=archived)
    ]


@router.get(HERE, response=BaselineOut, operation_id="read_baseline")
def read_baseline(request: Any, baseline_id: UUID) -> Any:
    return show_baseline(access.baseline(request.member_scope, baseline_id), request.member_scope)


@router.patch(HERE, response=BaselineOut, operation_id="edit_baseline")
def edit_baseline(request: Any, baseline_id: UUID, body: BaselinePatch, if_match: IfMatch = None) -> Any:
    """Name it otherwise, or say more about it; what it froze stays."""
    row = access.baseline(request.member_scope, baseline_id, right="plan")
    fields = body.model_dump(exclude_unset=True)
    row = editing.revise(
        row, expected=editing.expected_version(if_match), fields=fields, by=request.member_scope
    )
    return show_baseline(row, request.member_scope)


@router.post(f"{HERE}/archival", response=BaselineOut, operation_id="archive_baseline")
def archive_baseline(request: Any, baseline_id: UUID, if_match: IfMatch = None) -> Any:
    """Delete a baseline; it can be brought back."""
    row = access.baseline(request.member_scope, baseline_id, right="plan")
    row = editing.archive(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return show_baseline(row, request.member_scope)


@router.delete(f"{HERE}/archival", response=BaselineOut, operation_id="restore_baseline")
def restore_baseline(request: Any, baseline_id: UUID, if_match: IfMatch = None) -> Any:
    row = access.baseline(request.member_scope, baseline_id, right="plan")
    row = editing.restore(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return show_baseline(row, request.member_scope)


@router.get(f"{OF_PROJECT}/comparison", response=MomentsCompared, operation_id="compare_moments")
def compare_moments(
    request: Any,
    project_id: UUID,
    baseline_id: UUID | None = None,
    day: date | None = None,
    to_baseline_id: UUID | None = None,
    to_day: date | None = None,
) -> Any:
    """What is different now, or at another moment, from a baseline or from the end of a day that is past."""
    project = readable_project(request.member_scope, project_id)
    found = queries.comparison(
        project, baseline_id=baseline_id, day=day, to_baseline_id=to_baseline_id, to_day=to_day
    )
    return written(found)


@router.get(f"{OF_PROJECT}/comparison/file", operation_id="export_moments")
def export_moments(
    request: Any,
    project_id: UUID,
    baseline_id: UUID | None = None,
    day: date | None = None,
    to_baseline_id: UUID | None = None,
    to_day: date | None = None,
    moved: bool = False,
    format: str = "csv",
) -> Any:
    """The same as CSV, XLSX or JSON; with `moved` without the items that stand as they stood."""
    project = readable_project(request.member_scope, project_id)
    found = queries.comparison(
        project, baseline_id=baseline_id, day=day, to_baseline_id=to_baseline_id, to_day=to_day
    )
    file = queries.comparison_file(found, moved=moved, format=format)
    name = f"{project.code}-variance.{format}".lower()
    return sent(request, file, name=name, content_type=KINDS_OF_FILE[format])
