"""Watch the deadlines that are guarded: a message to the manager when the chance falls, to the deputy when nobody answers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from northline.accounts.models import Member, RoleGrant
from northline.core import changes
from northline.core.scope import nameless
from northline.core.wording import exactly
from northline.delivery.models import Charter, Project, WorkItem
from northline.tracking.forecasts.guard.guarded import Guarded
from northline.tracking.forecasts.guard.rules import Fall, step
from northline.tracking.forecasts.models import DeadlineAlert, Guard, ItemGuard

WARNED = "warned of"
ESCALATED = "escalated"


def watch_all(project: Project, chances: Mapping[UUID | None, float | None], *, now: datetime) -> None:
    """Act on the chances that were recorded just now, in the same transaction: of the project's deadline under None, and of
    those of its items."""
    watch(Guarded(project), chance=chances.get(None), now=now)
    guards = ItemGuard.objects.filter(item__project=project).values("item")
    alerts = DeadlineAlert.objects.filter(project=project, item__isnull=False, over_at=None).values("item")
    for item in WorkItem.objects.filter(Q(pk__in=guards) | Q(pk__in=alerts)).order_by("pk"):
        chance = chances.get(item.pk) if item.archived_at is None else None
        watch(Guarded(project, item), chance=chance, now=now)


def watch(guarded: Guarded, *, chance: float | None, now: datetime) -> None:
    """Act on the chance that was recorded just now; None where there is none any more."""
    guard = guarded.guards().first()
    alert = guarded.standing().first()
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
        _warn(guarded, guard, chance, now)
    elif alert is not None:
        if todo == "end":
            alert.over_at = now
        elif chance is not None:
            alert.chance = chance
        if todo == "escalate" and deputy is not None:
            alert.escalated_at, alert.deputy = now, deputy
            _tell(ESCALATED, guarded, alert, to=deputy)
        alert.save()


def end(guarded: Guarded) -> None:
    """Nobody guards the deadline any more."""
    guarded.standing().update(over_at=timezone.now())


def _fall(alert: DeadlineAlert | None) -> Fall | None:
    if alert is None:
        return None
    on: date = timezone.localdate(alert.fell_at)
    return Fall(on, answered=alert.answered_at is not None, escalated=alert.escalated_at is not None)


def _warn(guarded: Guarded, guard: Guard, chance: float, now: datetime) -> None:
    manager = manager_of(guarded.project)
    alert = DeadlineAlert(
        project=guarded.project,
        item=guarded.item,
        fell_at=now,
        guarded=guard.chance,
        chance=chance,
        manager=manager,
    )
    if manager is None and guard.deputy is not None:
        # There is nobody to wait for.
        alert.escalated_at, alert.deputy = now, guard.deputy
    alert.save(force_insert=True)
    _tell(WARNED, guarded, alert, to=manager or alert.deputy)


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


def _tell(verb: str, guarded: Guarded, alert: DeadlineAlert, *, to: Member | None) -> None:
    """One message; with nobody to address it stands in the activity of what is guarded."""
    due = f" on {exactly(guarded.deadline)}" if guarded.deadline else ""
    # The pace of a project does not tell which of its items come first.
    by = ", by the plan," if guarded.item else ", of the plan and of the pace together,"
    said = (
        f"The chance of the deadline{due}{by} is {alert.chance:.0%},"
        f" below the {alert.guarded:.0%} that are guarded."
    )
    if verb == ESCALATED:
        name = alert.manager.name if alert.manager else "Nobody"
        said += f" {name} has not answered since {exactly(timezone.localdate(alert.fell_at))}."
    after = {"chance": alert.chance, "guarded": alert.guarded} | ({"to": str(to.pk)} if to else {})
    changes.record(nameless(guarded.project.workspace_id), verb, guarded.row, after=after, reason=said)
