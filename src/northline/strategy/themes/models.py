"""The strategic pillars of a product's plan."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from northline.accounts.models import Member
from northline.research.models import OfProduct


class Theme(OfProduct):
    """A strategic pillar. `shares` maps periods, such as 2026-Q4, to the per cents of all effort meant for it."""

    KIND: ClassVar[str] = "theme"
    PREFIX: ClassVar[str] = "THM"

    colour = models.CharField(max_length=20, blank=True)
    owner = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL, related_name="+")
    shares = models.JSONField(default=dict)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["workspace", "key"], name="theme_key_once")]
        indexes: ClassVar = [models.Index(fields=["product", "-created_at"], name="theme_of_product")]
