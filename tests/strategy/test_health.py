"""Health of objectives and key results: progress against the time that has passed, and confidence; with the reason."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from northline.strategy.rules import health, is_stale, joint_progress, passed, span_of

MIDDLE = date(2026, 11, 15)


@pytest.mark.parametrize(
    ("progress", "confidence", "state", "reason"),
    [
        (50, 80, "on_track", "ahead"),
        (40, 80, "on_track", "ahead"),
        (39, 80, "at_risk", "behind"),
        (20, 80, "at_risk", "behind"),
        (19, 80, "off_track", "behind"),
        (60, 49, "at_risk", "unsure"),
        (60, 29, "off_track", "unsure"),
        (30, 29, "off_track", "unsure"),
        (100, 0, "on_track", "reached"),
        (None, None, "unknown", "unmeasured"),
    ],
)
def test_the_worse_of_time_and_confidence_counts(progress, confidence, state, reason):
    found = health(progress, confidence=confidence, period="2026-Q4", today=MIDDLE)
    assert (found.state, found.reason, found.expected) == (state, reason, 50)


def test_without_a_period_confidence_alone_counts():
    assert health(0, confidence=80, period="", today=MIDDLE).state == "on_track"
    assert health(0, confidence=20, period="", today=MIDDLE).state == "off_track"


def test_what_is_not_measured_has_no_health_and_before_its_period_has_not_begun():
    assert health(0, confidence=None, period="2026-Q4", today=MIDDLE, measured=False).reason == "unmeasured"
    assert health(0, confidence=None, period="2027", today=MIDDLE, measured=False).reason == "not_begun"


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("2026-H2", date(2026, 7, 1), date(2026, 12, 31)),
        ("2026-Q1", date(2026, 1, 1), date(2026, 3, 31)),
        ("2028-02", date(2028, 2, 1), date(2028, 2, 29)),
    ],
)
def test_a_period_spans_its_months(period, first, last):
    assert span_of(period) == (first, last)
    assert passed(period, today=first - timedelta(days=1)) == 0
    assert passed(period, today=last) == 100


@pytest.mark.parametrize(
    ("days", "period", "reached", "expected"),
    [
        (15, "2026-Q4", False, True),
        (13, "2026-Q4", False, False),
        (15, "", False, True),
        (15, "2026-Q3", False, False),
        (15, "2026-Q4", True, False),
    ],
)
def test_a_figure_nobody_looked_at_in_its_period_is_stale(days, period, reached, expected):
    now = datetime(2026, 11, 15, 9, tzinfo=UTC)
    assert is_stale(now - timedelta(days=days), now=now, period=period, reached=reached) == expected


def test_weights_count():
    assert joint_progress([100, 0, 50], weights=[2, 1, 1]) == 62
    assert joint_progress([], weights=[]) is None


def set_objective(cast, **fields):
    body = {"product_id": cast.product.pk, "title": "Be trusted"} | fields
    return cast.client("pia").post("/api/objectives", body)


def test_an_objective_contributes_to_another_and_never_to_itself(cast):
    top = set_objective(cast, title="Top").json()
    below = set_objective(cast, title="Below", parent_id=top["id"]).json()
    assert below["parent"]["key"] == top["key"]
    answer = cast.client("pia").patch(
        f"/api/objectives/{top['id']}", {"parent_id": below["id"]}, headers={"if-match": '"1"'}
    )
    assert answer.json()["code"] == "objective.makes_circle"


def test_a_parent_of_another_workspace_is_not_found(cast):
    assert set_objective(cast, parent_id=cast.beyond.row("objective").pk).status_code == 404


def test_a_check_in_freshens_and_weights_weigh(cast):
    objective, pia = cast.acme.row("objective"), cast.client("pia")
    made = [
        pia.post(
            f"/api/objectives/{objective.pk}/key-results", {"title": "k", "target": 10, "weight": weight}
        ).json()
        for weight in (3, 1)
    ]
    assert made[0]["health"]["state"] == "unknown"
    pia.post(f"/api/key-results/{made[0]['id']}/check-ins", {"value": 10, "confidence": 90})
    found = pia.get(f"/api/objectives/{objective.pk}").json()
    assert (found["progress"], found["health"]["state"]) == (75, "on_track")
    assert found["key_results"][0]["checked_at"] is not None
