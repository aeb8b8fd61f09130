"""A check-in is a record; the newest one is where the key result stands."""

from __future__ import annotations

from decimal import Decimal
from functools import partial

import pytest

from northline.core.models import Change
from northline.strategy import actions
from northline.strategy.models import CheckIn, KeyResult
from tests.core.together import together


def check_in(cast, result, value, *, by="carl", confidence=70, **fields):
    body = {"value": value, "confidence": confidence} | fields
    return cast.client(by).post(f"/api/key-results/{result.pk}/check-ins", body)


def test_the_newest_check_in_drives_progress(cast):
    result = cast.acme.row("key_result")
    check_in(cast, result, 8)
    answer = check_in(cast, result, 2.5, confidence=40, note="A dip")
    assert answer.status_code == 201
    assert (answer.json()["value"], answer.json()["by"]["name"]) == (2.5, "Carl")
    found = cast.client("vera").get(f"/api/key-results/{result.pk}").json()
    assert (found["current"], found["confidence"], found["progress"]) == (2.5, 40, 25)
    objective = cast.client("vera").get(f"/api/objectives/{result.objective_id}").json()
    assert objective["progress"] == 25


def test_check_ins_are_listed_newest_first(cast):
    result = cast.acme.row("key_result")
    for value in (1, 2, 3):
        check_in(cast, result, value)
    address = f"/api/key-results/{result.pk}/check-ins"
    first = cast.client("stan").get(address, {"limit": 2}).json()
    assert [row["value"] for row in first["items"]] == [3, 2]
    rest = cast.client("stan").get(address, {"limit": 2, "cursor": first["next"]}).json()
    assert ([row["value"] for row in rest["items"]], rest["next"]) == ([1], None)


@pytest.mark.parametrize("confidence", [-1, 101, "sure"])
def test_confidence_is_a_percentage(cast, confidence):
    assert check_in(cast, cast.acme.row("key_result"), 1, confidence=confidence).status_code == 422


@pytest.mark.parametrize("value", ["NaN", "Infinity", 0.00001, 10**15, None])
def test_a_value_is_a_figure_that_can_be_kept(cast, value):
    assert check_in(cast, cast.acme.row("key_result"), value).status_code == 422
    assert not CheckIn.objects.exists()


def test_a_check_in_does_not_make_an_open_edit_stale(cast):
    result = cast.acme.row("key_result")
    check_in(cast, result, 5)
    answer = cast.client("pia").patch(
        f"/api/key-results/{result.pk}", {"title": "Renamed"}, headers={"if-match": '"1"'}
    )
    assert (answer.status_code, answer.json()["current"]) == (200, 5)


def test_undoing_an_edit_leaves_a_later_check_in_alone(cast):
    result, pia = cast.acme.row("key_result"), cast.client("pia")
    pia.patch(f"/api/key-results/{result.pk}", {"start": 1}, headers={"if-match": '"1"'})
    edit = Change.objects.order_by("-seq")[0]
    check_in(cast, result, 5)
    assert pia.post(f"/api/changes/{edit.pk}/undo").status_code == 200
    result.refresh_from_db()
    assert (float(result.start), float(result.current)) == (0, 5)


def test_a_check_in_is_one_change_and_not_undone(cast):
    result = cast.acme.row("key_result")
    seen = Change.objects.count()
    check_in(cast, result, 5, note="Good week")
    change = Change.objects.order_by("-seq")[0]
    assert Change.objects.count() == seen + 1
    assert (change.object_kind, change.after["confidence"], change.reason) == ("key_result", 70, "Good week")
    assert cast.client("carl").post(f"/api/changes/{change.pk}/undo").json()["code"] == "undo.impossible"


def test_an_archived_key_result_takes_no_check_ins(cast):
    result = cast.acme.row("key_result")
    cast.client("pia").post(f"/api/key-results/{result.pk}/archival", headers={"if-match": '"1"'})
    assert check_in(cast, result, 5).json()["code"] == "key_result.archived"


@pytest.mark.parametrize("name", ["vera", "stan"])
def test_a_viewer_may_not_check_in(cast, name):
    assert check_in(cast, cast.acme.row("key_result"), 5, by=name).status_code == 403


def test_a_stranger_does_not_find_what_to_check_in_on(cast):
    assert check_in(cast, cast.acme.row("key_result"), 5, by="nora").status_code == 404


def test_many_check_ins_at_once_leave_the_newest_standing(lasting_cast):
    result, scope = lasting_cast.acme.row("key_result"), lasting_cast.scope("carl")

    def see(value: int) -> CheckIn:
        return actions.check_in(result, value=Decimal(value), confidence=value, note="", by=scope)

    seen = together(*[partial(see, value) for value in range(1, 5)])
    newest = max(seen, key=lambda check_in: check_in.created_at)
    assert CheckIn.objects.count() == 4
    assert KeyResult.objects.get(pk=result.pk).current == newest.value
