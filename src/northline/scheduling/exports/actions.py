"""Files of large plans, made in the background."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from northline.core import jobs
from northline.core.exports import making
from northline.core.models import Export
from northline.core.scope import Scope
from northline.delivery import access as delivery
from northline.delivery.models import Project
from northline.scheduling import exporting

SORT = "plan"
# Reading the plan, writing the file, keeping it.
STEPS = 3


def ask(project: Project, *, format: exporting.Format, drawing: Mapping[str, Any], by: Scope) -> Export:
    """Have the plan written in the background. Raises NotFound for a baseline of elsewhere."""
    exporting.agreed_of(project, exporting.Drawing(**drawing))
    said = {name: str(value) for name, value in drawing.items() if value is not None}
    asked = {"project_id": str(project.pk), "format": format, "drawing": said}
    return making.ask(SORT, asked, name=exporting.name_of(project, format), by=by)


def _make(run: jobs.Run, scope: Scope, asked: making.Values) -> making.Made:
    run.report(0, of=STEPS, note="Reading the plan")
    drawing = exporting.Drawing(**asked["drawing"])
    ready = exporting.readied(_project(scope, asked), scope, drawing=drawing)
    run.report(1, of=STEPS, note="Writing the file")
    made = exporting.made(ready, format=asked["format"])
    run.report(2, of=STEPS, note="Keeping the file")
    return made


def _project(scope: Scope, asked: making.Values) -> Project:
    return delivery.project(scope, UUID(asked["project_id"]))


def register() -> None:
    making.register(SORT, making.Maker(_make, _project))
