"""Rows as they stood at an earlier moment, in memory: as they are now, with every later change taken back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TypeVar

from django.utils import timezone

from northline.core.models import Change, Editable, column

T = TypeVar("T", bound=Editable)


def stood(rows: Iterable[T], *, at: datetime) -> list[T]:
    """Those of the rows that were there and not archived at that moment, changed in memory, never to be saved. One query.

    Only what is recorded with the way back is known: fields that were set, archiving and restoring.
    """
    known = {row.pk: row for row in rows}
    later = Change.objects.filter(object_id__in=list(known), created_at__gte=at).order_by("-seq")
    for object_id, undo in later.values_list("object_id", "undo"):
        row = known[object_id]
        if undo.get("how") == "archive":  # it was made, or restored
            row.archived_at = timezone.now()
        elif undo.get("how") == "restore":
            row.archived_at = None
        for name, value in undo.get("fields", {}).items():
            field = column(row, name)
            setattr(row, field.attname, field.to_python(value))
    return [row for row in known.values() if row.archived_at is None]
