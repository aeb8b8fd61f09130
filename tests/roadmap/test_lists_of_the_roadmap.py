"""What stands around a roadmap is listed too: its lanes, named moments, checklists and what it is checked against."""

from __future__ import annotations

from tests.cast import Cast
from tests.core.listing.asking import asked, bulk, make


def test_a_lane_tells_how_many_initiatives_lie_in_it_and_is_put_away_only_empty(cast: Cast) -> None:
    lane = cast.acme.row("lane")
    make(cast, "initiatives", lane_id=lane.pk)
    [line] = asked(cast, "lane").json()["items"]
    assert line["fields"]["initiatives"] == 1
    refused = bulk(cast, "lane", [line], archived=True)
    assert (refused.status_code, refused.json()["code"]) == (409, "lane.not_empty")


def test_a_moment_tells_who_named_it_and_is_renamed(cast: Cast) -> None:
    cast.acme.row("snapshot")
    [line] = asked(cast, "snapshot", where=[["taken_by", "is", str(cast.ada.pk)]]).json()["items"]
    assert line["fields"]["taken_by"]["name"] == "Ada"
    assert bulk(cast, "snapshot", [line], fields={"title": "Before the fair"}).json()["changed"] == 1
    told = cast.client("vera").get(f"/api/products/{cast.product.pk}/snapshots").json()
    assert [one["title"] for one in told] == ["Before the fair"]


def test_a_checklist_tells_how_many_points_it_has(cast: Cast) -> None:
    cast.acme.row("launch_template")
    [line] = asked(cast, "launch_template", where=[["points", "at_least", 1]]).json()["items"]
    assert line["fields"]["points"] == 1


def test_what_roadmaps_are_checked_against_is_set_for_many_products_at_once(cast: Cast) -> None:
    cast.acme.row("roadmap_policy")
    [line] = asked(cast, "roadmap_policy").json()["items"]
    done = bulk(cast, "roadmap_policy", [line], fields={"stale_days": 90, "now_weeks": 12})
    assert done.status_code == 200, done.json()
    told = cast.client("vera").get(f"/api/products/{cast.product.pk}/roadmap/policy").json()
    assert (told["stale_days"], told["now_weeks"], told["next_weeks"]) == (90, 12, None)
    [product] = asked(cast, "product").json()["items"]
    assert (product["fields"]["stale_days"], product["fields"]["next_weeks"]) == (90, None)
    assert bulk(cast, "roadmap_policy", [line], by="carl", fields={"stale_days": 9}).status_code == 403


def test_a_policy_and_a_product_are_never_put_away(cast: Cast) -> None:
    for kind in ("roadmap_policy", "product"):
        cast.acme.row(kind)
        [line] = asked(cast, kind).json()["items"]
        assert bulk(cast, kind, [line], archived=True).json()["code"] == "list.not_archivable"
