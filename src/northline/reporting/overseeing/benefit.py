"""What came of an initiative: how far the key results that it serves moved, and what was measured after its launch."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any
from uuid import UUID

from django.db.models import Min

from northline.core.models import Link
from northline.roadmap.models import Initiative, Launch, OutcomeReview
from northline.strategy.models import CheckIn, KeyResult
from northline.strategy.rules import progress


def benefit_of(initiative: Initiative) -> dict[str, Any]:
    """The key results that it serves, and how far they came since its first launch. Five queries at most."""
    objectives = Link.objects.filter(type="advances", source_id=initiative.pk).values("target_id")
    rows = KeyResult.objects.filter(objective__in=objectives, archived_at=None)
    key_results = list(rows.order_by("created_at", "pk"))
    launches = Launch.objects.filter(initiatives=initiative, archived_at=None)
    launched_on: date | None = launches.aggregate(first=Min("launched_on"))["first"]
    then = _readings(key_results, launched_on) if launched_on else {}
    reviews = list(
        OutcomeReview.objects.filter(initiative=initiative, archived_at=None).order_by("due", "pk")
    )
    return {
        "launched_on": launched_on,
        "benefit": [_benefit(row, then, reviews, launched=launched_on is not None) for row in key_results],
    }


def _readings(key_results: list[KeyResult], on: date) -> dict[UUID, Decimal]:
    """Where each of them stood at the end of that day, as far as anybody had looked."""
    rows = CheckIn.objects.filter(key_result__in=key_results, created_at__date__lte=on)
    return dict(rows.order_by("created_at", "pk").values_list("key_result_id", "value"))


def _benefit(
    row: KeyResult, then: Mapping[UUID, Decimal], reviews: list[OutcomeReview], *, launched: bool
) -> dict[str, Any]:
    at_launch = then.get(row.pk)
    return {
        "kind": row.KIND,
        "id": row.pk,
        "key": row.key,
        "title": row.title,
        "unit": row.unit,
        "start": row.start,
        "target": row.target,
        "at_launch": at_launch,
        "current": row.current,
        "progress": _progress(row, row.current),
        "progress_at_launch": _progress(row, at_launch) if launched else None,
        "confidence": row.confidence,
        "measured": [_measured(row, review) for review in reviews if review.key_result_id == row.pk],
    }


def _measured(row: KeyResult, review: OutcomeReview) -> dict[str, Any]:
    reading = _reading(review.reading)
    return {
        "after_days": review.after_days,
        "due": review.due,
        "reading": reading,
        "progress": None if reading is None else _progress(row, reading),
        "verdict": review.verdict or None,
        "decided_on": review.decided_on,
    }


def _reading(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def _progress(row: KeyResult, current: Decimal | None) -> int:
    return progress(row.start, target=row.target, current=current)
