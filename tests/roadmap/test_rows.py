"""The list of initiatives: any cell is edited, also those that stand for more than a field."""

from __future__ import annotations

import json
from datetime import date

import pytest

from northline.core.models import Change
from northline.roadmap.models import Initiative
from tests.roadmap.test_dependencies import add
from tests.roadmap.test_promises import promise

SPRING = {"start": "2026-03-01", "finish": "2026-05-31", "precision": "month"}


def edit(cast, rows, fields, **more):
    items = [{"id": row["id"], "version": row["version"]} for row in rows]
    return cast.client("pia").post("/api/lists/initiative/bulk", {"items": items, "fields": fields} | more)


def window(row):
    found = Initiative.objects.get(pk=row["id"])
    return found.window_start, found.window_finish, found.window_precision


@pytest.mark.parametrize(
    ("held", "fields", "left"),
    [
        (SPRING, {"window_finish": "2026-04-15"}, (date(2026, 3, 1), date(2026, 4, 15), "day")),
        (None, {"window_start": "2026-04-15"}, (date(2026, 4, 15), date(2026, 4, 15), "day")),
        (SPRING, {"window_start": None}, (None, None, "")),
        (None, {"window_start": "2026-04-15", "window_finish": "2026-05-15"},
         (date(2026, 4, 15), date(2026, 5, 15), "day")),
    ],
)  # fmt: skip
def test_either_end_of_a_window_is_set_by_itself(cast, held, fields, left):
    row = add(cast, "Kept", window=held)
    assert edit(cast, [row], fields).status_code == 200
    assert window(row) == left


def test_an_end_before_the_start_is_refused(cast):
    answer = edit(cast, [add(cast, "Kept", window=SPRING)], {"window_finish": "2026-01-15"})
    assert (answer.status_code, answer.json()["code"]) == (422, "window.backwards")


def test_what_a_committed_window_and_promises_ask_for_can_be_said_for_many_at_once(cast):
    rows = [add(cast, title, status="committed", window=SPRING) for title in "ab"]
    promised = [promise(cast, row)["id"] for row in rows]
    later = {"window_finish": "2026-09-30"}
    assert edit(cast, rows, later).json()["code"] == "window.reason_missing"
    assert edit(cast, rows, later, reason="Late parts").json()["code"] == "promise.would_break"
    done = edit(cast, rows, later | {"acknowledge": promised}, reason="Late parts")
    assert done.status_code == 200, done.content
    assert {window(row)[1] for row in rows} == {date(2026, 9, 30)}
    whole = Change.objects.get(pk=done.json()["change"])
    assert cast.client("pia").post(f"/api/changes/{whole.pk}/undo").status_code == 200
    assert {window(row)[1] for row in rows} == {date(2026, 5, 31)}


def test_a_roadmap_is_narrowed_by_the_conditions_of_its_list(cast):
    kept, _ = add(cast, "Cold chain", window=SPRING), add(cast, "Live day")
    where = json.dumps([["window_start", "at_least", "2026-01-01"]])
    address = f"/api/products/{cast.product.pk}/roadmap/matching"
    assert cast.client("vera").get(address, {"where": where}).json() == {"ids": [kept["id"]]}
    assert cast.client("vera").get(address, {"q": "cold"}).json() == {"ids": [kept["id"]]}
    unknown = cast.client("vera").get(address, {"where": '[["mood", "is", "good"]]'})
    assert unknown.json()["code"] == "list.unknown_field"
