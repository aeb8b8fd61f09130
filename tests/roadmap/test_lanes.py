"""Lanes: their order, who changes them, and that none is taken from under its initiatives."""

from __future__ import annotations

import pytest

from northline.core.models import Change
from northline.roadmap.models import Initiative, Lane


def add_lane(cast, *, by="pia", **fields):
    return cast.client(by).post(f"/api/products/{cast.product.pk}/lanes", {"title": "Trust"} | fields)


def retire(cast, lane, *, by="pia", version=1):
    headers = {"if-match": f'"{version}"'} if version else {}
    return cast.client(by).delete(f"/api/lanes/{lane.pk}", headers=headers)


def roadmap(cast, *, by="vera"):
    return cast.client(by).get(f"/api/products/{cast.product.pk}/roadmap").json()


def lie_in(lane, initiative):
    Initiative.objects.filter(pk=initiative.pk).update(lane=lane)


def test_a_new_lane_goes_last_unless_it_is_told_where(cast):
    add_lane(cast, title="One", colour="#12AB34")
    add_lane(cast, title="Three")
    add_lane(cast, title="Two", position=0.5)
    lanes = roadmap(cast)["lanes"]
    assert [lane["title"] for lane in lanes] == ["One", "Two", "Three"]
    assert (lanes[0]["key"], lanes[0]["colour"]) == ("LANE-1", "#12ab34")


@pytest.mark.parametrize("colour", ["#12", "url(x)", "red;"])
def test_a_colour_is_a_name_or_six_digits(cast, colour):
    assert add_lane(cast, colour=colour).status_code == 422


@pytest.mark.parametrize("name", ["piet", "carl", "vera", "stan"])
def test_only_who_steers_changes_lanes(cast, name):
    lane = cast.acme.row("lane")
    assert add_lane(cast, by=name).status_code == 403
    assert retire(cast, lane, by=name).status_code == 403
    answer = cast.client(name).patch(f"/api/lanes/{lane.pk}", {"title": "x"}, headers={"if-match": '"1"'})
    assert answer.status_code == 403


def test_a_stranger_finds_no_lane(cast):
    lane = cast.acme.row("lane")
    assert retire(cast, lane, by="nora").status_code == 404
    assert add_lane(cast, by="nora").status_code == 404
    assert cast.client("nora").get(f"/api/lanes/{lane.pk}").status_code == 404


def test_an_empty_lane_is_retired_and_comes_back(cast):
    lane = cast.acme.row("lane")
    assert retire(cast, lane, version=0).status_code == 428
    assert retire(cast, lane).json()["archived_at"]
    assert roadmap(cast)["lanes"] == []
    answer = cast.client("pia").delete(f"/api/lanes/{lane.pk}/archival", headers={"if-match": '"2"'})
    assert (answer.status_code, answer.json()["archived_at"]) == (200, None)


def test_a_lane_with_initiatives_is_not_retired(cast):
    lane, initiative = cast.acme.row("lane"), cast.acme.row("initiative")
    lie_in(lane, initiative)
    answer = retire(cast, lane)
    assert (answer.status_code, answer.json()["code"]) == (409, "lane.not_empty")
    assert answer.json()["initiatives"] == [initiative.key]
    initiative.refresh_from_db()
    assert initiative.lane_id == lane.pk


def test_adding_a_lane_is_undone_only_while_it_is_empty(cast):
    added = add_lane(cast).json()
    change = Change.objects.order_by("-seq")[0]
    initiative, pia = cast.acme.row("initiative"), cast.client("pia")
    lie_in(Lane.objects.get(pk=added["id"]), initiative)
    assert pia.post(f"/api/changes/{change.pk}/undo").json()["code"] == "lane.not_empty"
    lie_in(None, initiative)
    assert pia.post(f"/api/changes/{change.pk}/undo").status_code == 200
    assert Lane.objects.get(pk=added["id"]).archived_at


def test_an_archived_lane_that_holds_initiatives_again_stays_in_sight(cast):
    lane, initiative = cast.acme.row("lane"), cast.acme.row("initiative")
    retire(cast, lane)
    lie_in(lane, initiative)
    assert [found["key"] for found in roadmap(cast)["lanes"]] == [lane.key]


def test_a_lane_moved_is_moved_back_by_undo(cast):
    lane = cast.acme.row("lane")
    cast.client("pia").patch(f"/api/lanes/{lane.pk}", {"position": 7.5}, headers={"if-match": '"1"'})
    change = Change.objects.order_by("-seq")[0]
    cast.client("pia").post(f"/api/changes/{change.pk}/undo")
    lane.refresh_from_db()
    assert lane.position == 0


@pytest.mark.parametrize("position", [None, "NaN", "Infinity"])
def test_a_position_is_a_number(cast, position):
    lane = cast.acme.row("lane")
    answer = cast.client("pia").patch(
        f"/api/lanes/{lane.pk}", {"position": position}, headers={"if-match": '"1"'}
    )
    assert answer.status_code == 422
