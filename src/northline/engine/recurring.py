"""Tasks that come again by a rule: a summary and one task for each occurrence.

Rules are those of RFC 5545, section 3.3.10 (iCalendar), read by dateutil.
"""

from datetime import datetime
from itertools import islice

from northline.engine.errors import BadValue
from northline.engine.feasible.hours import Hours, minute_of, moment_of
from northline.engine.model import Calendar, Constraint, ConstraintKind, Minutes, Task

MOST = 10_000


def occurrences(
    rule: str, first: datetime, *, last: datetime | None = None, count: int | None = None
) -> tuple[datetime, ...]:
    """The dates of a rule from `first` on, up to and including `last`, at most `count` of them.

    Raises BadValue for a rule that cannot be read, or that would never end: then give `last` or `count`.

    >>> [d.isoformat() for d in occurrences("FREQ=MONTHLY;BYDAY=1MO", datetime(2026, 3, 2, 9), count=2)]
    ['2026-03-02T09:00:00', '2026-04-06T09:00:00']
    """
    from dateutil.rrule import rrulestr  # noqa: PLC0415  only those who repeat tasks pay for it

    if count is not None and count < 1:
        raise BadValue(f"{count} occurrences. Ask for at least one.")
    try:
        dates = rrulestr(rule, dtstart=first)
    except (ValueError, TypeError, AttributeError) as error:
        message = (
            f"The rule {rule!r} cannot be read: {error}. Write it as FREQ=WEEKLY;BYDAY=MO, in local time."
        )
        raise BadValue(message) from error
    if last is None and count is None and not any(part in rule.upper() for part in ("COUNT=", "UNTIL=")):
        raise BadValue(f"The rule {rule!r} never ends. Give a last date or a count.")
    found = tuple(islice(_until(dates, last), min(count or MOST + 1, MOST + 1)))
    if len(found) > MOST:
        raise BadValue(f"The rule {rule!r} has more than {MOST} dates. Give an earlier last date.")
    return found


def recurring_tasks(
    summary: Task,
    rule: str,
    first: datetime,
    *,
    duration: Minutes,
    calendar: Calendar,
    last: datetime | None = None,
    count: int | None = None,
    skip_days_off: bool = False,
) -> tuple[Task, ...]:
    """The summary and a task for each date of a rule, which starts no earlier than that date.

    A date outside the `calendar`'s working time moves to the next working minute; with `skip_days_off` one
    on a day without working time is left out. Ids are the summary's with a number. Raises as `occurrences`.

    >>> from northline.engine.model import standard_calendar
    >>> series = recurring_tasks(Task(id="r", name="Review"), "FREQ=WEEKLY", datetime(2026, 3, 7, 9), count=2,
    ...     duration=Minutes(60), calendar=standard_calendar())
    >>> [(t.id, t.name, t.constraint.at and t.constraint.at.isoformat()) for t in series[1:]]
    [('r.1', 'Review 1', '2026-03-09T08:00:00'), ('r.2', 'Review 2', '2026-03-16T08:00:00')]
    """
    hours = Hours(calendar)
    dates = [
        d
        for d in occurrences(rule, first, last=last, count=count)
        if not (skip_days_off and not hours.of_day(d.toordinal() - 1))
    ]
    children = (
        Task(
            id=f"{summary.id}.{number}",
            name=f"{summary.name} {number}",
            parent=summary.id,
            duration=duration,
            calendar=summary.calendar,
            constraint=Constraint(ConstraintKind.SNET, _in_hours(moment, hours)),
            owner=summary.owner,
        )
        for number, moment in enumerate(dates, start=1)
    )
    return (summary, *children)


def _in_hours(moment: datetime, hours: Hours) -> datetime:
    return moment_of(hours.opening(minute_of(moment)))


def _until(dates, last: datetime | None):  # type: ignore[no-untyped-def]
    for moment in dates:
        if last is not None and moment > last:
            return
        yield moment
