"""Reading strategy. Objectives come with their key results: two queries a list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Manager, Prefetch, QuerySet

from northline.core.kinds import kind_named
from northline.core.models import Link
from northline.core.scope import Scope
from northline.research.queries import matching
from northline.strategy.models import CheckIn, KeyResult, Objective, Vision
from northline.strategy.scoring.told import Work, work_of


def visions_of(product_id: UUID) -> QuerySet[Vision]:
    """The versions of a product's vision. The caller has opened the product."""
    return Vision.objects.filter(product_id=product_id).select_related("created_by")


def objectives(
    scope: Scope, *, product_id: UUID | None, q: str, period: str, owner_id: UUID | None, archived: bool
) -> QuerySet[Objective]:
    """The objectives that this member may read and that match."""
    rows = matching(scope, Objective.objects.all(), product_id=product_id, q=q, archived=archived)
    if period:
        rows = rows.filter(period=period)
    if owner_id:
        rows = rows.filter(owner_id=owner_id)
    return with_results(rows)


def with_results(rows: QuerySet[Objective]) -> QuerySet[Objective]:
    """Objectives with all that is shown of them."""
    results = KeyResult.objects.filter(archived_at=None).select_related("owner").order_by("created_at", "pk")
    return rows.select_related("owner", "parent").prefetch_related(Prefetch("key_results", results))


@dataclass(frozen=True, slots=True)
class Contribution:
    """Work that advances an objective; `work` is None where no plan tells of it."""

    link_id: UUID
    row: Any
    work: Work | None


def contributions_to(scope: Scope, objective: Objective) -> list[Contribution]:
    """The live work that advances an objective, as far as the member may read it. One query for the links, one a
    kind of work, and what is told of it."""
    links = Link.objects.filter(
        workspace_id=scope.workspace_id, type="advances", target_id=objective.pk
    ).order_by("created_at", "pk")
    by_kind: dict[str, dict[UUID, UUID]] = {}
    for link in links:
        by_kind.setdefault(link.source_kind, {})[link.source_id] = link.pk
    found = []
    for kind, ids in by_kind.items():
        manager: Manager[Any] = kind_named(kind).model._default_manager
        rows = [row for row in manager.filter(pk__in=ids, archived_at=None) if scope.may("read", row.place())]
        works = work_of(kind, scope.workspace_id, {row.pk for row in rows})
        found += [Contribution(ids[row.pk], row, works.get(row.pk)) for row in rows]
    order = {link.pk: place for place, link in enumerate(links)}
    return sorted(found, key=lambda each: order[each.link_id])


def check_ins_of(row: KeyResult) -> QuerySet[CheckIn]:
    """What was seen of a key result. The caller has opened it."""
    return CheckIn.objects.filter(key_result=row).select_related("by")
