"""What levelling is asked and shows beside the fastest plan: other ways out, a range, soft bookings, and who is free."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from northline.delivery.models import Assignment
from tests.delivery.test_resources import finish, made
from tests.scheduling.plans import edit
from tests.scheduling.test_levelling import WEEK, levelled, overloaded

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _home(settings: Any, tmp_path: Path, one_thread: None) -> None:
    settings.HOME = tmp_path


def test_each_way_out_has_its_own_moves_and_several_projects_have_them_too(cast: Any) -> None:
    ann = made(cast)
    first, tasks = overloaded(cast, "LVA", ann["id"], "dig", "pour")
    second, _ = overloaded(cast, "LVB", ann["id"], "paint")
    by = cast.scope("piet")
    tie = {"op": "set", "id": tasks["dig"], "version": 1, "fields": {"duration_minutes": 2400}}
    edit(first, tie, by=by)
    found = levelled(cast, first, second)["found"]
    ways = {one["name"]: one for one in found["alternatives"]}
    # Somebody more is more of her in both.
    assert ways["1 more of Ann"]["finish"] < found["projects"][0]["finish"], ways
    assert {one["name"] for one in found["alternatives"] if one["dates"] is None} >= {"1 more of Ann"}
    for one in found["alternatives"]:
        assert one["applicable"] == (not one["extra"])
        if one["dates"]:
            assert len(one["dates"]["moves"]) == sum(each["moved"] for each in one["dates"]["projects"])


def test_work_between_other_days_stays_and_soft_bookings_take_time_only_if_they_count(cast: Any) -> None:
    ann = made(cast)
    project, tasks = overloaded(cast, "LVS", ann["id"], "dig", "pour")
    none = levelled(cast, project, first="2026-04-01", last="2026-04-30")["found"]
    assert (none["moves"], len(none["overloads"])) == ([], 1)
    before = finish(project)
    (row,) = Assignment.objects.filter(item=tasks["pour"])
    edit(project, {"op": "reassign", "id": str(row.pk), "booking": "soft"}, by=cast.scope("piet"))
    free = {"first": "2026-03-02", "last": "2026-03-02"}
    for soft, moved, left, hours in ((False, 0, 0, 0), (True, 1, 0, 0)):
        found = levelled(cast, project, soft=soft, alternatives=False)["found"]
        assert (len(found["moves"]), len(found["overloads"])) == (moved, left), soft
        told = cast.client("vera").get("/api/load/overloads", free | {"soft": soft}).json()
        assert told["count"] == len(told["items"]) == moved
        (person,) = cast.client("vera").get("/api/load/free", free | {"soft": soft}).json()["people"]
        assert person["free"] == hours
    # The one that is only asked for still has the length that its own person gives it.
    assert finish(project) == before
    edit(project, {"op": "remove", "id": tasks["dig"], "version": 1}, by=cast.scope("piet"))
    (person,) = cast.client("vera").get("/api/load/free", free).json()["people"]
    assert person["free"] == 8
    (person,) = cast.client("vera").get("/api/load/free", free | {"soft": True}).json()["people"]
    assert person["free"] == 0


def test_who_could_take_work_is_told_by_the_days_shown_and_work_that_nobody_is_on_is_told_too(
    cast: Any,
) -> None:
    role = made(cast, title="Painter", type="role", skills=["Painting"])
    made(cast, title="Bob", role_id=role["id"])
    project, tasks = overloaded(cast, "LDE", role["id"], "paint")
    piet = cast.scope("piet")
    edit(project, {"op": "add", "temp_id": "n", "title": "sweep"}, by=piet)
    longer = {"op": "set", "id": tasks["paint"], "version": 1, "fields": {"duration_minutes": 4800}}
    edit(project, longer, by=piet)
    demand = cast.client("vera").get("/api/load/demand", WEEK).json()
    (open_,) = demand["unfilled"]
    # Eighty hours, of which forty are on these days, on which Bob has forty.
    assert open_["hours"] == 80
    assert [(one["free"], one["enough"]) for one in open_["people"]] == [(40, True)]
    assert demand["nobody_on"]["count"] == 1
    assert [one["item"]["title"] for one in demand["nobody_on"]["items"]] == ["sweep"]
    later = cast.client("vera").get("/api/load/demand", {"first": "2026-05-04", "last": "2026-05-08"}).json()
    assert (later["unfilled"], later["nobody_on"]) == ([], {"count": 0, "items": []})
