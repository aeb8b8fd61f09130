"""What a product knows of a source already. Five queries, however many items."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from northline.core import kinds
from northline.research.imports.mapping import KINDS
from northline.research.imports.models import SourceId
from northline.research.imports.trying import Known


def known_of(product_id: UUID, source: str) -> tuple[dict[str, Known], frozenset[str]]:
    """The items of that source by their ids there, and the ids of its comments."""
    rows = SourceId.objects.filter(product_id=product_id, source=source)
    away: set[UUID] = set()
    for name in KINDS:
        held: Any = kinds.kind_named(name).model._default_manager
        away.update(
            held.filter(product_id=product_id, archived_at__isnull=False).values_list("pk", flat=True)
        )
    items, comments = {}, set()
    for what, source_id, kind, pk, taken in rows.values_list(
        "what", "source_id", "object_kind", "object_id", "taken"
    ):
        if what == "comment":
            comments.add(source_id)
        else:
            items[source_id] = Known(pk, kind, taken, archived=pk in away)
    return items, frozenset(comments)
