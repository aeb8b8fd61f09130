"""Text of MSPDI fields as values; text that makes no sense is reported to `warn` and read as absent."""

import re
from collections.abc import Callable
from datetime import date, datetime, time
from typing import TypeVar

from northline.engine.model import Minutes
from northline.formats.mspdi.records import Record

T = TypeVar("T")
Warn = Callable[[str], None]

ELAPSED_FORMATS = frozenset({4, 6, 8, 10, 12, 20, 36, 38, 40, 42, 44, 52})
PERCENT_FORMATS = frozenset({19, 20, 51, 52})
_DURATION = re.compile(
    r"(-?)P(?:([\d.]+)Y)?(?:([\d.]+)M)?(?:([\d.]+)D)?(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?"
)
_MINUTES = (365 * 1440, 30 * 1440, 1440, 60, 1, 1 / 60)


class Fields:
    """Typed reading of one record's fields; `who` names the record in warnings."""

    def __init__(self, record: Record, who: str, warn: Warn) -> None:
        self.record, self.who, self._warn = record, who, warn

    def text(self, tag: str) -> str:
        """The text of a field, empty if absent."""
        return self.record.text.get(tag, "")

    def integer(self, tag: str, default: int = 0) -> int:
        """A whole number."""
        return int(self.number(tag, default))

    def number(self, tag: str, default: float = 0.0) -> float:
        """A number."""
        text = self.text(tag)
        if not text:
            return default
        try:
            value = float(text)
        except ValueError:
            return self._refuse(tag, text, default)
        return value if abs(value) < 1e12 else self._refuse(tag, text, default)

    def flag(self, tag: str, *, default: bool = False) -> bool:
        """A yes or no."""
        text = self.text(tag).lower()
        return text in ("1", "true") if text else default

    def moment(self, tag: str) -> datetime | None:
        """A local date and time; a zone, seconds and fractions are cut off."""
        text = self.text(tag)
        if not text or text == "NA":
            return None
        try:
            moment = datetime.fromisoformat(text[:16])
        except ValueError:
            return self._refuse(tag, text, None)
        return moment if 1900 <= moment.year <= 2999 else self._refuse(tag, text, None)

    def minutes(self, tag: str) -> Minutes | None:
        """A duration such as PT16H30M0S."""
        text = self.text(tag)
        if not text:
            return None
        match = _DURATION.fullmatch(text)
        if match is None:
            return self._refuse(tag, text, None)
        try:
            parts = (float(part) if part else 0.0 for part in match.groups()[1:])
            total = sum(part * size for part, size in zip(parts, _MINUTES, strict=True))
        except ValueError:
            return self._refuse(tag, text, None)
        if total > 1e10:
            return self._refuse(tag, text, None)
        return Minutes(round(-total if match[1] else total))

    def _refuse(self, tag: str, text: str, default: T) -> T:
        self._warn(f"{self.who}: {tag} “{text[:40]}” could not be read and was left out.")
        return default


def time_of_day(text: str) -> int | None:
    """Minutes after midnight of a time such as 08:00:00, or of a date with one."""
    try:
        moment = time.fromisoformat(text.rpartition("T")[2][:8])
    except ValueError:
        return None
    return moment.hour * 60 + moment.minute


def day_of(moment: datetime | None) -> date | None:
    """The date part."""
    return None if moment is None else moment.date()
