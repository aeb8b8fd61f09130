"""Recorded forecasts: one a day for every live project and its milestones, blended from network and flow."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from northline.core import links
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


def begin(cast: Any, tasks: list[Any]) -> None:
    """The first two are done, one on each of the days before today."""
    for task, back in zip(tasks, (2, 1), strict=False):
        done_on(cast, task, timezone.localdate() - timedelta(days=back))


def done_on(cast: Any, task: Any, day: date) -> None:
    said = say(cast, task, actual_start=f"{day}T08:00", actual_finish=f"{day}T17:00", percent_complete=100)
    assert said.status_code == 200, said.content


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
    begin(cast, tasks)
    assert record() >= 1
    first, second = cast.client("vera").get(home).json()["recorded"]
    assert first["on"] == str(yesterday)
    assert (second["method"], second["weight"]) == ("blended", 0.5)
    for name, ours, theirs in zip(
        ("p10", "p50", "p80", "p90"), second["network"], second["flow"], strict=True
    ):
        assert min(ours, theirs) <= second[name] <= max(ours, theirs)
    assert Job.objects.filter(name="record_forecast", state="done").count() >= 2


def recorded(project: Any, on: date, *, item: Any = None, **fields: Any) -> RecordedForecast:
    """A forecast of that day; its dates and those of network and flow in days from the day on which it was made."""

    def dates(days: tuple[int, ...]) -> list[str]:
        return [f"{on + timedelta(days=day)}T17:00" for day in days]

    told, flow = dates(fields["told"]), fields.get("flow")
    return RecordedForecast(
        project=project,
        item=item,
        on=on,
        made_at=timezone.make_aware(datetime.combine(on, datetime.min.time())),
        method="blended" if flow else "network",
        weight=0.5,
        **dict(zip(("p10", "p50", "p80", "p90"), told, strict=True)),
        target=fields.get("target"),
        chance=fields.get("chance"),
        network=dates(fields.get("network", fields["told"])),
        flow=dates(flow) if flow else None,
    )


def test_forecasts_are_scored_once_it_is_known_and_the_past_says_whom_to_trust(cast: Any) -> None:
    piet = cast.scope("piet")
    done, running = (start(piet, product_id=cast.product.pk, code=code) for code in ("FD", "FE"))
    tasks = chain(done, "dig", "pour", by=piet)
    home, client = "/api/forecast-calibration", cast.client("vera")
    assert client.get(home).json()["trust"] == "nothing"

    # A year of forecasts: the network always knew the day, the flow was always a month and more late.
    end = timezone.localdate() - timedelta(days=2)
    rows = []
    for back in (30 * month for month in range(1, 13)):
        exact, late = (back - 1, back, back + 1, back + 2), (back + 30, back + 40, back + 50, back + 60)
        target = f"{end - timedelta(days=5)}T17:00"
        rows.append(recorded(done, end - timedelta(days=back), told=exact, network=exact, flow=late, target=target,
                             chance=0.2))  # fmt: skip
    # The days after add nothing: of a week the first one counts. What was said of a day that had passed neither.
    monday = end - timedelta(days=60 + (end - timedelta(days=60)).weekday())
    rows += [recorded(done, monday + timedelta(days=day), told=(1, 2, 3, 4)) for day in range(1, 6)
             if all(row.on != monday + timedelta(days=day) for row in rows)]  # fmt: skip
    rows.append(recorded(done, end + timedelta(days=1), told=(1, 2, 3, 4)))
    RecordedForecast.objects.bulk_create(rows)
    assert client.get(home).json()["forecasts"] == 0
    for task in tasks:
        done_on(cast, task, end)

    told = client.get(home).json()
    assert (told["outcomes"], told["trust"]) == (1, "too_few")
    assert 12 <= told["forecasts"] <= 13
    # Each deadline was missed, as four of five chances said.
    assert told["chances"]["brier"] == pytest.approx(0.04)
    (only,) = told["chances"]["bins"]
    assert (only["level"], only["rate"], only["count"]) == (pytest.approx(0.2), 0, 12)
    assert told["errors"]["network"] < 1
    assert told["errors"]["flow"] > 20
    assert client.get(f"{home}?project_id={running.pk}").json()["forecasts"] == 0
    assert client.get(f"/api/projects/{done.pk}/forecast-history").json()["finished"] == f"{end}T17:00"

    # The next forecast of any project trusts the network more.
    begin(cast, chain(running, "plan", "build", "test", by=piet))
    record()
    (now,) = client.get(f"/api/projects/{running.pk}/forecast-history").json()["recorded"]
    assert now["method"] == "blended"
    assert 0.6 < now["weight"] < 1
    # The roadmap tells of the initiative that the project realises what was recorded of its chance.
    initiative = cast.acme.row("initiative")
    links.link("realises", running, target=initiative, by=piet)
    RecordedForecast.objects.filter(project=running).update(target=f"{end}T17:00", chance=0.25)
    told = client.get(f"/api/products/{cast.product.pk}/forecasts").json()
    (chance,) = [one for one in told if one["initiative_id"] == str(initiative.pk)]
    assert chance["recorded"] == {"on": now["on"], "chance": 0.25, "week_before": None}
    assert now["p80"] <= now["p85"] <= now["p90"]
