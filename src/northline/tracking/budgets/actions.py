"""The verbs of budgets: put lines down, revise them, approve what is open."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from django.utils import timezone

from northline.core import editing
from northline.core.deeds import deed
from northline.core.models import Change
from northline.core.refusal import Conflict, NotFound
from northline.core.scope import Scope
from northline.delivery.models import Project, WorkItem
from northline.tracking.budgets.models import BudgetLine, CostLine

T = TypeVar("T", BudgetLine, CostLine)
# What an approval was given for.
APPROVED_FOR = frozenset({"amount", "minutes", "phase_id"})


def put_down(model: type[T], project: Project, *, fields: Mapping[str, Any], by: Scope) -> T:
    """A new line of a project's budget or costs. Raises NotFound for an item of another plan."""
    row = model(workspace_id=by.workspace_id, project=project)
    for name, value in _checked(row, fields).items():
        setattr(row, name, value)
    return editing.create(row, prefix=model.PREFIX, by=by)


def revise(
    row: T,
    *,
    expected: int,
    fields: Mapping[str, Any],
    by: Scope,
    reason: str = "",
    cause: Change | None = None,
) -> T:
    """Change a line; another amount, other hours or another phase has to be approved anew. Raises NotFound."""
    stored = _checked(row, fields)
    if isinstance(row, BudgetLine) and any(
        getattr(row, name) != stored[name] for name in APPROVED_FOR & stored.keys()
    ):
        stored |= {"approved_at": None, "approved_by_id": None}
    return editing.revise(row, expected=expected, fields=stored, by=by, reason=reason, cause=cause)


def approve_open(project: Project, *, by: Scope) -> int:
    """Approve every line of a project's budget that is not approved yet: one deed, one undo. Answers how many.

    Raises Conflict `budget.nothing_open`.
    """
    rows = list(BudgetLine.objects.filter(project=project, archived_at=None, approved_at=None).order_by("pk"))
    if not rows:
        raise Conflict(
            "budget.nothing_open", f"Every line of the budget of {project.key} is approved already."
        )
    now = {"approved_at": timezone.now(), "approved_by_id": by.member_id}
    told = {"lines": len(rows), "amount": None}
    with deed(project.title, place=project.place(), verb="approved the budget", by=by, said=told) as whole:
        for row in rows:
            editing.revise(row, expected=row.version, fields=now, by=by, verb="approved", cause=whole)
    return len(rows)


def _checked(row: BudgetLine | CostLine, fields: Mapping[str, Any]) -> dict[str, Any]:
    stored = dict(fields)
    for name in ("phase_id", "item_id"):
        if stored.get(name) and stored[name] != getattr(row, name):
            mine = WorkItem.objects.filter(project_id=row.project_id, archived_at=None, pk=stored[name])
            if not mine.exists():
                raise NotFound("work_item")
    if isinstance(row, CostLine):
        standing = {name: stored.get(name, getattr(row, name)) for name in ("state", "amount", "planned")}
        # Ordered or invoiced as planned, where nothing else is said.
        if standing["state"] != CostLine.State.PLANNED and standing["amount"] is None:
            stored["amount"] = standing["planned"]
    return stored
