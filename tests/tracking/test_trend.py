"""How the dates of milestones moved: baselines, forecasts and the plan on one line of time."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from northline.delivery.models import WorkItem
from northline.scheduling.models import Baseline
from northline.tracking.forecasts.models import RecordedForecast
from northline.tracking.trend.schemas import MilestonesTrendOut
from tests.scheduling.plans import edit, start

pytestmark = pytest.mark.django_db


def test_a_milestone_is_followed_from_baseline_to_now(cast: Any) -> None:
    by, today = cast.scope("piet"), timezone.localdate()
    project = start(by, product_id=cast.product.pk)
    edit(
        project,
        {"op": "add", "temp_id": "dig", "title": "Dig"},
        {"op": "add", "temp_id": "live", "title": "Live", "after_id": "dig", "type": "milestone"},
        {"op": "link", "before": "dig", "after": "live"},
        by=by,
    )
    browser = cast.client("piet")
    browser.post(f"/api/projects/{project.pk}/baselines", {"title": "Agreed"})
    Baseline.objects.update(created_at=timezone.now() - timedelta(days=20))
    live, dig = WorkItem.objects.get(title="Live"), WorkItem.objects.get(title="Dig")
    _forecast(live, today - timedelta(days=7), "2026-03-05T17:00")
    edit(
        project,
        {"op": "set", "id": str(dig.pk), "version": dig.version, "fields": {"duration_minutes": 5 * 480}},
        by=by,
    )
    answer = browser.get(f"/api/projects/{project.pk}/milestone-trend")
    (row,) = MilestonesTrendOut.model_validate_json(answer.content).milestones
    assert (row.item.title, row.slip_days) == ("Live", 4)
    assert [(point.source, point.title, str(point.at)[:10]) for point in row.points] == [
        ("baseline", "Agreed", "2026-03-02"),
        ("forecast", "", "2026-03-05"),
        ("plan", "", "2026-03-06"),
    ]
    # Whatever else was said on a day, the plan of that day counts.
    _forecast(live, today, "2026-03-09T17:00")
    assert (
        len(browser.get(f"/api/projects/{project.pk}/milestone-trend").json()["milestones"][0]["points"]) == 3
    )


def _forecast(item: WorkItem, on: date, at: str) -> None:
    RecordedForecast.objects.create(
        project=item.project, item=item, on=on, made_at=timezone.now(), method="network", weight=1.0,
        p10=at, p50=at, p80=at, p90=at, network=[at] * 4,
    )  # fmt: skip
