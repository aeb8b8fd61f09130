"""A committed window moves for a reason, and nothing is done before its outcome was looked at."""

from __future__ import annotations

import pytest

from tests.roadmap.test_dependencies import add, patch

SPRING = {"start": "2026-03-01", "finish": "2026-05-31", "precision": "day"}
LATER = SPRING | {"finish": "2026-08-31"}


@pytest.mark.parametrize("status", ["committed", "in_progress"])
@pytest.mark.parametrize("window", [LATER, None])
def test_a_committed_window_moves_only_with_a_reason(cast, status, window):
    initiative = add(cast, status=status, window=SPRING)
    answer = patch(cast, initiative, {"window": window})
    assert (answer.status_code, answer.json()["code"]) == (422, "window.reason_missing")
    assert patch(cast, initiative, {"window": window, "reason": "A supplier is late"}).status_code == 200


@pytest.mark.parametrize(
    "change",
    [{"horizon": "later"}, {"parked": True}, {"status": "planned"}],
    ids=["horizon", "parked", "status"],
)
def test_what_is_committed_is_put_off_only_with_a_reason(cast, change):
    initiative = add(cast, status="committed", horizon="now")
    answer = patch(cast, initiative, change)
    assert (answer.status_code, answer.json()["code"]) == (422, "window.reason_missing")
    assert patch(cast, initiative, change | {"reason": "A supplier is late"}).status_code == 200


@pytest.mark.parametrize("change", [{"horizon": "now"}, {"status": "in_progress"}, {"parked": False}])
def test_beginning_what_is_committed_and_giving_it_a_place_need_no_reason(cast, change):
    assert patch(cast, add(cast, status="committed"), change).status_code == 200


def test_a_planned_window_and_a_first_one_need_no_reason(cast):
    assert patch(cast, add(cast, window=SPRING), {"window": LATER}).status_code == 200
    assert patch(cast, add(cast, status="committed"), {"window": SPRING}).status_code == 200


def test_saying_the_same_window_more_exactly_needs_no_reason(cast):
    initiative = add(cast, status="committed", window=SPRING)
    assert patch(cast, initiative, {"window": SPRING | {"precision": "month"}}).status_code == 200


def test_done_is_refused_before_an_outcome_review(cast):
    answer = patch(cast, add(cast), {"status": "done"})
    assert (answer.status_code, answer.json()["code"]) == (409, "initiative.review_missing")
    body = {"product_id": cast.product.pk, "title": "x", "status": "done"}
    assert cast.client("pia").post("/api/initiatives", body).json()["code"] == "initiative.review_missing"


def test_done_is_let_through_where_no_review_is_needed_and_that_has_a_reason(cast):
    done = {"status": "done", "no_review_reason": "A legal duty"}
    assert patch(cast, add(cast), done).json()["status"] == "done"
