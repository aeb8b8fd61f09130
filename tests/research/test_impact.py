"""Impact: what evidence weighs, alike in Python, which explains it, and in the database, which sorts by it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from northline.core import editing, links
from northline.research import rules
from northline.research.actions import name_opportunity, note_customer, note_insight, propose_idea
from northline.research.queries import impact_of
from northline.research.schemas import show_impact

DAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("evidence", "value", "age", "expected"),
    [
        ("opinion", None, 0, 1.0),
        ("paid", None, 0, 8.0),
        ("request", 10_000, 0, 3.0),
        ("request", 9_999, 0, 2.0),
        ("behaviour", 250_000, 0, 9.0),
        ("behaviour", 250_000, 180, 4.5),
        ("experiment", 60_000, 360, 2.5),
        ("opinion", 0, -5, 1.0),
    ],
)
def test_points_are_strength_times_value_times_freshness(evidence, value, age, expected):
    found = rules.points(evidence, value=value, day=DAY - timedelta(days=age), today=DAY)
    assert found.total == pytest.approx(expected)


def test_stronger_evidence_and_larger_customers_never_count_less():
    strengths = list(rules.STRENGTH.values())
    assert strengths == sorted(set(strengths))
    weights = [rules.value_weight(value) for value in (None, 0, 10_000, 50_000, 250_000, 10**12)]
    assert weights == sorted(weights)


@pytest.fixture
def scope(cast):
    return cast.scope("pia")


def note(cast, scope, target, *, days_ago=0, customer=None, **fields):
    day = timezone.localdate() - timedelta(days=days_ago)
    given = {"title": "Seen", "observed_on": day, "customer_id": customer and customer.pk} | fields
    row = note_insight(cast.product, fields=given, by=scope)
    links.link("supports", row, target=target, by=scope)
    return row


def listed(cast, kind):
    items = cast.client("vera").get(f"/api/lists/{kind}", {"sort": "-impact"}).json()["items"]
    return {item["key"]: item["fields"]["impact"] for item in items}


def told(cast, row):
    plural = {"opportunity": "opportunities", "idea": "ideas"}[row.KIND]
    return cast.client("vera").get(f"/api/{plural}/{row.pk}/impact").json()


def test_an_impact_names_what_every_insight_gives(cast, scope):
    need = name_opportunity(cast.product, fields={"title": "A need"}, by=scope)
    company = note_customer(title="Kestrel", value=60_000, by=scope)
    dana = note_customer(title="Dana", type="person", company_id=company.pk, by=scope)
    strong = note(cast, scope, need, evidence="paid", customer=dana, days_ago=180)
    weak = note(cast, scope, need)
    found = told(cast, need)
    assert (found["score"], found["half_life_days"]) == (pytest.approx(9.0), rules.HALF_LIFE_DAYS)
    assert [(part["insight"]["key"], part["points"]) for part in found["parts"]] == [
        (strong.key, pytest.approx(8.0)),
        (weak.key, pytest.approx(1.0)),
    ]
    first = found["parts"][0]
    factors = [first[name] for name in ("strength", "value_weight", "freshness")]
    assert factors == [8.0, 2.0, pytest.approx(0.5)]
    assert (first["customer"]["title"], first["evidence"]) == ("Dana", "paid")


def test_the_list_sorts_by_the_same_impact_that_is_explained(cast, scope):
    larger = name_opportunity(cast.product, fields={"title": "Larger"}, by=scope)
    smaller = name_opportunity(cast.product, fields={"title": "Smaller"}, by=scope)
    silent = name_opportunity(cast.product, fields={"title": "Silent"}, by=scope)
    own = note_customer(title="Dana", type="person", value=12_000, by=scope)
    for days_ago, evidence, customer in ((0, "experiment", own), (77, "behaviour", None), (500, "paid", own)):
        note(cast, scope, larger, evidence=evidence, customer=customer, days_ago=days_ago)
    note(cast, scope, smaller, evidence="request", observed_on=None)
    found = listed(cast, "opportunity")
    assert list(found) == [larger.key, smaller.key, silent.key]
    for row in (larger, smaller, silent):
        assert found[row.key] == pytest.approx(told(cast, row)["score"])
    assert (found[smaller.key], found[silent.key]) == (pytest.approx(2.0), 0)


def test_archived_evidence_counts_no_more(cast, scope):
    idea = propose_idea(cast.product, fields={"title": "An idea"}, by=scope)
    insight = note(cast, scope, idea, evidence="request")
    assert told(cast, idea)["score"] == pytest.approx(2.0)
    editing.archive(insight, expected=1, by=scope)
    assert (told(cast, idea)["parts"], listed(cast, "idea")) == ([], {idea.key: 0})


@pytest.mark.parametrize("how_many", [1, 6])
def test_an_explanation_is_one_query(cast, scope, how_many, django_assert_num_queries):
    need = name_opportunity(cast.product, fields={"title": "A need"}, by=scope)
    customer = note_customer(title="Kestrel", by=scope)
    for _ in range(how_many):
        note(cast, scope, need, customer=customer)
    with django_assert_num_queries(1):
        assert len(show_impact(impact_of(need))["parts"]) == how_many
