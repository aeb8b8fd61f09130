"""Watch the deadlines that are guarded: a message to the manager when the chance falls, to the deputy when nobody answers."""

from __future__ import annotations

from datetime import date, datetime

from django.db.models import Q
from django.utils import timezone

from northline.accounts.models import Member, RoleGrant
from northline.core import changes
from northline.core.scope import nameless
from northline.core.wording import exactly
from northline.delivery.models import Charter, Project
from northline.tracking.forecasts.guard.rules import Fall, step
from northline.tracking.forecasts.models import DeadlineAlert, DeadlineGuard

WARNED = "warned of"
ESCALATED = "escalated"


def watch(project: Project, *, chance: float | None, now: datetime) -> None:
    """Act on the chance that was recorded just now, in the same transaction; None where there is none any more."""
    guard = DeadlineGuard.objects.filter(project=project).select_related("deputy").first()
    alert = DeadlineAlert.objects.filter(project=project, over_at=None).first()
    if guard is None and alert is None:
        return
    deputy = guard.deputy if guard else None
    todo = step(
        guarded=guard.chance if guard else None,
        chance=chance,
        fall=_fall(alert),
        days=guard.days if guard else 0,
        deputy=deputy is not None,
        today=now.date(),
    )
    if todo == "warn" and guard is not None and chance is not None:
        _warn(project, guard, chance, now)
    elif alert is not None:
        if todo == "end":
            alert.over_at = now
        elif chance is not None:
            alert.chance = chance
        if todo == "escalate" and deputy is not None:
            alert.escalated_at, alert.deputy = now, deputy
            _tell(ESCALATED, alert, to=deputy)
        alert.save()


def end(project: Project) -> None:
    """Nobody guards the deadline any more."""
    DeadlineAlert.objects.filter(project=project, over_at=None).update(over_at=timezone.now())


def _fall(alert: DeadlineAlert | None) -> Fall | None:
    if alert is None:
        return None
    on: date = timezone.localdate(alert.fell_at)
    return Fall(on, answered=alert.answered_at is not None, escalated=alert.escalated_at is not None)


def _warn(project: Project, guard: DeadlineGuard, chance: float, now: datetime) -> None:
    manager = manager_of(project)
    alert = DeadlineAlert(project=project, fell_at=now, guarded=guard.chance, chance=chance, manager=manager)
    if manager is None and guard.deputy is not None:
        # There is nobody to wait for.
        alert.escalated_at, alert.deputy = now, guard.deputy
    alert.save(force_insert=True)
    _tell(WARNED, alert, to=manager or alert.deputy)


def manager_of(project: Project) -> Member | None:
    """Whom the newest charter names, else who has managed the project longest; None where neither is active."""
    active = Member.objects.filter(suspended_at=None, person__is_active=True)
    charters = Charter.objects.filter(project=project, archived_at=None, project_manager__in=active)
    named = charters.exclude(state=Charter.State.DECLINED).order_by("-created_at").first()
    if named is not None:
        return named.project_manager
    places = Q(object_kind="project", object_id=project.pk)
    places |= Q(object_kind="product", object_id=project.product_id)
    grants = RoleGrant.objects.filter(places, role="project_manager", member__in=active)
    # A role on the project comes before one on the product.
    held = grants.select_related("member").order_by("-object_kind", "created_at").first()
    return held.member if held else None


def _tell(verb: str, alert: DeadlineAlert, *, to: Member | None) -> None:
    """One message; with nobody to address it stands in the project's activity."""
    project = alert.project
    due = f" on {exactly(project.deadline)}" if project.deadline else ""
    said = (
        f"The chance of the deadline{due}, of the plan and of the pace together, is {alert.chance:.0%},"
        f" below the {alert.guarded:.0%} that are guarded."
    )
    if verb == ESCALATED:
        name = alert.manager.name if alert.manager else "Nobody"
        said += f" {name} has not answered since {exactly(timezone.localdate(alert.fell_at))}."
    after = {"chance": alert.chance, "guarded": alert.guarded} | ({"to": str(to.pk)} if to else {})
    changes.record(nameless(project.workspace_id), verb, project, after=after, reason=said)
