"""The list of highlights: what was said, word for word, and for what it counts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Case, CharField, Exists, F, OuterRef, Q, QuerySet, Subquery, When
from django.db.models.functions import Coalesce, Lower

from northline.core.doors import visible
from northline.core.listing.listings import Field, Listing, names_of
from northline.core.models import Link
from northline.core.schemas import PartOut, part
from northline.core.scope import Scope
from northline.research.highlights.actions import revise_row, take_away
from northline.research.highlights.queries import Quote
from northline.research.highlights.schemas import HighlightOut, HighlightPatch, show_quote
from northline.research.models import Highlight, Idea, Insight, Opportunity

TARGETS = (Opportunity, Idea)


class HighlightLineOut(HighlightOut, PartOut):
    """A highlight in a list, as a part of its insight; where it stands in the text is not looked up there."""


def _rows() -> QuerySet[Any]:
    """Those of a merged insight are put away with the one kept; each has the name of what it speaks for."""
    rows: QuerySet[Any] = Highlight.objects.select_related(
        "insight__customer", "insight__product", "by"
    ).annotate(
        key=F("insight__key"),
        title=F("insight__title"),
        archived_at=Case(
            When(insight__merger__isnull=False, then=F("insight__merger__kept__archived_at")),
            default=F("insight__archived_at"),
        ),
        target_key=_of_target("key"),
        target_title=_of_target("title"),
    )
    return rows


def _of_target(column: str) -> Case:
    """Of what it speaks for, looked up among its own kind only."""
    whens = [
        When(
            target_kind=model.KIND,
            then=Subquery(model.objects.filter(pk=OuterRef("target_id")).values(column)),
        )
        for model in TARGETS
    ]
    return Case(*whens, output_field=CharField())


def _seen(rows: QuerySet[Any], scope: Scope) -> QuerySet[Any]:
    """Those that count, of insights that the member may read, for what they may read."""
    evidence = Coalesce(OuterRef("insight__merger__kept_id"), OuterRef("insight_id"))
    links = Link.objects.filter(type="supports", source_id=evidence, target_id=OuterRef("target_id"))
    mine = visible(scope, rows.filter(Exists(links)), product="insight__product_id")
    if scope.sees_everything:
        return mine
    targets = Q(pk__in=[])
    for model in TARGETS:
        found = visible(scope, model.objects.all(), product="product_id").values("pk")
        targets |= Q(target_kind=model.KIND, target_id__in=found)
    return mine.filter(targets)


def _shown(rows: Iterable[Any], scope: Scope) -> list[dict[str, Any]]:
    return [_line(row, scope) for row in rows]


def _line(row: Any, scope: Scope) -> dict[str, Any]:
    target = {
        "kind": row.target_kind,
        "id": row.target_id,
        "key": row.target_key,
        "title": row.target_title,
    }
    can = {"edit": scope.may("contribute", row.place())}
    return show_quote(Quote(row, target, None)) | part(row, row.insight) | {"can": can}


HIGHLIGHTS = Listing(
    "highlight",
    rows=_rows,
    out=HighlightLineOut,
    fields=(
        *names_of("insight", label="Insight"),
        Field("quote", "text", sorts=False),
        Field(
            "importance",
            "number",
            writes="importance",
            description="From 1, hardly matters, to 5, decides it.",
        ),
        Field("speaks_for", "text", value=F("target_title"), sorted_by=Lower("target_title"), groups=True),
        Field(
            "target_kind",
            "choice",
            label="Speaks for a",
            options=tuple(model.KIND for model in TARGETS),
        ),
        Field("customer", "reference", path="insight__customer", of="customer"),
        Field("segment", "text", path="insight__customer__segment", groups=True),
        Field("source", "choice", path="insight__source", options=tuple(Insight.Source.values)),
        Field("evidence", "choice", path="insight__evidence", options=tuple(Insight.Evidence.values)),
        Field("by", "person", label="Marked by"),
        Field("insight", "reference", of="insight"),
        Field("product", "reference", path="insight__product", of="product"),
    ),
    patch=HighlightPatch,
    around=frozenset({"target_kind", "target_id"}),
    revise=revise_row,
    archive=None,
    remove=take_away,
    product="insight__product_id",
    narrowed=_seen,
    shows=_shown,
    customisable=False,
)
