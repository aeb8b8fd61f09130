"""The doors to gates."""

from __future__ import annotations

from uuid import UUID

from northline.core.doors import opened
from northline.core.refusal import Conflict, NotFound
from northline.core.scope import Right, Scope
from northline.delivery.models import WorkItem
from northline.tracking.gates.models import Gate


def gate(scope: Scope, gate_id: UUID, *, right: Right = "read") -> Gate:
    row: Gate = opened(scope, Gate.objects.all(), gate_id, right=right)
    return row


def again(row: Gate) -> Gate:
    """The row as it is now, with its decisions."""
    found: Gate = Gate.objects.get(pk=row.pk)
    return found


def milestone(project_id: UUID, item_id: UUID) -> WorkItem:
    """A live milestone of the project. Raises NotFound."""
    row: WorkItem | None = WorkItem.objects.filter(
        project_id=project_id, pk=item_id, type=WorkItem.Type.MILESTONE, archived_at=None
    ).first()
    if row is None:
        raise NotFound("work_item")
    return row


def refuse_archived(row: Gate, *, to: str) -> None:
    """Raise Conflict `gate.archived` where it is put away."""
    if row.archived_at is not None:
        raise Conflict("gate.archived", f"{row.key} is archived. Restore it before you {to}.")
