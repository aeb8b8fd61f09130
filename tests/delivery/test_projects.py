"""The rules of projects and charters."""

from __future__ import annotations

from typing import Any

import pytest

from northline.core import editing
from northline.core.models import Change, Link
from northline.delivery.models import Charter, Project
from northline.roadmap.models import Initiative
from northline.scheduling.models import SavedForecast
from tests.scheduling.plans import chain

pytestmark = pytest.mark.django_db
NEW = {"title": "Atlas rollout", "code": "ATL", "start": "2026-03-02T08:00"}


@pytest.fixture
def initiative(cast: Any) -> Initiative:
    row = Initiative(workspace=cast.acme.workspace, product=cast.product, title="Offline mode")
    return editing.create(row, prefix=Initiative.PREFIX, by=cast.scope("pia"))


def start(cast: Any, who: str = "piet", **fields: Any) -> Any:
    return cast.client(who).post("/api/projects", NEW | fields)


def test_whoever_starts_a_project_manages_it(cast: Any) -> None:
    answer = start(cast, "vera")
    assert answer.status_code == 201
    made = answer.json()
    assert made["can"] == {"edit": True, "plan": True, "contribute": True}
    here = f"/api/projects/{made['id']}"
    patched = cast.client("vera").patch(here, {"title": "Atlas 2"}, headers={"if-match": '"1"'})
    assert (patched.status_code, patched.json()["title"]) == (200, "Atlas 2")
    assert cast.client("vera").get(f"{here}/plan").json()["items"] == []
    assert cast.client("carl").patch(here, {"title": "x"}, headers={"if-match": '"2"'}).status_code == 403
    assert cast.client("nora").get(here).status_code == 404


def test_on_a_product_a_project_takes_the_right_to_plan_there(cast: Any) -> None:
    assert start(cast, "carl", product_id=cast.product.pk).status_code == 403
    assert start(cast, "stan").status_code == 403
    assert start(cast, "nora", product_id=cast.product.pk).status_code == 404
    assert start(cast, "piet", product_id=cast.product.pk).status_code == 201


def test_a_code_belongs_to_one_project_and_to_no_kind(cast: Any) -> None:
    assert start(cast).status_code == 201
    assert start(cast).json()["code"] == "project.code_taken"
    assert start(cast, code="INS").json()["code"] == "project.code_reserved"
    assert start(cast, code="a b").json()["code"] == "input.invalid"
    assert start(cast, code="ZZ", start="tomorrow").json()["code"] == "input.invalid"
    assert start(cast, "nora").status_code == 201


def test_a_new_deadline_changes_the_chances_and_undo_sets_them_back(cast: Any) -> None:
    project = Project.objects.get(pk=start(cast).json()["id"])
    chain(project, "dig", "pour", by=cast.scope("piet"))
    piet = cast.client("piet")
    here = f"/api/projects/{project.pk}"
    answer = piet.patch(here, {"deadline": "2026-03-02T09:00"}, headers={"if-match": '"1"'})
    assert answer.status_code == 200
    assert SavedForecast.objects.get(pk=project.pk).probability_on_time == 0
    change = Change.objects.order_by("-seq")[0]
    assert piet.post(f"/api/changes/{change.pk}/undo").status_code == 200
    assert SavedForecast.objects.get(pk=project.pk).probability_on_time is None
    drivers = piet.get(f"{here}/forecast").json()["drivers"]
    assert {driver["title"] for driver in drivers} == {"dig", "pour"}
    assert piet.get(f"{here}/plan").json()["forecast"]["drivers"] == drivers


def test_an_accepted_charter_joins_project_and_initiative(cast: Any, initiative: Initiative) -> None:
    pia, piet = cast.client("pia"), cast.client("piet")
    wish = {
        "project_name": "Build it",
        "code": "BLD",
        "deadline": "2026-06-30",
        "success_criteria": ["It ships"],
    }
    wish["project_manager_id"] = str(cast.piet.pk)
    charters = f"/api/initiatives/{initiative.pk}/charters"
    assert cast.client("carl").post(charters, wish).status_code == 403
    assert cast.client("nora").post(charters, wish).status_code == 404
    proposed = pia.post(charters, wish)
    assert proposed.status_code == 201, proposed.content
    charter = proposed.json()
    here = f"/api/charters/{charter['id']}"
    assert pia.post(charters, {"project_id": charter["project"]["id"]}).json()["code"] == "charter.open"
    assert cast.client("carl").post(f"{here}/acceptance", headers={"if-match": '"1"'}).status_code == 403
    assert piet.post(f"{here}/acceptance").status_code == 428
    accepted = piet.post(f"{here}/acceptance", headers={"if-match": '"1"'})
    assert accepted.status_code == 200, accepted.content
    assert accepted.json()["answered_by"]["id"] == str(cast.piet.pk)
    project = Project.objects.get(code="BLD")
    assert project.deadline == "2026-06-30T17:00"
    assert Link.objects.filter(type="realises", source_id=project.pk, target_id=initiative.pk).count() == 1
    assert piet.post(f"{here}/acceptance", headers={"if-match": '"2"'}).json()["code"] == "charter.answered"
    edited = pia.patch(here, {"deadline": "2026-07-01"}, headers={"if-match": '"2"'})
    assert edited.json()["code"] == "charter.answered"


def test_the_roadmap_reads_the_chances_of_its_initiatives(cast: Any, initiative: Initiative) -> None:
    pia = cast.client("pia")
    wish = {"project_name": "Build it", "code": "BLD", "deadline": "2030-06-30"}
    charter = pia.post(f"/api/initiatives/{initiative.pk}/charters", wish).json()
    accepted = pia.post(f"/api/charters/{charter['id']}/acceptance", headers={"if-match": '"1"'})
    assert accepted.status_code == 200
    project = Project.objects.get(code="BLD")
    chain(project, "dig", by=cast.scope("pia"))
    address = f"/api/products/{cast.product.pk}/forecasts"
    (row,) = cast.client("stan").get(address).json()
    assert (row["initiative_id"], row["project_id"]) == (str(initiative.pk), str(project.pk))
    assert (row["probability"], row["deadline"]) == (1.0, "2030-06-30T17:00")
    assert cast.client("nora").get(address).status_code == 404


def test_a_declined_charter_says_why_and_another_may_follow(cast: Any, initiative: Initiative) -> None:
    pia = cast.client("pia")
    wish = {"project_name": "Build it", "code": "BLD"}
    charter = pia.post(f"/api/initiatives/{initiative.pk}/charters", wish).json()
    here = f"/api/charters/{charter['id']}/decline"
    assert pia.post(here, {"reason": ""}, headers={"if-match": '"1"'}).json()["code"] == "input.invalid"
    declined = pia.post(here, {"reason": "No people"}, headers={"if-match": '"1"'}).json()
    assert (declined["state"], declined["reason"]) == ("declined", "No people")
    again = pia.post(f"/api/initiatives/{initiative.pk}/charters", {"project_id": charter["project"]["id"]})
    assert again.status_code == 201
    assert Charter.objects.count() == 2
    none = pia.post(f"/api/initiatives/{initiative.pk}/charters", {"project_name": "x"})
    assert none.json()["code"] == "charter.needs_project"


def test_somebody_disabled_or_suspended_is_asked_to_manage_nothing(cast: Any, initiative: Initiative) -> None:
    pia = cast.client("pia")
    charters = f"/api/initiatives/{initiative.pk}/charters"
    wish = {"project_name": "Build it", "code": "BLD"}
    charter = pia.post(charters, wish).json()
    for member in (cast.dora, cast.acme.row("suspended_member")):
        asked = {"project_manager_id": member.pk}
        assert pia.post(charters, wish | asked | {"code": "OTHER"}).status_code == 404, member.name
        edited = pia.patch(f"/api/charters/{charter['id']}", asked, headers={"if-match": '"1"'})
        assert edited.status_code == 404, member.name
    assert Charter.objects.count() == Project.objects.count() == 1
