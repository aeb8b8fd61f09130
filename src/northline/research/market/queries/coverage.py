"""Reading research coverage: which persona was heard about which opportunity, and when. A known number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from northline.core.ids import text_of
from northline.core.listing.listings import Field
from northline.core.scope import Scope
from northline.products.models import Product
from northline.research.expressions import impact
from northline.research.market.models import Persona
from northline.research.market.queries.bearing import (
    FITS,
    Bearing,
    bearing_of,
    experiments_heard,
    insights_heard,
    live_insights,
    open_needs,
    said_by,
    to_personas,
)
from northline.research.market.rules.coverage import Cell, Stake, cells_of, most_urgent
from northline.research.models import Insight, Opportunity


@dataclass(frozen=True, slots=True)
class Coverage:
    """The matrix of a product on one day."""

    days: int
    today: date
    personas: list[Persona]
    needs: list[Opportunity]
    targets: frozenset[UUID]
    cells: dict[tuple[UUID, UUID], Cell[str, UUID]]
    stakes: dict[tuple[UUID, UUID], Stake]
    nameless: int

    def is_silent(self, cell: Cell[str, UUID]) -> bool:
        return cell.is_silent(today=self.today, days=self.days)

    def gaps(self) -> list[Cell[str, UUID]]:
        """Every silent cell, the one to ask about first at the start."""
        shares = {row.pk: row.share or 0 for row in self.personas}
        silent = (cell for cell in self.cells.values() if self.is_silent(cell))
        return most_urgent(silent, stakes=self.stakes, shares=shares)

    def gaps_of(self, persona_id: UUID) -> int:
        mine = (cell for cell in self.cells.values() if cell.persona == persona_id)
        return sum(self.is_silent(cell) for cell in mine)


def coverage_of(scope: Scope, product: Product, *, days: int) -> Coverage:
    """Personas by the opportunities that are neither solved nor parked. Eight queries."""
    personas = personas_of(scope, product)
    needs = _as_tree(_weighed(product))
    bearing = bearing_of(product, [row.pk for row in personas], [row.pk for row in needs])
    pieces = [*insights_heard(product, bearing), *experiments_heard(product, bearing)]
    parents = {row.pk: row.parent_id for row in needs}
    targets = frozenset(row.pk for row in needs if hasattr(row, "branch") and row.branch.is_target)
    today = timezone.localdate()
    return Coverage(
        days=days,
        today=today,
        personas=personas,
        needs=needs,
        targets=targets,
        cells=cells_of(pieces, personas=[row.pk for row in personas], parents=parents, today=today),
        stakes=_stakes(personas, needs, targets, bearing),
        nameless=_nameless(product, since=today - timedelta(days=days)).count(),
    )


def personas_of(scope: Scope, product: Product) -> list[Persona]:
    """Those of the product and, for who may read them, of the whole workspace; who stands for most first."""
    rows = Persona.objects.filter(workspace_id=product.workspace_id, archived_at=None)
    mine = rows.filter(Q(product=product) | Q(product=None))
    read = (row for row in mine if scope.may("read", row.place()))
    return sorted(read, key=lambda row: (-(row.share or 0), row.created_at))


def _spoken_for(product: Product) -> Q:
    """Insights of which it is known whom they speak for."""
    fitting = to_personas(product).filter(type=FITS, source_kind="customer").values("source_id")
    return Q(pk__in=said_by(product, "insight")) | Q(customer__in=fitting)


def _weighed(product: Product) -> list[Opportunity]:
    """With their branch and impact."""
    rows = open_needs(product).select_related("branch").annotate(impact=impact())
    return list(rows.order_by("created_at", "pk"))


def _as_tree(rows: list[Opportunity]) -> list[Opportunity]:
    """Each followed by what stands below it."""
    known = {row.pk for row in rows}
    below: dict[UUID | None, list[Opportunity]] = defaultdict(list)
    for row in rows:
        below[row.parent_id if row.parent_id in known else None].append(row)
    ordered: list[Opportunity] = []
    waiting = list(reversed(below[None]))
    while waiting:
        row = waiting.pop()
        ordered.append(row)
        waiting += reversed(below[row.pk])
    return ordered


def _stakes(
    personas: list[Persona], needs: list[Opportunity], targets: frozenset[UUID], bearing: Bearing
) -> dict[tuple[UUID, UUID], Stake]:
    doing = {need.pk: bearing.doing(text_of(need.pk)) for need in needs}
    return {
        (persona.pk, need.pk): Stake(
            is_target=need.pk in targets,
            has_job=persona.pk in doing[need.pk],
            impact=_impact(need),
        )
        for persona in personas
        for need in needs
    }


def _impact(row: Any) -> float:
    return float(row.impact)


def _nameless(product: Product, *, since: date) -> QuerySet[Insight]:
    """Insights of late of which nobody said whom they speak for."""
    start = datetime.combine(since, time(), tzinfo=UTC)
    of_late = Q(observed_on__gte=since) | Q(observed_on=None, created_at__gte=start)
    return live_insights(product).filter(of_late).exclude(_spoken_for(product))


def table_of(found: Coverage) -> tuple[list[Field], Iterator[dict[str, Any]]]:
    """The coverage as a table to write: for each opportunity the day on which each persona was last heard."""
    fields = [Field("key", "text", label="Opportunity"), Field("title", "text")]
    fields += [Field(str(row.pk), "date", label=row.title) for row in found.personas]
    return fields, _table_rows(found)


def _table_rows(found: Coverage) -> Iterator[dict[str, Any]]:
    for need in found.needs:
        heard = {str(row.pk): found.cells[row.pk, need.pk].last for row in found.personas}
        yield {"key": need.key, "title": need.title} | heard
