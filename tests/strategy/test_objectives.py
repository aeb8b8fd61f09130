"""Objectives and key results: who changes them, which version, what is refused."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from northline.core.models import Change
from northline.strategy.models import KeyResult, Objective


def set_objective(cast, *, by="pia", **fields):
    body = {"product_id": cast.product.pk, "title": "Be trusted"} | fields
    return cast.client(by).post("/api/objectives", body)


def patch(cast, row, body, *, by="pia", version=1, what="objectives"):
    headers = {"if-match": f'"{version}"'} if version else {}
    return cast.client(by).patch(f"/api/{what}/{row.pk}", body, headers=headers)


def add_result(cast, *, by="pia", **fields):
    objective = cast.acme.row("objective")
    body = {"title": "Forecasts hit", "unit": "%", "direction": "up", "start": 40, "target": 80} | fields
    return cast.client(by).post(f"/api/objectives/{objective.pk}/key-results", body)


def test_an_objective_has_a_key_a_period_and_an_owner(cast):
    answer = set_objective(cast, body="Because", period="2026-Q4", owner_id=cast.carl.pk)
    assert answer.status_code == 201
    found = answer.json()
    assert (found["key"], found["period"], found["owner"]) == (
        "OBJ-1",
        "2026-Q4",
        {"id": str(cast.carl.pk), "name": "Carl"},
    )
    assert (found["progress"], found["key_results"]) == (None, [])


@pytest.mark.parametrize("period", ["2026", "2026-H1", "2026-Q4", "2026-12", ""])
def test_a_period_is_a_year_or_a_part_of_one(cast, period):
    assert set_objective(cast, period=period).status_code == 201


@pytest.mark.parametrize("period", ["26", "2026-Q5", "2026-13", "soon", "2026-Q1 and more"])
def test_any_other_period_is_refused(cast, period):
    answer = set_objective(cast, period=period)
    assert (answer.status_code, answer.json()["code"]) == (422, "input.invalid")


@pytest.mark.parametrize("name", ["piet", "carl", "vera", "stan"])
def test_only_who_steers_changes_objectives_and_key_results(cast, name):
    objective, result = cast.acme.row("objective"), cast.acme.row("key_result")
    assert set_objective(cast, by=name).status_code == 403
    assert patch(cast, objective, {"title": "x"}, by=name).status_code == 403
    assert add_result(cast, by=name).status_code == 403
    assert patch(cast, result, {"title": "x"}, by=name, what="key-results").status_code == 403
    for what, row in (("objectives", objective), ("key-results", result)):
        answer = cast.client(name).post(f"/api/{what}/{row.pk}/archival", headers={"if-match": '"1"'})
        assert answer.status_code == 403


def test_a_stranger_finds_nothing(cast):
    objective, result = cast.acme.row("objective"), cast.acme.row("key_result")
    nora = cast.client("nora")
    for path in (
        f"objectives/{objective.pk}",
        f"key-results/{result.pk}",
        f"key-results/{result.pk}/check-ins",
    ):
        assert nora.get(f"/api/{path}").status_code == 404
    assert set_objective(cast, by="nora").status_code == 404
    assert nora.get("/api/objectives").json()["items"] == []
    assert nora.get("/api/objectives", {"product_id": cast.product.pk}).json()["items"] == []


def test_an_owner_from_another_workspace_is_not_found(cast):
    nora = cast.nora.pk
    assert set_objective(cast, owner_id=nora).status_code == 404
    assert patch(cast, cast.acme.row("objective"), {"owner_id": nora}).status_code == 404
    assert not Objective.objects.filter(owner_id=nora).exists()


def test_somebody_who_left_is_not_made_an_owner(cast):
    assert set_objective(cast, owner_id=cast.acme.row("suspended_member").pk).status_code == 404


def test_an_edit_without_a_version_is_asked_for_one(cast):
    assert patch(cast, cast.acme.row("objective"), {"title": "x"}, version=0).status_code == 428


def test_a_stale_edit_answers_how_it_stands(cast):
    objective = cast.acme.row("objective")
    assert patch(cast, objective, {"title": "First"}).headers["ETag"] == '"2"'
    answer = patch(cast, objective, {"title": "Second"})
    assert answer.status_code == 412
    assert (answer.json()["current"]["title"], answer.json()["current"]["version"]) == ("First", 2)


@pytest.mark.parametrize("field", ["title", "body", "period"])
def test_what_must_be_there_cannot_be_set_to_null(cast, field):
    assert patch(cast, cast.acme.row("objective"), {field: None}).status_code == 422


def test_an_owner_can_be_taken_away(cast):
    objective = cast.acme.row("objective")
    patch(cast, objective, {"owner_id": str(cast.carl.pk)})
    assert patch(cast, objective, {"owner_id": None}, version=2).json()["owner"] is None


def test_an_edit_is_undone(cast):
    objective = cast.acme.row("objective")
    patch(cast, objective, {"owner_id": str(cast.carl.pk), "period": "2026-Q4"})
    change = Change.objects.order_by("-seq")[0]
    assert cast.client("pia").post(f"/api/changes/{change.pk}/undo").status_code == 200
    objective.refresh_from_db()
    assert (objective.owner_id, objective.period, objective.version) == (None, "", 3)


def test_a_key_result_starts_at_nothing(cast):
    found = add_result(cast).json()
    assert (found["key"], found["start"], found["target"], found["current"], found["progress"]) == (
        "KR-1",
        40,
        80,
        None,
        0,
    )


@pytest.mark.parametrize(("direction", "target"), [("up", 40), ("up", 39), ("down", 40), ("down", 41)])
def test_a_target_that_leads_away_is_refused(cast, direction, target):
    answer = add_result(cast, direction=direction, target=target)
    assert (answer.status_code, answer.json()["code"]) == (422, "key_result.leads_away")


def test_an_edit_that_would_lead_away_is_refused(cast):
    result = cast.acme.row("key_result")
    answer = patch(cast, result, {"target": -1}, what="key-results")
    assert answer.json()["code"] == "key_result.leads_away"
    answer = patch(cast, result, {"target": -1, "direction": "down"}, what="key-results")
    assert answer.status_code == 200


def test_the_database_keeps_the_direction_too(cast):
    result = cast.acme.row("key_result")
    with pytest.raises(IntegrityError), transaction.atomic():
        KeyResult.objects.filter(pk=result.pk).update(direction="down")


def test_the_same_figure_in_other_words_is_no_change(cast):
    result = cast.acme.row("key_result")
    seen = Change.objects.count()
    assert patch(cast, result, {"target": 10.0}, what="key-results").json()["version"] == 1
    assert Change.objects.count() == seen


def test_an_edit_of_figures_is_undone(cast):
    result = cast.acme.row("key_result")
    patch(cast, result, {"start": 1.25, "target": 20}, what="key-results")
    change = Change.objects.order_by("-seq")[0]
    assert cast.client("pia").post(f"/api/changes/{change.pk}/undo").status_code == 200
    result.refresh_from_db()
    assert (float(result.start), float(result.target)) == (0, 10)


def test_an_archived_objective_takes_no_key_results(cast):
    objective = cast.acme.row("objective")
    cast.client("pia").post(f"/api/objectives/{objective.pk}/archival", headers={"if-match": '"1"'})
    assert add_result(cast).json()["code"] == "objective.archived"


def test_an_archived_key_result_leaves_its_objective_and_comes_back(cast):
    result, pia = cast.acme.row("key_result"), cast.client("pia")
    address = f"/api/objectives/{result.objective_id}"
    pia.post(f"/api/key-results/{result.pk}/archival", headers={"if-match": '"1"'})
    assert pia.get(address).json()["key_results"] == []
    pia.delete(f"/api/key-results/{result.pk}/archival", headers={"if-match": '"2"'})
    assert [row["key"] for row in pia.get(address).json()["key_results"]] == [result.key]


def test_objectives_are_found_by_word_period_and_owner(cast):
    set_objective(cast, title="Grow", period="2026-Q4", owner_id=cast.carl.pk)
    set_objective(cast, title="Shrink", body="costs")
    titles = lambda **wanted: [  # noqa: E731
        row["title"] for row in cast.client("vera").get("/api/objectives", wanted).json()["items"]
    ]
    assert titles(q="costs") == ["Shrink"]
    assert titles(period="2026-Q4") == ["Grow"]
    assert titles(owner_id=cast.carl.pk) == ["Grow"]
    assert titles() == ["Shrink", "Grow"]
    assert titles(archived=True) == []


def test_an_opportunity_serves_an_objective(cast):
    opportunity, objective = cast.acme.row("opportunity"), cast.acme.row("objective")
    ends = {
        "source": {"kind": "opportunity", "id": opportunity.pk},
        "target": {"kind": "objective", "id": objective.pk},
    }
    carl = cast.client("carl")
    assert carl.post("/api/links", ends | {"type": "serves"}).status_code == 201
    assert carl.post("/api/links", ends | {"type": "advances"}).json()["code"] == "link.does_not_fit"


@pytest.mark.parametrize("how_many", [1, 7])
def test_a_list_of_objectives_costs_the_same_however_long(cast, how_many, django_assert_num_queries):
    for number in range(how_many):
        answer = set_objective(cast, title=f"Objective {number}", owner_id=cast.carl.pk).json()
        body = {"title": "k", "start": 0, "target": 1}
        cast.client("pia").post(f"/api/objectives/{answer['id']}/key-results", body)
    scope = cast.scope("vera")
    from northline.strategy import queries, schemas

    with django_assert_num_queries(2):
        rows = queries.objectives(scope, product_id=None, q="", period="", owner_id=None, archived=False)
        assert len([schemas.show_objective(row, scope) for row in rows]) == how_many
