"""The computed dates of items as columns, for lists: laid out of the saved schedules of the plans that were computed since."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

import orjson
from django.db import transaction
from django.db.models import Exists, OuterRef

from northline.core.scope import Scope
from northline.delivery.models import WorkItem
from northline.scheduling.compute import Dates
from northline.scheduling.models import ItemDates, LaidDates, SavedSchedule

# In the order of `Dates`.
COLUMNS = (
    "start", "finish", "early_start", "early_finish", "late_start", "late_finish", "total_slack_minutes",
    "free_slack_minutes", "critical",
)  # fmt: skip
BATCH = 2_000


def lay(scope: Scope) -> None:
    """Bring the dates of all live plans of the workspace up to their last saving: one query where none was computed since, and
    of a plan that was only the rows that differ are written."""
    current = LaidDates.objects.filter(
        pk=OuterRef("pk"), fingerprint=OuterRef("fingerprint"), computed_at=OuterRef("computed_at")
    )
    saved = SavedSchedule.objects.filter(
        ~Exists(current), project__workspace_id=scope.workspace_id, project__archived_at=None
    )
    for project_id in list(saved.order_by("pk").values_list("pk", flat=True)):
        _lay(project_id)


@transaction.atomic
def _lay(project_id: UUID) -> None:
    saved = SavedSchedule.objects.select_for_update().get(pk=project_id)
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
