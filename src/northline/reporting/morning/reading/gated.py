"""The gates of the projects that ask for something: conditions overdue, or no decision. Two queries."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.db.models import Q

from northline.accounts.models import Member
from northline.reporting.morning.facts import Checkpoint, Named, Undone
from northline.tracking.gates import rules
from northline.tracking.gates.models import Gate


def checkpoints_of(named: Mapping[UUID, Named], *, today: date) -> list[Checkpoint]:
    """Those with a condition whose day has passed, and those that were to be decided by now."""
    State = Gate.State
    asking = Q(state=State.CONDITIONAL) | Q(state=State.PENDING, due__lt=today)
    rows = Gate.objects.filter(asking, project__in=named, archived_at=None).prefetch_related(None)
    late = {row.pk: rules.overdue(rules.conditions_of(row.conditions), today=today) for row in rows}
    owners = {one.owner_id for conditions in late.values() for one in conditions}
    names = {str(pk): name for pk, name in Member.objects.filter(pk__in=owners).values_list("pk", "name")}
    return [
        Checkpoint(
            gate=Named.of(row),
            project=named[row.project_id],
            owner=row.owner.name if row.owner else "",
            due=row.due if row.state == State.PENDING else None,
            overdue=tuple(
                Undone(one.text, names.get(one.owner_id, ""), date.fromisoformat(one.due))
                for one in late[row.pk]
            ),
        )
        for row in rows
        if row.state == State.PENDING or late[row.pk]
    ]
