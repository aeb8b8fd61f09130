"""A plan as a file: for other programs, or drawn on pages."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal
from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone

from northline import engine
from northline.core.exports.making import PDF, Made
from northline.core.listing.exporting.writing import KINDS_OF_FILE
from northline.core.refusal import Conflict, Refusal
from northline.core.scope import Place, Scope
from northline.delivery.item_types.queries import titles_of_types
from northline.delivery.models import Project, ResourceRate, WorkItem
from northline.delivery.raci.queries import circles_in, names_in
from northline.delivery.raci.rules import Said
from northline.formats import FormatError, ImportedPlan, TaskDetails
from northline.formats.detect import write_plan
from northline.formats.gantt import Unit, gantt_pages, gantt_picture
from northline.formats.roadmap import A3, A4, LETTER, PICTURES, TABLOID, bundled, pdf
from northline.scheduling.baselines.files import with_baselines
from northline.scheduling.baselines.queries import Moment, baseline_moment
from northline.scheduling.charting import charted
from northline.scheduling.compile import compiled
from northline.scheduling.exports import rules
from northline.scheduling.exports.own import bookings_of, names_of_owners, with_own, with_texts
from northline.scheduling.kept import kept_of
from northline.scheduling.plan import Plan, load
from northline.scheduling.programme.outside import is_outside
from northline.scheduling.rates import priced, rates_on

Format = Literal["mspdi", "xer", "xlsx", "csv", "json", "pdf", "png", "svg"]
Paper = Literal["a4", "a3", "letter", "tabloid"]
_WRITTEN: dict[str, tuple[str, str, str]] = {
    "mspdi": ("mspdi", "application/xml", "xml"),
    "xer": ("xer", "application/octet-stream", "xer"),
    "xlsx": ("xlsx", KINDS_OF_FILE["xlsx"], "xlsx"),
    "csv": ("csv", KINDS_OF_FILE["csv"], "csv"),
    "json": ("northline", "application/json", "json"),
}
NOBODY = Said()
_SIZES = {"a4": A4, "a3": A3, "letter": LETTER, "tabloid": TABLOID}


@dataclass(frozen=True, slots=True)
class Drawing:
    """How a plan is drawn: on which paper, by which unit of time, and beside which baseline."""

    paper: Paper = "a4"
    unit: Unit = "fit"
    baseline_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Ready:
    """A plan as it is to be written: with its people and its levelling, and what they cost only for whoever may know it."""

    code: str
    plan: Plan
    rates: dict[str, ResourceRate]
    drawing: Drawing
    agreed: Moment | None


def file_of(
    project: Project, scope: Scope, *, format: Format, drawing: Drawing, inline: bool = False
) -> HttpResponse:
    """The file of a plan that is quickly written.

    Raises Conflict `export.in_background` for a large one, and what `readied` and `made` raise.
    """
    size, most = (
        WorkItem.objects.filter(project=project, archived_at=None).count(),
        rules.most_at_once(format),
    )
    if size > most:
        raise Conflict(
            "export.in_background",
            f"{project.key} has {size:,} items. This file of more than {most:,} is made in the background: ask for it by "
            f"POST /api/projects/{project.pk}/plan/exports.",
        )
    return made(readied(project, scope, drawing=drawing), format=format).sent(inline=inline)


def readied(project: Project, scope: Scope, *, drawing: Drawing) -> Ready:
    """Read what a file of the plan takes. Raises NotFound where the baseline is none of the project's."""
    plan, agreed = load(project.pk), agreed_of(project, drawing)
    return Ready(project.code, plan, _rates(plan, project, scope), drawing, agreed)


def made(ready: Ready, *, format: str) -> Made:
    """The file. Raises Refusal with the engine's or the format's code where the plan cannot be computed or written."""
    make = _written if format in _WRITTEN else _drawn
    content, kind, ending = make(ready, format)
    return Made(content, kind, f"{ready.code}.{ending}")


def name_of(project: Project, format: str) -> str:
    """What the file is called until it is made, when several pictures may have become one ZIP."""
    return f"{project.code}.{_WRITTEN[format][2] if format in _WRITTEN else format}"


def _written(ready: Ready, format: str) -> tuple[bytes, str, str]:
    writer, kind, ending = _WRITTEN[format]
    try:
        told = written_plan(ready.plan, rates=ready.rates)
        if format == "json":
            told = with_own(told, ready.plan)
        elif format == "mspdi":
            told = with_texts(told, ready.plan)
        return write_plan(told, writer, schedule=engine.schedule(told.project)), kind, ending
    except (engine.PlanError, FormatError) as error:
        raise Refusal(error.code, f"{error.message} Nothing was exported.") from error


def agreed_of(project: Project, drawing: Drawing) -> Moment | None:
    """The baseline that the plan is drawn beside. Raises NotFound."""
    return None if drawing.baseline_id is None else baseline_moment(project, drawing.baseline_id)


def _drawn(ready: Ready, format: str) -> tuple[bytes, str, str]:
    now, plan, agreed, drawing = timezone.localtime(), ready.plan, ready.agreed, ready.drawing
    chart = charted(
        plan,
        kept_of(plan),
        agreed=agreed.items if agreed else (),
        agreed_as=agreed.title if agreed else "",
        today=now.date(),
        footer=f"As of {now:%d %b %Y, %H:%M}",
    )
    if format == "pdf":
        pages = gantt_pages(chart, size=_SIZES[drawing.paper], unit=drawing.unit)
        return pdf(pages, title=chart.title), PDF, "pdf"
    return bundled(gantt_picture(chart, unit=drawing.unit), PICTURES[format], format)


def written_plan(plan: Plan, *, rates: dict[str, ResourceRate]) -> ImportedPlan:
    """The plan as the formats take it."""
    outline = plan.outline()
    project = compiled(plan, outline, plan.live_links())
    types = titles_of_types(plan.project["workspace_id"]) if plan.is_typed() else {}
    circles = circles_in(plan.project["id"])
    names = names_in(plan.project["id"]) if circles else {}
    details = {
        plan.items[placed.id]["key"]: TaskDetails(
            row=number,
            wbs=placed.wbs,
            outline_number=placed.wbs,
            outline_level=placed.level,
            notes=plan.items[placed.id]["notes"],
            percent_complete=plan.items[placed.id]["percent_complete"],
            summary=placed.summary,
            item_type=types.get(plan.items[placed.id]["item_type_id"], ""),
            consulted=tuple(names[one] for one in circles.get(placed.id, NOBODY).consulted),
            informed=tuple(names[one] for one in circles.get(placed.id, NOBODY).informed),
        )
        for number, placed in enumerate(outline, 1)
    }
    resources = tuple(priced(found, rates.get(found.id)) for found in project.resources)
    owners = names_of_owners(plan)
    owned = {item["key"]: owners.get(item["owner_id"]) for item in plan.items.values()} if owners else {}
    tasks = [
        replace(task, name="An item of another project")
        if is_outside(task.id)
        else replace(task, owner=owned.get(task.id))
        for task in with_baselines(project.tasks, plan)
    ]
    return ImportedPlan(
        project=replace(project, resources=resources, tasks=tuple(tasks)),
        details=details,
        assignments=bookings_of(plan),
    )


def _rates(plan: Plan, project: Project, scope: Scope) -> dict[str, ResourceRate]:
    """What the plan's resources cost today, of those whose rates the reader may see."""
    rows = ResourceRate.objects.filter(resource__in=[row["id"] for row in plan.resources])
    if not scope.may("administer", Place()):
        # Of the workspace's people only admins know; of the project's own whoever plans it.
        if not scope.may("plan", project.place()):
            return {}
        rows = rows.filter(resource__project=project)
    return rates_on(date.today(), rows)
