"""Reading recoveries."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from northline.core.doors import visible
from northline.core.scope import Scope
from northline.delivery.models import Project
from northline.scheduling.models import Scenario
from northline.scheduling.recovery import access
from northline.scheduling.recovery.models import Recovery
from northline.scheduling.recovery.schemas import show_recovery

MOST_LISTED = 20


def shown(rows: Sequence[Recovery], scope: Scope) -> list[dict[str, Any]]:
    """Recoveries that are already allowed, as this member may see them. Two queries."""
    wanted = {
        pk
        for row in rows
        if row.found
        for way in row.found["ways"]
        for one in way["people"]
        for pk in one["projects"]
    }
    seen = visible(scope, Project.objects.filter(pk__in=wanted), product="product_id", project="pk")
    made = {pk for row in rows for pk in row.opened.values()}
    scenarios = Scenario.objects.filter(pk__in=made, archived_at=None).defer("changes", "computed")
    projects = {str(row.pk): row for row in seen}
    opened = {str(row.pk): row for row in scenarios}
    priced = access.may_see_prices(scope)
    return [show_recovery(row, scope, priced=priced, projects=projects, scenarios=opened) for row in rows]


def recoveries_of(project: Project) -> list[Recovery]:
    """The last questions about a project that is already allowed, newest first, without their answers. One query."""
    rows = Recovery.objects.select_related("project", "item", "by__person").defer("found", "edits")
    found = list(rows.filter(project=project).order_by("-created_at")[:MOST_LISTED])
    for row in found:
        row.found = None
    return found
