"""The doors to personas, jobs, competitors and criteria."""

from __future__ import annotations

from typing import TypeVar
from uuid import UUID

from northline.core.doors import opened
from northline.core.scope import Right, Scope
from northline.research.access import require_contributor
from northline.research.market.models import Competitor, Criterion, JobToBeDone, Persona

T = TypeVar("T", JobToBeDone, Competitor, Criterion)


def persona(scope: Scope, persona_id: UUID, right: Right = "read") -> Persona:
    """Whoever contributes to anything may change a persona of the whole workspace, as with customers."""
    row = opened(scope, Persona.objects.select_related("product"), persona_id)
    if row.product_id is None and right == "contribute":
        require_contributor(scope)
    else:
        scope.require(right, row.place(), what="persona")
    return row


def may_edit_persona(scope: Scope, row: Persona) -> bool:
    if row.product_id is None:
        return scope.may_somewhere("contribute")
    return scope.may("contribute", row.place())


def of_product(scope: Scope, model: type[T], row_id: UUID, *, right: Right = "read") -> T:
    """A job, competitor or criterion."""
    return opened(scope, model._default_manager.all(), row_id, right=right)
