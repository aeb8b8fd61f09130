"""Flow: what the charts of a project tell, and why its measures of progress disagree."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from northline.delivery.models import Resource
from northline.delivery.workflow import DEFAULT, State
from northline.tracking.boards.rules import Step
from northline.tracking.flow import rules, truth
from northline.tracking.flow.slack_queries import slack_burn
from northline.tracking.forecasts.models import RecordedForecast
from tests.scheduling.plans import chain, edit, start
from tests.tracking.test_boards import say

MONDAY = date(2026, 3, 2)
REVIEWED = (*DEFAULT[:2], State("review", "Review", "doing"), DEFAULT[2])


def day(number: int) -> date:
    return MONDAY + timedelta(days=number)


def test_every_item_stands_in_one_state_on_every_day_and_the_done_ones_are_those_of_the_burn_up() -> None:
    stories = [
        rules.Story(480, day(0), day(1), day(4), [Step(day(1), "in_progress", "doing"), Step(day(3), "review", "doing")]),
        # Told afterwards that it began before it was put on the board; its steps are of a later day.
        rules.Story(960, day(0), day(1), None, [Step(day(3), "in_progress", "doing")]),
        rules.Story(60, day(2), None, None),
        rules.Story(30, day(2), day(2), day(2), [Step(day(5), "done", "done")]),
    ]  # fmt: skip
    span = rules.Span(day(0), day(5))
    flow = rules.cumulative_flow(stories, REVIEWED, span)
    assert flow == {
        "to_do": [2, 0, 1, 1, 1, 1],
        "in_progress": [0, 2, 2, 1, 1, 1],
        "review": [0, 0, 0, 1, 0, 0],
        "done": [0, 0, 1, 1, 2, 2],
    }
    climb = rules.burn_up(stories, span)
    assert climb.done == flow["done"]
    assert climb.scope == [sum(column) for column in zip(*flow.values(), strict=True)]
    assert climb.done_minutes[-1] == 510
    # Years are drawn by fewer points, the last day always among them.
    long = rules.Span(day(0), day(2000)).drawn()
    assert len(long) <= rules.MOST_POINTS + 1
    assert long[-1] == 2000


ALIKE = truth.Measured(
    items=10, items_done=5, begun=0, minutes=4800, minutes_done=2400.0, begun_minutes=0.0, minutes_per_day=480,
    today=MONDAY, earned=0.5, planned=0.5, against="The baseline “Kept”", flow_p85=day(30), plan_p85=day(32), weekly=2.0,
)  # fmt: skip


@pytest.mark.parametrize(
    ("told", "codes"),
    [
        ({}, ["agree", "dates_agree"]),
        ({"items": 0}, ["empty"]),
        (
            {"items_done": 8, "minutes_done": 1200.0, "earned": 0.25, "planned": 0.25},
            ["small_first", "dates_agree"],
        ),
        ({"items_done": 1, "begun": 6, "begun_minutes": 1900.0}, ["begun_not_done", "dates_agree"]),
        ({"planned": 0.8, "spi": 0.62, "schedule_finish": day(60)}, ["agree", "behind", "dates_agree"]),
        ({"planned": 0.2}, ["agree", "ahead", "dates_agree"]),
        ({"budget_minutes": 2400.0}, ["agree", "scope_changed", "dates_agree"]),
        ({"flow_p85": day(60)}, ["agree", "pace_later"]),
        ({"flow_p85": day(10)}, ["agree", "plan_later"]),
        ({"flow_p85": None}, ["agree", "no_pace"]),
    ],
)
def test_disagreement_is_explained_by_what_causes_it(told: dict[str, Any], codes: list[str]) -> None:
    found = truth.sentences(replace(ALIKE, **told))
    assert [one.code for one in found] == codes
    assert all(one.text.endswith(".") for one in found)


@pytest.mark.django_db
def test_the_charts_and_the_three_measures_tell_of_the_same_work(
    cast: Any, django_assert_max_num_queries: Any
) -> None:
    """One story: three tasks, one done in time, one half done, one to come."""
    project = start(cast.scope("piet"), product_id=cast.product.pk, code="FLOW")
    dig, pour, _ = chain(project, "dig", "pour", "dry", by=cast.scope("piet"))
    vera, home, today = cast.client("vera"), f"/api/projects/{project.pk}", timezone.localdate()
    empty = vera.get(f"{home}/flow").json()
    assert (empty["cone"], empty["cycle"]["percentiles"]) == (None, [])
    begun, ended = today - timedelta(days=4), today - timedelta(days=2)
    say(cast, dig, actual_start=f"{begun}T08:00", actual_finish=f"{ended}T17:00", percent_complete=100)
    say(cast, pour, actual_start=f"{ended}T08:00", percent_complete=50)
    with django_assert_max_num_queries(12):
        flow = vera.get(f"{home}/flow").json()
    assert flow["days"][-1] == str(today)
    assert {state["id"]: state["items"][-1] for state in flow["states"]} == {
        "to_do": 1, "in_progress": 1, "done": 1,
    }  # fmt: skip
    assert (flow["burn_up"]["scope"][-1], flow["burn_up"]["done_minutes"][-1]) == (3, 480)
    (cycle,) = flow["cycle"]["items"]
    assert (cycle["title"], cycle["days"], cycle["finished"]) == ("dig", 3, str(ended))
    assert sum(week["items"] for week in flow["throughput"]) == 1
    ends = [line["on"] for line in flow["cone"] if line["on"]]
    assert ends == sorted(ends)
    assert ends[0] > str(today)

    with django_assert_max_num_queries(30):
        progress = vera.get(f"{home}/progress").json()
    assert (progress["flow"]["done"], progress["flow"]["of"]) == (1, 3)
    assert (progress["effort"]["done"], progress["effort"]["of"]) == (720, 1440)
    assert progress["baseline"] is None
    assert progress["earned"]["bac"] == 24
    assert progress["earned"]["ev"] == pytest.approx(12)
    assert "begun_not_done" in [one["code"] for one in progress["sentences"]]

    # Against a baseline, which is named.
    kept = cast.client("piet").post(f"{home}/baselines", {"title": "Kept"})
    assert kept.status_code == 201, kept.content
    progress = vera.get(f"{home}/progress").json()
    assert (progress["baseline"]["title"], progress["earned"]["bac"]) == ("Kept", 24)
    assert progress["periods"][-1]["planned"] == pytest.approx(24)


@pytest.mark.django_db
@pytest.mark.either_database
def test_the_room_before_a_deadline_is_told_by_what_was_forecast_of_it(cast: Any) -> None:
    piet = cast.scope("piet")
    project = start(piet, product_id=cast.product.pk)
    walls = chain(project, "dig", "pour", by=piet)
    today = timezone.localdate()
    assert slack_burn(project)["days"] == []
    for ago, p50, p80 in ((14, 10, 15), (7, 16, 22), (0, 19, 21)):
        on, deadline = today - timedelta(days=ago), today + timedelta(days=20)
        at = {name: f"{today + timedelta(days=days)}T17:00" for name, days in (("p50", p50), ("p80", p80))}
        RecordedForecast.objects.create(
            project=project, on=on, made_at=timezone.now(), method="network", weight=1.0, p10=at["p50"], p90=at["p80"],
            target=f"{deadline}T17:00", network={}, **at,
        )  # fmt: skip
    assert say(cast, walls[0], by="piet", percent_complete=100).status_code == 200
    told = slack_burn(project)
    assert told["room_days"] == 10
    assert [(one["slack_days"], one["safe_days"], one["used"]) for one in told["days"]] == [
        (10, 5, 0.0), (4, -2, 0.6), (1, -1, 0.9),
    ]  # fmt: skip
    assert [one["zone"] for one in told["days"]] == ["green", "amber", "red"]
    assert told["days"][-1]["done"] == 0.5


@pytest.mark.django_db
def test_two_people_on_a_task_are_no_change_of_scope_since_the_baseline(cast: Any) -> None:
    piet = cast.scope("piet")
    project = start(piet, product_id=cast.product.pk, code="TWO")
    (dig,) = chain(project, "dig", by=piet)
    adds = []
    for number in range(2):
        who = Resource.objects.create(
            workspace=cast.acme.workspace, project=project, key=f"RES-T{number}", title=f"Digger {number}"
        )
        adds.append({"op": "assign", "item": str(dig.pk), "resource_id": str(who.pk)})
    edit(project, *adds, by=piet)
    home = f"/api/projects/{project.pk}"
    assert cast.client("piet").post(f"{home}/baselines", {"title": "Kept"}).status_code == 201

    def codes() -> list[str]:
        return [one["code"] for one in cast.client("vera").get(f"{home}/progress").json()["sentences"]]

    assert "scope_changed" not in codes()
    dig.refresh_from_db()
    longer = {
        "op": "set",
        "id": str(dig.pk),
        "version": dig.version,
        "fields": {"duration_minutes": 960},
    }
    edit(project, longer, by=piet)
    assert "scope_changed" in codes()
