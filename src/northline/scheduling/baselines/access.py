"""The door to baselines."""

from __future__ import annotations

from uuid import UUID

from northline.core.doors import opened
from northline.core.scope import Right, Scope
from northline.scheduling.models import Baseline


def baseline(scope: Scope, baseline_id: UUID, *, right: Right = "read") -> Baseline:
    row: Baseline = opened(scope, Baseline.objects.all(), baseline_id, right=right)
    return row
