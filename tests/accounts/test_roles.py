"""Roles on products and projects."""

from __future__ import annotations

import pytest

from northline.accounts.models import RoleGrant
from northline.core.models import Change


@pytest.fixture
def give(cast):
    def given(by, whom, role, product=None):
        body = {
            "kind": "product",
            "id": product or cast.product.pk,
            "member_id": cast.members[whom].pk,
            "role": role,
        }
        return cast.client(by).post("/api/roles", body)

    return given


def test_a_product_manager_staffs_their_product_and_may_undo_it(cast, give):
    answer = give("pia", "vera", "contributor")
    assert answer.status_code == 201
    assert answer.json()["member"] == {"id": str(cast.vera.pk), "name": "Vera"}
    change = Change.objects.latest("seq")
    assert (change.verb, change.object_title, change.product_id) == (
        "gave a role to",
        "Vera",
        cast.product.pk,
    )
    assert cast.client("pia").post(f"/api/changes/{change.pk}/undo").status_code == 200
    assert not RoleGrant.objects.filter(member=cast.vera, role="contributor").exists()


def test_one_person_holds_several_roles_and_each_once(cast, give):
    assert give("pia", "piet", "product_manager").status_code == 201
    assert give("pia", "piet", "product_manager").json()["code"] == "role.given_already"
    roles = {
        row["role"]
        for row in cast.client("vera").get(f"/api/roles?kind=product&id={cast.product.pk}").json()
        if row["member"]["name"] == "Piet"
    }
    assert roles == {"product_manager", "project_manager"}


@pytest.mark.parametrize(
    ("by", "status"),
    [
        ("ada", 201),
        ("adam", 201),
        ("pia", 201),
        ("piet", 403),
        ("carl", 403),
        ("vera", 403),
        ("stan", 403),
        ("nora", 404),
    ],
)
def test_a_product_is_staffed_by_its_product_manager_and_admins(give, by, status):
    assert give(by, "vera", "contributor").status_code == status


def test_a_role_is_taken_away_and_given_back_by_undo(cast):
    grant = RoleGrant.objects.get(member=cast.carl)
    pia = cast.client("pia")
    assert pia.delete(f"/api/roles/{grant.pk}").status_code == 204
    assert (
        cast.client("carl").post("/api/insights", {"product_id": cast.product.pk, "title": "x"}).status_code
        == 403
    )
    pia.post(f"/api/changes/{pia.get('/api/me/last-change').json()['id']}/undo")
    assert (
        cast.client("carl").post("/api/insights", {"product_id": cast.product.pk, "title": "x"}).status_code
        == 201
    )


def test_an_undo_passes_the_door_again(cast, give):
    give("pia", "vera", "contributor")
    change = cast.client("pia").get("/api/me/last-change").json()
    RoleGrant.objects.filter(member=cast.pia).delete()
    assert cast.client("pia").post(f"/api/changes/{change['id']}/undo").status_code == 403
    assert RoleGrant.objects.filter(member=cast.vera, role="contributor").exists()


def test_nobody_from_elsewhere_and_nobody_shut_out_is_given_a_role(cast, give):
    assert give("ada", "nora", "viewer").status_code == 404
    cast.client("ada").post(f"/api/members/{cast.vera.pk}/suspension")
    assert give("ada", "vera", "contributor").status_code == 404


def test_the_product_must_be_here(cast, give):
    assert give("ada", "vera", "viewer", product=cast.beyond.product.pk).status_code == 404


def test_a_stakeholder_of_another_product_does_not_find_the_roles(cast):
    RoleGrant.objects.filter(member=cast.stan).delete()
    assert cast.client("stan").get(f"/api/roles?kind=product&id={cast.product.pk}").status_code == 404
