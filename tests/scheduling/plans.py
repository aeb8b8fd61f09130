"""Small plans to edit, and one large one to time."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from northline.core.ids import uuid7
from northline.core.scope import Scope
from northline.delivery import actions as delivery
from northline.delivery.keys import next_keys
from northline.delivery.models import Dependency, Project, WorkItem
from northline.scheduling import actions
from northline.scheduling.edits import PlanEdits

MONDAY = "2026-03-02T08:00"
GAP = 1 << 20


def start(by: Scope, *, product_id: UUID | None = None, code: str = "ATL") -> Project:
    return delivery.start_project(title="Atlas", code=code, start=MONDAY, product_id=product_id, by=by)


def edit(project: Project, *edits: dict[str, Any], by: Scope, preview: bool = False, reason: str = "") -> Any:
    body = PlanEdits.model_validate({"edits": list(edits), "reason": reason})
    return actions.edit_plan(project.pk, edits=body.edits, by=by, preview=preview, reason=body.reason)


def chain(project: Project, *titles: str, by: Scope) -> list[WorkItem]:
    """Tasks of a day each, every one waiting for the one before it."""
    edits: list[dict[str, Any]] = []
    for before, title in zip((None, *titles), titles, strict=False):
        edits.append({"op": "add", "temp_id": title, "after_id": before, "title": title})
        if before:
            edits.append({"op": "link", "before": before, "after": title})
    temporary = edit(project, *edits, by=by).editor.temporary
    return [WorkItem.objects.get(pk=temporary[title]) for title in titles]


def large(project: Project, *, size: int, fan: int = 2) -> list[UUID]:
    """`size` tasks under summaries of twenty, each linked to up to `fan` earlier ones; stored past the API."""
    owned: dict[str, Any] = {"workspace_id": project.workspace_id, "project_id": project.pk}
    keys = next_keys(project.workspace_id, project.code, count=size)
    rows, links, leaves = [], [], []
    parent: UUID | None = None
    for number, key in enumerate(keys):
        summary = number % 20 == 0
        row = WorkItem(
            id=uuid7(),
            **owned,
            key=key,
            title=f"Task {number}",
            position=(number + 1) * GAP,
            parent_id=None if summary else parent,
            duration_minutes=0 if summary else 240 + 60 * (number % 17),
        )
        rows.append(row)
        if summary:
            parent = row.pk
            continue
        for step in range(1, fan + 1):
            back = step * (1 + number % 7)
            if back <= len(leaves):
                links.append(Dependency(**owned, before_id=leaves[-back], after_id=row.pk))
        leaves.append(row.pk)
    WorkItem.objects.bulk_create(rows, batch_size=500)
    Dependency.objects.bulk_create(links, batch_size=500)
    actions.compute_anew(project.pk)
    return leaves
