"""The work of one member across projects: three queries, whatever there is of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Case, Exists, OuterRef, Q, QuerySet, TextField, When
from django.db.models.functions import Cast
from django.utils import timezone

from northline.core.doors import visible
from northline.core.schemas import ref
from northline.core.scope import Scope
from northline.delivery.models import Assignment, Dependency, WorkItem
from northline.delivery.rules import day_of
from northline.delivery.workflow import category_of_item, progress_of, state_of_item, stored
from northline.scheduling.compute import FINISH, START, Dates
from northline.scheduling.kept import dates_in
from northline.tracking.mywork import rules

# What was finished lately is shown, so that one sees what one did, and may say that it is not.
LATELY = timedelta(days=7)
MOST = 500
_ORDER = ("late", "today", "this_week", "next_week", "later", "done")


def work_of(scope: Scope) -> dict[str, Any]:
    """What the member of the scope owns or is assigned to, or has an entry of its checklist, what is due first first."""
    today = timezone.localdate()
    found = _items(scope, today)[:MOST]
    me = str(scope.member_id)
    rows = [row for row in found if getattr(row, "mine", False) or rules.has_open(row.checklist, me)]
    dates = dates_in({row.project_id for row in rows})
    waits = _waits([row.pk for row in rows])
    shown = [_task(row, scope, today, dates, waits[row.pk]) for row in rows]
    shown.sort(key=lambda task: (_ORDER.index(task["when"]), task["finish"] or "9", task["key"]))
    return {"today": today, "items": shown}


def _items(scope: Scope, today: date) -> QuerySet[WorkItem]:
    assigned = Assignment.objects.filter(item=OuterRef("pk"), resource__member_id=scope.member_id)
    within = WorkItem.objects.filter(parent=OuterRef("pk"), archived_at=None)
    lately = f"{(today - LATELY).isoformat()}T00:00"
    shown = Q(percent_complete__lt=100) | Q(actual_finish__gte=lately)
    own = (Q(owner_id=scope.member_id) | Exists(assigned)) & ~Exists(within) & shown
    # An id as it stands in the list: which database it is makes no difference to its text.
    live = WorkItem.objects.select_related("item_type").filter(
        archived_at=None, active=True, project__archived_at=None
    )
    live = live.annotate(mine=Case(When(own, then=True), default=False), list=Cast("checklist", TextField()))
    wanted = live.filter(Q(mine=True) | Q(list__contains=str(scope.member_id)))
    seen: QuerySet[WorkItem] = visible(
        scope, wanted, product="project__product_id", project="project_id"
    ).order_by("percent_complete", "deadline", "pk")
    return seen


def _waits(ids: Collection[UUID]) -> dict[UUID, list[WorkItem]]:
    """Of each item the open work that its start or its finish waits for. One query."""
    rows = Dependency.objects.filter(
        after__in=ids, before__archived_at=None, before__percent_complete__lt=100
    )
    found: dict[UUID, list[WorkItem]] = defaultdict(list)
    for link in rows.select_related("before__owner").order_by("pk"):
        found[link.after_id].append(link.before)
    return found


def _task(
    row: WorkItem, scope: Scope, today: date, dates: dict[str, Dates], waits: list[WorkItem]
) -> dict[str, Any]:
    known = dates.get(str(row.pk))
    start, finish = (known[START], known[FINISH]) if known else (None, None)
    progress = progress_of(row)
    category = category_of_item(progress)
    due = day_of(finish)
    workflow = row.workflow
    return ref(row) | {
        "version": row.version,
        "project": ref(row.project),
        "when": "done"
        if category == "done"
        else rules.when(day_of(start), due, begun=category == "doing", today=today),
        "start": start,
        "finish": finish,
        "deadline": row.deadline,
        "days_late": max(0, (today - due).days) if due and category != "done" else 0,
        "state": state_of_item(workflow, progress).id,
        "workflow": stored(workflow),
        "percent_complete": row.percent_complete,
        "duration_minutes": row.duration_minutes,
        "remaining_minutes": rules.remaining(row.duration_minutes, row.percent_complete),
        "minutes_per_day": row.project.minutes_per_day,
        "item_type_id": row.item_type_id,
        "owned": row.owner_id == scope.member_id,
        "mine": getattr(row, "mine", False),
        "checklist": row.checklist,
        "waits_for": [_wait(before, dates) for before in waits],
        "can": {"contribute": scope.may("contribute", row.place())},
    }


def _wait(before: WorkItem, dates: dict[str, Dates]) -> dict[str, Any]:
    known, owner = dates.get(str(before.pk)), before.owner
    return ref(before) | {
        "owner": {"id": owner.pk, "name": owner.name} if owner else None,
        "finish": known[FINISH] if known else None,
    }
