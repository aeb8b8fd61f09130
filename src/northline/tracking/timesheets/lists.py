"""The lists of hours and of weeks: one's own, and those of the projects that one plans."""

from __future__ import annotations

from django.db.models import F, FloatField, OuterRef, Subquery, Sum
from django.db.models.functions import Cast, Coalesce

from northline.core.listing.listings import Field, Listing, register
from northline.tracking.timesheets import access, actions, schemas
from northline.tracking.timesheets.models import TimeEntry, Timesheet, Verdict


def _reported() -> Subquery:
    rows = TimeEntry.objects.filter(sheet=OuterRef("pk"), archived_at=None).order_by().values("sheet")
    return Subquery(rows.annotate(sum=Sum("minutes") / 60.0).values("sum"), output_field=FloatField())


def _said() -> Subquery:
    rows = Verdict.objects.filter(sheet=OuterRef("sheet"), project=OuterRef("project"))
    return Subquery(rows.values("state")[:1])


ENTRIES = Listing(
    "time_entry",
    rows=TimeEntry.objects.all,
    out=schemas.TimeEntryOut,
    fields=(
        Field("on", "date", label="Day"),
        Field("member", "person", path="sheet__member"),
        Field("hours", "number", value=Cast(F("minutes") / 60.0, FloatField())),
        Field("item", "reference", of="work_item"),
        Field("project", "reference", of="project"),
        Field("product", "reference", path="project__product", of="product"),
        Field("week", "date", path="sheet__week", label="Week of"),
        Field(
            "state",
            "choice",
            options=tuple(Timesheet.State.values),
            value=Coalesce(_said(), F("sheet__state")),
        ),
        Field("note", "text", sorts=False),
    ),
    product="project__product_id",
    project="project_id",
    narrowed=access.narrowed_entries,
    sort="-on,title",
    customisable=False,
)
SHEETS = Listing(
    "timesheet",
    rows=Timesheet.objects.all,
    out=schemas.TimesheetOut,
    fields=(
        Field("member", "person"),
        Field("week", "date", label="Week of"),
        Field("state", "choice", options=tuple(Timesheet.State.values)),
        Field("hours", "number", value=_reported(), sums=False),
        Field("submitted_at", "datetime", label="Submitted"),
    ),
    product=None,
    narrowed=access.narrowed_sheets,
    sort="-week,title",
    patch=schemas.TimesheetPatch,
    revise=actions.revise_week,
    archive=None,
)


def register_all() -> None:
    for listing in (ENTRIES, SHEETS):
        register(listing)
