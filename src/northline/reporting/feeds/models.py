"""The address of a calendar, by its hash."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from northline.accounts.models import Member
from northline.core.models import Row
from northline.delivery.models import Project


class CalendarFeed(Row):
    """A calendar of a member's own work or, with a `project`, of that project as far as the member may read it.

    Whoever has its address reads it without signing in, so the address is kept as a hash only and can be revoked.
    """

    KIND: ClassVar[str] = "calendar_feed"

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    project = models.ForeignKey(Project, null=True, on_delete=models.CASCADE, related_name="+")
    token_hash = models.CharField(max_length=64, unique=True)
    revoked_at = models.DateTimeField(null=True)
