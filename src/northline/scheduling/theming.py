"""What plans and estimates tell themes: how the work of a span of time spreads over them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from uuid import UUID

import orjson

from northline.core.doors import visible
from northline.core.models import Link
from northline.core.scope import Scope
from northline.roadmap.models import Initiative
from northline.scheduling.effort import Leaf, leaves_of
from northline.scheduling.models import SavedSchedule
from northline.strategy.themes.told import Effort

DAYS_A_WEEK = 5
Span = tuple[date, date]


def effort_by_theme(scope: Scope, product_id: UUID, first: date, last: date) -> dict[UUID | None, Effort]:
    """The person-days of a product's initiatives that fall between two days, by theme. Five queries.

    A plan's work counts on the days on which it is scheduled; an initiative without a plan counts by its estimate,
    evenly over its window. A project of several initiatives counts for each in equal parts.
    """
    wanted = Initiative.objects.filter(product_id=product_id, archived_at=None, parked=False)
    rows = list(visible(scope, wanted, product="product_id"))
    plans = _plans(scope.workspace_id, {row.pk for row in rows})
    sharing = _sharing(scope.workspace_id, {project for found in plans.values() for project in found})
    leaves: dict[UUID, list[Leaf]] = defaultdict(list)
    for leaf in leaves_of(sharing):
        leaves[leaf.project_id].append(leaf)
    scheduled = _scheduled(sharing)
    totals: dict[UUID | None, list[Effort]] = defaultdict(list)
    for row in rows:
        effort = Effort()
        projects = [project for project in plans.get(row.pk, ()) if leaves[project]]
        for project in projects:
            part = _within(leaves[project], scheduled, _window(row), (first, last))
            effort = _sum([effort, _part(part, sharing[project])])
        if not projects:
            effort = _estimated(row, (first, last))
        if effort.planned > 0:
            totals[row.theme_id].append(Effort(effort.planned, effort.done, 1))
    return {theme: _sum(found) for theme, found in totals.items()}


def _plans(workspace_id: UUID, initiative_ids: Collection[UUID]) -> dict[UUID, list[UUID]]:
    """The projects that realise each initiative."""
    found: dict[UUID, list[UUID]] = defaultdict(list)
    links = Link.objects.filter(workspace_id=workspace_id, type="realises", target_id__in=initiative_ids)
    for project, initiative in links.order_by("created_at", "pk").values_list("source_id", "target_id"):
        found[initiative].append(project)
    return found


def _sharing(workspace_id: UUID, projects: Collection[UUID]) -> dict[UUID, int]:
    """How many initiatives share each project, also those of other products."""
    counts: dict[UUID, int] = defaultdict(int)
    links = Link.objects.filter(workspace_id=workspace_id, type="realises", source_id__in=projects)
    for project in links.values_list("source_id", flat=True):
        counts[project] += 1
    return dict(counts)


def _scheduled(projects: Collection[UUID]) -> dict[UUID, Span]:
    """The days of every item, as last scheduled."""
    found: dict[UUID, Span] = {}
    for payload in SavedSchedule.objects.filter(pk__in=projects).values_list("payload", flat=True):
        for key, dates in orjson.loads(payload).items():
            found[UUID(key)] = (date.fromisoformat(dates[0][:10]), date.fromisoformat(dates[1][:10]))
    return found


def _window(row: Initiative) -> Span | None:
    if row.window_start is None or row.window_finish is None:
        return None
    return row.window_start, row.window_finish


def _within(
    leaves: Iterable[Leaf], scheduled: Mapping[UUID, Span], window: Span | None, span: Span
) -> Effort:
    """What of the leaves falls into the span. Where a plan was never scheduled, the window stands for its days."""
    planned = done = 0.0
    for leaf in leaves:
        days = scheduled.get(leaf.id, window)
        part = overlap(days, span) if days else 0.0
        planned += leaf.days * part
        done += leaf.done * part
    return Effort(planned, done)


def _estimated(row: Initiative, span: Span) -> Effort:
    window = _window(row)
    if window is None or row.effort_weeks is None:
        return Effort()
    planned = row.effort_weeks * DAYS_A_WEEK * overlap(window, span)
    return Effort(planned, planned if row.status == Initiative.Status.DONE else 0.0)


def overlap(days: Span, span: Span) -> float:
    """The part, 0 to 1, of some days that lies in a span; all ends included.

    >>> overlap((date(2026, 9, 21), date(2026, 10, 10)), (date(2026, 10, 1), date(2026, 12, 31)))
    0.5
    """
    first, last = max(days[0], span[0]), min(days[1], span[1])
    return max(0, (last - first).days + 1) / ((days[1] - days[0]).days + 1)


def _part(effort: Effort, share: int) -> Effort:
    return Effort(effort.planned / share, effort.done / share)


def _sum(efforts: Collection[Effort]) -> Effort:
    return Effort(
        sum(each.planned for each in efforts),
        sum(each.done for each in efforts),
        sum(each.initiatives for each in efforts),
    )
