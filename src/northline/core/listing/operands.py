"""What may stand beside an operator: read strictly, by the field's type."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from dateutil.relativedelta import relativedelta

from northline.core.listing.listings import Field
from northline.core.refusal import Refusal
from northline.core.richtext import refuse_unwritable
from northline.core.scope import Scope

MOST = 100
_RELATIVE = re.compile(r"today(?:([+-]\d{1,4})([dwmqy]))?")
_UNITS = {"d": "days", "w": "weeks", "m": "months", "q": "months", "y": "years"}
EXPECTED = {
    "text": "text",
    "number": "a number",
    "date": "a date such as 2026-03-31, or one relative to today such as today-7d",
    "datetime": "a date such as 2026-03-31, or one relative to today such as today-7d",
    "tags": "a tag",
    "person": "the id of a member, or me",
    "reference": "an id",
    "yes_no": "true or false",
}


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks, and which day it is for them."""

    scope: Scope
    today: date


def one(field: Field, value: Any, *, asker: Asker) -> Any:
    """The value as the database compares it, or Refusal `list.bad_value`."""
    try:
        return _READ[field.type](field, value, asker)
    except (ValueError, TypeError, OverflowError, KeyError) as error:
        raise bad_value(field) from error


def two(field: Field, value: Any, *, asker: Asker) -> tuple[Any, Any]:
    """Both ends of a span, the first not above the second."""
    if not isinstance(value, list) or len(value) != 2:
        raise bad_value(field, "a list of two: from and to")
    low, high = (one(field, end, asker=asker) for end in value)
    if low > high:
        raise bad_value(field, "a list of two, the smaller one first")
    return low, high


def many(field: Field, value: Any, *, asker: Asker) -> list[Any]:
    """A list of values."""
    if not isinstance(value, list) or not 0 < len(value) <= MOST:
        raise bad_value(field, f"a list of up to {MOST} values")
    return [one(field, each, asker=asker) for each in value]


def bad_value(field: Field, expected: str = "") -> Refusal:
    possible = [value for value, _ in field.labelled]
    wanted = expected or (f"one of: {', '.join(possible)}" if possible else EXPECTED[field.type])
    return Refusal(
        "list.bad_value", f"“{field.name}” is compared with {wanted}.", field=field.name, possible=possible
    )


def day_of(text: Any, *, today: date) -> date:
    """A day named by itself or by its distance from today.

    >>> day_of("today-1m", today=date(2026, 3, 31))
    datetime.date(2026, 2, 28)
    """
    if not isinstance(text, str):
        raise TypeError("a day is text")
    if found := _RELATIVE.fullmatch(text):
        if found[1] is None:
            return today
        amount = int(found[1]) * (3 if found[2] == "q" else 1)
        return today + relativedelta(**{_UNITS[found[2]]: amount})  # type: ignore[arg-type]
    return date.fromisoformat(text[:10]) if re.fullmatch(r"\d{4}-\d\d-\d\d(T.*)?", text) else _no_day()


def _no_day() -> date:
    raise ValueError("no day")


def start_of(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def day_after(day: date) -> date:
    return day + timedelta(days=1)


def _text(field: Field, value: Any, asker: Asker) -> str:
    if not isinstance(value, str) or len(value) > 300:
        raise TypeError("text")
    return refuse_unwritable(value)


def _number(field: Field, value: Any, asker: Asker) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise TypeError("a number")
    return float(value)


def _day(field: Field, value: Any, asker: Asker) -> date:
    day = day_of(value, today=asker.today)
    if day == date.max:
        raise OverflowError("no day after that one")
    return day


def _choice(field: Field, value: Any, asker: Asker) -> str:
    if value not in [known for known, _ in field.labelled]:
        raise ValueError("not among the options")
    return str(value)


def _tag(field: Field, value: Any, asker: Asker) -> str:
    return _choice(field, value, asker) if field.options else _text(field, value, asker).strip()


def _person(field: Field, value: Any, asker: Asker) -> UUID:
    return asker.scope.member_id if value == "me" else UUID(value)


def _reference(field: Field, value: Any, asker: Asker) -> UUID:
    return UUID(value)


def _yes_no(field: Field, value: Any, asker: Asker) -> bool:
    if not isinstance(value, bool):
        raise TypeError("yes or no")
    return value


_READ = {
    "text": _text,
    "number": _number,
    "date": _day,
    "datetime": _day,
    "choice": _choice,
    "tags": _tag,
    "person": _person,
    "reference": _reference,
    "yes_no": _yes_no,
}
