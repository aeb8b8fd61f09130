"""Triage: what is new, what was looked at, what is put off until a day."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from django.utils import timezone

from northline.core.models import Change


@pytest.fixture
def insight(cast):
    return cast.acme.row("insight")


def patch(cast, row, body, *, version=1):
    return cast.client("carl").patch(f"/api/insights/{row.pk}", body, headers={"if-match": f'"{version}"'})


def in_state(cast, state):
    where = json.dumps([["state", "is", state]])
    return [
        row["key"] for row in cast.client("vera").get("/api/lists/insight", {"where": where}).json()["items"]
    ]


def day(ahead: int) -> date:
    return timezone.localdate() + timedelta(days=ahead)


def test_an_insight_is_new_until_somebody_processed_it(cast, insight):
    assert in_state(cast, "new") == [insight.key]
    assert patch(cast, insight, {"state": "processed"}).json()["state"] == "processed"
    assert (in_state(cast, "new"), in_state(cast, "processed")) == ([], [insight.key])


def test_a_snoozed_insight_comes_back_by_itself_on_its_day(cast, insight):
    answer = patch(cast, insight, {"snoozed_until": day(1)}).json()
    assert (answer["state"], answer["snoozed_until"]) == ("snoozed", day(1).isoformat())
    assert (in_state(cast, "new"), in_state(cast, "snoozed")) == ([], [insight.key])
    insight.refresh_from_db()
    assert [insight.standing(day(ahead)) for ahead in (0, 1, 2)] == ["snoozed", "new", "new"]
    type(insight).objects.update(snoozed_until=day(0))
    assert in_state(cast, "new") == [insight.key]


def test_to_snooze_what_was_processed_is_to_look_again(cast, insight):
    patch(cast, insight, {"state": "processed"})
    assert patch(cast, insight, {"snoozed_until": day(3)}, version=2).json()["state"] == "snoozed"
    answer = patch(cast, insight, {"state": "processed"}, version=3).json()
    assert (answer["state"], answer["snoozed_until"]) == ("processed", None)


def test_to_set_a_snoozed_insight_to_new_wakes_it_and_undo_puts_it_off_again(cast, insight):
    patch(cast, insight, {"snoozed_until": day(3)})
    assert patch(cast, insight, {"state": "new"}, version=2).json()["state"] == "new"
    change = Change.objects.order_by("-seq")[0]
    assert cast.client("carl").post(f"/api/changes/{change.pk}/undo").status_code == 200
    assert in_state(cast, "snoozed") == [insight.key]


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"snoozed_until": 0}, "insight.snooze_past"),
        ({"snoozed_until": -1}, "insight.snooze_past"),
        ({"snoozed_until": 2, "state": "processed"}, "insight.snoozed_and_processed"),
    ],
)
def test_a_snooze_that_makes_no_sense_is_refused(cast, insight, fields, code):
    answer = patch(cast, insight, fields | {"snoozed_until": day(fields["snoozed_until"])})
    assert (answer.status_code, answer.json()["code"]) == (422, code)
    insight.refresh_from_db()
    assert (insight.version, insight.snoozed_until) == (1, None)


def test_an_archived_insight_stands_in_the_archive(cast):
    row = cast.acme.row("archived_insight")
    assert cast.client("vera").get(f"/api/insights/{row.pk}").json()["state"] == "archived"


def test_many_insights_are_processed_at_once(cast, insight):
    body = {"items": [{"id": insight.pk, "version": 1}], "fields": {"state": "processed"}, "dry_run": False}
    assert cast.client("carl").post("/api/lists/insight/bulk", body).status_code == 200
    assert in_state(cast, "processed") == [insight.key]


def test_the_states_are_counted_in_one_answer(cast, insight):
    cast.client("carl").post("/api/insights", {"product_id": cast.product.pk, "title": "Another"})
    patch(cast, insight, {"state": "processed"})
    answer = cast.client("vera").get("/api/lists/insight/groups", {"by": "state"}).json()
    assert {group["value"]: group["count"] for group in answer["items"]} == {"new": 1, "processed": 1}
