"""Elements as text: nothing that XML cannot hold gets in."""

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from xml.sax.saxutils import escape

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# A carriage return is read back as a line feed unless it is written as a reference.
_RETURN = {"\r": "&#13;"}


def element(tag: str, value: object) -> str:
    """One element with text.

    >>> element("Name", "Cut & fill")
    '<Name>Cut &amp; fill</Name>'
    """
    return f"<{tag}>{escape(_FORBIDDEN.sub('', str(value)), _RETURN)}</{tag}>"


def elements(values: Mapping[str, object], order: Iterable[str]) -> str:
    """The elements that have a value, in the schema's order."""
    return "".join(
        element(tag, values[tag]) for tag in order if tag in values and values[tag] not in (None, "")
    )


def group(tag: str, inside: str) -> str:
    """An element around others; nothing where there are none."""
    return f"<{tag}>{inside}</{tag}>" if inside else ""


def moment(at: datetime | None) -> str | None:
    """A date and time."""
    return None if at is None else at.strftime("%Y-%m-%dT%H:%M:%S")


def span(minutes: float | None) -> str | None:
    """A duration: PT16H30M0S."""
    return None if minutes is None else f"PT{int(minutes) // 60}H{int(minutes) % 60}M0S"


def clock(minute: int) -> str:
    """A time of day; the end of the day is midnight."""
    return f"{minute // 60 % 24:02}:{minute % 60:02}:00"


def figure(value: float | None) -> str | None:
    """A number without an exponent or a needless point."""
    return None if value is None else f"{value:.10f}".rstrip("0").rstrip(".")


def flag(value: object) -> str:
    """A yes or no."""
    return "1" if value else "0"
