"""The doors to levelling: whoever may read all of its projects reads a proposal, whoever plans them all applies it."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from northline.core.doors import allowed
from northline.core.refusal import NotFound
from northline.core.scope import Place, Right, Scope
from northline.delivery.models import Project
from northline.scheduling.levelling.models import Levelling


def levelling(scope: Scope, levelling_id: UUID, *, right: Right = "read") -> tuple[Levelling, list[Project]]:
    """A levelling and its projects, the most important first."""
    rows = Levelling.objects.select_related("by__person", "change").filter(workspace_id=scope.workspace_id)
    row = rows.filter(pk=levelling_id).first()
    if row is None:
        raise NotFound("levelling")
    return row, projects(scope, (UUID(one["id"]) for one in row.plans), right=right)


def projects(scope: Scope, ids: Iterable[UUID], *, right: Right) -> list[Project]:
    """All of the projects, in their order, each allowed."""
    wanted = list(ids)
    found = Project.objects.filter(workspace_id=scope.workspace_id).in_bulk(wanted)
    if len(found) < len(wanted):
        raise NotFound("project")
    return [allowed(scope, found[pk], right=right) for pk in wanted]


def may_see_prices(scope: Scope) -> bool:
    """Prices are made of rates, of the workspace's people too."""
    return scope.may("administer", Place())
