"""What somebody does not want to be told of until a day."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from northline.accounts.models import Member
from northline.core.models import Row


class Snooze(Row):
    """A finding that sleeps for one member up to a day, and what it weighed when it was put to sleep."""

    KIND: ClassVar[str] = "snooze"

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    finding = models.CharField(max_length=80)
    until = models.DateField()
    weight = models.FloatField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["member", "finding"], name="snooze_once_a_finding")
        ]
