"""The four risks of an idea: what is assumed, how sure one is, and what to test first."""

from __future__ import annotations

from northline.core import links
from northline.core.models import Change
from northline.research.discovery.models import Assumption
from tests.cast import MAKERS
from tests.research.discovery.telling import finished, plan, risks_of, undo, version


def assume(cast, risk, by="carl", **fields):
    return cast.client(by).post(f"/api/ideas/{cast.acme.row('idea').pk}/assumptions", {"risk": risk} | fields)


def edit(cast, row, by="carl", **fields):
    return cast.client(by).patch(f"/api/assumptions/{row['id']}", fields, headers=version(row))


def test_an_idea_has_four_risks_of_which_nothing_is_known_at_first(cast):
    found = risks_of(cast, by="vera")
    assert list(found) == ["valuable", "usable", "feasible", "viable"]
    assert all(one["assumption"] is None and not one["experiments"] for one in found.values())


def test_an_assumption_is_worded_after_its_risk_until_somebody_words_it(cast):
    row = assume(cast, "usable", confidence=40, next_test="Watch three drivers", threshold="3 of 3").json()
    assert row["title"] == "People can use it: A idea"
    assert (row["confidence"], row["exposure"], row["key"]) == (40, 3 * 60, "ASM-1")
    assert row["threshold_set_on"] is not None
    assert edit(cast, row, title="Drivers hit it with gloves on").json()["version"] == 2
    assert risks_of(cast)["usable"]["assumption"]["title"] == "Drivers hit it with gloves on"


def test_each_risk_is_assumed_once_and_undone_may_be_assumed_again(cast):
    first = assume(cast, "viable", confidence=10).json()
    answer = assume(cast, "viable")
    assert (answer.status_code, answer.json()["code"]) == (409, "assumption.exists")
    assert undo(cast, Change.objects.get(object_id=first["id"])).status_code == 200
    assert risks_of(cast)["viable"]["assumption"] is None
    again = assume(cast, "viable", confidence=20).json()
    assert (again["id"], again["confidence"], again["version"]) == (first["id"], 20, 3)
    assert Assumption.objects.count() == 1


def test_confidence_is_a_percentage_and_importance_ends_at_five(cast):
    for wrong in ({"confidence": 101}, {"confidence": -1}, {"importance": 0}, {"importance": 6}):
        assert assume(cast, "viable", **wrong).status_code == 422


def test_a_strangers_member_owns_nothing(cast):
    assert assume(cast, "viable", owner_id=str(cast.nora.pk)).status_code == 404


def test_a_threshold_moves_after_its_result_only_with_a_reason_which_is_recorded(cast):
    finished(cast, 4)
    row = risks_of(cast)["valuable"]["assumption"]
    answer = edit(cast, row, threshold="Two fleets pay")
    assert (answer.status_code, answer.json()["code"]) == (422, "assumption.threshold_after_results")
    assert risks_of(cast)["valuable"]["assumption"] == row
    changed = edit(cast, row, threshold="Two fleets pay", reason="One of five went bankrupt")
    assert changed.json()["threshold"] == "Two fleets pay"
    assert Change.objects.latest("seq").reason == "One of five went bankrupt"


def test_before_any_result_a_threshold_moves_freely(cast):
    plan(cast)
    row = risks_of(cast)["valuable"]["assumption"]
    assert edit(cast, row, threshold="Three of five").status_code == 200


def test_insights_speak_for_and_against_a_risk(cast):
    row = Assumption.objects.get(pk=assume(cast, "valuable").json()["id"])
    against = MAKERS["insight"](cast.acme)
    links.link("supports", cast.acme.row("insight"), target=row, by=cast.acme.scope)
    links.link("contradicts", against, target=row, by=cast.acme.scope)
    found = risks_of(cast)["valuable"]
    assert [one["insight"]["key"] for one in found["insights_for"]] == [cast.acme.row("insight").key]
    assert [one["insight"]["key"] for one in found["insights_against"]] == [against.key]


def test_the_risks_of_an_idea_take_as_many_queries_however_much_is_known(cast, django_assert_max_num_queries):
    address, client = f"/api/ideas/{cast.acme.row('idea').pk}/risks", cast.client("carl")
    plan(cast)
    with django_assert_max_num_queries(12) as few:
        client.get(address)
    count = len(few)
    for risk in ("usable", "feasible", "viable"):
        plan(cast, risk=risk)
        finished(cast, 3, risk=risk)
    with django_assert_max_num_queries(count):
        assert len(client.get(address).json()["risks"]) == 4


def riskiest(cast, by="vera"):
    return cast.client(by).get(f"/api/products/{cast.product.pk}/riskiest-assumptions").json()


def test_the_most_exposed_risk_comes_first(cast):
    assume(cast, "usable", confidence=30, importance=5)
    assume(cast, "viable", confidence=90, importance=5)
    assume(cast, "feasible", confidence=30, importance=2)
    assert [(one["risk"], one["exposure"]) for one in riskiest(cast)] == [
        ("usable", 350),
        ("feasible", 140),
        ("viable", 50),
    ]


def test_of_an_idea_that_is_explored_what_nobody_wrote_down_is_a_risk_too(cast):
    assume(cast, "valuable", confidence=99)
    idea = cast.acme.row("idea")
    address = f"/api/ideas/{idea.pk}"
    assert len(riskiest(cast)) == 1
    cast.client("carl").patch(address, {"status": "exploring"}, headers={"if-match": '"1"'})
    assert [(one["risk"], one["assumption"] is None) for one in riskiest(cast)] == [
        ("usable", True),
        ("feasible", True),
        ("viable", True),
        ("valuable", False),
    ]
    cast.client("carl").patch(address, {"status": "dropped"}, headers={"if-match": '"2"'})
    assert riskiest(cast) == []


def test_what_is_tested_already_is_said(cast):
    row = plan(cast).json()
    assert riskiest(cast)[0]["experiment"]["key"] == row["key"]


def test_assumptions_are_listed_with_the_most_exposed_first(cast):
    assume(cast, "usable", confidence=80)
    assume(cast, "viable", confidence=10)
    listed = cast.client("vera").get("/api/lists/assumption", {"product_id": str(cast.product.pk)}).json()
    assert [row["risk"] for row in listed["items"]] == ["viable", "usable"]
