"""Reading who speaks for a persona, and what speaks in a cell of the coverage."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from northline.core.doors import visible
from northline.core.models import Editable, Link
from northline.core.scope import Scope
from northline.research.discovery.models import Experiment
from northline.research.market.models import Persona
from northline.research.market.queries.bearing import FITS, SPEAKS_FOR
from northline.research.market.rules.coverage import Piece
from northline.research.models import Customer, Insight

MOST_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Heard:
    """A piece of evidence: on which day, from whom, and what kind of it."""

    row: Editable
    day: date
    source: str
    customer: Customer | None


def heard_in(pieces: Iterable[Piece[str, UUID]]) -> list[Heard]:
    """The evidence named, the newest first, at most 200. Two queries."""
    days = {UUID(piece.id): piece.day for piece in pieces}
    insights = Insight.objects.filter(pk__in=list(days)).select_related("customer")
    found = [Heard(row, days[row.pk], row.source, row.customer) for row in insights]
    experiments = Experiment.objects.filter(pk__in=list(days))
    found += [Heard(row, days[row.pk], "experiment", None) for row in experiments]
    return _newest_first(found)


def voices_of(scope: Scope, persona: Persona) -> list[Heard]:
    """What says that it speaks for the persona, or is of a customer who is like that. Two queries."""
    links = Link.objects.filter(workspace_id=persona.workspace_id, target_id=persona.pk)
    said = links.filter(type=SPEAKS_FOR).values("source_id")
    fitting = links.filter(type=FITS).values("source_id")
    elsewhere = Link.objects.filter(type=SPEAKS_FOR, source_kind="insight").values("source_id")
    rows = visible(scope, Insight.objects.filter(archived_at=None), product="product_id")
    mine = rows.filter(Q(pk__in=said) | (Q(customer__in=fitting) & ~Q(pk__in=elsewhere)))
    tried = visible(scope, Experiment.objects.filter(archived_at=None, pk__in=said), product="product_id")
    found = [
        Heard(row, row.observed_on or timezone.localdate(row.created_at), row.source, row.customer)
        for row in mine.select_related("customer").order_by("-created_at")[:MOST_SHOWN]
    ]
    found += [
        Heard(row, row.ends_on or row.starts_on or timezone.localdate(row.created_at), "experiment", None)
        for row in tried[:MOST_SHOWN]
    ]
    return _newest_first(found)


def customers_in_segments(scope: Scope, persona: Persona) -> list[Customer]:
    """Customers of the segments that the persona names, the most valuable first. One query."""
    named = Q(pk__in=[])
    for segment in persona.segments:
        named |= Q(segment__iexact=segment)
    rows = visible(scope, Customer.objects.filter(named, archived_at=None))
    return sorted(rows, key=lambda row: (-(row.value or 0), row.title))[:MOST_SHOWN]


def _newest_first(found: list[Heard]) -> list[Heard]:
    return sorted(found, key=lambda one: (one.day, one.row.key), reverse=True)[:MOST_SHOWN]
