"""The doors to reminders: everybody's own, and what they are of."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from northline.core import kinds
from northline.core.models import Editable
from northline.core.refusal import NotAllowed, NotFound
from northline.core.scope import Scope
from northline.reporting.reminders.models import Reminder


def own_reminder(scope: Scope, reminder_id: UUID) -> Reminder:
    row = Reminder.objects.filter(
        workspace_id=scope.workspace_id, member_id=scope.member_id, pk=reminder_id
    ).first()
    if row is None:
        raise NotFound("reminder")
    return row


def remembered_object(scope: Scope, kind: str, object_id: UUID) -> Editable:
    """An object with a page, which the member may read."""
    row = kinds.object_at(scope, kind, object_id)
    if not isinstance(row, Editable):
        raise NotFound(kind)
    return row


def seen(scope: Scope, kind: str, object_id: UUID) -> Any:
    """The object, or None where the member may not read it any more."""
    try:
        return remembered_object(scope, kind, object_id)
    except (NotFound, NotAllowed):
        return None
