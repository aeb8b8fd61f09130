"""What Northline's own file keeps of a plan beside what every program knows: states, checklists and fields of one's own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

import orjson

from northline.accounts.models import Member
from northline.core.listing.models import CustomField as OwnField
from northline.delivery.file_fields import told as told_as
from northline.delivery.models import WorkItem
from northline.delivery.own_words import BOOKING, CHECKLIST, FIELD, PROPOSED, STATE
from northline.formats import AssignmentDetails, CustomField, ImportedPlan, TaskDetails
from northline.formats.mspdi.own_fields import TASK_TEXTS
from northline.scheduling.plan import Plan, Values

# The first ones hold what else we keep.
TEXTS = tuple(enumerate(TASK_TEXTS, 1))[:9:-1]

SOFT = AssignmentDetails(extra={BOOKING: PROPOSED})


def names_of_owners(plan: Plan) -> dict[UUID, str]:
    """Who answers for the items, by name. One query where anybody does."""
    owners = {item["owner_id"] for item in plan.items.values()} - {None}
    return dict(Member.objects.filter(pk__in=owners).values_list("pk", "name")) if owners else {}


def bookings_of(plan: Plan) -> tuple[AssignmentDetails, ...]:
    """Beside the assignments, in their order, which of them are only asked for; nothing where none is."""
    rows = plan.live_assignments()
    if not any(row["booking"] == "soft" for row in rows):
        return ()
    return tuple(SOFT if row["booking"] == "soft" else AssignmentDetails() for row in rows)


def with_own(told: ImportedPlan, plan: Plan) -> ImportedPlan:
    """The plan with the state, the checklist and the own fields of each item. One query where it has fields."""
    items = {item["key"]: item for item in plan.items.values()}
    details = {key: _own(found, items[key]) for key, found in told.details.items()}
    names = {name for item in items.values() for name in item["custom"]}
    return replace(
        told, details=details, fields=(*told.fields, *_fields(names, plan.project["workspace_id"]))
    )


def with_texts(told: ImportedPlan, plan: Plan) -> ImportedPlan:
    """The plan with the own fields of each item in text fields of Microsoft Project, the last ones first; what has no such field
    is left out."""
    items = {item["key"]: item for item in plan.items.values()}
    names = {name for item in items.values() for name in item["custom"]}
    found = _rows(names, plan.project["workspace_id"])
    # Ids mean nothing elsewhere.
    rows = [row for row in found if row.type not in ("person", "reference")]
    number_of = dict(zip((row.name for row in rows), TEXTS, strict=False))
    field_of = {row.name: row for row in rows if row.name in number_of}
    details = {
        key: _texted(found, items[key]["custom"], number_of, field_of) for key, found in told.details.items()
    }
    fields = [
        CustomField(id=str(number), name=f"Text{place}", alias=field_of[name].title)
        for name, (place, number) in number_of.items()
    ]
    return replace(told, details=details, fields=(*told.fields, *fields))


def _texted(
    details: TaskDetails,
    custom: Values,
    number_of: Mapping[str, tuple[int, int]],
    field_of: Mapping[str, OwnField],
) -> TaskDetails:
    texts = {
        str(number_of[name][1]): told_as(field_of[name], value)
        for name, value in custom.items()
        if name in number_of and value is not None
    }
    return replace(details, custom={**details.custom, **texts}) if texts else details


def _own(details: TaskDetails, item: Values) -> TaskDetails:
    extra = {STATE: item["state"]} if item["state"] else {}
    if item["checklist"]:
        extra[CHECKLIST] = _text(item["checklist"])
    custom = {FIELD + name: _text(value) for name, value in item["custom"].items() if value is not None}
    if not extra and not custom:
        return details
    return replace(details, extra={**details.extra, **extra}, custom={**details.custom, **custom})


def _text(value: Any) -> str:
    return value if isinstance(value, str) else orjson.dumps(value).decode()


def _fields(names: Iterable[str], workspace_id: UUID) -> list[CustomField]:
    return [CustomField(id=FIELD + row.name, name=row.title) for row in _rows(names, workspace_id)]


def _rows(names: Iterable[str], workspace_id: UUID) -> list[OwnField]:
    wanted = sorted(names)
    if not wanted:
        return []
    rows = OwnField.objects.filter(workspace_id=workspace_id, object_kind=WorkItem.KIND, name__in=wanted)
    return list(rows.order_by("name"))
