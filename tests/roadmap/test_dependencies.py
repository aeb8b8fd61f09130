"""What waits for what, what contains what, milestones: circles are refused, undo takes back."""

from __future__ import annotations

import pytest

from northline.core.models import Change
from northline.core.refusal import Conflict
from northline.roadmap.actions.dependencies import wait_for
from northline.roadmap.models import Initiative, InitiativeDependency
from tests.core.together import together


def add(cast, title="x", **fields):
    body = {"product_id": cast.product.pk, "title": title, "status": "planned"} | fields
    return cast.client("pia").post("/api/initiatives", body).json()


def wait(cast, after, before, *, by="pia"):
    return cast.client(by).post(f"/api/initiatives/{after['id']}/predecessors", {"before_id": before["id"]})


def patch(cast, row, body, version=1):
    headers = {"if-match": f'"{version}"'}
    return cast.client("pia").patch(f"/api/initiatives/{row['id']}", body, headers=headers)


def whole(cast):
    return cast.client("vera").get(f"/api/products/{cast.product.pk}/roadmap").json()


def test_a_circle_of_dependencies_is_refused_with_the_way(cast):
    a, b, c = (add(cast, name) for name in "abc")
    assert wait(cast, b, a).status_code == wait(cast, c, b).status_code == 201
    answer = wait(cast, a, c)
    assert (answer.status_code, answer.json()["code"]) == (409, "dependency.makes_circle")
    assert answer.json()["path"] == [a["key"], b["key"], c["key"]]
    assert InitiativeDependency.objects.count() == 2


def test_the_same_dependency_twice_is_refused(cast):
    a, b = add(cast), add(cast)
    wait(cast, b, a)
    assert wait(cast, b, a).json()["code"] == "dependency.exists"


def test_an_initiative_does_not_wait_for_itself(cast):
    a = add(cast)
    assert wait(cast, a, a).json()["code"] == "dependency.makes_circle"


def test_an_initiative_of_another_product_is_not_waited_for(cast):
    ada = cast.client("ada")
    other = ada.post("/api/products", {"title": "Other"}).json()
    theirs = ada.post("/api/initiatives", {"product_id": other["id"], "title": "y"}).json()
    assert wait(cast, add(cast), theirs, by="ada").json()["code"] == "dependency.other_product"


def test_joining_and_parting_are_undone(cast):
    a, b, pia = add(cast), add(cast), cast.client("pia")
    made = wait(cast, b, a).json()
    assert whole(cast)["dependencies"] == [made]
    assert pia.delete(f"/api/initiative-dependencies/{made['id']}").status_code == 204
    change = Change.objects.order_by("-seq")[0]
    assert pia.post(f"/api/changes/{change.pk}/undo").status_code == 200
    again = whole(cast)["dependencies"][0]
    assert (again["before_id"], again["after_id"]) == (a["id"], b["id"])
    joined = Change.objects.filter(verb="linked").order_by("-seq")[0]
    cast.client("pia").post(f"/api/changes/{joined.pk}/undo")
    assert whole(cast)["dependencies"] == []


def test_of_two_edits_that_together_close_a_circle_one_is_refused(lasting_cast):
    scope = lasting_cast.scope("pia")
    rows = [Initiative.objects.get(pk=add(lasting_cast, name)["id"]) for name in "ab"]
    outcomes = together(
        lambda: wait_for(rows[0], before=rows[1], by=scope),
        lambda: wait_for(rows[1], before=rows[0], by=scope),
    )
    assert [type(outcome) for outcome in outcomes].count(Conflict) == 1
    assert InitiativeDependency.objects.count() == 1


def test_a_container_shows_the_span_of_what_it_holds(cast):
    outer = add(cast, "outer")
    inner = add(cast, "inner", parent_id=outer["id"])
    for start, finish in (("2026-02-10", "2026-03-10"), ("2026-03-01", "2026-05-05")):
        add(cast, "leaf", parent_id=inner["id"], window={"start": start, "finish": finish})
    spans = {row["initiative_id"]: (row["start"], row["finish"]) for row in whole(cast)["rollups"]}
    assert spans == dict.fromkeys((outer["id"], inner["id"]), ("2026-02-10", "2026-05-05"))


def test_a_container_does_not_lie_in_its_own_part(cast):
    outer = add(cast)
    inner = add(cast, parent_id=outer["id"])
    for parent in (inner, outer):
        answer = patch(cast, outer, {"parent_id": parent["id"]})
        assert (answer.status_code, answer.json()["code"]) == (409, "container.makes_circle")


def test_an_archived_container_takes_nothing_in(cast):
    outer, inner = add(cast), add(cast)
    cast.client("pia").post(f"/api/initiatives/{outer['id']}/archival", headers={"if-match": '"1"'})
    assert patch(cast, inner, {"parent_id": outer["id"]}).json()["code"] == "container.archived"


def test_a_milestone_lies_on_the_roadmap_moves_and_comes_back(cast):
    pia = cast.client("pia")
    made = pia.post(
        f"/api/products/{cast.product.pk}/milestones", {"title": "Fair", "day": "2026-05-04"}
    ).json()
    assert [row["key"] for row in whole(cast)["milestones"]] == ["MS-1"]
    answer = pia.patch(f"/api/milestones/{made['id']}", {"day": "2026-06-04"}, headers={"if-match": '"1"'})
    assert (answer.json()["day"], Change.objects.order_by("-seq")[0].verb) == ("2026-06-04", "rescheduled")
    pia.post(f"/api/milestones/{made['id']}/archival", headers={"if-match": '"2"'})
    assert whole(cast)["milestones"] == []


@pytest.mark.parametrize("field", ["goal", "features", "metrics", "parked", "colour", "no_review_reason"])
def test_what_the_goal_table_says_cannot_be_null(cast, field):
    assert patch(cast, add(cast), {field: None}).status_code == 422


def test_several_edits_are_one_deed_with_one_undo(cast):
    rows = [add(cast, name, horizon="now") for name in "abc"]
    edits = [{"id": row["id"], "version": 1, "fields": {"horizon": "next"}} for row in rows]
    address = f"/api/products/{cast.product.pk}/roadmap/edits"
    answer = cast.client("pia").post(address, {"edits": edits, "reason": "Too much at once"})
    assert {row["horizon"] for row in answer.json()} == {"next"}
    root = Change.objects.get(verb="edited_roadmap")
    assert Change.objects.filter(cause=root).count() == 3
    assert cast.client("pia").post(f"/api/changes/{root.pk}/undo").status_code == 200
    assert {row["horizon"] for row in whole(cast)["initiatives"]} == {"now"}


def test_of_several_edits_none_is_made_where_one_is_stale(cast):
    rows = [add(cast, name) for name in "ab"]
    edits = [
        {"id": row["id"], "version": version, "fields": {"parked": True}}
        for row, version in zip(rows, (1, 7), strict=True)
    ]
    address = f"/api/products/{cast.product.pk}/roadmap/edits"
    assert cast.client("pia").post(address, {"edits": edits}).status_code == 412
    assert not any(row["parked"] for row in whole(cast)["initiatives"])
