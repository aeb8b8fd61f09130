"""The doors to scorecards."""

from __future__ import annotations

from uuid import UUID

from northline.core.doors import opened
from northline.core.scope import Right, Scope
from northline.strategy.scoring.models import Scorecard


def scorecard(scope: Scope, scorecard_id: UUID, *, right: Right = "read") -> Scorecard:
    return opened(scope, Scorecard.objects.all(), scorecard_id, right=right)
