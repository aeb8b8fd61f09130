"""What plans say about the initiatives that they realise, for the roadmap, which does not know plans."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from northline.core.doors import visible
from northline.core.models import Link
from northline.core.scope import Scope
from northline.delivery.models import Project
from northline.roadmap.outlook import Outlook
from northline.scheduling.models import SavedForecast


def outlooks_of(scope: Scope, initiative_ids: Iterable[UUID]) -> Mapping[UUID, Outlook]:
    """The outlook of each initiative with a plan; of several plans the one that finishes last speaks. Three queries."""
    pairs = list(
        Link.objects.filter(
            workspace_id=scope.workspace_id, type="realises", target_id__in=list(initiative_ids)
        ).values_list("source_id", "target_id")
    )
    live = visible(scope, Project.objects.filter(archived_at=None), product="product_id", project="pk")
    projects = set(live.filter(pk__in={source for source, _ in pairs}).values_list("pk", flat=True))
    kept = {row.pk: row for row in SavedForecast.objects.filter(pk__in=projects)}
    found: dict[UUID, Outlook] = {}
    for source, target in pairs:
        if source not in projects:
            continue
        said = _outlook(kept.get(source))
        known = found.get(target)
        if known is None or (said.p85 and (known.p85 is None or known.p85 < said.p85)):
            found[target] = said
    return found


def _outlook(row: SavedForecast | None) -> Outlook:
    if row is None:
        return Outlook()
    bars = tuple((datetime.fromisoformat(bar["at"]), int(bar["count"])) for bar in row.histogram)
    p50, p85 = (datetime.fromisoformat(value).date() for value in (row.p50, row.p85))
    return Outlook(p50=p50, p85=p85, bars=bars)
