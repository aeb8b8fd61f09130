"""The list of projects: how far each is, when it is likely to end, and whether that is in time."""

from __future__ import annotations

from typing import Any

import pytest

from northline.delivery.models import Project, WorkItem
from northline.scheduling.models import SavedForecast
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
