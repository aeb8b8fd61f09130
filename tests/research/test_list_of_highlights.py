"""Highlights of all insights as a list: found by their words, weighed and let go many at once."""

from __future__ import annotations

from types import SimpleNamespace
from uuid import UUID

import pytest

from northline.core import links
from northline.core.listing import queries
from northline.core.models import Change, Link
from northline.research.models import Customer, Highlight
from tests.core.listing.asking import asked, bulk, make, titles
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


def lead(cast, marked, target, *, by="carl", **more):
    fields = {"target_kind": target.KIND, "target_id": str(target.pk)}
    return bulk(cast, "highlight", marked, by=by, fields=fields, **more)


def supported():
    return set(Link.objects.filter(type="supports").values_list("target_id", flat=True))


@pytest.mark.parametrize("kind", ["idea", "opportunity"])
def test_many_are_led_to_another_target_with_their_link_and_back_by_one_undo(cast, marked, need, kind):  # noqa: F811
    other = make(cast, "ideas" if kind == "idea" else "opportunities", title="Routes", by="carl")
    other = SimpleNamespace(pk=other["id"], KIND=kind)
    tried = lead(cast, marked, other, dry_run=True).json()
    told_of = [{one["field"]: one["after"] for one in item["changes"]} for item in tried["items"]]
    assert [one["speaks_for"] for one in told_of] == ["Routes", "Routes"]
    assert supported() == {need.pk}
    done = lead(cast, marked, other, reason="Another need").json()
    assert (done["changed"], set(told(cast, "speaks_for"))) == (2, {"Routes"})
    assert supported() == {UUID(other.pk)}
    steps = Change.objects.filter(verb="led").values_list("before__target__key", "reason")
    assert list(steps) == [(need.key, "Another need")] * 2
    assert undo(cast, done["change"]) == 200
    assert told(cast, "speaks_for") == [need.title] * 2
    assert supported() == {need.pk}


def test_the_link_stays_as_long_as_another_passage_rests_on_it(cast, marked, need):  # noqa: F811
    idea = cast.acme.row("idea")
    done = lead(cast, marked[:1], idea).json()
    assert supported() == {need.pk, idea.pk}
    assert undo(cast, done["change"]) == 200
    assert supported() == {need.pk}


def test_a_link_that_stood_there_before_stays_when_passages_are_led_back(cast, marked, insight, need):  # noqa: F811
    idea = cast.acme.row("idea")
    links.link("supports", insight, target=idea, by=cast.scope("carl"))
    done = lead(cast, marked, idea).json()
    assert undo(cast, done["change"]) == 200
    assert supported() == {need.pk, idea.pk}


def test_a_passage_that_is_marked_there_already_is_refused_before_and_nothing_is_changed(
    cast,
    marked,
    insight,  # noqa: F811
    need,  # noqa: F811
):
    idea = cast.acme.row("idea")
    mark(cast, insight, idea, "six drivers")
    tried = lead(cast, marked, idea, dry_run=True).json()
    refused = [item["refusal"] and item["refusal"]["code"] for item in tried["items"]]
    assert refused == ["highlight.exists", None]
    answer = lead(cast, marked, idea)
    assert (answer.status_code, answer.json()["code"]) == (409, "highlight.exists")
    assert f"marked for {idea.key} already" in answer.json()["detail"]
    assert Highlight.objects.filter(target_id=need.pk).count() == 2


def test_a_target_is_named_whole_and_found_by_those_who_may_read_it(cast, marked):
    strange = cast.beyond.row("idea")
    assert lead(cast, marked, strange).status_code == 404
    assert lead(cast, marked, cast.acme.row("idea"), by="vera").status_code == 403
    for fields in (
        {"target_id": str(cast.acme.row("idea").pk)},
        {"target_kind": "idea"},
        {"target_id": None},
    ):
        assert bulk(cast, "highlight", marked, by="carl", fields=fields).status_code == 422
    stale = [marked[0] | {"version": 9}]
    for target in (cast.acme.row("idea"), cast.acme.row("opportunity")):
        assert lead(cast, stale, target).status_code == 412


def test_one_is_weighed_and_led_at_once(cast, marked):
    idea = cast.acme.row("idea")
    body = {"importance": 1, "target_kind": "idea", "target_id": idea.pk}
    path, headers = f"/api/highlights/{marked[0]['id']}", {"if-match": f'"{marked[0]["version"]}"'}
    answer = cast.client("carl").patch(path, body, headers=headers)
    assert (answer.status_code, answer.json()["importance"], answer.json()["target"]["key"]) == (
        200,
        1,
        idea.key,
    )
