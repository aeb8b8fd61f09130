"""Note when work goes from one state to another, however that comes about: by the board, the chart, or an undo."""

from __future__ import annotations

from uuid import UUID

from django.db import models
from django.utils import timezone

from northline.core import written
from northline.delivery.models import WorkItem
from northline.delivery.workflow import PROGRESS, state_of_item, workflow_of
from northline.tracking.boards.models import Transition


def listen() -> None:
    written.read_by(_written, concern=_concerns)


def _concerns(model: type[models.Model], columns: frozenset[str]) -> bool:
    return model is WorkItem and not columns.isdisjoint((*PROGRESS, "item_type_id"))


def _written(model: type[models.Model], ids: list[UUID], columns: frozenset[str] | None = None) -> None:
    # What is new stands where its progress says, since the dates that it brought along.
    if model is not WorkItem or columns is None:
        return
    rows = WorkItem.objects.filter(pk__in=ids).values(
        "pk",
        "project_id",
        *PROGRESS,
        workflow=models.F("project__workflow"),
        own=models.F("item_type__workflow"),
    )
    last = {row.item_id: row.state for row in Transition.objects.filter(item__in=ids).order_by("pk")}
    now = timezone.now()
    moved = not columns.isdisjoint(PROGRESS)
    made = []
    for row in rows:
        workflow = workflow_of(row["own"] or row["workflow"])
        state = state_of_item(workflow, row)
        # Of what never moved its dates tell since when it stands where it stands, whatever its type calls that.
        if not moved and row["pk"] not in last:
            continue
        if last.get(row["pk"], workflow[0].id) != state.id:
            made.append(
                Transition(
                    project_id=row["project_id"],
                    item_id=row["pk"],
                    at=now,
                    state=state.id,
                    category=state.category,
                )
            )
    Transition.objects.bulk_create(made)
