"""The list of projects: how far each is, when it is likely to end, and whether that is in time."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from northline.delivery.models import Project, WorkItem
from northline.scheduling.models import SavedForecast, SavedSchedule
from tests.scheduling.plans import chain, edit, start

pytestmark = pytest.mark.django_db
HERE = "/api/lists/project"


def listed(cast: Any, **asked: str) -> dict[str, dict[str, Any]]:
    answer = cast.client("vera").get(HERE, asked)
    assert answer.status_code == 200, answer.json()
    return {row["fields"]["code"]: row["fields"] for row in answer.json()["items"]}


def planned(cast: Any, code: str, *done: int) -> Project:
    """A project with a task of a day for each percentage of progress."""
    piet = cast.scope("piet")
    project = start(piet, product_id=cast.product.pk, code=code)
    chain(project, *(f"Task {number}" for number in range(len(done))), by=piet)
    progressed(project, dict(enumerate(done)), by=piet)
    return project


def progressed(project: Project, done: dict[int, int], *, by: Any) -> None:
    for number, percent in done.items():
        if percent:
            task = WorkItem.objects.get(project=project, title=f"Task {number}")
            fields = {"percent_complete": percent}
            edit(project, {"op": "set", "id": str(task.pk), "version": task.version, "fields": fields}, by=by)


def test_each_tells_how_far_it_is(cast: Any) -> None:
    start(cast.scope("piet"), product_id=cast.product.pk, code="EMPTY")
    planned(cast, "AHEAD", 0, 0)
    planned(cast, "HALF", 100, 20, 0, 0)
    planned(cast, "OVER", 100, 100)

    told = listed(cast)

    assert {code: (row["state"], row["done"]) for code, row in told.items()} == {
        "EMPTY": ("empty", None),
        "AHEAD": ("planned", 0.0),
        "HALF": ("under_way", 0.3),
        "OVER": ("finished", 1.0),
    }


def test_summaries_and_what_was_put_away_do_not_count(cast: Any) -> None:
    piet = cast.scope("piet")
    project = start(piet, product_id=cast.product.pk)
    under = {"op": "add", "temp_id": "under", "parent_id": "over", "title": "Task 0"}
    edit(project, {"op": "add", "temp_id": "over", "title": "Over"}, under, by=piet)
    gone = edit(project, {"op": "add", "temp_id": "gone", "title": "Gone"}, by=piet).editor.temporary["gone"]
    progressed(project, {0: 100}, by=piet)
    assert listed(cast)["ATL"]["state"] == "under_way"

    version = WorkItem.objects.get(pk=gone).version
    edit(project, {"op": "remove", "id": str(gone), "version": version}, by=piet)

    assert listed(cast)["ATL"]["state"] == "finished"


def test_it_is_filtered_and_sorted_by_what_the_forecast_says(cast: Any) -> None:
    for code, deadline in (("LATE", "2026-03-02T17:00"), ("SURE", "2030-01-01T17:00"), ("FREE", None)):
        project = planned(cast, code, 0, 0)
        if deadline:
            path, match = f"/api/projects/{project.pk}", {"if-match": '"1"'}
            cast.client("piet").patch(path, {"deadline": deadline}, headers=match)

    told = listed(cast, sort="-chance")
    likely = listed(cast, where='[["chance", "at_least", 0.5]]')

    assert list(told) == ["SURE", "LATE", "FREE"]
    assert [told[code]["chance"] for code in told] == [1.0, 0.0, None]
    assert list(likely) == ["SURE"]
    kept = SavedForecast.objects.get(project__code="SURE")
    assert (told["SURE"]["p50"], told["SURE"]["finish"]) == (kept.p50, "2026-03-03T17:00")


def test_on_one_line_of_time_each_tells_no_more_than_what_it_is_grouped_by(cast: Any) -> None:
    planned(cast, "HALF", 100, 0)
    planned(cast, "OVER", 100)

    def in_time(**asked: str) -> list[dict[str, Any]]:
        answer = cast.client("vera").get("/api/projects-in-time", asked)
        assert answer.status_code == 200, answer.json()
        return [row["fields"] for row in answer.json()["projects"]]

    assert in_time() == [{}, {}]
    with CaptureQueriesContext(connection) as plain:
        in_time()
    assert not any("percent_complete" in one["sql"] and "CASE" in one["sql"] for one in plain)
    assert in_time(by="state") == [{"state": "under_way"}, {"state": "finished"}]
    assert in_time(by="product")[0]["product"]["title"] == cast.product.title
    assert in_time(by="state", where='[["state", "is", "finished"]]') == [{"state": "finished"}]
    refused = cast.client("vera").get("/api/projects-in-time", {"by": "nothing"})
    assert (refused.status_code, refused.json()["code"]) == (422, "list.unknown_field")


def test_on_one_line_of_time_milestones_stand_where_the_plan_has_them(cast: Any) -> None:
    project = planned(cast, "HALF", 100, 0)
    first = WorkItem.objects.get(project=project, title="Task 0")
    piet = cast.scope("piet")
    live = {"op": "add", "temp_id": "live", "after_id": str(first.pk), "title": "Live", "type": "milestone"}
    edit(project, live, {"op": "link", "before": str(first.pk), "after": "live"}, by=piet)

    (row,) = cast.client("vera").get("/api/projects-in-time").json()["projects"]

    (point,) = row["points"]
    kept = json.loads(SavedSchedule.objects.get(pk=project.pk).payload)[point["id"]]
    assert (point["title"], point["start"], point["finish"]) == ("Live", *kept[:2])
    assert point["start"] > row["start"]
