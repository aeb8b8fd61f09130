"""The lists of resources and calendars: those of the workspace and those of every project that one may read."""

from __future__ import annotations

from typing import Any

from django.db.models import FloatField, Func, OuterRef, QuerySet

from northline.core.listing.counting import Length, counted
from northline.core.listing.listings import Field, Listing, register
from northline.delivery.models import PlanCalendar, Project, Resource, WorkItem
from northline.delivery.resources import actions, schemas


class HoursAWeek(Func):
    """The working hours of a calendar's week."""

    output_field = FloatField()

    def as_sqlite(self, compiler: Any, connection: Any, **_: Any) -> Any:
        template = (
            "(SELECT COALESCE(SUM(json_extract(span.value, '$[1]') - json_extract(span.value, '$[0]')), 0) / 60.0"
            " FROM json_each(%(expressions)s) AS day, json_each(day.value) AS span)"
        )
        return self.as_sql(compiler, connection, template=template)

    def as_postgresql(self, compiler: Any, connection: Any, **_: Any) -> Any:
        template = (
            "(SELECT COALESCE(SUM((span.minutes->>1)::float8 - (span.minutes->>0)::float8), 0) / 60.0"
            " FROM jsonb_array_elements(%(expressions)s) AS day(spans),"
            " jsonb_array_elements(day.spans) AS span(minutes))"
        )
        return self.as_sql(compiler, connection, template=template)


def _standing(on: type[Project | Resource | WorkItem]) -> QuerySet[Any]:
    """The live rows whose calendar it is."""
    return on.objects.filter(calendar=OuterRef("pk"), archived_at=None)


CALENDARS = Listing(
    "calendar",
    rows=lambda: PlanCalendar.objects.select_related("project__product"),
    out=schemas.PlanCalendarOut,
    fields=(
        Field("hours", "number", label="Hours a week", value=HoursAWeek("week")),
        Field("country", "text", label="Holidays of", writes="country", groups=True, description="As DE."),
        Field("region", "text", writes="region", groups=True),
        Field("exceptions", "number", label="Days that differ", value=Length("exceptions")),
        Field("weeks", "number", label="Weeks that differ", value=Length("weeks")),
        Field(
            "projects",
            "number",
            value=counted(_standing(Project)),
            sums=False,
            description="Whose base calendar it is.",
        ),
        Field("resources", "number", value=counted(_standing(Resource)), sums=False),
        Field("work_items", "number", value=counted(_standing(WorkItem)), sums=False),
        Field("project", "reference", of="project", description="Empty: the whole workspace's."),
        Field("product", "reference", path="project__product", of="product"),
    ),
    patch=schemas.CalendarPatch,
    revise=actions.revise,
    product="project__product_id",
    project="project_id",
    sort="title",
    shared=True,
)


def register_all() -> None:
    register(CALENDARS)
    register(
        Listing(
            "resource",
            rows=lambda: Resource.objects.select_related("calendar", "member__person", "role", "team"),
            out=schemas.ResourceOut,
            fields=(
                Field("type", "choice", options=tuple(Resource.Type.values), writes="type"),
                Field("capacity", "number", label="Capacity, full-time", writes="capacity"),
                Field(
                    "calendar",
                    "reference",
                    of="calendar",
                    writes="calendar_id",
                    description="Empty: that of each project.",
                ),
                Field("role", "reference", of="resource", writes="role_id"),
                Field("team", "reference", of="resource", writes="team_id"),
                Field("skills", "tags", writes="skills"),
                Field("member", "person", writes="member_id"),
                Field("project", "reference", of="project", description="Empty: the whole workspace's."),
                Field("product", "reference", path="project__product", of="product"),
            ),
            patch=schemas.ResourcePatch,
            revise=actions.revise,
            product="project__product_id",
            project="project_id",
            sort="title",
            shared=True,
        )
    )
