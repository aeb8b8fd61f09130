"""The door to iterations."""

from __future__ import annotations

from uuid import UUID

from northline.core.doors import opened
from northline.core.scope import Right, Scope
from northline.tracking.iterations.models import Iteration


def iteration(scope: Scope, iteration_id: UUID, *, right: Right = "read") -> Iteration:
    row: Iteration = opened(scope, Iteration.objects.all(), iteration_id, right=right)
    return row
