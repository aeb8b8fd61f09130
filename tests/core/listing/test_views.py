"""Saved views: one's own, shared ones, and the one a list opens with."""

from __future__ import annotations

import pytest

from northline.core.listing import views
from northline.core.models import Change
from tests.core.listing.asking import add_field

CONFIG = {
    "where": [["status", "is", "new"]],
    "sort": "-created_at,title",
    "group": "status",
    "columns": ["title", "status"],
}


def save(cast, *, by="carl", kind="idea", **more):
    body = {"title": "Fresh", "product_id": cast.product.pk, "config": CONFIG} | more
    return cast.client(by).post(f"/api/lists/{kind}/views", body)


def seen(cast, *, by, **query):
    answer = cast.client(by).get("/api/lists/idea/views", {"product_id": cast.product.pk} | query)
    return [view["title"] for view in answer.json()]


def act(cast, method, view, body=None, *, by="carl", part=""):
    headers = {"if-match": f'"{view["version"]}"'}
    call = getattr(cast.client(by), method)
    path = f"/api/saved-views/{view['id']}{part}"
    return call(path, body, headers=headers) if body is not None else call(path, headers=headers)


def test_a_view_keeps_how_a_list_is_looked_at(cast):
    view = save(cast).json()
    assert (view["key"], view["owner"]["name"], view["shared"], view["can"]["edit"]) == (
        "VIEW-1",
        "Carl",
        False,
        True,
    )
    assert view["config"] == CONFIG | {"q": "", "layout": "table", "archived": False, "settings": {}}
    assert cast.client("carl").get(f"/api/saved-views/{view['id']}").json() == view


def test_a_personal_view_is_nobody_elses(cast):
    view = save(cast, by="vera").json()
    assert (seen(cast, by="vera"), seen(cast, by="ada")) == (["Fresh"], [])
    for call in (
        lambda: cast.client("ada").get(f"/api/saved-views/{view['id']}"),
        lambda: act(cast, "patch", view, {"title": "Mine"}, by="ada"),
        lambda: act(cast, "post", view, {}, by="ada", part="/archival"),
        lambda: cast.client("ada").get("/api/changes", {"kind": "saved_view", "id": view["id"]}),
    ):
        assert call().status_code == 404


def test_sharing_takes_the_right_to_contribute(cast):
    assert save(cast, by="vera", shared=True).status_code == 403
    mine = save(cast, by="vera").json()
    assert act(cast, "patch", mine, {"shared": True}, by="vera").status_code == 403
    assert save(cast, by="carl", shared=True).status_code == 201
    assert seen(cast, by="stan") == ["Fresh"]


def test_the_shared_view_of_another_takes_the_right_to_steer(cast):
    view = save(cast, shared=True).json()
    assert act(cast, "patch", view, {"title": "x"}, by="piet").status_code == 403
    changed = act(cast, "patch", view, {"title": "Renamed"}, by="pia")
    assert (changed.status_code, changed.json()["owner"]["name"]) == (200, "Carl")
    assert act(cast, "post", changed.json(), {}, by="vera", part="/archival").status_code == 403


def test_a_view_of_the_workspace_is_seen_in_every_product(cast):
    assert save(cast, product_id=None, shared=True).status_code == 201
    assert seen(cast, by="vera") == ["Fresh"]
    assert cast.client("nora").get("/api/lists/idea/views").json() == []


def test_a_view_is_put_away_comes_back_and_its_edit_is_undone(cast):
    view = save(cast).json()
    away = act(cast, "post", view, {}, part="/archival").json()
    assert (seen(cast, by="carl"), seen(cast, by="carl", archived=True)) == ([], ["Fresh"])
    back = act(cast, "delete", away, part="/archival").json()
    act(cast, "patch", back, {"config": CONFIG | {"sort": "title"}})
    change = Change.objects.filter(object_kind="saved_view").order_by("-seq")[0]
    assert cast.client("vera").post(f"/api/changes/{change.pk}/undo").status_code == 403
    assert cast.client("carl").post(f"/api/changes/{change.pk}/undo").status_code == 200
    assert (
        cast.client("carl").get(f"/api/saved-views/{view['id']}").json()["config"]["sort"] == CONFIG["sort"]
    )


@pytest.mark.parametrize(
    ("config", "code"),
    [
        ({"where": [["colour", "is", "red"]]}, "list.unknown_field"),
        ({"where": [["status", "is", "gone"]]}, "list.bad_value"),
        ({"where": {"any": []}}, "input.invalid"),
        ({"sort": "-colour"}, "list.unknown_field"),
        ({"group": "title"}, "list.not_groupable"),
        ({"columns": ["colour"]}, "list.unknown_field"),
        ({"layout": "<b>"}, "input.invalid"),
        ({"settings": {"a": {"deep": 1}}}, "input.invalid"),
        ({"surprise": 1}, "input.invalid"),
    ],
)
def test_a_view_that_could_not_be_opened_is_not_saved(cast, config, code):
    answer = save(cast, config=config)
    assert (answer.status_code, answer.json()["code"]) == (422, code)


def test_a_view_says_what_it_misses_of_a_removed_field(cast):
    field = add_field(cast, "Reach", "number")
    config = {
        "where": [["custom.reach", "at_least", 5], ["status", "is", "new"]],
        "sort": "-custom.reach,title",
        "columns": ["title", "custom.reach"],
    }
    view = save(cast, config=config).json()
    assert view["missing"] == []
    cast.client("ada").post(f"/api/custom-fields/{field['id']}/archival", headers={"if-match": '"1"'})
    view = cast.client("carl").get(f"/api/saved-views/{view['id']}").json()
    assert view["missing"] == ["custom.reach"]
    assert (view["config"]["where"], view["config"]["sort"], view["config"]["columns"]) == (
        [["status", "is", "new"]],
        "title",
        ["title"],
    )


def test_each_member_says_what_a_list_opens_with(cast):
    first, second = save(cast, shared=True).json(), save(cast, shared=True, title="Second").json()

    def choose(view_id, *, by):
        body = {"product_id": cast.product.pk, "view_id": view_id}
        return cast.client(by).put("/api/lists/idea/default-view", body).status_code

    def default(by):
        views = cast.client(by).get("/api/lists/idea/views", {"product_id": cast.product.pk}).json()
        return [view["title"] for view in views if view["is_default"]]

    assert (
        choose(first["id"], by="vera"),
        choose(second["id"], by="vera"),
        choose(first["id"], by="stan"),
    ) == (204,) * 3
    assert (default("vera"), default("stan"), default("carl")) == (["Second"], ["Fresh"], [])
    assert choose(None, by="vera") == 204
    assert default("vera") == []
    private = save(cast, by="carl").json()
    assert choose(private["id"], by="vera") == 404


@pytest.mark.parametrize("how_many", [1, 5])
def test_the_views_of_a_list_take_one_query(cast, how_many, django_assert_num_queries):
    for _ in range(how_many):
        save(cast, shared=True)
    scope = cast.scope("vera")
    with django_assert_num_queries(1):
        assert len(views.visible_views(scope, "idea", product_id=None)) == 0
    with django_assert_num_queries(2):
        assert len(views.visible_views(scope, "idea", product_id=cast.product.pk)) == how_many
