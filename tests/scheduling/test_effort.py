"""What plans tell prioritisation."""

from __future__ import annotations

from datetime import date

import pytest

from northline.core import links
from northline.delivery.models import Assignment, Project, Resource, WorkItem
from northline.scheduling.effort import capacity_of, work_of, work_of_ideas


def realise(cast):
    home = cast.acme
    links.link("realises", home.row("project"), target=home.row("initiative"), by=home.scope)
    return home.row("initiative"), home.row("work_item")


def person(cast, name="Carl", **fields):
    project = cast.acme.row("project")
    return Resource.objects.create(
        workspace=cast.acme.workspace, project=project, key=name, title=name, **fields
    )


def assign(cast, item, resource, **fields):
    return Assignment.objects.create(
        workspace=cast.acme.workspace, project=item.project, item=item, resource=resource, **fields
    )


def works(cast, initiative):
    return work_of(cast.acme.workspace.pk, [initiative.pk])[initiative.pk]


def test_the_work_is_units_times_duration_or_what_was_said(cast):
    initiative, item = realise(cast)
    WorkItem.objects.filter(pk=item.pk).update(duration_minutes=960)
    assert works(cast, initiative).days == 2
    assign(cast, item, person(cast), units=0.5)
    assert works(cast, initiative).days == 1
    assign(cast, item, person(cast, "Piet"), work_minutes=1440)
    assert works(cast, initiative).days == 4


def test_work_is_finished_when_every_task_is(cast):
    initiative, item = realise(cast)
    assert not works(cast, initiative).finished
    WorkItem.objects.filter(pk=item.pk).update(percent_complete=100)
    assert works(cast, initiative).finished


def test_a_project_of_two_initiatives_counts_half_for_each(cast):
    initiative, item = realise(cast)
    WorkItem.objects.filter(pk=item.pk).update(duration_minutes=960)
    other = cast.acme.row("archived_initiative")
    links.link("realises", cast.acme.row("project"), target=other, by=cast.acme.scope)
    assert works(cast, initiative).days == 1


def test_an_idea_takes_what_its_initiatives_take(cast):
    initiative, item = realise(cast)
    WorkItem.objects.filter(pk=item.pk).update(duration_minutes=480, percent_complete=100)
    idea = cast.acme.row("idea")
    links.link("delivers", initiative, target=idea, by=cast.acme.scope)
    assert work_of_ideas(cast.acme.workspace.pk, [idea.pk])[idea.pk].days == 1


@pytest.mark.parametrize("last", [date(2026, 3, 6), date(2026, 3, 8)])
def test_capacity_is_working_days_of_everybody_once(cast, last):
    person(cast)
    person(cast, "Piet", capacity=0.5)
    person(cast, "Concrete", type="material")
    scope, product = cast.scope("pia"), cast.product
    found = capacity_of(scope, product.pk, date(2026, 3, 2), last)
    assert (found.days, found.people) == (7.5, 2)
    again = Project.objects.get(pk=cast.acme.row("archived_project").pk)
    Project.objects.filter(pk=again.pk).update(archived_at=None)
    Resource.objects.create(workspace=cast.acme.workspace, project=again, key="carl", title="carl")
    assert capacity_of(scope, product.pk, date(2026, 3, 2), last).people == 2
