"""Whose the tasks of the cold chain project are, its workflow with a review, and its iterations."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from northline.delivery.models import Assignment, WorkItem
from northline.demo.making import Making
from northline.scheduling.actions import edit_plan
from northline.scheduling.edits import Set
from northline.tracking.boards.actions import draw_workflow
from northline.tracking.iterations import actions
from northline.tracking.iterations.models import Commitment, Iteration

_STATES: tuple[tuple[str | None, str, str, int | None], ...] = (
    ("to_do", "To do", "to_do", None),
    ("in_progress", "In progress", "doing", 6),
    (None, "In review", "doing", 2),
    ("done", "Done", "done", None),
)
# Days from today on which each begins, all of two weeks; what is open in the first is carried to the second.
_ITERATIONS = (("Iteration 5", -21), ("Iteration 6", -7), ("Iteration 7", 7))
_CAPACITY_DAYS = 40
_REVIEWED = 2


def remember(making: Making) -> None:
    making.past.ago(46, lambda: _share_out(making))
    making.past.ago(45, lambda: _draw(making))
    for number, (title, begins) in enumerate(_ITERATIONS):
        making.past.ago(21 - number, _planning(making, number, title, begins))
    making.past.ago(7, lambda: _close(making))
    making.past.ago(2, lambda: _review(making))


def _share_out(making: Making) -> None:
    """Every task belongs to the first of those who work on it; all are as old as their project."""
    project = making.project()
    WorkItem.objects.filter(project=project).update(created_at=project.created_at)
    members = {member.name: member.pk for member in making.members.values()}
    owners: dict[UUID, tuple[int, UUID]] = {}
    for row in Assignment.objects.filter(project=project).select_related("item", "resource").order_by("pk"):
        owner = members.get(row.resource.title)
        if owner and row.item_id not in owners:
            owners[row.item_id] = (row.item.version, owner)
    edits = [_set(item, version, owner_id=owner) for item, (version, owner) in owners.items()]
    edit_plan(project.pk, edits=list(edits), by=making.by("marek"))


def _set(item_id: UUID, version: int, **fields: Any) -> Set:
    return Set.model_validate({"op": "set", "id": str(item_id), "version": version, "fields": fields})


def _draw(making: Making) -> None:
    project = making.project()
    names = ("id", "name", "category", "limit")
    states = [dict(zip(names, state, strict=True)) for state in _STATES]
    draw_workflow(project, states=states, expected=project.version, by=making.by("marek"))


def _planning(making: Making, number: int, title: str, begins: int) -> Callable[[], None]:
    def deed() -> None:
        start = making.day(begins)
        fields = {
            "title": title,
            "start": start,
            "finish": start + timedelta(days=13),
            "capacity_minutes": _CAPACITY_DAYS * 480,
        }
        project, by = making.project(), making.by("marek")
        row = actions.plan_iteration(project, fields=fields, by=by)
        making.keep("iteration", number, row)
        due = WorkItem.objects.filter(project=project, archived_at=None, actual_start__isnull=False).filter(
            actual_start__lte=f"{row.finish}T23:59"
        )
        chosen = due.exclude(actual_finish__lt=f"{row.start}T00:00") if begins <= 0 else due.none()
        ids = list(chosen.values_list("pk", flat=True))
        free = set(ids) - set(Commitment.objects.filter(item__in=ids).values_list("item_id", flat=True))
        if free:
            actions.commit(project.pk, item_ids=sorted(free), iteration=row, by=by)
            since = timezone.now() - timedelta(days=1 - begins)
            Commitment.objects.filter(iteration=row).update(since=since)

    return deed


def _close(making: Making) -> None:
    first: Iteration = making.rows["iteration", 0]
    first.refresh_from_db()
    into: Iteration = making.rows["iteration", 1]
    actions.close(first, expected=first.version, into=into, by=making.by("marek"))
    Commitment.objects.filter(iteration=into).update(since=timezone.now() - timedelta(days=8))


def _review(making: Making) -> None:
    """What is farthest of what is in progress is being looked at."""
    project = making.project()
    begun = WorkItem.objects.filter(
        project=project, archived_at=None, percent_complete__gt=0, percent_complete__lt=100
    ).exclude(pk__in=WorkItem.objects.filter(project=project).exclude(parent=None).values("parent"))
    edits = [
        _set(row.pk, row.version, state="in_review")
        for row in begun.order_by("-percent_complete", "pk")[:_REVIEWED]
    ]
    edit_plan(project.pk, edits=list(edits), by=making.by("marek"))
