"""The doors to research."""

from __future__ import annotations

from uuid import UUID

from northline.core.doors import opened
from northline.core.refusal import NotAllowed
from northline.core.scope import NEEDS, Right, Scope
from northline.research.models import Customer, Idea, Insight, Opportunity


def require_contributor(scope: Scope) -> None:
    """Customers belong to the workspace: whoever contributes to anything in it may note one."""
    if not scope.may_somewhere("contribute"):
        raise NotAllowed(NEEDS["contribute"])


def customer(scope: Scope, customer_id: UUID, *, right: Right = "read") -> Customer:
    return opened(scope, Customer.objects.all(), customer_id, right=right)


def insight(scope: Scope, insight_id: UUID, *, right: Right = "read") -> Insight:
    return opened(scope, Insight.objects.select_related("customer"), insight_id, right=right)


def opportunity(scope: Scope, opportunity_id: UUID, *, right: Right = "read") -> Opportunity:
    return opened(scope, Opportunity.objects.all(), opportunity_id, right=right)


def idea(scope: Scope, idea_id: UUID, *, right: Right = "read") -> Idea:
    return opened(scope, Idea.objects.all(), idea_id, right=right)
