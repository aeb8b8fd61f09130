"""The how and when: how sure the roadmap is, what plans finish, and whose word is overdue."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Max, Q, QuerySet

from northline.core.doors import visible
from northline.core.models import Link
from northline.core.scope import Scope
from northline.delivery.models import Project, WorkItem
from northline.delivery.queries import leaves
from northline.products.models import Product
from northline.reporting.overseeing.models import InitiativeUpdate
from northline.reporting.overseeing.rules import UNDER_WAY, is_due
from northline.reporting.product_health.figures import (
    BACK,
    MOST_NAMED,
    Better,
    Figure,
    Moments,
    Named,
    Section,
    newest,
    share,
)
from northline.roadmap.models import Initiative
from northline.roadmap.outlook import Outlook
from northline.scheduling.models import SavedForecast

Updates = Mapping[UUID, list[InitiativeUpdate]]
NO_OUTLOOK = Outlook()
SAID: tuple[tuple[str, Better], ...] = (("on_track", "more"), ("at_risk", "less"), ("off_track", "less"))


def under_way(product: Product) -> list[Initiative]:
    """The committed and begun initiatives that are not put aside. One query."""
    rows = Initiative.objects.filter(product=product, archived_at=None, parked=False, status__in=UNDER_WAY)
    return list(rows.only("key", "title", "window_finish", "created_at").order_by("window_finish", "pk"))


def updates_of(rows: list[Initiative]) -> Updates:
    """All that was said of them, the newest last. One query."""
    found: dict[UUID, list[InitiativeUpdate]] = {row.pk: [] for row in rows}
    said = InitiativeUpdate.objects.filter(initiative__in=found)
    said = said.only("initiative_id", "health", "window_finish", "p85", "created_at")
    for one in said.order_by("created_at", "pk"):
        found[one.initiative_id].append(one)
    return found


def confidence(
    rows: list[Initiative],
    at: Moments,
    *,
    outlooks: Mapping[UUID, Outlook],
    said: Updates,
    computed: datetime | None,
) -> Section:
    """The share of what is under way whose P85 lies in its window; what it was, by what updates kept."""
    inside = {row.pk for row in rows if _inside(outlooks.get(row.pk, NO_OUTLOOK).p85, row.window_finish)}
    kept = [last for row in rows if (last := _last_by(said[row.pk], at.then)) and last.p85]
    inside_then = [one for one in kept if _inside(one.p85, one.window_finish)]
    silent = [row for row in rows if outlooks.get(row.pk, NO_OUTLOOK).p85 is None]
    figures = [
        Figure(
            "inside",
            share(len(inside), len(rows)),
            share(len(inside_then), len(kept)),
            of=len(rows),
            unit="percent",
            better="more",
        ),
        Figure("unplanned", len(silent), None, of=len(rows), better="less"),
    ]
    passed = inside | {row.pk for row in silent}
    outside = [row for row in rows if row.pk not in passed]
    named = [Named(row, "outside", outlooks[row.pk].p85) for row in outside]
    named += [Named(row, "unplanned") for row in silent]
    return Section("confidence", computed, figures, named[:MOST_NAMED])


def _inside(p85: date | None, finish: date | None) -> bool:
    return p85 is not None and finish is not None and p85 <= finish


def _last_by(said: list[InitiativeUpdate], moment: datetime) -> InitiativeUpdate | None:
    return next((one for one in reversed(said) if one.created_at <= moment), None)


def computed_at(scope: Scope, rows: list[Initiative]) -> datetime | None:
    """When the newest forecast of their plans was computed. One query."""
    plans = Link.objects.filter(type="realises", target_id__in=[row.pk for row in rows]).values("source_id")
    live = visible(scope, Project.objects.filter(archived_at=None), product="product_id", project="pk")
    kept = SavedForecast.objects.filter(project__in=live.filter(pk__in=plans))
    found: datetime | None = kept.aggregate(at=Max("computed_at"))["at"]
    return found


def flow(scope: Scope, product: Product, at: Moments) -> Section:
    """Tasks and milestones of the product's plans: finished of late, and still open. Three queries."""
    live = Project.objects.filter(product=product, archived_at=None)
    plans = visible(scope, live, product="product_id", project="pk")
    leaves = _leaves(plans)
    since, before = (_midnight(at.today + timedelta(days=1) - times * BACK) for times in (1, 2))
    finished = list(leaves.filter(actual_finish__gte=before).values_list("actual_finish", flat=True))
    lately = sum(on >= since for on in finished if on)
    open_now = leaves.filter(percent_complete__lt=100).count()
    open_then = leaves.filter(created_at__lte=at.then).filter(
        Q(percent_complete__lt=100) | Q(actual_finish__gte=since)
    )
    figures = [
        Figure("finished", lately, len(finished) - lately, better="more"),
        Figure("open", open_now, open_then.count()),
    ]
    changed: datetime | None = leaves.aggregate(at=Max("updated_at"))["at"]
    return Section("flow", changed, figures)


def _midnight(day: date) -> str:
    """The beginning of a day as plans write it."""
    return f"{day.isoformat()}T00:00"


def _leaves(plans: QuerySet[Project]) -> QuerySet[WorkItem]:
    return leaves().filter(project__in=plans, archived_at=None, active=True).order_by()


def updates(rows: list[Initiative], at: Moments, said: Updates) -> Section:
    """How their people say that they go, and of which nobody has said for too long."""
    due = [row for row in rows if is_due(_since(row, said[row.pk]), now=at.now)]
    earlier = [row for row in rows if row.created_at <= at.then]
    due_then = [
        row
        for row in earlier
        if is_due(_since(row, [one for one in said[row.pk] if one.created_at <= at.then]), now=at.then)
    ]
    now = Counter(said[row.pk][-1].health for row in rows if said[row.pk])
    then = Counter(last.health for row in earlier if (last := _last_by(said[row.pk], at.then)))
    figures = [
        Figure("overdue", len(due), len(due_then) if earlier else None, of=len(rows), better="less"),
        *(
            Figure(word, now[word], then[word] if earlier else None, of=len(rows), better=better)
            for word, better in SAID
        ),
    ]
    as_of = newest(*(one.created_at for some in said.values() for one in some))
    named = [Named(row, "overdue", _since(row, said[row.pk]).date()) for row in due]
    return Section("updates", as_of, figures, named[:MOST_NAMED])


def _since(row: Initiative, said: list[InitiativeUpdate]) -> datetime:
    return said[-1].created_at if said else row.created_at
