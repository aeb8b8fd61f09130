"""What exports in the background look like."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from northline.core.schemas import In, Out
from northline.formats.gantt import Unit
from northline.scheduling.exporting import Format, Paper
from northline.scheduling.models import PlanExport


class PlanExportIn(In):
    """`paper`, `unit` and `baseline_id` are of drawings."""

    format: Format = "mspdi"
    paper: Paper = "a4"
    unit: Unit = "fit"
    baseline_id: UUID | None = None


class PlanExportOut(Out):
    """A file that is made, or being made by the job; it is kept for a day."""

    id: UUID
    project_id: UUID
    format: Format
    job: UUID | None
    name: str
    made_at: datetime | None


def show_export(row: PlanExport) -> dict[str, Any]:
    names = ("id", "project_id", "format", "name", "made_at")
    return {name: getattr(row, name) for name in names} | {"job": row.job_id}
