"""Recorded forecasts: one a day for every live project and its milestones, blended from network and flow."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from northline.core.models import Job
from northline.tracking.forecasts.models import ForecastDay, RecordedForecast
from northline.tracking.forecasts.recording import enqueue_due
from tests.scheduling.plans import chain, edit, start
from tests.tracking.test_boards import say
from tests.working import work

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("one_thread")]


def record() -> int:
    """One round of the workers, and all that it puts in the queue."""
    made = enqueue_due()
    work()
    return made


def test_every_live_project_is_forecast_once_a_day_by_its_network_and_its_flow(cast: Any) -> None:
    piet = cast.scope("piet")
    project = start(piet, product_id=cast.product.pk, code="FC")
    tasks = chain(project, "dig", "pour", "dry", by=piet)
    edit(project, {"op": "add", "temp_id": "m", "after_id": str(tasks[-1].pk), "title": "Open", "type": "milestone",
                   "duration_minutes": 0}, {"op": "link", "before": str(tasks[-1].pk), "after": "m"}, by=piet)  # fmt: skip
    assert record() >= 1
    assert record() == 0
    home = f"/api/projects/{project.pk}/forecast-history"
    told = cast.client("vera").get(home).json()
    (whole,) = told["recorded"]
    # Nobody has finished anything, so there is no pace: the network speaks alone, and of no date that has passed.
    assert (whole["method"], whole["weight"], whole["flow"]) == ("network", 1.0, None)
    assert str(timezone.localdate()) <= whole["p10"][:10] <= whole["p50"] <= whole["p80"] <= whole["p90"]
    (milestone,) = told["milestones"]
    assert milestone["item"]["title"] == "Open"
    assert milestone["recorded"][0]["p50"] == whole["p50"]

    # The next day two tasks are done: pace and network are pooled, each date between the two.
    yesterday = timezone.localdate() - timedelta(days=1)
    RecordedForecast.objects.update(on=yesterday)
    ForecastDay.objects.update(day=yesterday)
    for task, day in zip(tasks, (yesterday - timedelta(days=1), yesterday), strict=False):
        say(cast, task, actual_start=f"{day}T08:00", actual_finish=f"{day}T17:00", percent_complete=100)
    assert record() >= 1
    first, second = cast.client("vera").get(home).json()["recorded"]
    assert first["on"] == str(yesterday)
    assert (second["method"], second["weight"]) == ("blended", 0.5)
    for name, ours, theirs in zip(
        ("p10", "p50", "p80", "p90"), second["network"], second["flow"], strict=True
    ):
        assert min(ours, theirs) <= second[name] <= max(ours, theirs)
    assert Job.objects.filter(name="record_forecast", state="done").count() >= 2
