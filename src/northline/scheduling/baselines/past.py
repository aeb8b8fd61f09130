"""The plan as it stood at the end of a day that is past: the plan now, with every later change taken back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from northline.core.models import Change
from northline.core.refusal import Refusal
from northline.delivery.models import Project
from northline.scheduling import storing
from northline.scheduling.plan import PROJECT, Plan, load

# What taking back may cost: so many changes of a plan are some seconds.
MOST_CHANGES = 5_000
# The ways of undoing a change whose data hold the rows of the plan as they stood.
OF_PLANS = ("plan", "scenario")


def plan_on(project: Project, day: date) -> Plan:
    """The plan of a project that is already allowed as it stood when `day` ended. Eight queries.

    Calendars and people are those of now; whoever is on the plan no more is not on it then either. Raises Refusal `moment.before_project`,
    `moment.too_far`, `moment.not_past`.
    """
    until = end_of(day)
    if until > timezone.now():
        raise Refusal("moment.not_past", f"{day} is not over yet. Compare with an earlier day.")
    if project.created_at >= until:
        began = timezone.localtime(project.created_at).date()
        raise Refusal("moment.before_project", f"{project.key} began on {began}. Compare with a later day.")
    later = _later(project, until)
    also = {UUID(name) for undo in later for name in undo.get("items", ())}
    plan = load(project.pk, also=also)
    for undo in later:
        _take_back(plan, undo)
    plan.index_children()
    return plan


def end_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time()))


def _later(project: Project, until: datetime) -> list[Mapping[str, Any]]:
    """What takes back each change of the plan since then, the newest first."""
    rows = Change.objects.filter(
        workspace_id=project.workspace_id, object_id=project.pk, created_at__gte=until
    )
    found = list(rows.order_by("-seq").values_list("undo", flat=True)[: MOST_CHANGES + 1])
    if len(found) > MOST_CHANGES:
        raise Refusal(
            "moment.too_far",
            f"{project.key} was changed more than {MOST_CHANGES:,} times since. Compare with a later day or a baseline.",
        )
    return [undo for undo in found if undo.get("how") in (*OF_PLANS, "project")]


def _take_back(plan: Plan, undo: Mapping[str, Any]) -> None:
    if undo["how"] == "project":
        plan.project |= {name: value for name, value in _columns(undo["fields"]) if name in PROJECT}
        return
    for name, fields in undo["items"].items():
        if UUID(name) in plan.items:
            plan.changeable(UUID(name)).update(storing.columns_from(fields))
    for name, link in undo["links"].items():
        plan.links.pop(UUID(name), None)
        if link is not None:
            plan.links[UUID(name)] = storing.link_from(link)
    known = {row["id"] for row in plan.resources}
    for name, row in undo.get("assignments", {}).items():
        plan.assignments.pop(UUID(name), None)
        if row is not None and UUID(row["resource_id"]) in known:
            plan.assignments[UUID(name)] = storing.assignment_from(row)


def _columns(fields: Mapping[str, Any]) -> Iterable[tuple[str, Any]]:
    for name, value in fields.items():
        yield name, UUID(value) if name.endswith("_id") and value else value
