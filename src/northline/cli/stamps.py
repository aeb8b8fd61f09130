"""How every command writes a moment, and reads one: a bare date is a day to its end."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import typer


def stamp(moment: datetime) -> str:
    """Local time to the minute.

    >>> stamp(datetime(2026, 3, 2, 8))
    '2026-03-02T08:00'
    """
    return moment.isoformat(timespec="minutes")


def until(text: str) -> datetime:
    """The last minute of a bare date, or a moment; wrong usage if it is neither, or has a time zone.

    >>> stamp(until("2026-03-02")), stamp(until("2026-03-02T17:00"))
    ('2026-03-02T23:59', '2026-03-02T17:00')
    """
    moment = _read(text)
    return moment.replace(hour=23, minute=59) if _is_bare(text) else moment


def after(text: str) -> datetime:
    """The midnight with which a bare date ends, so that nothing is put on that day; or a moment.

    >>> stamp(after("2026-03-02")), stamp(after("2026-03-02T08:00"))
    ('2026-03-03T00:00', '2026-03-02T08:00')
    """
    moment = _read(text)
    return moment + timedelta(days=1) if _is_bare(text) else moment


def _read(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(
            f"{text!r} is no date. Write it as 2026-03-31 or 2026-03-31T17:00."
        ) from None
    if moment.tzinfo is not None:
        raise typer.BadParameter(f"{text!r}: give it in the plan's own time, without a time zone.")
    return moment


def _is_bare(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
