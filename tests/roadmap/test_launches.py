"""Launches: a checklist counted from the day, a go before it goes out, reviews that follow."""

from __future__ import annotations

from decimal import Decimal

import pytest

from northline.core import links
from northline.core.models import Change
from northline.roadmap.models import OutcomeReview
from northline.strategy.models import KeyResult
from tests.core.listing.asking import asked
from tests.roadmap.test_dependencies import add, patch


def plan(cast, **fields):
    body = {"product_id": cast.product.pk, "title": "Spring", "day": "2026-04-01"} | fields
    return cast.client("pia").post("/api/launches", body).json()


def post(cast, launch, what, body, *, version=None):
    headers = {"if-match": f'"{version}"'} if version else {}
    return cast.client("pia").post(f"/api/launches/{launch['id']}/{what}", body, headers=headers)


def release(cast, launch):
    post(cast, launch, "decisions", {"verdict": "go", "reason": "All hands agreed"})
    return post(cast, launch, "release", {"on": "2026-04-02"}, version=launch["version"])


def template(cast):
    steps = [{"title": "Tell sales", "offset_days": -14}, {"title": "Thank everybody", "offset_days": 1}]
    address = f"/api/products/{cast.product.pk}/launch-templates"
    return cast.client("pia").post(address, {"title": "Usual", "steps": steps}).json()


def test_a_template_becomes_a_checklist_whose_days_follow_the_launch(cast):
    launch = plan(cast, template_id=template(cast)["id"])
    assert [step["due"] for step in launch["steps"]] == ["2026-03-18", "2026-04-02"]
    moved = cast.client("pia").patch(
        f"/api/launches/{launch['id']}", {"day": "2026-04-08"}, headers={"if-match": '"1"'}
    )
    assert [step["due"] for step in moved.json()["steps"]] == ["2026-03-25", "2026-04-09"]


def test_a_contributor_checks_a_point_off_and_is_named(cast):
    launch = plan(cast, template_id=template(cast)["id"])
    address = f"/api/launch-steps/{launch['steps'][0]['id']}"
    done = cast.client("carl").patch(address, {"done": True}, headers={"if-match": '"1"'}).json()
    assert (done["done_by"]["name"], bool(done["done_on"])) == ("Carl", True)
    again = cast.client("carl").patch(address, {"done": False}, headers={"if-match": '"2"'}).json()
    assert (again["done_by"], again["done_on"]) == (None, None)


def test_several_launches_are_given_an_owner_and_own_fields_at_once(cast):
    field = {"object_kind": "launch", "title": "Audience", "type": "text"}
    named = cast.client("ada").post("/api/custom-fields", field).json()["name"]
    launches = [plan(cast, title="Spring", custom={named: "pilots"}), plan(cast, title="Summer")]
    wanted = {
        "items": [{"id": one["id"], "version": one["version"]} for one in launches],
        "fields": {"owner_id": str(cast.pia.pk), "custom": {named: "everybody"}},
    }
    done = cast.client("pia").post("/api/lists/launch/bulk", wanted).json()
    assert (done["changed"], done["refused"]) == (2, 0)
    shown = cast.client("pia").get("/api/lists/launch").json()["items"]
    assert {(one["owner"]["name"], one["custom"][named]) for one in shown} == {("Pia", "everybody")}
    # What was signed stays as it was said.
    field |= {"object_kind": "verdict"}
    assert cast.client("ada").post("/api/custom-fields", field).status_code == 404


@pytest.mark.parametrize("verdict", ["go", "no_go"])
def test_a_go_over_open_points_and_a_no_take_a_reason(cast, verdict):
    launch = plan(cast, template_id=template(cast)["id"])
    assert post(cast, launch, "decisions", {"verdict": verdict}).json()["code"] == "launch.reason_missing"
    told = post(cast, launch, "decisions", {"verdict": verdict, "reason": "Sales know"}).json()["decisions"][
        -1
    ]
    assert (told["verdict"], told["open_steps"], told["by"]["name"]) == (verdict, 2, "Pia")


def test_nothing_goes_out_without_a_go_as_the_last_word(cast):
    launch = plan(cast)
    assert post(cast, launch, "release", {"on": "2026-04-01"}, version=1).json()["code"] == "launch.no_go"
    for verdict in ("go", "no_go"):
        post(cast, launch, "decisions", {"verdict": verdict, "reason": "x"})
    assert post(cast, launch, "release", {"on": "2026-04-01"}, version=1).json()["code"] == "launch.no_go"


def test_after_the_launch_three_reviews_wait_with_the_key_result(cast):
    initiative, objective = add(cast), cast.acme.row("objective")
    key_result = cast.acme.row("key_result")
    from northline.roadmap.models import Initiative

    row = Initiative.objects.get(pk=initiative["id"])
    links.link("advances", row, target=objective, by=cast.acme.scope)
    launch = release(cast, plan(cast, initiative_ids=[initiative["id"]])).json()
    assert [review["due"] for review in launch["reviews"]] == ["2026-05-02", "2026-06-01", "2026-07-01"]
    assert {review["key_result"]["id"] for review in launch["reviews"]} == {str(key_result.pk)}


def test_what_went_out_is_not_changed_or_launched_again(cast):
    launch = release(cast, plan(cast)).json()
    pia, address = cast.client("pia"), f"/api/launches/{launch['id']}"
    answer = pia.patch(address, {"day": "2026-05-01"}, headers={"if-match": '"2"'})
    assert answer.json()["code"] == "launch.happened"
    assert post(cast, launch, "decisions", {"verdict": "go"}).json()["code"] == "launch.happened"
    assert post(cast, launch, "release", {"on": "2026-04-09"}, version=2).json()["code"] == "launch.happened"


def test_a_concluded_review_lets_its_initiative_be_done(cast):
    initiative = add(cast)
    launch = release(cast, plan(cast, initiative_ids=[initiative["id"]])).json()
    assert patch(cast, initiative, {"status": "done"}).json()["code"] == "initiative.review_missing"
    KeyResult.objects.filter(pk=cast.acme.row("key_result").pk).update(current=Decimal("7.50"))
    address = f"/api/outcome-reviews/{launch['reviews'][0]['id']}"
    body = {"verdict": "keep", "findings": "Used daily", "key_result_id": cast.acme.row("key_result").pk}
    review = cast.client("pia").patch(address, body, headers={"if-match": '"1"'}).json()
    assert (review["verdict"], review["reading"], review["decided_by"]["name"]) == ("keep", "7.5", "Pia")
    assert patch(cast, initiative, {"status": "done"}).json()["status"] == "done"


def test_a_release_is_one_change_that_causes_its_reviews(cast):
    initiative = add(cast)
    release(cast, plan(cast, initiative_ids=[initiative["id"]]))
    launched = Change.objects.get(verb="launched")
    assert Change.objects.filter(cause=launched, object_kind="outcome_review").count() == 3
    assert OutcomeReview.objects.count() == 3


def test_what_a_launch_releases_changes_and_is_told(cast):
    first, second = add(cast), add(cast)
    launch = plan(cast, initiative_ids=[first["id"]])
    body = {"initiative_ids": [second["id"]]}
    answer = (
        cast.client("pia").patch(f"/api/launches/{launch['id']}", body, headers={"if-match": '"1"'}).json()
    )
    assert [one["key"] for one in answer["initiatives"]] == [second["key"]]
    change = Change.objects.order_by("-seq")[0]
    assert (change.before["initiatives"], change.after["initiatives"]) == ([first["key"]], [second["key"]])


@pytest.mark.parametrize("how_many", [1, 4])
def test_a_page_of_launches_costs_the_same_however_many(cast, how_many, django_assert_num_queries):
    steps = template(cast)
    for _ in range(how_many):
        release(cast, plan(cast, template_id=steps["id"], initiative_ids=[add(cast)["id"]]))
    vera = cast.client("vera")
    vera.get("/api/launches")
    with django_assert_num_queries(6):
        assert len(vera.get("/api/launches").json()["items"]) == how_many
    with django_assert_num_queries(5):
        assert len(vera.get("/api/lists/outcome_review").json()["items"]) == 3 * how_many


def test_a_page_of_launches_tells_how_far_each_is(cast):
    release(cast, plan(cast, title="Out", initiative_ids=[add(cast)["id"]]))
    out, ahead = (
        cast.client("vera").get("/api/launches").json()["items"][0],
        plan(cast, title="Ahead", template_id=template(cast)["id"], day="2026-08-01"),
    )
    # Three reviews wait, all of which came up long ago.
    assert (out["state"], out["points"], out["points_done"], out["reviews_due"]) == ("launched", 0, 0, 3)
    step = ahead["steps"][0]
    cast.client("carl").patch(f"/api/launch-steps/{step['id']}", {"done": True}, headers={"if-match": '"1"'})
    told = cast.client("vera").get("/api/launches").json()["items"][0]
    assert (told["state"], told["points"], told["points_done"], told["reviews_due"]) == ("planned", 2, 1, 0)
    assert "steps" not in told


def test_how_far_a_launch_is_follows_the_last_word_and_the_reviews(cast):
    launch = plan(cast, initiative_ids=[add(cast)["id"]])

    def listed(state):
        found = asked(cast, "launch", where=[["state", "is", state]]).json()["items"]
        return [one["id"] for one in found] == [launch["id"]]

    assert listed("planned")
    post(cast, launch, "decisions", {"verdict": "no_go", "reason": "Not yet"})
    assert listed("no_go")
    release(cast, launch)
    assert listed("launched")
    for review in OutcomeReview.objects.all():
        assert listed("launched")
        address, match = f"/api/outcome-reviews/{review.pk}", {"if-match": f'"{review.version}"'}
        cast.client("pia").patch(address, {"verdict": "keep", "findings": "Used"}, headers=match)
    assert listed("reviewed")
