"""The why: objectives, promises, launches with their reviews, and the evidence that comes in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Count, Prefetch, Q, QuerySet

from northline.core.models import Change
from northline.products.models import Product
from northline.reporting.product_health.figures import (
    MOST_NAMED,
    Better,
    Figure,
    Moments,
    Named,
    Section,
    middle_age,
    newest,
)
from northline.research.models import Insight
from northline.roadmap.models import Launch, OutcomeReview, Promise, PromiseOutcome
from northline.roadmap.outlook import Outlook
from northline.roadmap.queries.items import open_promises_of
from northline.roadmap.rules.promising import breaks
from northline.strategy.models import CheckIn, KeyResult, Objective
from northline.strategy.rules import Health, State, health, joint_progress, progress, span_of

Reading = tuple[Decimal | None, int | None]
STATES: tuple[tuple[State, Better], ...] = (
    ("on_track", "more"),
    ("at_risk", "less"),
    ("off_track", "less"),
    ("unknown", "less"),
)
SOON = timedelta(days=30)
SETTLED = (PromiseOutcome.Verdict.KEPT, PromiseOutcome.Verdict.BROKEN)


def objectives(product: Product, at: Moments) -> Section:
    """Objectives whose period runs, by health, and how far they are. Three queries."""
    results = KeyResult.objects.filter(archived_at=None)
    rows = Objective.objects.filter(product=product, archived_at=None)
    running = [row for row in rows.prefetch_related(Prefetch("key_results", results)) if _runs(row, at)]
    earlier = [row for row in running if row.created_at <= at.then]
    known = _readings_then(running, at)
    now = {row.pk: _stands(row, {}, at.today) for row in running}
    then = {row.pk: _stands(row, known, at.day_then) for row in earlier}
    counts, were = (Counter(found.state for _, found in some.values()) for some in (now, then))
    figures = [
        Figure("progress", _mean(now.values()), _mean(then.values()), unit="percent", better="more"),
        *(
            Figure(state, counts[state], were[state] if earlier else None, of=len(running), better=better)
            for state, better in STATES
        ),
    ]
    worst = [row for row in running if now[row.pk][1].state in ("off_track", "at_risk")]
    worst.sort(key=lambda row: (now[row.pk][1].state != "off_track", row.created_at))
    checked = [result.checked_at for row in running for result in row.key_results.all()]
    named = [Named(row, now[row.pk][1].state) for row in worst[:MOST_NAMED]]
    return Section("objectives", newest(*checked), figures, named)


def _runs(row: Objective, at: Moments) -> bool:
    span = span_of(row.period)
    return span is None or span[0] <= at.today <= span[1]


def _readings_then(rows: Iterable[Objective], at: Moments) -> dict[UUID, Reading]:
    """Where each key result stood 30 days ago, as far as anybody had looked."""
    seen = CheckIn.objects.filter(key_result__objective__in=list(rows), created_at__lte=at.then)
    told = seen.order_by("created_at", "pk").values_list("key_result_id", "value", "confidence")
    found: dict[UUID, Reading] = {row.pk: (None, None) for one in rows for row in one.key_results.all()}
    return found | {key: (value, confidence) for key, value, confidence in told}


def _stands(row: Objective, known: Mapping[UUID, Reading], today: Any) -> tuple[int | None, Health]:
    results = sorted(row.key_results.all(), key=lambda result: (result.created_at, result.pk))
    readings = [known.get(result.pk, (result.current, result.confidence)) for result in results]
    parts = [
        progress(result.start, target=result.target, current=value)
        for result, (value, _) in zip(results, readings, strict=True)
    ]
    sure = [confidence for _, confidence in readings if confidence is not None]
    done = joint_progress(parts, weights=[result.weight for result in results])
    confidence = joint_progress(sure) if sure else None
    return done, health(done, confidence=confidence, period=row.period, today=today, measured=bool(sure))


def _mean(standings: Iterable[tuple[int | None, Health]]) -> float | None:
    return joint_progress([done for done, _ in standings if done is not None])


def promised(product: Product) -> list[Promise]:
    """The promises that stand. One query."""
    rows = open_promises_of(product.pk).select_related("initiative")
    return list(rows.only("key", "title", "due", "updated_at", "initiative__window_finish"))


def promises(product: Product, at: Moments, rows: list[Promise], outlooks: Mapping[UUID, Outlook]) -> Section:
    """Promises kept and broken of late, and those that stand and would break as things are. Two queries."""
    endangered = [row for row in rows if _endangered(row, outlooks.get(row.initiative_id))]
    outcomes = PromiseOutcome.objects.filter(promise__product=product, promise__archived_at=None)
    told = list(outcomes.values_list("promise_id", "verdict", "created_at"))
    lately, earlier = Counter[str](), Counter[str]()
    for _, verdict, on in told:
        if on > at.before:
            (lately if on > at.then else earlier)[verdict] += 1
    settled = {key for key, verdict, on in told if verdict in SETTLED and on <= at.then}
    made = Promise.objects.filter(product=product, archived_at=None, created_at__lte=at.then)
    known = set(made.values_list("pk", flat=True))
    figures = [
        Figure("open", len(rows), len(known - settled) if known else None),
        Figure("endangered", len(endangered), None, of=len(rows), better="less"),
        Figure("kept", lately["kept"], earlier["kept"], better="more"),
        Figure("broken", lately["broken"], earlier["broken"], better="less"),
    ]
    as_of = newest(*(row.updated_at for row in rows), *(on for *_, on in told))
    named = [Named(row, "endangered", row.due) for row in endangered[:MOST_NAMED]]
    return Section("promises", as_of, figures, named)


def _endangered(row: Promise, outlook: Outlook | None) -> bool:
    """Does its window end too late, or does the plan need longer in more than 15 of 100 cases?"""
    late = breaks(due=row.due, finish=row.initiative.window_finish)
    return late or bool(outlook and outlook.p85 and outlook.p85 > row.due)


def launches(product: Product, at: Moments) -> Section:
    """Launches that are near or late, and outcome reviews that wait. Two queries."""
    rows = list(Launch.objects.filter(product=product, archived_at=None).order_by("day", "pk"))
    reviewed = OutcomeReview.objects.filter(product=product, archived_at=None).select_related("launch")
    reviews = list(reviewed.order_by("due", "pk"))
    near = [row for row in rows if not row.launched_on and at.today <= row.day <= at.today + SOON]
    late = [row for row in rows if not row.launched_on and row.day < at.today]
    earlier = [row for row in rows if row.created_at <= at.then]
    near_then = [
        row
        for row in earlier
        if at.day_then <= row.day <= at.day_then + SOON
        and (row.launched_on is None or row.launched_on > at.day_then)
    ]
    late_then = [
        row
        for row in earlier
        if row.day < at.day_then and (row.launched_on is None or row.launched_on > at.day_then)
    ]
    due = [row for row in reviews if not row.verdict and row.due <= at.today]
    due_then = [
        row
        for row in reviews
        if row.due <= at.day_then and (row.decided_on is None or row.decided_on > at.day_then)
    ]
    figures = [
        Figure("near", len(near), len(near_then)),
        Figure("late", len(late), len(late_then), better="less"),
        Figure("reviews_due", len(due), len(due_then), better="less"),
    ]
    named = [Named(row, "late", row.day) for row in late] + [
        Named(row.launch, "review", row.due, row.title) for row in due
    ]
    named += [Named(row, "near", row.day) for row in near]
    as_of = newest(*(row.updated_at for row in (*rows, *reviews)))
    return Section("launches", as_of, figures, named[:MOST_NAMED])


def evidence(product: Product, at: Moments) -> Section:
    """Insights that came in, those that wait in the inbox, and for how long. Four queries."""
    rows = Insight.objects.filter(product=product).order_by()
    taken_in = rows.filter(created_at__gt=at.before).aggregate(
        lately=Count("pk", filter=Q(created_at__gt=at.then)), of_both=Count("pk")
    )
    last = rows.order_by("-created_at").values_list("created_at", flat=True).first()
    awake = Q(snoozed_until=None) | Q(snoozed_until__lte=at.today)
    waiting = _noted(rows.filter(awake, state=Insight.State.NEW, archived_at=None))
    live_then = Q(archived_at=None) | Q(archived_at__gt=at.then)
    new_then = Q(state=Insight.State.NEW) | Q(pk__in=_gone_through_since(product, at))
    # With the workspace, by which the index of lists begins: PostgreSQL then need not read the insights.
    of_then = rows.filter(live_then, workspace_id=product.workspace_id, created_at__lte=at.then)
    waited = _noted(of_then.filter(new_then))
    figures = [
        Figure("taken_in", taken_in["lately"], taken_in["of_both"] - taken_in["lately"], better="more"),
        Figure("waiting", len(waiting), len(waited), better="less"),
        Figure(
            "age",
            middle_age(waiting, now=at.now),
            middle_age(waited, now=at.then),
            unit="days",
            better="less",
        ),
    ]
    return Section("evidence", last, figures)


def _noted(rows: QuerySet[Insight]) -> list[datetime]:
    return list(rows.values_list("created_at", flat=True))


def _gone_through_since(product: Product, at: Moments) -> QuerySet[Change, UUID]:
    """Insights that were new 30 days ago and were processed since."""
    edits = Change.objects.filter(
        Q(before__state=Insight.State.NEW),
        product_id=product.pk,
        object_kind="insight",
        created_at__gt=at.then,
    )
    return edits.values_list("object_id", flat=True)
