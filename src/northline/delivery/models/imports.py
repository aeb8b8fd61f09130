"""A plan file on its way to becoming a project."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from northline.core.models import Job, Row
from northline.delivery.models.projects import Project


class Import(Row):
    """An uploaded plan file: read aside, shown as a preview, and made a project when confirmed.

    `file` names the upload in NORTHLINE_HOME/uploads, `file`.json the plan read from it; both are gone once the
    plan is imported or refused.
    """

    KIND: ClassVar[str] = "import"

    class State(models.TextChoices):
        READING = "reading"
        READY = "ready"
        REFUSED = "refused"
        IMPORTING = "importing"
        IMPORTED = "imported"

    by = models.ForeignKey("accounts.Member", on_delete=models.CASCADE, related_name="+")
    state = models.CharField(max_length=10, choices=State, default=State.READING)
    file = models.CharField(max_length=64)
    file_name = models.CharField(max_length=200, blank=True)
    title = models.CharField(max_length=300, blank=True)
    code = models.CharField(max_length=10, blank=True)
    product = models.ForeignKey("products.Product", null=True, on_delete=models.SET_NULL, related_name="+")
    preview = models.JSONField(null=True)
    refusal = models.JSONField(null=True)
    job = models.ForeignKey(Job, null=True, on_delete=models.SET_NULL, related_name="+")
    project = models.ForeignKey(Project, null=True, on_delete=models.SET_NULL, related_name="+")
