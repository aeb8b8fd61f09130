"""The doors to strategy."""

from __future__ import annotations

from uuid import UUID

from northline.core.doors import opened
from northline.core.scope import Right, Scope
from northline.strategy.models import KeyResult, Objective, Vision


def vision(scope: Scope, vision_id: UUID, *, right: Right = "read") -> Vision:
    return opened(scope, Vision.objects.select_related("created_by"), vision_id, right=right)


def objective(scope: Scope, objective_id: UUID, *, right: Right = "read") -> Objective:
    return opened(scope, Objective.objects.select_related("owner", "parent"), objective_id, right=right)


def key_result(scope: Scope, key_result_id: UUID, *, right: Right = "read") -> KeyResult:
    return opened(scope, KeyResult.objects.select_related("objective", "owner"), key_result_id, right=right)
