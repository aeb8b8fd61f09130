"""Reading research coverage: which persona was heard about which opportunity, and when. A known number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import DateField, F, Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone

from northline.core.days import DayOf
from northline.core.ids import as_text, text_of
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
NOBODY: frozenset[UUID] = frozenset()


@dataclass(slots=True)
class Bearing:
    """What everything of a product leads to: an insight or experiment to personas, and to opportunities.

    By ids as text, for there are ten thousands of insights.
    """

    said: Mapping[str, frozenset[UUID]]
    fitting: Mapping[str, frozenset[UUID]]
    jobs: Mapping[str, frozenset[UUID]]
    needs: Mapping[str, UUID]
    helped: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    addressed: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    ideas: dict[str, str] = field(default_factory=dict)
    _known: dict[tuple[str, ...], frozenset[UUID]] = field(default_factory=dict)

    def needs_of(self, targets: Iterable[str]) -> frozenset[UUID]:
        """The opportunities of the product behind opportunities, ideas or assumptions."""
        ends = tuple(targets)
        known = self._known.get(ends)
        if known is None:
            behind = {need for target in ends for need in self._behind(self.ideas.get(target, target))}
            known = frozenset(self.needs[need] for need in behind if need in self.needs)
            self._known[ends] = known
        return known

    def _behind(self, target: str) -> set[str]:
        return self.addressed.get(target, {target})

    def personas_of(self, evidence: str, customer: str | None = None) -> frozenset[UUID]:
        """Whom it speaks for: whom it says or, where it says nobody, those whom its customer is like."""
        said = self.said.get(evidence)
        return said or (self.fitting.get(customer, NOBODY) if customer else NOBODY)

    def doing(self, need: str) -> frozenset[UUID]:
        """Those with a job that the opportunity helps with."""
        return NOBODY.union(*(self.jobs.get(job, NOBODY) for job in self.helped.get(need, ())))


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
    needs = _as_tree(list(_needs(product)))
    bearing = _bearing(product, [row.pk for row in personas], [row.pk for row in needs])
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
    """The opportunities that are neither settled nor put off: the impact of the others is not asked for."""
    rows = Opportunity.objects.filter(product=product, archived_at=None).select_related("branch")
    rows = rows.exclude(branch__status__in=SETTLED)
    return rows.annotate(impact=impact()).order_by("created_at", "pk")


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


def _bearing(product: Product, personas: Iterable[UUID], needs: Iterable[UUID]) -> Bearing:
    """Three queries."""
    said, fitting, jobs = _led_to(product, {text_of(pk): pk for pk in personas})
    found = Bearing(said, fitting, jobs, {text_of(pk): pk for pk in needs})
    own = Opportunity.objects.filter(product=product).values("pk")
    links = Link.objects.filter(
        Q(source_id__in=own) | Q(target_id__in=own),
        workspace_id=product.workspace_id,
        type__in=("addresses", HELPS_WITH),
        source_kind__in=("idea", "opportunity"),
    )
    for name, source, target in links.values_list("type", as_text("source_id"), as_text("target_id")):
        ends = found.addressed if name == "addresses" else found.helped
        ends[source].add(target)
    assumed = Assumption.objects.filter(product=product, archived_at=None)
    found.ideas.update(assumed.values_list(as_text("pk"), as_text("idea_id")))
    return found


def _led_to(product: Product, personas: Mapping[str, UUID]) -> list[dict[str, frozenset[UUID]]]:
    """What says that it speaks for personas, whom they are like, and whose jobs they are: to which each leads."""
    names = (SPEAKS_FOR, FITS, DONE_BY)
    found: dict[str, dict[str, frozenset[UUID]]] = {name: {} for name in names}
    # Most lead to one: as the same value they are told apart fast.
    alone = {text: frozenset([persona]) for text, persona in personas.items()}
    led = _to_personas(product).filter(type__in=names)
    for name, source, target in led.values_list("type", as_text("source_id"), as_text("target_id")):
        if target in alone:
            known = found[name].get(source)
            found[name][source] = known | alone[target] if known else alone[target]
    return [found[name] for name in names]


def _insights(product: Product, bearing: Bearing) -> Iterator[Piece[str, UUID]]:
    days: dict[str, date] = {}
    told: dict[str, tuple[str, str | None, list[str]]] = {}
    for insight, day, customer, target in _spoken_and_bearing(product):
        told.setdefault(insight, (day, customer, []))[2].append(target)
    for insight, (day, customer, targets) in told.items():
        if day not in days:
            days[day] = date.fromisoformat(day)
        yield Piece(insight, days[day], bearing.personas_of(insight, customer), bearing.needs_of(targets))


def _spoken_and_bearing(product: Product) -> list[tuple[str, str, str | None, str]]:
    """Each insight of which it is known whom it speaks for with its day, its customer, and each that it bears on.

    The ORM does not join what a link leads to, and to read both apart takes twice as long. One query.
    """
    spoken = _live(product).filter(_spoken_for(product)).order_by()
    day = Coalesce("observed_on", DayOf("created_at"), output_field=DateField())
    sql, params = spoken.values(own=F("pk"), day=day, of=F("customer_id")).query.sql_with_params()
    with connection.cursor() as cursor:
        # Every name in it is ours; what was asked for stands in the parameters.
        cursor.execute(
            "SELECT CAST(own AS text), CAST(day AS text), CAST(of AS text), CAST(target_id AS text)"  # noqa: S608
            f" FROM ({sql}) AS spoken JOIN core_link ON source_id = own"
            " WHERE workspace_id = %s AND type IN (%s, %s)",
            (*params, Link._meta.pk.get_db_prep_value(product.workspace_id, connection), *BEARS),
        )
        found: list[tuple[str, str, str | None, str]] = cursor.fetchall()
    return found


def _experiments(product: Product, bearing: Bearing) -> Iterator[Piece[str, UUID]]:
    """Of what is running or done: on its last day, or on its first while it runs."""
    tried = Experiment.objects.filter(product=product, archived_at=None, state__in=("running", "done"))
    for row in tried.filter(pk__in=_said_by(product, "experiment")):
        day = row.ends_on if row.state == "done" and row.ends_on else row.starts_on
        if day is not None:
            own = text_of(row.pk)
            yield Piece(own, day, bearing.personas_of(own), bearing.needs_of([text_of(row.assumption_id)]))


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
    return _live(product).filter(of_late).exclude(_spoken_for(product))


def _live(product: Product) -> QuerySet[Insight]:
    """The insights of a product, by the index of lists, which begins with the workspace."""
    return Insight.objects.filter(workspace_id=product.workspace_id, product=product, archived_at=None)


def table_of(found: Coverage) -> tuple[list[Field], Iterator[dict[str, Any]]]:
    """The coverage as a table to write: for each opportunity the day on which each persona was last heard."""
    fields = [Field("key", "text", label="Opportunity"), Field("title", "text")]
    fields += [Field(str(row.pk), "date", label=row.title) for row in found.personas]
    return fields, _table_rows(found)


def _table_rows(found: Coverage) -> Iterator[dict[str, Any]]:
    for need in found.needs:
        heard = {str(row.pk): found.cells[row.pk, need.pk].last for row in found.personas}
        yield {"key": need.key, "title": need.title} | heard
