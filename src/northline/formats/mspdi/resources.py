"""MSPDI resources and assignments."""

from collections.abc import Container, Mapping
from datetime import date

from northline.engine.model import Assignment, Availability, Minutes, Resource, ResourceKind, Task, TaskType
from northline.formats import AssignmentDetails, ResourceDetails
from northline.formats.mspdi.handed_on import ASSIGNMENT, RESOURCE, custom_values, handed_on
from northline.formats.mspdi.own_fields import OwnFields
from northline.formats.mspdi.records import Record
from northline.formats.mspdi.values import Fields, Warn

NOBODY = "-65535"
KINDS = {0: ResourceKind.MATERIAL, 1: ResourceKind.WORK, 2: ResourceKind.COST}
FIRST_DAY, LAST_DAY = date(1984, 1, 1), date(2149, 12, 31)


def read_resource(fields: Fields, own: OwnFields, warn: Warn) -> tuple[Resource, ResourceDetails, str]:
    """One resource, its details, and its id in Northline if it has another there."""
    if len(fields.record.all("Rates", "Rate")) > 1:
        warn(f"{fields.who}: rates that change over time were left out; the first ones hold.")
    custom = custom_values(fields.record)
    given = own.take_resource_id(custom)
    kind = ResourceKind.COST if fields.flag("IsCostResource") else None
    calendar = fields.text("CalendarUID")
    resource = Resource(
        fields.text("UID"),
        fields.verbatim("Name"),
        None if calendar in ("", "-1") else calendar,
        max(0.0, fields.number("MaxUnits", 1.0)),
        kind or KINDS.get(fields.integer("Type", 1), ResourceKind.WORK),
        _availability(fields.record, warn),
        cost_per_hour=max(0.0, fields.number("StandardRate")),
        overtime_per_hour=max(0.0, fields.number("OvertimeRate")),
        cost_per_use=fields.number("CostPerUse") / 100,
        email=fields.verbatim("EmailAddress"),
    )
    details = ResourceDetails(
        row=fields.integer("ID"),
        notes=fields.verbatim("Notes"),
        custom=custom,
        extra=handed_on(fields, RESOURCE),
    )
    return resource, details, given


def _availability(record: Record, warn: Warn) -> tuple[Availability, ...]:
    made = []
    for period in record.all("AvailabilityPeriods", "AvailabilityPeriod"):
        fields = Fields(period, f"Resource {record.text.get('UID', '?')}", warn)
        first, last = fields.moment("AvailableFrom"), fields.moment("AvailableTo")
        span = first.date() if first else FIRST_DAY, last.date() if last else LAST_DAY
        if span[1] < span[0]:
            warn(f"{fields.who}: a time of availability that ends before it begins was left out.")
            continue
        made.append(Availability(*span, max(0.0, fields.number("AvailableUnits", 1.0))))
    endless = (
        len(made) == 1 and (made[0].first, made[0].last) <= (FIRST_DAY, LAST_DAY) and made[0].last.year > 2040
    )
    capacity = Fields(record, "", warn).number("MaxUnits", 1.0)
    return () if endless and made[0].units == capacity else tuple(made)


def read_assignment(
    fields: Fields, tasks: Mapping[str, Task], resources: Container[str], warn: Warn
) -> tuple[Assignment, AssignmentDetails] | None:
    """One assignment, None if it is of no task or resource of the plan.

    Work there holds the overtime, which takes no working time: what is left of it is regular.
    Work that is spread unevenly, or on a task of fixed duration, does not say how long the task takes.
    """
    task, resource = fields.text("TaskUID"), fields.text("ResourceUID")
    if task not in tasks or resource not in resources:
        if resource not in (NOBODY, ""):
            warn(f"{fields.who} names task {task} or resource {resource}, which is not in the plan.")
        return None
    work = fields.minutes("Work")
    overtime = Minutes(max(0, fields.minutes("OvertimeWork") or 0))
    regular = None if work is None else Minutes(max(0, work - overtime))
    shaped = fields.integer("WorkContour") != 0 or tasks[task].type is TaskType.FIXED_DURATION
    made = Assignment(
        task,
        resource,
        max(0.0, fields.number("Units", 1.0)),
        None if shaped else regular,
        Minutes(max(0, round(fields.integer("Delay") / 10))),
        actual_work=fields.minutes("ActualWork"),
        remaining_work=fields.minutes("RemainingWork"),
        actual_cost=fields.number("ActualCost") / 100 if fields.raw.get("ActualCost") else None,
        overtime=overtime,
    )
    details = AssignmentDetails(
        work=work,
        notes=fields.verbatim("Notes"),
        custom=custom_values(fields.record),
        extra=handed_on(fields, ASSIGNMENT),
    )
    return made, details
