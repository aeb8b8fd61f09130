"""The lists of calendars, charters and amendments tell what is true, and to those alone who may read each of them."""

from __future__ import annotations

from datetime import date

import pytest

from northline.accounts.models import RoleGrant
from northline.delivery.amendments import actions as amendments
from northline.delivery.models import PlanCalendar, Resource
from tests.cast import Cast
from tests.core.listing.asking import asked, bulk, titles


@pytest.fixture
def shifts(cast: Cast) -> PlanCalendar:
    """A calendar of the workspace, beside that of a project, with a long Monday, a night on Tuesday and two holidays."""
    cast.acme.row("calendar")
    body = {
        "title": "Shifts",
        "week": [[[480, 720], [750, 1140]], [[0, 90]], [], [], [], [], []],
        "exceptions": [
            {"first": "2026-05-01", "last": "2026-05-01", "name": "May Day"},
            {"first": "2026-12-24", "last": "2026-12-31", "name": "Closed"},
        ],
        "country": "AT",
    }
    answer = cast.client("piet").post("/api/calendars", body)
    assert answer.status_code == 201, answer.json()
    return PlanCalendar.objects.get(pk=answer.json()["id"])


def fields(cast: Cast, kind: str, title: str, who: str = "ada") -> dict:
    items = asked(cast, kind, who=who, where=[["title", "is", title]]).json()["items"]
    assert len(items) == 1
    return items[0]["fields"]


def test_a_calendar_is_listed_with_its_hours_its_days_that_differ_and_what_stands_on_it(
    cast: Cast, shifts: PlanCalendar
) -> None:
    piet, project = cast.client("piet"), cast.acme.row("project")
    for title in ("Crane", "Old crane"):
        body = {"title": title, "type": "equipment", "calendar_id": str(shifts.pk)}
        assert piet.post("/api/resources", body).status_code == 201
    Resource.objects.filter(title="Old crane").update(archived_at=shifts.created_at)
    told = fields(cast, "calendar", "Shifts")
    assert (told["hours"], told["exceptions"], told["weeks"]) == (12.0, 2, 0)
    assert (told["projects"], told["resources"], told["work_items"]) == (0, 1, 0)
    own = fields(cast, "calendar", project.calendar.title)
    assert (own["hours"], own["projects"], own["project"]["title"]) == (40.0, 1, project.title)
    assert titles(cast, "calendar", who="ada", where=[["hours", "at_most", 20]]) == ["Shifts"]
    assert titles(cast, "calendar", who="ada", where=[["country", "is", "AT"]]) == ["Shifts"]


def test_holidays_of_many_calendars_are_set_at_once_and_set_back(cast: Cast, shifts: PlanCalendar) -> None:
    items = asked(cast, "calendar", who="piet").json()["items"]
    assert len(items) == 2
    refused = bulk(cast, "calendar", items, by="piet", fields={"country": "QQ"})
    assert (refused.status_code, refused.json()["code"]) == (422, "calendar.unknown_country")
    done = bulk(cast, "calendar", items, by="piet", fields={"country": "DE", "region": "BE"})
    assert done.json()["changed"] == 2
    assert {one["fields"]["country"] for one in asked(cast, "calendar").json()["items"]} == {"DE"}
    assert cast.client("piet").post(f"/api/changes/{done.json()['change']}/undo").status_code == 200
    assert {one["fields"]["country"] for one in asked(cast, "calendar").json()["items"]} == {None, "AT"}


def test_a_calendar_of_the_workspace_is_not_listed_for_a_guest(cast: Cast, shifts: PlanCalendar) -> None:
    own = cast.acme.row("calendar")
    assert titles(cast, "calendar", who="stan") == [own.title]
    assert cast.client("stan").get(f"/api/calendars/{shifts.pk}").status_code == 404
    answer = bulk(cast, "calendar", [{"id": str(own.pk), "version": own.version}], by="vera", archived=True)
    assert answer.status_code == 403


def test_a_charter_is_listed_with_who_answered_and_how_it_was_amended(cast: Cast) -> None:
    charter = cast.acme.row("accepted_charter")
    told = fields(cast, "charter", charter.title)
    assert (told["state"], told["answered_by"]["id"]) == ("accepted", str(cast.ada.pk))
    assert (told["amendments"], told["amended_at"], told["amendment_waits"]) == (0, None, False)
    row = cast.acme.row("charter_amendment")
    assert fields(cast, "charter", charter.title)["amendment_waits"] is True
    row = amendments.sign(row.pk, side="project", expected=row.version, by=cast.scope("ada"))
    told = fields(cast, "charter", charter.title)
    assert (told["amendments"], told["amendment_waits"]) == (1, False)
    assert told["amended_at"] is not None
    assert row.project_at is not None
    mine = [["answered_by", "is", "me"], ["amendment_waits", "is", False]]
    assert titles(cast, "charter", who="ada", where=mine) == [charter.title]
    assert titles(cast, "charter", who="piet", where=mine) == []


def test_an_amendment_is_listed_with_what_it_changes(cast: Cast) -> None:
    row = cast.acme.row("charter_amendment")
    told = fields(cast, "charter_amendment", row.title)
    assert (told["deadline"], told["changes_deadline"], told["changes_scope"]) == ("2026-06-01", True, False)
    assert told["charter"]["id"] == str(row.charter_id)
    late = [["deadline", "after", "2026-05-01"], ["state", "is", "proposed"]]
    assert titles(cast, "charter_amendment", where=late) == [row.title]
    assert titles(cast, "charter_amendment", where=[["changes_scope", "is", True]]) == []


def test_deadlines_of_many_charters_move_at_once_but_a_signed_one_refuses(cast: Cast) -> None:
    open_one = cast.acme.row("charter")
    [item] = asked(cast, "charter", who="pia").json()["items"]
    done = bulk(cast, "charter", [item], by="pia", fields={"deadline": "2026-09-30"})
    assert done.status_code == 200, done.json()
    open_one.refresh_from_db()
    assert open_one.deadline == date(2026, 9, 30)
    assert cast.client("pia").post(f"/api/changes/{done.json()['change']}/undo").status_code == 200
    open_one.refresh_from_db()
    address = f"/api/charters/{open_one.pk}/acceptance"
    assert cast.client("piet").post(address, headers={"if-match": f'"{open_one.version}"'}).status_code == 200
    [item] = asked(cast, "charter", who="pia").json()["items"]
    refused = bulk(cast, "charter", [item], by="pia", fields={"deadline": "2026-10-31"})
    assert (refused.status_code, refused.json()["code"]) == (409, "charter.answered")
    assert "Propose an amendment." in refused.json()["detail"]


def test_a_charter_is_not_put_away_nor_an_amendment_edited_from_a_list(cast: Cast) -> None:
    row = cast.acme.row("charter_amendment")
    for kind, body, code in (
        ("charter", {"archived": True}, "list.not_archivable"),
        ("charter_amendment", {"archived": True}, "list.not_archivable"),
        ("charter_amendment", {"fields": {"reason": "Another"}}, "list.not_editable"),
    ):
        [item] = asked(cast, kind, who="ada").json()["items"]
        assert bulk(cast, kind, [item], by="ada", **body).json()["code"] == code
    row.refresh_from_db()
    assert (row.reason, row.archived_at) == ("A reason", None)


def test_charters_and_amendments_are_listed_for_those_alone_who_may_read_them(cast: Cast) -> None:
    row = cast.acme.row("charter_amendment")
    RoleGrant.objects.filter(member=cast.stan).delete()
    assert (titles(cast, "charter", who="stan"), titles(cast, "charter_amendment", who="stan")) == ([], [])
    cast.grant("stan", "project", row.charter.project_id, "viewer")
    assert titles(cast, "charter_amendment", who="stan") == [row.title]


def test_terms_of_a_charter_that_must_be_there_are_not_emptied(cast: Cast) -> None:
    row = cast.acme.row("charter")
    answer = cast.client("ada").patch(
        f"/api/charters/{row.pk}", {"success_criteria": None}, headers={"if-match": f'"{row.version}"'}
    )
    assert answer.status_code == 422
