"""The doors to stakeholders."""

from __future__ import annotations

from uuid import UUID

from northline.core.doors import opened
from northline.core.scope import Right, Scope
from northline.strategy.stakeholders.models import Stakeholder


def stakeholder(scope: Scope, stakeholder_id: UUID, *, right: Right = "read") -> Stakeholder:
    return opened(scope, Stakeholder.objects.select_related("member"), stakeholder_id, right=right)
