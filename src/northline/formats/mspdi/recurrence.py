"""Recurring calendar exceptions: MSPDI's numbers ↔ RFC 5545 rules, and the days that they mean."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

DAILY, YEARLY_DAY, YEARLY_PLACE, MONTHLY_DAY, MONTHLY_PLACE, WEEKLY, DAILY_EVERY = 1, 2, 3, 4, 5, 6, 7
MOST_DAYS = 20_000
MOST_YEARS = 60
SUNDAY_FIRST = ("SU", "MO", "TU", "WE", "TH", "FR", "SA")
# What MonthItem says: any day, a weekday, a day of the weekend, then Sunday to Saturday.
ITEMS = (",".join(SUNDAY_FIRST), "MO,TU,WE,TH,FR", "SU,SA", *SUNDAY_FIRST)


@dataclass(frozen=True, slots=True)
class Recurrence:
    """MSPDI's description of a recurring exception, in its own numbers.

    `days_of_week`: bits, 1 = Sunday to 64 = Saturday. `item`: 0 any day, 1 weekday, 2 weekend day, 3 Sunday
    to 9 Saturday. `place`: 0 first to 3 fourth, 4 last. `month`: 0 January. `occurrences`: 0 no limit.
    """

    kind: int
    first: date
    last: date
    every: int = 1
    days_of_week: int = 0
    item: int = 0
    place: int = 0
    month: int = 0
    month_day: int = 1
    occurrences: int = 0


def rule_of(recurrence: Recurrence) -> str:
    """The RFC 5545 rule that means the same days, or an empty text where none does.

    >>> rule_of(Recurrence(YEARLY_PLACE, date(2026, 1, 1), date(2027, 12, 31), item=4, place=4, month=4))
    'FREQ=YEARLY;BYMONTH=5;BYDAY=MO;BYSETPOS=-1'
    """
    r = recurrence
    parts = _frequency(r)
    if not parts:
        return ""
    if r.kind in (DAILY, DAILY_EVERY, WEEKLY, MONTHLY_DAY, MONTHLY_PLACE) and _step(r) > 1:
        parts.insert(1, f"INTERVAL={_step(r)}")
    if r.occurrences:
        parts.append(f"COUNT={r.occurrences}")
    return ";".join(parts)


def _frequency(r: Recurrence) -> list[str]:
    if r.kind in (DAILY, DAILY_EVERY):
        return ["FREQ=DAILY"]
    if r.kind == WEEKLY:
        days = ",".join(day for n, day in enumerate(SUNDAY_FIRST) if r.days_of_week >> n & 1)
        return ["FREQ=WEEKLY", f"BYDAY={days}", "WKST=SU"] if days else []
    day = _day_of_month(r)
    if day and r.kind in (MONTHLY_DAY, MONTHLY_PLACE):
        return ["FREQ=MONTHLY", *day]
    if day and 0 <= r.month < 12:
        return ["FREQ=YEARLY", f"BYMONTH={r.month + 1}", *day]
    return []


def _day_of_month(r: Recurrence) -> list[str]:
    if r.kind in (MONTHLY_DAY, YEARLY_DAY):
        return [f"BYMONTHDAY={r.month_day}"] if 1 <= r.month_day <= 31 else []
    if r.kind in (MONTHLY_PLACE, YEARLY_PLACE) and 0 <= r.item < len(ITEMS) and 0 <= r.place <= 4:
        return [f"BYDAY={ITEMS[r.item]}", f"BYSETPOS={r.place + 1 if r.place < 4 else -1}"]
    return []


def recurrence_of(rule: str, first: date, last: date) -> Recurrence | None:
    """The recurrence that `rule_of` turns into this rule, None for a rule that MSPDI cannot say.

    >>> recurrence_of("FREQ=DAILY;INTERVAL=3", date(2026, 1, 1), date(2026, 2, 1)).every
    3
    """
    parts = dict(part.partition("=")[::2] for part in rule.upper().split(";"))
    try:
        found = _recurrence(parts, first, last)
    except (KeyError, ValueError):
        return None
    return found if found is not None and rule_of(found) == rule else None


def _recurrence(parts: dict[str, str], first: date, last: date) -> Recurrence | None:
    kinds = {"DAILY": (7, 7), "WEEKLY": (6, 6), "MONTHLY": (4, 5), "YEARLY": (2, 3)}
    kind = kinds[parts["FREQ"]]["BYSETPOS" in parts]
    place = int(parts.get("BYSETPOS", "1"))
    return Recurrence(
        kind,
        first,
        last,
        every=int(parts.get("INTERVAL", "1")),
        days_of_week=sum(1 << SUNDAY_FIRST.index(d) for d in parts["BYDAY"].split(","))
        if kind == WEEKLY
        else 0,
        item=ITEMS.index(parts["BYDAY"]) if kind in (MONTHLY_PLACE, YEARLY_PLACE) else 0,
        place=place - 1 if place > 0 else 4,
        month=int(parts.get("BYMONTH", "1")) - 1,
        month_day=int(parts.get("BYMONTHDAY", "1")),
        occurrences=int(parts.get("COUNT", "0")),
    )


def days_of(rule: Recurrence) -> list[date] | None:
    """All days of a rule in order, or None for a kind that is not known.

    >>> rule = Recurrence(YEARLY_PLACE, date(2026, 1, 1), date(2027, 12, 31), item=4, place=4, month=4)
    >>> [day.isoformat() for day in days_of(rule)]
    ['2026-05-25', '2027-05-31']
    """
    makers = {
        DAILY: _daily,
        DAILY_EVERY: _daily,
        WEEKLY: _weekly,
        MONTHLY_DAY: _monthly,
        MONTHLY_PLACE: _monthly,
        YEARLY_DAY: _yearly,
        YEARLY_PLACE: _yearly,
    }
    maker = makers.get(rule.kind)
    if maker is None:
        return None
    last = min(rule.last, rule.first.replace(day=1) + timedelta(days=366 * MOST_YEARS))
    within = (day for day in maker(rule, last) if rule.first <= day <= last)
    return list(islice(within, rule.occurrences or MOST_DAYS))


def _daily(rule: Recurrence, last: date) -> Iterator[date]:
    day = rule.first
    while day <= last:
        yield day
        day += timedelta(days=_step(rule))


def _weekly(rule: Recurrence, last: date) -> Iterator[date]:
    sunday = rule.first - timedelta(days=rule.first.isoweekday() % 7)
    while sunday <= last:
        for number in range(7):
            if rule.days_of_week >> number & 1:
                yield sunday + timedelta(days=number)
        sunday += timedelta(days=7 * _step(rule))


def _monthly(rule: Recurrence, last: date) -> Iterator[date]:
    year, month = rule.first.year, rule.first.month
    while date(year, month, 1) <= last:
        yield from _in_month(rule, year, month)
        months = month - 1 + _step(rule)
        year, month = year + months // 12, months % 12 + 1


def _yearly(rule: Recurrence, last: date) -> Iterator[date]:
    for year in range(rule.first.year, last.year + 1):
        yield from _in_month(rule, year, rule.month % 12 + 1)


def _in_month(rule: Recurrence, year: int, month: int) -> Iterator[date]:
    length = monthrange(year, month)[1]
    if rule.kind in (YEARLY_DAY, MONTHLY_DAY):
        if 1 <= rule.month_day <= length:
            yield date(year, month, rule.month_day)
        return
    fitting = [day for n in range(length) if _fits(day := date(year, month, n + 1), rule.item)]
    if rule.place >= 4:
        yield from fitting[-1:]
    elif 0 <= rule.place < len(fitting):
        yield fitting[rule.place]


def _step(rule: Recurrence) -> int:
    return min(max(1, rule.every), MOST_DAYS)


def _fits(day: date, item: int) -> bool:
    weekday = day.isoweekday() % 7  # Sunday 0
    if item == 0:
        return True
    if item in (1, 2):
        return (weekday in (0, 6)) == (item == 2)
    return weekday == item - 3
