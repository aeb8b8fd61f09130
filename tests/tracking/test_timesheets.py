"""Timesheets: hours reported with what is left, handed in, approved, locked; timers; whose hours one may read."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from northline.core.models import Change
from northline.delivery.models import Assignment, Resource, WorkItem
from northline.tracking.timesheets import managing, queries
from northline.tracking.timesheets.models import TimeEntry, Timer, Timesheet
from tests.scheduling.plans import chain, edit, start
from tests.tracking.test_iterations import answered, undo_last

pytestmark = pytest.mark.django_db
WEEK = "2026-03-02"


def cell(item: WorkItem, on: str, minutes: int | None = None, **more: Any) -> dict[str, Any]:
    return {"item_id": str(item.pk), "on": on, "minutes": minutes} | more


def rows(sheet: Any) -> dict[str, Any]:
    return {row["title"]: row for row in sheet["rows"]}


def test_what_is_left_moves_the_finish_or_the_units_by_the_type_of_the_task(cast: Any) -> None:
    project = start(cast.scope("piet"), product_id=cast.product.pk, code="LFT")
    dig, pour = chain(project, "dig", "pour", by=cast.scope("piet"))
    mine = {"workspace": cast.acme.workspace, "project": project}
    who = Resource.objects.create(**mine, member=cast.carl, key="RES-7", title="Carl")
    for item, kind in ((dig, "fixed_units"), (pour, "fixed_duration")):
        Assignment.objects.create(**mine, item=item, resource=who)
        fields = {"duration_minutes": 1920, "task_type": kind}
        edit(
            project,
            {"op": "set", "id": str(item.pk), "version": item.version, "fields": fields},
            by=cast.scope("piet"),
        )
    carl, here = cast.client("carl"), f"/api/members/{cast.carl.pk}/timesheets/{WEEK}"

    def say(item: WorkItem, version: int, hours: int) -> Change:
        item.refresh_from_db()
        left = [{"item_id": str(item.pk), "version": item.version, "minutes": hours * 60}]
        answered(carl.patch(here, {"version": version, "cells": [cell(item, WEEK, 480)], "remaining": left}))
        return Change.objects.filter(object_id=project.pk, verb="planned").latest("seq")

    # A day is done of four, and five more are left: everything ends two days later, and the change says so.
    moved = say(dig, 0, 40)
    assert [moved.before["finish"], moved.after["finish"]] == ["2026-03-11T17:00", "2026-03-13T17:00"]
    # The other one takes its four days whatever is left, with more of his time.
    moved = say(pour, 1, 48)
    assert moved.before["finish"] == moved.after["finish"]
    pour.refresh_from_db()
    assert (pour.duration_minutes, pour.percent_complete) == (1920, 25.0)
    assert Assignment.objects.get(item=pour).units == 2.0
    assert rows(answered(carl.get(here)))["pour"]["remaining_minutes"] == 48 * 60


def test_a_week_is_reported_handed_in_returned_approved_and_locked(
    cast: Any, django_assert_max_num_queries: Any
) -> None:
    """One story of carl, who works on the plan of piet."""
    project = start(cast.scope("piet"), product_id=cast.product.pk, code="HRS")
    dig, pour, dry = chain(project, "dig", "pour", "dry", by=cast.scope("piet"))
    mine = {"workspace": cast.acme.workspace, "project": project}
    who = Resource.objects.create(**mine, member=cast.carl, key="RES-1", title="Carl")
    Assignment.objects.create(**mine, item=dig, resource=who)
    edit(
        project,
        {"op": "set", "id": str(dry.pk), "version": 1, "fields": {"title": "Dry"}},
        by=cast.scope("piet"),
    )
    edit(
        project,
        {"op": "set", "id": str(dig.pk), "version": 1, "fields": {"duration_minutes": 960}},
        by=cast.scope("piet"),
    )
    carl, piet, here = (
        cast.client("carl"),
        cast.client("piet"),
        f"/api/members/{cast.carl.pk}/timesheets/{WEEK}",
    )

    # What is planned is there before anything is reported; what is not can be added.
    with django_assert_max_num_queries(25):
        sheet = answered(carl.get(here))
    assert (sheet["version"], sheet["state"], sheet["can"]["write"]) == (0, "open", True)
    assert sheet["capacity"] == [480] * 5 + [0, 0]
    assert [(row["title"], row["planned"][:3]) for row in sheet["rows"]] == [("dig", [480, 480, 0])]
    assert rows(answered(carl.get(here, {"also": str(pour.pk)}))).keys() == {"dig", "pour"}

    # Hours and what is left are one change, and one undo takes both back.
    count = Change.objects.filter(cause=None).count()
    dig.refresh_from_db()
    left = [{"item_id": str(dig.pk), "version": dig.version, "minutes": 720}]
    said = {"version": 0, "cells": [cell(dig, WEEK, 240, note="North side")], "remaining": left}
    sheet = answered(carl.patch(here, said))
    assert Change.objects.filter(cause=None).count() == count + 1
    row = rows(sheet)["dig"]
    assert (row["minutes"][0], row["notes"][0], row["spent_minutes"]) == (240, "North side", 240)
    assert (row["percent_complete"], row["remaining_minutes"]) == (25.0, 720)
    undo_last(cast, "carl")
    row = rows(answered(carl.get(here)))["dig"]
    assert (row["minutes"][0], row["percent_complete"], row["remaining_minutes"]) == (0, 0.0, 960)
    sheet = answered(carl.get(here))
    cells = [cell(dig, WEEK, 240), cell(pour, "2026-03-03", 120)]
    sheet = answered(carl.patch(here, {"version": sheet["version"], "cells": cells}))

    # What cannot be is refused with a reason.
    def refused(status: int, code: str, *cells: Any, version: int = sheet["version"], by: Any = carl) -> None:
        answer = answered(by.patch(here, {"version": version, "cells": list(cells)}), status)
        assert answer["code"] == code

    refused(412, "version.stale", cell(dig, WEEK, 60), version=1)
    refused(422, "timesheet.other_week", cell(dig, "2026-03-09", 60))
    refused(422, "timesheet.day_too_long", cell(pour, WEEK, 1260))
    refused(403, "right.missing", cell(dig, WEEK, 60), by=piet)
    edit(project, {"op": "add", "title": "Below", "parent_id": str(dry.pk)}, by=cast.scope("piet"))
    refused(422, "timesheet.summary", cell(dry, WEEK, 60))

    # Handed in, it is closed; withdrawn, it is open again.
    asked = cast.client("piet").get("/api/inbox").json()["unseen"]
    sheet = answered(carl.post(f"{here}/submission", {"version": sheet["version"]}))
    assert (sheet["state"], sheet["can"]["write"], rows(sheet)["dig"]["can"]["write"]) == (
        "submitted",
        False,
        False,
    )
    assert cast.client("piet").get("/api/inbox").json()["unseen"] == asked + 1
    refused(409, "timesheet.submitted", cell(dig, WEEK, 60), version=sheet["version"])
    again = carl.post(f"{here}/submission", {"version": sheet["version"]})
    assert answered(again, 409)["code"] == "timesheet.submitted_already"
    its = f"/api/timesheets/{sheet['id']}"
    seen = {"if-match": f'"{sheet["version"]}"'}
    sheet = answered(carl.delete(f"{its}/submission", headers=seen))
    assert (sheet["state"], sheet["can"]["write"]) == ("open", True)
    undo_last(cast, "carl")

    # The project's manager returns it with a reason; put right, it is handed in again and approved.
    with django_assert_max_num_queries(12):
        (waiting,) = answered(piet.get("/api/timesheets/waiting"))
    assert (waiting["member"]["name"], waiting["minutes"], len(waiting["lines"])) == ("Carl", 360, 2)
    part = f"{its}/projects/{project.pk}"

    def judge(verb: str, status: int = 200, by: Any = piet, **body: Any) -> Any:
        version = answered(carl.get(here))["version"]
        return answered(by.post(f"{part}/{verb}", body, headers={"if-match": f'"{version}"'}), status)

    assert judge("return", 422)["code"] == "timesheet.says_no_why"
    assert judge("approval", 403, by=carl)["code"] == "right.missing"
    assert judge("return", reason="Tuesday was a holiday")["state"] == "returned"
    sheet = answered(carl.get(here))
    assert sheet["parts"][0]["note"] == "Tuesday was a holiday"
    sheet = answered(carl.patch(here, {"version": sheet["version"], "cells": [cell(pour, "2026-03-03", 0)]}))
    sheet = answered(carl.post(f"{here}/submission", {"version": sheet["version"]}))
    assert judge("approval")["state"] == "approved"
    assert answered(piet.get("/api/timesheets/waiting")) == []
    refused(409, "timesheet.approved", cell(dig, WEEK, 60), version=answered(carl.get(here))["version"])
    assert judge("approval", 409)["code"] == "timesheet.not_waiting"

    # It is opened again by whoever may approve it, which is recorded; and that can be undone.
    assert judge("return", reason="Wrong task")["state"] == "returned"
    assert Change.objects.filter(verb="reopened", reason="Wrong task").count() == 1
    undo_last(cast, "piet")
    assert answered(carl.get(here))["state"] == "approved"

    # One reads one's own hours; whoever plans, those of the project; others none of either.
    counted = {
        name: len(cast.client(name).get("/api/lists/time_entry").json()["items"])
        for name in ("carl", "piet", "adam", "vera", "stan")
    }
    assert counted == {"carl": 1, "piet": 1, "adam": 1, "vera": 0, "stan": 0}
    assert len(cast.client("vera").get("/api/lists/timesheet").json()["items"]) == 0
    assert [one["fields"]["hours"] for one in piet.get("/api/lists/timesheet").json()["items"]] == [4.0]
    told = carl.get("/api/lists/time_entry/export", {"format": "csv"}).content.decode()
    assert "Carl" in told
    assert rows(answered(cast.client("pia").get(here))).keys() == {"dig"}
    assert answered(cast.client("vera").get(here), 403)["code"] == "right.missing"

    # Pour was for nobody by name, so only carl's week could be missing, and that of the dig is not.
    later = date(2026, 3, 10)
    assert managing.missing(cast.scope("piet"), today=later) == []
    Assignment.objects.create(**mine, item=pour, resource=who)
    Assignment.objects.create(
        **mine,
        item=pour,
        resource=Resource.objects.create(**mine, member=cast.vera, key="RES-2", title="Vera"),
    )
    edit(
        project,
        {"op": "set", "id": str(pour.pk), "version": 1, "fields": {"duration_minutes": 480 * 6}},
        by=cast.scope("piet"),
    )
    missing = managing.missing(cast.scope("piet"), today=date(2026, 3, 17))
    assert [(one["member"]["name"], str(one["week"])) for one in missing] == [
        ("Vera", WEEK),
        ("Carl", "2026-03-09"),
        ("Vera", "2026-03-09"),
    ]


def test_of_more_work_than_a_week_shows_what_was_reported_comes_first_and_the_rest_is_counted(
    cast: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queries, "MOST_ROWS", 2)
    project = start(cast.scope("piet"), product_id=cast.product.pk, code="HRS")
    items = chain(project, "dig", "pour", "dry", "late", by=cast.scope("piet"))
    mine = {"workspace": cast.acme.workspace, "project": project}
    who = Resource.objects.create(**mine, member=cast.carl, key="RES-1", title="Carl")
    Assignment.objects.bulk_create(Assignment(**mine, item=item, resource=who) for item in items[:3])
    edit(
        project,
        {"op": "set", "id": str(items[0].pk), "version": 1, "fields": {"duration_minutes": 480}},
        by=cast.scope("piet"),
    )
    carl, here = cast.client("carl"), f"/api/members/{cast.carl.pk}/timesheets/{WEEK}"
    sheet = answered(carl.get(here))
    assert ([row["title"] for row in sheet["rows"]], sheet["left_out"]) == (["dig", "pour"], 1)
    sheet = answered(carl.get(f"{here}?also={items[3].pk}"))
    assert ([row["title"] for row in sheet["rows"]], sheet["left_out"]) == (["dig", "late"], 2)


def test_a_timer_adds_to_the_day_and_one_that_was_forgotten_counts_for_twelve_hours(cast: Any) -> None:
    project = start(cast.scope("piet"), product_id=cast.product.pk, code="HRS")
    dig, pour = chain(project, "dig", "pour", by=cast.scope("piet"))
    carl = cast.client("carl")
    assert answered(carl.delete("/api/timer"), 409)["code"] == "timer.not_running"
    answered(cast.client("vera").put("/api/timer", {"item_id": str(dig.pk)}), 403)

    def begun_before(**ago: float) -> None:
        Timer.objects.filter(member=cast.carl).update(since=timezone.now() - timedelta(**ago))

    answered(carl.put("/api/timer", {"item_id": str(dig.pk), "note": "By hand"}))
    begun_before(seconds=90 * 60)
    # Another one is begun: what ran is kept.
    told = answered(carl.put("/api/timer", {"item_id": str(pour.pk)}))
    assert told["item"]["title"] == "pour"
    kept = list(TimeEntry.objects.filter(item=dig).order_by("on"))
    assert (sum(one.minutes for one in kept), {one.note for one in kept}) == (90, {"By hand"})
    begun_before(days=2)
    stopped = answered(carl.delete("/api/timer"))
    assert (stopped["minutes"], stopped["cut"]) == (720, True)
    assert answered(carl.get("/api/timer"))["since"] is None
    # A second one of the day is added to it; one that is not to be kept is not.
    answered(carl.put("/api/timer", {"item_id": str(dig.pk)}))
    begun_before(seconds=60 * 60)
    assert answered(carl.delete("/api/timer?keep=false"))["minutes"] == 0
    assert sum(TimeEntry.objects.filter(item=dig).values_list("minutes", flat=True)) == 90


def test_the_midnight_of_a_timer_is_the_members_own(cast: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    project = start(cast.scope("piet"), product_id=cast.product.pk, code="MID")
    (dig,) = chain(project, "dig", by=cast.scope("piet"))
    carl = cast.client("carl")
    chosen = {"mail": "off", "browser": False, "time_zone": "America/New_York"}
    answered(carl.put("/api/notifications", chosen))
    assert carl.get("/api/notifications").json()["time_zone"] == "America/New_York"
    answered(carl.put("/api/timer", {"item_id": str(dig.pk)}))
    # A Sunday evening in New York, where it is four hours earlier than by UTC, up to an hour into Monday.
    Timer.objects.update(since=datetime(2026, 3, 16, 3, 30, tzinfo=UTC))
    monkeypatch.setattr(timezone, "now", lambda: datetime(2026, 3, 16, 5, 0, tzinfo=UTC))
    stopped = answered(carl.delete("/api/timer"))
    assert stopped == {"minutes": 90, "days": ["2026-03-15", "2026-03-16"], "cut": False}
    kept = TimeEntry.objects.order_by("on").values_list("on", "minutes", "sheet__week")
    assert list(kept) == [
        (date(2026, 3, 15), 30, date(2026, 3, 9)),
        (date(2026, 3, 16), 60, date(2026, 3, 16)),
    ]


def test_weeks_of_several_projects_are_approved_as_one_deed(cast: Any) -> None:
    one, other, foreign = (
        start(cast.scope(by), product_id=product, code=code)
        for code, product, by in (
            ("ONE", cast.product.pk, "piet"),
            ("TWO", cast.product.pk, "piet"),
            ("FGN", None, "ada"),
        )
    )
    (dig,), (pour,) = (chain(project, "work", by=cast.scope("piet")) for project in (one, other))
    (else_where,) = chain(foreign, "work", by=cast.scope("ada"))
    piet, seen = cast.client("piet"), {}
    for name, cells in (
        ("carl", [cell(dig, WEEK, 240), cell(pour, WEEK, 60)]),
        ("adam", [cell(dig, WEEK, 30), cell(else_where, WEEK, 90)]),
        ("ada", [cell(pour, WEEK, 15)]),
    ):
        member = getattr(cast, name)
        here = f"/api/members/{member.pk}/timesheets/{WEEK}"
        sheet = answered(cast.client(name).patch(here, {"version": 0, "cells": cells}))
        sheet = answered(cast.client(name).post(f"{here}/submission", {"version": sheet["version"]}))
        seen[name] = {"timesheet_id": sheet["id"], "version": sheet["version"]}
    weeks = [
        seen["carl"] | {"project_ids": [str(one.pk), str(other.pk)]},
        seen["adam"] | {"project_ids": [str(one.pk)]},
        seen["ada"] | {"project_ids": [str(other.pk)]},
    ]
    at = "/api/timesheets/approvals"

    # Nobody approves for a project that is not theirs, and no week is named twice.
    wrong = [weeks[0], seen["adam"] | {"project_ids": [str(foreign.pk)]}]
    assert answered(piet.post(at, {"weeks": wrong}), 403)["code"] == "right.missing"
    assert answered(cast.client("carl").post(at, {"weeks": weeks[:1]}), 403)["code"] == "right.missing"
    assert piet.post(at, {"weeks": [weeks[0], weeks[0]]}).status_code == 422

    # What would be approved is told before, and nothing is done by that.
    told = answered(piet.post(f"{at}?preview=true", {"weeks": weeks}))
    assert told == {"weeks": 3, "people": 3, "minutes": 345, "left": []}
    assert len(answered(piet.get("/api/timesheets/waiting"))) == 4

    # A week that was changed meanwhile is left whole; the others are one change, and one undo.
    here = f"/api/timesheets/{seen['ada']['timesheet_id']}/submission"
    answered(cast.client("ada").delete(here, headers={"if-match": f'"{seen["ada"]["version"]}"'}))
    count = Change.objects.filter(cause=None).count()
    told = answered(piet.post(at, {"weeks": weeks}))
    assert (told["weeks"], told["minutes"]) == (2, 330)
    assert [(left["member"]["name"], left["why"]) for left in told["left"]] == [(cast.ada.name, "changed")]
    assert Change.objects.filter(cause=None).count() == count + 1
    states = dict(Timesheet.objects.values_list("member__name", "state"))
    assert states == {"Carl": "approved", cast.adam.name: "submitted", cast.ada.name: "open"}
    assert answered(piet.post(at, {"weeks": weeks}), 409)["code"] == "timesheet.not_waiting"
    undo_last(cast, "piet")
    assert Timesheet.objects.get(member=cast.carl).state == "submitted"
    assert len(answered(piet.get("/api/timesheets/waiting"))) == 3
