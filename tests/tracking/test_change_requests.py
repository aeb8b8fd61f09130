"""Change requests: what a change would do, who approves it, and how it comes into the plan and leaves it again."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from northline.core.models import Change
from northline.delivery.models import Assignment, Resource, ResourceRate, WorkItem
from northline.scheduling.models import Baseline
from northline.tracking.budgets.models import CostLine
from tests.scheduling.plans import chain, edit, start
from tests.tracking.test_iterations import answered, undo_last

pytestmark = pytest.mark.django_db


def at(version: int) -> dict[str, str]:
    return {"if-match": f'"{version}"'}


def staffed(cast: Any, code: str) -> tuple[Any, list[WorkItem]]:
    """Three days one after the other, then a milestone; one person of the project at 50 an hour on the first."""
    scope = cast.scope("piet")
    project = start(scope, product_id=cast.product.pk, code=code)
    items = chain(project, "dig", "pour", "opening", by=scope)
    fields = {"type": "milestone"}
    edit(project, {"op": "set", "id": str(items[2].pk), "version": 1, "fields": fields}, by=scope)
    own = {"workspace_id": project.workspace_id, "project": project}
    worker = Resource.objects.create(**own, key=f"RES-{code}", title="Wanda")
    ResourceRate.objects.create(workspace_id=project.workspace_id, resource=worker, per_hour=50)
    Assignment.objects.create(**own, item=items[0], resource=worker, units=1.0)
    return project, items


def lasting(item: WorkItem, days: int) -> dict[str, Any]:
    fields = {"duration_minutes": days * 480}
    return {"op": "set", "id": str(item.pk), "version": item.version, "fields": fields}


def test_what_a_change_costs_is_reckoned_as_the_budget_does_each_day_at_its_rate_and_with_cost_lines(
    cast: Any,
) -> None:
    project, (dig, *_) = staffed(cast, "CHB")
    rate = ResourceRate.objects.get(resource__project=project)
    own = {"workspace_id": project.workspace_id}
    ResourceRate.objects.create(**own, resource_id=rate.resource_id, since=date(2026, 3, 3), per_hour=100)
    CostLine.objects.create(**own, project=project, key="CST-CHB", title="Digger", planned=300)
    piet = cast.client("piet")
    scenario = answered(
        piet.post(f"/api/projects/{project.pk}/scenarios", {"title": "Deep", "edits": [lasting(dig, 3)]}), 201
    )
    said = {"project_id": str(project.pk), "title": "Deep", "reason": "Rock"}
    raised = answered(piet.post("/api/change-requests", said), 201)
    here = f"/api/change-requests/{raised['id']}"
    answered(piet.patch(here, {"scenario_id": scenario["id"]}, headers=at(1)))
    answered(piet.post(f"{here}/impact"))
    # Monday at 50 an hour, two days at 100, and the digger either way.
    assert answered(piet.get(here))["impact"]["cost"] == {"was": 700.0, "now": 2300.0}
    money = answered(piet.get(f"/api/projects/{project.pk}/budget"))["total"]["money"]
    assert money["planned"] == 700.0


def test_a_change_is_weighed_approved_in_turn_merged_with_a_new_baseline_and_taken_back_by_one_undo(
    cast: Any,
) -> None:
    """One story, from a scenario to the plan and back."""
    project, (dig, pour, opening) = staffed(cast, "CHR")
    carl, piet, pia, vera = (cast.client(name) for name in ("carl", "piet", "pia", "vera"))
    there = f"/api/projects/{project.pk}/scenarios"
    scenario = answered(piet.post(there, {"title": "Dig deeper", "edits": [lasting(dig, 3)]}), 201)
    said = {"project_id": str(project.pk), "title": "Dig deeper", "reason": "Rock"}
    raised = answered(carl.post("/api/change-requests", said), 201)
    here = f"/api/change-requests/{raised['id']}"
    assert (raised["key"][:3], raised["state"], raised["raised_by"]["name"]) == (
        "CR-",
        "draft",
        cast.carl.name,
    )

    # Nobody approves a change that is only words, nor one's own; nor is anybody asked twice.
    asked = [
        {"member_id": str(cast.vera.pk), "deputy_id": str(cast.pia.pk)},
        {"member_id": str(cast.piet.pk)},
    ]

    def submit(chain: list[dict[str, str]], version: int) -> Any:
        return carl.post(f"{here}/submission", {"approvers": chain}, headers=at(version))

    assert answered(submit(asked, 1), 422)["code"] == "change_request.no_scenario"
    raised = answered(carl.patch(here, {"scenario_id": scenario["id"]}, headers=at(1)))
    own = submit([{"member_id": str(cast.carl.pk)}], raised["version"])
    assert answered(own, 422)["code"] == "change_request.own_approval"
    twice = submit([asked[1], asked[1]], raised["version"])
    assert answered(twice, 422)["code"] == "change_request.asked_twice"
    raised = answered(submit(asked, raised["version"]))
    assert (raised["state"], raised["waits_for"]["name"]) == ("submitted", cast.vera.name)
    late = carl.patch(here, {"title": "Later"}, headers=at(raised["version"]))
    assert answered(late, 409)["code"] == "change_request.other_state"

    # What it would do: two days later, the milestone with it, two days of Wanda's pay, which contributors do not see.
    impact = answered(piet.get(here))["impact"]
    assert (raised["finish_days"], raised["impact_fresh"], raised["impact"]["cost"]) == (2.0, True, None)
    assert impact["cost"] == {"was": 400.0, "now": 1200.0}
    assert [(one["key"], one["finish_variance"]) for one in impact["milestones"]] == [(opening.key, 960)]
    assert impact["people"] == []
    pour.refresh_from_db()
    edit(project, lasting(pour, 2), by=cast.scope("piet"))
    assert not answered(piet.get(here))["impact_fresh"]
    assert answered(carl.post(f"{here}/impact"))["impact_fresh"]

    # In turn: piet not before vera, for whom her deputy answers; each is told when it is their turn.
    def respond(who: Any, verdict: str, note: str = "") -> Any:
        version = answered(who.get(here))["version"]
        return who.post(f"{here}/answer", {"verdict": verdict, "note": note}, headers=at(version))

    answered(respond(piet, "approved"), 403)
    whys = [
        one["why"] for one in answered(vera.get("/api/inbox"))["items"] if one["object_id"] == raised["id"]
    ]
    assert whys == ["asked"]
    assert answered(respond(pia, "declined"), 422)["code"] == "change_request.says_no_why"
    raised = answered(respond(pia, "approved", "For Vera"))
    first = raised["approvals"][0]
    assert (first["verdict"], first["given_by"]["name"], first["note"]) == (
        "approved",
        cast.pia.name,
        "For Vera",
    )
    assert raised["waits_for"]["name"] == cast.piet.name

    # The plan changed the same meanwhile: nothing is approved until somebody says whose side to take.
    dig.refresh_from_db()
    edit(project, lasting(dig, 2), by=cast.scope("piet"))
    clash = answered(respond(piet, "approved"), 409)
    assert clash["code"] == "scenario.conflicts"
    assert answered(piet.get(here))["state"] == "submitted"
    choices = [{"id": one["id"], "field": one["field"], "take": "mine"} for one in clash["conflicts"]]
    version = answered(piet.get(here))["version"]
    last = {"verdict": "approved", "choices": choices}
    done = answered(piet.post(f"{here}/answer", last, headers=at(version)))
    dig.refresh_from_db()
    assert (done["state"], dig.duration_minutes) == ("carried_out", 3 * 480)
    baseline = Baseline.objects.get(pk=done["baseline"]["id"])
    assert baseline.title == f"{raised['key']} Dig deeper"

    # One undo: the plan, the baseline and the request stand as before, the approvals stay.
    undo_last(cast, "piet")
    dig.refresh_from_db()
    baseline.refresh_from_db()
    back = answered(piet.get(here))
    assert (dig.duration_minutes, baseline.archived_at is not None) == (2 * 480, True)
    assert (back["state"], back["can"]["carry_out"], back["baseline"]) == ("approved", True, None)
    again = piet.post(f"{here}/carrying-out", {"choices": choices}, headers=at(back["version"]))
    assert answered(again)["state"] == "carried_out"


def test_a_declined_request_is_revised_and_the_register_lists_it(
    cast: Any, django_assert_max_num_queries: Any
) -> None:
    project, (dig, *_) = staffed(cast, "CHD")
    piet, pia = cast.client("piet"), cast.client("pia")
    there = f"/api/projects/{project.pk}/scenarios"
    scenario = answered(piet.post(there, {"title": "Longer", "edits": [lasting(dig, 2)]}), 201)
    said = {"project_id": str(project.pk), "title": "Longer", "scenario_id": scenario["id"]}
    raised = answered(piet.post("/api/change-requests", said), 201)
    here = f"/api/change-requests/{raised['id']}"
    chain = {"approvers": [{"member_id": str(cast.pia.pk)}]}
    raised = answered(piet.post(f"{here}/submission", chain, headers=at(raised["version"])))
    count = Change.objects.count()
    no = answered(
        pia.post(f"{here}/answer", {"verdict": "declined", "note": "Too dear"}, headers=at(raised["version"]))
    )
    assert (no["state"], no["approvals"][0]["note"], Change.objects.count()) == (
        "declined",
        "Too dear",
        count + 1,
    )
    again = answered(piet.patch(here, {"reason": "Cheaper now"}, headers=at(no["version"])))
    again = answered(piet.post(f"{here}/submission", chain, headers=at(again["version"])))
    assert (again["state"], again["approvals"][0]["verdict"]) == ("submitted", "")
    asked = {"where": json.dumps([["project", "is", str(project.pk)], ["finish_days", "at_least", 1]])}
    with django_assert_max_num_queries(14):
        found = answered(piet.get("/api/lists/change_request", asked))
    assert [row["key"] for row in found["items"]] == [raised["key"]]
