"""The one door for data: no row is fetched except through a scope."""

from __future__ import annotations

from typing import Any, TypeVar
from uuid import UUID

from django.apps import apps
from django.db.models import Model, Q, QuerySet

from northline.core.models import Row
from northline.core.refusal import NotFound
from northline.core.scope import Right, Scope

T = TypeVar("T", bound=Row)
M = TypeVar("M", bound=Model)


def opened(scope: Scope, rows: QuerySet[T], row_id: UUID, *, right: Right = "read") -> T:
    """The row, already allowed for `right`. Strangers meet NotFound, readers meet NotAllowed."""
    # There is one at most: to put them in an order would only take time.
    row = next(iter(rows.filter(workspace_id=scope.workspace_id, pk=row_id).order_by()), None)
    if row is None:
        raise NotFound(rows.model.KIND or "object")
    return allowed(scope, row, right=right)


def allowed(scope: Scope, row: T, *, right: Right) -> T:
    """A row of the scope's workspace that was read already, if `right` is held where it lives."""
    what, place = row.KIND or "object", row.place()
    if row.workspace_id != scope.workspace_id or not scope.may("read", place):
        raise NotFound(what)
    scope.require(right, place, what=what)
    return row


def people(scope: Scope) -> QuerySet[Any]:
    """The members of the scope's workspace, whom everybody in it may see."""
    member: type[Model] = apps.get_model("accounts", "Member")
    return member._default_manager.filter(workspace_id=scope.workspace_id)


def visible(
    scope: Scope, rows: QuerySet[M], *, product: str | None = None, project: str | None = None
) -> QuerySet[M]:
    """The rows of the scope's workspace that its member may read.

    `product` and `project` name the fields that hold their ids.
    """
    mine = rows.filter(workspace_id=scope.workspace_id)
    if scope.sees_everything:
        return mine
    seen = Q(pk__in=[])
    if product:
        seen |= Q(**{f"{product}__in": scope.granted("product")})
    if project:
        seen |= Q(**{f"{project}__in": scope.granted("project")})
    return mine.filter(seen)
