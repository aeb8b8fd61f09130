"""The doors to audiences."""

from __future__ import annotations

from uuid import UUID

from northline.core.doors import opened
from northline.core.scope import Right, Scope
from northline.reporting.models import Audience


def audience(scope: Scope, audience_id: UUID, *, right: Right = "read") -> Audience:
    return opened(scope, Audience.objects.all(), audience_id, right=right)
