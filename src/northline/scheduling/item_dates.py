"""The computed dates of items as columns, for lists: laid out of the saved schedules of the plans that were computed since."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

import orjson
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from northline.core import jobs
from northline.core.scope import Scope, nameless
from northline.delivery.models import WorkItem
from northline.scheduling.compute import Dates
from northline.scheduling.models import ItemDates, LaidDates, SavedSchedule

# In the order of `Dates`.
COLUMNS = (
    "start", "finish", "early_start", "early_finish", "late_start", "late_finish", "total_slack_minutes",
    "free_slack_minutes", "critical",
)  # fmt: skip
BATCH = 2_000
# More plans, or a longer one, would keep whoever reads a list waiting.
AT_ONCE, SHORT = 2, 1_000
JOB = "lay_dates"


def lay(scope: Scope) -> None:
    """Bring the dates of all live plans of the workspace up to their last saving: one query where none was computed since. A few
    short plans are laid at once; more, or longer ones, are left to a worker, and until it has come to them a list tells what was laid last.
    """
    waiting = list(_waiting(scope)[: AT_ONCE + 1])
    if not waiting:
        return
    if len(waiting) <= AT_ONCE and WorkItem.objects.filter(project__in=waiting).count() <= SHORT:
        for project_id in waiting:
            _lay(project_id)
    else:
        jobs.enqueue_once(JOB, [scope.workspace_id])


@jobs.handles(JOB)
def lay_all(run: jobs.Run) -> dict[str, Any]:
    """Lay each plan that waits, in a transaction of its own."""
    waiting = list(_waiting(nameless(run.job.workspace_id)))
    for number, project_id in enumerate(waiting):
        run.report(number, of=len(waiting), unit=jobs.Unit.PLANS, note="Laying out dates for lists")
        _lay(project_id)
    return {"laid": len(waiting)}


def _waiting(scope: Scope) -> QuerySet[SavedSchedule, UUID]:
    """The live plans that were computed since their dates were laid."""
    current = LaidDates.objects.filter(
        pk=OuterRef("pk"), fingerprint=OuterRef("fingerprint"), computed_at=OuterRef("computed_at")
    )
    saved = SavedSchedule.objects.filter(
        ~Exists(current), project__workspace_id=scope.workspace_id, project__archived_at=None
    )
    return saved.order_by("pk").values_list("pk", flat=True)


@transaction.atomic
def _lay(project_id: UUID) -> None:
    saved = SavedSchedule.objects.select_for_update().filter(pk=project_id).first()
    if saved is None:
        return
    wanted = {UUID(key): dates[: len(COLUMNS)] for key, dates in orjson.loads(saved.payload).items()}
    ItemDates.objects.bulk_create(
        _differing(project_id, wanted),
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["item"],
        update_fields=[*COLUMNS],
    )
    LaidDates.objects.update_or_create(
        project_id=project_id,
        defaults={"fingerprint": saved.fingerprint, "computed_at": saved.computed_at},
    )


def _differing(project_id: UUID, wanted: dict[UUID, Dates]) -> Iterator[ItemDates]:
    """The rows that are not there as they are wanted, of items that are still there."""
    items = WorkItem.objects.filter(project=project_id)
    names = [f"dates__{name}" for name in COLUMNS]
    for item_id, *held in items.values_list("pk", *names):
        dates = wanted.get(item_id)
        if dates is not None and dates != held:
            told = dict(zip(COLUMNS, dates, strict=True))
            yield ItemDates(item_id=item_id, **told)
