"""Reading highlights: of an insight, and the quotes behind an opportunity or idea. A known number of queries each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from northline.core import links
from northline.core.doors import visible
from northline.core.models import Link
from northline.core.scope import Scope
from northline.research.highlights import passages
from northline.research.highlights.passages import Passage
from northline.research.models import Highlight, Idea, Insight, Opportunity


@dataclass(frozen=True, slots=True)
class Quote:
    """A highlight with its target, named, and its place in the text as it now is, in UTF-16 units; None: gone."""

    row: Highlight
    target: dict[str, Any]
    span: tuple[int, int] | None


def marked_in(insight: Insight, *, by: Scope) -> list[Quote]:
    """What is marked in the insight for what it supports, in the order of the text, what is gone last.

    One query, and one for each kind of target.
    """
    linked = Link.objects.filter(type="supports", source_id=insight.evidence_id).values("target_id")
    rows = _rows().filter(insight=insight, target_id__in=linked)
    quotes = _placed(by, list(rows.order_by("created_at", "pk")))
    return sorted(quotes, key=lambda quote: quote.span or (float("inf"), 0))


def quotes_for(row: Opportunity | Idea, *, by: Scope) -> list[Quote]:
    """What is marked for the row in insights that the member may read, the most important first. Two queries."""
    linked = Link.objects.filter(type="supports", target_id=row.pk).values("source_id")
    own = Q(insight__in=linked, insight__archived_at=None)
    merged = Q(insight__merger__kept__in=linked, insight__merger__kept__archived_at=None)
    rows = visible(by, _rows().filter(own | merged, target_id=row.pk), product="insight__product_id")
    return _placed(by, list(rows.order_by("-importance", "-created_at", "pk")))


def placed(row: Highlight, *, by: Scope) -> Quote:
    """One highlight whose target the member may read."""
    return _placed(by, [row])[0]


def _rows() -> QuerySet[Highlight]:
    return Highlight.objects.select_related("insight__customer", "by")


def _placed(by: Scope, rows: list[Highlight]) -> list[Quote]:
    """Those whose target the member may read; the text of each insight is gone through once."""
    kinds = {
        kind: {row.target_id for row in rows if row.target_kind == kind} for kind in ("opportunity", "idea")
    }
    named = {end["id"]: end for kind, ids in kinds.items() if ids for end in links.named_rows(by, kind, ids)}
    texts = {row.insight_id: passages.text_of(row.insight.body) for row in rows}
    return [
        Quote(row, named[row.target_id], _span(texts[row.insight_id], row))
        for row in rows
        if row.target_id in named
    ]


def _span(text: str, row: Highlight) -> tuple[int, int] | None:
    found = passages.find(text, Passage(row.quote, before=row.before, after=row.after))
    if found is None:
        return None
    start, end = found
    first = passages.units(text[:start])
    return first, first + passages.units(text[start:end])
