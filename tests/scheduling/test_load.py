"""The load of people, as it is read for many projects at once."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from northline.delivery.models import Assignment, PlanCalendar, Project, Resource, WorkItem
from northline.scheduling.actions import compute_anew
from northline.scheduling.kept import kept_of
from northline.scheduling.load import entries
from northline.scheduling.plan import load
from tests.scheduling.plans import chain, edit, start

pytestmark = pytest.mark.django_db
AWAY = [{"first": "2026-03-05", "last": "2026-03-06"}]


@pytest.fixture
def project(cast: Any) -> Project:
    piet = cast.scope("piet")
    project = start(piet, product_id=cast.product.pk)
    items = chain(project, "dig", "pour", "cure", "build", "paint", "sweep", "lift", by=piet)
    people = [person(project, "Ann", time_off=AWAY), person(project, "Ben", capacity=0.5)]
    crane = person(project, "Crane", type="equipment")
    sand = person(project, "Sand", type="material")
    for number, item in enumerate(items):
        for one in (people[number % 2], crane, sand):
            owned = {"workspace_id": project.workspace_id, "project": project}
            Assignment.objects.create(
                **owned, item=item, resource=one, units=0.5, booking="soft" if number == 4 else "hard"
            )
    dig, pour, cure, build, paint, sweep, lift = (item.pk for item in items)
    night = PlanCalendar.objects.create(
        workspace_id=project.workspace_id,
        project=project,
        key="CAL-9",
        title="Nights",
        week=[[[1200, 1440]]] * 7,
    )
    for item_id, columns in {
        dig: {"duration_minutes": 2_400, "splits": [[480, 960]]},
        pour: {"calendar": night, "ignores_resource_calendar": True},
        cure: {"elapsed": True, "duration_minutes": 4_320},
        build: {"manual": True, "manual_start": "2026-03-12T08:00", "manual_finish": "2026-03-13T17:00"},
        sweep: {"active": False},
    }.items():
        WorkItem.objects.filter(pk=item_id).update(**columns)
    Assignment.objects.filter(item=paint, resource=people[0]).update(work_minutes=60, delay_minutes=30)
    compute_anew(project.pk)
    edit(project, {"op": "remove", "id": str(lift), "version": 1}, by=piet)
    return project


def person(project: Project, title: str, *, type: str = "person", **said: Any) -> Resource:
    return Resource.objects.create(
        workspace_id=project.workspace_id, project=project, key=f"RES-{title}", title=title, type=type, **said
    )


def told(found: entries.Entries) -> Counter[Any]:
    """Minutes by who, what, which assignment and when."""
    minutes: Counter[Any] = Counter()
    columns = (found.resource, found.item, found.assignment, found.day, found.soft, found.minutes)
    for who, what, which, day, soft, much in zip(*(column.tolist() for column in columns), strict=True):
        minutes[found.resources[who], found.items[what], found.assignments[which], day, soft] += round(
            much, 6
        )
    return minutes


def test_the_load_that_is_read_is_that_of_the_plan_in_memory(project: Project) -> None:
    (row,) = entries.projects_in(Project.objects.filter(pk=project.pk))
    entries._kept.forget()
    read = entries.entries_of([row])[project.pk]
    plan = load(project.pk)
    assert told(read) == told(entries.entries_in(plan, kept_of(plan).dates))
    names = dict(Resource.objects.filter(pk__in=read.resources).values_list("pk", "title"))
    assert sorted(names.values()) == ["Ann", "Ben", "Crane"]
    items = set(WorkItem.objects.filter(pk__in=read.items).values_list("title", flat=True))
    assert items == {"dig", "pour", "cure", "build", "paint"}


def test_the_load_of_many_projects_takes_as_many_queries_as_that_of_one(
    cast: Any, project: Project, django_assert_num_queries: Any
) -> None:
    others = [start(cast.scope("piet"), product_id=cast.product.pk, code=code) for code in ("ONE", "TWO")]
    for other in others:
        chain(other, "dig", "pour", by=cast.scope("piet"))
    rows = entries.projects_in(Project.objects.all())
    for some in (rows[:1], rows):
        entries._kept.forget()
        with django_assert_num_queries(7):
            assert len(entries.entries_of(some)) == len(some)
