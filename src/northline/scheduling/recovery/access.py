"""The doors to recoveries: whoever reads the project reads them, whoever plans it asks for them and opens scenarios."""

from __future__ import annotations

from uuid import UUID

from northline.core.doors import opened
from northline.core.scope import Place, Right, Scope
from northline.scheduling.recovery.models import Recovery


def recovery(scope: Scope, recovery_id: UUID, *, right: Right = "read") -> Recovery:
    rows = Recovery.objects.select_related("project", "item", "by__person")
    row: Recovery = opened(scope, rows, recovery_id, right=right)
    return row


def may_see_prices(scope: Scope) -> bool:
    """Prices are made of rates, of the workspace's people too."""
    return scope.may("administer", Place())
