"""Reading canvases: evidence is counted for all statements at once, one query a kind of evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from northline.core import links
from northline.core.models import Link
from northline.core.scope import Scope
from northline.strategy.canvases import rules
from northline.strategy.canvases.models import Canvas, CanvasVersion, Statement
from northline.strategy.differences import Said

FOR, AGAINST = "supports", "contradicts"


@dataclass(frozen=True, slots=True)
class Evidence:
    """How many live pieces speak for and against a statement, as far as the member may read them."""

    supports: int = 0
    contradicts: int = 0

    @property
    def standing(self) -> rules.Standing:
        return rules.standing(supports=self.supports, contradicts=self.contradicts)


def canvases_of(product_id: UUID, *, archived: bool = False) -> QuerySet[Canvas]:
    """The canvases of a product, oldest first. The caller has opened the product."""
    rows = Canvas.objects.filter(product_id=product_id, archived_at__isnull=not archived)
    return rows.order_by("created_at", "pk")


def versions_of(canvas: Canvas) -> QuerySet[CanvasVersion]:
    """The versions of a canvas. The caller has opened it."""
    return CanvasVersion.objects.filter(canvas=canvas).select_related("created_by", "canvas")


def newest_of(canvas: Canvas) -> CanvasVersion | None:
    return versions_of(canvas).order_by("-number").first()


def statements_of(canvases: Iterable[Canvas]) -> dict[UUID, list[Statement]]:
    """The statements in the newest version of each canvas. One query."""
    found: dict[UUID, list[Statement]] = defaultdict(list)
    for row in Statement.objects.filter(canvas__in=list(canvases), archived_at=None).order_by("pk"):
        if row.canvas_id:
            found[row.canvas_id].append(row)
    return found


def evidence_of(scope: Scope, statement_ids: Collection[UUID]) -> dict[UUID, Evidence]:
    """The evidence for and against each statement. One query, and one a kind of evidence."""
    rows = list(
        Link.objects.filter(
            workspace_id=scope.workspace_id, type__in=(FOR, AGAINST), target_id__in=statement_ids
        ).values_list("type", "source_kind", "source_id", "target_id")
    )
    kinds: dict[str, set[UUID]] = defaultdict(set)
    for _, kind, source, _ in rows:
        kinds[kind].add(source)
    live = {
        each["id"]
        for kind, ids in kinds.items()
        for each in links.named_rows(scope, kind, ids)
        if not each["archived"]
    }
    counts: dict[UUID, dict[str, int]] = defaultdict(lambda: {FOR: 0, AGAINST: 0})
    for name, _, source, target in rows:
        if source in live:
            counts[target][name] += 1
    return {target: Evidence(each[FOR], each[AGAINST]) for target, each in counts.items()}


def keys_of(statement_ids: Collection[UUID]) -> dict[UUID, str]:
    """The short keys of statements. One query."""
    return dict(Statement.objects.filter(pk__in=statement_ids).values_list("pk", "key"))


def ids_in(contents: Iterable[Mapping[str, list[dict[str, Any]]]]) -> set[UUID]:
    """The statements that versions with these boxes hold."""
    return {UUID(each["id"]) for boxes in contents for said in boxes.values() for each in said}


def said_in(boxes: Mapping[str, list[dict[str, Any]]]) -> dict[str, list[Said]]:
    return {box: [Said(**each) for each in said] for box, said in boxes.items()}
