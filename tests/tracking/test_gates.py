"""Stage gates: criteria that people check and data measure, decisions with conditions, in order."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from northline.core.models import Change
from northline.scheduling.baselines.actions import set_baseline
from northline.tracking.gates.rules import Criterion, Measured, is_met, kept_checks, refusal_of, value_of
from northline.tracking.raid.models import Issue
from tests.scheduling.plans import chain, edit, start
from tests.tracking.test_change_requests import at
from tests.tracking.test_iterations import answered, undo_last


def test_what_is_measured_is_held_against_its_threshold_and_what_is_unknown_is_not_met() -> None:
    done = Criterion("1", "Done", "work_done", threshold=90)
    assert [is_met(done, Measured(work_done=share)) for share in (None, 0.899, 0.9)] == [False, False, True]
    few = Criterion("2", "Few findings", "findings", threshold=5)
    assert [is_met(few, Measured(findings=count)) for count in (None, 5, 6)] == [False, True, False]
    assert (value_of(done, Measured(work_done=0.5)), value_of(few, Measured())) == (50.0, None)
    assert is_met(Criterion("3", "Signed", "charter_signed"), Measured(charter_signed=True))


def test_a_criterion_keeps_its_check_only_while_it_says_the_same() -> None:
    was = [Criterion("1", "Tried", met=True, checked_by="Ada", checked_on="2026-03-02")]
    same, other = Criterion("1", "Tried", must=False), Criterion("1", "Sold")
    assert kept_checks([same], was)[0].checked_by == "Ada"
    assert not kept_checks([other], was)[0].met


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"verdict": "go", "unmet": ["Tried"]}, "gate.criteria_open"),
        ({"verdict": "go", "earlier": "GATE-1"}, "gate.earlier_open"),
        ({"verdict": "conditional"}, "gate.no_conditions"),
        ({"verdict": "go", "conditions": 1}, "gate.conditions"),
        ({"verdict": "stop"}, "gate.says_no_why"),
        ({"verdict": "conditional", "unmet": ["Tried"], "conditions": 1}, None),
        ({"verdict": "hold", "earlier": "GATE-1", "note": "Wait."}, None),
    ],
)
def test_what_may_be_decided(said: dict[str, Any], code: str | None) -> None:
    refused = refusal_of(**{"unmet": [], "note": "", "conditions": 0, "earlier": ""} | said)
    assert (refused and refused[0]) == code


@pytest.mark.django_db
def test_gates_are_set_up_checked_measured_and_decided_in_order(
    cast: Any, django_assert_max_num_queries: Any
) -> None:
    """One story: from the usual gates to a conditional go whose condition is met."""
    by = cast.scope("piet")
    project = start(by, product_id=cast.product.pk, code="GAT")
    items = chain(project, "dig", "opening", by=by)
    kind = {"type": "milestone"}
    edit(project, {"op": "set", "id": str(items[1].pk), "version": 1, "fields": kind}, by=by)
    piet, carl, vera = (cast.client(name) for name in ("piet", "carl", "vera"))
    there = f"/api/projects/{project.pk}/gates"

    made = answered(piet.post(f"{there}/usual", {"template": "classic"}), 201)
    assert [one["title"] for one in made["items"]] == ["Start", "Plan", "Build", "Close"]
    undo_last(cast, "piet")
    assert answered(piet.get(there))["items"] == []
    ready, release = answered(piet.post(f"{there}/usual", {"template": "light"}), 201)["items"]
    assert [one["met"] for one in ready["criteria"]] == [False, False]

    # What the data say is not checked by hand; a baseline meets its criterion by itself.
    here = f"/api/gates/{ready['id']}"
    charter, baseline = (one["id"] for one in ready["criteria"])
    by_hand = carl.put(f"{here}/criteria/{charter}", {"met": True}, headers=at(1))
    assert answered(by_hand, 422)["code"] == "gate.is_measured"
    set_baseline(project.pk, title="Agreed", note="", by=by)
    criteria = [
        {"id": baseline, "text": "A baseline is set", "measure": "baseline_set"},
        {"text": "The crew is there"},
        {"text": "The deadline is likely", "measure": "chance", "threshold": 80, "must": False},
    ]
    said = {"criteria": criteria, "milestone_id": str(items[1].pk), "owner_id": str(cast.vera.pk)}
    wrong = {"criteria": [{"text": "Likely", "measure": "chance"}]}
    assert answered(piet.patch(here, wrong, headers=at(1)), 422)["code"] == "gate.threshold"
    other = {"milestone_id": str(items[0].pk)}
    assert answered(piet.patch(here, other, headers=at(1)), 404)["code"] == "object.not_found"
    ready = answered(piet.patch(here, said, headers=at(1)))
    assert [one["met"] for one in ready["criteria"]] == [True, False, False]
    assert (ready["unmet"], ready["milestone"]["key"]) == (1, items[1].key)

    # The one who is named decides, nobody else; not before what must be met is met.
    crew = ready["criteria"][1]["id"]
    not_mine = piet.post(f"{here}/decision", {"verdict": "go"}, headers=at(2))
    assert not_mine.status_code == 403
    early = vera.post(f"{here}/decision", {"verdict": "go"}, headers=at(2))
    assert answered(early, 422)["code"] == "gate.criteria_open"
    later = piet.post(f"/api/gates/{release['id']}/decision", {"verdict": "go"}, headers=at(1))
    assert answered(later, 422)["code"] == "gate.earlier_open"
    ready = answered(carl.put(f"{here}/criteria/{crew}", {"met": True, "note": "All four"}, headers=at(2)))
    assert ready["criteria"][1] | {"checked_on": None} == {
        "id": crew, "text": "The crew is there", "measure": "person", "must": True, "threshold": None, "value": None,
        "met": True, "checked_by": cast.carl.name, "checked_on": None, "note": "All four",
    }  # fmt: skip
    undo_last(cast, "carl")
    ready = answered(carl.get(here))
    assert not ready["criteria"][1]["met"]

    # On with a condition, which is somebody's by a day; then it is met by whom it was given to.
    due = timezone.localdate() + timedelta(days=7)
    condition = {"text": "Find a crew", "owner_id": str(cast.carl.pk), "due": str(due)}
    body = {"verdict": "conditional", "note": "The weather is good", "conditions": [condition]}
    ready = answered(vera.post(f"{here}/decision", body, headers=at(ready["version"])))
    assert (ready["state"], ready["decisions"][0]["by"]["name"]) == ("conditional", cast.vera.name)
    assert ready["decisions"][0]["open"] == ["The crew is there", "The deadline is likely"]
    told = Change.objects.get(verb="gave a condition")
    assert told.after["to"] == str(cast.carl.pk)
    task = f"{here}/conditions/{ready['conditions'][0]['id']}"
    assert vera.put(task, {"met": True}, headers=at(ready["version"])).status_code == 403
    ready = answered(carl.put(task, {"met": True}, headers=at(ready["version"])))
    assert ready["conditions"][0]["met_on"] == str(timezone.localdate())

    # The next gate may be decided now; an issue holds it, and the history keeps what was said.
    own = {"workspace_id": project.workspace_id, "project": project}
    Issue.objects.create(**own, key="ISS-G", title="Leak", severity="critical")
    last = f"/api/gates/{release['id']}"
    hold = {"verdict": "hold", "note": "It leaks"}
    held = answered(piet.post(f"{last}/decision", hold, headers=at(1)))
    assert held["state"] == "hold"
    assert answered(piet.post(f"{last}/decision", {"verdict": "stop"}, headers=at(2)), 422)["code"] == (
        "gate.says_no_why"
    )
    with django_assert_max_num_queries(30):
        shown = answered(vera.get(there))["items"]
    assert [one["state"] for one in shown] == ["conditional", "hold"]
    listed = answered(vera.get("/api/lists/gate", {"project_id": str(project.pk)}))["items"]
    assert {one["state"] for one in listed} == {"conditional", "hold"}
