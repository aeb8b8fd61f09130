"""Addresses of plans, their edits and their forecasts."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Router

from northline.core import paging
from northline.core.edge import written
from northline.core.refusal import NotFound
from northline.core.schemas import Page
from northline.delivery import access
from northline.delivery.queries import projects
from northline.engine import DateKind
from northline.formats.gantt import Unit
from northline.products.access import readable_product
from northline.scheduling import actions, chances, explaining, exporting, linting, queries, schemas
from northline.scheduling.edits import PlanEdits

router = Router(tags=["scheduling"])


@router.get("/projects/{uuid:project_id}/plan", response=schemas.PlanOut, operation_id="read_plan")
def read_plan(request: Any, project_id: UUID) -> Any:
    """The whole plan with its computed dates and its forecast."""
    project = access.project(request.member_scope, project_id)
    return written(queries.plan_to_send(project, request.member_scope))


@router.post("/projects/{uuid:project_id}/plan-edits", response=schemas.EditedOut, operation_id="edit_plan")
def edit_plan(
    request: Any, project_id: UUID, body: PlanEdits, preview: bool = False, brief: bool = False
) -> Any:
    """Edit the plan: one transaction, one change, one undo. `?preview=true` answers the same and saves nothing;
    `?brief=true` is for who has the plan as it was, and says of what moved only where to."""
    edited = actions.edit_plan(
        project_id, edits=body.edits, reason=body.reason, preview=preview, by=request.member_scope
    )
    return written(queries.edited_answer(edited, brief=brief))


@router.get(
    "/projects/{uuid:project_id}/forecast", response=schemas.ForecastOut, operation_id="read_forecast"
)
def read_forecast(request: Any, project_id: UUID) -> Any:
    """The chance of every finish date, what drives it, what risks cost, and which dates of other projects are uncertain."""
    scope = request.member_scope
    forecast = queries.forecast_of(access.project(scope, project_id), scope)
    if forecast is None:
        raise NotFound("forecast")
    return forecast


@router.get(
    "/project-forecasts",
    response=Page[schemas.ProjectForecast],
    operation_id="list_project_forecasts",
)
def list_project_forecasts(
    request: Any,
    product_id: UUID | None = None,
    archived: bool = False,
    cursor: str | None = None,
    limit: int = 50,
) -> Any:
    """When the projects you may see end, and how sure that is: the same projects, page by page, as their list."""
    rows = projects(request.member_scope, product_id=product_id, archived=archived)
    page = paging.page(rows, lambda row: row, cursor=cursor, limit=limit)
    return page | {"items": chances.forecasts_of_projects(page["items"])}


@router.get("/projects/{uuid:project_id}/findings", response=schemas.PlanLintOut, operation_id="lint_plan")
def lint_plan(request: Any, project_id: UUID) -> Any:
    """What is wrong with the plan, by the DCMA's fourteen points and rules of breakdown and logic, with the edits that mend it."""
    return written(linting.findings_to_send(access.project(request.member_scope, project_id)))


@router.get("/projects/{uuid:project_id}/plan/file", response=bytes, operation_id="export_plan")
def export_plan(
    request: Any,
    project_id: UUID,
    format: exporting.Format = "mspdi",
    paper: exporting.Paper = "a4",
    unit: Unit = "fit",
    baseline_id: UUID | None = None,
    inline: bool = False,
) -> Any:
    """The plan as a file: Microsoft Project's XML, Primavera's XER, a table as XLSX or CSV, Northline's own JSON; or drawn as PDF, PNG, SVG.

    `paper`, `unit` and `baseline_id` are of drawings: with `fit` all the time lies on one page, else it goes on over
    pages on which that unit can be read. `inline` has a browser show the PDF instead of keeping it.
    """
    project = access.project(request.member_scope, project_id)
    drawing = exporting.Drawing(paper=paper, unit=unit, baseline_id=baseline_id)
    return exporting.file_of(project, request.member_scope, format=format, drawing=drawing, inline=inline)


@router.get("/work-items/{item_id}", response=schemas.WorkItemPage, operation_id="read_work_item")
def read_work_item(request: Any, item_id: UUID) -> Any:
    """A work item with its project, links, people and dates."""
    return queries.work_item_page(access.work_item(request.member_scope, item_id), request.member_scope)


@router.get("/work-items/{item_id}/explanation", response=schemas.ExplanationOut, operation_id="explain_date")
def explain_date(request: Any, item_id: UUID, date: DateKind = DateKind.START) -> Any:
    """Why a date of a work item is where it is, step by step, and which edits would move it by how much."""
    scope = request.member_scope
    return written(explaining.explanation_of(access.work_item(scope, item_id), date, scope))


@router.get(
    "/products/{product_id}/forecasts",
    response=list[schemas.InitiativeForecast],
    operation_id="list_forecasts",
)
def list_forecasts(request: Any, product_id: UUID) -> Any:
    """The chances of a product's initiatives, by the plans that realise them."""
    readable_product(request.member_scope, product_id)
    return chances.forecasts_of_product(request.member_scope, product_id)
