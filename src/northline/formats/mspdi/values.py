"""Text of MSPDI fields as values; text that makes no sense is reported to `warn` and read as absent."""

import re
from collections.abc import Callable, Iterable
from datetime import date, datetime, time
from functools import lru_cache
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
_FLAGS = {"0": False, "1": True}
_MINUTES = (365 * 1440, 30 * 1440, 1440, 60, 1, 1 / 60)


class Fields:
    """Typed reading of one record's fields; `who` names the record in warnings."""

    __slots__ = ("_warn", "raw", "record", "who")

    def __init__(self, record: Record, who: str, warn: Warn) -> None:
        self.record, self.raw, self.who, self._warn = record, record.text, who, warn

    def text(self, tag: str) -> str:
        """The text of a field without the blanks around it, empty if absent."""
        return self.raw[tag].strip() if tag in self.raw else ""

    def verbatim(self, tag: str) -> str:
        """The text of a field as it stands, empty if absent or blank."""
        text = self.raw.get(tag, "")
        return text if text and not text.isspace() else ""

    def integer(self, tag: str, default: int = 0) -> int:
        """A whole number."""
        text = self.raw.get(tag)
        if text is None:
            return default
        if text == "0":
            return 0
        try:
            value = int(text)
        except ValueError:
            return int(self.number(tag, default))
        return value if abs(value) < 10**12 else self._refuse(tag, text, default)

    def number(self, tag: str, default: float = 0.0) -> float:
        """A number."""
        text = self.raw.get(tag)
        if not text:
            return default
        if text == "0":
            return 0.0
        try:
            value = float(text)
        except ValueError:
            return self._refuse(tag, text, default) if text.strip() else default
        return value if abs(value) < 1e12 else self._refuse(tag, text, default)

    def flag(self, tag: str, *, default: bool = False) -> bool:
        """A yes or no."""
        text = self.raw.get(tag)
        if not text:
            return default
        if text in _FLAGS:
            return _FLAGS[text]
        text = text.strip().lower()
        return text in ("1", "true") if text else default

    def moment(self, tag: str) -> datetime | None:
        """A local date and time; a zone, seconds and fractions are cut off."""
        text = self.raw.get(tag)
        if not text:
            return None
        moment = _moment(text)
        return self._refuse(tag, text, None) if moment == "odd" else moment  # type: ignore[return-value]

    def moments(self, tags: Iterable[str]) -> dict[str, datetime]:
        """The dates among these fields that can be read, by their tags."""
        found = {}
        for tag in tags:
            text = self.raw.get(tag)
            if not text:
                continue
            moment = _moment(text)
            if isinstance(moment, datetime):
                found[tag] = moment
            elif moment is not None:
                self._refuse(tag, text, None)
        return found

    def minutes(self, tag: str) -> Minutes | None:
        """A duration such as PT16H30M0S."""
        text = self.raw.get(tag)
        if not text:
            return None
        minutes = _minutes(text)
        return self._refuse(tag, text, None) if minutes is None and text.strip() else minutes

    def _refuse(self, tag: str, text: str, default: T) -> T:
        self._warn(f"{self.who}: {tag} “{text.strip()[:40]}” could not be read and was left out.")
        return default


# The same dates and durations come again and again in a plan, so that few are parsed twice.
@lru_cache(maxsize=1 << 16)
def _moment(text: str) -> datetime | str | None:
    text = text.strip()
    if not text or text == "NA":
        return None
    try:
        moment = datetime.fromisoformat(text[:16])
    except ValueError:
        return "odd"
    return moment if 1900 <= moment.year <= 2999 and moment.tzinfo is None else "odd"


@lru_cache(maxsize=1 << 14)
def _minutes(text: str) -> Minutes | None:
    match = _DURATION.fullmatch(text.strip())
    if match is None:
        return None
    try:
        parts = (float(part) if part else 0.0 for part in match.groups()[1:])
        total = sum(part * size for part, size in zip(parts, _MINUTES, strict=True))
    except ValueError:
        return None
    return None if total > 1e10 else Minutes(round(-total if match[1] else total))


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
