"""Highlights of all insights as a list: found by their words, weighed and let go many at once."""

from __future__ import annotations

import pytest

from northline.core.listing import queries
from northline.core.models import Link
from northline.research.models import Customer, Highlight
from tests.core.listing.asking import asked, bulk, titles
from tests.research.test_highlights import insight, mark, need  # noqa: F401 - fixtures


@pytest.fixture
def marked(cast, insight, need):  # noqa: F811 - the fixtures
    """Two passages of one insight for a need, the second as what decides it."""
    type(insight).objects.filter(pk=insight.pk).update(title="A call", customer=cast.acme.row("customer"))
    for quote, importance in (("six drivers", 3), ("forty minutes", 5)):
        assert mark(cast, insight, need, quote, importance=importance).status_code == 201
    return [{"id": row.pk, "version": row.version} for row in Highlight.objects.order_by("importance")]


def told(cast, name, **query):
    return [item["fields"][name] for item in asked(cast, "highlight", **query).json()["items"]]


def undo(cast, change, by="carl"):
    return cast.client(by).post(f"/api/changes/{change}/undo").status_code


def test_highlights_are_searched_filtered_grouped_and_exported(cast, marked, need, django_assert_num_queries):  # noqa: F811
    assert told(cast, "quote", sort="importance") == ["six drivers", "forty minutes"]
    assert told(cast, "quote", q="drivers") == ["six drivers"]
    assert told(cast, "quote", q=need.title, sort="-importance") == ["forty minutes", "six drivers"]
    assert told(cast, "quote", where=[["importance", "at_least", 4]]) == ["forty minutes"]
    assert told(cast, "quote", where=[["speaks_for", "is", need.title], ["target_kind", "is", "idea"]]) == []
    groups = asked(cast, "highlight", part="/groups", by="speaks_for").json()["items"]
    assert [(group["label"], group["count"]) for group in groups] == [(need.title, 2)]
    file = asked(
        cast, "highlight", part="/export", columns="title,quote,importance,customer", sort="importance"
    )
    customer = Customer.objects.get(workspace=cast.acme.workspace)
    assert file.content.decode("utf-8-sig").splitlines()[:2] == [
        "Insight,Quote,Importance,Customer",
        f"A call,six drivers,3,{customer.key} {customer.title}",
    ]
    item = asked(cast, "highlight").json()["items"][0]
    assert (item["part_of"]["kind"], item["target"]["title"]) == ("insight", need.title)
    scope = cast.scope("vera")
    with django_assert_num_queries(1):
        queries.page(scope, "highlight", queries.Asked(product_id=cast.product.pk))


def test_only_those_are_listed_that_count(cast, marked):
    Link.objects.filter(type="supports").delete()
    assert titles(cast, "highlight") == []


def test_many_are_weighed_at_once_and_weighed_back(cast, marked):
    tried = bulk(cast, "highlight", marked, by="carl", fields={"importance": 4}, dry_run=True).json()
    assert (tried["changed"], [one["changes"][0]["before"] for one in tried["items"]]) == (2, [3, 5])
    done = bulk(cast, "highlight", marked, by="carl", fields={"importance": 4}).json()
    assert told(cast, "importance") == [4, 4]
    assert undo(cast, done["change"]) == 200
    assert told(cast, "importance", sort="importance") == [3, 5]


def test_many_are_let_go_at_once_and_marked_again(cast, marked):
    tried = bulk(cast, "highlight", marked, by="carl", removed=True, dry_run=True).json()
    assert (tried["changed"], tried["refused"], Highlight.objects.count()) == (2, 0, 2)
    done = bulk(cast, "highlight", marked, by="carl", removed=True, reason="Of another need").json()
    assert (done["changed"], [one["item"] for one in done["items"]]) == (2, [None, None])
    assert Highlight.objects.count() == 0
    assert undo(cast, done["change"]) == 200
    assert told(cast, "quote", sort="importance") == ["six drivers", "forty minutes"]


def test_who_does_not_contribute_changes_none(cast, marked):
    for body in ({"fields": {"importance": 1}}, {"removed": True}):
        assert bulk(cast, "highlight", marked, by="vera", **body).status_code == 403
    for body in (
        {"fields": {"quote": "Mine"}},
        {"archived": True},
        {"fields": {"importance": 1}, "removed": True},
    ):
        assert bulk(cast, "highlight", marked, by="carl", **body).status_code == 422
    stale = [marked[0] | {"version": 9}]
    for body in ({"fields": {"importance": 1}}, {"removed": True}):
        assert bulk(cast, "highlight", stale, by="carl", **body).status_code == 412
