"""The lists of scheduling: projects with their dates, and the baselines and scenarios of a project, a product or the workspace."""

from __future__ import annotations

from typing import Any

from django.db.models import Case, Exists, F, FloatField, OuterRef, QuerySet, Subquery, Sum, Value, When
from django.db.models.functions import NullIf

from northline.core.listing.listings import Field, Listing, register
from northline.core.scope import Scope
from northline.delivery import actions
from northline.delivery.models import Project
from northline.delivery.queries import leaves
from northline.delivery.schemas import ProjectOut, ProjectPatch
from northline.scheduling.baselines.schemas import BaselineOut, BaselinePatch
from northline.scheduling.models import Baseline, SavedForecast, SavedSchedule, Scenario
from northline.scheduling.scenarios.schemas import ScenarioOut, ScenarioPatch


def _revise(row: Project, *, expected: int, fields: dict[str, Any], by: Scope, reason: str = "") -> Project:
    return actions.revise_project(row, expected=expected, fields=fields, by=by)


def _work() -> QuerySet[Any]:
    """The live tasks and milestones of the project of a row."""
    return leaves().filter(project=OuterRef("pk"), archived_at=None, active=True).order_by()


def _of(table: type[SavedSchedule | SavedForecast], column: str) -> Subquery:
    return Subquery(table.objects.filter(pk=OuterRef("pk")).values(column))


_BEGUN, _OPEN = _work().exclude(percent_complete=0), _work().exclude(percent_complete=100)
_STATE = Case(
    When(~Exists(_work()), then=Value("empty")),
    When(~Exists(_OPEN), then=Value("finished")),
    When(Exists(_BEGUN), then=Value("under_way")),
    default=Value("planned"),
)
_EFFORT = Sum(F("duration_minutes"), output_field=FloatField())
_DONE = Sum(F("duration_minutes") * F("percent_complete") / 100.0, output_field=FloatField())
_SHARE = Subquery(_work().values("project").annotate(share=_DONE / NullIf(_EFFORT, 0.0)).values("share"))
PROJECTS = Listing(
    "project",
    rows=lambda: Project.objects.select_related("product"),
    out=ProjectOut,
    fields=(
        Field("code", "text"),
        Field("state", "choice", value=_STATE, options=("empty", "planned", "under_way", "finished")),
        Field(
            "done",
            "number",
            value=_SHARE,
            sums=False,
            description="Share of the effort, 0 to 1.",
        ),
        Field("start", "date", text_date=True, writes="start"),
        Field("finish", "date", label="Planned finish", value=_of(SavedSchedule, "finish"), text_date=True),
        Field("p50", "date", label="Likely finish", value=_of(SavedForecast, "p50"), text_date=True),
        Field("p85", "date", label="Finish, 85 % sure", value=_of(SavedForecast, "p85"), text_date=True),
        Field("deadline", "date", text_date=True, writes="deadline"),
        Field(
            "chance",
            "number",
            label="Chance in time",
            value=_of(SavedForecast, "probability_on_time"),
            sums=False,
            description="Of the deadline, 0 to 1.",
        ),
        Field("status_date", "date", text_date=True, writes="status_date"),
        Field("calendar", "reference", of="calendar", writes="calendar_id", description="Its working time."),
    ),
    patch=ProjectPatch,
    revise=_revise,
    project="pk",
)
WHERE = (
    Field("project", "reference", of="project"),
    Field("product", "reference", path="project__product", of="product"),
)
BASELINES = Listing(
    "baseline",
    rows=lambda: Baseline.objects.select_related("project__product", "taken_by").defer("items"),
    out=BaselineOut,
    fields=(
        Field("note", "text", writes="note", sorts=False),
        Field("start", "date", text_date=True),
        Field("finish", "date", text_date=True),
        Field("probability", "number", label="Chance of the deadline", sums=False),
        Field("item_count", "number", label="Items"),
        Field("taken_by", "person", label="Set by"),
        *WHERE,
    ),
    patch=BaselinePatch,
    product="project__product_id",
    project="project_id",
)
SCENARIOS = Listing(
    "scenario",
    rows=lambda: Scenario.objects.select_related("project__product", "opened_by", "merged_by").defer(
        "changes", "computed"
    ),
    out=ScenarioOut,
    fields=(
        Field(
            "state",
            "choice",
            options=("open", "merged", "thrown_away"),
            value=Case(When(archived_at__isnull=False, then=Value("thrown_away")), default=F("state")),
        ),
        Field("note", "text", writes="note", sorts=False),
        Field("finish", "date", text_date=True),
        Field("p80", "date", label="Ends by (P80)", text_date=True),
        Field("probability", "number", label="Chance of the deadline", sums=False),
        Field("change_count", "number", label="Changes"),
        Field("opened_by", "person", label="Opened by"),
        Field("merged_at", "datetime", label="Merged"),
        *WHERE,
    ),
    patch=ScenarioPatch,
    product="project__product_id",
    project="project_id",
)


def register_all() -> None:
    register(PROJECTS)
    register(BASELINES)
    register(SCENARIOS)
