"""The whole file: head, custom fields, calendars, tasks, resources, assignments, in the schema's order."""

from dataclasses import replace

from northline.engine import schedule as computed
from northline.engine.model import Project, Task
from northline.engine.result import Schedule
from northline.formats import ImportedPlan
from northline.formats.mspdi.handed_on import PROJECT
from northline.formats.mspdi.sections import NAMESPACE
from northline.formats.mspdi.writing.calendars import calendar
from northline.formats.mspdi.writing.fields import definitions, own_texts
from northline.formats.mspdi.writing.people import assignments, resources
from northline.formats.mspdi.writing.tasks import Paper, tasks
from northline.formats.mspdi.writing.xml import elements, flag, group, moment
from northline.formats.renaming import Names, numbers_for, renamed

HEAD = (
    "UID", "Name", "GUID", "Title", "Subject", "Category", "Company", "Manager", "Author", "CreationDate", "Revision",
    "ScheduleFromStart", "StartDate", "FinishDate", "FYStartDate", "CriticalSlackLimit", "CurrencyDigits",
    "CurrencySymbol", "CurrencyCode", "CurrencySymbolPosition", "CalendarUID", "BaselineCalendar", "DefaultStartTime",
    "DefaultFinishTime", "MinutesPerDay", "MinutesPerWeek", "DaysPerMonth", "DefaultTaskType",
    "DefaultFixedCostAccrual", "DefaultStandardRate", "DefaultOvertimeRate", "DurationFormat", "WorkFormat",
    "EditableActualCosts", "HonorConstraints", "EarnedValueMethod", "InsertedProjectsLikeSummary",
    "MultipleCriticalPaths", "NewTasksEffortDriven", "NewTasksEstimated", "SplitsInProgressTasks", "SpreadActualCost",
    "SpreadPercentComplete", "TaskUpdatesResource", "FiscalYearStart", "WeekStartDay", "MoveCompletedEndsBack",
    "MoveRemainingStartsBack", "MoveRemainingStartsForward", "MoveCompletedEndsForward", "BaselineForEarnedValue",
    "AutoAddNewResourcesAndTasks", "StatusDate", "CurrentDate", "Autolink", "NewTaskStartDate", "NewTasksAreManual",
    "DefaultTaskEVMethod",
)  # fmt: skip


def write(plan: ImportedPlan, schedule: Schedule | None = None) -> bytes:
    """A plan as Microsoft Project's XML, with its computed dates; UTF-8.

    Ids that are no numbers get one and are kept in a text field; so are what MSPDI cannot say of a task (estimate,
    hammock). Without `schedule` the plan is computed here, which raises PlanError where it cannot be. What is lost on
    the way is found by `formats.losses`.
    """
    dates = list(schedule if schedule is not None else computed(plan.project))
    names = _numbers(plan.project)
    own = own_texts(plan, names)
    plan = _in_outline_order(plan)
    placed = {task.id: task for task in dates}
    paper = Paper(plan, names, own, placed)
    numbered = renamed(plan, names)
    parts = [
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
        f'<Project xmlns="{NAMESPACE}">',
        _head(numbered),
        definitions(plan, own),
        group("Calendars", "".join(calendar(item) for item in numbered.project.calendars)),
        group("Tasks", tasks(paper)),
        group("Resources", resources(paper)),
        group("Assignments", assignments(paper)),
        "</Project>\n",
    ]
    return "".join(parts).encode()


def _numbers(project: Project) -> Names:
    return Names(
        numbers_for([t.id for t in project.tasks]),
        numbers_for([r.id for r in project.resources]),
        numbers_for([c.id for c in project.calendars]),
    )


def _head(plan: ImportedPlan) -> str:
    project, about = plan.project, plan.about
    day = project.minutes_per_day
    values: dict[str, object] = {tag: about[tag] for tag in PROJECT if tag in about}
    if project.id not in ("plan", about.get("GUID")):
        values["UID"] = project.id
    if project.name != about.get("Name", ""):
        values["Title"] = project.name
    if project.currency != about.get("CurrencySymbol", ""):
        values["CurrencyCode"] = project.currency
    values |= {
        "ScheduleFromStart": flag(project.schedule_from_start),
        "StartDate": moment(project.start),
        "FinishDate": moment(project.finish),
        "CriticalSlackLimit": project.critical_slack_limit // day,
        "CalendarUID": project.calendar,
        "MinutesPerDay": day,
        "MinutesPerWeek": project.minutes_per_week,
        "HonorConstraints": flag(project.honour_constraints),
        "StatusDate": moment(project.status_date),
    }
    values.setdefault("Name", project.name)
    return elements(values, HEAD)


def _in_outline_order(plan: ImportedPlan) -> ImportedPlan:
    """Children right below their parents, as an outline needs them; siblings keep their order."""
    children: dict[str | None, list[Task]] = {}
    for task in plan.project.tasks:
        children.setdefault(task.parent, []).append(task)
    ordered: list[Task] = []
    waiting = children.get(None, [])[::-1]
    while waiting:
        task = waiting.pop()
        ordered.append(task)
        waiting += children.get(task.id, [])[::-1]
    return replace(plan, project=replace(plan.project, tasks=tuple(ordered)))
