"""What decides the end of linked projects, remembered in the process by the state of all that it was computed from."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Collection, Iterable, Sequence
from typing import Any
from uuid import UUID

from django.db.models import Count, Max, Model

from northline.delivery.models import PlanCalendar, Project, Resource
from northline.scheduling.models import SavedSchedule
from northline.scheduling.plan import load_many
from northline.scheduling.programme.critical import Programme, programme_of
from northline.scheduling.programme.models import CrossLink

# Items of all remembered programmes together: about 15 MB.
MOST_ITEMS = 200_000
_OF_LINK = ("pk", "version", "before_id", "after_id", "kind", "lag_minutes", "lag_unit")

State = tuple[Any, ...]
Group = frozenset[UUID]
_kept: OrderedDict[Group, tuple[State, Programme | None]] = OrderedDict()
_lock = threading.Lock()


def programmes_of(workspace_id: UUID, groups: Sequence[Collection[UUID]]) -> list[Programme | None]:
    """Each of these sets of linked projects as one. Five queries; as many as for a plan more where one of them is not as it
    was."""
    wanted = [frozenset(group) for group in groups]
    states = _states(workspace_id, wanted)
    with _lock:
        found = {one: _kept[one][1] for one in wanted if one in _kept and _kept[one][0] == states[one]}
    missing = [one for one in wanted if one not in found]
    plans = load_many(pk for one in missing for pk in one) if missing else {}
    for one in missing:
        found[one] = programme_of([plans[pk] for pk in sorted(one)])
    with _lock:
        for one in wanted:
            _kept[one] = (states[one], found[one])
            _kept.move_to_end(one)
        _forget()
    return [found[one] for one in wanted]


def _forget() -> None:
    size = sum(map(_size, _kept.values()))
    while size > MOST_ITEMS and len(_kept) > 1:
        size -= _size(_kept.popitem(last=False)[1])


def _size(kept: tuple[State, Programme | None]) -> int:
    return len(kept[1].slack_of_items) if kept[1] else 0


def _states(workspace_id: UUID, groups: Iterable[Group]) -> dict[Group, State]:
    """What each programme hangs on: its projects and their plans, what was computed of them last, the links between them, and
    the people and calendars of the workspace, of which a plan may use any."""
    ids = {pk for one in groups for pk in one}
    rows = Project.objects.filter(pk__in=ids).values_list(
        "pk", "version", "plan_version", "key", "title", "product_id", "archived_at"
    )
    projects = {row[0]: row for row in rows}
    saved = SavedSchedule.objects.filter(pk__in=ids)
    computed = {row[0]: row for row in saved.values_list("pk", "plan_version", "fingerprint", "computed_at")}
    links = CrossLink.objects.filter(
        workspace_id=workspace_id, before__archived_at=None, after__archived_at=None
    ).order_by("pk")
    joined = list(links.values_list("before__project_id", "after__project_id", *_OF_LINK))
    shared = tuple(_last_written(model, workspace_id) for model in (PlanCalendar, Resource))
    return {
        one: (
            *(projects.get(pk) for pk in sorted(one)),
            *(computed.get(pk) for pk in sorted(one)),
            *(row for row in joined if row[0] in one and row[1] in one),
            *shared,
        )
        for one in groups
    }


def _last_written(model: type[Model], workspace_id: UUID) -> tuple[Any, ...]:
    rows = model._default_manager.filter(workspace_id=workspace_id)
    told = rows.aggregate(last=Max("updated_at"), count=Count("pk"))
    return told["last"], told["count"]
