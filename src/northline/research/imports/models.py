"""Exports on their way into research, and what came in by them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from northline.core.models import Change, Job, Row
from northline.core.scope import Place
from northline.products.models import Product


class ResearchImport(Row):
    """An uploaded export: read aside, mapped by a person, tried, and written when confirmed.

    `file` names the upload in NORTHLINE_HOME/uploads, `file`.json what was read from it; both are gone once it is
    written or refused.
    """

    KIND: ClassVar[str] = "research_import"

    class State(models.TextChoices):
        READING = "reading"
        READY = "ready"
        REFUSED = "refused"
        IMPORTING = "importing"
        IMPORTED = "imported"

    by = models.ForeignKey("accounts.Member", on_delete=models.CASCADE, related_name="+")
    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="+")
    state = models.CharField(max_length=10, choices=State, default=State.READING)
    file = models.CharField(max_length=64)
    file_name = models.CharField(max_length=200, blank=True)
    # What the reader recognised, and what the person wants made of it (`mapping.Mapping`).
    recognised = models.JSONField(null=True)
    mapping = models.JSONField(default=dict)
    leave_out_errors = models.BooleanField(default=False)
    refusal = models.JSONField(null=True)
    # How many were made, changed and left, and what was lost.
    outcome = models.JSONField(null=True)
    job = models.ForeignKey(Job, null=True, on_delete=models.SET_NULL, related_name="+")
    change = models.ForeignKey(Change, null=True, on_delete=models.SET_NULL, related_name="+")

    def place(self) -> Place:
        return Place(product_id=self.product_id)


class SourceId(Row):
    """What an item or comment of another tool is here, so that it comes in once however often it is imported.

    `taken` is what was taken from the source the last time, field by field: only what differs from it is new.
    """

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="+")
    source = models.CharField(max_length=60)
    what = models.CharField(max_length=8, choices=[("item", "item"), ("comment", "comment")])
    source_id = models.CharField(max_length=300)
    object_kind = models.CharField(max_length=24)
    object_id = models.UUIDField()
    taken = models.JSONField(default=dict)
    via = models.ForeignKey(ResearchImport, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["product", "source", "what", "source_id"], name="source_id_once")
        ]
        indexes: ClassVar = [models.Index(fields=["object_id"], name="source_id_of_object")]
