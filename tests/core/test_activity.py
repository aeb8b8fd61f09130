"""The activity shows what a member may see, newest first."""

from __future__ import annotations

from django.db import connection
from django.test.utils import CaptureQueriesContext

from northline.core import activity, changes
from northline.core.deeds import deed
from northline.core.models import Change


def stream(cast, name, **wanted):
    return cast.client(name).get("/api/changes", wanted)


def test_the_activity_of_one_object_is_newest_first(cast):
    insight = cast.acme.row("insight")
    cast.client("carl").patch(f"/api/insights/{insight.pk}", {"title": "New"}, headers={"if-match": '"1"'})
    items = stream(cast, "vera", kind="insight", id=insight.pk).json()["items"]
    assert [item["verb"] for item in items] == ["edited", "created"]
    assert (items[0]["by"]["name"], items[0]["key"], items[0]["after"]) == ("Carl", "INS-1", {"title": "New"})


def test_the_activity_is_read_in_pages_without_gap(cast):
    for kind in ("insight", "opportunity", "idea", "objective"):
        cast.acme.row(kind)
    whole = [item["seq"] for item in stream(cast, "vera").json()["items"]]
    read, cursor = [], ""
    while cursor is not None:
        answer = stream(cast, "vera", limit=2, **({"cursor": cursor} if cursor else {})).json()
        read += [item["seq"] for item in answer["items"]]
        cursor = answer["next"]
    assert read == whole == sorted(whole, reverse=True)


def test_only_who_did_it_is_offered_the_undo(cast):
    cast.client("carl").post("/api/insights", {"product_id": cast.product.pk, "title": "x"})
    assert stream(cast, "carl").json()["items"][0]["can"] == {"undo": True}
    assert stream(cast, "vera").json()["items"][0]["can"] == {"undo": False}


def test_a_stakeholder_sees_the_activity_of_their_products_only(cast):
    cast.acme.row("customer")
    cast.acme.row("insight")
    cast.client("ada").post("/api/products", {"title": "Secret"})
    assert {item["kind"] for item in stream(cast, "stan").json()["items"]} == {
        "product",
        "roadmap_policy",
        "insight",
    }
    assert "Secret" not in {item["title"] for item in stream(cast, "stan").json()["items"]}


def test_no_more_changes_are_read_than_the_deeds_asked_for_made(cast):
    row = cast.acme.row("insight")

    nobody = str(cast.members["dora"].pk)

    def newest(most):
        with CaptureQueriesContext(connection) as asked:
            heads = activity.heads(Change.objects.filter(workspace_id=row.workspace_id), to=nobody, most=most)
        return [(head.object_title, also) for head, also in heads], len(asked)

    for title, steps in (("Oldest", 0), ("Large", 200), ("Newer", 2), ("Newest", 0)):
        with deed(title, place=row.place(), verb="moved", by=cast.acme.scope, said={}) as whole:
            changes.record_each(cast.acme.scope, "moved", [row] * steps, cause=whole)
    assert newest(1) == ([("Newest", 0)], 2)
    assert newest(2) == ([("Newest", 0), ("Newer", 2)], 2)
    assert newest(4) == ([("Newest", 0), ("Newer", 2), ("Large", 200), ("Oldest", 0)], 4)


def test_a_stranger_sees_no_activity_of_ours(cast):
    insight = cast.acme.row("insight")
    ours = set(map(str, Change.objects.filter(workspace=cast.acme.workspace).values_list("pk", flat=True)))
    assert not ours & {item["id"] for item in stream(cast, "nora").json()["items"]}
    assert stream(cast, "nora", kind="insight", id=insight.pk).status_code == 404
