"""Opportunities stand in a tree; ideas have a status."""

from __future__ import annotations

from functools import partial

import pytest

from northline.core.models import Change
from northline.core.refusal import Refusal
from northline.research import actions
from northline.research.models import Opportunity
from tests.core.together import together


def name(cast, title, *, under=None, by="carl"):
    body = {"product_id": cast.product.pk, "title": title, "parent_id": under and under["id"]}
    return cast.client(by).post("/api/opportunities", body)


def move(cast, row, *, under, version=1):
    return cast.client("carl").patch(
        f"/api/opportunities/{row['id']}",
        {"parent_id": under and under["id"]},
        headers={"if-match": f'"{version}"'},
    )


def test_an_opportunity_stands_under_another(cast):
    top = name(cast, "Trust").json()
    below = name(cast, "Honest dates", under=top).json()
    assert (below["key"], below["parent_id"]) == ("OPP-2", top["id"])
    assert move(cast, below, under=None).json()["parent_id"] is None


def test_an_opportunity_never_stands_below_itself(cast):
    top = name(cast, "Trust").json()
    middle = name(cast, "Dates", under=top).json()
    low = name(cast, "Forecast", under=middle).json()
    answer = move(cast, top, under=low)
    assert (answer.status_code, answer.json()["code"]) == (422, "opportunity.makes_circle")
    assert answer.json()["path"] == ["OPP-1", "OPP-3", "OPP-2", "OPP-1"]
    assert move(cast, top, under=top).json()["code"] == "opportunity.makes_circle"


def test_a_parent_is_of_the_same_product(cast):
    other = cast.client("ada").post("/api/products", {"title": "Other"}).json()
    foreign = cast.client("ada").post("/api/opportunities", {"product_id": other["id"], "title": "x"}).json()
    top = name(cast, "Trust").json()
    answer = cast.client("ada").patch(
        f"/api/opportunities/{top['id']}", {"parent_id": foreign["id"]}, headers={"if-match": '"1"'}
    )
    assert answer.json()["code"] == "opportunity.other_product"


def test_a_strangers_parent_is_not_found(cast):
    foreign = {"id": str(cast.beyond.row("opportunity").pk)}
    assert name(cast, "x", under=foreign).status_code == 404
    assert move(cast, name(cast, "Trust").json(), under=foreign).status_code == 404


def test_two_moves_at_once_close_no_circle(lasting_cast):
    scope, product = lasting_cast.scope("carl"), lasting_cast.product
    a, b = [actions.name_opportunity(product, fields={"title": title}, by=scope) for title in "ab"]

    def move(row: Opportunity, *, under: Opportunity) -> None:
        actions.revise(row, expected=1, fields={"parent_id": under.pk}, by=scope)

    outcomes = together(partial(move, a, under=b), partial(move, b, under=a))
    refused = [outcome.code for outcome in outcomes if isinstance(outcome, Refusal)]
    assert refused == ["opportunity.makes_circle"]
    assert Opportunity.objects.exclude(parent=None).count() == 1


@pytest.mark.parametrize("who", ["vera", "stan"])
def test_a_viewer_names_no_opportunities_and_proposes_no_ideas(cast, who):
    assert name(cast, "x", by=who).status_code == 403
    body = {"product_id": cast.product.pk, "title": "x"}
    assert cast.client(who).post("/api/ideas", body).status_code == 403


def test_a_stranger_finds_neither(cast):
    nora = cast.client("nora")
    for kind, path in (("opportunity", "opportunities"), ("idea", "ideas")):
        row = cast.acme.row(kind)
        assert nora.get(f"/api/{path}/{row.pk}").status_code == 404
        assert (
            nora.patch(f"/api/{path}/{row.pk}", {"title": "x"}, headers={"if-match": '"1"'}).status_code
            == 404
        )
        assert nora.get(f"/api/lists/{kind}").json()["items"] == []


def test_ideas_are_listed_by_status(cast):
    idea, carl = cast.acme.row("idea"), cast.client("carl")
    carl.patch(f"/api/ideas/{idea.pk}", {"status": "chosen"}, headers={"if-match": '"1"'})
    where = lambda status: {"where": f'[["status", "is", "{status}"]]'}  # noqa: E731
    listed = lambda status: carl.get("/api/lists/idea", where(status)).json()["items"]  # noqa: E731
    assert [len(listed("chosen")), len(listed("new"))] == [1, 0]


def test_each_write_is_one_change(cast):
    seen = Change.objects.count()
    top = name(cast, "Trust").json()
    move(cast, name(cast, "Dates").json(), under=top)
    assert [change.verb for change in Change.objects.order_by("seq")[seen:]] == [
        "created",
        "created",
        "edited",
    ]


def test_a_product_is_edited_by_who_steers_it_and_started_by_an_admin(cast):
    address = f"/api/products/{cast.product.pk}"
    assert (
        cast.client("pia").patch(address, {"title": "Atlas 2"}, headers={"if-match": '"1"'}).status_code
        == 200
    )
    assert cast.client("piet").patch(address, {"title": "x"}, headers={"if-match": '"2"'}).status_code == 403
    assert cast.client("nora").patch(address, {"title": "x"}, headers={"if-match": '"2"'}).status_code == 404
    assert cast.client("pia").post("/api/products", {"title": "New"}).status_code == 403
    assert cast.client("adam").post("/api/products", {"title": "New"}).status_code == 201


def test_a_stakeholder_sees_only_the_products_they_have_a_role_on(cast):
    cast.client("ada").post("/api/products", {"title": "Secret"})
    assert [row["title"] for row in cast.client("stan").get("/api/products").json()] == ["Atlas"]
    assert [row["title"] for row in cast.client("vera").get("/api/products").json()] == ["Atlas", "Secret"]
