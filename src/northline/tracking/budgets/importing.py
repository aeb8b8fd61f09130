"""The fixed costs of a plan file as cost lines of its project."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from northline.core.scope import Scope
from northline.delivery.keys import next_keys
from northline.delivery.models import WorkItem
from northline.tracking.budgets.models import CostLine


def keep_fixed_costs(project_id: UUID, *, fixed: Mapping[str, float], by: Scope) -> None:
    """Keep what tasks cost beside work, by what the file calls them; the import itself is the change that is recorded."""
    if not fixed:
        return
    rows = WorkItem.objects.filter(project=project_id, source_uid__in=list(fixed)).order_by("position")
    items = list(rows.values_list("pk", "title", "source_uid"))
    keys = next_keys(by.workspace_id, CostLine.PREFIX, count=len(items))
    CostLine.objects.bulk_create(
        [
            CostLine(
                workspace_id=by.workspace_id,
                project_id=project_id,
                item_id=pk,
                key=key,
                title=title,
                planned=fixed[uid],
            )
            for key, (pk, title, uid) in zip(keys, items, strict=True)
        ]
    )
