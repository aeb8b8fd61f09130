"""Objectives and the work that advances them, told on both sides."""

from __future__ import annotations

import pytest

from northline.core import editing, links
from northline.core.models import Change
from northline.delivery.models import WorkItem
from northline.strategy.models import KeyResult
from northline.strategy.scoring.told import Work
from tests.strategy.test_objectives import add_result, patch


@pytest.fixture
def joined(cast):
    initiative, objective = cast.acme.row("initiative"), cast.acme.row("objective")
    links.link("advances", initiative, target=objective, by=cast.acme.scope)
    return initiative, objective


def contributions(cast, objective, by="vera"):
    return cast.client(by).get(f"/api/objectives/{objective.pk}/contributions").json()


def test_an_objective_tells_its_work_with_progress(cast, joined):
    initiative, objective = joined
    (found,) = contributions(cast, objective)
    assert (found["work"]["key"], found["status"], found["progress"]) == (initiative.key, "idea", None)
    project = cast.acme.row("planned_project")
    links.link("realises", project, target=initiative, by=cast.acme.scope)
    WorkItem.objects.filter(project=project).update(duration_minutes=960, percent_complete=50)
    (found,) = contributions(cast, objective)
    assert (found["days"], found["progress"]) == (2, 50)


def test_an_initiative_tells_the_objectives_that_it_advances(cast, joined):
    initiative, objective = joined
    row = cast.acme.row("key_result")
    cast.client("carl").post(f"/api/key-results/{row.pk}/check-ins", {"value": 5, "confidence": 60})
    found = cast.client("vera").get(f"/api/initiatives/{initiative.pk}/objectives").json()
    assert [(each["key"], each["progress"]) for each in found] == [(objective.key, 50)]


def test_what_is_put_away_or_not_to_be_seen_is_not_told(cast, joined):
    initiative, objective = joined
    other = editing.create(
        type(cast.product)(workspace=cast.acme.workspace, title="Other"), prefix="PRD", by=cast.acme.scope
    )
    theirs = editing.create(
        type(initiative)(workspace=cast.acme.workspace, product=other, title="Theirs"),
        prefix="INI",
        by=cast.acme.scope,
    )
    links.link("advances", theirs, target=objective, by=cast.acme.scope)
    assert len(contributions(cast, objective, by="ada")) == 2
    assert [each["work"]["key"] for each in contributions(cast, objective, by="stan")] == [initiative.key]
    editing.archive(initiative, expected=1, by=cast.acme.scope)
    assert contributions(cast, objective, by="stan") == []


def test_progress_is_whole_only_when_all_is_done():
    assert Work(10, False, 9.99).progress == 99
    assert Work(10, True, 10).progress == 100
    assert Work(0, True).progress is None


def test_a_key_result_has_an_owner_who_is_an_active_colleague(cast):
    row = cast.acme.row("key_result")
    found = patch(cast, row, {"owner_id": str(cast.carl.pk), "weight": 3}, what="key-results").json()
    assert (found["owner"]["name"], found["weight"]) == ("Carl", 3)
    for stranger in (cast.nora.pk, cast.acme.row("suspended_member").pk):
        assert patch(cast, row, {"owner_id": str(stranger)}, version=2, what="key-results").status_code == 404
    change = Change.objects.order_by("-seq")[0]
    assert cast.client("pia").post(f"/api/changes/{change.pk}/undo").status_code == 200
    assert KeyResult.objects.get(pk=row.pk).owner is None
    assert add_result(cast, owner_id=cast.carl.pk).json()["owner"]["name"] == "Carl"
    listed = cast.client("vera").get("/api/lists/key_result", {"product_id": cast.product.pk}).json()
    assert {each["owner"]["name"] if each["owner"] else None for each in listed["items"]} == {None, "Carl"}


def test_undo_closes_no_circle(cast):
    first, second = cast.acme.row("objective"), cast.acme.row("second_objective")
    patch(cast, first, {"parent_id": str(second.pk)})
    patch(cast, first, {"parent_id": None}, version=2)
    parted = Change.objects.order_by("-seq")[0]
    patch(cast, second, {"parent_id": str(first.pk)})
    answer = cast.client("pia").post(f"/api/changes/{parted.pk}/undo")
    assert (answer.status_code, answer.json()["code"]) == (422, "objective.makes_circle")
