"""What initiatives are for: the objectives they advance and whether those are measured. Two queries."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from northline.core.models import Link
from northline.roadmap.models import Initiative
from northline.strategy.models import KeyResult


def objectives_of(initiative: Initiative) -> list[UUID]:
    """The objectives that one initiative advances."""
    return [target for _, target in _advances(initiative.workspace_id, [initiative.pk])]


def aims_of(workspace_id: UUID, initiative_ids: Iterable[UUID]) -> tuple[set[UUID], set[UUID]]:
    """Those of the initiatives that advance an objective, and those whose objective has a key result."""
    pairs = _advances(workspace_id, initiative_ids)
    measured = set(
        KeyResult.objects.filter(
            objective_id__in={target for _, target in pairs}, archived_at=None
        ).values_list("objective_id", flat=True)
    )
    return {source for source, _ in pairs}, {source for source, target in pairs if target in measured}


def _advances(workspace_id: UUID, initiative_ids: Iterable[UUID]) -> list[tuple[UUID, UUID]]:
    rows = Link.objects.filter(
        workspace_id=workspace_id,
        type="advances",
        source_id__in=list(initiative_ids),
        target_kind="objective",
    )
    return list(rows.values_list("source_id", "target_id"))
