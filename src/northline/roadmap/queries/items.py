"""Reading the roadmap: one query each for lanes, initiatives, dependencies, milestones and open promises."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Exists, Max, OuterRef, Q, QuerySet

from northline.core.doors import visible
from northline.core.listing.conditions import Where
from northline.core.listing.queries import Asked, find
from northline.core.models import Change, Link
from northline.core.scope import Scope
from northline.research.queries import matching
from northline.roadmap.models import Initiative, InitiativeDependency, Lane, Milestone, Promise
from northline.roadmap.rules.containers import rolled_up
from northline.strategy.models import Objective
from northline.strategy.queries import with_results

if TYPE_CHECKING:
    from northline.roadmap.queries.plain import PlainInitiative


def lanes_of(product_id: UUID) -> QuerySet[Lane]:
    """The lanes of a product, in their order. The caller has opened the product.

    An archived lane that holds initiatives again, as an undo can bring about, is shown: nothing falls out of sight.
    """
    held = Exists(Initiative.objects.filter(lane=OuterRef("pk"), archived_at=None))
    rows = Lane.objects.filter(Q(archived_at=None) | Q(held), product_id=product_id)
    return rows.order_by("position", "pk")


def initiatives_of(product_id: UUID) -> QuerySet[Initiative]:
    """The initiatives of a product as they lie in their lanes. The caller has opened the product."""
    rows = Initiative.objects.filter(product_id=product_id, archived_at=None)
    return rows.select_related("owner").defer("words").order_by("position", "pk")


def dependencies_of(product_id: UUID) -> QuerySet[InitiativeDependency]:
    """What waits for what among a product's live initiatives. The caller has opened the product."""
    rows = InitiativeDependency.objects.filter(product_id=product_id)
    return rows.filter(before__archived_at=None, after__archived_at=None).order_by("pk")


def milestones_of(product_id: UUID) -> QuerySet[Milestone]:
    """The milestones of a product by their day. The caller has opened the product."""
    return Milestone.objects.filter(product_id=product_id, archived_at=None).order_by("day", "pk")


def open_promises_of(product_id: UUID) -> QuerySet[Promise]:
    """The promises of a product that are neither kept nor broken yet. The caller has opened the product."""
    rows = Promise.objects.filter(product_id=product_id, archived_at=None, state=Promise.State.OPEN)
    return rows.order_by("due", "pk")


def rollups_of(rows: Iterable[PlainInitiative]) -> list[dict[str, Any]]:
    """The span of everything inside, for each container among these initiatives."""
    spans = [
        (
            row.pk,
            row.parent_id,
            (row.window_start, row.window_finish) if row.window_start and row.window_finish else None,
        )
        for row in rows
    ]
    return [
        {"initiative_id": key, "start": start, "finish": finish}
        for key, (start, finish) in rolled_up(spans).items()
    ]


def newest_seq(workspace_id: UUID) -> int:
    """The number of the workspace's newest change; 0 before the first."""
    newest: int | None = Change.objects.filter(workspace_id=workspace_id).aggregate(at=Max("seq"))["at"]
    return newest or 0


def initiatives(
    scope: Scope,
    *,
    product_id: UUID | None,
    q: str,
    status: str,
    horizon: str,
    lane_id: UUID | None,
    theme_id: UUID | None,
    owner_id: UUID | None,
    archived: bool,
) -> QuerySet[Initiative]:
    """The initiatives that this member may read and that match."""
    rows = matching(scope, Initiative.objects.all(), product_id=product_id, q=q, archived=archived)
    wanted = {
        "status": status,
        "horizon": horizon,
        "lane_id": lane_id,
        "theme_id": theme_id,
        "owner_id": owner_id,
    }
    return rows.filter(**{name: value for name, value in wanted.items() if value}).select_related("owner")


def matching_ids(scope: Scope, product_id: UUID, *, q: str, where: Where) -> list[UUID]:
    """The live initiatives of a product that meet the conditions: one query, and one for the custom fields."""
    found = find(scope, Initiative.KIND, Asked(product_id=product_id, q=q, where=where))
    return list(found.rows.order_by().values_list("pk", flat=True))


def objectives_of(scope: Scope, initiative: Initiative) -> list[Objective]:
    """The live objectives that an initiative advances, as far as the member may read them. Three queries."""
    links = Link.objects.filter(
        workspace_id=scope.workspace_id, type="advances", source_id=initiative.pk, target_kind=Objective.KIND
    )
    advanced = Objective.objects.filter(pk__in=links.values("target_id"), archived_at=None)
    rows = visible(scope, advanced, product="product_id")
    return list(with_results(rows).order_by("created_at", "pk"))


def next_position(rows: QuerySet[Lane] | QuerySet[Initiative]) -> float:
    """A place behind the last of `rows`."""
    last: float | None = rows.aggregate(last=Max("position"))["last"]
    return 0.0 if last is None else last + 1
