"""Levelled plans that wait to be applied."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from northline.core.models import Job, Row


class Levelling(Row):
    """One levelling: what was asked, the proposal once it is found, and what became of it.

    `plans`: objects of `id` and `plan_version` of each project, the most important first. `found` is the proposal as
    it is shown, `columns` what applying it writes: by the name of the way out, by project, by item.
    """

    KIND: ClassVar[str] = "levelling"

    class State(models.TextChoices):
        COMPUTING = "computing"
        READY = "ready"
        REFUSED = "refused"
        APPLIED = "applied"

    by = models.ForeignKey("accounts.Member", null=True, on_delete=models.SET_NULL, related_name="+")
    job = models.ForeignKey(Job, null=True, on_delete=models.SET_NULL, related_name="+")
    state = models.CharField(max_length=10, choices=State, default=State.COMPUTING)
    plans = models.JSONField(default=list)
    options = models.JSONField(default=dict)
    found = models.JSONField(null=True)
    columns = models.JSONField(default=dict)
    refusal = models.JSONField(null=True)
    applied = models.CharField(max_length=120, blank=True)
    applied_at = models.DateTimeField(null=True)
    change = models.ForeignKey("core.Change", null=True, on_delete=models.SET_NULL, related_name="+")
