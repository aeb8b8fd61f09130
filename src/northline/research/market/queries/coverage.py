"""Reading research coverage: which persona was heard about which opportunity, and when. A known number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from northline.core.listing.listings import Field
from northline.core.models import Link
from northline.core.scope import Scope
from northline.products.models import Product
from northline.research.discovery.models import Assumption, Branch, Experiment
from northline.research.expressions import impact
from northline.research.market.models import Persona
from northline.research.market.rules.coverage import Cell, Piece, Stake, cells_of, most_urgent
from northline.research.models import Insight, Opportunity

# Links that say whom something is about, and those by which evidence bears on what it is about.
SPEAKS_FOR, FITS, DONE_BY, HELPS_WITH = "speaks_for", "fits", "done_by", "helps_with"
MENTIONS = "mentions"
BEARS = ("supports", "contradicts")
# Of a branch that is settled or put off, silence is no gap.
SETTLED = (Branch.Status.SOLVED, Branch.Status.PARKED)

Ends = dict[UUID, set[UUID]]


@dataclass(slots=True)
class Bearing:
    """What everything of a product leads to: an insight or experiment to personas, and to opportunities."""

    said: Ends = field(default_factory=lambda: defaultdict(set))
    fitting: Ends = field(default_factory=lambda: defaultdict(set))
    jobs: Ends = field(default_factory=lambda: defaultdict(set))
    helped: Ends = field(default_factory=lambda: defaultdict(set))
    # What an insight bears on: opportunities, ideas and assumptions.
    bears: Ends = field(default_factory=lambda: defaultdict(set))
    addressed: Ends = field(default_factory=lambda: defaultdict(set))
    ideas: dict[UUID, UUID] = field(default_factory=dict)

    def needs_of(self, target: UUID) -> set[UUID]:
        """The opportunities behind an opportunity, an idea or an assumption."""
        target = self.ideas.get(target, target)
        return self.addressed.get(target, {target})

    def personas_of(self, evidence: UUID, customer: UUID | None) -> set[UUID]:
        """Whom it speaks for: whom it says or, where it says nobody, those whom its customer is like."""
        known = self.fitting.get(customer, set()) if customer else set()
        return self.said.get(evidence) or known


@dataclass(frozen=True, slots=True)
class Coverage:
    """The matrix of a product on one day."""

    days: int
    today: date
    personas: list[Persona]
    needs: list[Opportunity]
    targets: frozenset[UUID]
    cells: dict[tuple[UUID, UUID], Cell[UUID]]
    stakes: dict[tuple[UUID, UUID], Stake]
    nameless: int

    def is_silent(self, cell: Cell[UUID]) -> bool:
        return cell.is_silent(today=self.today, days=self.days)

    def gaps(self) -> list[Cell[UUID]]:
        """Every silent cell, the one to ask about first at the start."""
        shares = {row.pk: row.share or 0 for row in self.personas}
        silent = (cell for cell in self.cells.values() if self.is_silent(cell))
        return most_urgent(silent, stakes=self.stakes, shares=shares)

    def gaps_of(self, persona_id: UUID) -> int:
        mine = (cell for cell in self.cells.values() if cell.persona == persona_id)
        return sum(self.is_silent(cell) for cell in mine)


def coverage_of(scope: Scope, product: Product, *, days: int) -> Coverage:
    """Personas by the opportunities that are neither solved nor parked. Nine queries."""
    personas = personas_of(scope, product)
    every = list(_needs(product))
    needs = _as_tree([row for row in every if _status(row) not in SETTLED])
    bearing = _bearing(product, [row.pk for row in personas])
    pieces = [*_insights(product, bearing), *_experiments(product, bearing)]
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
    fitting = _to_personas(product).filter(type=FITS, source_kind="customer").values("source_id")
    return Q(pk__in=_said_by(product, "insight")) | Q(customer__in=fitting)


def _said_by(product: Product, kind: str) -> QuerySet[Link, UUID]:
    """The ids of those of a kind that say whom they speak for."""
    said = _to_personas(product).filter(type=SPEAKS_FOR, source_kind=kind)
    return said.values_list("source_id", flat=True)


def _to_personas(product: Product) -> QuerySet[Link]:
    return Link.objects.filter(workspace_id=product.workspace_id, target_kind=Persona.KIND)


def _needs(product: Product) -> QuerySet[Opportunity]:
    rows = Opportunity.objects.filter(product=product, archived_at=None).select_related("branch")
    return rows.annotate(impact=impact()).order_by("created_at", "pk")


def _status(row: Opportunity) -> str:
    return row.branch.status if hasattr(row, "branch") else Branch.Status.CONSIDERED


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


def _bearing(product: Product, personas: list[UUID]) -> Bearing:
    """Five queries."""
    found, mine = Bearing(), Link.objects.filter(workspace_id=product.workspace_id)
    known, led = set(personas), _to_personas(product).filter(type__in=(SPEAKS_FOR, FITS, DONE_BY))
    ends_of = {SPEAKS_FOR: found.said, FITS: found.fitting, DONE_BY: found.jobs}
    for name, source, target in led.values_list("type", "source_id", "target_id"):
        if target in known:
            ends_of[name][source].add(target)
    insights = _spoken(product).values("pk")
    bearing = mine.filter(type__in=BEARS, source_kind="insight", source_id__in=insights)
    for source, target in bearing.values_list("source_id", "target_id"):
        found.bears[source].add(target)
    needs = Opportunity.objects.filter(product=product).values("pk")
    for row in mine.filter(
        type__in=("addresses", HELPS_WITH), source_kind__in=("idea", "opportunity")
    ).filter(Q(source_id__in=needs) | Q(target_id__in=needs)):
        ends = found.addressed if row.type == "addresses" else found.helped
        ends[row.source_id].add(row.target_id)
    assumed = Assumption.objects.filter(product=product, archived_at=None)
    found.ideas = dict(assumed.values_list("pk", "idea_id"))
    return found


def _spoken(product: Product) -> QuerySet[Insight]:
    rows = Insight.objects.filter(product=product, archived_at=None)
    return rows.filter(_spoken_for(product))


def _insights(product: Product, bearing: Bearing) -> Iterable[Piece[UUID]]:
    bears = Link.objects.filter(workspace_id=product.workspace_id, type__in=BEARS, source_id=OuterRef("pk"))
    told = _spoken(product).filter(Exists(bears))
    for pk, seen, noted, customer in told.values_list("pk", "observed_on", "created_at", "customer_id"):
        needs = {need for target in bearing.bears.get(pk, ()) for need in bearing.needs_of(target)}
        day = seen or noted.date()
        yield Piece(pk, day, frozenset(bearing.personas_of(pk, customer)), frozenset(needs))


def _experiments(product: Product, bearing: Bearing) -> Iterable[Piece[UUID]]:
    """Of what is running or done: on its last day, or on its first while it runs."""
    tried = Experiment.objects.filter(product=product, archived_at=None, state__in=("running", "done"))
    for row in tried.filter(pk__in=_said_by(product, "experiment")):
        day = row.ends_on if row.state == "done" and row.ends_on else row.starts_on
        if day is not None:
            needs = bearing.needs_of(row.assumption_id)
            yield Piece(row.pk, day, frozenset(bearing.said[row.pk]), frozenset(needs))


def _stakes(
    personas: list[Persona], needs: list[Opportunity], targets: frozenset[UUID], bearing: Bearing
) -> dict[tuple[UUID, UUID], Stake]:
    return {
        (persona.pk, need.pk): Stake(
            is_target=need.pk in targets,
            has_job=any(persona.pk in bearing.jobs.get(job, ()) for job in bearing.helped.get(need.pk, ())),
            impact=_impact(need),
        )
        for persona in personas
        for need in needs
    }


def _impact(row: Any) -> float:
    return float(row.impact)


def _nameless(product: Product, *, since: date) -> QuerySet[Insight]:
    """Insights of late of which nobody said whom they speak for."""
    rows = Insight.objects.filter(product=product, archived_at=None)
    start = datetime.combine(since, time(), tzinfo=UTC)
    of_late = Q(observed_on__gte=since) | Q(observed_on=None, created_at__gte=start)
    return rows.filter(of_late).exclude(_spoken_for(product))


def table_of(found: Coverage) -> tuple[list[Field], Iterator[dict[str, Any]]]:
    """The coverage as a table to write: for each opportunity the day on which each persona was last heard."""
    fields = [Field("key", "text", label="Opportunity"), Field("title", "text")]
    fields += [Field(str(row.pk), "date", label=row.title) for row in found.personas]
    return fields, _table_rows(found)


def _table_rows(found: Coverage) -> Iterator[dict[str, Any]]:
    for need in found.needs:
        heard = {str(row.pk): found.cells[row.pk, need.pk].last for row in found.personas}
        yield {"key": need.key, "title": need.title} | heard
