"""What the morning list looks like over the API."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any
from uuid import UUID

from northline.core.schemas import In, Out, Ref
from northline.reporting.morning.queries import Morning
from northline.reporting.morning.rules import MOST, Code, Finding, nearness, weight_of


class SnoozeIn(In):
    """A finding by its kind and what it is about, and the day on which it is to be shown again."""

    code: Code
    subject_id: UUID
    until: date


class MorningFinding(Out):
    """`weight` is `days` at stake times `chance` times `nearness`, each 0 to 1; nearness halves every two weeks or so.

    `alike` counts those of its kind in its project that are left out.
    """

    id: str
    code: Code
    subject: Ref
    project: Ref
    why: str
    days: float
    chance: float
    nearness: float
    due: date
    weight: float
    alike: int
    until: date | None


class MorningAhead(Out):
    subject: Ref
    project: Ref
    day: date


class MorningOut(Out):
    """What matters most this morning in the `projects` one manages, what else was found, and what sleeps."""

    today: date
    projects: int
    findings: list[MorningFinding]
    left_off: int
    asleep: list[MorningFinding]
    ahead: list[MorningAhead]


def show_morning(found: Morning) -> dict[str, Any]:
    return {
        "today": found.today,
        "projects": found.projects,
        "findings": [_shown(one, found.today) for one in found.awake[:MOST]],
        "left_off": sum(1 + one.alike for one in found.awake[MOST:]),
        "asleep": [_shown(one, found.today, until) for one, until in found.asleep],
        "ahead": [asdict(one) for one in found.ahead],
    }


def _shown(one: Finding, today: date, until: date | None = None) -> dict[str, Any]:
    return asdict(one) | {
        "id": one.id,
        "days": round(one.days, 1),
        "nearness": round(nearness((one.due - today).days), 2),
        "weight": weight_of(one, today=today),
        "until": until,
    }
