"""What people say about objects: comments in threads, mentions, reactions, and who follows what."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone

from northline.accounts.models import Member
from northline.core import kinds
from northline.core.fulltext.models import Entry
from northline.core.models import Change, Row
from northline.core.richtext import EMPTY
from northline.core.scope import Place
from northline.core.written import WatchedManager


def nothing_said() -> dict[str, Any]:
    return dict(EMPTY)


class Comment(Row):
    """Something said about an object, or in answer to what was said. Removed, it leaves its place in the thread."""

    KIND: ClassVar[str] = "comment"

    object_kind = models.CharField(max_length=24)
    object_id = models.UUIDField()
    # The first comment of the thread, for an answer: threads are one level deep.
    parent = models.ForeignKey("self", null=True, on_delete=models.CASCADE, related_name="replies")
    by = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL, related_name="+")
    body = models.JSONField(default=nothing_said)
    # The words of the body, kept beside it for search.
    words = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)
    edited_at = models.DateTimeField(null=True)
    removed_at = models.DateTimeField(null=True)
    removed_by = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL, related_name="+")
    resolved_at = models.DateTimeField(null=True)
    resolved_by = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL, related_name="+")

    # What search keeps of it: the name and place of what it is about.
    entry = models.ForeignObject(
        Entry, on_delete=models.DO_NOTHING, from_fields=["id"], to_fields=["row_id"], related_name="+"
    )

    objects = WatchedManager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(parent=None) | Q(resolved_at=None), name="comment_resolves_whole_thread"
            )
        ]
        indexes: ClassVar = [models.Index(fields=["object_id", "-created_at"], name="comment_on_object")]

    def place(self) -> Place:
        model = kinds.kind_named(self.object_kind).model
        return model._default_manager.get(pk=self.object_id).place()


class EarlierText(Row):
    """What a comment said before it was edited."""

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="earlier")
    version = models.PositiveIntegerField()
    body = models.JSONField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["comment", "version"], name="earlier_text_once")
        ]


class Mention(Row):
    """A member named in a comment, and the change that told them."""

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="mentions")
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    change = models.ForeignKey(Change, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["comment", "member"], name="mention_once")]


class Reaction(Row):
    """One member's sign on a comment: of each kind one."""

    class Sign(models.TextChoices):
        AGREE = "agree"
        CELEBRATE = "celebrate"
        THANK = "thank"
        LOOK = "look"
        DOUBT = "doubt"
        DISAGREE = "disagree"

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="reactions")
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    sign = models.CharField(max_length=12, choices=Sign)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["comment", "member", "sign"], name="reaction_once")
        ]


class Watch(Row):
    """Whether a member follows an object, as they said themself or as it came about by talking."""

    class Why(models.TextChoices):
        SAID_SO = "said_so"
        COMMENTED = "commented"
        MENTIONED = "mentioned"
        INFORMED = "informed"

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    object_kind = models.CharField(max_length=24)
    object_id = models.UUIDField()
    on = models.BooleanField(default=True)
    why = models.CharField(max_length=12, choices=Why)
    updated_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["member", "object_id"], name="watch_once")]
        indexes: ClassVar = [models.Index(fields=["object_id"], name="watch_of_object")]
