"""Reading types of work."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from northline.delivery.item_types.actions import PLAIN
from northline.delivery.models import ItemType
from northline.delivery.workflow import Workflow, workflow_of


def workflows_of_types(workspace_id: UUID) -> dict[UUID, Workflow]:
    """The states of each type of the workspace that has its own, archived ones too. One query."""
    rows = ItemType.objects.filter(workspace_id=workspace_id).values_list("pk", "workflow")
    return {pk: workflow_of(own) for pk, own in rows if own}


def titles_of_types(workspace_id: UUID) -> dict[UUID, str]:
    """How the types of the workspace are called, archived ones too. One query."""
    return dict(ItemType.objects.filter(workspace_id=workspace_id).values_list("pk", "title"))


def types_named(names: Iterable[str], *, workspace_id: UUID) -> dict[str, UUID | None]:
    """The type of each of these names, whatever its case; None of a plain task's. A name that no type in use has is left
    out. One query."""
    rows = ItemType.objects.filter(workspace_id=workspace_id, archived_at=None).values_list("title", "pk")
    known: dict[str, UUID | None] = {title.casefold(): pk for title, pk in rows}
    known |= {"": None, PLAIN.casefold(): None}
    return {name: known[name.casefold()] for name in names if name.casefold() in known}
