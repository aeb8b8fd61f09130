"""Levelling by product value: what each project is worth, and who goes first by that."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from northline.core import editing
from northline.core.models import Link
from northline.delivery.models import Project
from northline.roadmap.models import Initiative
from tests.delivery.test_resources import made
from tests.scheduling.test_levelling import levelled, overloaded

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _home(one_thread: None) -> None:
    """Jobs run on the test's own thread."""


def worth(cast: Any, project: Project, title: str, **scores: float) -> Initiative:
    """The project realises an initiative, which is scored by RICE where scores are given."""
    row = Initiative(workspace=cast.acme.workspace, product=cast.product, title=title)
    row = editing.create(row, prefix=Initiative.PREFIX, by=cast.scope("pia"))
    Link.objects.create(
        workspace_id=project.workspace_id, type="realises", source_kind="project", source_id=project.pk,
        target_kind="initiative", target_id=row.pk,
    )  # fmt: skip
    if scores:
        values = {name: {"likely": value} for name, value in scores.items()}
        body = {"voice": "team", "entries": [{"subject_id": row.pk, "values": values, "version": 0}]}
        card = cast.acme.row("scorecard")
        assert cast.client("pia").put(f"/api/scorecards/{card.pk}/scores", body).status_code == 200
    return row


def test_projects_are_weighed_by_what_they_are_worth_to_their_product(cast: Any) -> None:
    ann = made(cast)
    small, _ = overloaded(cast, "LVA", ann["id"], "dig")
    large, _ = overloaded(cast, "LVB", ann["id"], "paint")
    bare, _ = overloaded(cast, "LVC", ann["id"], "sweep")
    rice = {"reach": 500, "impact": 2, "confidence": 80, "effort": 4}
    worth(cast, small, "Small", **rice | {"reach": 10})
    worth(cast, large, "Large", **rice)
    worth(cast, bare, "Bare")
    asked = [str(one.pk) for one in (bare, small, large)]
    shown = cast.client("vera").get("/api/levelling-values", {"project_id": asked}).json()
    assert [(one["project"]["key"], one["value"], one["weight"]) for one in shown] == [
        (bare.key, None, 0.4),
        (small.key, 4, 4),
        (large.key, 200, 200),
    ]
    assert [
        (one["initiatives"][0]["initiative"]["title"], one["initiatives"][0]["score"]) for one in shown
    ] == [
        ("Bare", None),
        ("Small", 4),
        ("Large", 200),
    ]
    # Without a deadline it is late after the finish of today.
    assert {one["due"] for one in shown} == {"2026-03-02T17:00"}

    # A newer scorecard that says nothing yet takes nothing away.
    newer = {
        "product_id": str(cast.product.pk),
        "title": "Next round",
        "method": "rice",
        "about": "initiative",
    }
    answer = cast.client("pia").post("/api/scorecards", newer)
    assert answer.status_code == 201, answer.content
    assert cast.client("vera").get("/api/levelling-values", {"project_id": asked}).json() == shown

    found = levelled(cast, bare, small, large, importance="value")
    assert found["options"]["importance"] == "value"
    projects = found["found"]["projects"]
    assert [one["finish"] for one in projects] == [
        "2026-03-04T17:00",
        "2026-03-03T17:00",
        "2026-03-02T17:00",
    ]
    assert [one["value"]["value"] for one in projects] == [None, 4, 200]
    moved = {one["item"]["title"]: one for one in found["found"]["moves"]}
    assert moved["dig"]["outweighed_by"]["id"] == str(large.pk)
    # By the order given, which says nothing of values, the first goes first.
    ordered = levelled(cast, bare, small, large)
    assert ordered["found"]["projects"][0] | {"project": 0} == {
        "project": 0, "finish": "2026-03-02T17:00", "was_finish": "2026-03-02T17:00", "deadline": None, "moved": 0,
        "value": None,
    }  # fmt: skip
    assert {one["outweighed_by"] for one in ordered["found"]["moves"]} == {None}


def test_values_are_told_in_as_many_queries_for_several_projects_as_for_one(
    cast: Any, django_assert_max_num_queries: Any
) -> None:
    ann = made(cast)
    rows = [overloaded(cast, code, ann["id"], "dig")[0] for code in ("LVA", "LVB", "LVC")]
    for row in rows:
        worth(cast, row, row.code, reach=10, impact=2, confidence=80, effort=4)
    client = cast.client("vera")
    client.get("/api/levelling-values", {"project_id": [str(rows[0].pk)]})
    with CaptureQueriesContext(connection) as alone:
        client.get("/api/levelling-values", {"project_id": [str(rows[0].pk)]})
    with django_assert_max_num_queries(len(alone)):
        client.get("/api/levelling-values", {"project_id": [str(row.pk) for row in rows]})


def test_of_projects_that_one_may_not_see_no_value_is_told(cast: Any) -> None:
    ann = made(cast)
    project, _ = overloaded(cast, "LVA", ann["id"], "dig")
    asked = {"project_id": [str(project.pk)]}
    assert cast.client("nora").get("/api/levelling-values", asked).status_code == 404
    assert cast.client("vera").get("/api/levelling-values").status_code == 422
