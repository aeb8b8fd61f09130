"""What a calendar holds when it is read: work, milestones and deadlines, as far as its owner may read them then."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from typing import Any

import orjson
from django.db.models import Exists, OuterRef, Q, QuerySet

from northline.accounts.authentication import scope_of_member
from northline.core.doors import allowed
from northline.core.refusal import Refusal
from northline.core.scope import Scope
from northline.delivery.models import Assignment, Project, WorkItem
from northline.delivery.queries import leaves
from northline.delivery.rules import day_of
from northline.formats.ical import Event, ical
from northline.reporting.feeds.actions import closed
from northline.reporting.feeds.models import CalendarFeed
from northline.scheduling.compute import FINISH, START, Dates
from northline.scheduling.models import SavedSchedule

MOST = 3_000
HOST = "northline"
UNREADABLE = "Work in a project that you may not read"
BEGINNING = datetime(2026, 1, 1, tzinfo=UTC)


def calendar_of(feed: CalendarFeed) -> tuple[bytes, str]:
    """The calendar as a file, and its tag, which is another one once anything in it is. Four queries.

    Raises the refusal of a closed calendar where its project is put away or may not be read any more.
    """
    scope = scope_of_member(feed.member)
    items = list(_items(feed, scope)[:MOST])
    projects = {item.project for item in items} | ({feed.project} if feed.project else set())
    saved = list(SavedSchedule.objects.filter(pk__in={project.pk for project in projects}))
    dates: dict[str, Dates] = {}
    for one in saved:
        dates |= orjson.loads(one.payload)
    events = [event for item in items for event in _events(item, dates.get(str(item.pk)), scope)]
    if feed.project:
        events += _of_project(feed.project)
    name = feed.project.title if feed.project else f"{feed.member.name}, {feed.member.workspace.name}"
    stamped = max((one.computed_at for one in saved), default=BEGINNING)
    made = ical(name, events, stamped=stamped.astimezone(UTC).replace(microsecond=0))
    return made, hashlib.sha256(made).hexdigest()[:32]


def _items(feed: CalendarFeed, scope: Scope) -> QuerySet[WorkItem]:
    """The tasks and milestones of a project, or those of all that the member owns or is on, done ones left out."""
    rows = leaves().filter(archived_at=None, active=True, project__archived_at=None)
    if feed.project:
        try:
            allowed(scope, feed.project, right="read")
        except Refusal as refusal:
            raise closed() from refusal
        if feed.project.archived_at is not None:
            raise closed()
        found: QuerySet[WorkItem] = rows.filter(project=feed.project).order_by("position", "pk")
        return found
    on_it = Assignment.objects.filter(item=OuterRef("pk"), resource__member=feed.member)
    mine: QuerySet[WorkItem] = rows.filter(
        Q(owner=feed.member) | Exists(on_it), percent_complete__lt=100
    ).order_by("project_id", "position", "pk")
    return mine


def _events(item: WorkItem, dates: Dates | None, scope: Scope) -> Iterator[Event]:
    """When an item is done, and its deadline; of what may not be read, the days alone."""
    readable = scope.may("read", item.place())
    title = f"{item.key} {item.title}" if readable else UNREADABLE
    told: dict[str, Any] = {"note": item.project.title} if readable else {}
    if dates:
        yield Event(f"{item.pk}@{HOST}", title, day_of(dates[START]), _last(dates), **told)
    if item.deadline and readable:
        day = day_of(item.deadline)
        yield Event(f"{item.pk}-deadline@{HOST}", f"Deadline: {title}", day, day, **told)


def _of_project(project: Project) -> Iterable[Event]:
    if project.deadline:
        day = day_of(project.deadline)
        yield Event(f"{project.pk}-deadline@{HOST}", f"Deadline: {project.title}", day, day)


def _last(dates: Dates) -> date:
    return max(day_of(dates[START]), day_of(dates[FINISH]))
