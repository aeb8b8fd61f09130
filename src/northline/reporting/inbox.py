"""The inbox: other people's changes to what concerns a member, with the reason it concerns them.

All that one deed brought about is one message, told by what of it addresses the member, else by its first change.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Set
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from northline.accounts.models import Member
from northline.core import activity, kinds, touches
from northline.core.editing import OWNERS
from northline.core.models import Change, Touch
from northline.core.scope import Scope
from northline.reporting.overseeing import queries as overseeing
from northline.reporting.reminders import telling as reminders
from northline.reporting.reminders.models import DueNotice, Reminder
from northline.talk import actions as talk
from northline.talk.models import Mention, Watch
from northline.talk.queries import excerpts, followed
from northline.tracking.timesheets.models import Timesheet

BACK = timedelta(days=90)
MOST = 100
TOGETHER = timedelta(hours=1)
# What is older is told no more.
MOST_OWNED = 2_000
MANAGES = frozenset({"product_manager", "project_manager"})
# These concern only whose words they are about.
QUIET = [talk.EDITED, talk.REACTED, talk.UNREACTED]
ADDRESSED = [talk.ANSWERED, talk.REACTED]


@dataclass(frozen=True, slots=True)
class Concerns:
    """What a member wants to hear of: objects by reason, places they manage, and what they said they do not follow."""

    owned: set[UUID]
    followed: set[UUID]
    touched: set[UUID]
    products: list[UUID]
    projects: list[UUID]
    muted: set[UUID]
    mentioned: set[UUID]
    me: UUID | None

    def changes(self, me: str) -> Q:
        """The changes that are messages to `me`."""
        near = Q(object_id__in=self.owned | self.touched) | Q(since_followed(me))
        near |= Q(product_id__in=self.products) | Q(project_id__in=self.projects)
        addressed = Q(after__to=me) | Q(pk__in=self.mentioned) | Q(pk__in=touches.told_to(self.me))
        quiet = Q(verb__in=QUIET) | Q(object_id__in=self.muted)
        return (near & ~quiet) | addressed | Q(object_kind="role", after__member=me)

    def why(self, change: Change, me: str, touched: Set[str]) -> str:
        """The nearest reason why the change is a message; `touched` are those for which it is told of what it touched."""
        reasons = {
            "role": change.object_kind == "role",
            "reminder": change.object_kind == Reminder.KIND,
            "due": change.object_kind == DueNotice.KIND,
            "mentioned": change.pk in self.mentioned,
            "answered": change.verb == talk.ANSWERED and change.after.get("to") == me,
            "reacted": change.verb == talk.REACTED,
            "asked": change.after.get("to") == me and change.verb not in ADDRESSED,
            "given": Touch.Why.GIVEN in touched,
            "deputy": Touch.Why.DEPUTY in touched,
            "relieved": Touch.Why.RELIEVED in touched,
            "owner": change.object_id in self.owned or Touch.Why.OWNER in touched,
            "owned": Touch.Why.OWNED in touched,
            "watching": change.object_id in self.followed or Touch.Why.WATCHING in touched,
            "worked_on": change.object_id in self.touched,
        }
        return next((reason for reason, holds in reasons.items() if holds), "manages")


def since_followed(me: str) -> Exists:
    """Was the change made after the member began to follow its object? What was before is no news."""
    follows = Watch.objects.filter(member_id=me, on=True, object_id=OuterRef("object_id"))
    return Exists(follows.filter(updated_at__lte=OuterRef("created_at")))


def inbox(scope: Scope) -> dict[str, Any]:
    """The newest messages, and how many of them are new since the member last looked; and of which of their initiatives
    nobody said for long how they go. Eleven queries."""
    seen = Member.objects.values_list("inbox_seen", flat=True).get(pk=scope.member_id)
    items = [item | {"unseen": item["seq"] > seen} for item in messages(scope)]
    return {
        "items": items,
        "unseen": sum(item["unseen"] for item in items),
        "updates_due": overseeing.due(scope),
    }


def messages(scope: Scope, *, after: int = 0, until: int | None = None) -> list[dict[str, Any]]:
    """The newest messages, each with why it is one; only of changes after `after`, up to `until`. Nine queries, and
    one for each kind of what is told to be touched."""
    concerns, me = _concerns(scope), str(scope.member_id)
    changes = (
        (activity.readable(scope) | activity.told_alone(scope) | _of_own_weeks(scope, me))
        .exclude(by_id=scope.member_id)
        .filter(concerns.changes(me), created_at__gte=timezone.now() - BACK)
        .filter(seq__gt=after, **({} if until is None else {"seq__lte": until}))
    )
    heads = activity.heads(changes, to=me, most=MOST)
    mine = touches.of_member((head for head, _ in heads), scope.member_id)
    reasons: dict[UUID, set[str]] = defaultdict(set)
    for touch in mine:
        reasons[touch.change_id].add(touch.why)
    itself = {(head.pk, head.object_id) for head, _ in heads}
    touched = touches.shown(touch for touch in mine if (touch.change_id, touch.object_id) not in itself)
    said = excerpts(head.after["comment"] for head, _ in heads if "comment" in head.after)
    reminded = reminders.told(scope, (head for head, _ in heads))
    return _together(
        activity.shown(scope, head)
        | {
            "why": concerns.why(head, me, reasons[head.pk]),
            "touched": touched.get(head.pk, []),
            "also": also,
            "excerpt": said.get(head.after.get("comment", ""), ""),
            "due": [],
        }
        | reminded.get(head.pk, {})
        for head, also in heads
    )


def _together(items: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The messages, newest first, with those that say one thing again and again within the hour as one."""
    told: list[dict[str, Any]] = []
    for item in items:
        if told and _says_the_same(told[-1], item):
            told[-1]["also"] += 1 + item["also"]
        else:
            told.append(item)
    return told


def _says_the_same(later: dict[str, Any], item: dict[str, Any]) -> bool:
    if any(later[name] != item[name] for name in ("by", "verb", "object_id", "reason", "why", "undone")):
        return False
    has_words = any(each[name] for each in (later, item) for name in ("excerpt", "due", "touched"))
    return not has_words and later["at"] - item["at"] <= TOGETHER


def _of_own_weeks(scope: Scope, me: str) -> QuerySet[Change]:
    """What is said to a member of their own timesheets, which are in no product and no project: theirs to read whatever
    else they may."""
    return Change.objects.filter(workspace_id=scope.workspace_id, object_kind=Timesheet.KIND, after__to=me)


def mark_seen(scope: Scope, *, seq: int) -> None:
    """The member has looked at everything up to `seq`. A mark of one's own reading is no change of the workspace."""
    Member.objects.filter(pk=scope.member_id, inbox_seen__lt=seq).update(inbox_seen=seq)


def _concerns(scope: Scope) -> Concerns:
    touched = set(
        Change.objects.filter(
            workspace_id=scope.workspace_id, by_id=scope.member_id, created_at__gte=timezone.now() - BACK
        )
        .exclude(verb__in=talk.VERBS)
        .order_by("-seq")
        .values_list("object_id", flat=True)[:500]
    )
    made = Change.objects.filter(workspace_id=scope.workspace_id, by_id=scope.member_id, verb="created")
    touched |= set(made.order_by("-seq").values_list("object_id", flat=True)[:MOST_OWNED])
    managed = [place for place, roles in scope.grants.items() if roles & MANAGES]
    on, off = followed(scope)
    mentions = Mention.objects.filter(member_id=scope.member_id).order_by("-pk")
    return Concerns(
        owned=_owned(scope),
        followed=on,
        touched=touched,
        products=[object_id for kind, object_id in managed if kind == "product"],
        projects=[object_id for kind, object_id in managed if kind == "project"],
        muted=off,
        mentioned=set(mentions.values_list("change_id", flat=True)[:MOST]),
        me=scope.member_id,
    )


def _owned(scope: Scope) -> set[UUID]:
    """The newest objects that the member answers for. One query."""
    mine = [
        kind.model._default_manager.filter(**{name: scope.member_id}).values("pk")
        for kind in kinds.all_kinds()
        for name in OWNERS
        if hasattr(kind.model, name)
    ]
    newest = mine[0].union(*mine[1:], all=True).order_by("-pk")[:MOST_OWNED]
    return {row["pk"] for row in newest}
