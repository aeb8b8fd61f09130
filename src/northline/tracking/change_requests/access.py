"""The doors to change requests."""

from __future__ import annotations

from uuid import UUID

from northline.core.doors import opened
from northline.core.refusal import Conflict
from northline.core.scope import Right, Scope
from northline.tracking.change_requests.models import ChangeRequest


def change_request(scope: Scope, request_id: UUID, *, right: Right = "read") -> ChangeRequest:
    row: ChangeRequest = opened(scope, ChangeRequest.objects.all(), request_id, right=right)
    return row


def again(row: ChangeRequest) -> ChangeRequest:
    """The row as it is now, with its chain."""
    found: ChangeRequest = ChangeRequest.objects.get(pk=row.pk)
    return found


def refuse_unless(row: ChangeRequest, *states: str, to: str) -> None:
    """Raise Conflict `change_request.other_state` where the request is archived or in none of these states."""
    if row.archived_at is not None:
        raise Conflict("change_request.other_state", f"{row.key} is archived. Restore it before you {to}.")
    if row.state not in states:
        raise Conflict(
            "change_request.other_state",
            f"{row.key} is {row.state.replace('_', ' ')}: it is too early or too late to {to}. Nothing was changed.",
            state=row.state,
        )
