"""What is asked of a plan's file."""

from __future__ import annotations

from uuid import UUID

from northline.core.schemas import In
from northline.formats.gantt import Unit
from northline.scheduling.exporting import Format, Paper


class PlanExportIn(In):
    """`paper`, `unit` and `baseline_id` are of drawings."""

    format: Format = "mspdi"
    paper: Paper = "a4"
    unit: Unit = "fit"
    baseline_id: UUID | None = None
