"""What of a template may be changed once it is taken."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from northline.core import editing
from northline.core.refusal import NotFound, Refusal
from northline.core.scope import Scope
from northline.delivery.models import Resource
from northline.scheduling.models import PlanTemplate


def revise(
    row: PlanTemplate, *, expected: int, fields: Mapping[str, Any], by: Scope, reason: str = ""
) -> PlanTemplate:
    """Change its words, its anchor or its roles. Raises Refusal `template.other_roles`, NotFound, Stale."""
    if roles := fields.get("roles"):
        _refuse_others(row, roles)
    return editing.revise(row, expected=expected, fields=fields, by=by, reason=reason)


def _refuse_others(row: PlanTemplate, roles: list[dict[str, Any]]) -> None:
    if [role["id"] for role in roles] != [role["id"] for role in row.roles]:
        raise Refusal(
            "template.other_roles",
            f"Name the roles of {row.key} as they are, in their order: a template gets no others.",
        )
    proposed = {role["resource_id"] for role in roles if role["resource_id"]}
    known = Resource.objects.filter(workspace_id=row.workspace_id, project=None, pk__in=proposed)
    if len(known) < len(proposed):
        raise NotFound("resource")
