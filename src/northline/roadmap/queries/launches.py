"""Reading promises, launches and reviews: a known number of queries a page."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Case, Exists, F, OuterRef, Prefetch, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from northline.core.days import Today
from northline.core.doors import visible
from northline.core.fulltext import finding
from northline.core.listing.counting import counted
from northline.core.scope import Scope
from northline.roadmap.models import (
    Initiative,
    Launch,
    LaunchDecision,
    LaunchStep,
    LaunchTemplate,
    OutcomeReview,
    Promise,
    PromiseOutcome,
)


def promises(
    scope: Scope,
    *,
    product_id: UUID | None,
    initiative_id: UUID | None,
    state: str,
    q: str,
    endangered: bool,
    archived: bool,
) -> QuerySet[Promise]:
    """The promises that this member may read and that match; `endangered`: open, with a window that ends too late."""
    rows = visible(scope, Promise.objects.all(), product="product_id").filter(
        archived_at__isnull=not archived
    )
    wanted = {"product_id": product_id, "initiative_id": initiative_id, "state": state}
    rows = rows.filter(**{name: value for name, value in wanted.items() if value})
    rows = finding.matching(rows, q)
    if endangered:
        late = Q(initiative__window_finish__gt=F("due")) | Q(initiative__window_finish=None)
        rows = rows.filter(late, state=Promise.State.OPEN)
    return with_outcomes(rows)


def with_outcomes(rows: QuerySet[Promise]) -> QuerySet[Promise]:
    outcomes = PromiseOutcome.objects.select_related("by").order_by("created_at", "pk")
    rows = rows.select_related("initiative", "customer", "made_by")
    return rows.prefetch_related(Prefetch("outcomes", outcomes))


def launches(scope: Scope, *, product_id: UUID | None, archived: bool) -> QuerySet[Launch]:
    """The launches that this member may read."""
    rows = visible(scope, Launch.objects.all(), product="product_id").filter(archived_at__isnull=not archived)
    return summed(rows.filter(product_id=product_id) if product_id else rows)


def summed(rows: QuerySet[Launch]) -> QuerySet[Launch]:
    """Launches with how far they are and what they release: two queries.

    `state`: launched, and reviewed once all of its reviews are decided; before that what was last decided on going.
    """
    points = LaunchStep.objects.filter(launch=OuterRef("pk"), archived_at=None)
    reviews = OutcomeReview.objects.filter(launch=OuterRef("pk"), archived_at=None)
    decided = LaunchDecision.objects.filter(launch=OuterRef("pk")).order_by("-created_at", "-pk")
    reviewed = Exists(reviews) & ~Exists(reviews.filter(verdict=""))
    return (
        rows.select_related("owner")
        .annotate(
            points=counted(points),
            points_done=counted(points.filter(done_on__isnull=False)),
            reviews_due=counted(reviews.filter(verdict="", due__lte=Today())),
            state=Case(
                When(Q(launched_on__isnull=False) & reviewed, then=Value("reviewed")),
                When(launched_on__isnull=False, then=Value("launched")),
                default=Coalesce(Subquery(decided.values("verdict")[:1]), Value("planned")),
            ),
        )
        .prefetch_related(Prefetch("initiatives", Initiative.objects.order_by("key")))
    )


def whole(rows: QuerySet[Launch]) -> QuerySet[Launch]:
    """Launches with all that their answer names: five queries."""
    steps = LaunchStep.objects.filter(archived_at=None).select_related("owner", "done_by", "launch")
    decisions = LaunchDecision.objects.select_related("by").order_by("created_at", "pk")
    reviews = OutcomeReview.objects.filter(archived_at=None)
    reviews = reviews.select_related("initiative", "key_result", "decided_by", "launch")
    return summed(rows).prefetch_related(
        Prefetch("steps", steps.order_by("offset_days", "created_at", "pk")),
        Prefetch("decisions", decisions),
        Prefetch("reviews", reviews.order_by("due", "pk")),
    )


def templates_of(product_id: UUID) -> QuerySet[LaunchTemplate]:
    """The checklists to start from. The caller has opened the product."""
    return LaunchTemplate.objects.filter(product_id=product_id, archived_at=None).order_by("title", "pk")


def reviews(
    scope: Scope, *, product_id: UUID | None, initiative_id: UUID | None, open_only: bool
) -> QuerySet[OutcomeReview]:
    """The outcome reviews that this member may read."""
    rows = visible(scope, OutcomeReview.objects.filter(archived_at=None), product="product_id")
    wanted = {"product_id": product_id, "initiative_id": initiative_id}
    rows = rows.filter(**{name: value for name, value in wanted.items() if value})
    if open_only:
        rows = rows.filter(verdict="")
    return rows.select_related("initiative", "key_result", "decided_by", "launch")
