"""The verbs of talk. Each is one transaction and records one change of the object that is talked about."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from northline.accounts.models import Member
from northline.core import changes
from northline.core.models import Change, Editable
from northline.core.refusal import Conflict, Refusal, Stale
from northline.core.richtext import Doc, plain_text
from northline.core.scope import Scope
from northline.talk import access, mentions
from northline.talk.models import Comment, EarlierText, Mention, Reaction, Watch

SAID, ANSWERED, EDITED, REMOVED, PUT_BACK = "commented", "replied", "reworded", "removed_comment", "put_back"
RESOLVED, REOPENED, REACTED, UNREACTED = "resolved", "reopened", "reacted", "unreacted"
VERBS = frozenset({SAID, ANSWERED, EDITED, REMOVED, PUT_BACK, RESOLVED, REOPENED, REACTED, UNREACTED})


@transaction.atomic
def say(about: Editable, *, body: Doc, parent: Comment | None = None, by: Scope) -> Comment:
    """Say something about the object, or answer in a thread of it. Whoever is mentioned is told.

    Raises Refusal `comment.empty`, `comment.other_object`, `mention.unknown` or `mention.cannot_see`.
    """
    body, named = _checked(about, body, by)
    if parent is not None and (parent.object_id != about.pk or parent.parent_id is not None):
        raise Refusal(
            "comment.other_object", "An answer goes to the first comment of a thread on the same object."
        )
    row = Comment.objects.create(
        workspace_id=by.workspace_id,
        object_kind=about.KIND,
        object_id=about.pk,
        parent=parent,
        by_id=by.member_id,
        body=body,
        words=plain_text(body),
    )
    verb = ANSWERED if parent else SAID
    change = _record(by, verb, about, row, mentions=named, undo={"deed": "remove", "version": row.version})
    _follow(about, [by.member_id], why=Watch.Why.COMMENTED)
    _tell(row, about, named, change)
    return row


@transaction.atomic
def reword(
    row: Comment, about: Editable, *, body: Doc, expected: int, by: Scope, cause: Change | None = None
) -> Comment:
    """Change what one said; what was said before is kept. Only who was not mentioned yet is told."""
    body, named = _checked(about, body, by)
    _refuse_removed(row)
    before, version = row.body, row.version
    if body == before and version == expected:
        return row
    fields = {"body": body, "words": plain_text(body), "edited_at": timezone.now()}
    _swap(row, expected=expected, fields=fields)
    EarlierText.objects.create(workspace_id=row.workspace_id, comment=row, version=version, body=before)
    undo = {"deed": "reword", "version": row.version, "text": version}
    change = _record(by, EDITED, about, row, mentions=named, undo=undo, cause=cause)
    _tell(row, about, named, change)
    return row


@transaction.atomic
def remove(
    row: Comment, about: Editable, *, expected: int, by: Scope, cause: Change | None = None
) -> Comment:
    """Take a comment away: its place in the thread stays, its words are shown to nobody."""
    _refuse_removed(row)
    _swap(row, expected=expected, fields={"removed_at": timezone.now(), "removed_by": by.member_id})
    _record(by, REMOVED, about, row, undo={"deed": "put_back", "version": row.version}, cause=cause)
    return row


@transaction.atomic
def put_back(
    row: Comment, about: Editable, *, expected: int, by: Scope, cause: Change | None = None
) -> Comment:
    """Show a removed comment again."""
    if row.removed_at is None:
        raise Conflict("comment.not_removed", "That comment is not removed. Nothing was changed.")
    _swap(row, expected=expected, fields={"removed_at": None, "removed_by": None})
    _record(by, PUT_BACK, about, row, undo={"deed": "remove", "version": row.version}, cause=cause)
    return row


@transaction.atomic
def resolve(
    row: Comment, about: Editable, *, done: bool, expected: int, by: Scope, cause: Change | None = None
) -> Comment:
    """Close a thread as settled, or open it again."""
    if row.parent_id is not None:
        raise Refusal("comment.not_a_thread", "Only a whole thread is resolved: name its first comment.")
    if (row.resolved_at is not None) == done:
        state = "resolved already" if done else "not resolved"
        raise Conflict("comment.resolved_already", f"That thread is {state}. Nothing was changed.")
    at, who = (timezone.now(), by.member_id) if done else (None, None)
    _swap(row, expected=expected, fields={"resolved_at": at, "resolved_by": who})
    undo = {"deed": "reopen" if done else "resolve", "version": row.version}
    _record(by, RESOLVED if done else REOPENED, about, row, undo=undo, cause=cause)
    return row


@transaction.atomic
def react(
    row: Comment, about: Editable, *, sign: str, on: bool, by: Scope, cause: Change | None = None
) -> Comment:
    """Put one's sign on a comment or take it off; saying so twice changes nothing."""
    _refuse_removed(row)
    mine = {"comment": row, "member_id": by.member_id, "sign": sign}
    if on:
        changed = Reaction.objects.get_or_create(**mine, defaults={"workspace_id": by.workspace_id})[1]
    else:
        changed = bool(Reaction.objects.filter(**mine).delete()[0])
    if changed:
        undo = {"deed": "unreact" if on else "react", "sign": sign}
        _record(by, REACTED if on else UNREACTED, about, row, undo=undo, cause=cause, sign=sign)
    return row


def watch(about: Editable, *, on: bool, by: Scope) -> None:
    """Follow an object or stop following it. What one reads is no change of the workspace."""
    Watch.objects.update_or_create(
        member_id=by.member_id,
        object_id=about.pk,
        defaults={"on": on, "why": Watch.Why.SAID_SO, "updated_at": timezone.now()},
        create_defaults={
            "workspace_id": by.workspace_id, "object_kind": about.KIND, "on": on, "why": Watch.Why.SAID_SO
        },
    )  # fmt: skip


def keep_told(kind: str, informed: Mapping[UUID, Collection[UUID]], *, by: Scope) -> None:
    """Let these members follow each of the objects because they are to be informed of it, and nobody else for that reason.

    Whoever ever said whether they want to follow it has the last word.
    """
    told = Watch.objects.filter(object_id__in=list(informed), why=Watch.Why.INFORMED)
    over = [
        pk
        for pk, object_id, member in told.values_list("pk", "object_id", "member_id")
        if member not in informed[object_id]
    ]
    Watch.objects.filter(pk__in=over).delete()
    Watch.objects.bulk_create(
        [
            Watch(
                workspace_id=by.workspace_id,
                member_id=member,
                object_kind=kind,
                object_id=object_id,
                why=Watch.Why.INFORMED,
            )
            for object_id, members in informed.items()
            for member in members
        ],
        ignore_conflicts=True,
    )


def take_back(change: Change, by: Scope) -> None:
    """Undo one's own deed of talk."""
    said = change.undo
    row, about = access.comment(by, UUID(said["comment"]))
    common: dict[str, Any] = {"by": by, "cause": change}
    match said["deed"]:
        case "react" | "unreact":
            react(row, about, sign=said["sign"], on=said["deed"] == "react", **common)
        case "remove" | "put_back":
            {"remove": remove, "put_back": put_back}[said["deed"]](
                row, about, expected=said["version"], **common
            )
        case "resolve" | "reopen":
            resolve(row, about, done=said["deed"] == "resolve", expected=said["version"], **common)
        case "reword":
            earlier = row.earlier.get(version=said["text"])
            reword(row, about, body=earlier.body, expected=said["version"], **common)


def _checked(about: Editable, body: Doc, by: Scope) -> tuple[Doc, list[Member]]:
    if not plain_text(body):
        raise Refusal("comment.empty", "A comment needs words. Nothing was saved.")
    return mentions.resolved(about, body, by=by)


def _refuse_removed(row: Comment) -> None:
    if row.removed_at is not None:
        raise Conflict("comment.removed", "That comment was removed. Nothing was changed.")


def _swap(row: Comment, *, expected: int, fields: dict[str, Any]) -> None:
    written = Comment.objects.filter(pk=row.pk, version=expected).update(**fields, version=F("version") + 1)
    row.refresh_from_db()
    if not written:
        raise Stale(row)


def _record(
    by: Scope,
    verb: str,
    about: Editable,
    row: Comment,
    *,
    undo: dict[str, Any],
    mentions: Iterable[Member] = (),
    cause: Change | None = None,
    **told: Any,
) -> Change:
    """The change names the comment and never its words: what is removed must not live on in the history."""
    after = {"comment": str(row.pk), "thread": str(row.parent_id or row.pk), "to": _addressee(row)}
    if names := [member.name for member in mentions]:
        after["mentions"] = names
    return changes.record(
        by,
        verb,
        about,
        after=after | told,
        undo={"how": "talk", "comment": str(row.pk)} | undo,
        cause=cause,
    )


def _addressee(row: Comment) -> Any:
    """Whose words were answered or met with a sign."""
    whose = row.parent.by_id if row.parent is not None else row.by_id
    return str(whose) if whose else None


def _tell(row: Comment, about: Editable, named: list[Member], change: Change) -> None:
    known = set(row.mentions.values_list("member_id", flat=True))
    new = [member for member in named if member.pk not in known]
    Mention.objects.bulk_create(
        [Mention(workspace_id=row.workspace_id, comment=row, member=member, change=change) for member in new]
    )
    _follow(about, [member.pk for member in new], why=Watch.Why.MENTIONED)


def _follow(about: Editable, member_ids: list[UUID], *, why: Watch.Why) -> None:
    """Let these follow the object, unless they ever said whether they want to."""
    Watch.objects.bulk_create(
        [
            Watch(
                workspace_id=about.workspace_id,
                member_id=member_id,
                object_kind=about.KIND,
                object_id=about.pk,
                why=why,
            )
            for member_id in member_ids
        ],
        ignore_conflicts=True,
    )
