"""Tell the forecast which risks are open, and hear what each costs it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models.signals import post_save

from northline.core import events, written
from northline.core.earlier import stood
from northline.scheduling.risks import PlanRisk
from northline.tracking.raid import rules
from northline.tracking.raid.models import Risk, RiskCost

# What the forecast depends on.
COUNTS = frozenset(
    {
        "type", "probability", "low_days", "likely_days", "high_days", "task_ids", "response_in_place",
        "residual_probability", "residual_days", "status", "archived_at",
    }
)  # fmt: skip


def risks_of(project_id: UUID) -> Sequence[PlanRisk]:
    """The open threats of a project that take days. One query."""
    rows = Risk.objects.filter(
        project_id=project_id,
        type=Risk.Type.THREAT,
        status=Risk.Status.OPEN,
        archived_at=None,
        likely_days__isnull=False,
    ).order_by("pk")
    return [found for row in rows if (found := _plan_risk(row))]


def risks_on(project_id: UUID, *, at: datetime) -> Sequence[PlanRisk]:
    """Those that were open at an earlier moment, as they were known then. Two queries."""
    rows = stood(Risk.objects.filter(project_id=project_id).order_by("pk"), at=at)
    open_ones = [row for row in rows if row.type == Risk.Type.THREAT and row.status == Risk.Status.OPEN]
    return [found for row in open_ones if row.likely_days is not None and (found := _plan_risk(row))]


def _plan_risk(row: Risk) -> PlanRisk | None:
    said = rules.Estimate(
        row.probability,
        row.low_days,
        row.likely_days,
        row.high_days,
        row.residual_probability,
        row.residual_days,
    )
    stake = rules.days_at_stake(said, responded=row.response_in_place)
    if stake is None:
        return None
    tasks = tuple(UUID(task) for task in row.task_ids) or None
    return PlanRisk(
        id=row.pk,
        key=row.key,
        title=row.title,
        probability=stake.probability,
        low=stake.low,
        likely=stake.likely,
        high=stake.high,
        task_ids=tasks,
    )


def listen() -> None:
    """Compute a project's forecast anew whenever what it knows of a risk is written, an undo included."""
    written.read_by(_written, concern=_concerns)
    post_save.connect(_saved, sender=Risk, dispatch_uid="risks")
    events.on("risks_weighed")(keep_costs)


def _concerns(model: type[models.Model], columns: frozenset[str]) -> bool:
    return model is Risk and bool(columns & COUNTS)


def _written(model: type[models.Model], ids: list[UUID], columns: frozenset[str] | None = None) -> None:
    if model is Risk:
        RiskCost.objects.filter(risk__in=ids).delete()
        projects = Risk.objects.filter(pk__in=ids).order_by().values_list("project_id", flat=True)
        for project_id in set(projects):
            events.emit("plan_changed", project_id=project_id)


def _saved(sender: type[models.Model], instance: Any, created: bool, **_: Any) -> None:
    # What takes no days, such as one just named, moves no date.
    if not created or instance.likely_days is not None:
        _written(Risk, [instance.pk])


def keep_costs(project_id: UUID, days: Mapping[UUID, float]) -> None:
    """Keep how many working days of the P80 each open risk of a project is worth."""
    RiskCost.objects.filter(risk__project_id=project_id).delete()
    RiskCost.objects.bulk_create(RiskCost(risk_id=risk, days=worth) for risk, worth in days.items())
