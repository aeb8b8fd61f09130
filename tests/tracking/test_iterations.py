"""Iterations: what is promised for a stretch of time, what of it is done, and where the rest goes."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from northline.core.models import Change
from northline.delivery.models import Assignment, Resource, WorkItem
from northline.tracking.mywork import rules as mine
from tests.core.listing.asking import bulk
from tests.scheduling.plans import chain, start
from tests.tracking.test_boards import say

pytestmark = pytest.mark.django_db


def answered(answer: Any, status: int = 200) -> Any:
    assert answer.status_code == status, answer.content
    return answer.json()


def undo_last(cast: Any, by: str) -> None:
    last = answered(cast.client(by).get("/api/me/last-change"))
    answered(cast.client(by).post(f"/api/changes/{last['id']}/undo"))


def test_open_work_is_carried_over_when_an_iteration_is_closed_and_back_by_one_undo(
    cast: Any, django_assert_max_num_queries: Any
) -> None:
    """One story: two iterations are planned, work is promised, done, carried over and taken back."""
    project = start(cast.scope("piet"), product_id=cast.product.pk, code="ITE")
    dig, pour, dry = chain(project, "dig", "pour", "dry", by=cast.scope("piet"))
    piet, carl = cast.client("piet"), cast.client("carl")
    home, today = f"/api/projects/{project.pk}", timezone.localdate()
    days = {"start": str(today - timedelta(days=3)), "finish": str(today)}
    first = answered(piet.post(f"{home}/iterations", {"title": "One", "capacity_minutes": 960} | days), 201)
    after = {"start": str(today + timedelta(days=1)), "finish": str(today + timedelta(days=14))}
    second = answered(piet.post(f"{home}/iterations", {"title": "Two"} | after), 201)
    assert (first["phase"], second["phase"]) == ("running", "ahead")
    backwards = {"title": "Never", "start": days["finish"], "finish": days["start"]}
    assert answered(piet.post(f"{home}/iterations", backwards), 422)["code"] == "iteration.backwards"

    # Promised by a contributor, in one change; an item is in one iteration at a time.
    count = Change.objects.count()
    wanted = {"item_ids": [str(dig.pk), str(pour.pk)], "iteration_id": first["id"]}
    assert answered(carl.post(f"{home}/commitments", wanted)) == {"moved": 2}
    assert Change.objects.count() == count + 1
    assert answered(carl.post(f"{home}/commitments", wanted)) == {"moved": 0}
    answered(carl.post(f"{home}/commitments", {"item_ids": [str(dry.pk)], "iteration_id": second["id"]}))
    answered(carl.post(f"{home}/commitments", {"item_ids": [str(dry.pk)], "iteration_id": first["id"]}))
    undo_last(cast, "carl")
    answered(
        say(cast, dig, percent_complete=100, actual_finish=f"{today}T00:00", actual_start=f"{today}T00:00")
    )
    with django_assert_max_num_queries(12):
        listed = {row["title"]: row["totals"] for row in piet.get(f"{home}/iterations").json()}
    assert (listed["One"]["items"], listed["One"]["done"], listed["One"]["done_minutes"]) == (2, 1, 480)
    assert (listed["One"]["added"], listed["Two"]["items"]) == (2, 1)
    page = answered(cast.client("vera").get(f"/api/iterations/{first['id']}"))
    # Promised after its first day, it is in it from the day on which that was done.
    assert [(day["minutes"], day["done_minutes"]) for day in page["days"]] == [(0, 0)] * 3 + [(960, 480)]

    # Closed in one deed: what is open goes on, and one undo brings it back.
    close, seen = f"/api/iterations/{first['id']}/closing", {"if-match": '"1"'}
    itself = piet.post(close, {"into_id": first["id"]}, headers=seen)
    assert answered(itself, 422)["code"] == "iteration.carries_elsewhere"
    closed = answered(piet.post(close, {"into_id": second["id"]}, headers=seen))
    assert (closed["carried"], closed["phase"], closed["can"]["edit"]) == (1, "closed", False)
    page = answered(piet.get(f"/api/iterations/{first['id']}"))
    assert {row["title"]: (row["done"], row["carried"]) for row in page["items"]} == {
        "dig": (True, False),
        "pour": (False, True),
    }
    assert answered(carl.post(f"{home}/commitments", wanted), 409)["code"] == "iteration.closed"
    undo_last(cast, "piet")
    listed = {row["title"]: row for row in piet.get(f"{home}/iterations").json()}
    assert (listed["One"]["phase"], listed["One"]["totals"]["items"]) == ("running", 2)
    assert listed["Two"]["totals"]["items"] == 1


def test_work_moves_in_its_plan_and_into_an_iteration_in_one_deed_or_not_at_all(cast: Any) -> None:
    project = start(cast.scope("piet"), product_id=cast.product.pk, code="BOTH")
    dig, pour = chain(project, "dig", "pour", by=cast.scope("piet"))
    piet, today = cast.client("piet"), timezone.localdate()
    home, days = f"/api/projects/{project.pk}", {"start": str(today), "finish": str(today)}
    first = answered(piet.post(f"{home}/iterations", {"title": "One"} | days), 201)

    def promised() -> set[str]:
        page = answered(piet.get(f"/api/iterations/{first['id']}"))
        return {row["title"] for row in page["items"] if not row["carried"]}

    def moved(edits: list[Any], *items: str, by: str = "piet", status: int = 200) -> Any:
        body = {"edits": edits, "promises": [{"item_ids": items, "iteration_id": first["id"]}]}
        return answered(cast.client(by).post(f"{home}/moves", body), status)

    dig.refresh_from_db()
    begin = {"op": "set", "id": str(dig.pk), "version": dig.version, "fields": {"state": "in_progress"}}
    edited = moved([begin], str(dig.pk), by="carl")
    assert (promised(), edited["items"][0]["state"]) == ({"dig"}, "in_progress")
    undo_last(cast, "carl")
    assert (promised(), state_now(dig)) == (set(), "to_do")

    # What is added just now is promised by the name that the edits give it.
    add = {"op": "add", "temp_id": "story", "title": "paint", "parent_id": None, "after_id": None}
    added = moved([add], "story")
    assert (promised(), list(added["temp_ids"])) == ({"paint"}, ["story"])
    undo_last(cast, "piet")
    assert promised() == set()

    # A promise that is refused leaves the plan as it was, and an edit that is refused promises nothing.
    count = Change.objects.count()
    moved([add], "nothing", status=404)
    moved([begin], str(pour.pk), status=412)
    answered(
        piet.post(f"/api/iterations/{first['id']}/closing", {"into_id": None}, headers={"if-match": '"1"'})
    )
    assert moved([add], str(pour.pk), status=409)["code"] == "iteration.closed"
    assert not WorkItem.objects.filter(project=project, title="paint", archived_at=None).exists()
    assert not Change.objects.filter(verb="moved work in").exclude(undone_by__isnull=False).exists()
    assert Change.objects.count() == count + 2


def test_an_iteration_of_another_project_is_not_found_by_what_is_promised(cast: Any) -> None:
    scope, piet, today = cast.scope("piet"), cast.client("piet"), str(timezone.localdate())
    mine, other = (start(scope, product_id=cast.product.pk, code=code) for code in ("MINE", "OTHR"))
    (dig,) = chain(mine, "dig", by=scope)
    days = {"title": "One", "start": today, "finish": today}
    theirs = answered(piet.post(f"/api/projects/{other.pk}/iterations", days), 201)
    body = {"item_ids": [str(dig.pk)], "iteration_id": theirs["id"]}
    moves = {"edits": [{"op": "add", "temp_id": "n", "title": "pour"}], "promises": [body]}
    for address, said in (("commitments", body), ("moves", moves)):
        refused = piet.post(f"/api/projects/{mine.pk}/{address}", said)
        assert answered(refused, 404)["detail"] == "There is no such iteration here.", address
    assert answered(piet.get(f"/api/iterations/{theirs['id']}"))["items"] == []
    assert WorkItem.objects.filter(project=mine).count() == 1


def state_now(item: WorkItem) -> str:
    item.refresh_from_db()
    return item.state or "to_do"


def test_my_work_is_what_i_own_or_am_on_and_tells_what_it_waits_for(
    cast: Any, django_assert_max_num_queries: Any
) -> None:
    project = start(cast.scope("piet"), product_id=cast.product.pk, code="MINE")
    dig, pour, dry = chain(project, "dig", "pour", "dry", by=cast.scope("piet"))
    answered(say(cast, dig, owner_id=str(cast.piet.pk)))
    answered(say(cast, dry, owner_id=str(cast.carl.pk)))
    who = Resource.objects.create(workspace=cast.acme.workspace, project=project, member=cast.carl)
    Assignment.objects.create(workspace=cast.acme.workspace, project=project, item=pour, resource=who)
    carl = cast.client("carl")
    with django_assert_max_num_queries(12):
        mine_now = carl.get("/api/my-work").json()["items"]
    # The plan lies in the past, so all of it is late; the one that ends first first.
    assert [(row["title"], row["when"], row["owned"]) for row in mine_now] == [
        ("pour", "late", False),
        ("dry", "late", True),
    ]
    (wait,) = mine_now[0]["waits_for"]
    assert (wait["title"], wait["owner"]["name"], wait["finish"]) == ("dig", "Piet", "2026-03-02T17:00")
    assert mine_now[0]["remaining_minutes"] == 480

    # What I finish stays in sight for a week; nobody else's list has it.
    answered(say(cast, pour, state="done"))
    shown = {row["title"]: row["when"] for row in carl.get("/api/my-work").json()["items"]}
    assert shown["pour"] == "done"
    # What waited for it starts from now on, on whatever day of the week that is.
    assert shown["dry"] in ("today", "this_week", "next_week")
    assert [row["title"] for row in cast.client("piet").get("/api/my-work").json()["items"]] == ["dig"]
    assert cast.client("stan").get("/api/my-work").json()["items"] == []
    assert WorkItem.objects.get(pk=pour.pk).percent_complete == 100
    assert mine.when(None, None, begun=False, today=timezone.localdate()) == "later"


def test_iterations_of_all_projects_are_filtered_sorted_edited_at_once_and_written(cast: Any) -> None:
    piet, today = cast.client("piet"), timezone.localdate()
    spans = {"LIA": (-20, -7), "LIB": (-3, 3), "LIC": (5, 9)}
    made = {}
    for code, (first, last) in spans.items():
        project = start(cast.scope("piet"), product_id=cast.product.pk, code=code)
        days = {"start": str(today + timedelta(days=first)), "finish": str(today + timedelta(days=last))}
        said = days | {"title": f"Of {code}", "goal": f"Reach {code}", "capacity_minutes": 960}
        made[code] = answered(piet.post(f"/api/projects/{project.pk}/iterations", said), 201)
    address = "/api/lists/iteration"

    def titles(**asked: Any) -> list[str]:
        found = answered(piet.get(address, asked))["items"]
        return [one["title"] for one in found if one["title"] in {f"Of {code}" for code in spans}]

    assert titles(sort="start") == ["Of LIA", "Of LIB", "Of LIC"]
    assert titles(where=json.dumps([["phase", "is", "running"]])) == ["Of LIB"]
    assert titles(where=json.dumps([["phase", "is", "over"]])) == ["Of LIA"]
    assert titles(q="reach lic") == ["Of LIC"]
    row = next(one for one in answered(piet.get(address))["items"] if one["title"] == "Of LIB")
    assert row["fields"]["capacity"] == 2
    assert row["phase"] == row["fields"]["phase"] == "running"

    answered(
        bulk(
            cast,
            "iteration",
            [made["LIB"], made["LIC"]],
            by="piet",
            fields={"goal": "Ship it"},
            reason="Late",
        )
    )
    assert set(
        Change.objects.filter(object_kind="iteration", verb="edited").values_list("reason", flat=True)
    ) == {"Late"}
    goals = {one["title"]: one["goal"] for one in answered(piet.get(address))["items"]}
    assert (goals["Of LIA"], goals["Of LIB"], goals["Of LIC"]) == ("Reach LIA", "Ship it", "Ship it")
    undo_last(cast, "piet")
    assert {one["goal"] for one in answered(piet.get(address))["items"] if one["title"] == "Of LIC"} == {
        "Reach LIC"
    }
    assert b"Of LIC" in piet.get(f"{address}/export", {"format": "csv"}).content
    assert answered(cast.client("nora").get(address))["items"] == []
