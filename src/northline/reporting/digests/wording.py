"""What changed, in the words of a mail. Plain values in, plain values out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from northline.core.wording import exactly
from northline.roadmap.rules.differences import Difference

STATUS = {"": "nothing", "idea": "an idea", "planned": "planned", "committed": "committed",
          "in_progress": "in progress", "done": "done"}  # fmt: skip
HORIZON = {"": "no horizon", "now": "now", "next": "next", "later": "later"}
HEALTH = {"on_track": "On track", "at_risk": "At risk", "off_track": "Off track"}
_KINDS = {"initiative": "the roadmap", "lane": "the lanes", "milestone": "the milestones"}
_FIELDS = {"goal": "The goal", "metrics": "The metrics", "features": "The features",
           "effort_weeks": "The effort in weeks", "description": "The description"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of one thing; `path` leads to it for whoever may sign in."""

    title: str
    lines: tuple[str, ...]
    path: str = ""


def told_of(differences: Iterable[Difference]) -> tuple[Told, ...]:
    """The differences, gathered by what they are of, initiatives first."""
    found: dict[tuple[str, str], tuple[str, list[str]]] = {}
    for one in sorted(differences, key=lambda one: list(_KINDS).index(one.kind)):
        _, lines = found.setdefault((one.kind, one.id), (one.title, []))
        lines.append(sentence(one))
    return tuple(Told(title, tuple(lines)) for title, lines in found.values())


def sentence(one: Difference) -> str:
    """One difference.

    >>> sentence(Difference("status", "initiative", "1", "", "Maps", "status", "planned", "committed"))
    'Committed; was planned.'
    """
    how = _SENTENCES.get(one.what)
    return how(one) if how else f"{_FIELDS.get(one.field, one.field)}: {_value(one.after)}"


def _value(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(map(str, value)) or "none"
    return "none" if value in (None, "") else str(value)


def _moved(days: int | None) -> str:
    if not days:
        return "Changed"
    return "Later, moved" if days > 0 else "Earlier, moved"


def window(said: Mapping[str, Any]) -> str:
    """A window as exactly as it is told.

    >>> window({"start": "2027-01-01", "finish": "2027-03-31", "precision": "quarter"})
    'Q1 2027'
    """
    first, last = (date.fromisoformat(str(said[name])) for name in ("start", "finish"))
    names = [_as(day, said["precision"]) for day in (first, last)]
    return names[0] if names[0] == names[1] else " – ".join(names)


def _as(day: date, precision: str) -> str:
    if precision == "quarter":
        return f"Q{(day.month + 2) // 3} {day.year}"
    return f"{day:%B %Y}" if precision == "month" else exactly(day)


def _when(one: Difference) -> str:
    """A window moved or changed its length, or a milestone moved."""
    told = window if one.field == "window" else exactly
    return f"{_moved(one.days)} to {told(one.after)}; was {told(one.before)}."


_SENTENCES: Mapping[str, Callable[[Difference], str]] = {
    "added": lambda one: f"New on {_KINDS[one.kind]}.",
    "removed": lambda one: f"No longer on {_KINDS[one.kind]}.",
    "scheduled": lambda one: f"Planned for {window(one.after)}.",
    "unscheduled": lambda one: f"Has no dates any more; was planned for {window(one.before)}.",
    "moved": _when,
    "resized": _when,
    "linked": lambda one: f"Now waits for {one.after.strip()}.",
    "unlinked": lambda one: f"No longer waits for {one.after.strip()}.",
    "status": lambda one: f"{STATUS[one.after].capitalize()}; was {STATUS[one.before]}.",
    "horizon": lambda one: f"{HORIZON[one.after or ''].capitalize()}; was {HORIZON[one.before or '']}.",
    "relaned": lambda one: f"In the lane {one.after or 'none'}; was {one.before or 'none'}.",
    "owner": lambda one: f"Owned by {one.after or 'nobody'}; was {one.before or 'nobody'}.",
    "renamed": lambda one: f"Renamed; was {one.before}.",
}
