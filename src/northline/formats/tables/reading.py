"""Rows of cells → a plan; every cell that cannot be read is named by row and column."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TypeVar

from northline.engine.model import (
    NO_CONSTRAINT,
    Assignment,
    Constraint,
    ConstraintKind,
    Lag,
    Link,
    LinkKind,
    Minutes,
    Project,
    Resource,
    Task,
    ThreePoint,
    standard_calendar,
)
from northline.formats import BadField, ImportedPlan, NotAPlan, TaskDetails
from northline.formats.tables import cells
from northline.formats.tables.columns import HEADINGS, column_of

T = TypeVar("T")
NAMED = 5
DAY_BEGINS, DAY_ENDS = timedelta(hours=8), timedelta(hours=17)
SEARCHED = 20  # rows in which the headings may stand


def heading_row(rows: Sequence[Sequence[object]]) -> int | None:
    """Which of the first rows holds the headings: the first that names a task's name and anything else we know."""
    for number, row in enumerate(rows[:SEARCHED]):
        known = {column_of(str(cell)) for cell in row if cell is not None} - {None}
        if "name" in known and len(known) > 1:
            return number
    return None


def plan_of(
    rows: Sequence[Sequence[object]], *, name: str, start: datetime | None, day: int = 480, week: int = 2400
) -> ImportedPlan:
    """The plan in a table. `start` is the project's (None: the earliest start in the table).

    Raises NotAPlan where there are no headings or no start, BadField naming rows and columns, and PlanError.
    """
    top = heading_row(rows)
    if top is None:
        raise NotAPlan("No row names the columns. One must be called Name, another Duration or Start, say.")
    reader = _Reader(rows, top, day=day, week=week)
    tasks = reader.tasks()
    reader.refuse()
    begin = start or min(reader.starts, default=None)
    if begin is None:
        raise NotAPlan("The table has no start date. Give a Start column, or the project's start.")
    reader.hold_starts(tasks, begin)
    project = Project(
        id="plan",
        name=name,
        start=begin,
        calendars=(standard_calendar(),),
        tasks=tuple(tasks),
        links=tuple(reader.links(tasks)),
        resources=tuple(reader.resources.values()),
        assignments=tuple(reader.assignments),
        minutes_per_day=day,
        minutes_per_week=week,
    )
    reader.refuse()
    return ImportedPlan(project=project, details=reader.details, warnings=tuple(reader.warnings))


class _Reader:
    def __init__(self, rows: Sequence[Sequence[object]], top: int, *, day: int, week: int) -> None:
        self.day, self.week = day, week
        self.columns: dict[str, int] = {}
        self.warnings: list[str] = []
        for at, heading in enumerate(rows[top]):
            column = column_of(str(heading)) if heading is not None else None
            if column is not None and column not in self.columns:
                self.columns[column] = at
            elif heading not in (None, ""):
                self.warnings.append(f"Column “{str(heading)[:60]}” is not one we know and was left out.")
        self.rows = [(top + 2 + n, row) for n, row in enumerate(rows[top + 1 :]) if any(map(_filled, row))]
        self._by_parent = any(self._text(row, "parent") for _, row in self.rows)
        self.errors: list[str] = []
        self.starts: list[datetime] = []
        self.started: dict[str, datetime] = {}
        self.waiting: dict[str, tuple[int, list[str]]] = {}
        self.by_row: dict[str, str] = {}
        self.details: dict[str, TaskDetails] = {}
        self.resources: dict[str, Resource] = {}
        self.assignments: list[Assignment] = []
        self._path: list[tuple[int, str]] = []

    def tasks(self) -> list[Task]:
        """All tasks, in the table's order."""
        made: list[Task] = []
        for number, (line, row) in enumerate(self.rows, 1):
            uid = self._id(number, line, row)
            self.by_row.setdefault(str(number), uid)
            made.append(self._task(uid, line, row))
        return made

    def links(self, tasks: Iterable[Task]) -> Iterable[Link]:
        """The links of all tasks; a predecessor is an id, or a row's number where no id is that."""
        known = {task.id for task in tasks}
        found = []
        for after, (line, texts) in self.waiting.items():
            for text in texts:
                read = self._read(line, "predecessors", text, self._link)
                if read is None:
                    continue
                before = read[0] if read[0] in known else self.by_row.get(read[0])
                if before is None or before == after:
                    self._complain(line, "predecessors", f"“{text[:40]}” is no other task of this table.")
                    continue
                found.append(Link(before, after, read[1], read[2]))
        return found

    def hold_starts(self, tasks: list[Task], begin: datetime) -> None:
        """A start that nothing explains is a wish, unless the table says itself what its tasks wish for."""
        if "constraint" in self.columns:
            return
        parents = {task.parent for task in tasks}
        for at, task in enumerate(tasks):
            held = self.started.get(task.id)
            free = task.id not in parents and task.id not in self.waiting and not task.manual
            if held is not None and held > begin and free and task.actual_start is None:
                tasks[at] = replace(task, constraint=Constraint(ConstraintKind.SNET, held))

    def refuse(self) -> None:
        """Raise BadField with the first errors, if there are any."""
        if self.errors:
            more = len(self.errors) - NAMED
            tail = f" And {more} more." if more > 0 else ""
            raise BadField(" ".join(self.errors[:NAMED]) + tail)

    def _task(self, uid: str, line: int, row: Sequence[object]) -> Task:
        name = cells.as_written(self._text(row, "name"))
        level = self._level(row)
        parent = self._parent(row, uid, level, line)
        span = self._cell(line, row, "duration", self._duration) or cells.Span(0)
        start, finish = self._at(line, row, "start"), self._at(line, row, "finish", end=True)
        manual = bool(self._cell(line, row, "manual", cells.flag))
        actual_finish = self._at(line, row, "actual_finish", end=True)
        if start is not None:
            self.starts.append(start)
            self.started[uid] = start
        if texts := [t for t in re.split(r"[;,](?!\d+%)", self._text(row, "predecessors")) if t.strip()]:
            self.waiting[uid] = (line, texts)
        self._assign(uid, line, row)
        self.details[uid] = TaskDetails(
            row=len(self.details) + 1,
            wbs=cells.as_written(self._text(row, "wbs")),
            outline_level=level,
            notes=cells.as_written(self._text(row, "notes")),
            percent_complete=self._cell(line, row, "percent", cells.number) or 0.0,
            item_type=cells.as_written(self._text(row, "type")),
        )
        try:
            return Task(
                id=uid,
                name=name.strip(),
                duration=Minutes(span.minutes),
                elapsed_duration=span.elapsed,
                parent=parent,
                milestone=bool(self._cell(line, row, "milestone", cells.flag)),
                constraint=self._constraint(line, row),
                deadline=self._at(line, row, "deadline", end=True),
                priority=int(self._cell(line, row, "priority", cells.number) or 500),
                percent_complete=self.details[uid].percent_complete,
                manual=manual,
                manual_start=start if manual else None,
                manual_finish=finish if manual else None,
                actual_start=self._at(line, row, "actual_start") or (start if actual_finish else None),
                actual_finish=actual_finish,
                remaining_duration=_minutes(self._cell(line, row, "remaining", self._duration)),
                estimate=self._estimate(line, row),
                active=self._cell(line, row, "active", cells.flag) is not False,
                fixed_cost=self._cell(line, row, "fixed_cost", cells.number) or 0.0,
                owner=cells.as_written(self._text(row, "owner")) or None,
            )
        except ValueError as error:
            self.errors.append(f"Row {line}: {error}")
            return Task(id=uid)

    def _id(self, number: int, line: int, row: Sequence[object]) -> str:
        uid = _plain(self._text(row, "id")) or str(number)
        if uid in self.details:
            self._complain(line, "id", f"“{uid[:40]}” comes twice.")
            return f"{uid} ({number})"
        return uid

    def _level(self, row: Sequence[object]) -> int:
        text = self._text(row, "level")
        if text:
            return max(1, int(float(text))) if re.fullmatch(r"\d{1,9}(\.0)?", text) else 1
        if wbs := cells.as_written(self._text(row, "wbs")).strip(". "):
            return wbs.count(".") + 1
        raw = row[self.columns["name"]] if self.columns["name"] < len(row) else ""
        spaces = len(str(raw).expandtabs(2)) - len(str(raw).expandtabs(2).lstrip())
        return spaces // 2 + 1

    def _parent(self, row: Sequence[object], uid: str, level: int, line: int) -> str | None:
        if self._by_parent:
            named = _plain(self._text(row, "parent"))
            if named and named not in self.details:
                self._complain(line, "parent", f"“{named[:40]}” stands nowhere above.")
                return None
            return named or None
        while self._path and self._path[-1][0] >= level:
            self._path.pop()
        parent = self._path[-1][1] if self._path else None
        self._path.append((level, uid))
        return parent

    def _constraint(self, line: int, row: Sequence[object]) -> Constraint:
        kind = self._cell(line, row, "constraint", cells.constraint)
        if kind is None or kind is ConstraintKind.ASAP:
            return NO_CONSTRAINT
        at = self._at(line, row, "constraint_date", end=kind in cells.ENDS)
        if (at is None) != (kind is ConstraintKind.ALAP):
            self._complain(line, "constraint date", f"{kind} {'needs one' if at is None else 'takes none'}.")
            return NO_CONSTRAINT
        return Constraint(kind, at)

    def _estimate(self, line: int, row: Sequence[object]) -> ThreePoint | None:
        parts = [self._cell(line, row, n, self._duration) for n in ("optimistic", "likely", "pessimistic")]
        if all(part is None for part in parts):
            return None
        minutes = [part.minutes for part in parts if part is not None]
        if len(minutes) < 3 or sorted(minutes) != minutes:
            self._complain(line, "optimistic", "an estimate needs three durations that rise.")
            return None
        return ThreePoint(*(Minutes(m) for m in minutes))

    def _assign(self, uid: str, line: int, row: Sequence[object]) -> None:
        for text in re.split(r"[;,]", cells.as_written(self._text(row, "resources"))):
            who = self._read(line, "resources", text, cells.person) if text.strip() else None
            if who is not None:
                self.resources.setdefault(who[0], Resource(who[0], who[0]))
                self.assignments.append(Assignment(uid, who[0], who[1]))

    def _at(self, line: int, row: Sequence[object], column: str, *, end: bool = False) -> datetime | None:
        """A date; one without a time of day means the beginning of the day's work, or its end."""
        found = self._cell(line, row, column, cells.moment)
        if found is None or ":" in self._text(row, column):
            return found
        return found + (DAY_ENDS if end else DAY_BEGINS)

    def _duration(self, text: object) -> cells.Span:
        return cells.duration(str(text), day=self.day, week=self.week)

    def _link(self, text: str) -> tuple[str, LinkKind, Lag]:
        return cells.link(text, day=self.day, week=self.week)

    def _text(self, row: Sequence[object], column: str) -> str:
        at = self.columns.get(column)
        value = row[at] if at is not None and at < len(row) else None
        return "" if value is None else str(value).strip()

    def _cell(self, line: int, row: Sequence[object], column: str, read: Callable[..., T]) -> T | None:
        at = self.columns.get(column)
        value = row[at] if at is not None and at < len(row) else None
        if not _filled(value):
            return None
        return self._read(line, column, str(value), read)

    def _read(self, line: int, column: str, value: object, read: Callable[..., T]) -> T | None:
        try:
            return read(value)
        except cells.Unreadable as error:
            self._complain(line, HEADINGS.get(column, column), str(error))
            return None

    def _complain(self, line: int, column: str, said: str) -> None:
        self.errors.append(f"Row {line}, {HEADINGS.get(column, column)}: {said}")


def _minutes(span: cells.Span | None) -> Minutes | None:
    return None if span is None else Minutes(span.minutes)


def _plain(text: str) -> str:
    """An id as written; spreadsheets hand out 3.0 where people wrote 3."""
    return text[:-2] if re.fullmatch(r"\d+\.0", text) else text


def _filled(cell: object) -> bool:
    return cell is not None and str(cell).strip() != ""
