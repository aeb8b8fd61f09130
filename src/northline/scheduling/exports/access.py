"""The door to files that were made in the background: those that one asked for, of projects that one may still read."""

from __future__ import annotations

from uuid import UUID

from northline.core.doors import opened
from northline.core.refusal import NotFound
from northline.core.scope import Scope
from northline.scheduling.models import PlanExport


def export(scope: Scope, export_id: UUID) -> PlanExport:
    rows = PlanExport.objects.filter(by_id=scope.member_id).defer("content").select_related("project", "job")
    row: PlanExport = opened(scope, rows, export_id)
    return row


def content_of(row: PlanExport) -> bytes:
    """The file itself. Raises NotFound until it is made."""
    content = PlanExport.objects.values_list("content", flat=True).get(pk=row.pk)
    if content is None:
        raise NotFound("file")
    return bytes(content)
