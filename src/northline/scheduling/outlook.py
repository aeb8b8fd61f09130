"""What plans say about the initiatives that they realise, for the roadmap, which does not know plans."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from datetime import date, datetime
from uuid import UUID

from northline.core.doors import visible
from northline.core.models import Link
from northline.core.scope import Scope
from northline.delivery.models import Project
from northline.roadmap.outlook import Outlook
from northline.roadmap.rules.promising import Ends
from northline.scheduling.models import SavedForecast

# Naming more ids than this to the database takes longer than reading the links of all plans.
FEW = 200
NO_FORECAST = Outlook()


def outlooks_of(scope: Scope, initiative_ids: Iterable[UUID]) -> Mapping[UUID, Outlook]:
    """The outlook of each initiative with a plan; of several plans the one that finishes last speaks. Three queries."""
    pairs = _realised(scope.workspace_id, set(initiative_ids))
    live = visible(scope, Project.objects.filter(archived_at=None), product="product_id", project="pk")
    projects = set(live.filter(pk__in={source for source, _ in pairs}).values_list("pk", flat=True))
    forecasts = SavedForecast.objects.filter(pk__in=projects).only("p50", "p85", "ends")
    kept = {row.pk: _outlook(row) for row in forecasts}
    found: dict[UUID, Outlook] = {}
    for source, target in pairs:
        if source not in projects:
            continue
        said = kept.get(source, NO_FORECAST)
        known = found.get(target)
        if known is None or (said.p85 and (known.p85 is None or known.p85 < said.p85)):
            found[target] = said
    return found


def _realised(workspace_id: UUID, asked: Set[UUID]) -> list[tuple[UUID, UUID]]:
    """Which project realises which of the initiatives asked for."""
    links = Link.objects.filter(workspace_id=workspace_id, type="realises")
    if len(asked) <= FEW:
        links = links.filter(target_id__in=asked)
    return [pair for pair in links.values_list("source_id", "target_id") if pair[1] in asked]


def _outlook(row: SavedForecast) -> Outlook:
    p50, p85 = (datetime.fromisoformat(value).date() for value in (row.p50, row.p85))
    # Empty in a forecast that was kept before days were, and had no bars to make them of.
    ends = Ends(date.fromisoformat(row.ends["first"]), row.ends["counts"]) if row.ends else None
    return Outlook(p50=p50, p85=p85, ends=ends)
