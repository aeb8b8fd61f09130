"""Reading which evidence speaks for which persona about which opportunity. A known number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db import connection
from django.db.models import DateField, F, Q, QuerySet
from django.db.models.functions import Coalesce

from northline.core.days import DayOf
from northline.core.ids import as_text, text_of
from northline.core.models import Link
from northline.products.models import Product
from northline.research.discovery.models import Assumption, Branch, Experiment
from northline.research.market.models import Persona
from northline.research.market.rules.coverage import Piece
from northline.research.models import Insight, Opportunity

# Links that say whom something is about, and those by which evidence bears on what it is about.
SPEAKS_FOR, FITS, DONE_BY, HELPS_WITH = "speaks_for", "fits", "done_by", "helps_with"
MENTIONS, ADDRESSES = "mentions", "addresses"
BEARS = ("supports", "contradicts")
# Of a branch that is settled or put off, silence is no gap.
SETTLED = (Branch.Status.SOLVED, Branch.Status.PARKED)


@dataclass(slots=True)
class Bearing:
    """What everything of a product leads to: an insight or experiment to personas, and to opportunities.

    By ids as text, for there are ten thousands of insights.
    """

    personas: Mapping[str, UUID]
    needs: Mapping[str, UUID]
    said: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    fitting: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    jobs: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    helped: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    addressed: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    ideas: dict[str, str] = field(default_factory=dict)
    _known: dict[frozenset[str], frozenset[UUID]] = field(default_factory=dict)

    def needs_of(self, targets: Iterable[str]) -> frozenset[UUID]:
        """The opportunities of the product behind opportunities, ideas or assumptions."""
        ends = frozenset(targets)
        known = self._known.get(ends)
        if known is None:
            behind = {need for target in ends for need in self._behind(self.ideas.get(target, target))}
            known = frozenset(self.needs[need] for need in behind if need in self.needs)
            self._known[ends] = known
        return known

    def _behind(self, target: str) -> set[str]:
        return self.addressed.get(target, {target})

    def personas_of(self, said: Iterable[str], customer: str | None = None) -> frozenset[UUID]:
        """Whom evidence speaks for: whom it says or, where it says nobody, those whom its customer is like."""
        return self._personas(said) or self._personas(self.fitting.get(customer, ()) if customer else ())

    def doing(self, need: str) -> frozenset[UUID]:
        """Those with a job that the opportunity helps with."""
        return self._personas(
            persona for job in self.helped.get(need, ()) for persona in self.jobs.get(job, ())
        )

    def _personas(self, texts: Iterable[str]) -> frozenset[UUID]:
        return frozenset(self.personas[text] for text in texts if text in self.personas)


def bearing_of(product: Product, personas: Iterable[UUID], needs: Iterable[UUID]) -> Bearing:
    """Three queries. Whom insights say they speak for is read with them."""
    found = Bearing({text_of(pk): pk for pk in personas}, {text_of(pk): pk for pk in needs})
    led = to_personas(product).filter(
        type__in=(SPEAKS_FOR, FITS, DONE_BY), source_kind__in=("experiment", "customer", "job_to_be_done")
    )
    ends = {SPEAKS_FOR: found.said, FITS: found.fitting, DONE_BY: found.jobs}
    for name, source, target in led.values_list("type", as_text("source_id"), as_text("target_id")):
        ends[name][source].add(target)
    own = Opportunity.objects.filter(product=product).values("pk")
    links = Link.objects.filter(
        Q(source_id__in=own) | Q(target_id__in=own),
        workspace_id=product.workspace_id,
        type__in=(ADDRESSES, HELPS_WITH),
        source_kind__in=("idea", "opportunity"),
    )
    for name, source, target in links.values_list("type", as_text("source_id"), as_text("target_id")):
        (found.addressed if name == ADDRESSES else found.helped)[source].add(target)
    assumed = _assumed(product)
    found.ideas.update(assumed.values_list(as_text("pk"), as_text("idea_id")))
    return found


def _assumed(product: Product) -> QuerySet[Assumption]:
    return Assumption.objects.filter(product=product, archived_at=None)


@dataclass(slots=True)
class _Told:
    """What one insight tells: of which day and customer, whom it says it speaks for, on what it bears."""

    day: str
    customer: str | None
    said: set[str] = field(default_factory=set)
    targets: set[str] = field(default_factory=set)


def insights_heard(product: Product, bearing: Bearing) -> Iterator[Piece[str, UUID]]:
    """Every insight about an opportunity asked about, on the day on which it was heard."""
    told: dict[str, _Told] = {}
    for insight, day, customer, target, persona in _heard(product):
        one = told.get(insight) or told.setdefault(insight, _Told(day, customer))
        one.targets.add(target)
        if persona:
            one.said.add(persona)
    days = {day: date.fromisoformat(day) for day in {one.day for one in told.values()}}
    for insight, one in told.items():
        personas = bearing.personas_of(one.said, one.customer)
        yield Piece(insight, days[one.day], personas, bearing.needs_of(one.targets))


def _heard(product: Product) -> list[tuple[str, str, str | None, str, str | None]]:
    """Each insight with its day, its customer, what it bears on and whom it says it speaks for.

    Only of what leads to an opportunity asked about: from there the links are few, however many insights there are.
    The ORM does not join what a link leads to, and to read both apart takes twice as long. One query.
    """
    needs = open_needs(product).order_by().values("pk")
    links = Link.objects.filter(workspace_id=product.workspace_id)
    ideas = links.filter(type=ADDRESSES, target_id__in=needs).values("source_id")
    about = links.filter(type__in=BEARS, target_id__in=needs.union(ideas, _assumed(product).values("pk")))
    bearing, bears = about.values(of=F("source_id"), on=F("target_id")).query.sql_with_params()
    day = Coalesce("observed_on", DayOf("created_at"), output_field=DateField())
    live = live_insights(product).order_by().values(own=F("pk"), day=day, whose=F("customer_id"))
    insights, lives = live.query.sql_with_params()
    with connection.cursor() as cursor:
        # Every name in it is ours; what was asked for stands in the parameters. CROSS: SQLite keeps to that order.
        cursor.execute(
            'SELECT CAST(own AS text), CAST(day AS text), CAST(whose AS text), CAST("on" AS text),'  # noqa: S608
            f" CAST(said.target_id AS text) FROM ({bearing}) AS bears CROSS JOIN ({insights}) AS told"
            " LEFT JOIN core_link AS said ON said.workspace_id = %s AND said.source_id = own AND said.type = %s"
            ' WHERE own = "of"',
            (*bears, *lives, Link._meta.pk.get_db_prep_value(product.workspace_id, connection), SPEAKS_FOR),
        )
        found: list[tuple[str, str, str | None, str, str | None]] = cursor.fetchall()
    return found


def experiments_heard(product: Product, bearing: Bearing) -> Iterator[Piece[str, UUID]]:
    """Of what is running or done: on its last day, or on its first while it runs."""
    tried = Experiment.objects.filter(product=product, archived_at=None, state__in=("running", "done"))
    for row in tried.filter(pk__in=said_by(product, "experiment")):
        day = row.ends_on if row.state == "done" and row.ends_on else row.starts_on
        if day is not None:
            own = text_of(row.pk)
            personas = bearing.personas_of(bearing.said.get(own, ()))
            yield Piece(own, day, personas, bearing.needs_of([text_of(row.assumption_id)]))


def said_by(product: Product, kind: str) -> QuerySet[Link, UUID]:
    """The ids of those of a kind that say whom they speak for."""
    said = to_personas(product).filter(type=SPEAKS_FOR, source_kind=kind)
    return said.values_list("source_id", flat=True)


def to_personas(product: Product) -> QuerySet[Link]:
    """By their ids and not by their kind, for links are found by what they lead to."""
    personas = Persona.objects.filter(workspace_id=product.workspace_id)
    return Link.objects.filter(workspace_id=product.workspace_id, target_id__in=personas.values("pk"))


def open_needs(product: Product) -> QuerySet[Opportunity]:
    """The opportunities that are neither settled nor put off: the impact of the others is not asked for."""
    rows = Opportunity.objects.filter(product=product, archived_at=None)
    return rows.exclude(branch__status__in=SETTLED)


def live_insights(product: Product) -> QuerySet[Insight]:
    """The insights of a product, by the index of lists, which begins with the workspace."""
    return Insight.objects.filter(workspace_id=product.workspace_id, product=product, archived_at=None)
