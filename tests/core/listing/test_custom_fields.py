"""Fields that people add: who may, what they take, and what becomes of values when one is removed."""

from __future__ import annotations

import pytest

from northline.core.models import Change
from tests.core.listing.asking import add_field, asked, make, titles

OPTIONS = {"options": [{"label": "High"}, {"label": "Low"}]}


def edit(cast, field, body, *, by="ada"):
    return cast.client(by).patch(
        f"/api/custom-fields/{field['id']}", body, headers={"if-match": f'"{field["version"]}"'}
    )


def put(cast, row, custom, *, by="carl"):
    return cast.client(by).patch(
        f"/api/ideas/{row['id']}", {"custom": custom}, headers={"if-match": f'"{row["version"]}"'}
    )


def test_a_product_manager_adds_to_her_product_and_an_admin_to_the_workspace(cast):
    body = {"object_kind": "idea", "title": "Reach", "type": "number"}
    of_product = body | {"product_id": cast.product.pk}
    assert [
        cast.client(who).post("/api/custom-fields", of_product).status_code for who in ("carl", "piet", "pia")
    ] == [403, 403, 201]
    assert [cast.client(who).post("/api/custom-fields", body).status_code for who in ("pia", "adam")] == [
        403,
        201,
    ]
    assert cast.client("nora").post("/api/custom-fields", of_product).status_code == 404
    names = [
        field["name"] for field in cast.client("vera").get("/api/custom-fields", {"kind": "idea"}).json()
    ]
    assert names == ["reach", "reach_2"]
    assert cast.client("nora").get("/api/custom-fields", {"kind": "idea"}).json() == []


@pytest.mark.parametrize(
    ("type", "more", "good", "stored", "bad"),
    [
        ("text", {}, "  Word ", "Word", [5, ["x"], "x" * 2001, "a\0"]),
        ("number", {}, 2.5, 2.5, ["5", True, 1e16, [1]]),
        ("date", {}, "2026-02-28", "2026-02-28", ["2026-02-30", "soon", 5]),
        ("choice", OPTIONS, "high", "high", ["High", "none", 5, ["high"]]),
        ("tags", OPTIONS, ["low", "high", "low"], ["high", "low"], ["high", ["none"], [5]]),
        ("yes_no", {}, False, False, ["false", 0]),
    ],
)
def test_a_field_takes_only_what_fits_it(cast, type, more, good, stored, bad):
    name = add_field(cast, "Mine", type, **more)["name"]
    row = make(cast)
    for value in bad:
        answer = put(cast, row, {name: value})
        assert (answer.status_code, answer.json()["code"]) == (422, "custom.bad_value"), value
    row = put(cast, row, {name: good}).json()
    assert row["custom"] == {name: stored}
    assert put(cast, row, {name: None}).json()["custom"] == {}


def test_a_value_is_checked_when_the_object_is_made(cast):
    name = add_field(cast, "Mine", "number")["name"]
    body = {"product_id": cast.product.pk, "title": "x"}
    assert cast.client("carl").post("/api/ideas", body | {"custom": {name: "five"}}).status_code == 422
    assert (
        cast.client("carl").post("/api/ideas", body | {"custom": {"other": 5}}).json()["code"]
        == "custom.unknown_field"
    )
    assert cast.client("carl").post("/api/ideas", body | {"custom": {name: 5}}).json()["custom"] == {name: 5}


def test_a_value_says_nothing_of_the_others_and_is_undone_alone(cast):
    a, b = add_field(cast, "A", "number")["name"], add_field(cast, "B", "number")["name"]
    row = put(cast, make(cast), {a: 1, b: 1}).json()
    row = put(cast, row, {a: 2}).json()
    change = Change.objects.order_by("-seq")[0]
    assert (change.before, change.after) == ({"custom": {a: 1}}, {"custom": {a: 2}})
    assert cast.client("carl").post(f"/api/changes/{change.pk}/undo").status_code == 200
    assert cast.client("carl").get(f"/api/ideas/{row['id']}").json()["custom"] == {a: 1, b: 1}


def test_a_field_of_another_product_is_unknown_here(cast):
    other = cast.client("ada").post("/api/products", {"title": "Other"}).json()["id"]
    name = add_field(cast, "Theirs", "number", product_id=other)["name"]
    assert put(cast, make(cast), {name: 1}).json()["code"] == "custom.unknown_field"
    assert [
        field["name"]
        for field in asked(cast, part="/fields", product_id=cast.product.pk).json()["fields"]
        if field["custom"]
    ] == []
    assert [field["custom"] for field in asked(cast, part="/fields").json()["fields"] if field["custom"]] == [
        name
    ]
    assert [
        field["custom"]
        for field in asked(cast, part="/fields", who="stan").json()["fields"]
        if field["custom"]
    ] == []


def test_a_removed_field_keeps_its_values_and_its_name(cast):
    field = add_field(cast, "Reach", "number")
    row = put(cast, make(cast, title="Kept"), {"reach": 5}).json()
    away = (
        cast.client("ada")
        .post(f"/api/custom-fields/{field['id']}/archival", headers={"if-match": '"1"'})
        .json()
    )
    assert asked(cast, where=[["custom.reach", "is", 5]]).json()["code"] == "list.unknown_field"
    assert put(cast, row, {"reach": 6}).json()["code"] == "custom.unknown_field"
    assert add_field(cast, "Reach", "text")["name"] == "reach_2"
    cast.client("ada").delete(
        f"/api/custom-fields/{field['id']}/archival", headers={"if-match": f'"{away["version"]}"'}
    )
    assert titles(cast, where=[["custom.reach", "is", 5]]) == ["Kept"]


def test_an_option_is_renamed_without_losing_what_chose_it(cast):
    field = add_field(cast, "Size", "choice", **OPTIONS)
    row = put(cast, make(cast), {"size": "high"}).json()
    options = [{"value": "high", "label": "Huge"}, {"label": "Low"}, {"label": "Huge!"}]
    edited = edit(cast, field, {"title": "Scale", "options": options}).json()
    assert edited["options"] == [
        {"value": "high", "label": "Huge"},
        {"value": "low_2", "label": "Low"},
        {"value": "huge", "label": "Huge!"},
    ]
    shown = asked(cast, part="/groups", by="custom.size").json()["items"][0]
    assert (shown["label"], row["custom"]["size"]) == ("Huge", "high")


@pytest.mark.parametrize(
    "body",
    [
        {"type": "choice"},
        {"type": "choice", "options": [{"label": "a", "value": "a"}, {"label": "b", "value": "a"}]},
        {"type": "animal"},
        {"type": "number", "title": " "},
        {"type": "number", "object_kind": "unicorn"},
    ],
)
def test_a_field_that_makes_no_sense_is_refused(cast, body):
    given = {"object_kind": "idea", "title": "x"} | body
    assert cast.client("ada").post("/api/custom-fields", given).status_code in (404, 422)


def test_a_field_needs_a_version_to_be_edited(cast):
    field = add_field(cast, "Reach", "number")
    assert cast.client("ada").patch(f"/api/custom-fields/{field['id']}", {"title": "x"}).status_code == 428
    assert edit(cast, field | {"version": 9}, {"title": "x"}).status_code == 412
    assert edit(cast, field, {"title": "x"}, by="carl").status_code == 403
