"""What reporting keeps: share links. Everything else it tells is computed."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from northline.core.models import Row
from northline.core.scope import Place


def nothing() -> list[Any]:
    return []


class Share(Row):
    """A revocable public address for one view. Its token and password are kept as hashes only."""

    KIND: ClassVar[str] = "share"

    class View(models.TextChoices):
        ROADMAP = "roadmap"
        TIMELINE = "timeline"

    view = models.CharField(max_length=10, choices=View)
    title = models.CharField(max_length=300)
    product_id = models.UUIDField(null=True)
    project_id = models.UUIDField(null=True)
    fields = models.JSONField(default=nothing)
    token_hash = models.CharField(max_length=64, unique=True)
    password_hash = models.CharField(max_length=200, blank=True)
    expires_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)
    created_by = models.ForeignKey("accounts.Member", on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(view="roadmap", product_id__isnull=False, project_id=None)
                | Q(view="timeline", project_id__isnull=False, product_id=None),
                name="share_shows_one_thing",
            )
        ]

    def place(self) -> Place:
        return Place(product_id=self.product_id, project_id=self.project_id)
