"""The address of what is like an object."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Router

from northline.core import kinds
from northline.core.fulltext import related
from northline.core.models import Editable
from northline.core.refusal import NotFound
from northline.core.schemas import Out, Ref

router = Router(tags=["core"])


class LikeOut(Ref):
    """`score` is the share of the object's words, by weight, that stand in this one too; 0 to 1."""

    excerpt: str
    score: float
    linked: bool


class RelatedOut(Out):
    """`duplicates` are of the object's own kind and may say the same."""

    related: list[LikeOut]
    duplicates: list[LikeOut]


@router.get("/objects/{kind}/{object_id}/related", response=RelatedOut, operation_id="list_related")
def list_related(request: Any, kind: str, object_id: UUID) -> Any:
    """What is like an object, and what may say the same."""
    row = kinds.object_at(request.member_scope, kind, object_id)
    if not isinstance(row, Editable):
        raise NotFound(kind)
    return related.related(request.member_scope, row)
