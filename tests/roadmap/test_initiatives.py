"""Initiatives: windows, lanes, owners, versions, undo, and what it costs to read them."""

from __future__ import annotations

from functools import partial

import pytest
from django.db import IntegrityError, transaction

from northline.core.models import Change
from northline.core.refusal import Conflict
from northline.roadmap.actions import initiatives as actions
from northline.roadmap.actions import lanes
from northline.roadmap.models import Initiative, Lane
from northline.roadmap.queries import items as queries
from northline.roadmap.schemas import items as schemas
from tests.core.together import together

SPRING = {"start": "2026-02-10", "finish": "2026-05-20", "precision": "month"}


def add(cast, *, by="pia", **fields):
    body = {"product_id": cast.product.pk, "title": "Forecasts", "status": "planned"} | fields
    return cast.client(by).post("/api/initiatives", body)


def patch(cast, row, body, *, by="pia", version=1):
    headers = {"if-match": f'"{version}"'} if version else {}
    return cast.client(by).patch(f"/api/initiatives/{getattr(row, 'pk', row)}", body, headers=headers)


def test_an_initiative_answers_what_it_was_given_and_its_window_widened(cast):
    lane = cast.acme.row("lane")
    answer = add(cast, body="Why", lane_id=lane.pk, owner_id=cast.piet.pk, horizon="now", window=SPRING)
    assert answer.status_code == 201
    found = answer.json()
    assert (found["key"], found["lane_id"], found["owner"]["name"]) == ("INI-1", str(lane.pk), "Piet")
    assert (found["status"], found["horizon"]) == ("planned", "now")
    assert found["window"] == {"start": "2026-02-01", "finish": "2026-05-31", "precision": "month"}
    assert not {"forecast", "charter"} & found.keys()


def test_an_initiative_needs_no_window_lane_owner_or_horizon(cast):
    found = add(cast).json()
    assert [found[name] for name in ("window", "lane_id", "owner", "horizon")] == [None] * 4


def test_a_new_initiative_goes_last_in_its_lane(cast):
    lane = cast.acme.row("lane")
    places = [add(cast, lane_id=lane.pk).json()["position"] for _ in range(3)]
    assert places == [0, 1, 2]
    assert add(cast).json()["position"] == 0


@pytest.mark.parametrize(
    ("window", "code"),
    [
        ({"start": "2026-02-10", "finish": "2026-02-09"}, "window.backwards"),
        ({"start": "2026-02-10"}, "input.invalid"),
        ({"start": "2026-02-10", "finish": None}, "input.invalid"),
        (SPRING | {"precision": "week"}, "input.invalid"),
        (SPRING | {"start": "2026-02-30"}, "input.invalid"),
    ],
)
def test_a_window_is_whole_and_goes_forward(cast, window, code):
    answer = add(cast, window=window)
    assert (answer.status_code, answer.json()["code"]) == (422, code)
    assert not Initiative.objects.exists()


@pytest.mark.parametrize(
    "broken",
    [
        {"window_start": "2026-02-10"},
        {"window_start": "2026-02-10", "window_finish": "2026-03-10"},
        {"window_precision": "day"},
        {"window_start": "2026-02-10", "window_finish": "2026-02-09", "window_precision": "day"},
    ],
)
def test_the_database_keeps_windows_whole_and_forward_too(cast, broken):
    initiative = cast.acme.row("initiative")
    with pytest.raises(IntegrityError), transaction.atomic():
        Initiative.objects.filter(pk=initiative.pk).update(**broken)


@pytest.mark.parametrize("name", ["piet", "carl", "vera", "stan"])
def test_only_who_steers_changes_initiatives(cast, name):
    initiative = cast.acme.row("initiative")
    assert add(cast, by=name).status_code == 403
    assert patch(cast, initiative, {"status": "done"}, by=name).status_code == 403
    address = f"/api/initiatives/{initiative.pk}/archival"
    assert cast.client(name).post(address, headers={"if-match": '"1"'}).status_code == 403
    assert cast.client(name).get(f"/api/initiatives/{initiative.pk}").json()["can"]["edit"] is False


def test_a_stranger_finds_no_initiative_and_no_roadmap(cast):
    initiative, nora = cast.acme.row("initiative"), cast.client("nora")
    assert nora.get(f"/api/initiatives/{initiative.pk}").status_code == 404
    assert nora.get(f"/api/products/{cast.product.pk}/roadmap").status_code == 404
    assert nora.get("/api/initiatives").json()["items"] == []
    assert patch(cast, initiative, {"title": "x"}, by="nora").status_code == 404
    assert add(cast, by="nora").status_code == 404


def test_a_strangers_lane_or_owner_is_not_found(cast):
    initiative = cast.acme.row("initiative")
    for foreign in ({"lane_id": cast.beyond.row("lane").pk}, {"owner_id": cast.nora.pk}):
        assert add(cast, **foreign).status_code == 404
        assert patch(cast, initiative, foreign).status_code == 404


def test_a_lane_of_another_product_is_refused(cast):
    pia_elsewhere = cast.client("ada").post("/api/products", {"title": "Other"}).json()
    lane = cast.client("ada").post(f"/api/products/{pia_elsewhere['id']}/lanes", {"title": "x"}).json()
    answer = patch(cast, cast.acme.row("initiative"), {"lane_id": lane["id"]}, by="ada")
    assert (answer.status_code, answer.json()["code"]) == (409, "lane.other_product")


def test_an_archived_lane_takes_no_initiatives(cast):
    lane = cast.acme.row("lane")
    cast.client("pia").delete(f"/api/lanes/{lane.pk}", headers={"if-match": '"1"'})
    assert add(cast, lane_id=lane.pk).json()["code"] == "lane.archived"


@pytest.mark.parametrize("field", ["title", "body", "status", "position", "reason"])
def test_what_must_be_there_cannot_be_set_to_null(cast, field):
    assert patch(cast, cast.acme.row("initiative"), {field: None}).status_code == 422


def test_window_lane_horizon_and_owner_can_be_taken_away(cast):
    made = add(
        cast, lane_id=cast.acme.row("lane").pk, owner_id=cast.piet.pk, horizon="now", window=SPRING
    ).json()
    emptied = patch(cast, made["id"], dict.fromkeys(("window", "lane_id", "owner_id", "horizon"))).json()
    assert [emptied[name] for name in ("window", "lane_id", "owner", "horizon")] == [None] * 4


def test_a_write_without_a_version_is_asked_for_one(cast):
    initiative = cast.acme.row("initiative")
    assert patch(cast, initiative, {"title": "x"}, version=0).json()["code"] == "version.missing"
    assert cast.client("pia").post(f"/api/initiatives/{initiative.pk}/archival").status_code == 428


def test_a_stale_drag_answers_where_it_lies_now(cast):
    initiative = cast.acme.row("initiative")
    assert patch(cast, initiative, {"window": SPRING}).headers["ETag"] == '"2"'
    answer = patch(cast, initiative, {"window": SPRING | {"finish": "2026-08-01"}})
    assert answer.status_code == 412
    assert answer.json()["current"]["window"]["finish"] == "2026-05-31"


def test_a_drag_is_undone(cast):
    made = add(cast, window=SPRING).json()
    moved = {"start": "2026-07-01", "finish": "2026-09-30", "precision": "quarter"}
    assert (
        patch(cast, made["id"], {"window": moved, "lane_id": cast.acme.row("lane").pk}).json()["window"]
        == moved
    )
    change = Change.objects.filter(object_id=made["id"]).order_by("-seq")[0]
    assert change.verb == "rescheduled"
    assert cast.client("pia").post(f"/api/changes/{change.pk}/undo").status_code == 200
    found = cast.client("vera").get(f"/api/initiatives/{made['id']}").json()
    assert (found["window"], found["lane_id"], found["version"]) == (made["window"], None, 3)


def test_a_first_window_is_undone_to_none(cast):
    initiative = cast.acme.row("initiative")
    patch(cast, initiative, {"window": SPRING})
    change = Change.objects.order_by("-seq")[0]
    assert cast.client("pia").post(f"/api/changes/{change.pk}/undo").status_code == 200
    assert cast.client("vera").get(f"/api/initiatives/{initiative.pk}").json()["window"] is None


def test_a_drag_that_somebody_built_on_is_not_undone(cast):
    initiative = cast.acme.row("initiative")
    patch(cast, initiative, {"window": SPRING})
    change = Change.objects.order_by("-seq")[0]
    patch(cast, initiative, {"status": "committed"}, by="ada", version=2)
    answer = cast.client("pia").post(f"/api/changes/{change.pk}/undo")
    assert (answer.status_code, answer.json()["code"]) == (409, "undo.changed_since")
    assert "Ada" in answer.json()["detail"]


def test_moving_a_promise_keeps_the_reason(cast):
    made = add(cast, status="committed", window=SPRING).json()
    window = SPRING | {"finish": "2026-07-31"}
    patch(cast, made["id"], {"window": window, "reason": "The supplier is late"})
    change = Change.objects.order_by("-seq")[0]
    assert (change.verb, change.reason) == ("rescheduled", "The supplier is late")
    assert (change.before["window_finish"], change.after["window_finish"]) == ("2026-05-31", "2026-07-31")


def test_the_same_window_again_is_no_change(cast):
    made = add(cast, window=SPRING).json()
    seen = Change.objects.count()
    assert patch(cast, made["id"], {"window": SPRING}).json()["version"] == 1
    assert Change.objects.count() == seen


def test_an_archived_initiative_leaves_the_roadmap_and_comes_back(cast):
    initiative, pia = cast.acme.row("initiative"), cast.client("pia")
    address, whole = f"/api/initiatives/{initiative.pk}/archival", f"/api/products/{cast.product.pk}/roadmap"
    pia.post(address, headers={"if-match": '"1"'})
    assert pia.get(whole).json()["initiatives"] == []
    assert [row["key"] for row in pia.get("/api/initiatives", {"archived": True}).json()["items"]] == [
        "INI-1"
    ]
    pia.delete(address, headers={"if-match": '"2"'})
    assert len(pia.get(whole).json()["initiatives"]) == 1


def test_initiatives_are_found_by_word_status_horizon_lane_and_owner(cast):
    lane = cast.acme.row("lane")
    given = {
        "title": "A",
        "status": "done",
        "horizon": "now",
        "body": "words",
        "no_review_reason": "A trifle",
    }
    add(cast, lane_id=lane.pk, owner_id=cast.piet.pk, **given)
    add(cast, title="B")

    def titles(**wanted):
        return [row["title"] for row in cast.client("vera").get("/api/initiatives", wanted).json()["items"]]

    assert titles() == ["B", "A"]
    for wanted in ({"status": "done"}, {"horizon": "now"}, {"lane_id": lane.pk}, {"owner_id": cast.piet.pk}):
        assert titles(**wanted) == ["A"]
    assert titles(q="words") == titles(q="ini-1") == ["A"]


def test_an_initiative_advances_objectives_and_delivers_ideas(cast):
    initiative = cast.acme.row("initiative")
    source = {"kind": "initiative", "id": initiative.pk}
    for name, kind in (("advances", "objective"), ("delivers", "idea")):
        target = {"kind": kind, "id": cast.acme.row(kind).pk}
        answer = cast.client("pia").post("/api/links", {"type": name, "source": source, "target": target})
        assert answer.status_code == 201


def test_of_many_at_once_one_wins_and_the_others_are_told(lasting_cast):
    initiative, scope = lasting_cast.acme.row("initiative"), lasting_cast.scope("pia")

    def rename(number: int) -> None:
        row = Initiative.objects.get(pk=initiative.pk)
        actions.revise_initiative(row, expected=1, fields={"title": f"Title {number}"}, by=scope)

    outcomes = together(*[partial(rename, number) for number in range(4)])
    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["NoneType", "Stale", "Stale", "Stale"]
    assert Initiative.objects.get(pk=initiative.pk).version == 2
    assert Change.objects.filter(object_id=initiative.pk, verb="edited").count() == 1


def test_a_lane_is_never_retired_while_it_is_filled(lasting_cast):
    lane, scope = lasting_cast.acme.row("lane"), lasting_cast.scope("pia")
    fields = {"title": "x", "lane_id": lane.pk}
    outcomes = together(
        lambda: actions.add_initiative(lasting_cast.product, fields=fields, by=scope),
        lambda: lanes.retire_lane(lane, expected=1, by=scope),
    )
    assert [type(outcome) for outcome in outcomes].count(Conflict) == 1
    filled = Initiative.objects.filter(lane=lane).exists()
    assert filled != (Lane.objects.get(pk=lane.pk).archived_at is not None)


@pytest.mark.parametrize("how_many", [1, 9])
def test_reading_costs_the_same_however_long_the_roadmap(cast, how_many, django_assert_num_queries):
    for _ in range(how_many):
        lane = cast.client("pia").post(f"/api/products/{cast.product.pk}/lanes", {"title": "x"}).json()
        add(cast, lane_id=lane["id"], owner_id=cast.piet.pk, window=SPRING)
    scope = cast.scope("vera")
    with django_assert_num_queries(2):
        lanes = [schemas.show_lane(row, scope) for row in queries.lanes_of(cast.product.pk)]
        shown = [schemas.show_initiative(row, scope) for row in queries.initiatives_of(cast.product.pk)]
    assert len(lanes) == len(shown) == how_many
    unasked = dict.fromkeys(("product_id", "lane_id", "owner_id", "theme_id")) | dict.fromkeys(
        ("q", "status", "horizon"), ""
    )
    with django_assert_num_queries(1):
        rows = queries.initiatives(scope, **unasked, archived=False)
        assert len([schemas.show_initiative(row, scope) for row in rows]) == how_many
