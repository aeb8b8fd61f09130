"""Resources and assignments; a split shows in how the work of assignments is spread over time."""

from datetime import datetime

from northline.engine.model import Assignment, Minutes, Resource, ResourceKind, Task
from northline.formats import AssignmentDetails, ResourceDetails
from northline.formats.mspdi.resources import NOBODY
from northline.formats.mspdi.writing.fields import values_of
from northline.formats.mspdi.writing.tasks import Paper
from northline.formats.mspdi.writing.xml import element, elements, figure, flag, group, moment, span
from northline.formats.worktime import WorkTime

RESOURCE_ORDER = (
    "UID", "GUID", "ID", "Name", "Type", "IsNull", "Initials", "Phonetics", "NTAccount", "MaterialLabel", "Code",
    "Group", "WorkGroup", "EmailAddress", "Hyperlink", "HyperlinkAddress", "HyperlinkSubAddress", "MaxUnits",
    "CanLevel", "AccrueAt", "StandardRate", "StandardRateFormat", "OvertimeRate", "OvertimeRateFormat", "CostPerUse",
    "CalendarUID", "Notes", "IsGeneric", "IsInactive", "IsEnterprise", "BookingType", "ActiveDirectoryGUID",
    "CreationDate",
)  # fmt: skip
RESOURCE_LAST = ("CostCenter", "IsCostResource", "AssnOwner", "AssnOwnerGuid", "IsBudget")
ASSIGNMENT_ORDER = (
    "UID", "GUID", "TaskUID", "ResourceUID", "ActualCost", "ActualWork", "Confirmed", "CostRateTable", "Delay",
    "Finish", "Hyperlink", "HyperlinkAddress", "HyperlinkSubAddress", "HasFixedRateUnits", "FixedMaterial",
    "LevelingDelay", "LevelingDelayFormat", "Notes", "OvertimeCost", "OvertimeWork", "RemainingWork",
    "ResponsePending", "Start", "Units", "Work", "WorkContour", "RateScale", "BookingType", "CreationDate",
    "AssnOwner", "AssnOwnerGuid", "BudgetCost", "BudgetWork",
)  # fmt: skip
TYPES = {ResourceKind.MATERIAL: 0, ResourceKind.WORK: 1, ResourceKind.COST: 2}


def resources(paper: Paper) -> str:
    """All resources."""
    return "".join(_resource(r, paper, row) for row, r in enumerate(paper.plan.project.resources, 1))


def _resource(item: Resource, paper: Paper, row: int) -> str:
    details = paper.plan.resources.get(item.id, ResourceDetails())
    values: dict[str, object] = {
        **details.extra,
        "UID": paper.resource(item.id),
        "ID": details.row or row,
        "Name": item.name,
        "Type": TYPES[item.kind],
        "IsNull": 0,
        "EmailAddress": item.email,
        "MaxUnits": figure(item.capacity),
        "StandardRate": figure(item.cost_per_hour),
        "OvertimeRate": figure(item.overtime_per_hour),
        "CostPerUse": figure(round(item.cost_per_use * 100, 6)),
        "CalendarUID": paper.calendar(item.calendar),
        "Notes": details.notes,
        "IsCostResource": flag(item.kind is ResourceKind.COST),
    }
    periods = "".join(
        group(
            "AvailabilityPeriod",
            element("AvailableFrom", f"{a.first.isoformat()}T00:00:00")
            + element("AvailableTo", f"{a.last.isoformat()}T23:59:00")
            + element("AvailableUnits", figure(a.units)),
        )
        for a in item.availability
    )
    attributes, codes = values_of(details.custom, paper.own.resources.get(item.id, {}), paper.codes)
    inside = elements(values, RESOURCE_ORDER) + attributes + codes + elements(values, RESOURCE_LAST)
    return group("Resource", inside + group("AvailabilityPeriods", periods))


def assignments(paper: Paper) -> str:
    """All assignments, and one of nobody for each split task that has none."""
    project = paper.plan.project
    by_id = {task.id: task for task in project.tasks}
    known = paper.plan.assignments or tuple(AssignmentDetails() for _ in project.assignments)
    made, busy = [], set()
    for number, (item, details) in enumerate(zip(project.assignments, known, strict=True), 1):
        made.append(_assignment(item, details, by_id[item.task], paper, number))
        busy.add(item.task)
    for task in project.tasks:
        if task.splits and task.id not in busy:
            values = {"UID": len(made) + 1, "TaskUID": paper.task(task.id), "ResourceUID": NOBODY, "Units": 1}
            made.append(group("Assignment", elements(values, values) + _spread(task, paper, 1.0)))
    return "".join(made)


def _assignment(item: Assignment, details: AssignmentDetails, task: Task, paper: Paper, number: int) -> str:
    work = details.work if item.work_minutes is None else item.work_minutes + item.overtime
    if work is None and item.overtime:
        work = Minutes(round(task.duration * item.units) + item.overtime)
    values: dict[str, object] = {
        **details.extra,
        "UID": number,
        "TaskUID": paper.task(item.task),
        "ResourceUID": paper.resource(item.resource),
        "ActualCost": None if item.actual_cost is None else figure(round(item.actual_cost * 100, 6)),
        "ActualWork": span(item.actual_work),
        "Delay": item.delay * 10,
        "Notes": details.notes,
        "OvertimeWork": span(item.overtime) if item.overtime else None,
        "RemainingWork": span(item.remaining_work),
        "Units": figure(item.units),
        "Work": span(work),
        "Start": moment(paper.placed[item.task].start),
        "Finish": moment(paper.placed[item.task].finish),
    }
    attributes, _ = values_of(details.custom, {}, paper.codes)
    inside = elements(values, ASSIGNMENT_ORDER) + attributes
    return group("Assignment", inside + (_spread(task, paper, item.units) if task.splits else ""))


def _spread(task: Task, paper: Paper, units: float) -> str:
    """Worked stretches and the breaks between them, from the task's computed start on."""
    project, start = paper.plan.project, paper.placed[task.id].start
    named = {c.id: c for c in project.calendars}
    calendar = None if task.elapsed_duration else named[task.calendar or project.calendar]
    time = WorkTime(calendar, first=start, last=paper.placed[task.id].finish)
    here, done, parts = start, 0, []
    for split in task.splits:
        if split.after >= task.duration:
            break
        end = time.after(here, split.after - done) or here
        behind = time.after(end, split.length) or end
        parts += [_stretch(here, end, (split.after - done) * units), _stretch(end, behind, 0)]
        here, done = time.opens(behind), split.after
    end = time.after(here, task.duration - done) or here
    return "".join([*parts, _stretch(here, end, (task.duration - done) * units)])


def _stretch(start: datetime, end: datetime, work: float) -> str:
    values = {
        "Type": 1,
        "UID": 1,
        "Start": moment(start),
        "Finish": moment(end),
        "Unit": 0,
        "Value": span(round(work)),
    }
    return group("TimephasedData", elements(values, values))
