"""The cast stands where its story says."""

from __future__ import annotations

import pytest

from northline.core.scope import Place

RIGHTS = {
    "ada": {"read", "contribute", "plan", "steer", "administer", "own"},
    "adam": {"read", "contribute", "plan", "steer", "administer"},
    "pia": {"read", "contribute", "plan", "steer"},
    "piet": {"read", "contribute", "plan"},
    "carl": {"read", "contribute"},
    "vera": {"read"},
    "stan": {"read"},
}


@pytest.mark.parametrize("name", RIGHTS)
def test_each_member_holds_the_rights_of_their_part(cast, name):
    assert cast.scope(name).rights_at(Place(product_id=cast.product.pk)) == RIGHTS[name]


def test_somebody_disabled_is_nobody(cast):
    assert cast.client("dora").get("/api/products").status_code == 401


def test_a_stranger_does_not_find_the_workspace(cast):
    assert cast.client("nora", of="acme").get("/api/products").status_code == 404


def test_a_signed_in_member_reads_their_product(cast):
    assert [row["title"] for row in cast.client("stan").get("/api/products").json()] == ["Atlas"]
