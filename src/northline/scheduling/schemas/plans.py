"""What scheduling's answers look like. Plans are written as JSON straight from their rows; these shapes document and
test them."""

from __future__ import annotations

from datetime import date
from typing import Literal
from uuid import UUID

from northline.core.schemas import Custom, Out, Ref
from northline.delivery.schemas import PlanTime, ProjectOut, StateOut, WorkItemOut
from northline.scheduling.checklists import ChecklistEntryOut
from northline.scheduling.edits import Edit
from northline.scheduling.programme.schemas import CrossingOut
from northline.scheduling.schemas.forecasts import ForecastOut


class DriverOut(Out):
    kind: str
    link_id: UUID | None


class DatesOut(Out):
    start: PlanTime
    finish: PlanTime
    early_start: PlanTime
    early_finish: PlanTime
    late_start: PlanTime
    late_finish: PlanTime
    total_slack_minutes: int
    free_slack_minutes: int
    critical: bool
    driver: DriverOut


class ConstraintOut(Out):
    kind: str
    at: PlanTime | None


class EstimateOut(Out):
    optimistic: int
    likely: int
    pessimistic: int


class ItemOut(Out):
    id: UUID
    key: str
    version: int
    parent_id: UUID | None
    position: int
    outline_level: int
    wbs: str
    title: str
    type: Literal["task", "summary", "milestone"]
    duration_minutes: int
    elapsed: bool
    percent_complete: float
    constraint: ConstraintOut | None
    deadline: PlanTime | None
    manual: bool
    calendar_id: UUID | None
    estimate: EstimateOut | None
    actual_start: PlanTime | None
    actual_finish: PlanTime | None
    priority: int
    active: bool
    owner_id: UUID | None
    item_type_id: UUID | None
    # Of a summary none: it has those of what lies below it.
    state: str | None
    custom: Custom
    checklist: list[ChecklistEntryOut]
    notes: str
    schedule: DatesOut | None


class DependencyOut(Out):
    id: UUID
    before: UUID
    after: UUID
    kind: Literal["FS", "SS", "FF", "SF"]
    lag_minutes: int
    lag_unit: Literal["working", "elapsed", "percent"]


class ExceptionOut(Out):
    first: date
    last: date
    intervals: list[tuple[int, int]]
    name: str = ""


class PassingWeekOut(Out):
    first: date
    last: date
    week: list[list[tuple[int, int]]]
    name: str = ""


class CalendarOut(Out):
    id: UUID
    title: str
    week: list[list[tuple[int, int]]]
    exceptions: list[ExceptionOut]
    weeks: list[PassingWeekOut]


class PlanResourceOut(Out):
    id: UUID
    title: str
    type: Literal["person", "role", "team", "equipment", "material", "cost"]
    kind: Literal["work", "material", "cost"]
    capacity: float
    calendar_id: UUID | None


class AssignmentOut(Out):
    id: UUID
    item_id: UUID
    resource_id: UUID
    units: float
    work_minutes: int | None
    overtime_minutes: int
    delay_minutes: int
    booking: Literal["hard", "soft"]


class PlannedProject(ProjectOut):
    finish: PlanTime
    # The states that work goes through whose type has none of its own.
    workflow: list[StateOut]


class PlanOut(Out):
    project: PlannedProject
    items: list[ItemOut]
    links: list[DependencyOut]
    calendars: list[CalendarOut]
    resources: list[PlanResourceOut]
    assignments: list[AssignmentOut]
    # The links with other projects, in both directions.
    crossing: list[CrossingOut]
    forecast: ForecastOut | None
    warnings: list[str]
    can: dict[str, bool]


class MovedOut(Out):
    id: UUID
    key: str
    title: str
    start: PlanTime
    finish: PlanTime
    was_start: PlanTime
    was_finish: PlanTime


class FinishOut(Out):
    finish: PlanTime
    was_finish: PlanTime


class NotTaken(Out):
    """What so many items of a template go without: a calendar, a type, or the values of a field that people added. It has no
    name where the reader may not know it."""

    what: Literal["calendar", "field", "type"]
    name: str
    items: int


class EditedOut(Out):
    """What an edit did. Asked briefly, `moved_to` has the id, start and finish of what moved, in place of `moved`.
    `left_out` is what this plan cannot take of the templates that were laid into it."""

    plan_version: int
    change_id: UUID | None
    assignments: list[AssignmentOut]
    removed_assignments: list[UUID]
    resources: list[PlanResourceOut]
    items: list[ItemOut]
    removed: list[UUID]
    links: list[DependencyOut]
    removed_links: list[UUID]
    moved: list[MovedOut]
    moved_to: list[tuple[UUID, PlanTime, PlanTime]]
    temp_ids: dict[str, UUID]
    left_out: list[NotTaken]
    project: FinishOut
    forecast: ForecastOut | None
    was_probability: float | None


class OtherEnd(Out):
    id: UUID
    before: Ref
    after: Ref
    kind: str
    lag_minutes: int
    lag_unit: str


class WorkItemPage(WorkItemOut):
    project: Ref
    summary: bool
    # None of a summary.
    state: str | None
    workflow: list[StateOut]
    constraint: ConstraintOut | None
    estimate: EstimateOut | None
    manual: bool
    priority: int
    calendar_id: UUID | None
    task_type: Literal["fixed_units", "fixed_duration", "fixed_work"]
    effort_driven: bool
    active: bool
    levelling_delay_minutes: int
    checklist: list[ChecklistEntryOut]
    links: list[OtherEnd]
    crossing: list[CrossingOut]
    assignments: list[AssignmentOut]
    resources: list[PlanResourceOut]
    schedule: DatesOut | None


class BusyOut(Out):
    """From `since` to `until` the `items` hold a resource, which a task that levelling delays would have needed."""

    resource_id: UUID
    resource: str
    since: PlanTime
    until: PlanTime
    items: list[Ref]


class ReasonOut(Out):
    """One step of the chain: the `date` of `item` is `at`, which follows from `since`; of levelling, who was `busy`.

    Of kind `outside` it waits for an item of another project: `before` of `project`, where those may be read.
    """

    item: Ref
    before: Ref | None
    project: Ref | None
    date: str
    at: PlanTime
    since: PlanTime | None
    kind: str
    minutes: int
    link_id: UUID | None
    calendars: list[str]
    busy: list[BusyOut]
    sentence: str


class MoveOut(Out):
    """What a change would gain in working minutes, and the edits that make it; none where it is made elsewhere."""

    gain_minutes: int
    becomes: PlanTime
    step: int
    sentence: str
    edits: list[Edit]


class ExplanationOut(Out):
    item: Ref
    date: str
    at: PlanTime
    reasons: list[ReasonOut]
    moves: list[MoveOut]
    untried: int


class PlanPointOut(Out):
    """One of the fourteen points of the DCMA's assessment: `count` of `population`, judged against `threshold`."""

    number: int
    code: str
    name: str
    verdict: Literal["pass", "fail", "not_applicable"]
    population: int
    count: int
    share: float | None
    threshold: float
    value: float | None
    sentence: str


class PlanFindingOut(Out):
    """A rule that items break, and the edits that mend it; none where only a person knows what to do."""

    code: str
    items: list[Ref]
    reason: str
    advice: str
    edits: list[Edit]


class PlanLintOut(Out):
    points: list[PlanPointOut]
    findings: list[PlanFindingOut]
    plan_version: int
