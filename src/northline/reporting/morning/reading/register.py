"""The registers of the projects: threats whose time comes, and what others owe. Two queries."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.db.models import F, Q

from northline.reporting.morning.facts import Danger, Named, Need
from northline.reporting.morning.findings import AHEAD
from northline.tracking.raid.models import OutsideDependency, Risk


def dangers_of(named: Mapping[UUID, Named], *, today: date) -> list[Danger]:
    """Open threats that could happen within two weeks, or since, while the response is not in place."""
    rows = Risk.objects.filter(
        project__in=named,
        type=Risk.Type.THREAT,
        status=Risk.Status.OPEN,
        response_in_place=False,
        archived_at=None,
        proximity__lte=today + AHEAD,
    ).exclude(strategy=Risk.Strategy.ACCEPT)
    return [
        Danger(
            risk=Named.of(row),
            project=named[row.project_id],
            percent=row.probability,
            day=row.proximity,
            days=row.p80_days if row.p80_days is not None else row.likely_days,
            response=row.response,
            owner=row.owner.name if row.owner else "",
        )
        for row in rows.select_related("owner").annotate(p80_days=F("p80_cost__days"))
    ]


def needs_of(named: Mapping[UUID, Named], *, today: date) -> list[Need]:
    """What is overdue, or promised for later than it is needed."""
    Status = OutsideDependency.Status
    late = Q(needed_by__lt=today) | Q(promised_for__gt=F("needed_by"))
    rows = OutsideDependency.objects.filter(
        late, project__in=named, archived_at=None, status__in=(Status.ASKED, Status.PROMISED)
    )
    return [
        Need(
            need=Named.of(row),
            project=named[row.project_id],
            party=row.party,
            needed=row.needed_by,
            promised=row.promised_for,
        )
        for row in rows
        if row.needed_by is not None
    ]
