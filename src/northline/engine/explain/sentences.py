"""Reasons and moves as plain English; `TEMPLATES` is the list to translate."""

from collections.abc import Sequence
from datetime import date, datetime

TEMPLATES = {
    "link.FS": "{task} starts when {before} finishes, on {since}.",
    "link.SS": "{task} starts when {before} starts, on {since}.",
    "link.FF": "{task} finishes when {before} finishes, on {since}.",
    "link.SF": "{task} finishes when {before} starts, on {since}.",
    "link.FS.lag": "{task} starts {lag} after {before} finishes, on {since}.",
    "link.SS.lag": "{task} starts {lag} after {before} starts, on {since}.",
    "link.FF.lag": "{task} finishes {lag} after {before} finishes, on {since}.",
    "link.SF.lag": "{task} finishes {lag} after {before} starts, on {since}.",
    "link.FS.lead": "{task} starts {lag} before {before} finishes, on {since}.",
    "link.SS.lead": "{task} starts {lag} before {before} starts, on {since}.",
    "link.FF.lead": "{task} finishes {lag} before {before} finishes, on {since}.",
    "link.SF.lead": "{task} finishes {lag} before {before} starts, on {since}.",
    "late.FS": "{task} must finish before {before} has to start, on {since}.",
    "late.SS": "{task} must start before {before} has to start, on {since}.",
    "late.FF": "{task} must finish before {before} has to finish, on {since}.",
    "late.SF": "{task} must start before {before} has to finish, on {since}.",
    "calendar": "{calendar} has no working time between {since} and {at}.",
    "duration.forward": "{task} takes {amount} of work from {since}, so it finishes on {at}.",
    "duration.overtime": "{task} takes {amount} of work from {since}, beside {overtime} of overtime, so it finishes on {at}.",
    "duration.none": "{task} takes no time.",
    "duration.backward": "{task} takes {amount} of work, so to finish on {since} it starts on {at}.",
    "duration.late": "{task} takes {amount} of work, so to finish by {since} it must start by {at}.",
    "duration.late_finish": "{task} takes {amount} of work, so starting by {since} it finishes by {at}.",
    "duration.split": "{task} takes {amount} of work and rests for {rest}, so it finishes on {at}.",
    "duration.split.busy": "{task} takes {amount} of work and rests for {rest}, while {busy}, so it finishes on {at}.",
    "duration.rest": "{amount} of {task} are left to do from {since}, so it finishes on {at}.",
    "child.start": "{task} starts with {before}.",
    "child.finish": "{task} finishes with {before}.",
    "child.late_start": "{task} must start by the time {before} must.",
    "child.late_finish": "{task} must finish by the time {before} must.",
    "levelling": "Levelling delays {task} by {amount}.",
    "levelling.busy": "Levelling delays {task} by {amount}: {busy}.",
    "as_late_as_possible": "{task} is to happen as late as it can.",
    "project_start": "The project starts on {at}.",
    "project_finish": "The project finishes on {at}, with {before}.",
    "project_finish.alone": "The project finishes on {at}.",
    "constraint.SNET": "{owner} may start on {at} at the earliest.",
    "constraint.SNLT": "{owner} may start on {at} at the latest.",
    "constraint.FNET": "{owner} may finish on {at} at the earliest.",
    "constraint.FNLT": "{owner} may finish on {at} at the latest.",
    "constraint.MSO": "{owner} must start on {at}.",
    "constraint.MFO": "{owner} must finish on {at}.",
    "deadline": "{owner} is due on {at}.",
    "actual.start": "{task} did start on {at}.",
    "actual.finish": "{task} did finish on {at}.",
    "manual.start": "{task} was put on {at} by hand.",
    "manual.finish": "{task} was made to finish on {at} by hand.",
    "status_date": "{task} is not done, so it goes on after the status date, {at}.",
    "resumed": "{task} is taken up again on {at}.",
    "resumed.busy": "{task} is taken up again on {at}: {busy}.",
    "other": "{task} stands on {at}.",
}

MOVES = {
    "remove_link": "Remove the link from {before} to {task}.",
    "set_lag": "Drop the lag between {before} and {task}.",
    "shorten": "Shorten {task} to {amount}.",
    "remove_constraint": "Remove the constraint of {task}.",
    "move_constraint": "Move the constraint of {task} to {at}.",
    "remove_deadline": "Remove the deadline of {task}.",
    "work_on": "Work on {days} ({calendar}).",
    "remove_delay": "Take back the delay by levelling of {task}.",
    "remove_splits": "Do {task} without a break.",
    "schedule_automatically": "Let {task} be scheduled automatically.",
    "as_soon_as_possible": "Do {task} as soon as possible.",
    "start_project": "Start the project on {at}.",
}


def listed(names: Sequence[str]) -> str:
    """Names as sentences list them.

    >>> listed(["Dig", "Pour", "Paint"])
    'Dig, Pour and Paint'
    """
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last


def stamp(moment: datetime) -> str:
    """A date as sentences write it, without the hour at midnight only.

    >>> stamp(datetime(2026, 3, 2, 8))
    '2 March 2026 08:00'
    """
    return f"{day(moment)} {moment:%H:%M}"


def day(when: date) -> str:
    """A day as sentences write it."""
    return f"{when.day} {when:%B %Y}"


def amount(minutes: int, per_day: int) -> str:
    """A length of time in days, hours and minutes.

    >>> amount(480, 480), amount(750, 480), amount(0, 480)
    ('1 day', '1 day 4 hours 30 minutes', 'no time')
    """
    minutes = abs(minutes)
    parts = (
        (minutes // per_day, "day"),
        (minutes % per_day // 60, "hour"),
        (minutes % per_day % 60, "minute"),
    )
    words = [f"{n} {unit}{'' if n == 1 else 's'}" for n, unit in parts if n]
    return " ".join(words) or "no time"
