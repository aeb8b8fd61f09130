"""The delivery of an initiative: what is done, what was added since its charter, what came of it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone

from northline.core.links import link
from northline.delivery.models import Charter, WorkItem
from northline.roadmap import outlook
from northline.roadmap.models import Initiative, Launch, OutcomeReview
from northline.roadmap.rules.promising import Ends
from northline.scheduling.actions import edit_plan
from northline.scheduling.edits import Add
from northline.strategy.models import CheckIn, KeyResult
from tests.cast import Cast

DAY = 480


def planned(cast: Cast, *lengths: int) -> Any:
    """A project with a task of so many minutes each."""
    project = cast.acme.row("project")
    edits = [
        Add(op="add", temp_id=f"t{at}", title=f"Task {at}", duration_minutes=length)
        for at, length in enumerate(lengths)
    ]
    edit_plan(project.pk, edits=edits, by=cast.acme.scope)
    return project


def accepted(cast: Cast) -> Charter:
    charter = cast.acme.row("charter")
    answer = cast.client("ada").post(
        f"/api/charters/{charter.pk}/acceptance", headers={"if-match": f'"{charter.version}"'}
    )
    assert answer.status_code == 200, answer.content
    return Charter.objects.get(pk=charter.pk)


def told(cast: Cast, who: str = "vera") -> dict[str, Any]:
    answer = cast.client(who).get(f"/api/initiatives/{cast.acme.row('initiative').pk}/delivery")
    assert answer.status_code == 200, answer.content
    return answer.json()


def test_progress_counts_planned_time_and_items(cast: Cast) -> None:
    project = planned(cast, 3 * DAY, DAY)
    WorkItem.objects.filter(project=project, duration_minutes=DAY).update(percent_complete=100)
    link("realises", project, target=cast.acme.row("initiative"), by=cast.acme.scope)

    found = told(cast)

    assert (found["percent"], found["items_done"], found["items"]) == (25, 1, 2)
    assert [each["key"] for each in found["projects"]] == [project.key]


def test_a_summary_is_no_work_of_its_own_and_what_was_removed_is_gone(cast: Cast) -> None:
    project = planned(cast, DAY, DAY, DAY)
    first, second, third = WorkItem.objects.filter(project=project).order_by("position")
    WorkItem.objects.filter(pk=second.pk).update(parent=first)
    WorkItem.objects.filter(pk=third.pk).update(archived_at=timezone.now())
    link("realises", project, target=cast.acme.row("initiative"), by=cast.acme.scope)

    assert told(cast)["items"] == 1


def test_what_was_added_since_the_charter_is_told(cast: Cast) -> None:
    project = planned(cast, DAY)
    accepted(cast)
    edit_plan(
        project.pk,
        edits=[Add(op="add", temp_id="more", title="More", duration_minutes=2 * DAY)],
        by=cast.acme.scope,
    )

    [drift] = told(cast)["scope"]

    assert (drift["items_then"], drift["items_now"]) == (1, 2)
    assert (drift["days_then"], drift["days_now"]) == (1.0, 3.0)


def test_what_an_older_charter_was_accepted_with_is_not_known(cast: Cast) -> None:
    planned(cast, DAY)
    accepted(cast)
    Charter.objects.update(accepted_items=None, accepted_minutes=None)

    [drift] = told(cast)["scope"]

    assert (drift["items_then"], drift["days_then"], drift["items_now"]) == (None, None, 1)


def test_the_chance_is_that_of_the_target_window_and_decides_the_health(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = cast.acme.row("initiative")
    finish = timezone.localdate() + timedelta(days=30)
    Initiative.objects.filter(pk=row.pk).update(
        status="in_progress", window_start=finish, window_finish=finish, window_precision="day"
    )
    plan = outlook.Outlook(p50=finish, p85=finish, ends=Ends(finish, (1, 3)))
    monkeypatch.setattr(outlook, "_sources", [lambda scope, ids: {row.pk: plan}])

    found = told(cast)

    assert found["chance"] == 0.25
    assert found["health"] == {"state": "off_track", "reason": "unlikely"}


def test_benefit_is_how_far_its_key_results_came_since_launch(cast: Cast) -> None:
    home = cast.acme
    launch, result = home.row("launch"), home.row("key_result")
    link("advances", home.row("initiative"), target=home.row("objective"), by=home.scope)
    Launch.objects.filter(pk=launch.pk).update(launched_on=date(2026, 2, 1))
    _checked_in(result, 3, at=date(2026, 1, 20))
    _checked_in(result, 8, at=date(2026, 2, 20))
    KeyResult.objects.filter(pk=result.pk).update(current=Decimal(8))

    [benefit] = told(cast)["benefit"]

    assert (benefit["progress_at_launch"], benefit["progress"]) == (30, 80)


def test_what_reviews_measured_stands_beside_what_was_expected(cast: Cast) -> None:
    home = cast.acme
    result, review = home.row("key_result"), home.row("outcome_review")
    link("advances", home.row("initiative"), target=home.row("objective"), by=home.scope)
    decided = {"verdict": "iterate", "decided_on": date(2026, 4, 2)}
    OutcomeReview.objects.filter(pk=review.pk).update(key_result=result, reading="6.5", **decided)

    [benefit] = told(cast)["benefit"]

    assert (benefit["start"], benefit["target"], benefit["at_launch"]) == (0, 10, None)
    [measured] = benefit["measured"]
    assert (measured["after_days"], measured["reading"], measured["progress"]) == (30, 6.5, 65)
    assert (measured["verdict"], measured["decided_on"]) == ("iterate", "2026-04-02")


def _checked_in(result: KeyResult, value: int, *, at: date) -> None:
    moment = timezone.make_aware(datetime.combine(at, datetime.min.time()))
    made = {"workspace_id": result.workspace_id, "key_result": result, "confidence": 50}
    CheckIn.objects.create(value=Decimal(value), created_at=moment, **made)


def test_before_its_launch_there_is_nothing_to_compare_with(cast: Cast) -> None:
    home = cast.acme
    home.row("key_result")
    link("advances", home.row("initiative"), target=home.row("objective"), by=home.scope)

    found = told(cast)

    assert found["launched_on"] is None
    assert [each["progress_at_launch"] for each in found["benefit"]] == [None]


def test_delivery_takes_a_fixed_number_of_queries(cast: Cast, django_assert_max_num_queries: Any) -> None:
    project = planned(cast, DAY, DAY)
    accepted(cast)
    link("advances", cast.acme.row("initiative"), target=cast.acme.row("objective"), by=cast.acme.scope)
    cast.acme.row("key_result")
    client = cast.client("vera")
    client.get("/api/home")

    with django_assert_max_num_queries(18):
        found = client.get(f"/api/initiatives/{cast.acme.row('initiative').pk}/delivery").json()
    assert found["projects"][0]["key"] == project.key
