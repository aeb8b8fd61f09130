"""The stakeholder register: who, how they stand, what they were told."""

from __future__ import annotations

import pytest

from northline.core.models import Change
from northline.strategy.stakeholders.models import Stakeholder


def register(cast, *, by="pia", **fields):
    return cast.client(by).post(f"/api/products/{cast.product.pk}/stakeholders", {"title": "Ruth"} | fields)


def listed(cast):
    return cast.client("vera").get(f"/api/products/{cast.product.pk}/stakeholders").json()


def test_somebody_outside_is_registered_with_power_interest_and_concerns(cast):
    answer = register(
        cast,
        organisation="Board",
        power=90,
        interest=40,
        attitude="critical",
        concerns="Cost",
        boxes=["product"],
    )
    assert answer.status_code == 201
    found = answer.json()
    assert (found["key"], found["power"], found["attitude"], found["member"]) == (
        "STK-1",
        90,
        "critical",
        None,
    )
    assert found["boxes"] == ["product"]


def test_the_register_is_listed_most_power_first(cast):
    register(cast, title="Low", power=10)
    register(cast, title="High", power=80)
    assert [row["title"] for row in listed(cast)] == ["High", "Low"]


@pytest.mark.parametrize(
    "fields", [{"power": 101}, {"interest": -1}, {"attitude": "angry"}, {"boxes": ["x"]}]
)
def test_what_is_off_the_scale_is_refused(cast, fields):
    assert register(cast, **fields).status_code == 422


def test_a_member_is_registered_once(cast):
    register(cast, member_id=cast.stan.pk)
    answer = register(cast, title="Stan again", member_id=cast.stan.pk)
    assert (answer.status_code, answer.json()["code"]) == (409, "stakeholder.registered")
    assert Stakeholder.objects.count() == 1


def test_a_place_in_the_grid_is_changed_and_undone(cast):
    row = cast.acme.row("bare_stakeholder")
    address, headers = f"/api/stakeholders/{row.pk}", {"if-match": '"1"'}
    pia = cast.client("pia")
    assert pia.patch(address, {"power": 90, "interest": 10}, headers=headers).json()["power"] == 90
    assert pia.patch(address, {"power": 1}, headers=headers).status_code == 412
    change = Change.objects.order_by("-seq")[0]
    assert pia.post(f"/api/changes/{change.pk}/undo").status_code == 200
    row.refresh_from_db()
    assert (row.power, row.interest) == (50, 50)


def test_what_each_was_last_told_and_which_version_they_saw_stands_beside_them(cast):
    row, vision = cast.acme.row("bare_stakeholder"), cast.acme.row("vision")
    address = f"/api/stakeholders/{row.pk}/tellings"
    carl = cast.client("carl")
    carl.post(address, {"summary": "First", "channel": "mail"})
    assert carl.post(address, {"summary": "Second", "version_id": vision.pk}).status_code == 201
    assert [told["summary"] for told in carl.get(address).json()["items"]] == ["Second", "First"]
    last = listed(cast)[0]["last_told"]
    assert (last["summary"], last["version"], last["by"]["name"]) == ("Second", 1, "Carl")


def test_another_products_version_was_not_seen(cast):
    row, theirs = cast.acme.row("bare_stakeholder"), cast.beyond.row("vision")
    body = {"summary": "x", "version_id": theirs.pk}
    assert cast.client("carl").post(f"/api/stakeholders/{row.pk}/tellings", body).status_code == 404


@pytest.mark.parametrize("how_many", [1, 5])
def test_the_register_costs_the_same_however_long(cast, how_many, django_assert_num_queries):
    from northline.strategy.stakeholders import queries, schemas

    for number in range(how_many):
        register(cast, title=str(number))
    scope = cast.scope("vera")
    with django_assert_num_queries(3):
        rows = list(queries.stakeholders_of(cast.product.pk))
        told, said = queries.last_tellings(rows), queries.last_verdicts(cast.product.pk)
        shown = [
            schemas.show_registered(row, scope, told=told.get(row.pk), said=said.get(row.pk)) for row in rows
        ]
    assert len(shown) == how_many


def test_undo_puts_no_member_into_two_places(cast):
    """Stan was taken out of one place and put into another meanwhile."""
    first = register(cast, member_id=cast.stan.pk).json()
    pia, address = cast.client("pia"), f"/api/stakeholders/{first['id']}"
    pia.patch(address, {"member_id": None}, headers={"if-match": '"1"'})
    taken_out = Change.objects.order_by("-seq")[0]
    second = register(cast, title="Stan", member_id=cast.stan.pk).json()
    answer = pia.post(f"/api/changes/{taken_out.pk}/undo")
    assert (answer.status_code, answer.json()["code"]) == (409, "stakeholder.registered")
    assert second["key"] in answer.json()["detail"]
    assert Stakeholder.objects.get(pk=first["id"]).member is None
    # Once the other place is free again, so is the way back.
    pia.patch(f"/api/stakeholders/{second['id']}", {"member_id": None}, headers={"if-match": '"1"'})
    assert pia.post(f"/api/changes/{taken_out.pk}/undo").status_code == 200
    assert Stakeholder.objects.get(pk=first["id"]).member == cast.stan
