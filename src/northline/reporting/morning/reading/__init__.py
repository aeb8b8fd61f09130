"""Reading the facts of a morning: a fixed number of queries, however many projects somebody manages."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from northline.core.doors import visible
from northline.core.scope import Scope
from northline.delivery.models import Charter, Project
from northline.reporting.morning.facts import Facts, Named
from northline.reporting.morning.reading.asked import questions_of, requests_of
from northline.reporting.morning.reading.gated import checkpoints_of
from northline.reporting.morning.reading.guarded import falls_of
from northline.reporting.morning.reading.plans import deliveries_of
from northline.reporting.morning.reading.promised import realised_by, unowned_of, vows_of
from northline.reporting.morning.reading.register import dangers_of, needs_of
from northline.reporting.morning.reading.staffing import overloads_of


def managed(scope: Scope) -> dict[UUID, Project]:
    """The live projects that the member manages: by a role on one or on its product, or by a charter. One query."""
    held = {
        kind: [id for (of, id), roles in scope.grants.items() if of == kind and "project_manager" in roles]
        for kind in ("project", "product")
    }
    signed = Charter.objects.filter(
        project_manager_id=scope.member_id, state=Charter.State.ACCEPTED, archived_at=None
    ).values("project_id")
    mine = Q(pk__in=held["project"]) | Q(product_id__in=held["product"]) | Q(pk__in=signed)
    live = Project.objects.filter(mine, archived_at=None)
    return {row.pk: row for row in visible(scope, live, product="product_id", project="pk").order_by("key")}


def facts_of(scope: Scope, projects: Mapping[UUID, Project]) -> Facts:
    """What is known this morning of these projects, and what else waits for the member."""
    today = timezone.localdate()
    named = {id: Named.of(row) for id, row in projects.items()}
    realised = realised_by(named)
    return Facts(
        today=today,
        requests=requests_of(scope),
        questions=questions_of(scope),
        deliveries=deliveries_of(projects, named, today=today),
        falls=falls_of(named),
        overloads=overloads_of(scope, named, today=today),
        dangers=dangers_of(named, today=today),
        needs=needs_of(named, today=today),
        checkpoints=checkpoints_of(named, today=today),
        vows=vows_of(scope, realised),
        unowned=unowned_of(scope, realised, today=today),
    )
