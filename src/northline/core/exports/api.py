"""Addresses of files that are made in the background."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from ninja import Router

from northline.core.exports import making
from northline.core.models import Export
from northline.core.schemas import Out

router = Router(tags=["core"])
HERE = "/exports/{uuid:export_id}"


class ExportOut(Out):
    """A file that is made, or being made by the job; it is kept for a day."""

    id: UUID
    job: UUID | None
    name: str
    made_at: datetime | None


def show_export(row: Export) -> dict[str, Any]:
    return {name: getattr(row, name) for name in ("id", "name", "made_at")} | {"job": row.job_id}


@router.get(HERE, response=ExportOut, operation_id="read_export")
def read_export(request: Any, export_id: UUID) -> Any:
    """Whether a file that you asked for is made."""
    return show_export(making.own_export(request.member_scope, export_id))


@router.get(f"{HERE}/file", response=bytes, operation_id="download_export")
def download_export(request: Any, export_id: UUID, inline: bool = False) -> Any:
    """The file that you asked for, once it is made; `inline` has a browser show a PDF instead of keeping it."""
    return making.made_of(making.own_export(request.member_scope, export_id)).sent(inline=inline)
