"""Product health: every figure is counted from rows, with what it was before."""

from __future__ import annotations

import subprocess
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from northline.core.models import Change
from northline.delivery.models import WorkItem
from northline.formats.roadmap.paper import Label
from northline.reporting.overseeing.models import InitiativeUpdate
from northline.reporting.product_health import wording
from northline.reporting.product_health.drawn import UPRIGHT, health_page
from northline.reporting.product_health.figures import Figure, Named, Section
from northline.research.models import Insight
from northline.roadmap import outlook
from northline.roadmap.models import Initiative, Launch, OutcomeReview, Promise, PromiseOutcome
from northline.strategy.models import CheckIn, KeyResult, Objective
from tests.cast import Cast

NOW = timezone.now()
TODAY = timezone.localdate()
LONG_AGO = NOW - timedelta(days=200)


def told(cast: Cast, name: str, who: str = "vera") -> dict[str, Any]:
    answer = cast.client(who).get(f"/api/products/{cast.product.pk}/health")
    assert answer.status_code == 200, answer.content
    [section] = [one for one in answer.json()["sections"] if one["name"] == name]
    return dict(section)


def figures(cast: Cast, name: str) -> dict[str, tuple[float | None, float | None]]:
    return {one["name"]: (one["value"], one["was"]) for one in told(cast, name)["figures"]}


def ago(days: float) -> datetime:
    return NOW - timedelta(days=days)


def under_way(cast: Cast, **fields: Any) -> Initiative:
    row: Initiative = cast.acme.row("initiative")
    finish = TODAY + timedelta(days=10)
    window = {"window_start": TODAY, "window_finish": finish, "window_precision": "day"}
    Initiative.objects.filter(pk=row.pk).update(status="committed", created_at=LONG_AGO, **window, **fields)
    row.refresh_from_db()
    return row


def test_an_empty_product_has_no_shares_and_no_trends(cast: Cast) -> None:
    answer = cast.client("vera").get(f"/api/products/{cast.product.pk}/health").json()

    names = [section["name"] for section in answer["sections"]]
    assert names == ["objectives", "confidence", "promises", "launches", "evidence", "flow", "updates"]
    assert figures(cast, "confidence")["inside"] == (None, None)
    assert figures(cast, "evidence")["age"] == (None, None)
    assert [section["as_of"] for section in answer["sections"]] == [None] * 7


def test_objectives_are_counted_by_health_now_and_as_they_stood(cast: Cast) -> None:
    result = cast.acme.row("key_result")
    Objective.objects.update(created_at=LONG_AGO)
    for days, value, confidence in ((40, 2, 20), (1, 9, 90)):
        made = {"workspace": cast.acme.workspace, "key_result": result, "value": Decimal(value)}
        CheckIn.objects.create(confidence=confidence, created_at=ago(days), **made)
    KeyResult.objects.update(current=Decimal(9), confidence=90, checked_at=ago(1))

    found = figures(cast, "objectives")

    assert found["progress"] == (90, 20)
    assert (found["on_track"], found["off_track"]) == ((1, 0), (0, 1))
    assert told(cast, "objectives")["named"] == []


def test_confidence_is_the_share_whose_p85_lies_in_its_window(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = under_way(cast)
    late = outlook.Outlook(p50=TODAY, p85=row.window_finish + timedelta(days=1))
    monkeypatch.setattr(outlook, "_sources", [lambda scope, ids: {row.pk: late}])
    kept = {"workspace": cast.acme.workspace, "initiative": row, "health": "on_track"}
    InitiativeUpdate.objects.create(p85=TODAY, window_finish=row.window_finish, created_at=ago(31), **kept)

    found = told(cast, "confidence")

    assert figures(cast, "confidence")["inside"] == (0, 100)
    assert [(one["key"], one["word"]) for one in found["named"]] == [(row.key, "outside")]


def test_work_without_a_plan_is_not_sure(cast: Cast) -> None:
    row = under_way(cast)

    found = told(cast, "confidence")

    assert figures(cast, "confidence") == {"inside": (0, None), "unplanned": (1, None)}
    assert found["named"] == [
        {
            "kind": "initiative",
            "id": str(row.pk),
            "key": row.key,
            "title": row.title,
            "word": "unplanned",
            "day": None,
        }
    ]


def test_promises_kept_and_broken_are_of_the_last_stretch_and_the_one_before(cast: Cast) -> None:
    row = cast.acme.row("promise")
    outcome = {"workspace": cast.acme.workspace, "promise": row, "was_due": row.due, "due": row.due}
    for days, verdict in ((3, "kept"), (5, "broken"), (35, "kept"), (50, "kept"), (70, "broken")):
        PromiseOutcome.objects.create(verdict=verdict, created_at=ago(days), **outcome)

    found = figures(cast, "promises")

    assert (found["kept"], found["broken"]) == ((1, 2), (1, 0))
    # It was written down today; its initiative has no window, so nothing says that it will be kept.
    assert (found["open"], found["endangered"]) == ((1, None), (1, None))


def test_a_promise_is_endangered_by_the_plan_as_well(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    promise, row = cast.acme.row("promise"), under_way(cast)
    Promise.objects.filter(pk=promise.pk).update(due=row.window_finish)
    assert figures(cast, "promises")["endangered"] == (0, None)

    late = outlook.Outlook(p50=TODAY, p85=row.window_finish + timedelta(days=1))
    monkeypatch.setattr(outlook, "_sources", [lambda scope, ids: {row.pk: late}])

    assert figures(cast, "promises")["endangered"] == (1, None)


def test_launches_are_near_or_late_and_reviews_wait(cast: Cast) -> None:
    review = cast.acme.row("outcome_review")
    Launch.objects.update(day=TODAY - timedelta(days=50), launched_on=TODAY - timedelta(days=50))
    OutcomeReview.objects.exclude(pk=review.pk).update(archived_at=NOW)
    OutcomeReview.objects.filter(pk=review.pk).update(due=TODAY - timedelta(days=20))
    assert figures(cast, "launches") == {"near": (0, 0), "late": (0, 0), "reviews_due": (1, 0)}

    Launch.objects.update(launched_on=None, day=TODAY - timedelta(days=40), created_at=LONG_AGO)
    OutcomeReview.objects.filter(pk=review.pk).update(due=TODAY - timedelta(days=31))

    assert figures(cast, "launches") == {"near": (0, 0), "late": (1, 1), "reviews_due": (1, 1)}

    Launch.objects.update(day=TODAY - timedelta(days=10))

    assert figures(cast, "launches")["near"] == (0, 1)


def test_evidence_is_counted_as_it_came_in_and_as_it_waits(cast: Cast) -> None:
    first = cast.acme.row("insight")
    Insight.objects.filter(pk=first.pk).update(created_at=ago(40))
    second = cast.acme.row("archived_insight")
    Insight.objects.filter(pk=second.pk).update(created_at=ago(10), archived_at=None)

    assert figures(cast, "evidence") == {"taken_in": (1, 1), "waiting": (2, 1), "age": (25, 10)}


def test_an_insight_that_was_gone_through_since_waited_then(cast: Cast) -> None:
    row = cast.acme.row("insight")
    Insight.objects.filter(pk=row.pk).update(created_at=ago(40))
    headers = {"if-match": f'"{row.version}"'}
    answer = cast.client("pia").patch(f"/api/insights/{row.pk}", {"state": "processed"}, headers=headers)
    assert answer.status_code == 200, answer.content
    assert Change.objects.latest("seq").before["state"] == "new"

    assert figures(cast, "evidence")["waiting"] == (0, 1)


def test_flow_counts_what_plans_finished(cast: Cast) -> None:
    row = cast.acme.row("work_item")
    WorkItem.objects.update(created_at=LONG_AGO)
    assert figures(cast, "flow") == {"finished": (0, 0), "open": (1, 1)}

    done = f"{TODAY - timedelta(days=2)}T17:00"
    WorkItem.objects.filter(pk=row.pk).update(percent_complete=100, actual_finish=done)

    assert figures(cast, "flow") == {"finished": (1, 0), "open": (0, 1)}


def test_updates_are_overdue_now_and_were_then(cast: Cast) -> None:
    row = under_way(cast)
    assert figures(cast, "updates")["overdue"] == (1, 1)

    kept = {"workspace": cast.acme.workspace, "initiative": row}
    InitiativeUpdate.objects.create(health="at_risk", words="Late.", created_at=ago(31), **kept)
    InitiativeUpdate.objects.create(health="on_track", created_at=ago(2), **kept)

    found = figures(cast, "updates")
    assert found["overdue"] == (0, 0)
    assert (found["on_track"], found["at_risk"]) == ((1, 0), (0, 1))


@pytest.mark.parametrize("how_many", [1, 9])
def test_it_takes_a_fixed_number_of_queries(
    cast: Cast, how_many: int, django_assert_max_num_queries: Any
) -> None:
    row = under_way(cast)
    for at in range(how_many):
        copy = Initiative.objects.get(pk=row.pk)
        copy.pk, copy.key, copy._state.adding = None, f"INI-9{at}", True
        copy.id = Change().id
        copy.save()
    cast.acme.row("key_result")
    cast.acme.row("promise")
    cast.acme.row("outcome_review")
    cast.acme.row("work_item")
    client = cast.client("vera")
    client.get("/api/home")

    with django_assert_max_num_queries(28):
        assert client.get(f"/api/products/{cast.product.pk}/health").status_code == 200


def test_the_page_is_one_sheet_of_pdf_that_says_what_the_answer_does(cast: Cast, tmp_path: Path) -> None:
    row = under_way(cast)
    cast.acme.row("promise")
    answer = cast.client("vera").get(f"/api/products/{cast.product.pk}/health/file")
    assert answer["Content-Disposition"] == 'attachment; filename="health-atlas.pdf"'
    file = tmp_path / "health.pdf"
    file.write_bytes(answer.content)
    said = subprocess.run(
        ["pdftotext", "-layout", file, "-"], capture_output=True, check=True
    ).stdout.decode()
    assert said.count("\f") == 1
    for word in (f"Health of {cast.product.title}", "Roadmap confidence", "Without a forecast", row.key):
        assert word in said
    for section in cast.client("vera").get(f"/api/products/{cast.product.pk}/health").json()["sections"]:
        assert wording.SECTION[section["name"]] in said
        assert all(wording.FIGURE[one["name"]] in said for one in section["figures"])


@pytest.mark.parametrize("count", [0, 5])
def test_the_fullest_page_ends_above_the_margin(count: int) -> None:
    named = [Named(Initiative(key="INI-1", title="word " * 40), "outside", TODAY)] * count
    numbers = {
        "objectives": 5,
        "confidence": 2,
        "promises": 4,
        "launches": 3,
        "evidence": 3,
        "flow": 2,
        "updates": 4,
    }
    figure = Figure("endangered", 12345.0, 3.0, of=20000, better="less")
    sections = [Section(name, NOW, [figure] * each, named) for name, each in numbers.items()]
    shapes = health_page("Health", "As of today", sections).shapes
    lowest = max(shape.y for shape in shapes)
    assert lowest < UPRIGHT.height - UPRIGHT.margin
    assert (
        max(one.x + one.width for one in shapes if isinstance(one, Label))
        <= UPRIGHT.width - UPRIGHT.margin + 0.01
    )
