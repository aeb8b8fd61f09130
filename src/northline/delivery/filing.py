"""Store a plan that was read from a file as the rows of a new project."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from northline.core.ids import uuid7
from northline.core.scope import Scope
from northline.delivery import actions
from northline.delivery.file_fields import taken_in
from northline.delivery.item_types.queries import types_named
from northline.delivery.keys import next_keys
from northline.delivery.models import (
    Assignment,
    Dependency,
    PlanCalendar,
    Project,
    Resource,
    ResourceRate,
    WorkItem,
)
from northline.delivery.raci.actions import ROLES, name_of_new
from northline.delivery.raci.queries import members_by_mail, members_named
from northline.delivery.raci.rules import Said

GAP = 1 << 20
BATCH = 500
_OF_PROJECT = (
    "start",
    "laid_from_finish",
    "status_date",
    "minutes_per_day",
    "minutes_per_week",
    "honour_constraints",
    "critical_slack_minutes",
)
# What of an item names others.
_NAMING = ("uid", "parent", "calendar", "item_type", "owner", "own", *ROLES)


def store_plan(plan: dict[str, Any], *, title: str, code: str, product_id: UUID | None, by: Scope) -> Project:
    """The project with all its rows, in a known number of statements. `plan` is what plan_reader writes."""
    project = Project(title=title, code=code, product_id=product_id, plan_version=1)
    for name in _OF_PROJECT:
        setattr(project, name, plan[name])
    actions.store_project(project, by=by)
    owned = {"workspace_id": by.workspace_id, "project_id": project.pk}
    calendars = _calendars(plan, owned)
    project.calendar_id = calendars.get(plan["calendar"])
    project.save(update_fields=["calendar"])
    resources = _resources(plan, calendars, owned)
    _price(plan, resources, project, by=by)
    items = _items(plan, project, calendars, owned, by=by)
    _name_circles(plan, items, by=by)
    Dependency.objects.bulk_create(
        [
            Dependency(
                **owned,
                before_id=items[link["before"]],
                after_id=items[link["after"]],
                **{name: link[name] for name in ("kind", "lag_minutes", "lag_unit")},
            )
            for link in plan["links"]
        ],
        batch_size=BATCH,
    )
    Assignment.objects.bulk_create(
        [
            Assignment(
                **owned,
                item_id=items[row["item"]],
                resource_id=resources[row["resource"]],
                units=row["units"],
                work_minutes=row["work_minutes"],
                overtime_minutes=row["overtime_minutes"],
                delay_minutes=row["delay_minutes"],
                booking=row.get("booking", "hard"),
            )
            for row in plan["assignments"]
        ],
        batch_size=BATCH,
    )
    return project


def _name_circles(plan: dict[str, Any], items: dict[str, UUID], *, by: Scope) -> None:
    """Name again who was asked and told, where the workspace knows somebody by that name."""
    members = members_named(names_in_circles(plan["items"]), workspace_id=by.workspace_id)
    found = {
        items[item["uid"]]: [
            [members[name] for name in item.get(part, ()) if name in members] for part in ROLES
        ]
        for item in plan["items"]
    }
    name_of_new({item: Said.without(*named, taken=()) for item, named in found.items()}, by=by)


def names_in_circles(items: Iterable[Mapping[str, Any]]) -> set[str]:
    """Everybody who is asked or told of any of the items of a plan that was read."""
    return {name for item in items for part in ROLES for name in item.get(part, ())}


def owners_known(items: Iterable[Mapping[str, Any]], *, workspace_id: UUID) -> dict[str, UUID]:
    """Those who answer for items of a plan that was read, by the name or the e-mail address that it has for them."""
    said = {item["owner"] for item in items if item.get("owner")}
    by_mail = members_by_mail(said, workspace_id=workspace_id)
    return by_mail | members_named(said, workspace_id=workspace_id)


def _calendars(plan: dict[str, Any], owned: dict[str, Any]) -> dict[str, UUID]:
    keys = next_keys(owned["workspace_id"], PlanCalendar.PREFIX, count=len(plan["calendars"]))
    rows = [
        PlanCalendar(
            **owned,
            key=key,
            source_uid=c["uid"][:60],
            **{name: c[name] for name in ("title", "week", "exceptions", "weeks")},
        )
        for key, c in zip(keys, plan["calendars"], strict=True)
    ]
    PlanCalendar.objects.bulk_create(rows, batch_size=BATCH)
    return {c["uid"]: row.pk for c, row in zip(plan["calendars"], rows, strict=True)}


def _price(plan: dict[str, Any], resources: dict[str, UUID], project: Project, *, by: Scope) -> None:
    """Keep what the plan's own resources cost, where whoever brings it in may know that."""
    if not by.may("plan", project.place()):
        return
    ResourceRate.objects.bulk_create(
        [
            ResourceRate(workspace_id=by.workspace_id, resource_id=resources[r["uid"]], **r["rate"])
            for r in plan["resources"]
            if r.get("rate")
        ],
        batch_size=BATCH,
    )


def _resources(plan: dict[str, Any], calendars: dict[str, UUID], owned: dict[str, Any]) -> dict[str, UUID]:
    said = {r.get("email", "") for r in plan["resources"]}
    members = members_by_mail(said, workspace_id=owned["workspace_id"])
    keys = next_keys(owned["workspace_id"], Resource.PREFIX, count=len(plan["resources"]))
    rows = [
        Resource(
            **owned,
            key=key,
            title=r["title"],
            type=r["type"],
            capacity=r["capacity"],
            calendar_id=calendars.get(r["calendar"]),
            source_uid=r["uid"][:60],
            member_id=members.get(r.get("email", "")),
            capacity_steps=r.get("capacity_steps", []),
            skills=list(r.get("skills", ())),
            skill_levels=dict(r.get("skills", ())),
        )
        for key, r in zip(keys, plan["resources"], strict=True)
    ]
    Resource.objects.bulk_create(rows, batch_size=BATCH)
    return {r["uid"]: row.pk for r, row in zip(plan["resources"], rows, strict=True)}


def _items(
    plan: dict[str, Any], project: Project, calendars: dict[str, UUID], owned: dict[str, Any], *, by: Scope
) -> dict[str, UUID]:
    """The items, in the file's order; parents come before their children there."""
    ids = {item["uid"]: uuid7() for item in plan["items"]}
    keys = next_keys(project.workspace_id, project.code, count=len(ids))
    types = types_named(
        {item.get("item_type", "") for item in plan["items"]}, workspace_id=project.workspace_id
    )
    owners = owners_known(plan["items"], workspace_id=project.workspace_id)
    own = taken_in(plan["items"], product_id=project.product_id, by=by)
    rows = []
    for index, (key, item) in enumerate(zip(keys, plan["items"], strict=True)):
        given = {name: value for name, value in item.items() if name not in _NAMING}
        rows.append(
            WorkItem(
                id=ids[item["uid"]],
                **owned,
                **given,
                key=key,
                parent_id=ids.get(item["parent"]),
                position=(index + 1) * GAP,
                calendar_id=calendars.get(item["calendar"]),
                owner_id=owners.get(item.get("owner", "")),
                item_type_id=types.get(item.get("item_type", "")),
                source_uid=item["uid"][:60],
                custom=own[index],
            )
        )
    WorkItem.objects.bulk_create(rows, batch_size=BATCH)
    return ids
