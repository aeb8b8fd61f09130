"""Moving to another product: what follows, what is left, what holds back, whose right it takes, and the way back."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from northline.core import editing
from northline.core.listing import custom_fields
from northline.core.models import Change
from northline.products.models import Product
from northline.roadmap.models import Initiative, Promise
from northline.roadmap.queries import history
from northline.roadmap.rules import moving as rules
from tests.roadmap.test_dependencies import add, patch, wait
from tests.roadmap.test_launches import plan
from tests.roadmap.test_promises import promise


@pytest.fixture
def bergamo(cast):
    """A second product, which the product manager steers too."""
    made = editing.create(
        Product(workspace_id=cast.acme.workspace.pk, title="Bergamo"), prefix="PRD", by=cast.scope("ada")
    )
    cast.grant("pia", "product", made.pk, "product_manager")
    return made


def lane(cast, product, title):
    return cast.client("pia").post(f"/api/products/{product.pk}/lanes", {"title": title}).json()


def move(cast, product, *rows, by="pia", **said):
    body = {"initiatives": [{"id": row["id"], "version": row["version"]} for row in rows]} | said
    return cast.client(by).post(f"/api/products/{product.pk}/roadmap/arrivals", body)


def shown(cast, product):
    found = cast.client("vera" if product == cast.product else "pia").get(
        f"/api/products/{product.pk}/roadmap"
    )
    return {one["title"]: one for one in found.json()["initiatives"]}


def test_what_holds_an_initiative_and_what_follows_it():
    assert rules.obstacle("INI-1", rules.Ties()) is None
    assert rules.obstacle("INI-1", rules.Ties(launches=["Spring"])).code == "move.in_launch"
    assert rules.with_parts(["b", "a"], [("a", "b"), ("b", "c"), ("c", "a")]) == ["b", "a", "c"]
    assert rules.namesake("Trust", {}) is None


def test_a_container_moves_with_its_parts_and_back_again(cast, bergamo):
    growth, trust = lane(cast, cast.product, "Growth"), lane(cast, cast.product, "Trust")
    there = lane(cast, bergamo, "growth")
    field = custom_fields.add(
        "initiative", product_id=cast.product.pk, title="Reach", type="number", options=[], description="",
        by=cast.scope("pia"),
    )  # fmt: skip
    outer = add(cast, "Outer")
    whole = add(cast, "Whole", lane_id=growth["id"], parent_id=outer["id"], custom={field.name: 5})
    part = add(cast, "Part", lane_id=trust["id"], parent_id=whole["id"])
    later = add(cast, "Later", parent_id=whole["id"])
    wait(cast, later, part)
    promised = promise(cast, whole)
    before, at = shown(cast, cast.product), history.moment(cast.product, "")

    with CaptureQueriesContext(connection) as of_three:
        look = move(cast, bergamo, whole, dry_run=True).json()
    with CaptureQueriesContext(connection) as of_four:
        move(cast, bergamo, outer, dry_run=True)
    assert len(of_three) == len(of_four)
    assert look["change"] is None
    assert shown(cast, bergamo) == {}
    assert [(one["title"], one["along"], one["lane"]) for one in look["items"]] == [
        ("Whole", False, "growth"), ("Part", True, ""), ("Later", True, ""),
    ]  # fmt: skip
    assert [(one["what"], one["name"]) for one in look["items"][0]["leaves"]] == [
        ("container", "Outer"), ("field", "Reach"),
    ]  # fmt: skip

    done = move(cast, bergamo, whole, reason="It is theirs")
    assert done.status_code == 200, done.content
    moved = shown(cast, bergamo)
    assert moved.keys() == {"Whole", "Part", "Later"}
    assert shown(cast, cast.product).keys() == {"Outer"}
    assert moved["Whole"]["key"] == whole["key"]
    assert (moved["Whole"]["lane_id"], moved["Whole"]["parent_id"]) == (there["id"], None)
    assert moved["Part"]["parent_id"] == whole["id"]
    assert Initiative.objects.get(pk=whole["id"]).custom == {}
    assert Promise.objects.get(pk=promised["id"]).product_id == bergamo.pk
    assert Change.objects.get(pk=done.json()["change"]).after["count"] == 3
    # Either product remembers what it held when.
    then = history.state_at(cast.product, at)
    assert {row["title"] for row in then.rows["initiative"].values()} == {"Outer", "Whole", "Part", "Later"}
    assert len(then.dependencies) == 1
    assert (
        history.state_at(bergamo, at).rows["initiative"] == {} == history.state_at(bergamo, at).dependencies
    )

    undone = cast.client("pia").post(f"/api/changes/{done.json()['change']}/undo")
    assert undone.status_code == 200, undone.content
    after = shown(cast, cast.product)
    same = ("title", "lane_id", "parent_id", "position", "key")
    assert {name: [row.get(one) for one in same] for name, row in after.items()} == {
        name: [row.get(one) for one in same] for name, row in before.items()
    }
    assert Initiative.objects.get(pk=whole["id"]).custom == {field.name: 5}
    assert Promise.objects.get(pk=promised["id"]).product_id == cast.product.pk


def test_what_waits_or_is_launched_stays_and_either_product_asks_for_its_right(cast, bergamo):
    first, second, free = (add(cast, title) for title in ("First", "Second", "Free"))
    wait(cast, second, first)
    held = move(cast, bergamo, second)
    assert (held.status_code, held.json()["code"]) == (409, "move.waits_across")
    assert first["key"] in held.json()["detail"]
    assert move(cast, bergamo, first, second, dry_run=True).status_code == 200
    launch = plan(cast, initiative_ids=[free["id"]])
    assert launch["initiatives"], launch
    assert move(cast, bergamo, free).json()["code"] == "move.in_launch"
    other = add(cast, "Other")
    assert move(cast, cast.product, other).json()["code"] == "move.same_product"
    assert move(cast, bergamo, other, other).json()["code"] == "initiative.named_twice"
    patch(cast, other, {"title": "Edited since"})
    assert move(cast, bergamo, other).status_code == 412
    elsewhere = editing.create(
        Product(workspace_id=cast.acme.workspace.pk, title="Elsewhere"), prefix="PRD", by=cast.scope("ada")
    )
    assert move(cast, elsewhere, first, second).status_code == 403
    cast.grant("vera", "product", elsewhere.pk, "product_manager")
    assert move(cast, elsewhere, first, second, by="vera").status_code == 403
    assert Initiative.objects.filter(product=cast.product).count() == 4
