"""Tasks with their links, baselines and custom values."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from northline.engine.model import Baseline, LagUnit, Link, Task
from northline.engine.result import ScheduledTask
from northline.formats import ImportedPlan, TaskDetails
from northline.formats.mspdi.tasks import CONSTRAINTS, LINKS, TYPES
from northline.formats.mspdi.values import ELAPSED_FORMATS
from northline.formats.mspdi.writing.fields import OwnTexts, values_of
from northline.formats.mspdi.writing.xml import elements, figure, flag, group, moment, span
from northline.formats.renaming import Names
from northline.formats.wbs import code_below

ORDER = (
    "UID", "GUID", "ID", "Name", "Active", "Manual", "Type", "IsNull", "CreateDate", "Contact", "WBS", "OutlineNumber",
    "OutlineLevel", "Priority", "Start", "Finish", "Duration", "ManualStart", "ManualFinish", "DurationFormat", "Work",
    "Stop", "Resume", "ResumeValid", "EffortDriven", "Recurring", "Estimated", "Milestone", "Summary",
    "DisplayAsSummary", "Critical", "IsSubproject", "IsSubprojectReadOnly", "SubprojectName", "ExternalTask",
    "ExternalTaskProject", "EarlyStart", "EarlyFinish", "LateStart", "LateFinish", "FreeSlack", "StartSlack",
    "FinishSlack", "TotalSlack", "FixedCost", "FixedCostAccrual", "PercentComplete", "PercentWorkComplete", "Cost",
    "OvertimeCost", "OvertimeWork", "ActualStart", "ActualFinish", "ActualCost", "ActualWork", "RemainingDuration",
    "ConstraintType", "CalendarUID", "ConstraintDate", "Deadline", "LevelAssignments", "LevelingCanSplit",
    "LevelingDelay", "LevelingDelayFormat", "PreLeveledStart", "PreLeveledFinish", "Hyperlink", "HyperlinkAddress",
    "HyperlinkSubAddress", "IgnoreResourceCalendar", "Notes", "HideBar", "Rollup", "PhysicalPercentComplete",
    "EarnedValueMethod", "PredecessorLink", "ActualWorkProtected", "ActualOvertimeWorkProtected",
)  # fmt: skip
LAST = (
    "IsPublished", "StatusManager", "CommitmentStart", "CommitmentFinish", "CommitmentType", "StartText", "FinishText",
    "DurationText",
)  # fmt: skip
BEFORE_LINKS = ORDER.index("PredecessorLink")
LAG_FORMATS = {LagUnit.WORKING: 7, LagUnit.ELAPSED: 8, LagUnit.PERCENT: 19}


@dataclass(slots=True)
class Paper:
    """What the writers of all sections look things up in. The plan keeps its own ids; `names` has those of the file."""

    plan: ImportedPlan
    names: Names
    own: OwnTexts
    placed: Mapping[str, ScheduledTask]
    codes: frozenset[str] = field(init=False)
    links: dict[str, list[Link]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.codes = frozenset(item.id for item in self.plan.fields if item.outline)
        for link in self.plan.project.links:
            self.links.setdefault(link.after, []).append(link)

    def task(self, uid: str) -> str:
        """A task's number in the file."""
        return self.names.tasks.get(uid, uid)

    def resource(self, uid: str) -> str:
        """A resource's number in the file."""
        return self.names.resources.get(uid, uid)

    def calendar(self, uid: str | None) -> str:
        """A calendar's number in the file; -1 for none."""
        return "-1" if uid is None else self.names.calendars.get(uid, uid)

    def details(self, uid: str) -> TaskDetails:
        """What else is known of a task."""
        return self.plan.details.get(uid, TaskDetails())


def tasks(paper: Paper) -> str:
    """All tasks, in outline order."""
    summaries = {task.parent for task in paper.plan.project.tasks}
    levels: dict[str | None, tuple[int, str]] = {}
    counts: dict[str | None, int] = {}
    alone = sum(task.parent is None for task in paper.plan.project.tasks) == 1
    made = []
    for row, task in enumerate(paper.plan.project.tasks, 1):
        counts[task.parent] = number = counts.get(task.parent, 0) + 1
        if task.parent is None:
            # Level 0 is the plan itself, which Microsoft Project keeps as a task above all others.
            root = alone and task.id in paper.plan.details and paper.details(task.id).outline_level == 0
            levels[task.id] = (0, "0") if root else (1, str(number))
        else:
            level, above = levels[task.parent]
            levels[task.id] = (level + 1, code_below("" if above == "0" else above, number))
        made.append(_task(task, paper, row=row, level=levels[task.id], summary=task.id in summaries))
    return "".join(made)


def _task(task: Task, paper: Paper, *, row: int, level: tuple[int, str], summary: bool) -> str:
    details = paper.details(task.id)
    values: dict[str, object] = {
        **details.extra,
        "UID": paper.task(task.id),
        "ID": details.row or row,
        "Name": task.name,
        "Active": flag(task.active),
        "Manual": flag(task.manual),
        "Type": TYPES.index(task.type),
        "IsNull": 0,
        "Contact": task.owner,
        "WBS": details.wbs or level[1],
        "OutlineNumber": details.outline_number or level[1],
        "OutlineLevel": level[0],
        "Priority": task.priority,
        "Duration": span(task.duration),
        "DurationFormat": _format(task, details),
        "EffortDriven": flag(task.effort_driven),
        "Milestone": flag(task.milestone),
        "Summary": flag(summary),
        "CalendarUID": paper.calendar(task.calendar),
        "LevelingCanSplit": flag(task.splittable),
        "LevelingDelay": task.levelling_delay * 10,
        "LevelingDelayFormat": 8,
        "IgnoreResourceCalendar": flag(task.ignores_resource_calendar),
        "Notes": details.notes,
        **_dates(task, paper.placed[task.id]),
        **_progress(task, details),
    }
    links = "".join(_link(link, paper) for link in paper.links.get(task.id, ()))
    attributes, codes = values_of(details.custom, paper.own.tasks.get(task.id, {}), paper.codes)
    baselines = "".join(_baseline(b) for b in task.baselines)
    before, behind = ORDER[:BEFORE_LINKS], ORDER[BEFORE_LINKS + 1 :]
    inside = elements(values, before) + links + elements(values, behind) + attributes + baselines + codes
    return group("Task", inside + elements(values, LAST))


def _format(task: Task, details: TaskDetails) -> str:
    known = details.extra.get("DurationFormat", "7")
    elapsed = known.strip().isdecimal() and int(known) in ELAPSED_FORMATS
    if elapsed == task.elapsed_duration:
        return known
    return "8" if task.elapsed_duration else "7"


def _dates(task: Task, placed: ScheduledTask) -> dict[str, object]:
    values: dict[str, object] = {
        "Start": moment(placed.start),
        "Finish": moment(placed.finish),
        "EarlyStart": moment(placed.early_start),
        "EarlyFinish": moment(placed.early_finish),
        "LateStart": moment(placed.late_start),
        "LateFinish": moment(placed.late_finish),
        "FreeSlack": placed.free_slack * 10,
        "TotalSlack": placed.total_slack * 10,
        "Critical": flag(placed.critical),
        "ManualStart": moment(task.manual_start),
        "ManualFinish": moment(task.manual_finish),
        "ConstraintType": CONSTRAINTS.index(task.constraint.kind),
        "ConstraintDate": moment(task.constraint.at),
        "Deadline": moment(task.deadline),
        "ActualStart": moment(task.actual_start),
        "ActualFinish": moment(task.actual_finish),
        "Resume": moment(task.resume),
    }
    if task.manual and task.manual_start is None and task.manual_finish is None:
        # Its computed dates would be read as pinned ones.
        values["Start"] = values["Finish"] = None
    return values


def _progress(task: Task, details: TaskDetails) -> dict[str, object]:
    cost = details.actual_cost or None if task.actual_cost is None else task.actual_cost
    work = details.actual_work or None if task.actual_work is None else task.actual_work
    values: dict[str, object] = {
        "PercentComplete": round(task.percent_complete),
        "PercentWorkComplete": round(details.percent_work_complete),
        "Work": span(details.work) if details.work else None,
        "Cost": _hundredths(details.cost) if details.cost else None,
        "FixedCost": _hundredths(task.fixed_cost),
        "ActualCost": None if cost is None else _hundredths(cost),
        "ActualWork": span(work),
        "RemainingDuration": span(task.remaining_duration),
    }
    if task.physical_percent_complete is not None:
        values["PhysicalPercentComplete"] = figure(task.physical_percent_complete)
        values["EarnedValueMethod"] = 1
    return values


def _link(link: Link, paper: Paper) -> str:
    percent = link.lag.unit is LagUnit.PERCENT
    values = {
        "PredecessorUID": paper.task(link.before),
        "Type": LINKS.index(link.kind),
        "CrossProject": 0,
        "LinkLag": link.lag.amount if percent else link.lag.amount * 10,
        "LagFormat": LAG_FORMATS[link.lag.unit],
    }
    return group("PredecessorLink", elements(values, values))


def _baseline(item: Baseline) -> str:
    values = {
        "Number": item.number,
        "Start": moment(item.start),
        "Finish": moment(item.finish),
        "Duration": span(item.duration),
        "DurationFormat": 7,
        "Work": span(item.work),
        "Cost": _hundredths(item.cost),
    }
    return group("Baseline", elements(values, values))


def _hundredths(amount: float) -> str:
    return figure(round(amount * 100, 6)) or "0"
