"""The doors to the roadmap."""

from __future__ import annotations

from uuid import UUID

from northline.core.doors import opened
from northline.core.scope import Right, Scope
from northline.roadmap.models import Initiative, Lane


def lane(scope: Scope, lane_id: UUID, *, right: Right = "read") -> Lane:
    return opened(scope, Lane.objects.all(), lane_id, right=right)


def held_lane(scope: Scope, lane_id: UUID, *, right: Right) -> Lane:
    """The lane, held until the transaction ends: nobody fills it while it is archived."""
    return opened(scope, Lane.objects.select_for_update(), lane_id, right=right)


def initiative(scope: Scope, initiative_id: UUID, *, right: Right = "read") -> Initiative:
    return opened(scope, Initiative.objects.select_related("owner"), initiative_id, right=right)
