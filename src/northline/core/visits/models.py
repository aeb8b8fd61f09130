"""The view log: one row for each member and thing looked at."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils import timezone

from northline.core.models import Row


class Seen(Row):
    """When a member last looked at an object, or at one view of it, and the newest change there was.

    `before` is what they had seen when the look that is going on, or was the last, began.
    """

    member = models.ForeignKey("accounts.Member", on_delete=models.CASCADE, related_name="+")
    object_kind = models.CharField(max_length=24)
    object_id = models.UUIDField()
    view = models.CharField(max_length=24, blank=True)
    seq = models.PositiveBigIntegerField()
    at = models.DateTimeField(default=timezone.now)
    before = models.PositiveBigIntegerField(null=True)
    before_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["member", "object_id", "view"], name="seen_once")
        ]
        indexes: ClassVar = [
            models.Index(fields=["object_id", "-at"], name="seen_of_object"),
            models.Index(fields=["member", "-at"], name="seen_by_member"),
        ]
