"""The list of reports: of a project, a product or the workspace, drafts for those who write them."""

from __future__ import annotations

from typing import Any

from django.db.models import Case, F, FloatField, When
from django.db.models.fields.json import KT
from django.db.models.functions import Cast

from northline.core.listing.listings import Field, Listing, register
from northline.core.scope import Scope
from northline.reporting.status import access, actions
from northline.reporting.status.models import StatusReport
from northline.reporting.status.schemas import StatusLineOut, StatusReportPatch, show_status_line


def _shown(rows: Any, scope: Scope) -> list[dict[str, Any]]:
    return [show_status_line(row, scope) for row in rows]


def _figure(name: str) -> Cast:
    return Cast(KT(f"figures__{name}"), FloatField())


STATUS_REPORTS = Listing(
    StatusReport.KIND,
    rows=lambda: StatusReport.objects.select_related("project__product"),
    out=StatusLineOut,
    fields=(
        Field("state", "choice", options=tuple(StatusReport.State.values)),
        Field(
            "said",
            "choice",
            label="Health",
            value=Case(When(health="", then=F("proposed")), default=F("health")),
            options=tuple(StatusReport.Health.values),
        ),
        Field("chance", "number", value=_figure("chance"), description="Of the deadline, 0 to 1."),
        Field("share", "number", label="Done", value=_figure("share"), description="Of the effort, 0 to 1."),
        Field("published_at", "datetime", label="Published"),
        Field("published_by", "person"),
        Field("as_of", "datetime", label="As of"),
        Field("project", "reference", of="project"),
        Field("product", "reference", path="project__product", of="product"),
    ),
    patch=StatusReportPatch,
    revise=actions.revise_report,
    archive=actions.put_away,
    restore=actions.take_up,
    product="project__product_id",
    project="project_id",
    narrowed=access.narrowed,
    shows=_shown,
    sort="-published_at",
)


def register_all() -> None:
    register(STATUS_REPORTS)
