"""A portfolio: many projects whose plans share their people, and a few whose hundred people have too much to do."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from bench.large.writer import written
from django.db import transaction
from django.utils import timezone

from northline.accounts.models import Member, Person, RoleGrant, Workspace
from northline.core.ids import uuid7
from northline.delivery.models import Assignment, Dependency, Project, Resource, WorkItem
from northline.products.models import Product
from northline.scheduling.actions import compute_anew

GAP = 1 << 20
TEAM = 12
# So many projects are levelled together, and so many people work on them and on nothing else.
CROWDED, CROWD = 4, 100
MINUTES = (240, 480, 480, 960, 960, 1440, 2400)


@dataclass(frozen=True, slots=True)
class Portfolio:
    """How many projects of how many items, and how many people."""

    projects: int = 200
    items: int = 500
    people: int = 500


def made(size: Portfolio) -> Workspace:
    """The workspace of that size, made where there is none."""
    slug = f"portfolio-{size.projects}-{size.items}-{size.people}"
    found = Workspace.objects.filter(slug=slug).first()
    if found is None:
        with transaction.atomic():
            found = _Writer(slug, size).write()
        for pk in Project.objects.filter(workspace=found).values_list("pk", flat=True):
            compute_anew(pk)
    return found


def crowded(workspace: Workspace) -> list[Project]:
    """The projects that are levelled together."""
    return list(Project.objects.filter(workspace=workspace, key__in=[f"PRJ-{n}" for n in range(CROWDED)]))


class _Writer:
    def __init__(self, slug: str, size: Portfolio) -> None:
        self.size, self.chance = size, random.Random(7)
        self.workspace = Workspace.objects.create(slug=slug, name="Portfolio")
        self.manager = self._manager()
        self.product = Product.objects.create(workspace=self.workspace, key="PROD-1", title="All of it")
        self.today = timezone.localdate()

    def _manager(self) -> Member:
        person = Person.objects.create(email=f"0@{self.workspace.slug}.example", name="Priya", password="!")
        return Member.objects.create(workspace=self.workspace, person=person, name=person.name, role="admin")

    def write(self) -> Workspace:
        people = written(
            Resource(workspace=self.workspace, key=f"RES-{n}", title=f"Person {n}")
            for n in range(self.size.people)
        )
        projects = written(self._projects())
        written(
            RoleGrant(
                workspace=self.workspace, member=self.manager, object_kind="project", object_id=project.pk,
                role="project_manager",
            )
            for project in projects
        )  # fmt: skip
        for number, project in enumerate(projects):
            self._plan(project, self._team(number, people))
        return self.workspace

    def _projects(self) -> list[Project]:
        made = []
        for n in range(self.size.projects):
            start = self.today + timedelta(days=1 if n < CROWDED else self.chance.randrange(-300, 300))
            made.append(
                Project(
                    workspace=self.workspace, product=self.product, key=f"PRJ-{n}", title=f"Project {n}", code=f"P{n}",
                    start=f"{start}T08:00", deadline=f"{start + timedelta(days=270)}T17:00",
                )
            )  # fmt: skip
        return made

    def _team(self, number: int, people: Sequence[Resource]) -> Sequence[Resource]:
        if number < CROWDED:
            return people[:CROWD]
        return self.chance.sample(people[CROWD:] or people, min(TEAM, len(people)))

    def _plan(self, project: Project, team: Sequence[Resource]) -> None:
        owned: dict[str, Any] = {"workspace": self.workspace, "project": project}
        rows: list[WorkItem] = []
        links: list[Dependency] = []
        leaves: list[UUID] = []
        parent: UUID | None = None
        for n in range(self.size.items):
            summary = n % 20 == 0
            row = WorkItem(
                id=uuid7(), **owned, key=f"{project.code}-{n + 1}", title=f"Item {n}", position=(n + 1) * GAP,
                parent_id=None if summary else parent, duration_minutes=0 if summary else self.chance.choice(MINUTES),
            )  # fmt: skip
            rows.append(row)
            if summary:
                parent = row.pk
                continue
            links += [
                Dependency(**owned, before_id=leaves[-back], after_id=row.pk)
                for back in {1 + n % 7, self.chance.randint(8, 30)}
                if back <= len(leaves) and self.chance.random() < 0.7
            ]
            leaves.append(row.pk)
        written(rows)
        written(links)
        written(
            Assignment(**owned, item_id=leaf, resource=who, units=1.0)
            for leaf in leaves
            for who in self.chance.sample(list(team), self.chance.choice([1, 1, 1, 2]))
        )


def span() -> tuple[str, str]:
    """The days that are looked at: a year from today."""
    today = datetime.now().date()
    return today.isoformat(), (today + timedelta(days=364)).isoformat()
