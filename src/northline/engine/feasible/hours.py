"""Working time read day by day from a calendar's values, slowly and plainly; no tables, no kernels.

Dates are whole minutes since 0001-01-01T00:00, so that night shifts and long sums need no thought.
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from northline.engine.model import MINUTES_A_DAY, Calendar, CalendarException, WorkInterval

ORIGIN = datetime(1, 1, 1)
MOST_DAYS = 40_000

Stretch = tuple[int, int]


def minute_of(moment: datetime) -> int:
    """Whole minutes since 0001-01-01, seconds cut off."""
    return (moment - ORIGIN) // timedelta(minutes=1)


def moment_of(minute: int) -> datetime:
    """The inverse of `minute_of`."""
    return ORIGIN + timedelta(minutes=minute)


class Hours:
    """The time that is working time in all of some calendars; with none, the clock itself.

    >>> from northline.engine.model import standard_calendar
    >>> hours = Hours(standard_calendar())
    >>> friday = minute_of(datetime(2026, 3, 6, 8))
    >>> moment_of(hours.after(friday, 960)), moment_of(hours.opening(hours.after(friday, 480)))
    (datetime.datetime(2026, 3, 9, 17, 0), datetime.datetime(2026, 3, 9, 8, 0))
    """

    def __init__(self, *calendars: Calendar) -> None:
        self.calendars = calendars
        self._days: dict[int, list[Stretch]] = {}
        self._rules: dict[tuple[int, int], frozenset[date]] = {}

    @property
    def name(self) -> str:
        """What to call this time in a sentence."""
        return " and ".join(c.name or c.id for c in self.calendars) or "the clock"

    def of_day(self, day: int) -> list[Stretch]:
        """Working stretches of one day (days since 0001-01-01) in order, in absolute minutes."""
        if day not in self._days:
            whole = [(day * MINUTES_A_DAY, (day + 1) * MINUTES_A_DAY)]
            for number in range(len(self.calendars)):
                whole = _common(whole, self._own(number, day))
            self._days[day] = whole
        return self._days[day]

    def between(self, start: int, finish: int) -> Iterator[Stretch]:
        """Working stretches from `start` up to `finish`."""
        for day in range(start // MINUTES_A_DAY, finish // MINUTES_A_DAY + 1):
            for opens, closes in self.of_day(day):
                if min(closes, finish) > max(opens, start):
                    yield max(opens, start), min(closes, finish)

    def worked(self, start: int, finish: int) -> int:
        """Working minutes from `start` to `finish`; negative when that runs backwards."""
        if finish < start:
            return -self.worked(finish, start)
        return sum(closes - opens for opens, closes in self.between(start, finish))

    def after(self, origin: int, minutes: int) -> int:
        """The earliest date with so many working minutes since `origin`; `origin` itself for none."""
        if minutes <= 0:
            return origin
        for opens, closes in self._onward(origin):
            if closes - opens >= minutes:
                return opens + minutes
            minutes -= closes - opens
        return origin

    def ahead(self, origin: int, minutes: int) -> int:
        """The latest date with so many working minutes left until `origin`; `origin` itself for none."""
        if minutes <= 0:
            return origin
        day = origin // MINUTES_A_DAY
        for back in range(MOST_DAYS):
            for opens, end in reversed(self.of_day(day - back)):
                closes = min(end, origin)
                if closes - opens >= minutes:
                    return closes - minutes
                minutes -= max(0, closes - opens)
        return origin

    def opening(self, origin: int) -> int:
        """The first date from `origin` on at which work can be done."""
        return next((opens for opens, _ in self._onward(origin)), origin)

    def _onward(self, origin: int) -> Iterator[Stretch]:
        first = origin // MINUTES_A_DAY
        for day in range(first, first + MOST_DAYS):
            for opens, closes in self.of_day(day):
                if closes > origin:
                    yield max(opens, origin), closes

    def _own(self, number: int, day: int) -> list[Stretch]:
        calendar = self.calendars[number]
        on = date.fromordinal(day + 1)
        intervals = self._intervals(number, calendar, on)
        midnight = day * MINUTES_A_DAY
        return [(midnight + i.start_minute, midnight + i.end_minute) for i in intervals]

    def _intervals(self, number: int, calendar: Calendar, on: date) -> tuple[WorkInterval, ...]:
        """The first exception that covers the day, else the first week that does, else the calendar's own."""
        for place, exception in enumerate(calendar.exceptions):
            if exception.first <= on <= exception.last and self._recurs(number, place, exception, on):
                return exception.intervals
        for week in calendar.weeks:
            if week.first <= on <= week.last:
                return week.week[on.weekday()]
        return calendar.week[on.weekday()]

    def _recurs(self, number: int, place: int, exception: CalendarException, on: date) -> bool:
        if not exception.rule:
            return True
        if (number, place) not in self._rules:
            self._rules[number, place] = _days_of(exception)
        return on in self._rules[number, place]


def _days_of(exception: CalendarException) -> frozenset[date]:
    from dateutil.rrule import rrulestr  # noqa: PLC0415  few calendars have rules, and all would pay for it

    rule = rrulestr(exception.rule, dtstart=datetime.combine(exception.first, time()))
    last = datetime.combine(exception.last, time())
    days = []
    for moment in rule:
        if moment > last:
            break
        days.append(moment.date())
    return frozenset(days)


def _common(one: list[Stretch], other: list[Stretch]) -> list[Stretch]:
    both = [(max(a, c), min(b, d)) for a, b in one for c, d in other]
    return sorted(stretch for stretch in both if stretch[1] > stretch[0])
