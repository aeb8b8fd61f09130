"""The list of what people said about objects of all kinds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import (
    Case,
    DateTimeField,
    F,
    Q,
    QuerySet,
    Value,
    When,
)
from django.db.models.functions import Replace

from northline.core import kinds
from northline.core.doors import visible
from northline.core.listing.counting import true_where
from northline.core.listing.listings import Field, Listing, all_listings, lead, readable, register
from northline.core.models import Editable
from northline.core.refusal import Stale
from northline.core.schemas import Out, Patch, Ref, Who, who
from northline.core.scope import Place, Scope
from northline.talk import access, actions
from northline.talk.models import Comment


class CommentRow(Patch):
    """What is changed of many comments at once: are their threads settled?"""

    resolved: bool | None = None


class CommentLineOut(Out):
    """A comment in a list: `key` and `title` are those of what it is about."""

    id: UUID
    kind: str
    key: str
    title: str
    part_of: Ref
    version: int
    words: str
    by: Who | None
    created_at: datetime
    can: dict[str, bool]


def _rows() -> QuerySet[Any]:
    """Those that stand, with the name and place of what they are about, as search keeps them."""
    rows = (
        Comment.objects.filter(removed_at=None)
        .select_related("by", "parent")
        .annotate(
            key=F("entry__key"),
            title=F("entry__title"),
            project_id=F("entry__project_id"),
            archived_at=Case(
                When(entry__archived=True, then=F("created_at")), output_field=DateTimeField(null=True)
            ),
        )
    )
    return lead(rows, "product", to=kinds.kind_named("product").model, id=F("entry__product_id"))


def _seen(rows: QuerySet[Any], scope: Scope) -> QuerySet[Any]:
    """Those about objects that the member may read."""
    guarded = _guarded()
    seen = ~Q(object_kind__in=list(guarded))
    for kind, listing in guarded.items():
        if listing is not None:
            seen |= Q(object_kind=kind, object_id__in=readable(scope, listing).order_by().values("pk"))
    return visible(scope, rows, product="product_id", project="project_id").filter(seen)


def _guarded() -> dict[str, Listing | None]:
    """The kinds of which it is not enough to know where an object lives, with their lists: those without one are told of
    on the object alone."""
    listings = {listing.kind: listing for listing in all_listings()}
    return {
        kind.name: listings.get(kind.name)
        for kind in kinds.all_kinds()
        if kind.door and not kind.searchable and issubclass(kind.model, Editable)
    }


def _shown(rows: Iterable[Any], scope: Scope) -> list[dict[str, Any]]:
    return [_line(row, scope) for row in rows]


def _line(row: Any, scope: Scope) -> dict[str, Any]:
    about = {"kind": row.object_kind, "id": row.object_id, "key": row.key, "title": row.title}
    place = Place(product_id=row.product_id, project_id=row.project_id)
    mine = row.by_id == scope.member_id or scope.may("contribute", place)
    return about | {
        "id": row.pk,
        "kind": row.KIND,
        "part_of": about,
        "version": row.version,
        "words": row.words,
        "by": who(row.by),
        "created_at": row.created_at,
        "can": {"edit": row.parent_id is None and mine},
    }


def _revise(
    row: Comment, *, expected: int, fields: Mapping[str, Any], by: Scope, reason: str = ""
) -> Comment:
    """Settle a thread, or open it again; one that stands like that stays as it is."""
    row, about = access.resolvable_thread(by, row.pk)
    done = fields["resolved"]
    if row.parent_id is None and (row.resolved_at is not None) == done:
        if row.version != expected:
            raise Stale(row)
        return row
    return actions.resolve(row, about, done=done, expected=expected, by=by)


_RESOLVED = true_where(Q(resolved_at__isnull=False) | Q(parent__resolved_at__isnull=False))
_ANSWERS = true_where(parent__isnull=False)

COMMENTS = Listing(
    "comment",
    rows=_rows,
    out=CommentLineOut,
    fields=(
        Field("key", "text"),
        Field("title", "text", label="About"),
        Field("words", "text", label="Said", sorts=False),
        Field("by", "person"),
        Field(
            "about",
            "text",
            label="Kind",
            value=Replace(F("object_kind"), Value("_"), Value(" ")),
            groups=True,
        ),
        Field("resolved", "yes_no", value=_RESOLVED, writes="resolved", description="Is its thread settled?"),
        Field("answers", "yes_no", label="An answer", value=_ANSWERS),
        Field("edited_at", "datetime", label="Edited"),
    ),
    patch=CommentRow,
    revise=_revise,
    archive=None,
    project="project_id",
    narrowed=_seen,
    shows=_shown,
    customisable=False,
)


def register_all() -> None:
    register(COMMENTS)
