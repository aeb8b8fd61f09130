"""The doors to research."""

from __future__ import annotations

from uuid import UUID

from northline.core.doors import opened
from northline.core.scope import Right, Scope
from northline.research.models import Customer, Idea, Insight, Opportunity


def customer(scope: Scope, customer_id: UUID, *, right: Right = "read") -> Customer:
    return opened(scope, Customer.objects.all(), customer_id, right=right)


def insight(scope: Scope, insight_id: UUID, *, right: Right = "read") -> Insight:
    return opened(scope, Insight.objects.select_related("customer"), insight_id, right=right)


def opportunity(scope: Scope, opportunity_id: UUID, *, right: Right = "read") -> Opportunity:
    return opened(scope, Opportunity.objects.all(), opportunity_id, right=right)


def idea(scope: Scope, idea_id: UUID, *, right: Right = "read") -> Idea:
    return opened(scope, Idea.objects.all(), idea_id, right=right)
