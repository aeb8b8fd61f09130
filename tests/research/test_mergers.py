"""Merging insights that say the same, and taking them apart again."""

from __future__ import annotations

import json

import pytest

from northline.core import links
from northline.core.models import Change, Link
from northline.core.richtext import of_text
from northline.research.actions import note_customer, note_insight
from northline.research.mergers import queries
from northline.research.models import Insight, Merger


@pytest.fixture
def scope(cast):
    return cast.scope("carl")


@pytest.fixture
def need(cast):
    return cast.acme.row("opportunity")


def note(cast, scope, title, **fields):
    given = {"title": title, "body": of_text(f"{title} is too slow")} | fields
    return note_insight(cast.product, fields=given, by=scope)


@pytest.fixture
def pair(cast, scope):
    """Two insights that say the same: the duplicate and the one to keep."""
    return note(cast, scope, "Twin"), note(cast, scope, "Kept")


def send(cast, method, row, body=None, *, by="carl"):
    row.refresh_from_db()
    headers = {"if-match": f'"{row.version}"'}
    return cast.client(by).generic(method, f"/api/insights/{row.pk}/merger", body or "", headers=headers)


def merge(cast, row, into, *, by="carl"):
    return send(cast, "POST", row, {"into": into.pk}, by=by)


def state():
    """Everything that a merger touches."""
    return {
        "links": sorted(Link.objects.values_list("pk", "type", "source_id", "target_id")),
        "insights": sorted(Insight.objects.values_list("pk", "archived_at", "merger", "customer", "state")),
        "mergers": list(Merger.objects.values_list("pk", "kept")),
    }


def listed(cast, address="/api/lists/insight", **query):
    return {row["key"] for row in cast.client("vera").get(address, query).json()["items"]}


def undo(cast):
    change = cast.client("carl").get("/api/me/last-change").json()
    return cast.client("carl").post(f"/api/changes/{change['id']}/undo")


def test_a_merged_insight_shows_where_it_went_and_is_listed_no_more(cast, pair):
    twin, kept = pair
    answer = merge(cast, twin, kept)
    assert (answer.status_code, answer.json()["merged_into"]["key"]) == (200, kept.key)
    read = cast.client("vera").get(f"/api/insights/{twin.pk}").json()
    assert (read["merged_into"]["key"], read["state"]) == (kept.key, "archived")
    for query in ({}, {"archived": "true"}):
        assert twin.key not in listed(cast, **query) | listed(cast, "/api/insights", **query)
    found = cast.client("vera").get("/api/search", {"q": "twin"}).json()
    assert twin.key not in json.dumps(found)
    [merged] = cast.client("vera").get(f"/api/insights/{kept.pk}/merged").json()
    assert (merged["insight"]["key"], merged["by"]["name"]) == (twin.key, "Carl")


def test_links_go_along_and_the_evidence_counts_once(cast, scope, pair, need):
    twin, kept = pair
    idea = cast.acme.row("idea")
    for source, target in ((twin, need), (kept, need), (twin, idea)):
        links.link("supports", source, target=target, by=scope)
    assert merge(cast, twin, kept).status_code == 200
    assert set(Link.objects.values_list("source_id", "target_id")) == {(kept.pk, need.pk), (kept.pk, idea.pk)}
    for path in (f"opportunities/{need.pk}", f"ideas/{idea.pk}"):
        impact = cast.client("vera").get(f"/api/{path}/impact").json()
        assert [part["insight"]["key"] for part in impact["parts"]] == [kept.key]


@pytest.mark.parametrize("how", ["undo", "unmerge"])
def test_all_comes_back_as_it_was(cast, scope, pair, need, how):
    twin, kept = pair
    Insight.objects.filter(pk=twin.pk).update(customer=cast.acme.row("customer"))
    for source, target in ((twin, need), (kept, need), (twin, cast.acme.row("idea"))):
        links.link("supports", source, target=target, by=scope)
    before = state()
    assert merge(cast, twin, kept).status_code == 200
    assert state() != before
    assert (undo(cast) if how == "undo" else send(cast, "DELETE", twin)).status_code == 200
    assert state() == before


def test_undo_of_taking_apart_merges_again(cast, scope, pair, need):
    twin, kept = pair
    links.link("supports", twin, target=need, by=scope)
    merge(cast, twin, kept)
    send(cast, "DELETE", twin)
    assert undo(cast).status_code == 200
    twin.refresh_from_db()
    assert (twin.evidence_id, Link.objects.get().source_id) == (kept.pk, kept.pk)


def test_a_merger_is_one_change_with_its_echo_at_the_one_that_is_kept(cast, pair):
    twin, kept = pair
    merge(cast, twin, kept)
    merged, echo = Change.objects.order_by("seq").filter(verb__in=["merged", "took_in"])
    assert (merged.object_key, merged.after["into"]["key"]) == (twin.key, kept.key)
    assert (echo.object_key, echo.cause, echo.undo) == (kept.key, merged, {})


def test_the_customer_goes_along_where_the_kept_one_has_none(cast, scope, pair):
    twin, kept = pair
    customer = cast.acme.row("customer")
    Insight.objects.filter(pk=twin.pk).update(customer=customer)
    merge(cast, twin, kept)
    kept.refresh_from_db()
    assert kept.customer_id == customer.pk
    other = note_customer(title="Other", by=scope)
    third = note(cast, scope, "Third", customer_id=other.pk)
    merge(cast, third, kept)
    kept.refresh_from_db()
    assert kept.customer_id == customer.pk
    # Both have said it, so it is found with either, and counted with either.
    for one in (customer, other):
        assert listed(cast, "/api/insights", customer_id=one.pk) == {kept.key}
    rows = cast.client("vera").get("/api/lists/customer").json()["items"]
    assert {row["key"]: row["fields"]["insights"] for row in rows} == {customer.key: 1, other.key: 1}


def test_quotes_of_a_merged_insight_still_speak(cast, pair, need):
    twin, kept = pair
    body = {"quote": "too slow", "target_kind": "opportunity", "target_id": need.pk, "importance": 5}
    assert cast.client("carl").post(f"/api/insights/{twin.pk}/highlights", body).status_code == 201
    merge(cast, twin, kept)
    [quote] = cast.client("vera").get(f"/api/opportunities/{need.pk}/highlights").json()
    assert (quote["insight"]["key"], quote["start"] is None) == (twin.key, False)
    impact = cast.client("vera").get(f"/api/opportunities/{need.pk}/impact").json()
    assert [part["importance"] for part in impact["parts"]] == [pytest.approx(5 / 3)]
    rows = cast.client("vera").get("/api/lists/opportunity").json()["items"]
    assert rows[0]["fields"]["impact"] == pytest.approx(impact["score"])


def test_what_was_merged_into_a_duplicate_goes_along_and_comes_back(cast, scope, pair, need):
    twin, kept = pair
    first = note(cast, scope, "First")
    links.link("supports", first, target=need, by=scope)
    merge(cast, first, twin)
    before = state()
    merge(cast, twin, kept)
    assert cast.client("vera").get(f"/api/insights/{first.pk}").json()["merged_into"]["key"] == kept.key
    assert Link.objects.get().source_id == kept.pk
    send(cast, "DELETE", twin)
    assert state() == before
    merge(cast, twin, kept)
    assert send(cast, "DELETE", first).status_code == 200
    assert Link.objects.get().source_id == first.pk


@pytest.mark.parametrize("which", ["archival", "patch", "highlights"])
def test_a_merged_insight_is_changed_where_it_went(cast, pair, need, which):
    twin, kept = pair
    merge(cast, twin, kept)
    twin.refresh_from_db()
    carl, headers = cast.client("carl"), {"if-match": f'"{twin.version}"'}
    path = f"/api/insights/{twin.pk}"
    body = {"quote": "too slow", "target_kind": "opportunity", "target_id": need.pk}
    answers = {
        "archival": lambda: carl.delete(f"{path}/archival", headers=headers),
        "patch": lambda: carl.patch(path, {"title": "Other"}, headers=headers),
        "highlights": lambda: carl.post(f"{path}/highlights", body),
    }
    answer = answers[which]()
    assert (answer.status_code, answer.json()["code"]) == (409, "insight.merged")
    assert kept.key in answer.json()["detail"]


def test_what_cannot_be_merged_is_refused(cast, scope, pair):
    twin, _ = pair
    archived = cast.acme.row("archived_insight")
    other = note_insight(cast.product, fields={"title": "Elsewhere"}, by=scope)
    product = cast.client("ada").post("/api/products", {"title": "Second"}).json()
    Insight.objects.filter(pk=other.pk).update(product=product["id"])
    met = {
        "same": merge(cast, twin, twin, by="ada"),
        "archived": merge(cast, twin, archived, by="ada"),
        "other": merge(cast, twin, other, by="ada"),
        "not merged": send(cast, "DELETE", twin, by="ada"),
    }
    assert {name: answer.json()["code"] for name, answer in met.items()} == {
        "same": "insight.same",
        "archived": "insight.put_away",
        "other": "insight.other_product",
        "not merged": "insight.not_merged",
    }
    assert not Merger.objects.exists()


@pytest.mark.parametrize("how_many", [1, 3])
def test_what_was_merged_is_one_query(cast, scope, pair, how_many, django_assert_num_queries):
    _, kept = pair
    for number in range(how_many):
        merge(cast, note(cast, scope, f"Number {number}"), kept)
    with django_assert_num_queries(1):
        rows = list(queries.merged_into(kept))
        assert [row.duplicate.title for row in rows] == [f"Number {n}" for n in reversed(range(how_many))]
