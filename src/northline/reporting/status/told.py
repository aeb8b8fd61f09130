"""A published report as readers outside get it: by mail, by link and as a file. Plain words, no keys and no rights."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from northline.core.wording import exactly
from northline.reporting.digests.wording import HEALTH as STATES
from northline.reporting.status.comparing import compared
from northline.reporting.status.models import StatusReport
from northline.reporting.status.rules import percent
from northline.reporting.status.values import SECTIONS

HEALTH = {**STATES, "unknown": "Health not known"}
HEADINGS = {
    "summary": "In short",
    "changed": "What changed since the last report",
    "progress": "Progress",
    "dates": "Dates",
    "risks": "Risks and issues",
    "decisions": "Decisions",
    "next": "What comes next",
}
Told = dict[str, Any]


def told_of(row: StatusReport) -> Told:
    """The report, ready for JSON: health in words, figures as they are read, sentences by section."""
    assert row.published_at is not None
    return {
        "title": row.title,
        "project": row.project.title,
        "health": row.said,
        "health_word": HEALTH[row.said],
        "why": [row.health_reason] if row.health else [one["text"] for one in row.reasons],
        "published_on": row.published_at.date().isoformat(),
        "published_by": row.published_by.name if row.published_by else "",
        "figures": _figures(row),
        "sections": [
            {"name": name, "heading": HEADINGS[name], "sentences": sentences}
            for name in SECTIONS
            if (sentences := [_sentence(one) for one in row.sentences if one["section"] == name])
        ],
    }


def _sentence(one: Mapping[str, Any]) -> Told:
    """`known_at` is when the oldest of what it rests on was last known."""
    known = [each["known_at"] for each in one["evidence"]]
    return {"text": one["text"], "known_at": min(known, default=None)}


def _figures(row: StatusReport) -> list[Told]:
    """Name, value, and what became of it since the last report."""
    held = row.figures
    moved = compared(row.previous.figures, held) if row.previous else None
    chance = "–" if held["chance"] is None else percent(held["chance"])
    return [
        _figure("Done", percent(held["share"]), _points(moved.share if moved else None)),
        _figure("Chance of the deadline", chance, _points(moved.chance if moved else None)),
        _figure("Planned finish", _day(held["finish"]), _days(moved.finish if moved else None)),
        _figure("Deadline", _day(held["deadline"]), ""),
    ]


def _figure(name: str, value: str, moved: str) -> Told:
    return {"name": name, "value": value, "moved": moved}


def _day(text: str | None) -> str:
    return exactly(text) if text else "–"


def _points(points: int | None) -> str:
    return "" if not points else f"{points:+d} points"


def _days(days: int | None) -> str:
    if not days:
        return ""
    count = abs(days)
    return f"{count} {'day' if count == 1 else 'days'} {'later' if days > 0 else 'earlier'}"
