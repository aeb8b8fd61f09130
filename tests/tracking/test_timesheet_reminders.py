"""Whoever has not handed in a week is asked for it once, after it ended."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from northline.accounts.actions.roles import give
from northline.core import jobs
from northline.core.models import Change, Counter, Job
from northline.core.scope import nameless
from northline.delivery.models import Assignment, Resource
from northline.tracking.timesheets import reminding
from tests.scheduling.plans import chain, edit, start
from tests.tracking.test_iterations import answered
from tests.tracking.test_timesheets import WEEK, cell
from tests.working import work

pytestmark = pytest.mark.django_db


def remind(cast: Any, week: str = WEEK) -> list[Change]:
    """Do what a Monday morning does; answers who was asked so far, in order."""
    jobs.enqueue("remind_of_timesheets", by=nameless(cast.acme.workspace.pk), week=week)
    work()
    return list(Change.objects.filter(verb=reminding.REMINDED).order_by("seq"))


def test_a_week_that_was_not_handed_in_is_one_message_to_whoever_was_to_work(cast: Any) -> None:
    piet, carl = cast.scope("piet"), cast.client("carl")
    project = start(piet, product_id=cast.product.pk, code="RMD")
    dig, pour = chain(project, "dig", "pour", by=piet)
    mine = {"workspace": cast.acme.workspace, "project": project}
    for item, name in ((dig, "carl"), (pour, "vera")):
        who = Resource.objects.create(**mine, member=cast.members[name], key=f"RES-{name}", title=name)
        Assignment.objects.create(**mine, item=item, resource=who)
    edit(project, {"op": "set", "id": str(dig.pk), "version": 1, "fields": {"notes": "Begin"}}, by=piet)

    # Nobody reports hours here yet, so nobody is asked for any.
    assert remind(cast) == []

    here = f"/api/members/{cast.carl.pk}/timesheets/{WEEK}"
    answered(carl.patch(here, {"version": 0, "cells": [cell(dig, WEEK, 60)]}))
    asked = remind(cast)
    assert {change.after["to"] for change in asked} == {str(cast.carl.pk), str(cast.members["vera"].pk)}
    [message] = [one for one in carl.get("/api/inbox").json()["items"] if one["verb"] == reminding.REMINDED]
    assert (message["kind"], message["title"], message["why"]) == (
        "timesheet",
        "Week of 2 March 2026",
        "asked",
    )
    assert len(remind(cast)) == 2

    # Whoever manages the project sees who is missing, and since when they know.
    missing = reminding.missing_of(type(project).objects.filter(pk=project.pk), [date.fromisoformat(WEEK)])
    assert {member.name for member, *_ in missing} == {"Carl", "Vera"}
    # The reminder made no hours: a week may still be written as if there were none.
    vera = cast.client("vera").get(f"/api/members/{cast.members['vera'].pk}/timesheets/{WEEK}").json()
    assert (vera["version"], vera["state"]) == (0, "open")

    answered(carl.post(f"{here}/submission", {"version": 1}))
    left = reminding.missing_of(type(project).objects.filter(pk=project.pk), [date.fromisoformat(WEEK)])
    assert [member.name for member, *_ in left] == ["Vera"]


def test_a_stakeholder_who_was_to_work_finds_their_own_reminder_and_nobody_elses(cast: Any) -> None:
    piet, stan = cast.scope("piet"), cast.members["stan"]
    project = start(piet, product_id=None, code="RMS")
    give("contributor", stan, on=project, by=cast.scope("piet"))
    dig, pour = chain(project, "dig", "pour", by=cast.scope("piet"))
    mine = {"workspace": cast.acme.workspace, "project": project}
    for item, name in ((dig, "stan"), (pour, "carl")):
        who = Resource.objects.create(**mine, member=cast.members[name], key=f"RES-{name}", title=name)
        Assignment.objects.create(**mine, item=item, resource=who)
    edit(
        project,
        {"op": "set", "id": str(dig.pk), "version": 1, "fields": {"notes": "Begin"}},
        by=cast.scope("piet"),
    )
    here = f"/api/members/{stan.pk}/timesheets/{WEEK}"
    answered(cast.client("stan").patch(here, {"version": 0, "cells": [cell(dig, WEEK, 60)]}))
    remind(cast)

    told = [
        one for one in cast.client("stan").get("/api/inbox").json()["items"] if one["kind"] == "timesheet"
    ]
    assert [(one["verb"], one["why"]) for one in told] == [(reminding.REMINDED, "asked")]
    week = cast.client("stan").get(f"/api/timesheets/{told[0]['object_id']}").json()
    assert week["member"]["id"] == str(stan.pk)


def test_managers_are_told_when_somebody_was_reminded(cast: Any) -> None:
    piet = cast.scope("piet")
    monday = timezone.localdate() - timedelta(days=timezone.localdate().weekday() + 7)
    project = start(piet, product_id=cast.product.pk, code="RMM")
    (dig,) = chain(project, "dig", by=piet)
    mine = {"workspace": cast.acme.workspace, "project": project}
    who = Resource.objects.create(**mine, member=cast.carl, key="RES-C", title="Carl")
    Assignment.objects.create(**mine, item=dig, resource=who)
    on = {"constraint": {"kind": "SNET", "at": f"{monday}T08:00"}}
    edit(project, {"op": "set", "id": str(dig.pk), "version": dig.version, "fields": on}, by=piet)
    hours = {"version": 0, "cells": [cell(dig, str(monday), 60)]}
    answered(cast.client("carl").patch(f"/api/members/{cast.carl.pk}/timesheets/{monday}", hours))

    [before] = answered(cast.client("piet").get("/api/timesheets/missing"))
    remind(cast, str(monday))
    [after] = answered(cast.client("piet").get("/api/timesheets/missing"))

    assert (before["member"]["name"], before["reminded_at"]) == ("Carl", None)
    assert after["reminded_at"] is not None


def test_a_workspace_is_asked_once_a_week_and_not_for_weeks_before_it_began(cast: Any) -> None:
    assert reminding.enqueue_due() == 0
    Counter.objects.filter(name=reminding._COUNTER).update(value=1)
    workspaces = Counter.objects.filter(name=reminding._COUNTER).count()

    assert reminding.enqueue_due() == workspaces
    assert reminding.enqueue_due() == 0
    assert Job.objects.filter(name="remind_of_timesheets").count() == workspaces
