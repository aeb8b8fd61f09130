"""What a roadmap is checked against is there for every product, from its first day."""

from __future__ import annotations

from importlib import import_module
from types import SimpleNamespace
from typing import Any

from django.apps import apps
from django.db import connection

from northline.core.models import Change
from northline.roadmap.models import RoadmapPolicy
from tests.cast import Cast
from tests.core.listing.asking import asked, bulk

give_policies: Any = import_module(
    "northline.roadmap.migrations.0007_every_product_has_a_policy"
).give_policies
name_after_products: Any = import_module(
    "northline.roadmap.migrations.0008_policies_are_named_after_products"
).name_after_products


def start(cast: Cast, title: str) -> str:
    made = cast.client("ada").post("/api/products", {"title": title})
    assert made.status_code == 201, made.json()
    return str(made.json()["id"])


def test_a_new_product_expects_the_usual_and_is_reached_by_an_edit_of_many(cast: Cast) -> None:
    product_id = start(cast, "Harbour")
    lines = asked(cast, "roadmap_policy", who="ada").json()["items"]
    assert {line["product_id"]: line["fields"]["stale_days"] for line in lines} == {
        str(cast.product.pk): 60,
        product_id: 60,
    }
    done = bulk(cast, "roadmap_policy", lines, by="ada", fields={"now_weeks": 12})
    assert done.json()["changed"] == 2
    told = cast.client("ada").get(f"/api/products/{product_id}/roadmap/policy").json()
    assert told == {"version": 2, "now_weeks": 12, "next_weeks": None, "stale_days": 60}


def test_what_a_new_product_expects_is_caused_by_its_making_and_goes_with_it(cast: Cast) -> None:
    product_id = start(cast, "Harbour")
    policy = RoadmapPolicy.objects.get(product_id=product_id)
    made = Change.objects.get(object_id=product_id)
    [beside] = Change.objects.filter(object_id=policy.pk)
    assert (beside.verb, beside.cause_id, beside.undo) == ("created", made.pk, {})
    assert cast.client("ada").post(f"/api/changes/{made.pk}/undo").status_code == 200
    assert cast.client("ada").post(f"/api/changes/{beside.pk}/undo").json()["code"] == "undo.impossible"


def test_what_is_expected_is_named_after_the_product_through_edits_of_one_and_many_and_their_undo(
    cast: Cast,
) -> None:
    product_id = start(cast, "Harbour")

    def title() -> str:
        lines = asked(cast, "roadmap_policy", who="ada").json()["items"]
        [line] = [line for line in lines if line["product_id"] == product_id]
        assert line["version"] == 1
        return str(line["title"])

    assert title() == "Roadmap of Harbour"
    ada = cast.client("ada")
    renamed = ada.patch(f"/api/products/{product_id}", {"title": "Quay"}, headers={"if-match": '"1"'})
    assert renamed.status_code == 200, renamed.json()
    assert title() == "Roadmap of Quay"
    change = Change.objects.filter(object_id=product_id).latest("seq")
    assert ada.post(f"/api/changes/{change.pk}/undo").status_code == 200
    assert title() == "Roadmap of Harbour"
    [product] = [one for one in asked(cast, "product", who="ada").json()["items"] if one["id"] == product_id]
    assert bulk(cast, "product", [product], by="ada", fields={"title": "M" * 300}).json()["changed"] == 1
    assert title() == f"Roadmap of {'M' * 300}"[:300]


def test_policies_of_products_that_were_renamed_before_are_named_after_them(cast: Cast) -> None:
    policies = RoadmapPolicy.objects.filter(product=cast.product)
    policies.update(title="Roadmap of an earlier name")

    name_after_products(apps, SimpleNamespace(connection=connection))

    assert policies.get().title == f"Roadmap of {cast.product.title}"


def test_products_of_an_earlier_version_are_given_what_is_usual(cast: Cast) -> None:
    mine = RoadmapPolicy.objects.get(product=cast.product)
    product_id = start(cast, "Harbour")
    RoadmapPolicy.objects.filter(product_id=product_id).delete()

    give_policies(apps, SimpleNamespace(connection=connection))

    given = RoadmapPolicy.objects.get(product_id=product_id)
    assert (given.title, given.stale_days, given.now_weeks) == ("Roadmap of Harbour", 60, None)
    assert given.key == "RMP-3"
    assert RoadmapPolicy.objects.get(product=cast.product).version == mine.version == 1
    # The next one is counted on from there.
    assert RoadmapPolicy.objects.get(product_id=start(cast, "Mole")).key == "RMP-4"
