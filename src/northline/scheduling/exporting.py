"""A plan as a file for other programs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Literal

from django.http import HttpResponse

from northline import engine
from northline.core.refusal import Refusal
from northline.core.scope import Place, Scope
from northline.delivery.models import Project, ResourceRate
from northline.formats import FormatError, ImportedPlan, TaskDetails, mspdi, native, xer
from northline.scheduling.baselines.files import with_baselines
from northline.scheduling.compile import compiled
from northline.scheduling.plan import Plan, load
from northline.scheduling.rates import priced, rates_on

Format = Literal["mspdi", "xer", "json"]
_WRITERS: dict[str, tuple[Callable[[ImportedPlan], bytes], str, str]] = {
    "mspdi": (mspdi.write, "application/xml", "xml"),
    "xer": (xer.write, "application/octet-stream", "xer"),
    "json": (native.write, "application/json", "json"),
}


def file_of(project: Project, scope: Scope, *, format: Format) -> HttpResponse:
    """The plan with its people and its levelling; what they cost only for whoever may know it.

    Raises Refusal with the engine's or the format's code where the plan cannot be computed or written.
    """
    plan = load(project.pk)
    write, kind, ending = _WRITERS[format]
    try:
        made = write(written_plan(plan, rates=_rates(plan, project, scope)))
    except (engine.PlanError, FormatError) as error:
        raise Refusal(error.code, f"{error.message} Nothing was exported.") from error
    response = HttpResponse(made, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{project.code}.{ending}"'
    return response


def written_plan(plan: Plan, *, rates: dict[str, ResourceRate]) -> ImportedPlan:
    """The plan as the formats take it."""
    outline = plan.outline()
    project = compiled(plan, outline, plan.live_links())
    details = {
        plan.items[placed.id]["key"]: TaskDetails(
            row=number,
            wbs=placed.wbs,
            outline_number=placed.wbs,
            outline_level=placed.level,
            notes=plan.items[placed.id]["notes"],
            percent_complete=plan.items[placed.id]["percent_complete"],
            summary=placed.summary,
        )
        for number, placed in enumerate(outline, 1)
    }
    resources = tuple(priced(found, rates.get(found.id)) for found in project.resources)
    tasks = with_baselines(project.tasks, plan)
    return ImportedPlan(project=replace(project, resources=resources, tasks=tasks), details=details)


def _rates(plan: Plan, project: Project, scope: Scope) -> dict[str, ResourceRate]:
    """What the plan's resources cost today, of those whose rates the reader may see."""
    rows = ResourceRate.objects.filter(resource__in=[row["id"] for row in plan.resources])
    if not scope.may("administer", Place()):
        # Of the workspace's people only admins know; of the project's own whoever plans it.
        if not scope.may("plan", project.place()):
            return {}
        rows = rows.filter(resource__project=project)
    return rates_on(date.today(), rows)
