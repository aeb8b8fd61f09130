"""The calendars that a plan really uses, each distinct one tabulated once."""

from collections.abc import Callable, Iterable
from typing import TypeAlias

from northline.engine.calendars import Horizon, Periods, WorkTables, always, intersection, periods_of, tables
from northline.engine.errors import NoWorkingTime
from northline.engine.model import Calendar, Project

ELAPSED = 0

Entry: TypeAlias = tuple[int, ...] | Calendar | None


class CalendarBook:
    """Numbers calendars by content, so that forty resources with the same hours share one table.

    Number 0 is elapsed time. `pair` numbers the time common to two calendars.
    """

    def __init__(self, project: Project) -> None:
        self._entries: list[Entry] = [None]
        self._by_content: dict[object, int] = {}
        self._by_id = {calendar.id: self._number_of(calendar) for calendar in project.calendars}
        self.project = self._by_id[project.calendar]
        self.numbers: dict[str | None, int] = {None: self.project}
        self.numbers.update(self._by_id)

    def number(self, calendar_id: str | None) -> int:
        """The number of a calendar by id; None means the project's own."""
        return self.numbers[calendar_id]

    def pair(self, one: int, other: int) -> int:
        """The number of the calendar whose working time lies in both."""
        if one == other:
            return one
        key = (min(one, other), max(one, other))
        if key not in self._by_content:
            self._by_content[key] = len(self._entries)
            self._entries.append(key)
        return self._by_content[key]

    def tables(self, horizon: Horizon) -> WorkTables:
        """Tabulate all entries over a horizon."""
        return tables(self._periods(horizon), horizon)

    def name(self, number: int) -> str:
        """What to call an entry in a message."""
        entry = self._entries[number]
        if entry is None:
            return "elapsed time"
        if isinstance(entry, Calendar):
            return entry.name or entry.id
        return f"{self.name(entry[0])} and {self.name(entry[1])} together"

    def refuse_idle(self, numbers: Iterable[int], *, users: Callable[[int], list[str]] | None = None) -> None:
        """Raise NoWorkingTime naming the first of these entries without working time on any day, and its `users`."""
        for number in numbers:
            if self._idle(number):
                tasks = users(number) if users else []
                work = f"task {', '.join(tasks[:3])}" if tasks else "whatever is"
                message = (
                    f"{self.name(number)} has no working time, so {work}{', …' if len(tasks) > 3 else ''} planned on it "
                    "never ends. Give it working hours, or take another calendar."
                )
                raise NoWorkingTime(message, ids=self._ids_of(number))

    def _idle(self, number: int) -> bool:
        entry = self._entries[number]
        if isinstance(entry, Calendar):
            weeks = (entry.week, *(w.week for w in entry.weeks))
            return not any(map(any, weeks)) and not any(e.intervals for e in entry.exceptions)
        if entry is None:
            return False
        in_year_2000 = Horizon(730_119, 730_119 + 14)
        return any(map(self._idle, entry)) or not len(self._periods(in_year_2000)[number].begin)

    def _periods(self, horizon: Horizon) -> list[Periods]:
        made: list[Periods] = []
        for entry in self._entries:
            if entry is None:
                made.append(always(horizon))
            elif isinstance(entry, Calendar):
                made.append(periods_of(entry, horizon))
            else:
                made.append(intersection(made[entry[0]], made[entry[1]]))
        return made

    def _ids_of(self, number: int) -> list[str]:
        entry = self._entries[number]
        if isinstance(entry, tuple):
            return [i for n in entry for i in self._ids_of(n)]
        return [i for i, n in self._by_id.items() if n == number]

    def _number_of(self, calendar: Calendar) -> int:
        days_off = tuple((e.first, e.last, e.intervals, e.rule) for e in calendar.exceptions)
        content = (calendar.week, days_off, tuple((w.first, w.last, w.week) for w in calendar.weeks))
        if content not in self._by_content:
            self._by_content[content] = len(self._entries)
            self._entries.append(calendar)
        return self._by_content[content]
