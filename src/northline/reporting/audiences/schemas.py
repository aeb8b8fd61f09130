"""What requests and answers of audiences look like."""

from __future__ import annotations

from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field, StringConstraints

from northline.core.schemas import In, Line, ObjectOut, Patch, Title, object_fields
from northline.core.scope import Scope
from northline.reporting.models import Audience

Group = Literal["executives", "sales", "customers", "engineering", "other"]
Precision = Literal["exact", "month", "quarter"]
Layout = Literal["timeline", "horizons"]
Status = Literal["idea", "planned", "committed", "in_progress", "done"]
# Empty: by the lanes.
ColourField = Annotated[str, StringConstraints(max_length=60)]
Fields = Annotated[list[Line], Field(max_length=40)]


class AudienceIn(In):
    """Fields, exactness and states that are left out are those such readers usually get, and the layout is one that lays out
    by a field that they are shown."""

    product_id: UUID
    title: Title
    group: Group
    fields: Fields | None = None
    statuses: list[Status] = []
    precision: Precision | None = None
    layout: Layout | None = None
    colour: ColourField = ""


class AudiencePatch(Patch):
    title: Title | None = None
    fields: Fields | None = None
    statuses: list[Status] | None = None
    precision: Precision | None = None
    layout: Layout | None = None
    colour: ColourField | None = None


class AudienceOut(ObjectOut):
    product_id: UUID
    group: Group
    fields: list[str]
    statuses: list[Status]
    precision: Precision
    layout: Layout
    colour: str


def show_audience(row: Audience, scope: Scope) -> dict[str, Any]:
    return object_fields(row, can={"edit": scope.may("steer", row.place())}) | {
        "product_id": row.product_id,
        "group": row.group,
        "fields": row.fields,
        "statuses": row.statuses,
        "precision": row.precision,
        "layout": row.layout,
        "colour": row.colour,
    }
