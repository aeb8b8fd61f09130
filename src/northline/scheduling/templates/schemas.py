"""What templates of plans look like."""

from __future__ import annotations

from typing import Annotated, Any, Literal
from uuid import UUID

import orjson
from pydantic import Field, StringConstraints, model_validator

from northline.core.schemas import (
    Custom,
    In,
    ObjectOut,
    Out,
    Patch,
    Ref,
    Text,
    Title,
    Who,
    object_fields,
    ref,
    who,
)
from northline.core.scope import Scope
from northline.delivery.schemas import Code, PlanTime, ProjectOut
from northline.scheduling.models import PlanTemplate
from northline.scheduling.schemas import EditedOut, NotTaken
from northline.scheduling.templates import access

RoleName = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]


class PlanTemplateIn(In):
    """`names` calls the role of a resource or of an owner, by their ids, otherwise than by the role that they have."""

    title: Title
    note: Text = ""
    item_id: UUID | None = None
    anchor: Literal["start", "finish"] = "start"
    names: Annotated[dict[UUID, RoleName], Field(max_length=500)] = {}


class TemplateRoleIn(In):
    """A role of a template, by its id, and who is proposed for it."""

    id: Annotated[str, StringConstraints(max_length=10)]
    name: RoleName
    resource_id: UUID | None = None


class PlanTemplatePatch(Patch):
    title: Title | None = None
    note: Text | None = None
    anchor: Literal["start", "finish"] | None = None
    # All of them, with the ids that they have.
    roles: Annotated[list[TemplateRoleIn], Field(max_length=500)] | None = None
    custom: Custom | None = None


class TemplateRoleOut(Out):
    id: str
    name: str
    resource_id: UUID | None


class PlanTemplateOut(ObjectOut):
    """`span_days` are working days from its start to its finish; its dates hang on the `anchor`. `left_out` is what of the
    plan it could not keep."""

    note: str
    anchor: Literal["start", "finish"]
    span_days: int
    item_count: int
    roles: list[TemplateRoleOut]
    left_out: list[NotTaken]
    taken_from: Ref | None
    made_by: Who | None


class TemplateItemOut(Out):
    """An item that will be made; `after` are the numbers of those that it waits for, counted from 1."""

    level: int
    title: str
    type: Literal["task", "summary", "milestone"]
    duration_minutes: int
    roles: list[str]
    checklist_count: int
    has_estimate: bool
    after: list[int]


class PlanTemplatePage(PlanTemplateOut):
    items: list[TemplateItemOut]


class TemplatedProjectIn(In):
    """`people` says who fills each role, by the id of the role; of one that is not named, whoever is proposed."""

    title: Title
    code: Code
    product_id: UUID | None = None
    start: PlanTime | None = None
    finish: PlanTime | None = None
    people: dict[str, UUID | None] = {}

    @model_validator(mode="after")
    def _one_end(self) -> TemplatedProjectIn:
        if (self.start is None) == (self.finish is None):
            raise ValueError("Give the start or the finish of the project, and not both.")
        return self


class TemplatedProject(Out):
    """The project that was started, or would be, and what its plan holds."""

    project: ProjectOut
    plan: EditedOut


def show_template(row: PlanTemplate, scope: Scope) -> dict[str, Any]:
    names = ("note", "anchor", "span_days", "item_count", "roles", "left_out")
    return (
        object_fields(row, can={"edit": access.may_keep(scope)})
        | {name: getattr(row, name) for name in names}
        | {"taken_from": ref(row.taken_from) if row.taken_from else None, "made_by": who(row.made_by)}
    )


def show_template_page(row: PlanTemplate, scope: Scope) -> dict[str, Any]:
    return show_template(row, scope) | {"items": _items(row)}


def _items(row: PlanTemplate) -> list[dict[str, Any]]:
    items = orjson.loads(row.items)
    names = {role["id"]: role["name"] for role in row.roles}
    summaries = {item["parent"] for item in items}
    levels: list[int] = []
    shown = []
    for number, item in enumerate(items):
        levels.append(1 if item["parent"] is None else levels[item["parent"]] + 1)
        columns = item["columns"]
        roles = [person["role"] for person in item["people"]]
        shown.append(
            {
                "level": levels[-1],
                "title": columns["title"],
                "type": "summary" if number in summaries else columns["type"],
                "duration_minutes": columns["duration_minutes"],
                "roles": [names[role] for role in dict.fromkeys([*roles, item["owner"]]) if role],
                "checklist_count": len(columns["checklist"]),
                "has_estimate": columns["likely_minutes"] is not None,
                "after": [link["number"] + 1 for link in item["after"]],
            }
        )
    return shown
