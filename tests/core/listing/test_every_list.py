"""What every list says that it can be asked, it answers; and everything that people keep has a list."""

from __future__ import annotations

from datetime import timedelta
from itertools import zip_longest
from typing import Any

import pytest
from django.utils import timezone

from northline.core import kinds
from northline.core.listing.listings import all_listings, listing_named
from northline.core.models import Change, Editable
from tests.core.listing.asking import asked, bulk

KINDS = [listing.kind for listing in all_listings()]
pytestmark = pytest.mark.on_stage(scene=lambda kind: ((("acme", kind),),))
# Said once, and never edited; or only by verbs of their own, such as deciding a review or handing a timesheet in.
NEVER_EDITED = frozenset(
    {
        "check_in",
        "kano_answer",
        "promise",
        "score",
        "standing",
        "statement",
        "telling",
        "verdict",
        "vision",
        "vote",
    }
)
OWN_VERBS = frozenset({"charter_amendment", "outcome_review", "time_entry", "timesheet"})
TODAY = timezone.localdate()


def fields_of(cast, kind):
    return asked(cast, kind, part="/fields", who="ada").json()["fields"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_list_is_sorted_and_searched_by_all_that_it_offers(cast, kind):
    cast.acme.row(kind)
    fields = fields_of(cast, kind)
    ups = [{"sort": field["name"]} for field in fields if field["sortable"]]
    downs = [{"sort": f"-{field['name']}"} for field in fields if field["sortable"]]
    finds = [{"where": [[field["name"], "empty"]]} for field in fields if "empty" in field["operators"]]
    finds += [{"q": "a"}, {"q": "a -b"}]
    # A list that is narrowed may be sorted as well: both are asked at once.
    asks = ups + [find | sort for find, sort in zip_longest(finds, downs, fillvalue={})]
    refused = [ask for ask in asks if asked(cast, kind, who="ada", limit=1, **ask).status_code != 200]
    assert refused == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_list_is_grouped_by_all_that_it_offers_and_each_group_finds_its_rows(cast, kind):
    cast.acme.row(kind)
    total = asked(cast, kind, part="/groups", who="ada").json()["total"]
    assert total > 0
    by = [field["name"] for field in fields_of(cast, kind) if field["groupable"]]
    assert by
    for name in by:
        answer = asked(cast, kind, part="/groups", who="ada", by=name)
        assert answer.status_code == 200, (name, answer.json())
        for group in answer.json()["items"]:
            found = asked(cast, kind, part="/groups", who="ada", where=[group["where"]]).json()["total"]
            assert found == group["count"] > 0, (name, group)


@pytest.mark.parametrize("kind", KINDS)
def test_a_list_is_a_file_in_every_format_with_all_its_columns(cast, kind):
    cast.acme.row(kind)
    for format in ("csv", "xlsx", "json"):
        answer = asked(cast, kind, part="/export", who="ada", format=format)
        assert answer.status_code == 200, answer.json()
        assert len(b"".join(answer.streaming_content) if answer.streaming else answer.content) > 20


@pytest.mark.parametrize("kind", KINDS)
def test_a_list_is_kept_as_a_view(cast, kind):
    cast.acme.row(kind)
    fields = fields_of(cast, kind)
    config = {
        "q": "a",
        "sort": next(f"-{field['name']}" for field in fields if field["sortable"]),
        "group": next(field["name"] for field in fields if field["groupable"]),
        "columns": [field["name"] for field in fields][:60],
        "where": [next([field["name"], "empty"] for field in fields if "empty" in field["operators"])],
    }
    made = cast.client("ada").post(f"/api/lists/{kind}/views", {"title": "Mine", "config": config})
    assert made.status_code == 201, made.json()
    [view] = asked(cast, kind, part="/views", who="ada").json()
    assert {name: view["config"][name] for name in config} == config


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_listed_is_found_by_its_title(cast, kind):
    row = cast.acme.row(kind)
    listed = asked(cast, kind, who="ada").json()["items"]
    title = next(item for item in listed if item["id"] == str(row.pk))["title"]
    found = asked(cast, kind, who="ada", q=title).json()["items"]
    assert str(row.pk) in [item["id"] for item in found]
    if issubclass(listing_named(kind).model, Editable) and kinds.kind_named(kind).searchable:
        hits = cast.client("ada").get("/api/search", {"q": title, "kinds": kind}).json()
        assert str(row.pk) in [hit["id"] for hit in hits]


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in NEVER_EDITED | OWN_VERBS])
def test_an_edit_of_what_is_listed_is_recorded_and_undone(cast, kind):
    cast.acme.row(kind)
    [item, *_] = asked(cast, kind, who="ada").json()["items"]
    fields = [field for field in fields_of(cast, kind) if field["writes"] and not field["custom"]]
    told = []
    for field in fields:
        for value in others(cast, field):
            answer = bulk(cast, kind, [item], by="ada", fields={field["writes"]: value})
            told.append((field["name"], value, answer.json()))
            if answer.status_code == 200 and answer.json()["changed"]:
                change = Change.objects.get(pk=answer.json()["change"])
                assert change.by == cast.ada
                assert cast.client("ada").post(f"/api/changes/{change.pk}/undo").status_code == 200
                return
    raise AssertionError(told)


def others(cast: Any, field: Any) -> list[Any]:
    """Values of which at least one is another than that which a row holds; none of what leads to another object."""
    options = [option["value"] for option in field["options"]]
    days = [str(TODAY + timedelta(days=days)) for days in (8, 9)]
    values: dict[str, list[Any]] = {
        "text": ["Anew"],
        "number": [1, 2],
        "choice": options,
        "tags": [[option] for option in options] or [["new"]],
        "date": days,
        "datetime": [f"{day}T12:00:00Z" for day in days],
        "yes_no": [True, False],
        "person": [str(cast.members[name].pk) for name in ("ada", "pia")],
        "reference": [],
    }
    return values[field["type"]]


def test_everything_that_people_keep_has_a_list():
    kept = {kind.name for kind in kinds.all_kinds() if issubclass(kind.model, Editable)}
    assert kept - set(KINDS) == set()


def test_what_is_never_edited_says_so():
    writing = {
        listing.kind
        for listing in all_listings()
        if any(field.writes for field in listing.every_field().values())
    }
    assert set(KINDS) - writing == NEVER_EDITED | OWN_VERBS
