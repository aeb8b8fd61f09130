"""Deputies are told by the job queue when their hand-over begins and when its last day has passed: each once."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from northline.core import changes, jobs
from northline.core.models import Touch
from northline.core.scope import Scope, nameless
from northline.roadmap.models import Responsibility

JOB = "tell_hand_overs"
BEGAN, ENDED = "hand_over_began", "hand_over_ended"
# In one transaction; the rest is told by the next job.
AT_ONCE = 200


def _begins() -> Q:
    return Q(begin_told_at=None, deputy_from__lte=timezone.localdate(), end_told_at=None)


def _ended() -> Q:
    return Q(end_told_at=None, deputy_until__lt=timezone.localdate())


def _due() -> QuerySet[Responsibility]:
    rows = Responsibility.objects.filter(_begins() | _ended(), deputy__isnull=False)
    return rows.filter(deputy__suspended_at=None, deputy__person__is_active=True)


def enqueue_due() -> int:
    """Put in the queue what is due; answers how much."""
    return jobs.enqueue_once(JOB, _due().values_list("workspace_id", flat=True).distinct())


@jobs.handles(JOB)
def tell_hand_overs(run: jobs.Run) -> dict[str, Any]:
    """Tell each hand-over that begins or has ended to its deputy; what another job told meanwhile is left alone."""
    by, told = nameless(run.job.workspace_id), 0
    rows = _due().filter(workspace_id=by.workspace_id).select_related("initiative__product", "product")
    with transaction.atomic():
        run.hold()
        for row in rows.order_by("pk")[:AT_ONCE]:
            told += _tell(row, by)
    return {"told": told}


def _tell(row: Responsibility, by: Scope) -> bool:
    """Of a hand-over that is over nobody is told any more that it began."""
    over = row.deputy_until is not None and row.deputy_until < timezone.localdate()
    verb, column, due, why = (
        (ENDED, "end_told_at", _ended(), Touch.Why.RELIEVED)
        if over
        else (BEGAN, "begin_told_at", _begins(), Touch.Why.DEPUTY)
    )
    if not Responsibility.objects.filter(due, pk=row.pk).update(**{column: timezone.now()}):
        return False
    subject = row.initiative or row.product
    days = {"from": row.deputy_from, "until": row.deputy_until}
    changes.record(
        by,
        verb,
        subject,
        after={"function": row.function} | {name: str(day) for name, day in days.items() if day},
        touches=[Touch(object_kind=subject.KIND, object_id=subject.pk, to_id=row.deputy_id, why=why)],
    )
    return True
