"""The doors to the lines of a budget: amounts are seen by whoever plans."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import QuerySet

from northline.core.doors import opened
from northline.core.scope import Right, Scope
from northline.delivery.access import project as readable_project
from northline.delivery.access import refuse_archived
from northline.delivery.models import Project
from northline.tracking.budgets.models import BudgetLine, CostLine
from northline.tracking.timesheets.access import managed

T = TypeVar("T", BudgetLine, CostLine)


def line(scope: Scope, model: type[T], line_id: UUID, right: Right = "plan") -> T:
    """A line; even to read one takes the right to plan."""
    rows: QuerySet[T] = model.objects.select_related("project")
    return opened(scope, rows, line_id, right="plan" if right == "read" else right)


def door_to(model: type[T]) -> Callable[[Scope, UUID, Right], T]:
    """The door to lines of that kind, for code that knows no kind."""

    def door(scope: Scope, line_id: UUID, right: Right) -> T:
        return line(scope, model, line_id, right)

    return door


def narrowed(rows: QuerySet[Any], scope: Scope) -> QuerySet[Any]:
    """The lines of the projects that one may plan."""
    return rows.filter(managed(scope, project="project__"))


def open_project(scope: Scope, project_id: UUID, right: Right = "plan") -> Project:
    """A project whose budget may be changed. Raises Conflict `project.archived`."""
    row = readable_project(scope, project_id, right=right)
    refuse_archived(row)
    return row
