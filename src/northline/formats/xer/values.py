"""Text of XER fields ↔ values; text that makes no sense is reported to `warn` and read as absent."""

from datetime import datetime
from functools import lru_cache
from typing import TypeVar

from northline.engine.model import Minutes
from northline.formats.xer.tables import Record, Warn

T = TypeVar("T")
UNREADABLE = float("inf")
LARGEST = 1e10  # hours, units or money: more is a broken field


class Row:
    """Typed reading of one record; `who` names it in warnings."""

    __slots__ = ("_warn", "raw", "who")

    def __init__(self, record: Record, who: str, warn: Warn) -> None:
        self.raw, self.who, self._warn = record, who, warn

    def text(self, name: str) -> str:
        """The text of a field without the blanks around it, empty if absent."""
        text = self.raw.get(name)
        return text.strip() if text else ""

    def verbatim(self, name: str) -> str:
        """The text of a field as it stands, empty if absent or blank."""
        text = self.raw.get(name, "").replace('""', '"')
        return "" if text.isspace() else text

    def flag(self, name: str, *, default: bool = False) -> bool:
        """A Y or N."""
        text = self.text(name)
        return text.upper() == "Y" if text else default

    def number(self, name: str, default: float = 0.0) -> float:
        """A number, with a point or a comma."""
        text = self.text(name)
        if not text:
            return default
        try:
            value = float(text if "." in text else text.replace(",", "."))
        except ValueError:
            return self._refuse(name, text, default)
        return value if abs(value) <= LARGEST else self._refuse(name, text, default)

    def minutes(self, name: str) -> Minutes | None:
        """Hours, as whole minutes; None if the field is empty."""
        hours = self.number(name, UNREADABLE) if self.text(name) else UNREADABLE
        return None if hours == UNREADABLE else Minutes(round(hours * 60))

    def moment(self, name: str) -> datetime | None:
        """A local date and time; seconds are cut off."""
        text = self.text(name)
        if not text:
            return None
        moment = _moment(text)
        return moment if moment is not None else self._refuse(name, text, None)

    def _refuse(self, name: str, text: str, default: T) -> T:
        self._warn(f"{self.who}: {name} “{text[:40]}” could not be read and was left out.")
        return default


# The same dates come again and again in a plan, so that few are parsed twice.
@lru_cache(maxsize=1 << 16)
def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text[:16])
    except ValueError:
        return None
    return moment if 1900 <= moment.year <= 2999 and moment.tzinfo is None else None


def hours(minutes: float | None) -> str:
    """Minutes as hours in text; to six places, so that every minute comes back.

    >>> hours(480), hours(1), hours(None)
    ('8', '0.016667', '')
    """
    return "" if minutes is None else f"{minutes / 60:.6f}".rstrip("0").rstrip(".")


def number(value: float) -> str:
    """A number in plain digits.

    >>> number(0.5), number(3.0), number(1e-7)
    ('0.5', '3', '0.0000001')
    """
    text = repr(float(value))
    if "e" in text:
        text = f"{value:.17f}".rstrip("0")
    return text.removesuffix(".0").removesuffix(".")


def moment(value: datetime | None) -> str:
    """A date and time as P6 writes it.

    >>> moment(datetime(2026, 3, 2, 8)), moment(None)
    ('2026-03-02 08:00', '')
    """
    return "" if value is None else f"{value:%Y-%m-%d %H:%M}" if value.year > 999 else ""


def flag(value: bool) -> str:
    """Y or N."""
    return "Y" if value else "N"


def one_line(text: str) -> str:
    """Text that fits into one field: no tabs and no line breaks; quotation marks are doubled, as P6 does."""
    return text.translate(_BLANKS).replace('"', '""')


_BLANKS = {ord(c): " " for c in "\t\r\n\0"} | {0x7F: " "}
