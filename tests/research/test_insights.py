"""Evidence: who notes it, what it must hold, how it is found."""

from __future__ import annotations

import pytest

from northline.core.models import Change
from northline.research import queries, schemas
from northline.research.models import Insight


def note(cast, *, by="carl", **fields):
    return cast.client(by).post(
        "/api/insights", {"product_id": cast.product.pk, "title": "Too slow"} | fields
    )


def patch(cast, row, body, *, by="carl", version=1):
    headers = {"if-match": f'"{version}"'} if version else {}
    return cast.client(by).patch(f"/api/insights/{row.pk}", body, headers=headers)


def titles(cast, *, by="vera", **wanted):
    return [row["title"] for row in cast.client(by).get("/api/insights", wanted).json()["items"]]


def test_an_insight_names_its_source_customer_and_tags(cast):
    customer = cast.acme.row("customer")
    answer = note(cast, source="interview", customer_id=customer.pk, tags=[" Speed ", "plan"], body="It lags")
    assert (answer.status_code, answer.headers["ETag"]) == (201, '"1"')
    found = answer.json()
    assert (found["key"], found["source"], found["tags"]) == ("INS-1", "interview", ["speed", "plan"])
    assert found["customer"]["key"] == customer.key
    assert found["body"]["content"][0]["content"] == [{"type": "text", "text": "It lags"}]


@pytest.mark.parametrize("name", ["vera", "stan"])
def test_a_viewer_may_read_insights_and_not_change_them(cast, name):
    insight = cast.acme.row("insight")
    assert note(cast, by=name).status_code == 403
    assert patch(cast, insight, {"title": "x"}, by=name).status_code == 403
    found = cast.client(name).get(f"/api/insights/{insight.pk}").json()
    assert (found["title"], found["can"]["edit"]) == (insight.title, False)


def test_a_stranger_finds_no_insight(cast):
    insight = cast.acme.row("insight")
    assert cast.client("nora").get(f"/api/insights/{insight.pk}").status_code == 404
    assert patch(cast, insight, {"title": "x"}, by="nora").status_code == 404
    assert note(cast, by="nora").status_code == 404
    assert titles(cast, by="nora") == []


def test_a_strangers_customer_is_not_found(cast):
    foreign = cast.beyond.row("customer").pk
    assert note(cast, customer_id=foreign).status_code == 404
    assert patch(cast, cast.acme.row("insight"), {"customer_id": foreign}).status_code == 404


@pytest.mark.parametrize(
    "broken",
    [
        {"title": "  "},
        {"title": "x" * 301},
        {"source": "gossip"},
        {"tags": ["x" * 41]},
        {"tags": ["x"] * 21},
        {"body": {"type": "script"}},
        {"surprise": 1},
    ],
)
def test_what_an_insight_cannot_hold_is_refused(cast, broken):
    answer = note(cast, **broken)
    assert (answer.status_code, answer.json()["code"]) == (422, "input.invalid")
    assert not Insight.objects.exists()


def test_an_insight_without_a_version_or_with_an_old_one_is_not_changed(cast):
    insight = cast.acme.row("insight")
    assert patch(cast, insight, {"title": "x"}, version=0).status_code == 428
    assert patch(cast, insight, {"title": "First"}).status_code == 200
    answer = patch(cast, insight, {"title": "Second"})
    assert (answer.status_code, answer.json()["current"]["title"]) == (412, "First")


@pytest.mark.parametrize("field", ["title", "body", "source", "tags"])
def test_what_must_be_there_cannot_be_set_to_null(cast, field):
    assert patch(cast, cast.acme.row("insight"), {field: None}).status_code == 422


def test_an_insight_can_lose_its_customer_and_find_it_again_by_undo(cast):
    customer = cast.acme.row("customer")
    insight = Insight.objects.get(pk=note(cast, customer_id=customer.pk).json()["id"])
    assert patch(cast, insight, {"customer_id": None}).json()["customer"] is None
    change = Change.objects.order_by("-seq")[0]
    assert cast.client("carl").post(f"/api/changes/{change.pk}/undo").status_code == 200
    insight.refresh_from_db()
    assert insight.customer_id == customer.pk


def test_insights_are_found_by_every_word_tag_source_and_customer(cast):
    customer = cast.acme.row("customer")
    note(
        cast,
        title="Slow plan",
        body="It lags on Mondays",
        tags=["speed"],
        source="data",
        customer_id=customer.pk,
    )
    note(cast, title="Slow chart", tags=["speedy"])
    assert titles(cast, q="slow") == ["Slow chart", "Slow plan"]
    for wanted in ({"q": "slow lags"}, {"q": "ins-1"}, {"tag": "Speed"}, {"source": "data"}):
        assert titles(cast, **wanted) == ["Slow plan"]
    assert titles(cast, customer_id=customer.pk) == ["Slow plan"]
    assert titles(cast, q="slow fast") == []


def test_words_are_found_after_the_body_changed(cast):
    insight = cast.acme.row("insight")
    patch(cast, insight, {"body": "Nightly exports"})
    assert titles(cast, q="nightly") == [insight.title]


def test_an_archived_insight_is_listed_apart(cast):
    insight, carl = cast.acme.row("insight"), cast.client("carl")
    assert carl.post(f"/api/insights/{insight.pk}/archival", headers={"if-match": '"1"'}).status_code == 200
    assert (titles(cast), titles(cast, archived=True)) == ([], [insight.title])
    assert carl.delete(f"/api/insights/{insight.pk}/archival", headers={"if-match": '"2"'}).status_code == 200
    assert titles(cast) == [insight.title]


def test_whoever_contributes_anywhere_notes_customers(cast):
    assert cast.client("carl").post("/api/customers", {"title": "Beta"}).status_code == 201
    assert cast.client("vera").post("/api/customers", {"title": "Beta"}).status_code == 403
    assert cast.client("stan").post("/api/customers", {"title": "Beta"}).status_code == 403


def test_a_stakeholder_does_not_see_the_customers(cast):
    cast.acme.row("customer")
    assert cast.client("stan").get("/api/customers").json()["items"] == []
    assert len(cast.client("vera").get("/api/customers").json()["items"]) == 1


@pytest.mark.parametrize("how_many", [1, 8])
def test_a_list_of_insights_is_one_query(cast, how_many, django_assert_num_queries):
    for _ in range(how_many):
        note(cast, customer_id=cast.acme.row("customer").pk)
    scope = cast.scope("vera")
    with django_assert_num_queries(1):
        rows = queries.matching(
            scope, Insight.objects.select_related("customer"), product_id=None, q="", archived=False
        )
        assert len([schemas.show_insight(row, scope) for row in rows]) == how_many
