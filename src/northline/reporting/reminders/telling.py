"""What the inbox says of reminders: of the object as it is called now, and nothing of one that the reader may not see."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from northline.core.models import Change
from northline.core.schemas import ref
from northline.core.scope import Scope
from northline.core.wording import exactly
from northline.reporting.reminders.access import seen
from northline.reporting.reminders.models import DueNotice, Reminder

KINDS = frozenset({Reminder.KIND, DueNotice.KIND})


def told(scope: Scope, changes: Iterable[Change]) -> dict[UUID, dict[str, Any]]:
    """What a message says in place of its change, by the change's id. Two queries, and one for each object."""
    of_objects = {change.object_id: change.pk for change in changes if change.object_kind in KINDS}
    if not of_objects:
        return {}
    mine = {"pk__in": list(of_objects), "member_id": scope.member_id}
    said = {of_objects[row.pk]: _reminder(scope, row) for row in Reminder.objects.filter(**mine)}
    said |= {of_objects[row.pk]: _due(scope, row) for row in DueNotice.objects.filter(**mine)}
    return said


def named(scope: Scope, row: Reminder) -> dict[str, Any] | None:
    """The object that a reminder is of, as Ref, or None where its reader may not see it."""
    about = seen(scope, row.object_kind, row.object_id)
    return ref(about) if about else None


def _reminder(scope: Scope, row: Reminder) -> dict[str, Any]:
    about = named(scope, row)
    said = {"excerpt": row.note, "due": []}
    if about is None:
        return said
    return said | {
        "kind": about["kind"],
        "object_id": about["id"],
        "key": about["key"],
        "title": about["title"],
    }


def _due(scope: Scope, row: DueNotice) -> dict[str, Any]:
    lines = [
        ref(about) | {"on": date.fromisoformat(line["on"])}
        for line in row.lines
        if (about := seen(scope, line["kind"], UUID(line["id"])))
    ]
    words = "; ".join(f"{one['key']} {one['title']}, {exactly(one['on'])}" for one in lines)
    return {"excerpt": words[:500], "due": lines}
