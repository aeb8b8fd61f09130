"""Reminders whose moment has come are told by the job queue: each once, however many workers there are."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from northline.core import changes, jobs
from northline.core.scope import nameless
from northline.reporting.reminders.models import Reminder

JOB = "tell_reminders"
# In one transaction; the rest is told by the next job.
AT_ONCE = 500
REMINDED = "reminds_you_of"


def _due() -> QuerySet[Reminder]:
    waiting = Reminder.objects.filter(told_at=None, done_at=None, at__lte=timezone.now())
    return waiting.filter(member__suspended_at=None, member__person__is_active=True)


def enqueue_due() -> int:
    """Put in the queue what is due; answers how much."""
    return jobs.enqueue_once(JOB, _due().values_list("workspace_id", flat=True).distinct())


@jobs.handles(JOB)
def tell_reminders(run: jobs.Run) -> dict[str, Any]:
    """Tell each reminder that is due, by a message to whose it is; one that another job told meanwhile is left alone."""
    by, told = nameless(run.job.workspace_id), 0
    with transaction.atomic():
        run.hold()
        for row in _due().filter(workspace_id=by.workspace_id).order_by("at", "pk")[:AT_ONCE]:
            if Reminder.objects.filter(pk=row.pk, told_at=None).update(told_at=timezone.now()):
                changes.record(by, REMINDED, row, after={"to": str(row.member_id)})
                told += 1
    return {"told": told}
