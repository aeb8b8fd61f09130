"""Reading the wall: a fixed number of queries, however many projects there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

import orjson
from django.db.models import Exists, OuterRef
from django.utils import timezone

from northline.accounts.models import Member, RoleGrant
from northline.core.scope import Scope
from northline.delivery.models import Charter, Project, WorkItem
from northline.delivery.queries import leaves, projects
from northline.delivery.rules import day_of
from northline.delivery.totals import Totals, plan_totals
from northline.reporting.status.models import StatusReport
from northline.reporting.status.reading import threat_of
from northline.reporting.status.rules import live_state
from northline.reporting.status.values import OLD, State, Threat
from northline.reporting.status.wall.cards import Trend, shown_health, trend_of, urgency
from northline.scheduling.compute import FINISH
from northline.scheduling.models import SavedForecast, SavedSchedule
from northline.tracking.raid.models import Risk

# Of a report a card needs no words.
_WORDS = ("sentences", "reasons", "health_reason")


@dataclass(frozen=True, slots=True)
class Card:
    """One project: `health` by its last report while that is fresh, `live` by its data now."""

    project: Project
    owners: Sequence[Member]
    health: State
    live: State
    totals: Totals
    trend: Trend
    chance: float | None = None
    finish: date | None = None
    p80: date | None = None
    report: StatusReport | None = None
    stale: bool = False
    draft: StatusReport | None = None
    milestone: WorkItem | None = None
    due: date | None = None
    threat: Threat | None = None

    @property
    def share(self) -> float:
        return self.totals.minutes_done / self.totals.minutes if self.totals.minutes else 0.0


@dataclass(slots=True)
class _Read:
    """What the wall's queries found, by project."""

    totals: Mapping[UUID, Totals]
    forecasts: Mapping[UUID, Mapping[str, Any]]
    owners: Mapping[UUID, list[Member]]
    reports: Mapping[UUID, StatusReport]
    drafts: Mapping[UUID, StatusReport]
    threats: Mapping[UUID, Threat]
    finishes: dict[UUID, date] = field(default_factory=dict)
    milestones: dict[UUID, tuple[date, WorkItem]] = field(default_factory=dict)


def wall_of(scope: Scope, *, product_id: UUID | None) -> list[Card]:
    """The card of every live project that the member may read, the worst first. Twelve queries."""
    rows = list(projects(scope, product_id=product_id, archived=False).select_related("product"))
    found = _read([row.pk for row in rows])
    now = timezone.localtime()
    cards = [_card(row, found, now) for row in rows]
    return sorted(cards, key=lambda card: urgency(card.health, card.chance, card.project.key))


def _card(row: Project, found: _Read, now: datetime) -> Card:
    totals, forecast = found.totals[row.pk], found.forecasts.get(row.pk, {})
    chance = forecast.get("probability_on_time")
    finish, report = found.finishes.get(row.pk), found.reports.get(row.pk)
    done = 0 < totals.items == totals.items_done
    live = live_state(today=now.date(), deadline=day_of(row.deadline), chance=chance, done=done)
    due, milestone = found.milestones.get(row.pk, (None, None))
    share = totals.minutes_done / totals.minutes if totals.minutes else 0.0
    at, said = (report.published_at, report.said) if report else (None, None)
    return Card(
        project=row,
        owners=found.owners.get(row.pk, ()),
        # A column of a report holds only states.
        health=shown_health(live, said, published_at=at, now=now),  # type: ignore[arg-type]
        live=live,
        totals=totals,
        trend=trend_of(report.figures if report else None, share=share, chance=chance, finish=finish),
        chance=chance,
        finish=finish,
        p80=day_of(forecast.get("p80")),
        report=report,
        stale=not done and (at is None or now - at > OLD),
        draft=found.drafts.get(row.pk),
        milestone=milestone,
        due=due,
        threat=found.threats.get(row.pk),
    )


def _read(ids: Collection[UUID]) -> _Read:
    reports, drafts = _reports(ids)
    found = _Read(
        totals=plan_totals(ids),
        forecasts={
            row["pk"]: row
            for row in SavedForecast.objects.filter(pk__in=ids).values("pk", "probability_on_time", "p80")
        },
        owners=_owners(ids),
        reports=reports,
        drafts=drafts,
        threats=_threats(ids),
    )
    _dates(ids, found)
    return found


def _reports(ids: Collection[UUID]) -> tuple[dict[UUID, StatusReport], dict[UUID, StatusReport]]:
    """The last published report of each project, and its draft. Two queries."""
    rows = StatusReport.objects.filter(project__in=ids).defer(*_WORDS)
    published = StatusReport.objects.filter(project=OuterRef("project"), state=StatusReport.State.PUBLISHED)
    later = published.filter(published_at__gt=OuterRef("published_at"))
    last = rows.filter(~Exists(later), state=StatusReport.State.PUBLISHED)
    drafts = rows.filter(state=StatusReport.State.DRAFT, archived_at=None)
    return ({row.project_id: row for row in last}, {row.project_id: row for row in drafts})


def _owners(ids: Collection[UUID]) -> dict[UUID, list[Member]]:
    """Who manages each project: by an accepted charter, and by their role on it. Two queries."""
    found: dict[UUID, dict[UUID, Member]] = defaultdict(dict)
    charters = Charter.objects.filter(project__in=ids, state=Charter.State.ACCEPTED, archived_at=None)
    for charter in charters.filter(project_manager__isnull=False):
        assert charter.project_manager is not None
        found[charter.project_id][charter.project_manager.pk] = charter.project_manager
    roles = RoleGrant.objects.filter(
        object_kind="project", object_id__in=ids, role=RoleGrant.Role.PROJECT_MANAGER
    )
    for grant in roles.select_related("member"):
        found[grant.object_id][grant.member_id] = grant.member
    return {id: sorted(people.values(), key=lambda one: one.name) for id, people in found.items()}


def _threats(ids: Collection[UUID]) -> dict[UUID, Threat]:
    """The open threat of each project that weighs most. One query."""
    open_ = Risk.objects.filter(
        project__in=ids, status=Risk.Status.OPEN, type=Risk.Type.THREAT, archived_at=None
    )
    found: dict[UUID, Threat] = {}
    for row in open_:
        threat, known = threat_of(row, None), found.get(row.project_id)
        if known is None or _weight(threat) > _weight(known):
            found[row.project_id] = threat
    return found


def _weight(one: Threat) -> tuple[int, int]:
    return one.score or 0, one.percent


def _dates(ids: Collection[UUID], found: _Read) -> None:
    """When each project ends, and its next milestone. Two queries."""
    open_ = leaves().filter(
        project__in=ids,
        type=WorkItem.Type.MILESTONE,
        percent_complete__lt=100,
        archived_at=None,
        active=True,
    )
    by_project: dict[UUID, list[WorkItem]] = defaultdict(list)
    for item in open_.only("id", "key", "title", "project_id", "deadline"):
        by_project[item.project_id].append(item)
    plans = SavedSchedule.objects.filter(pk__in=ids).values_list("pk", "finish", "payload")
    for id, finish, payload in plans.iterator():
        found.finishes[id] = day_of(finish)
        items = by_project.get(id)
        if not items:
            continue
        dates = orjson.loads(payload)
        ahead = [(dates[str(item.pk)][FINISH], item.key, item) for item in items if str(item.pk) in dates]
        if ahead:
            at, _, item = min(ahead, key=lambda one: one[:2])
            found.milestones[id] = (day_of(at), item)
