"""The verbs of milestones."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from northline.core import editing
from northline.core.models import Change
from northline.core.scope import Scope
from northline.products.models import Product
from northline.roadmap.actions.initiatives import check_lane
from northline.roadmap.models import Milestone


@transaction.atomic
def add_milestone(
    product: Product, *, fields: Mapping[str, Any], by: Scope, cause: Change | None = None
) -> Milestone:
    """Put a dated point on the roadmap. `fields` as in MilestoneIn."""
    if fields.get("lane_id"):
        check_lane(fields["lane_id"], product.pk, by)
    row = Milestone(workspace_id=by.workspace_id, product=product, **fields)
    return editing.create(row, prefix=Milestone.PREFIX, by=by, cause=cause)


@transaction.atomic
def revise_milestone(
    row: Milestone,
    *,
    expected: int,
    fields: Mapping[str, Any],
    by: Scope,
    reason: str = "",
    cause: Change | None = None,
) -> Milestone:
    """Change what a milestone says and when it is."""
    if fields.get("lane_id") and fields["lane_id"] != row.lane_id:
        check_lane(fields["lane_id"], row.product_id, by)
    verb = "rescheduled" if fields.get("day", row.day) != row.day else "edited"
    return editing.revise(row, expected=expected, fields=fields, by=by, verb=verb, reason=reason, cause=cause)
