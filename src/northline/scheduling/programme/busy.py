"""With what of other projects people are busy in the time in which levelling lets an item wait."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from northline.core.schemas import ref_of
from northline.core.scope import Place, Scope
from northline.delivery.models import Assignment
from northline.delivery.rules import plan_time
from northline.engine.explain.sentences import listed, stamp
from northline.scheduling.compute import FINISH, START
from northline.scheduling.kept import dates_in
from northline.scheduling.plan import Plan, Values
from northline.scheduling.programme.naming import SOMETHING

MOST_NAMED = 5


def busy_elsewhere(
    plan: Plan, item_id: UUID, scope: Scope, *, since: datetime, until: datetime
) -> list[Values]:
    """Per person on the item who works for other projects between two dates, on what. Two queries.

    Items that one may not read are not among `items`; `hidden` counts them.
    """
    people = {row["resource_id"] for row in plan.live_assignments() if row["item_id"] == item_id}
    named = {row["id"]: row["title"] for row in plan.resources if row["id"] in people}
    rows = Assignment.objects.filter(
        resource__in=named, resource__project=None, booking="hard",
        item__archived_at=None, item__active=True, project__archived_at=None,
    ).exclude(project=plan.project["id"])  # fmt: skip
    theirs = list(rows.select_related("item", "project").order_by("item__key"))
    dates = dates_in({row.project_id for row in theirs})
    found: dict[UUID, Values] = {}
    for row in theirs:
        own = dates.get(str(row.item_id))
        if own is None or not own[START] < plan_time(until) or not own[FINISH] > plan_time(since):
            continue
        start, finish = own[START], own[FINISH]
        one = found.setdefault(
            row.resource_id,
            {"resource_id": row.resource_id, "resource": named[row.resource_id], "items": [], "hidden": 0}
            | {"since": start, "until": finish},
        )
        one |= {"since": min(one["since"], start), "until": max(one["until"], finish)}
        if scope.may("read", Place(row.project.product_id, row.project_id)):
            one["items"].append((row.item, row.project))
        else:
            one["hidden"] += 1
    return list(found.values())


def as_busy(one: Values) -> Values:
    """As an explanation sends it."""
    items = [ref_of("work_item", {"id": i.pk, "key": i.key, "title": i.title}) for i, _ in one["items"]]
    kept = {name: one[name] for name in ("resource_id", "resource", "since", "until")}
    return kept | {"items": items}


def busy_sentence(found: list[Values]) -> str:
    """As `Ann is busy with CLD-12 of Cold chain until 2 March 2026 17:00.`"""
    said = []
    for one in found:
        names = [f"{item.key} of {project.title}" for item, project in one["items"]][:MOST_NAMED]
        names += [SOMETHING] if one["hidden"] else []
        until = stamp(datetime.fromisoformat(one["until"]))
        said.append(f"{one['resource']} is busy with {listed(names)} until {until}")
    return f"{', '.join(said)}."
