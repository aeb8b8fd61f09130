"""What a template cannot keep of a plan, and a plan not take from a template: calendars, types and values of own fields."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, Literal
from uuid import UUID

from northline.core.listing.models import CustomField
from northline.core.scope import Scope
from northline.delivery.models import ItemType, PlanCalendar, WorkItem

What = Literal["calendar", "field", "type"]
NotTaken = dict[str, Any]


def told(what: What, counted: Mapping[str, int]) -> list[NotTaken]:
    """By name, how many items go without it.

    >>> told("calendar", {"Night shift": 2})
    [{'what': 'calendar', 'name': 'Night shift', 'items': 2}]
    """
    return [{"what": what, "name": name, "items": count} for name, count in sorted(counted.items())]


def shared_calendars(ids: Iterable[UUID], *, workspace_id: UUID) -> set[UUID]:
    """Those of the calendars that are the workspace's and still in use: every project may work by them. One query."""
    rows = PlanCalendar.objects.filter(
        workspace_id=workspace_id, project=None, archived_at=None, pk__in=set(ids)
    )
    return set(rows.values_list("pk", flat=True))


def titles_of(calendar_ids: Iterable[UUID], *, by: Scope) -> dict[UUID, str]:
    """How these calendars of the workspace are called, archived or not; of a project's own, nothing. One query."""
    rows = PlanCalendar.objects.filter(workspace_id=by.workspace_id, project=None, pk__in=set(calendar_ids))
    return dict(rows.values_list("pk", "title"))


def types_of(ids: Iterable[UUID], *, workspace_id: UUID) -> dict[UUID, ItemType]:
    """These types of work by their ids, archived ones too, which no item can be given any more. One query."""
    return ItemType.objects.filter(workspace_id=workspace_id).in_bulk(set(ids))


def fields_told(left: Counter[str], *, by: Scope) -> list[NotTaken]:
    """The fields whose values did not fit, by their titles; without one where the reader may not know it. One query."""
    if not left:
        return []
    rows = CustomField.objects.filter(
        workspace_id=by.workspace_id, object_kind=WorkItem.KIND, name__in=left.keys()
    )
    titles = {row.name: row.title for row in rows if by.may("read", row.place())}
    counted: Counter[str] = Counter()
    for name, count in left.items():
        counted[titles.get(name, "")] += count
    return told("field", counted)
