"""XER activities and relationships."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from northline.engine.model import (
    NO_CONSTRAINT,
    Constraint,
    ConstraintKind,
    Lag,
    LagUnit,
    Link,
    LinkKind,
    Minutes,
    Task,
    TaskType,
)
from northline.formats.xer import words
from northline.formats.xer.own_fields import DEADLINE, ESTIMATE, estimate_of
from northline.formats.xer.tables import Record, Warn
from northline.formats.xer.values import Row

DATES = {
    "EarlyStart": "early_start_date",
    "EarlyFinish": "early_end_date",
    "LateStart": "late_start_date",
    "LateFinish": "late_end_date",
    "PlannedStart": "target_start_date",
    "PlannedFinish": "target_end_date",
}

NO_TIME = Minutes(0)


@dataclass(frozen=True, slots=True)
class Facts:
    """What has happened to an activity: when, how much is left of it and how much of it is done."""

    start: datetime | None = None
    finish: datetime | None = None
    duration: Minutes = NO_TIME
    remaining: Minutes | None = None
    percent: float = 0.0


def read_task(row: Row, own: Mapping[str, str], *, parent: str | None, warn: Warn) -> Task:
    """One activity; its calendar is named as the file names it, and need not exist."""
    kind, word = row.text("task_type"), row.text("duration_type")
    facts = _facts(row, kind, warn)
    constraint, deadline = _constraint(row, own, warn)
    fixed, effort = words.TYPES.get(word, (TaskType.FIXED_UNITS, False))
    started = facts.start is not None
    worked = row.minutes("act_work_qty") or NO_TIME
    physical = row.text("complete_pct_type") == "CP_Phys"
    return Task(
        id=row.text("task_id"),
        name=row.verbatim("task_name"),
        duration=facts.duration,
        parent=parent,
        calendar=row.text("clndr_id") or None,
        constraint=constraint,
        deadline=deadline,
        milestone=kind in words.MILESTONES,
        priority=words.PRIORITIES.get(row.text("priority_type"), 500),
        actual_start=facts.start,
        actual_finish=facts.finish,
        remaining_duration=facts.remaining,
        percent_complete=facts.percent,
        resume=row.moment("resume_date") if started and not facts.finish else None,
        estimate=estimate_of(own[ESTIMATE]) if ESTIMATE in own else None,
        type=fixed,
        effort_driven=effort,
        hammock=kind == words.LEVEL_OF_EFFORT,
        actual_work=worked if started or worked > 0 else None,
        physical_percent_complete=_percent(row.number("phys_complete_pct")) if physical else None,
    )


def _facts(row: Row, kind: str, warn: Warn) -> Facts:
    """Actual dates and durations; work that has not begun lasts as long as P6 says that it still will."""
    planned, left = (_not_negative(row.minutes(f"{w}_drtn_hr_cnt")) for w in ("target", "remain"))
    duration = planned if planned is not None else left or Minutes(0)
    status = row.text("status_code")
    start, finish = row.moment("act_start_date"), row.moment("act_end_date")
    if kind in words.MILESTONES:
        duration, left = Minutes(0), Minutes(0)
        if status == "TK_Complete":
            start = finish = finish or start
    if status not in ("TK_Active", "TK_Complete") or start is None:
        if status in ("TK_Active", "TK_Complete"):
            warn(f"{row.who} is begun or done without an actual start; it was read as not begun.")
        return Facts(duration=duration if left is None else left)
    if status == "TK_Complete" and finish is not None and finish >= start:
        return Facts(start, finish, duration, Minutes(0), 100.0)
    if status == "TK_Complete":
        warn(f"{row.who} is done without a proper actual finish; it was read as under way.")
    left = duration if left is None else left
    return Facts(start, None, duration, left, _done(row, duration, left))


def _done(row: Row, duration: int, left: int) -> float:
    if row.text("complete_pct_type") == "CP_Units":
        done, rest = (row.number(f"{w}_work_qty") + row.number(f"{w}_equip_qty") for w in ("act", "remain"))
        return _percent(100 * done / (done + rest)) if done > 0 and rest >= 0 else 0.0
    return _percent(100 * (duration - left) / duration) if duration else 0.0


def _constraint(row: Row, own: Mapping[str, str], warn: Warn) -> tuple[Constraint, datetime | None]:
    """The constraint and the deadline: a second “finish on or before” bounds late dates and moves nothing."""
    wishes = [(row.text(f"cstr_type{n}"), f"cstr_date{n}") for n in ("", "2")]
    wishes = [(word, field) for word, field in wishes if word]
    if len(wishes) == 2 and wishes[0][0] in words.LATE and wishes[1][0] in words.EARLY:
        wishes.reverse()
    deadline = _own_deadline(row, own)
    if len(wishes) == 1 and wishes[0][0] == "CS_MEOB" and deadline == row.moment(wishes[0][1]) is not None:
        return NO_CONSTRAINT, deadline
    deadline = None
    if len(wishes) == 2 and wishes[1][0] == "CS_MEOB":
        deadline = row.moment(wishes.pop()[1])
    for word, _ in wishes[1:]:
        warn(f"{row.who}: its second constraint {word} was left out.")
    return _first(row, *wishes[0], warn) if wishes else NO_CONSTRAINT, deadline


def _own_deadline(row: Row, own: Mapping[str, str]) -> datetime | None:
    return Row({DEADLINE: own.get(DEADLINE, "")}, row.who, lambda _: None).moment(DEADLINE)


def _first(row: Row, word: str, field: str, warn: Warn) -> Constraint:
    kind = words.CONSTRAINTS.get(word)
    if kind is None:
        warn(f"{row.who}: the unknown constraint {word} was left out.")
        return NO_CONSTRAINT
    if kind is ConstraintKind.ALAP:
        return Constraint(kind)
    at = row.moment(field)
    if at is None:
        warn(f"{row.who}: constraint {word} has no date and was left out.")
        return NO_CONSTRAINT
    return Constraint(kind, at)


def stored_dates(row: Row, task: Task) -> dict[str, datetime]:
    """The dates that P6 computed; `Start` and `Finish` are actual where there are such, early otherwise."""
    found = {name: row.moment(tag) for name, tag in DATES.items()}
    for name in ("Start", "Finish"):
        actual = task.actual_start if name == "Start" else task.actual_finish
        found[name] = actual or found[f"Early{name}"] or found[f"Planned{name}"]
    return {name: moment for name, moment in found.items() if moment is not None}


def read_links(
    records: Iterable[Record], tasks: Container[str], *, elapsed: bool, foreign: Container[str], warn: Warn
) -> tuple[Link, ...]:
    """The relationships of the plan; those with other projects (`foreign` tasks) are counted and left out."""
    made, outside = [], 0
    for record in records:
        row = Row(record, f"Link {record.get('task_pred_id', '?')}", warn)
        before, after = row.text("pred_task_id"), row.text("task_id")
        if before not in tasks or after not in tasks or before == after:
            if (before in tasks or after in tasks) and before != after:
                outside += 1
                if before not in foreign and after not in foreign:
                    outside -= 1
                    warn(
                        f"{row.who} from {before} to {after}: one of them is not in the plan; it was left out."
                    )
            continue
        kind = words.LINKS.get(row.text("pred_type"))
        if kind is None:
            warn(f"{row.who}: its type {row.text('pred_type') or '?'} was read as finish to start.")
        lag = row.minutes("lag_hr_cnt") or 0
        unit = LagUnit.ELAPSED if elapsed and lag else LagUnit.WORKING
        made.append(Link(before, after, kind or LinkKind.FS, Lag(lag, unit)))
    if outside:
        warn(f"{outside} links to other projects or to WBS summary activities were left out.")
    return tuple(made)


def on_known_calendar(task: Task, known: Container[str], *, default: str, warn: Warn) -> Task:
    """The task without a calendar where that is the project's or does not exist."""
    if task.calendar is None or (task.calendar in known and task.calendar != default):
        return task
    if task.calendar != default:
        warn(f"Activity {task.id}: calendar {task.calendar} does not exist; the project's own is used.")
    return replace(task, calendar=None)


def _percent(value: float) -> float:
    return min(100.0, max(0.0, value))


def _not_negative(minutes: Minutes | None) -> Minutes | None:
    return None if minutes is None else Minutes(max(0, minutes))
