"""What people write into cells of a spreadsheet, read as values of custom fields."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Protocol

from dateutil.parser import parse

_YEAR_FIRST = re.compile(r"\d{4}-\d{2}-\d{2}")
_MONTH_NAMED = re.compile(r"\b\d{1,2}\b.*[A-Za-z]{3}.*\d{2,4}|[A-Za-z]{3}.*\b\d{1,2}\b.*\d{4}")
_GROUPED = re.compile(r"[-+]?\d{1,3}(,\d{3})+\.\d+|[-+]?\d{1,3}(,\d{3}){2,}")
_SEVERAL = re.compile(r"\s*[;,|\n]\s*")
_YES, _NO = frozenset({"yes", "true", "1", "x", "y"}), frozenset({"no", "false", "0", "n"})
LARGEST = 1e15
LONGEST = 2_000


class Fielded(Protocol):
    """A custom field, as far as its values are concerned."""

    title: str
    type: str
    options: list[dict[str, str]]


def read_cell(field: Fielded, cell: str, *, named: Mapping[str, Sequence[str]]) -> Any:
    """The value of a cell; `named` are the ids of those whom a person or a reference may mean, by name, small letters.

    Raises ValueError, which says what the field takes.
    """
    cell = cell.strip()
    if field.type in ("person", "reference"):
        return _meant(cell, named)
    if field.type == "text":
        return _text(cell)
    if field.type == "choice":
        return _option(field, cell)
    if field.type == "tags":
        chosen = {_option(field, one) for one in _SEVERAL.split(cell) if one}
        return [option["value"] for option in field.options if option["value"] in chosen]
    return {"number": _number, "date": _date, "yes_no": _yes_no}[field.type](cell)


def day_in(cell: str) -> date | None:
    """The day of a date as tools write it; None for what is none, or can be read in two ways.

    >>> day_in("2024-03-05T10:00:00Z"), day_in("5 March 2024"), day_in("05.03.2024")
    (datetime.date(2024, 3, 5), datetime.date(2024, 3, 5), None)
    """
    cell = cell[:40]
    if not (_YEAR_FIRST.match(cell) or _MONTH_NAMED.search(cell)):
        return None
    try:
        return parse(cell).date()
    except (ValueError, OverflowError):
        return None


def _text(cell: str) -> str:
    if len(cell) > LONGEST:
        raise ValueError(f"takes text of up to {LONGEST:,} characters")
    return cell


def _number(cell: str) -> int | float:
    plain = cell.replace("\u00a0", "").replace(" ", "")
    if _GROUPED.fullmatch(plain):
        plain = plain.replace(",", "")
    elif "," in plain and "." not in plain and not re.fullmatch(r"[-+]?\d{1,3},\d{3}", plain):
        plain = plain.replace(",", ".")
    try:
        value = float(plain)
    except ValueError:
        raise ValueError("takes a number that can be read in one way only, such as 1234.5") from None
    if not abs(value) <= LARGEST:
        raise ValueError("takes a number no larger than 10 to the power of 15")
    return int(value) if value.is_integer() else value


def _date(cell: str) -> str:
    day = day_in(cell)
    if day is None:
        raise ValueError("takes a date that can be read in one way only, such as 2026-03-31")
    return day.isoformat()


def _yes_no(cell: str) -> bool:
    word = cell.casefold()
    if word not in _YES | _NO:
        raise ValueError("takes yes or no")
    return word in _YES


def option_in(field: Fielded, cell: str) -> str | None:
    """The option that a cell names, by its value or its label."""
    wanted = cell.strip().casefold()
    for option in field.options:
        if wanted in (option["value"].casefold(), option["label"].casefold()):
            return option["value"]
    return None


def _option(field: Fielded, cell: str) -> str:
    found = option_in(field, cell)
    if found is None:
        raise ValueError("takes one of: " + ", ".join(option["label"] for option in field.options))
    return found


def _meant(cell: str, named: Mapping[str, Sequence[str]]) -> str:
    found = named.get(cell.casefold(), ())
    if len(found) != 1:
        how_many = "nobody and nothing" if not found else "several"
        raise ValueError(f"takes a name, an e-mail address or a short key; {how_many} is called that")
    return found[0]
