"""The doors to templates: every member reads them, whoever plans anything keeps them."""

from __future__ import annotations

from uuid import UUID

from northline.core.refusal import NotAllowed, NotFound
from northline.core.scope import NEEDS, Right, Scope
from northline.scheduling.models import PlanTemplate


def template(scope: Scope, template_id: UUID, right: Right = "read") -> PlanTemplate:
    row = PlanTemplate.objects.select_related("taken_from", "made_by__person").filter(
        workspace_id=scope.workspace_id, pk=template_id
    )
    found = row.first()
    if found is None or not scope.sees_everything:
        raise NotFound("template")
    if right != "read" and not may_keep(scope):
        raise NotAllowed(NEEDS["plan"])
    return found


def may_keep(scope: Scope) -> bool:
    return scope.sees_everything and scope.may_somewhere("plan")
