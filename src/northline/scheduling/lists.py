"""The lists of scheduling: baselines and scenarios, of a project, a product or the workspace."""

from __future__ import annotations

from django.db.models import Case, F, Value, When

from northline.core.listing.listings import Field, Listing, register
from northline.scheduling.baselines.schemas import BaselineOut, BaselinePatch
from northline.scheduling.models import Baseline, Scenario
from northline.scheduling.scenarios.schemas import ScenarioOut, ScenarioPatch

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
    customisable=False,
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
    customisable=False,
)


def register_all() -> None:
    register(BASELINES)
    register(SCENARIOS)
