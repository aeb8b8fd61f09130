"""Files are asked for, made by a job as whoever asked may read things by then, and forgotten after a day.

What a file holds is known to the areas: each registers how its sort is made.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils import timezone

from northline.core import jobs
from northline.core.models import Export
from northline.core.refusal import NotFound
from northline.core.scope import Scope

KEPT = timedelta(days=1)
MOST_LISTED = 50
PDF = "application/pdf"
Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Made:
    """A file, its media type, and what it is called."""

    content: bytes
    content_type: str
    name: str

    def sent(self, *, inline: bool) -> HttpResponse:
        """The answer that downloads the file; `inline` has a browser show a PDF instead of keeping it."""
        how = "inline" if inline and self.content_type == PDF else "attachment"
        response = HttpResponse(self.content, content_type=self.content_type)
        response["Content-Disposition"] = f'{how}; filename="{self.name}"'
        return response


@dataclass(frozen=True, slots=True)
class Maker:
    """How one sort of file is made of what was asked. `refuse` raises NotFound where the member may not read it."""

    make: Callable[[jobs.Run, Scope, Values], Made]
    refuse: Callable[[Scope, Values], object]


_makers: dict[str, Maker] = {}
# Whose rights hold in a job: the area of members registers it.
_scope_of: list[Callable[[Any], Scope]] = []


def register(sort: str, maker: Maker) -> None:
    """Files of this sort are made by `maker` from now on."""
    _makers[sort] = maker


def register_scopes(scope_of: Callable[[Any], Scope]) -> None:
    """Ask `scope_of` what a member may read."""
    _scope_of[:] = [scope_of]


@transaction.atomic
def ask(sort: str, asked: Values, *, name: str, by: Scope) -> Export:
    """Have a file made in the background. It is one's own: no change of the workspace. `asked` must be JSON."""
    row = Export(workspace_id=by.workspace_id, by_id=by.member_id, sort=sort, asked=dict(asked), name=name)
    row.save(force_insert=True)
    row.job = jobs.enqueue("make_export", by=by, export_id=str(row.pk))
    row.save(update_fields=["job"])
    return row


@jobs.handles("make_export")
def make_export(run: jobs.Run) -> dict[str, Any]:
    """Write the file as whoever asked for it may read things now, and keep it."""
    row = Export.objects.select_related("by__person").filter(pk=run.job.arguments["export_id"]).first()
    if row is None:
        raise jobs.Cancelled
    maker, scope = _makers[row.sort], _scope_of[0](row.by)
    maker.refuse(scope, row.asked)
    made = maker.make(run, scope, row.asked)
    with transaction.atomic():
        run.hold()
        Export.objects.filter(pk=row.pk).update(
            content=made.content, content_type=made.content_type, name=made.name, made_at=timezone.now()
        )
        run.report(run.job.total, of=run.job.total, unit=jobs.Unit(run.job.unit), note="The file is ready")
        run.finish({"export_id": str(row.pk)})
    return {"export_id": str(row.pk)}


def forget_old() -> int:
    """Delete the files whose day is over; answers how many. Several workers may do so at once."""
    gone, _ = Export.objects.filter(created_at__lt=timezone.now() - KEPT).delete()
    return gone


def own_exports(scope: Scope) -> list[Export]:
    """The member's own files that are still kept, newest first, without their content."""
    kept = _own(scope).filter(created_at__gte=timezone.now() - KEPT)
    return list(kept.order_by("-created_at")[:MOST_LISTED])


def own_export(scope: Scope, export_id: UUID) -> Export:
    """One of the member's own files, of what they may still read; its content is not read. Raises NotFound."""
    row = _own(scope).filter(pk=export_id).first()
    if row is None:
        raise NotFound("export")
    _makers[row.sort].refuse(scope, row.asked)
    return row


def _own(scope: Scope) -> QuerySet[Export]:
    """The member's own files, without their content."""
    rows = Export.objects.filter(workspace_id=scope.workspace_id, by_id=scope.member_id)
    return rows.defer("content").select_related("job")


def made_of(row: Export) -> Made:
    """The file itself. Raises NotFound until it is made."""
    content = Export.objects.values_list("content", flat=True).get(pk=row.pk)
    if content is None:
        raise NotFound("file")
    return Made(bytes(content), row.content_type, row.name)
