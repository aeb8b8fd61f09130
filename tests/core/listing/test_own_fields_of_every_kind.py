"""Every kind that takes fields of one's own has them all the way: in its list, edited at once, exported, taken back."""

from __future__ import annotations

from typing import Any

import pytest

from northline.core.listing.listings import all_listings
from northline.core.models import Customised
from tests.cast import Cast
from tests.core.listing.asking import add_field, asked, bulk

KINDS = [listing.kind for listing in all_listings() if listing.customisable]
# One that may still be edited, where the usual one of the cast may not.
EDITABLE = {"timesheet": "open_timesheet"}
# What was decided, handed in or published stays as it was, with the fields of one's own.
CLOSED = {
    "charter": ("accepted_charter", 409),
    "change_request": ("submitted_change_request", 409),
    "status_report": ("published_report", 409),
    "timesheet": ("timesheet", 409),
}


def item_of(cast: Cast, name: str) -> dict[str, Any]:
    row = cast.acme.row(name)
    row.refresh_from_db()
    return {"id": row.pk, "version": row.version}


def told(cast: Cast, kind: str, row_id: Any) -> dict[str, Any]:
    items = asked(cast, kind, who="ada", limit=200).json()["items"]
    return next(item for item in items if item["id"] == str(row_id))


@pytest.mark.parametrize("kind", KINDS)
def test_a_field_of_ones_own_is_listed_edited_exported_and_taken_back(cast: Cast, kind: str) -> None:
    item = item_of(cast, EDITABLE.get(kind, kind))
    name = add_field(cast, "Cost centre", "text", kind=kind)["name"]
    field = f"custom.{name}"
    wanted = {"custom": {name: "4711"}}

    tried = bulk(cast, kind, [item], by="ada", fields=wanted, dry_run=True).json()
    assert [one["changes"] for one in tried["items"]] == [[{"field": field, "before": None, "after": "4711"}]]
    done = bulk(cast, kind, [item], by="ada", fields=wanted)
    assert done.status_code == 200, done.json()

    shown = told(cast, kind, item["id"])
    assert (shown["custom"], shown["fields"][field]) == ({name: "4711"}, "4711")
    where = [[field, "is", "4711"]]
    assert [one["id"] for one in asked(cast, kind, who="ada", where=where).json()["items"]] == [
        str(item["id"])
    ]
    groups = asked(cast, kind, who="ada", part="/groups", by=field, where=where)
    assert groups.status_code in (200, 422), "a text is grouped by only where its list says so"
    file = asked(
        cast, kind, who="ada", part="/export", columns=f"title,{field}", where=where
    ).content.decode()
    assert file.splitlines()[0].endswith("Cost centre")
    assert "4711" in file

    undone = cast.client("ada").post(f"/api/changes/{done.json()['change']}/undo")
    assert undone.status_code == 200, undone.json()
    assert told(cast, kind, item["id"])["custom"] == {}


@pytest.mark.parametrize("kind", CLOSED)
def test_what_is_closed_keeps_the_fields_of_ones_own_too(cast: Cast, kind: str) -> None:
    name, status = CLOSED[kind]
    item = item_of(cast, name)
    field = add_field(cast, "Cost centre", "text", kind=kind)["name"]
    answer = bulk(cast, kind, [item], by="ada", fields={"custom": {field: "4711"}})
    assert answer.status_code == status, answer.json()
    row = cast.acme.row(name)
    row.refresh_from_db()
    assert row.custom == {}


def test_every_kind_that_holds_such_fields_takes_them() -> None:
    holding = {listing.kind for listing in all_listings() if issubclass(listing.model, Customised)}
    assert holding == set(KINDS)
