"""The whole plan as one value."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from northline.engine.checks import check_references, refuse_bad_date, refuse_parent_loops
from northline.engine.errors import BadDate
from northline.engine.model.calendar import Calendar
from northline.engine.model.link import Link
from northline.engine.model.resource import Assignment, Demand, Resource
from northline.engine.model.task import Task
from northline.engine.model.units import NO_TIME, Minutes


class Progress(StrEnum):
    """How links treat work that was begun out of order.

    Retained logic holds what is left until the predecessors allow it, progress override forgets links into
    begun work, actual dates reckons every link from the actual dates.
    """

    RETAINED_LOGIC = "retained_logic"
    PROGRESS_OVERRIDE = "progress_override"
    ACTUAL_DATES = "actual_dates"


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """A whole plan; `calendar` names the project calendar among `calendars`.

    `weight` is what a day past the `deadline` costs beside other projects on the same pool of resources.
    With `schedule_from_start` false the plan is laid backwards from `finish`. `honour_constraints` lets must
    and no-later-than dates override links (the slack of the predecessors then turns negative).

    >>> from northline.engine.model import Minutes, Task, standard_calendar
    >>> Project(id="p", name="Shed", start=datetime(2026, 3, 2, 8), calendars=(standard_calendar(),),
    ...         tasks=(Task(id="a", duration=Minutes(480)),)).calendar
    'standard'
    """

    id: str
    name: str
    start: datetime
    finish: datetime | None = None
    schedule_from_start: bool = True
    calendar: str = "standard"
    calendars: tuple[Calendar, ...] = ()
    tasks: tuple[Task, ...] = ()
    links: tuple[Link, ...] = ()
    resources: tuple[Resource, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    demands: tuple[Demand, ...] = ()
    status_date: datetime | None = None
    minutes_per_day: int = 480
    minutes_per_week: int = 2400
    currency: str = ""
    honour_constraints: bool = True
    critical_slack_limit: Minutes = NO_TIME
    progress: Progress = Progress.RETAINED_LOGIC
    deadline: datetime | None = None
    weight: float = 1.0

    def __post_init__(self) -> None:
        for day in (self.start, self.finish, self.status_date, self.deadline):
            refuse_bad_date(day, self.id)
        if not self.schedule_from_start and self.finish is None:
            raise BadDate("A plan laid from its finish needs a finish date.", ids=[self.id])
        check_references(self)
        refuse_parent_loops(self.tasks)
