"""Themes: the share of effort meant for each, which together is at most all of it."""

from __future__ import annotations

import pytest

from northline.core.models import Change
from northline.strategy.models import Theme
from northline.strategy.themes.rules import merged, overfull, share_of


def set_theme(cast, *, by="pia", title="Live day", **fields):
    return cast.client(by).post("/api/themes", {"product_id": cast.product.pk, "title": title} | fields)


def patch(cast, theme, body, *, version=1, by="pia"):
    headers = {"if-match": f'"{version}"'}
    return cast.client(by).patch(f"/api/themes/{theme['id']}", body, headers=headers)


def archive(cast, theme, *, version, restore=False):
    client = cast.client("pia")
    send = client.delete if restore else client.post
    return send(f"/api/themes/{theme['id']}/archival", headers={"if-match": f'"{version}"'})


def undo_last(cast):
    change = Change.objects.order_by("-seq")[0]
    return cast.client("pia").post(f"/api/changes/{change.pk}/undo")


def test_a_theme_has_a_colour_an_owner_and_shares_by_period(cast):
    answer = set_theme(cast, colour="Teal", owner_id=cast.carl.pk, shares={"2026-Q4": 40, "2027-Q1": None})
    assert answer.status_code == 201
    found = answer.json()
    assert (found["key"], found["colour"], found["owner"]["name"], found["shares"]) == (
        "THM-1",
        "teal",
        "Carl",
        {"2026-Q4": 40},
    )


def test_an_edit_of_shares_changes_the_periods_that_it_names(cast):
    theme = set_theme(cast, shares={"2026-Q4": 40, "2027-Q1": 30}).json()
    found = patch(cast, theme, {"shares": {"2027-Q1": 20, "2027-Q2": 10}}).json()
    assert found["shares"] == {"2026-Q4": 40, "2027-Q1": 20, "2027-Q2": 10}
    assert patch(cast, theme, {"shares": {"2027-Q1": None}}, version=2).json()["shares"] == {
        "2026-Q4": 40,
        "2027-Q2": 10,
    }


@pytest.mark.parametrize(
    "shares", [{"2026-Q4": 101}, {"2026-Q4": -1}, {"soon": 10}, {"": 10}, {"2026-Q4": 1.5}]
)
def test_what_is_no_share_of_a_period_is_refused(cast, shares):
    assert set_theme(cast, shares=shares).status_code == 422


def test_together_themes_take_at_most_all_of_a_period(cast):
    set_theme(cast, shares={"2026-Q4": 60})
    answer = set_theme(cast, title="Cold chain", shares={"2026-Q4": 41})
    assert (answer.status_code, answer.json()["code"]) == (409, "theme.shares_over_whole")
    assert (answer.json()["period"], answer.json()["total"]) == ("2026-Q4", 101)
    second = set_theme(cast, title="Cold chain", shares={"2026-Q4": 40, "2027-Q1": 100}).json()
    assert patch(cast, second, {"shares": {"2026-Q4": 41}}).json()["code"] == "theme.shares_over_whole"
    assert Theme.objects.get(pk=second["id"]).shares["2026-Q4"] == 40


def test_an_archived_theme_takes_nothing_and_comes_back_only_where_there_is_room(cast):
    first = set_theme(cast, shares={"2026-Q4": 60}).json()
    archive(cast, first, version=1)
    set_theme(cast, title="Cold chain", shares={"2026-Q4": 50})
    answer = archive(cast, first, version=2, restore=True)
    assert answer.json()["code"] == "theme.shares_over_whole"
    # Undoing the archival is no way around.
    change = Change.objects.get(verb="archived", object_kind="theme")
    answer = cast.client("pia").post(f"/api/changes/{change.pk}/undo")
    assert (answer.status_code, answer.json()["code"]) == (409, "theme.shares_over_whole")


def test_an_undone_share_must_still_fit(cast):
    first = set_theme(cast, shares={"2026-Q4": 60}).json()
    patch(cast, first, {"shares": {"2026-Q4": 10}})
    lowered = Change.objects.order_by("-seq")[0]
    second = set_theme(cast, title="Cold chain", shares={"2026-Q4": 50}).json()
    answer = cast.client("pia").post(f"/api/changes/{lowered.pk}/undo")
    assert answer.json()["code"] == "theme.shares_over_whole"
    patch(cast, second, {"shares": {"2026-Q4": 40}})
    assert cast.client("pia").post(f"/api/changes/{lowered.pk}/undo").status_code == 200
    assert Theme.objects.get(pk=first["id"]).shares == {"2026-Q4": 60}


def test_an_edit_is_one_change_and_a_stale_one_is_refused(cast):
    theme = set_theme(cast).json()
    seen = Change.objects.count()
    patch(cast, theme, {"title": "Broken days"})
    assert Change.objects.count() == seen + 1
    assert patch(cast, theme, {"title": "Late"}).status_code == 412
    assert undo_last(cast).status_code == 200


def test_themes_are_listed_oldest_first_and_found(cast):
    set_theme(cast)
    set_theme(cast, title="Cold chain")
    vera = cast.client("vera")
    listed = vera.get(f"/api/products/{cast.product.pk}/themes").json()
    assert [each["title"] for each in listed] == ["Live day", "Cold chain"]
    hits = vera.get("/api/search", {"q": "Cold chain"}).json()
    assert [hit["kind"] for hit in hits] == ["theme"]
    rows = vera.get("/api/lists/theme", {"product_id": cast.product.pk}).json()["items"]
    assert len(rows) == 2


def test_shares_are_merged_and_summed():
    assert merged({"2026": 1}, {"2026": None}) == {}
    assert overfull({"2026": 50}, [{"2026": 50}, {"2027": 90}]) is None
    assert share_of(1, 0) is None
    assert share_of(1, 4) == 25
