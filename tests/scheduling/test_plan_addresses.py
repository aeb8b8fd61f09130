"""Plans over HTTP: shapes, errors, bounds."""

from __future__ import annotations

from typing import Any

import pytest

from northline.delivery.models import Project
from northline.scheduling.schemas import EditedOut, ForecastOut, PlanOut, WorkItemPage
from tests.scheduling.plans import chain, start

pytestmark = pytest.mark.django_db


@pytest.fixture
def project(cast: Any) -> Project:
    return start(cast.scope("piet"), product_id=cast.product.pk)


def test_plans_are_answered_in_their_documented_shapes(cast: Any, project: Project) -> None:
    dig, pour = chain(project, "dig", "pour", by=cast.scope("piet"))
    piet = cast.client("piet")
    here = f"/api/projects/{project.pk}"
    fields = {
        "constraint": {"kind": "SNET", "at": "2026-03-04T08:00"},
        "estimate": {"optimistic": 60, "likely": 480, "pessimistic": 960},
    }
    edits = [
        {"op": "set", "id": str(dig.pk), "version": 1, "fields": fields},
        {"op": "add", "temp_id": "n", "title": "new"},
        {"op": "link", "before": "n", "after": str(dig.pk), "lag_minutes": 30, "lag_unit": "elapsed"},
    ]
    answer = piet.post(f"{here}/plan-edits", {"edits": edits})
    assert answer.status_code == 200, answer.content
    edited = EditedOut.model_validate_json(answer.content)
    assert set(answer.json()) == set(EditedOut.model_fields)
    assert edited.moved_to == []
    assert edited.moved[0].was_start == "2026-03-02T08:00"
    longer = {"op": "set", "id": str(dig.pk), "version": 2, "fields": {"duration_minutes": 960}}
    told = EditedOut.model_validate_json(
        piet.post(f"{here}/plan-edits?preview=true&brief=true", {"edits": [longer]}).content
    )
    assert told.moved == []
    assert told.moved_to[0][0] == dig.pk
    plan = piet.get(f"{here}/plan")
    PlanOut.model_validate_json(plan.content)
    assert set(plan.json()) == set(PlanOut.model_fields)
    ForecastOut.model_validate(piet.get(f"{here}/forecast").json())
    page = piet.get(f"/api/work-items/{pour.pk}")
    WorkItemPage.model_validate(page.json())
    assert page.json()["links"][0]["before"]["key"] == dig.key
    can = cast.client("vera").get(f"{here}/plan").json()["can"]
    assert can == {"edit": False, "contribute": False, "export_at_once": True, "draw_at_once": True}


def test_strangers_meet_not_found_and_readers_not_allowed(cast: Any, project: Project) -> None:
    (dig,) = chain(project, "dig", by=cast.scope("piet"))
    here = f"/api/projects/{project.pk}"
    body = {"edits": [{"op": "remove", "id": str(dig.pk), "version": 1}]}
    for who, status in (("nora", 404), ("vera", 403), ("carl", 403), ("stan", 403), ("dora", 401), ("", 401)):
        assert cast.client(who).post(f"{here}/plan-edits", body).status_code == status, who
    for address in (f"{here}/plan", f"{here}/forecast", f"/api/work-items/{dig.pk}"):
        assert cast.client("nora").get(address).status_code == 404
        assert cast.client("stan").get(address).status_code == 200


def test_a_stale_edit_is_answered_with_the_item_as_it_is(cast: Any, project: Project) -> None:
    (dig,) = chain(project, "dig", by=cast.scope("piet"))
    wish = {"edits": [{"op": "set", "id": str(dig.pk), "version": 7, "fields": {"title": "x"}}]}
    answer = cast.client("piet").post(f"/api/projects/{project.pk}/plan-edits", wish)
    assert (answer.status_code, answer.json()["current"]["title"]) == (412, "dig")


@pytest.mark.parametrize(
    "edits",
    [
        [],
        [{"op": "add", "title": "x"}] * 2001,
        [{"op": "paint", "id": "x"}],
        [{"op": "add", "title": "x", "colour": "red"}],
        [{"op": "set", "id": "x", "version": 1, "fields": {"duration_minutes": -1}}],
        [{"op": "set", "id": "x", "version": 1, "fields": {"title": None}}],
        [{"op": "set", "id": "x", "version": 1, "fields": {"deadline": "2026-02-30T08:00"}}],
        [{"op": "set", "id": "x", "version": 1, "fields": {"constraint": {"kind": "SNET"}}}],
        [
            {
                "op": "set",
                "id": "x",
                "version": 1,
                "fields": {"estimate": {"optimistic": 3, "likely": 2, "pessimistic": 1}},
            }
        ],
    ],
    ids=[
        "none",
        "too many",
        "unknown",
        "unknown field",
        "negative",
        "no title",
        "no date",
        "half",
        "falling",
    ],
)
def test_edits_that_make_no_sense_are_invalid(cast: Any, project: Project, edits: list[Any]) -> None:
    answer = cast.client("piet").post(f"/api/projects/{project.pk}/plan-edits", {"edits": edits})
    assert (answer.status_code, answer.json()["code"]) == (422, "input.invalid")
