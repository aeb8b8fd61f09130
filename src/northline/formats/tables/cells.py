"""What stands in a cell: durations, dates, links, people; in words that people write and read."""

import re
from dataclasses import dataclass
from datetime import datetime, time

from northline.engine.model import ConstraintKind, Lag, LagUnit, LinkKind

_KINDS = {kind.value: kind for kind in ConstraintKind} | {
    "ASSOONASPOSSIBLE": ConstraintKind.ASAP,
    "ASLATEASPOSSIBLE": ConstraintKind.ALAP,
    "STARTNOEARLIERTHAN": ConstraintKind.SNET,
    "STARTNOLATERTHAN": ConstraintKind.SNLT,
    "FINISHNOEARLIERTHAN": ConstraintKind.FNET,
    "FINISHNOLATERTHAN": ConstraintKind.FNLT,
    "MUSTSTARTON": ConstraintKind.MSO,
    "MUSTFINISHON": ConstraintKind.MFO,
}
# These name a finish.
ENDS = frozenset({ConstraintKind.FNET, ConstraintKind.FNLT, ConstraintKind.MFO})
_UNITS = {
    "m": 1, "min": 1, "mins": 1, "minute": 1, "minutes": 1,
    "h": 60, "hr": 60, "hrs": 60, "hour": 60, "hours": 60,
}  # fmt: skip
_DAYS = {"d": 1, "day": 1, "days": 1, "dy": 1}
_WEEKS = {"w": 1, "wk": 1, "wks": 1, "week": 1, "weeks": 1}
_MONTHS = {"mo": 1, "mon": 1, "mons": 1, "month": 1, "months": 1}
_DURATION = re.compile(r"([+-]?)\s*(\d+(?:[.,]\d+)?)\s*(e?)\s*([a-z]*)\s*\??", re.IGNORECASE)
_LINK = re.compile(r"(.+?)\s*(FS|SS|FF|SF)?\s*([+-]\s*\d.*)?", re.IGNORECASE)
_PERSON = re.compile(r"(.*?)\s*(?:\[\s*(\d+(?:[.,]\d+)?)\s*(%?)\s*\])?")
_GERMAN = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})(?:[ T](\d{1,2}):(\d{2}))?")


class Unreadable(ValueError):
    """A cell that says nothing we understand; the text says what was expected."""


@dataclass(frozen=True, slots=True)
class Span:
    """A length of time in minutes, of work or (`elapsed`) on the clock."""

    minutes: int
    elapsed: bool = False


def duration(text: str, *, day: int, week: int) -> Span:
    """A duration such as 3d, 4 hours, 1.5w, 2ed (elapsed), 90m; a bare number is days.

    >>> duration("1.5 days?", day=480, week=2400), duration("2ed", day=480, week=2400)
    (Span(minutes=720, elapsed=False), Span(minutes=2880, elapsed=True))
    """
    match = _DURATION.fullmatch(text.strip())
    size = None if match is None else _unit(match[4].lower(), elapsed=bool(match[3]), day=day, week=week)
    if match is None or size is None:
        raise Unreadable(f"“{text[:40]}” is no duration; write 3d, 4h, 2w or 30m.")
    minutes = round(float(match[2].replace(",", ".")) * size)
    if minutes > 10**10:
        raise Unreadable(f"“{text[:40]}” is longer than any plan.")
    return Span(-minutes if match[1] == "-" else minutes, bool(match[3]))


def _unit(word: str, *, elapsed: bool, day: int, week: int) -> int | None:
    if elapsed:
        day, week = 1440, 7 * 1440
    if word in _UNITS:
        return _UNITS[word]
    if word in _DAYS or not word:
        return day
    if word in _WEEKS:
        return week
    return 4 * week if word in _MONTHS else None


def duration_text(minutes: int, *, day: int, elapsed: bool = False) -> str:
    """The shortest exact way to write a duration.

    >>> duration_text(960, day=480), duration_text(90, day=480), duration_text(1440, day=480, elapsed=True)
    ('2d', '90m', '1ed')
    """
    day = 1440 if elapsed else day
    prefix = "e" if elapsed else ""
    if minutes % day == 0:
        return f"{minutes // day}{prefix}d"
    return f"{minutes // 60}{prefix}h" if minutes % 60 == 0 else f"{minutes}{prefix}m"


def moment(text: str) -> datetime:
    """A date and time: ISO (2026-03-02 08:00) or 2.3.2026; never 3/2/2026, which means two days."""
    text = text.strip()
    german = _GERMAN.fullmatch(text)
    try:
        if german:
            day, month, year, hour, minute = (int(part or 0) for part in german.groups())
            return datetime(year, month, day, hour, minute)
        found = datetime.fromisoformat(text)
    except ValueError:
        raise Unreadable(f"“{text[:40]}” is no date; write it as 2026-03-02 or 2026-03-02 08:00.") from None
    return found.replace(second=0, microsecond=0, tzinfo=None)


def moment_text(at: datetime) -> str:
    """A date and time as text."""
    return at.strftime("%Y-%m-%d %H:%M")


def is_whole_day(at: datetime) -> bool:
    """A date without a time of day."""
    return at.time() == time()


def link(text: str, *, day: int, week: int) -> tuple[str, LinkKind, Lag]:
    """A predecessor: its id, then kind and lag if they are not plain finish to start.

    >>> link("3SS+2d", day=480, week=2400)
    ('3', <LinkKind.SS: 'SS'>, Lag(amount=960, unit=<LagUnit.WORKING: 'working'>))
    """
    match = _LINK.fullmatch(text.strip())
    if match is None:
        raise Unreadable(f"“{text[:40]}” is no predecessor; write 3, 3SS or 3FS+2d.")
    kind = LinkKind(match[2].upper()) if match[2] else LinkKind.FS
    return match[1].strip(), kind, _lag(match[3], day=day, week=week)


def _lag(text: str | None, *, day: int, week: int) -> Lag:
    if not text:
        return Lag()
    if text.rstrip().endswith("%"):
        try:
            return Lag(round(float(text.replace(" ", "").rstrip("%"))), LagUnit.PERCENT)
        except ValueError:
            raise Unreadable(f"“{text[:40]}” is no lag; write +2d or +50%.") from None
    span = duration(text, day=day, week=week)
    return Lag(span.minutes, LagUnit.ELAPSED if span.elapsed else LagUnit.WORKING)


def link_text(before: str, kind: LinkKind, lag: Lag, *, day: int) -> str:
    """A predecessor as text."""
    if lag == Lag():
        return before if kind is LinkKind.FS else f"{before}{kind}"
    sign = "-" if lag.amount < 0 else "+"
    if lag.unit is LagUnit.PERCENT:
        return f"{before}{kind}{sign}{abs(lag.amount)}%"
    elapsed = lag.unit is LagUnit.ELAPSED
    return f"{before}{kind}{sign}{duration_text(abs(lag.amount), day=day, elapsed=elapsed)}"


def person(text: str) -> tuple[str, float]:
    """A resource and its units: Ann, Ann[50%], Ann [0.5]."""
    match = _PERSON.fullmatch(text.strip())
    if match is None or not match[1]:
        raise Unreadable(f"“{text[:40]}” names nobody; write Ann or Ann[50%].")
    if match[2] is None:
        return match[1], 1.0
    units = float(match[2].replace(",", "."))
    return match[1], units / 100 if match[3] else units


def person_text(name: str, units: float) -> str:
    """A resource and its units as text."""
    return name if units == 1 else f"{name}[{units * 100:.10g}%]"


def constraint(text: str) -> ConstraintKind:
    """A constraint by its four letters or in words."""
    kind = _KINDS.get(re.sub(r"[^A-Z]", "", text.upper()))
    if kind is None:
        raise Unreadable(f"“{text[:40]}” is no constraint; write SNET, FNLT, MSO and so on.")
    return kind


def number(text: str) -> float:
    """A number, with an optional percent sign."""
    try:
        return float(text.strip().rstrip("%").replace(",", "."))
    except ValueError:
        raise Unreadable(f"“{text[:40]}” is no number.") from None


def flag(text: str) -> bool:
    """A yes or no."""
    word = text.strip().lower()
    if word in ("1", "1.0", "true", "yes", "y", "x", "ja", "oui"):
        return True
    if word in ("", "0", "0.0", "false", "no", "n", "nein", "non"):
        return False
    raise Unreadable(f"“{text[:40]}” is neither yes nor no.")


DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


def harmless(text: str) -> str:
    """Text that no spreadsheet takes for a formula; `as_written` undoes it."""
    text = "".join(c for c in text if c >= " " or c in "\n\r\t")
    return f"'{text}" if text.startswith((*DANGEROUS, "'")) else text


def as_written(text: str) -> str:
    """The text before `harmless`.

    >>> as_written(harmless("=1+1")), as_written("'s Gravenhage")
    ('=1+1', "'s Gravenhage")
    """
    return text[1:] if text.startswith("'") and text[1:].startswith((*DANGEROUS, "'")) else text
