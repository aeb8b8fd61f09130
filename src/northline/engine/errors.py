"""Refusals of the engine: one class per kind of bad plan, each with a stable code and the ids concerned."""

from collections.abc import Iterable


class PlanError(ValueError):
    """A plan that cannot be scheduled; `code` is stable, `ids` names what is concerned.

    >>> error = UnknownId("Link names task 9, which is not in the plan.", ids=["9"])
    >>> error.code, error.ids
    ('plan.unknown_id', ('9',))
    """

    code = "plan.invalid"

    def __init__(self, message: str, *, ids: Iterable[str] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.ids = tuple(ids)


class Cycle(PlanError):
    """Links that wait for each other in a circle; `ids` lists the circle in order."""

    code = "plan.cycle"


class ParentLoop(PlanError):
    """A task that lies, through its parents, inside itself; `ids` lists the loop from child to parent."""

    code = "plan.parent_loop"


class UnknownId(PlanError):
    """A reference to a task, calendar or resource that the plan does not hold."""

    code = "plan.unknown_id"


class DuplicateId(PlanError):
    """Two tasks, two calendars or two resources with the same id."""

    code = "plan.duplicate_id"


class NegativeDuration(PlanError):
    """A duration, remaining duration or amount of work below zero."""

    code = "plan.negative_duration"


class NoWorkingTime(PlanError):
    """Work planned on a calendar that never has any working time."""

    code = "plan.no_working_time"


class BadCalendar(PlanError):
    """Working hours outside the day, overlapping or backwards, or an exception that ends before it begins."""

    code = "plan.bad_calendar"


class BadConstraint(PlanError):
    """A constraint whose kind needs a date and has none, or the reverse."""

    code = "plan.bad_constraint"


class BadDate(PlanError):
    """A date with a time zone, outside years 1900 to 2999, or a finish before its start."""

    code = "plan.bad_date"


class BadValue(PlanError):
    """Any other figure outside its range: units, percent, capacity, priority."""

    code = "plan.bad_value"


class BeyondHorizon(PlanError):
    """Work that would end after the last year that the engine reckons with."""

    code = "plan.beyond_horizon"


class CapacityExceeded(PlanError):
    """A task that needs more of a resource, of a skill or of a stock than there ever is."""

    code = "plan.capacity_exceeded"


class ImpossibleConstraint(PlanError):
    """Wishes that no dates can meet together; `ids` names the tasks between which they stand."""

    code = "plan.impossible_constraint"


class ContradictoryLags(ImpossibleConstraint):
    """Longest lags that no dates can keep together; `ids` lists the tasks of the circle in order."""

    code = "plan.contradictory_lags"
