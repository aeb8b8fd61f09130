"""What concerns me, and what I look for."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone

from northline.research import actions
from northline.roadmap.models import Initiative
from tests.cast import Cast


def test_the_inbox_tells_a_manager_what_others_did_and_forgets_nothing_unseen(cast: Cast) -> None:
    insight = cast.acme.row("insight")

    inbox = cast.client("pia").get("/api/inbox").json()

    assert insight.key in [item["key"] for item in inbox["items"]]
    assert inbox["unseen"] == len(inbox["items"])
    cast.client("pia").post("/api/inbox/seen", {"seq": inbox["items"][0]["seq"]})
    assert cast.client("pia").get("/api/inbox").json()["unseen"] == 0


def test_the_inbox_leaves_out_what_i_did_myself(cast: Cast) -> None:
    fields: dict[str, Any] = {
        "title": "Mine",
        "body": None,
        "source": "other",
        "customer_id": None,
        "tags": [],
    }
    fields.pop("body")
    actions.note_insight(cast.product, fields=fields, by=cast.scope("pia"))

    titles = [item["title"] for item in cast.client("pia").get("/api/inbox").json()["items"]]

    assert "Mine" not in titles


def test_what_somebody_does_again_and_again_to_one_thing_is_one_message(cast: Cast) -> None:
    row = cast.acme.row("initiative")
    Initiative.objects.filter(pk=row.pk).update(owner=cast.carl)
    pia = cast.client("pia")
    for title in ("One", "Two", "Three"):
        row.refresh_from_db()
        pia.patch(f"/api/initiatives/{row.pk}", {"title": title}, headers={"If-Match": f'"{row.version}"'})
    pia.post(f"/api/objects/initiative/{row.pk}/comments", {"body": "That is the last one."})

    told = [item for item in cast.client("carl").get("/api/inbox").json()["items"] if item["key"] == row.key]

    assert [item["also"] for item in told[:2]] == [0, 2]
    assert told[1]["title"] == "Three"


def test_the_inbox_reminds_owners_of_updates_that_are_due(cast: Cast) -> None:
    row = cast.acme.row("initiative")
    long_ago = timezone.now() - timedelta(days=20)
    Initiative.objects.filter(pk=row.pk).update(status="in_progress", owner=cast.carl, created_at=long_ago)

    assert [due["key"] for due in cast.client("carl").get("/api/inbox").json()["updates_due"]] == [row.key]
    assert cast.client("pia").get("/api/inbox").json()["updates_due"] == []


def test_search_finds_by_key_first(cast: Cast) -> None:
    insight = cast.acme.row("insight")

    found = cast.client("vera").get(f"/api/search?q={insight.key.lower()}").json()

    assert found[0]["id"] == str(insight.pk)


def test_search_never_finds_a_strangers_objects(cast: Cast) -> None:
    cast.beyond.row("insight")

    assert cast.client("ada").get("/api/search?q=insight").json() == []


def test_a_stakeholder_without_a_role_finds_nothing(cast: Cast) -> None:
    cast.acme.row("insight")
    stan = cast.members["stan"]
    stan.grants.all().delete()

    assert cast.client("stan").get("/api/search?q=insight").json() == []


def test_home_answers_with_what_is_mine(cast: Cast) -> None:
    project = cast.acme.row("project")

    home = cast.client("piet").get("/api/home").json()

    assert [item["key"] for item in home["projects"]] == [project.key]


def test_home_tells_of_a_deed_once_with_how_much_it_changed(cast: Cast) -> None:
    ideas = [cast.client("pia").post("/api/ideas", idea(cast, title)).json() for title in ("One", "Two")]
    items = [{"id": made["id"], "version": 1} for made in ideas]
    edited = cast.client("pia").post(
        "/api/lists/idea/bulk", {"items": items, "fields": {"status": "dropped"}}
    )
    assert edited.status_code == 200, edited.content

    told = cast.client("ada").get("/api/home").json()["changes"]

    assert [(one["kind"], one["also"]) for one in told[:3]] == [("idea", 2), ("idea", 0), ("idea", 0)]


def idea(cast: Cast, title: str) -> dict[str, str]:
    return {"product_id": str(cast.product.pk), "title": title}
