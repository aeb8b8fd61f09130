"""Calendars by a secret address: read without signing in, as far as their owner may read by then, until revoked."""

from __future__ import annotations

from typing import Any

import icalendar
import pytest

from northline.accounts.models import RoleGrant
from northline.delivery.models import Project, WorkItem
from northline.reporting.feeds.models import CalendarFeed
from tests.scheduling.plans import chain, edit, start

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]


def events_of(answer: Any) -> dict[str, Any]:
    """By title the events of a calendar, read by a program that is not ours."""
    assert answer.status_code == 200, answer.content
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    found = icalendar.Calendar.from_ical(answer.content)
    return {str(one["summary"]): one for one in found.walk("VEVENT")}


def test_a_calendar_is_subscribed_to_follows_the_plan_and_its_owners_rights_and_is_revoked(cast: Any) -> None:
    piet = cast.scope("piet")
    project = start(piet, product_id=cast.product.pk)
    dig, pour = chain(project, "dig", "pour", by=piet)
    due = {"deadline": "2026-03-05T17:00", "owner_id": str(cast.stan.pk)}
    edit(project, {"op": "set", "id": str(pour.pk), "version": 1, "fields": due}, by=piet)
    stan, nobody = cast.client("stan"), cast.client("")

    mine = stan.post("/api/me/calendar-feeds").json()
    whole = stan.post("/api/me/calendar-feeds", {"project_id": str(project.pk)}).json()
    assert stan.get("/api/me/calendar-feeds").json()[1]["project"]["key"] == project.key
    assert mine["address"].rpartition("/")[2][:-4] not in str(CalendarFeed.objects.values_list("token_hash"))
    own, all_of_it = (one["address"].partition("localhost")[2] for one in (mine, whole))

    assert events_of(nobody.get(all_of_it)).keys() == {
        f"{dig.key} dig",
        f"{pour.key} pour",
        f"Deadline: {pour.key} pour",
    }
    first = nobody.get(own)
    events = events_of(first)
    assert events.keys() == {f"{pour.key} pour", f"Deadline: {pour.key} pour"}
    assert events[f"{pour.key} pour"].start.isoformat() == "2026-03-03"
    again = nobody.get(own, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")

    # The plan moves, and so does the calendar.
    item = WorkItem.objects.get(pk=dig.pk)
    longer = {"duration_minutes": 960}
    edit(project, {"op": "set", "id": str(item.pk), "version": item.version, "fields": longer}, by=piet)
    moved = nobody.get(own, headers={"If-None-Match": first["ETag"]})
    assert events_of(moved)[f"{pour.key} pour"].start.isoformat() == "2026-03-04"

    # What its owner may not read any more has no name left; a whole project is closed then.
    RoleGrant.objects.filter(member=cast.stan).delete()
    assert events_of(nobody.get(own)).keys() == {"Work in a project that you may not read"}
    assert nobody.get(all_of_it).json()["code"] == "feed.closed"

    # A new address ends the one before; what is revoked is closed, and nobody ends another's.
    fresh = stan.post("/api/me/calendar-feeds").json()
    assert nobody.get(own).status_code == 404
    assert cast.client("piet").delete(f"/api/me/calendar-feeds/{fresh['id']}").status_code == 404
    assert stan.delete(f"/api/me/calendar-feeds/{fresh['id']}").status_code == 204
    assert nobody.get(fresh["address"].partition("localhost")[2]).json()["code"] == "feed.closed"
    assert Project.objects.get(pk=project.pk).plan_version == 3
