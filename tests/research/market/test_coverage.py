"""Personas, and about what they were heard when."""

from __future__ import annotations

import csv
import io
from datetime import timedelta

import pytest
from django.utils import timezone

from northline.core import links
from northline.core.models import Change
from northline.research.discovery.actions.branches import mark_branch
from northline.research.discovery.models import Experiment
from northline.research.market.models import JobToBeDone, Persona
from northline.research.models import Customer, Idea, Insight, Opportunity
from tests.cast import MAKERS, _made


@pytest.fixture
def home(cast):
    return cast.acme


def made(home, model, title, **fields):
    row = _made(model, **fields)(home)
    model.objects.filter(pk=row.pk).update(title=title)
    row.title = title
    return row


def join(home, name, source, target):
    links.link(name, source, target=target, by=home.scope)


def heard(home, persona, target, *, days, name="supports"):
    """An insight of so many days ago that speaks for the persona and bears on the target."""
    day = timezone.localdate() - timedelta(days=days)
    insight = made(home, Insight, f"{days} days ago", observed_on=day)
    join(home, "speaks_for", insight, persona)
    join(home, name, insight, target)
    return insight


def coverage(cast, by="vera", **query):
    return cast.client(by).get(f"/api/products/{cast.product.pk}/research-coverage", query).json()


def cells(found):
    """(pieces, days since, silent) by the titles of persona and opportunity."""
    names = {one["id"]: one["title"] for one in found["personas"] + found["opportunities"]}
    return {
        (names[one["persona_id"]], names[one["opportunity_id"]]): (
            one["pieces"],
            one["last_heard_on"],
            one["silent"],
        )
        for one in found["cells"]
    }


def ago(days):
    return str(timezone.localdate() - timedelta(days=days))


def test_coverage_tells_when_each_persona_was_last_heard_about_each_need(cast, home):
    dispatcher, driver = (made(home, Persona, title) for title in ("Dispatcher", "Driver"))
    branch = made(home, Opportunity, "Re-plan")
    leaf = made(home, Opportunity, "See the price", parent=branch)
    heard(home, dispatcher, leaf, days=90)
    heard(home, dispatcher, leaf, days=200)
    heard(home, driver, branch, days=91)
    found = coverage(cast)
    assert cells(found) == {
        ("Dispatcher", "Re-plan"): (2, ago(90), False),  # what is heard below counts above
        ("Dispatcher", "See the price"): (2, ago(90), False),
        ("Driver", "Re-plan"): (1, ago(91), True),
        ("Driver", "See the price"): (0, None, True),
    }
    assert (found["silent"], [one["silent"] for one in found["personas"]]) == (2, [0, 2])
    assert [one["opportunity"]["title"] for one in found["gaps"]] == ["See the price", "Re-plan"]
    assert coverage(cast, days=91)["silent"] == 1


def test_evidence_reaches_a_need_through_ideas_assumptions_and_experiments(cast, home):
    persona, need = made(home, Persona, "Driver"), made(home, Opportunity, "Reasons")
    idea = home.row("idea")
    join(home, "addresses", idea, need)
    assumption = home.row("assumption")
    heard(home, persona, idea, days=30)
    heard(home, persona, assumption, days=20, name="contradicts")
    experiment = home.row("running_experiment")
    join(home, "speaks_for", experiment, persona)
    Experiment.objects.filter(pk=experiment.pk).update(starts_on=ago(10))
    assert cells(coverage(cast)) == {("Driver", "Reasons"): (3, ago(10), False)}
    query = {"persona_id": str(persona.pk), "opportunity_id": str(need.pk)}
    here = f"/api/products/{cast.product.pk}/research-coverage/evidence"
    told = cast.client("vera").get(here, query).json()
    assert [(one["evidence"]["kind"], one["heard_on"]) for one in told] == [
        ("experiment", ago(10)),
        ("insight", ago(20)),
        ("insight", ago(30)),
    ]


def test_a_customer_speaks_for_whom_it_is_like_unless_the_insight_says_another(cast, home):
    dispatcher, driver = (made(home, Persona, title) for title in ("Dispatcher", "Driver"))
    need, dana = home.row("opportunity"), made(home, Customer, "Dana", type="person")
    join(home, "fits", dana, dispatcher)
    said, meant = (made(home, Insight, title, customer=dana) for title in ("Said", "Meant"))
    nobodys = made(home, Insight, "Nobody's")
    for insight in (said, meant, nobodys):
        join(home, "supports", insight, need)
    join(home, "speaks_for", meant, driver)
    found = coverage(cast)
    assert [pieces for pieces, _, _ in cells(found).values()] == [1, 1]
    assert found["nameless"] == 1
    for persona, title in ((dispatcher, "Said"), (driver, "Meant")):
        voices = cast.client("vera").get(f"/api/personas/{persona.pk}/voices").json()
        assert [one["evidence"]["title"] for one in voices["heard"]] == [title]


def test_the_most_pressing_gap_is_told_first_and_settled_branches_are_none(cast, home):
    few = made(home, Persona, "Few", share=5)
    made(home, Persona, "Many", share=60)
    target, plain, settled = (made(home, Opportunity, title) for title in ("Target", "Plain", "Settled"))
    job = made(home, JobToBeDone, "Arrive")
    join(home, "done_by", job, few)
    join(home, "helps_with", plain, job)
    mark_branch(target, expected=1, fields={"is_target": True}, by=home.scope)
    mark_branch(settled, expected=1, fields={"status": "solved"}, by=home.scope)
    found = coverage(cast)
    order = [(one["persona"]["title"], one["opportunity"]["title"]) for one in found["gaps"]]
    assert order == [("Few", "Plain"), ("Many", "Target"), ("Few", "Target"), ("Many", "Plain")]
    assert [(one["is_target"], one["has_job"]) for one in found["gaps"]][:3] == [
        (False, True),
        (True, False),
        (True, False),
    ]


def test_a_planned_interview_waits_for_its_day_and_counts_from_then_on(cast, home):
    persona, need = made(home, Persona, "Driver"), made(home, Opportunity, "Reasons")
    here, carl = f"/api/products/{cast.product.pk}/research-coverage/interviews", cast.client("carl")
    body = {"persona_id": str(persona.pk), "opportunity_id": str(need.pk)}
    late = carl.post(here, body | {"on": ago(1)})
    assert (late.status_code, late.json()["code"]) == (422, "interview.in_the_past")
    row = carl.post(here, body | {"on": ago(-5)}).json()
    assert (row["title"], row["state"], row["source"]) == (
        "Interview: Driver on “Reasons”",
        "snoozed",
        "interview",
    )
    found = coverage(cast)
    assert (found["silent"], found["gaps"][0]["planned_for"]) == (1, ago(-5))
    assert cells(found) == {("Driver", "Reasons"): (0, None, True)}
    # What is yet to be heard weighs nothing.
    assert cast.client("vera").get(f"/api/opportunities/{need.pk}/impact").json()["score"] == 0
    assert cast.client("vera").get("/api/lists/opportunity").json()["items"][0]["fields"]["impact"] == 0
    Insight.objects.update(observed_on=ago(0))
    assert cells(coverage(cast)) == {("Driver", "Reasons"): (1, ago(0), False)}
    assert cast.client("vera").get(f"/api/opportunities/{need.pk}/impact").json()["score"] > 0
    undone = Change.objects.get(verb="planned")
    assert carl.post(f"/api/changes/{undone.pk}/undo", {}).status_code == 200
    assert Insight.objects.get().archived_at is not None
    assert cells(coverage(cast)) == {("Driver", "Reasons"): (0, None, True)}


def test_a_persona_of_the_workspace_is_every_products_and_found_in_its_list(cast, home):
    made(home, Persona, "Ours")
    home.row("shared_persona")
    home.row("opportunity")
    assert len(coverage(cast)["personas"]) == 2
    listed = cast.client("vera").get(f"/api/lists/persona?product_id={cast.product.pk}").json()["items"]
    assert {one["title"] for one in listed} == {"Ours", "A persona"}
    # A stakeholder sees what is of a product of theirs.
    assert [one["title"] for one in coverage(cast, by="stan")["personas"]] == ["Ours"]
    assert len(cast.client("stan").get("/api/lists/persona").json()["items"]) == 1


def test_the_list_counts_voices_and_customers_of_a_persona(cast, home):
    persona = made(home, Persona, "Driver", segments=["Food, 45 trucks"])
    heard(home, persona, home.row("opportunity"), days=7)
    join(home, "fits", home.row("customer"), persona)
    Customer.objects.filter(pk=home.row("customer").pk).update(segment="food, 45 trucks")
    fields = cast.client("vera").get("/api/lists/persona").json()["items"][0]["fields"]
    assert (fields["insights"], fields["customers"], fields["last_heard"]) == (1, 1, ago(7))
    where = '[["segments","any_of",["Food, 45 trucks"]]]'
    assert len(cast.client("vera").get("/api/lists/persona", {"where": where}).json()["items"]) == 1
    voices = cast.client("vera").get(f"/api/personas/{persona.pk}/voices").json()
    assert [one["title"] for one in voices["customers"]] == ["A customer"]


def test_coverage_is_exported_and_takes_as_many_queries_however_much_there_is(
    cast, home, django_assert_num_queries
):
    persona = made(home, Persona, "Driver")
    heard(home, persona, made(home, Opportunity, "Reasons"), days=7)
    client, here = cast.client("vera"), f"/api/products/{cast.product.pk}/research-coverage"
    content = b"".join(client.get(f"{here}/export")).decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(content)))[1][1:] == ["Reasons", ago(7)]
    client.get(here)
    with django_assert_num_queries(13):
        client.get(here)
    for number in range(4):
        more = made(home, Persona, f"More {number}")
        need = made(home, Opportunity, f"More {number}")
        heard(home, more, need, days=number)
        join(home, "addresses", MAKERS["idea"](home), need)
    with django_assert_num_queries(13):
        client.get(here)
    assert Idea.objects.count() == 4
