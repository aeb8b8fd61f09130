"""What is asked and answered about links between projects."""

from __future__ import annotations

from typing import Any, Literal
from uuid import UUID

from northline.core.schemas import In, Out, Ref, Text
from northline.delivery.schemas import PlanTime, ProjectOut
from northline.scheduling.edits import Kind, LagMinutes, LagUnit


class CrossLinkHow(In):
    kind: Kind = "FS"
    lag_minutes: LagMinutes = 0
    lag_unit: LagUnit = "working"
    reason: Text = ""


class CrossLinkIn(CrossLinkHow):
    """`after` waits for `before`, an item of another project."""

    before: UUID
    after: UUID


class CrossingOut(Out):
    """A link with another project, as the item `item_id` at its `end` shows it: the other item and its project, where the
    reader may read them. `bound_at` is the date that is reckoned with."""

    id: UUID
    version: int
    item_id: UUID
    end: Literal["before", "after"]
    item: Ref | None
    project: Ref | None
    kind: Literal["FS", "SS", "FF", "SF"]
    lag_minutes: int
    lag_unit: Literal["working", "elapsed", "percent"]
    bound_at: PlanTime | None
    can: dict[str, bool]


class PointOut(Ref):
    """A milestone of a project, or an item that is linked with another project. `drives`: is it on the path that decides
    the end of all linked projects? Slack is against that end, of a project without links against its own."""

    milestone: bool
    start: PlanTime
    finish: PlanTime
    percent_complete: float
    deadline: PlanTime | None
    drives: bool
    slack_minutes: int


class ProjectInTime(ProjectOut):
    """A project on the line of time; `programme` is its place among the programmes, `fields` the value by which it is grouped."""

    fields: dict[str, Any]
    finish: PlanTime | None
    p50: PlanTime | None
    p80: PlanTime | None
    p85: PlanTime | None
    probability: float | None
    programme: int | None
    slack_minutes: int | None
    drives: bool
    points: list[PointOut]


class CrossEnd(Out):
    """An end of a link; nothing of what may not be read."""

    item: Ref | None
    project: Ref | None


class CrossLinkInTime(Out):
    id: UUID
    before: CrossEnd
    after: CrossEnd
    kind: Literal["FS", "SS", "FF", "SF"]
    lag_minutes: int
    lag_unit: Literal["working", "elapsed", "percent"]
    bound_at: PlanTime | None
    driving: bool


class PathStep(CrossEnd):
    start: PlanTime
    finish: PlanTime
    slack_minutes: int


class ProgrammeOut(Out):
    """Linked projects, `hidden` of them not to be read, as one plan: when the last of them ends, and by which items."""

    projects: list[Ref]
    hidden: int
    finish: PlanTime
    last: Ref | None
    path: list[PathStep]


class ProjectsInTime(Out):
    projects: list[ProjectInTime]
    links: list[CrossLinkInTime]
    programmes: list[ProgrammeOut]
