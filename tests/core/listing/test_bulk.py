"""Many at once: a preview that keeps nothing, all or nothing, one undo."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from northline.core.models import Change
from northline.research.models import Idea, Insight
from tests.access.operations import fingerprint
from tests.core.listing.asking import add_field, bulk, make


@pytest.fixture
def ideas(cast):
    return [make(cast, title=f"Idea {number}") for number in range(3)]


def statuses():
    return list(Idea.objects.order_by("title").values_list("status", flat=True))


def undo(cast, change, *, by="pia"):
    return cast.client(by).post(f"/api/changes/{change}/undo")


def test_one_edit_changes_all_and_says_what_it_did(cast, ideas):
    answer = bulk(cast, "idea", ideas, fields={"status": "exploring"}, reason="Kick-off").json()
    assert (answer["changed"], answer["refused"], statuses()) == (3, 0, ["exploring"] * 3)
    first = answer["items"][0]
    assert first["changes"] == [{"field": "status", "before": "new", "after": "exploring"}]
    assert (first["item"]["status"], first["item"]["version"]) == ("exploring", 2)
    whole = Change.objects.get(pk=answer["change"])
    assert (whole.verb, whole.object_kind, whole.after["count"], whole.reason) == (
        "edited",
        "several",
        3,
        "Kick-off",
    )
    assert Change.objects.filter(cause=whole).count() == 3
    assert cast.client("pia").get("/api/me/last-change").json()["id"] == answer["change"]


def test_one_undo_takes_back_the_whole_and_can_be_taken_back(cast, ideas):
    change = bulk(cast, "idea", ideas, fields={"status": "exploring", "title": "Same"}).json()["change"]
    assert undo(cast, change).status_code == 200
    assert statuses() == ["new"] * 3
    assert sorted(Idea.objects.values_list("title", flat=True)) == ["Idea 0", "Idea 1", "Idea 2"]
    assert undo(cast, change).json()["code"] == "undo.done"
    again = Change.objects.filter(object_kind="several").order_by("-seq")[0]
    assert undo(cast, again.pk).status_code == 200
    assert statuses() == ["exploring"] * 3


def test_an_undo_is_refused_whole_where_somebody_went_on(cast, ideas):
    change = bulk(cast, "idea", ideas, fields={"status": "exploring"}).json()["change"]
    cast.client("carl").patch(f"/api/ideas/{ideas[1]['id']}", {"title": "More"}, headers={"if-match": '"2"'})
    before = fingerprint()
    answer = undo(cast, change)
    assert (answer.status_code, answer.json()["code"]) == (409, "undo.changed_since")
    assert "Carl" in answer.json()["detail"]
    assert fingerprint() == before


def test_a_preview_tells_the_same_and_keeps_nothing(cast, ideas):
    stale = ideas[2] | {"version": 9}
    before = fingerprint()
    answer = bulk(cast, "idea", [*ideas[:2], stale], fields={"status": "dropped"}, dry_run=True).json()
    assert (answer["changed"], answer["refused"], answer["change"]) == (2, 1, None)
    assert answer["items"][0]["changes"] == [{"field": "status", "before": "new", "after": "dropped"}]
    assert answer["items"][2]["refusal"]["code"] == "version.stale"
    assert fingerprint() == before


def test_one_refused_is_all_refused(cast, ideas):
    before = fingerprint()
    answer = bulk(cast, "idea", [ideas[0], ideas[1] | {"version": 9}], fields={"status": "dropped"})
    assert (answer.status_code, answer.json()["code"]) == (412, "version.stale")
    assert [one["key"] for one in answer.json()["refused"]] == [ideas[1]["key"]]
    assert answer.json()["current"]["title"] == "Idea 1"
    assert fingerprint() == before


def test_who_may_not_change_one_changes_none(cast, ideas):
    before = fingerprint()
    assert bulk(cast, "idea", ideas, by="vera", fields={"status": "dropped"}).status_code == 403
    assert bulk(cast, "idea", ideas, by="nora", fields={"status": "dropped"}).status_code == 404
    foreign = {"id": str(cast.beyond.row("idea").pk), "version": 1}
    before = fingerprint()
    for dry_run in (True, False):
        answer = bulk(
            cast, "idea", [*ideas, foreign], by="ada", fields={"status": "dropped"}, dry_run=dry_run
        )
        assert answer.status_code == 404
    assert fingerprint() == before


def test_the_rules_of_the_area_hold_for_each(cast):
    top = make(cast, "opportunities", title="Top")
    below = make(cast, "opportunities", title="Below", parent_id=top["id"])
    other = make(cast, "opportunities", title="Other")
    preview = bulk(cast, "opportunity", [top, other], fields={"parent_id": below["id"]}, dry_run=True).json()
    assert [one["refusal"] and one["refusal"]["code"] for one in preview["items"]] == [
        "opportunity.makes_circle",
        None,
    ]
    assert preview["items"][1]["changes"][0]["after"]["title"] == "Below"
    assert bulk(cast, "opportunity", [top, other], fields={"parent_id": below["id"]}).status_code == 422


def test_a_strangers_reference_is_not_found(cast):
    rows = [make(cast, "insights"), make(cast, "insights")]
    foreign = str(cast.beyond.row("customer").pk)
    assert bulk(cast, "insight", rows, fields={"customer_id": foreign}).status_code == 404


def test_tags_are_added_and_removed_without_naming_the_rest(cast):
    rows = [make(cast, "insights", title="a", tags=["x", "y"]), make(cast, "insights", title="b", tags=["z"])]
    answer = bulk(cast, "insight", rows, fields={"tags": {"add": ["new"], "remove": ["x"]}})
    assert answer.status_code == 200, answer.json()
    assert list(Insight.objects.order_by("title").values_list("tags", flat=True)) == [
        ["y", "new"],
        ["z", "new"],
    ]


def test_custom_values_are_edited_and_undone_alone(cast, ideas):
    reach = add_field(cast, "Reach", "number")["name"]
    teams = add_field(cast, "Teams", "tags", options=[{"label": "Web"}, {"label": "Yard"}])["name"]
    change = bulk(cast, "idea", ideas, fields={"custom": {reach: 5, teams: {"add": ["web"]}}}).json()[
        "change"
    ]
    assert Idea.objects.first().custom == {reach: 5, teams: ["web"]}
    now = [{"id": idea["id"], "version": 2} for idea in ideas]
    second = bulk(
        cast, "idea", now, fields={"custom": {reach: None, teams: {"add": ["yard"], "remove": ["web"]}}}
    ).json()
    assert second["items"][0]["changes"] == [
        {"field": f"custom.{reach}", "before": 5.0, "after": None},
        {"field": f"custom.{teams}", "before": ["web"], "after": ["yard"]},
    ]
    assert undo(cast, second["change"]).status_code == 200
    assert Idea.objects.first().custom == {reach: 5, teams: ["web"]}
    assert undo(cast, change).status_code == 200
    assert Idea.objects.first().custom == {}


def test_many_are_archived_and_restored_by_one_undo(cast, ideas):
    tried = bulk(cast, "idea", ideas, archived=True, dry_run=True).json()
    assert [one["changes"] for one in tried["items"]] == [
        [{"field": "archived", "before": False, "after": True}]
    ] * 3
    change = bulk(cast, "idea", ideas, archived=True).json()["change"]
    assert Idea.objects.filter(archived_at=None).count() == 0
    assert undo(cast, change).status_code == 200
    assert Idea.objects.filter(archived_at=None).count() == 3


def test_a_single_one_is_its_own_change(cast, ideas):
    answer = bulk(cast, "idea", ideas[:1], fields={"status": "chosen"}).json()
    change = Change.objects.get(pk=answer["change"])
    assert (change.object_kind, change.cause_id) == ("idea", None)
    assert undo(cast, change.pk).status_code == 200


def test_what_changes_nothing_records_nothing(cast, ideas):
    before = Change.objects.count()
    answer = bulk(cast, "idea", ideas, fields={"status": "new"}).json()
    assert (answer["changed"], answer["change"], Change.objects.count()) == (0, None, before)


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"colour": "red"}, "list.not_editable"),
        ({"created_at": "2026-01-01"}, "list.not_editable"),
        ({"status": "gone"}, "input.invalid"),
        ({"title": None}, "input.invalid"),
        ({"title": ""}, "input.invalid"),
        ({"custom": {"none": 1}}, "custom.unknown_field"),
    ],
)
def test_what_none_can_take_is_refused(cast, ideas, fields, code):
    before = fingerprint()
    answer = bulk(cast, "idea", ideas, fields=fields)
    assert (answer.status_code, answer.json()["code"]) == (422, code)
    assert fingerprint() == before


@pytest.mark.parametrize("how_many", [0, 501])
def test_a_bulk_edit_has_a_size(cast, how_many):
    item = {"id": str(cast.acme.row("idea").pk), "version": 1}
    assert bulk(cast, "idea", [item] * how_many, fields={"status": "new"}).status_code == 422


def test_the_queries_of_a_bulk_edit_grow_only_with_its_writes(cast):
    def taken(rows):
        with CaptureQueriesContext(connection) as seen:
            bulk(cast, "idea", rows, fields={"status": "exploring"})
        return len(seen)

    one, more = [make(cast) for _ in range(2)], [make(cast) for _ in range(4)]
    two, four = taken(one), taken(more)
    assert (four - two) / 2 <= 12
