"""The doors to research."""

from __future__ import annotations

from uuid import UUID

from northline.core.doors import opened
from northline.core.refusal import NotAllowed
from northline.core.scope import NEEDS, Right, Scope
from northline.research.models import Customer, Highlight, Idea, Insight, Opportunity


def require_contributor(scope: Scope) -> None:
    if not scope.may_somewhere("contribute"):
        raise NotAllowed(NEEDS["contribute"])


def customer(scope: Scope, customer_id: UUID, right: Right = "read") -> Customer:
    """Customers belong to the workspace: whoever contributes to anything in it may change one."""
    row = opened(scope, Customer.objects.select_related("company"), customer_id)
    if right == "contribute":
        require_contributor(scope)
    else:
        scope.require(right, row.place(), what="customer")
    return row


def insight(scope: Scope, insight_id: UUID, *, right: Right = "read") -> Insight:
    rows = Insight.objects.select_related("customer", "merger__kept")
    return opened(scope, rows, insight_id, right=right)


def highlight(scope: Scope, highlight_id: UUID, *, right: Right = "read") -> Highlight:
    rows = Highlight.objects.select_related("insight__customer", "insight__merger__kept")
    row = opened(scope, rows, highlight_id, right=right)
    need_or_idea(scope, row.target_kind, row.target_id)
    return row


def need_or_idea(scope: Scope, kind: str, object_id: UUID) -> Opportunity | Idea:
    """What evidence may speak for."""
    return opportunity(scope, object_id) if kind == Opportunity.KIND else idea(scope, object_id)


def opportunity(scope: Scope, opportunity_id: UUID, *, right: Right = "read") -> Opportunity:
    return opened(scope, Opportunity.objects.all(), opportunity_id, right=right)


def idea(scope: Scope, idea_id: UUID, *, right: Right = "read") -> Idea:
    return opened(scope, Idea.objects.select_related("owner"), idea_id, right=right)
