"""Reading talk. Threads come with their answers and reactions: three queries, whatever their number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from northline.accounts.models import Member
from northline.core import activity, paging
from northline.core.models import Change, Editable
from northline.core.richtext import EMPTY, cleaned
from northline.core.scope import Scope
from northline.talk import access, actions
from northline.talk.models import Comment, Reaction, Watch

MOST_PEOPLE = 20


def stream(scope: Scope, about: Editable, *, cursor: str | None, limit: int) -> dict[str, Any]:
    """An object's changes and threads in one stream, newest first. A thread stands where it began."""
    changes = activity.readable(scope).exclude(verb__in=actions.VERBS - {actions.SAID})
    page = activity.of_object(scope, changes, about.pk, cursor=cursor, limit=limit)
    begun = [item["after"]["comment"] for item in page["items"] if item["verb"] == actions.SAID]
    threads = {
        thread["id"]: thread for thread in _threads(scope, about, Comment.objects.filter(pk__in=begun))
    }
    items = [{"change": item, "thread": _thread_of(item, threads)} for item in page["items"]]
    return {"items": items, "next": page["next"]}


def threads(scope: Scope, about: Editable, *, cursor: str | None, limit: int) -> dict[str, Any]:
    """A page of an object's threads, the newest first."""
    roots = Comment.objects.filter(object_id=about.pk, parent=None)
    page = paging.page(roots, lambda row: row.pk, cursor=cursor, limit=limit)
    shown = {one["id"]: one for one in _threads(scope, about, Comment.objects.filter(pk__in=page["items"]))}
    return {"items": [shown[pk] for pk in page["items"]], "next": page["next"]}


def show(scope: Scope, row: Comment, about: Editable) -> dict[str, Any]:
    """One comment, with its answers."""
    return _threads(scope, about, Comment.objects.filter(pk=row.pk))[0]


def show_one(row: Comment, scope: Scope) -> dict[str, Any]:
    """A comment as a refusal shows it."""
    row, about = access.comment(scope, row.pk)
    return show(scope, row, about)


def earlier_texts(row: Comment) -> list[dict[str, Any]]:
    """What a comment said before, the newest first; of a removed one nothing."""
    if row.removed_at is not None:
        return []
    return [
        {"version": text.version, "body": cleaned(text.body), "until": text.created_at}
        for text in row.earlier.order_by("-version")
    ]


def mentionable(scope: Scope, about: Editable, *, q: str) -> list[Member]:
    """Members who may see the object and whom the asking member may know, by name."""
    members = access.known_to(scope, access.readers_of(about), about)
    for word in q.split()[:4]:
        members = members.filter(name__icontains=word)
    return list(members.order_by("name", "pk")[:MOST_PEOPLE])


def watching(scope: Scope, about: Editable) -> dict[str, Any]:
    """Whether the member follows the object, why, and how many do who said so or talked. Three queries."""
    said = Watch.objects.filter(member_id=scope.member_id, object_id=about.pk).first()
    owns = scope.member_id in (getattr(about, "owner_id", None), getattr(about, "project_manager_id", None))
    made = Change.objects.filter(object_id=about.pk, by_id=scope.member_id, verb="created").exists()
    why = said.why if said else "owner" if owns else "author" if made else None
    followers = Watch.objects.filter(object_id=about.pk, on=True).exclude(member_id=scope.member_id).count()
    on = said.on if said else bool(why)
    return {"on": on, "why": why, "others": followers}


def followed(scope: Scope) -> tuple[set[UUID], set[UUID]]:
    """The objects that the member follows by saying so or by talking, and those they said they do not. One query."""
    on: set[UUID] = set()
    off: set[UUID] = set()
    for object_id, follows in Watch.objects.filter(member_id=scope.member_id).values_list("object_id", "on"):
        (on if follows else off).add(object_id)
    return on, off


def followers(kind: str, rows: QuerySet[Any]) -> Iterable[tuple[UUID, UUID, bool]]:
    """Which of these objects of a kind who said to follow, or not to. One query."""
    said = Watch.objects.filter(object_kind=kind, object_id__in=rows.values("pk"))
    return said.values_list("object_id", "member_id", "on")


def excerpts(comment_ids: Iterable[str]) -> dict[str, str]:
    """The first words of comments that stand. One query."""
    rows = Comment.objects.filter(pk__in=set(comment_ids), removed_at=None).values_list("pk", "words")
    return {str(pk): words[:200] for pk, words in rows}


def to_be_found() -> QuerySet[Comment, tuple[UUID, str, UUID, str]]:
    """What search finds of comments."""
    rows = Comment.objects.filter(removed_at=None)
    return rows.values_list("pk", "object_kind", "object_id", "words")


def _thread_of(item: dict[str, Any], threads: dict[UUID, dict[str, Any]]) -> dict[str, Any] | None:
    return threads.get(UUID(item["after"]["comment"])) if item["verb"] == actions.SAID else None


def _threads(scope: Scope, about: Editable, roots: QuerySet[Comment]) -> list[dict[str, Any]]:
    """The comments among these with what answered them."""
    ids = list(roots.values_list("pk", flat=True))
    rows = (
        Comment.objects.filter(Q(pk__in=ids) | Q(parent__in=ids))
        .select_related("by", "resolved_by")
        .order_by("created_at", "pk")
    )
    found = list(rows)
    signs: dict[UUID, list[Reaction]] = defaultdict(list)
    for sign in Reaction.objects.filter(comment__in=[row.pk for row in found]).select_related("member"):
        signs[sign.comment_id].append(sign)
    shown = {row.pk: _shown(scope, row, about, signs[row.pk]) for row in found}
    for row in found:
        if row.pk not in ids:
            assert row.parent_id is not None
            shown[row.parent_id]["replies"].append(shown[row.pk])
    return [shown[row.pk] for row in found if row.pk in ids]


def _shown(scope: Scope, row: Comment, about: Editable, signs: list[Reaction]) -> dict[str, Any]:
    removed = row.removed_at is not None
    return {
        "id": row.pk,
        "version": row.version,
        "kind": row.object_kind,
        "object_id": row.object_id,
        "parent_id": row.parent_id,
        "by": row.by,
        "at": row.created_at,
        "edited_at": row.edited_at,
        "removed": removed,
        "body": EMPTY if removed else cleaned(row.body),
        "resolved": {"by": row.resolved_by, "at": row.resolved_at} if row.resolved_at else None,
        "reactions": [] if removed else _signs(scope, signs),
        "replies": [],
        "can": {
            "edit": not removed and access.may_edit(scope, row),
            "remove": access.may_remove(scope, row),
            "resolve": row.parent_id is None and access.may_resolve(scope, row, about),
        },
    }


def _signs(scope: Scope, signs: list[Reaction]) -> list[dict[str, Any]]:
    by_sign: dict[str, list[Reaction]] = defaultdict(list)
    for one in signs:
        by_sign[one.sign].append(one)
    return [
        {
            "sign": sign,
            "count": len(given),
            "mine": any(one.member_id == scope.member_id for one in given),
            "names": [one.member.name for one in given][:20],
        }
        for sign in Reaction.Sign.values
        if (given := by_sign.get(sign))
    ]
