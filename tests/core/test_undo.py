"""Undo takes back one's own action, once, unless somebody built on it."""

from __future__ import annotations

import pytest

from northline.accounts.models import RoleGrant
from northline.core import changes
from northline.core import undo as undoing
from northline.core.models import Change, Link


def last():
    return Change.objects.order_by("-seq")[0]


def undo(cast, change, *, by="carl"):
    return cast.client(by).post(f"/api/changes/{change.pk}/undo")


def edit(cast, row, *, by="carl", version=1, title="New"):
    path = f"/api/insights/{row.pk}"
    return cast.client(by).patch(path, {"title": title}, headers={"if-match": f'"{version}"'})


def test_an_edit_is_taken_back_and_the_undo_is_a_change_of_its_own(cast):
    insight = cast.acme.row("insight")
    edit(cast, insight)
    edited = last()
    answer = undo(cast, edited)
    insight.refresh_from_db()
    assert (answer.status_code, insight.title, insight.version) == (200, "A insight", 3)
    assert (answer.json()["verb"], answer.json()["cause"]) == ("undid", str(edited.pk))


def test_an_undo_can_be_taken_back(cast):
    insight = cast.acme.row("insight")
    edit(cast, insight)
    undo(cast, last())
    assert undo(cast, last()).status_code == 200
    insight.refresh_from_db()
    assert insight.title == "New"


def test_what_was_made_is_archived_and_what_was_archived_returns(cast):
    made = cast.client("carl").post("/api/insights", {"product_id": cast.product.pk, "title": "x"}).json()
    address = f"/api/insights/{made['id']}"
    assert undo(cast, last()).status_code == 200
    assert cast.client("carl").get(address).json()["archived_at"]
    assert undo(cast, last()).status_code == 200
    assert cast.client("carl").get(address).json()["archived_at"] is None


def test_a_link_is_taken_back_and_a_parting_too(cast):
    source, target = cast.acme.row("insight"), cast.acme.row("opportunity")
    ends = {
        "type": "supports",
        "source": {"kind": "insight", "id": source.pk},
        "target": {"kind": "opportunity", "id": target.pk},
    }
    cast.client("carl").post("/api/links", ends)
    assert undo(cast, last()).status_code == 200
    assert not Link.objects.exists()
    assert undo(cast, last()).status_code == 200
    assert Link.objects.get().target_id == target.pk


def test_a_change_is_undone_once(cast):
    edit(cast, cast.acme.row("insight"))
    edited = last()
    undo(cast, edited)
    assert undo(cast, edited).json()["code"] == "undo.done"


def test_somebody_elses_change_is_not_undone(cast):
    edit(cast, cast.acme.row("insight"))
    assert undo(cast, last(), by="ada").status_code == 403


def test_a_strangers_change_is_not_found(cast):
    edit(cast, cast.acme.row("insight"))
    assert undo(cast, last(), by="nora").status_code == 404


def test_a_change_that_somebody_built_on_stays_and_they_are_named(cast):
    insight = cast.acme.row("insight")
    edit(cast, insight)
    edited = last()
    edit(cast, insight, by="pia", version=2, title="Newer")
    answer = undo(cast, edited)
    assert (answer.status_code, answer.json()["code"]) == (409, "undo.changed_since")
    assert "Pia" in answer.json()["detail"]
    insight.refresh_from_db()
    assert insight.title == "Newer"


def test_ones_steps_are_taken_back_one_after_the_other(cast):
    carl = cast.client("carl")
    body = {"product_id": cast.product.pk, "title": "As it was"}
    made = carl.post("/api/insights", body).json()
    for version, title in ((1, "First"), (2, "Second")):
        path = f"/api/insights/{made['id']}"
        carl.patch(path, {"title": title}, headers={"if-match": f'"{version}"'})

    for title in ("First", "As it was"):
        assert undo(cast, undoing.last_of(cast.scope("carl"))).status_code == 200
        assert carl.get(f"/api/insights/{made['id']}").json()["title"] == title

    assert undo(cast, undoing.last_of(cast.scope("carl"))).status_code == 200
    assert carl.get(f"/api/insights/{made['id']}").json()["archived_at"]


def test_what_cannot_be_taken_back_hides_what_was_done_before_it(cast):
    row = cast.acme.row("insight")
    edit(cast, row, by="carl", title="Carl's")
    by = cast.scope("carl")
    said = changes.record(by, "decided", row)
    assert undoing.last_of(by) is None

    changes.record(by, "asked", row, cause=said)
    assert undoing.last_of(by) is None

    deed = changes.record(by, "moved", row, cause=said, undo={"how": "revise", "version": 2, "fields": {}})
    changes.record(by, "told", row, cause=said)
    assert undoing.last_of(by) == deed


def test_a_step_that_somebody_else_took_since_and_that_stands_is_in_the_way(cast):
    row = cast.acme.row("insight")
    edit(cast, row, by="carl", title="Carl's")
    edit(cast, row, by="pia", version=2, title="Pia's")
    pias = last()

    refused = undo(cast, undoing.last_of(cast.scope("carl")))
    assert (refused.status_code, refused.json()["code"]) == (409, "undo.changed_since")

    assert undo(cast, pias, by="pia").status_code == 200
    assert undo(cast, undoing.last_of(cast.scope("carl"))).status_code == 200


def test_a_link_that_is_gone_is_not_taken_back_again(cast):
    source, target = cast.acme.row("insight"), cast.acme.row("opportunity")
    ends = {
        "type": "supports",
        "source": {"kind": "insight", "id": source.pk},
        "target": {"kind": "opportunity", "id": target.pk},
    }
    made = cast.client("carl").post("/api/links", ends).json()
    linked = last()
    cast.client("pia").delete(f"/api/links/{made['id']}")
    assert undo(cast, linked).json()["code"] == "undo.changed_since"


@pytest.mark.parametrize("role", ["viewer", None])
def test_who_lost_the_right_to_edit_lost_the_right_to_undo(cast, role):
    edit(cast, cast.acme.row("insight"))
    RoleGrant.objects.filter(member=cast.carl).delete()
    if role:
        cast.grant("carl", "product", cast.product.pk, role)
    assert undo(cast, last()).status_code == 403


def test_the_last_change_is_the_newest_of_ones_own_that_can_be_undone(cast):
    insight = cast.acme.row("insight")
    carl = cast.client("carl")
    assert carl.get("/api/me/last-change").json() is None
    edit(cast, insight)
    edited = last()
    edit(cast, insight, by="pia", version=2, title="Newer")
    assert carl.get("/api/me/last-change").json()["id"] == str(edited.pk)


def test_after_an_undo_the_one_before_is_the_last_change(cast):
    insight = cast.acme.row("insight")
    edit(cast, insight)
    first = last()
    edit(cast, insight, version=2, title="Second")
    undo(cast, last())
    assert cast.client("carl").get("/api/me/last-change").json()["id"] == str(first.pk)
