"""Addresses of files that are made in the background."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from ninja import Router

from northline.core.exports import making
from northline.core.models import Export, Job
from northline.core.schemas import Out

router = Router(tags=["core"])
HERE = "/exports/{uuid:export_id}"


class ExportOut(Out):
    """A file that is made, or being made by the job; it is kept for a day."""

    id: UUID
    job: UUID | None
    state: Job.State
    name: str
    asked_at: datetime
    made_at: datetime | None


def show_export(row: Export) -> dict[str, Any]:
    state = row.job.state if row.job else Job.State.DONE if row.made_at else Job.State.FAILED
    told = {name: getattr(row, name) for name in ("id", "name", "made_at")}
    return told | {"job": row.job_id, "state": state, "asked_at": row.created_at}


@router.get("/exports", response=list[ExportOut], operation_id="list_exports")
def list_exports(request: Any) -> Any:
    """The files that you had made in the background within a day, newest first."""
    return [show_export(row) for row in making.own_exports(request.member_scope)]


@router.get(HERE, response=ExportOut, operation_id="read_export")
def read_export(request: Any, export_id: UUID) -> Any:
    """Whether a file that you asked for is made."""
    return show_export(making.own_export(request.member_scope, export_id))


@router.get(f"{HERE}/file", response=bytes, operation_id="download_export")
def download_export(request: Any, export_id: UUID, inline: bool = False) -> Any:
    """The file that you asked for, once it is made; `inline` has a browser show a PDF instead of keeping it."""
    return making.made_of(making.own_export(request.member_scope, export_id)).sent(inline=inline)
