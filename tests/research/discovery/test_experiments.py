"""Experiments: what confirms them is fixed before they start, and a person takes up what they say."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from northline.core.models import Change
from northline.research.discovery.models import Assumption, Experiment, Weighing
from tests.research.discovery.telling import act, finished, plan, risks_of, undo, version


def edit(cast, row, **fields):
    return cast.client("carl").patch(f"/api/experiments/{row['id']}", fields, headers=version(row))


def test_an_experiment_brings_the_assumption_that_it_tests(cast):
    row = plan(cast).json()
    assert (row["key"], row["state"], row["risk"]) == ("EXP-1", "planned", "valuable")
    assert row["assumption"]["title"] == "People want it: A idea"
    assert plan(cast).json()["assumption"] == row["assumption"]
    assert Assumption.objects.count() == 1
    # Undone, it leaves what must be true.
    assert undo(cast, Change.objects.get(object_id=row["id"])).status_code == 200
    assert risks_of(cast)["valuable"]["assumption"] is not None


def test_it_runs_from_its_start_to_a_verdict(cast):
    row = act(cast, plan(cast).json(), "start").json()
    assert (row["state"], row["starts_on"] is not None, row["verdict"]) == ("running", True, None)
    row = act(cast, row, "result", {"measured": 3, "learning": "They paid"}).json()
    assert (row["state"], row["verdict"], row["measured"]) == ("done", "confirmed", 3)
    assert (row["proposed_confidence"], row["confidence"]) == (83, None)
    verbs = Change.objects.filter(object_id=row["id"]).order_by("seq").values_list("verb", flat=True)
    assert list(verbs) == ["created", "started", "finished"]


def test_a_result_below_the_threshold_refutes(cast):
    row = finished(cast, 2)
    assert (row["verdict"], row["proposed_confidence"]) == ("refuted", 17)


def test_what_is_measured_is_said_before_it_starts(cast):
    for missing in ({"threshold": None}, {"metric": ""}):
        answer = act(cast, plan(cast, **missing).json(), "start")
        assert (answer.status_code, answer.json()["code"]) == (422, "experiment.needs_threshold")
    assert not Experiment.objects.exclude(state="planned").exists()


def test_what_it_is_measured_by_is_fixed_once_it_runs(cast):
    row = act(cast, plan(cast).json(), "start").json()
    answer = edit(cast, row, threshold=1, hypothesis="Something easier")
    assert (answer.status_code, answer.json()["code"]) == (422, "experiment.fixed")
    assert answer.json()["fields"] == ["hypothesis", "threshold"]
    # What stays the same, and what does not decide, may be said.
    assert edit(cast, row, threshold=3, audience="Five fleets").status_code == 200


def test_the_bulk_edit_of_a_list_keeps_to_that_too(cast):
    row = act(cast, plan(cast).json(), "start").json()
    body = {"items": [{"id": row["id"], "version": row["version"]}], "fields": {"threshold": 1}}
    answer = cast.client("carl").post("/api/lists/experiment/bulk", body)
    assert (answer.status_code, answer.json()["code"]) == (422, "experiment.fixed")


@pytest.mark.parametrize(
    ("state", "verb", "body", "code"),
    [
        ("planned", "result", {"measured": 1}, "experiment.not_running"),
        ("running", "start", {}, "experiment.not_planned"),
        ("done", "stop", {"learning": "x"}, "experiment.over"),
        ("running", "weighing", {"accept": True}, "experiment.not_done"),
    ],
)
def test_each_step_follows_the_one_before(cast, state, verb, body, code):
    if state == "done":
        row = finished(cast, 1)
    else:
        row = plan(cast).json()
        row = act(cast, row, "start").json() if state == "running" else row
    answer = act(cast, row, verb, body)
    assert (answer.status_code, answer.json()["code"]) == (409, code)


def test_one_that_is_stopped_says_why_and_has_no_verdict(cast):
    row = act(cast, plan(cast).json(), "start").json()
    assert act(cast, row, "stop", {"learning": " "}).status_code == 422
    row = act(cast, row, "stop", {"learning": "The fleet was sold"}).json()
    assert (row["state"], row["verdict"], row["ends_on"] is not None) == ("stopped", None, True)


def test_it_ends_after_it_starts(cast):
    answer = plan(cast, starts_on="2026-03-02", ends_on="2026-03-01")
    assert (answer.status_code, answer.json()["code"]) == (422, "experiment.ends_first")
    row = plan(cast, starts_on="2026-03-02").json()
    assert edit(cast, row, ends_on="2026-03-01").json()["code"] == "experiment.ends_first"


def test_taking_a_result_up_moves_the_risk_and_undo_moves_it_back(cast):
    row = finished(cast, 5)
    taken = act(cast, row, "weighing", {"accept": True}).json()
    assert (taken["weighing"]["before"], taken["weighing"]["after"]) == (None, 83)
    assert taken["weighing"]["by"]["name"] == "Carl"
    assert (taken["confidence"], taken["proposed_confidence"]) == (83, None)
    assert risks_of(cast)["valuable"]["assumption"]["confidence"] == 83
    assert undo(cast, Change.objects.get(verb="took up")).status_code == 200
    assert risks_of(cast)["valuable"]["assumption"]["confidence"] is None
    assert not Weighing.objects.exists()
    again = cast.client("carl").get(f"/api/experiments/{row['id']}").json()
    assert act(cast, again, "weighing", {"accept": True}).status_code == 200


def test_undo_of_a_weighing_waits_for_what_came_after(cast):
    act(cast, finished(cast, 5), "weighing", {"accept": True})
    row = risks_of(cast)["valuable"]["assumption"]
    cast.client("pia").patch(f"/api/assumptions/{row['id']}", {"confidence": 60}, headers=version(row))
    answer = undo(cast, Change.objects.get(verb="took up"))
    assert (answer.status_code, answer.json()["code"]) == (409, "undo.changed_since")
    assert risks_of(cast)["valuable"]["assumption"]["confidence"] == 60
    assert Weighing.objects.count() == 1


def test_a_person_may_take_another_confidence_from_it_or_set_it_aside(cast):
    act(cast, finished(cast, 5), "weighing", {"accept": True, "confidence": 70})
    assert risks_of(cast)["valuable"]["assumption"]["confidence"] == 70
    aside = act(cast, finished(cast, 0), "weighing", {"accept": False}).json()
    assert aside["weighing"]["after"] is None
    assert risks_of(cast)["valuable"]["assumption"]["confidence"] == 70


def test_a_result_is_weighed_once_and_then_is_not_corrected(cast):
    row = finished(cast, 5)
    assert edit(cast, row, measured=2).json()["verdict"] == "refuted"
    row = act(cast, row | {"version": row["version"] + 1}, "weighing", {"accept": True}).json()
    answer = act(cast, row, "weighing", {"accept": False})
    assert (answer.status_code, answer.json()["code"]) == (409, "experiment.weighed")
    assert edit(cast, row, measured=9).json()["code"] == "experiment.weighed"


def test_nothing_is_measured_of_what_is_not_done(cast):
    assert edit(cast, plan(cast).json(), measured=9).json()["code"] == "experiment.not_measured"


def test_the_database_keeps_threshold_and_measure(cast):
    row = Experiment.objects.get(pk=plan(cast).json()["id"])
    for wrong in ({"state": "running", "threshold": None}, {"state": "done"}, {"measured": 1}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Experiment.objects.filter(pk=row.pk).update(**wrong)


def test_experiments_are_listed_filtered_and_found(cast):
    plan(cast, hypothesis="A glockenspiel wakes drivers")
    finished(cast, 9, risk="usable", title="Gloves")
    client, product = cast.client("vera"), str(cast.product.pk)
    where = '[["verdict", "is", "confirmed"]]'
    listed = client.get("/api/lists/experiment", {"product_id": product, "where": where})
    assert [row["title"] for row in listed.json()["items"]] == ["Gloves"]
    found = client.get("/api/lists/experiment", {"product_id": product, "q": "glockenspiel"}).json()["items"]
    assert [row["title"] for row in found] == ["Five fleets pay up front"]


def test_a_page_of_experiments_takes_as_many_queries_as_one(cast, django_assert_max_num_queries):
    client = cast.client("vera")
    plan(cast)
    with django_assert_max_num_queries(8) as one:
        client.get("/api/lists/experiment")
    count = len(one)
    for measured in range(4):
        finished(cast, measured)
    with django_assert_max_num_queries(count):
        assert len(client.get("/api/lists/experiment").json()["items"]) == 5
