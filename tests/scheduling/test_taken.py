"""What finished work took, as prioritisation is told."""

from __future__ import annotations

from datetime import date, timedelta

from northline.core import links
from northline.delivery.models import WorkItem
from northline.scheduling.taken import taken_by, taken_by_ideas
from northline.strategy.scoring.told import Taken
from northline.tracking.timesheets.models import TimeEntry, Timesheet

MONDAY = date(2026, 3, 2)


def finished_work(cast):
    """An initiative whose project is done: a task of two days, and one of three that nobody booked on."""
    home = cast.acme
    links.link("realises", home.row("project"), target=home.row("initiative"), by=home.scope)
    item = home.row("work_item")
    WorkItem.objects.filter(pk=item.pk).update(duration_minutes=960, percent_complete=100)
    WorkItem.objects.create(
        workspace=home.workspace,
        project=item.project,
        key="ANC-90",
        title="Clear the yard",
        duration_minutes=1440,
        percent_complete=100,
    )
    return home.row("initiative"), item


def book(cast, item, *minutes):
    sheet = Timesheet.objects.create(
        workspace=cast.acme.workspace, member=cast.pia, week=MONDAY, key="TMS-90"
    )
    for day, spent in enumerate(minutes):
        TimeEntry.objects.create(
            workspace=cast.acme.workspace,
            sheet=sheet,
            project=item.project,
            item=item,
            on=MONDAY + timedelta(days=day),
            minutes=spent,
            key=f"TIM-9{day}",
        )


def taken(cast, initiative):
    return taken_by(cast.acme.workspace.pk, [initiative.pk]).get(initiative.pk)


def test_hours_tell_what_a_task_took_and_the_plan_where_there_are_none(cast):
    initiative, item = finished_work(cast)
    TimeEntry.objects.all().delete()
    assert taken(cast, initiative) == Taken(5.0, 0.0)
    book(cast, item, 480, 480, 240, 240)
    assert taken(cast, initiative) == Taken(6.0, 3.0)
    TimeEntry.objects.filter(minutes=240).update(archived_at=item.created_at)
    assert taken(cast, initiative) == Taken(5.0, 2.0)


def test_open_work_has_not_taken_anything_yet(cast):
    initiative, item = finished_work(cast)
    WorkItem.objects.filter(pk=item.pk).update(percent_complete=99)
    assert taken(cast, initiative) is None


def test_initiatives_share_what_their_project_took_and_an_idea_took_what_they_did(cast):
    initiative, _ = finished_work(cast)
    TimeEntry.objects.all().delete()
    other = cast.acme.row("archived_initiative")
    links.link("realises", cast.acme.row("project"), target=other, by=cast.acme.scope)
    assert taken(cast, initiative) == Taken(2.5, 0.0)
    idea = cast.acme.row("idea")
    links.link("delivers", initiative, target=idea, by=cast.acme.scope)
    assert taken_by_ideas(cast.acme.workspace.pk, [idea.pk]) == {idea.pk: Taken(2.5, 0.0)}
